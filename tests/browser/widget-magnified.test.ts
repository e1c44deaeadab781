/** The widget magnified: at 400 % zoom, with text of twice the size, and above the keyboard of a phone. */

import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { PANEL_STRINGS } from '../../server/web/client/strings/panel.ts'
import { ask, boxOf, FIRE } from './asking.ts'
import { noSidewaysScroll } from './checks.ts'
import { focused, launcherOf, openEmbedding, openPanel, panelOf } from './widget.ts'

const { visitPortal } = openEmbedding()

const PHONE = { width: 360, height: 740, touch: true }
const USUAL_TEXT = 16
const LEAST_CONVERSATION = 150

/** Of 1280 × 1024 and 1280 × 1920 at 400 %, and of a phone whose owner has doubled the text. */
const SCREENS = [
  { width: 320, height: 256, text: USUAL_TEXT },
  { width: 320, height: 480, text: USUAL_TEXT },
  { width: 360, height: 740, text: 2 * USUAL_TEXT },
]
const WAYS = SCREENS.flatMap((screen) =>
  ['false', 'true'].flatMap((elder) => ['zh-Hans', 'en'].map((lang) => ({ ...screen, elder, lang }))),
)

describe.each(WAYS)('on $width × $height with text of $text px, elder=$elder, $lang', (way) => {
  it('all controls can be reached, and the conversation be read', async () => {
    const { width, height, text, elder, lang } = way
    const page = await visitPortal({ data: { elder, lang }, lang }, { width, height, touch: true })
    const browser = await page.context().newCDPSession(page)
    await browser.send('Page.setFontSizes', { fontSizes: { standard: text } })
    await page.reload()
    await openPanel(page)
    expect(await unreachable(page), 'greeting').toEqual([])

    await ask(page, lang === 'en' ? 'Who is responsible for fire safety?' : FIRE)
    expect(await showsClose(page)).toBe(true)
    expect(await distanceFromBar(page), 'the question is at the top').toBeLessThan(2 * text)
    expect(await roomForConversation(page)).toBeGreaterThanOrEqual(LEAST_CONVERSATION)
    expect(await unreachable(page), 'answer').toEqual([])
    await noSidewaysScroll(page)

    await panelOf(page).locator('.clear').click()
    expect(await unreachable(page), 'clearing').toEqual([])
    await panelOf(page).locator('.sure').click()
    await panelOf(page).locator('.greeting').waitFor()
    expect(await showsClose(page)).toBe(true)
    expect(await scrolled(page)).toBe(0)
  })
})

it('after clearing, the greeting is read from its beginning', async () => {
  const page = await visitPortal({ data: { elder: 'true', lang: 'en' } }, { width: 360, height: 640 })
  await openPanel(page)
  await ask(page, 'Who is responsible for fire safety?')
  await panelOf(page)
    .locator('.stream')
    .evaluate((stream) => {
      stream.scrollTop = stream.scrollHeight
    })
  await panelOf(page).locator('.clear').click()
  await panelOf(page).locator('.sure').click()
  await panelOf(page).locator('.greeting').waitFor()
  expect(await scrolled(page)).toBe(0)
})

it('large text in English leaves the larger part of a phone to the conversation', async () => {
  const page = await visitPortal({ data: { elder: 'true', lang: 'en' } }, { width: 360, height: 640 })
  await openPanel(page)
  await ask(page, 'Who is responsible for fire safety?')
  expect(await roomForConversation(page)).toBeGreaterThanOrEqual(320)
  await panelOf(page).getByRole('button', { name: 'Start again' }).waitFor()
  expect(await boxOf(page).evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true)
})

describe('the keyboard of a phone', () => {
  it('is not called by opening: the focus is on the dialog, and after clearing too', async () => {
    const page = await visitPortal({}, PHONE)
    await openPanel(page)
    await expect.poll(() => focused(page)).toBe('div.panel')
    await ask(page, FIRE)
    await panelOf(page).locator('.clear').tap()
    await panelOf(page).locator('.sure').tap()
    await panelOf(page).locator('.greeting').waitFor()
    await expect.poll(() => focused(page)).toBe('div.panel')
    await page.keyboard.press('Escape')
    await launcherOf(page).waitFor()
  })

  it.each([
    ['zh-Hans', 'false'],
    ['zh-Hant', 'true'],
    ['en', 'true'],
  ] as const)('leaves a line of what everybody has to know: %s, elder=%s', async (lang, elder) => {
    const page = await visitPortal({ data: { lang, elder } }, PHONE)
    await openPanel(page)
    const brief = panelOf(page).locator('.brief')
    expect(await brief.isVisible()).toBe(false)
    await page.evaluate(() => {
      Object.defineProperty(visualViewport, 'height', { value: 420 })
      visualViewport?.dispatchEvent(new Event('resize'))
    })
    await brief.waitFor()
    if (elder === 'false') expect(await brief.innerText()).toBe(PANEL_STRINGS[lang].brief)
    expect(await panelOf(page).locator('.fine').isVisible()).toBe(false)
    const lines = await brief.evaluate(
      (line) => line.clientHeight / Number.parseFloat(getComputedStyle(line).lineHeight),
    )
    expect(lines).toBeLessThan(2)
  })
})

/** Controls that are cut or covered wherever the panel is scrolled to. */
function unreachable(page: Page): Promise<string[]> {
  return panelOf(page).evaluate((dialog) => {
    const root = dialog.getRootNode() as ShadowRoot
    const stream = dialog.querySelector('.stream')
    const [top, within] = [dialog.scrollTop, stream?.scrollTop ?? 0]
    const controls = [...dialog.querySelectorAll('button, a[href], select, textarea, summary')].filter(
      (control) => control.checkVisibility(),
    )
    const cut = controls.filter((control) => {
      control.scrollIntoView({ block: 'center' })
      const { left, right, top, bottom } = control.getBoundingClientRect()
      const isHigh = bottom - top > innerHeight - (dialog.querySelector('.bar')?.clientHeight ?? 0)
      const isWithin = left >= 0 && right <= innerWidth && (isHigh || (top >= 0 && bottom <= innerHeight))
      const [line] = control.getClientRects()
      const hit = line && root.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2)
      return !isWithin || !hit || !(control.contains(hit) || hit.contains(control))
    })
    dialog.scrollTop = top
    if (stream) stream.scrollTop = within
    return cut.map(({ className, textContent }) => `${className}: ${textContent?.trim()}`)
  })
}

function showsClose(page: Page): Promise<boolean> {
  return panelOf(page)
    .locator('.close')
    .evaluate((close) => {
      const { left, right, top, bottom, width, height } = close.getBoundingClientRect()
      return (
        Math.min(width, height) >= 44 && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
      )
    })
}

/** Of the last question, from what covers the top of the panel. */
function distanceFromBar(page: Page): Promise<number> {
  return panelOf(page).evaluate((dialog) => {
    const edge = (selector: string) => dialog.querySelector(selector)?.getBoundingClientRect()
    const top = dialog.scrollHeight > dialog.clientHeight + 1 ? edge('.bar')?.bottom : edge('.stream')?.top
    return Math.abs((edge('.turn:last-child .asked')?.top ?? 999) - (top ?? 0))
  })
}

/** The height in which the conversation can be read. */
function roomForConversation(page: Page): Promise<number> {
  return panelOf(page).evaluate((dialog) => {
    const height = (selector: string) => dialog.querySelector(selector)?.getBoundingClientRect().height ?? 0
    const isWhole = getComputedStyle(dialog).overflowY === 'auto'
    return isWhole ? dialog.clientHeight - height('.bar') : height('.stream')
  })
}

function scrolled(page: Page): Promise<number> {
  return panelOf(page).evaluate(
    (dialog) => dialog.scrollTop + (dialog.querySelector('.stream')?.scrollTop ?? 0),
  )
}
