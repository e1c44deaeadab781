/** The console without a mouse, and with an input method. */

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, boxOf, FIRE, send, turnsOf } from './asking.ts'
import { answerOf, MANY_CLAUSES, seesMarked } from './console.ts'
import { openBrowser } from './pages.ts'
import { type Served, serveProduct } from './served.ts'

let served: Served
beforeAll(async () => {
  served = await serveProduct()
})
afterAll(() => served.close())
const { visit } = openBrowser()

const hasFocus = (page: Page) => boxOf(page).evaluate((box) => box === document.activeElement)

describe('Enter', () => {
  it('sends nothing while an input method composes, and sends what was composed', async () => {
    const page = await visit(served.url)
    const keyboard = await page.context().newCDPSession(page)
    await boxOf(page).focus()
    await keyboard.send('Input.imeSetComposition', { text: 'xiaofang', selectionStart: 8, selectionEnd: 8 })
    await page.keyboard.press('Enter')
    await keyboard.send('Input.insertText', { text: '谁负责消防' })
    expect(await turnsOf(page).count()).toBe(0)
    await page.keyboard.press('Enter')
    expect(await turnsOf(page).locator('.asked').innerText()).toContain('谁负责消防')
  })

  it.each([
    ['isComposing', { isComposing: true }],
    ['keyCode 229', { keyCode: 229 }],
  ])('sends nothing in browsers that say so by %s', async (_, mark) => {
    const page = await visit(served.url)
    await boxOf(page).fill(FIRE)
    await boxOf(page).evaluate((box, mark) => {
      const event = { key: 'Enter', bubbles: true, cancelable: true, ...mark }
      box.dispatchEvent(new KeyboardEvent('keydown', event))
    }, mark)
    expect(await boxOf(page).inputValue()).toBe(FIRE)
    await boxOf(page).press('Enter')
    await turnsOf(page).locator('.actions').waitFor()
    expect(await turnsOf(page).count()).toBe(1)
  })

  it('with Shift begins a new line', async () => {
    const page = await visit(served.url)
    await boxOf(page).fill('消防')
    await boxOf(page).press('Shift+Enter')
    await page.keyboard.type('谁管')
    expect(await boxOf(page).inputValue()).toBe('消防\n谁管')
    expect(await turnsOf(page).count()).toBe(0)
  })

  it('sends nothing that is empty or too long, and says how much too long', async () => {
    const page = await visit(served.url)
    await boxOf(page).fill(' \n ')
    await boxOf(page).press('Enter')
    await boxOf(page).fill('消'.repeat(2001))
    await boxOf(page).press('Enter')
    expect(await page.locator('#composer-count').innerText()).toContain('2000 字以内')
    expect(await page.getByRole('button', { name: '提问' }).isDisabled()).toBe(true)
    expect(await turnsOf(page).count()).toBe(0)
  })
})

describe('keys', () => {
  it('/ leads to the box, from a view too, and is a letter where someone types', async () => {
    const page = await visit(served.url)
    const search = page.getByRole('searchbox', { name: '查找对话' })
    await search.focus()
    await page.keyboard.press('/')
    expect(await search.inputValue()).toBe('/')

    await page.locator('.views a[href="#targets"]').press('Enter')
    await page.locator('policy-targets').waitFor()
    await page.keyboard.press('/')
    await expect.poll(() => hasFocus(page)).toBe(true)
    expect(await boxOf(page).inputValue()).toBe('')
  })

  it('↑ brings the last question back, and what is asked then takes its place', async () => {
    const page = await visit(served.url)
    await ask(page, '城市公厕建多少座')
    await ask(page, FIRE)
    await boxOf(page).press('ArrowUp')
    expect(await boxOf(page).inputValue()).toBe(FIRE)
    await page.getByText('正在修改上一个问题').waitFor()
    const asked = page.waitForRequest('**/api/chat')
    await ask(page, '养老服务用房有什么标准')
    expect((await asked).postDataJSON().history).toHaveLength(2)
    expect(await turnsOf(page).locator('.asked').allInnerTexts()).toEqual([
      expect.stringContaining('城市公厕'),
      expect.stringContaining('养老服务用房'),
    ])
  })

  it('Esc lets the edited question be', async () => {
    const page = await visit(served.url)
    await ask(page, FIRE)
    await boxOf(page).press('ArrowUp')
    await page.getByText('正在修改上一个问题').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('正在修改上一个问题').waitFor({ state: 'detached' })
    expect(await boxOf(page).inputValue()).toBe('')
    await send(page, '城市公厕建多少座')
    expect(await turnsOf(page).count()).toBe(2)
  })

  it('Alt and a digit open a citation', async () => {
    const page = await visit(served.url)
    await ask(page, MANY_CLAUSES)
    await page.keyboard.press('Alt+Digit3')
    const { citations } = await answerOf(served, MANY_CLAUSES)
    expect(citations.length).toBeGreaterThan(2)
    for (const citation of citations.slice(2, 3)) await seesMarked(page, citation)
  })
})

describe('Tab', () => {
  it('leads through every control in the order of the page, and shows where it is', async () => {
    const page = await visit(served.url)
    await ask(page, FIRE)
    await page.locator('policy-document .clause.current').waitFor()
    await page.locator('.dispatch-agencies').waitFor()
    const { wanted, reached } = await tabThrough(page, '.clause-link')
    expect(reached.map(({ name }) => name)).toEqual(wanted)
    expect(reached.filter(({ isShown }) => !isShown)).toEqual([])
  })

  it('first offers to skip to the box', async () => {
    const page = await visit(served.url)
    await page.locator('.menu, .product').last().focus()
    await page.keyboard.press('Shift+Tab')
    const skip = page.locator('a:focus', { hasText: '跳到提问框' })
    expect((await skip.boundingBox())?.height).toBeGreaterThan(24)
    await skip.press('Enter')
    await expect.poll(() => hasFocus(page)).toBe(true)
  })

  it('begins at the box, but on a phone, where its keyboard would cover the page', async () => {
    const wide = await visit(served.url)
    await expect.poll(() => hasFocus(wide)).toBe(true)
    const narrow = await visit(served.url, { width: 360, height: 780, touch: true })
    await narrow.locator('[data-layout="narrow"] .welcome').waitFor()
    expect(await hasFocus(narrow)).toBe(false)
  })

  it('goes on from the citation to the text when the pane covers the answer, and stays in it', async () => {
    const page = await visit(served.url, { width: 360, height: 780 })
    await ask(page, FIRE)
    await page.locator('.chip').press('Enter')
    await page.locator('.reading-title:focus').waitFor()
    await page.keyboard.press('Shift+Tab')
    const isBehind = page.evaluate(() => document.activeElement?.closest('main') !== null)
    expect(await isBehind).toBe(false)
  })
})

interface Stop {
  name: string
  /** With an outline of its own, or a ring around the field that it is in. */
  isShown: boolean
}

/** What Tab stops at from the head of the page to its end, and what it should: all controls but the many `besides`. */
async function tabThrough(page: Page, besides: string): Promise<{ wanted: string[]; reached: Stop[] }> {
  const wanted = await page.evaluate((besides) => {
    const CONTROLS = 'a[href], button:enabled, input, select, textarea, summary, [tabindex="0"]'
    const controls = [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter(
      (control) => control.tabIndex >= 0 && control.checkVisibility({ visibilityProperty: true }),
    )
    controls.forEach((control, place) => {
      control.dataset.stop = `${place} ${control.tagName} ${control.ariaLabel ?? control.innerText.trim().slice(0, 20)}`
    })
    ;(document.activeElement as HTMLElement).blur()
    return controls.filter((control) => !control.matches(besides)).map(({ dataset }) => dataset.stop ?? '')
  }, besides)
  const reached: Stop[] = []
  await page.locator('.skip').focus()
  for (;;) {
    const stop = await page.evaluate(readStop, besides)
    if (!stop) return { wanted, reached }
    if (!stop.isBesides) reached.push({ name: stop.name, isShown: stop.isShown })
    await page.keyboard.press('Tab')
  }
}

function readStop(besides: string) {
  const { activeElement } = document
  if (!(activeElement instanceof HTMLElement) || activeElement === document.body) return undefined
  const { outlineStyle, outlineWidth } = getComputedStyle(activeElement)
  const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  const ring = activeElement.closest('.composer-field')
  const isShown = isOutlined || (ring !== null && /2px$/.test(getComputedStyle(ring).boxShadow))
  return {
    name: activeElement.dataset.stop ?? activeElement.outerHTML,
    isShown,
    isBesides: activeElement.matches(besides),
  }
}
