/** The widget for everybody: each of its states, in each language, light and dark, small screens and large text. */

import axeCore from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ask, boxOf, FIRE, send, turnsOf } from './asking.ts'
import { axe, noSidewaysScroll, targetSizes } from './checks.ts'
import { pacedAnswer } from './paced-answer.ts'
import { shot } from './pages.ts'
import { JOBS, launcherOf, openEmbedding, openPanel, panelOf } from './widget.ts'

const { visit, visitPortal, product } = openEmbedding()

const PHONE = { width: 360, height: 740, touch: true }
const NOT_STATED = '养老服务中心的负责人电话是多少'
/** The short one comes first: after another it would be about that. */
const OUTCOMES = {
  clarify: '任务',
  answered: FIRE,
  not_stated: NOT_STATED,
  out_of_scope: '上海的养老金多少',
  declined: '你好',
}

/** Languages bring other words, and themes other colours: each is met, and not each with each. */
const SETTINGS = [
  { lang: 'zh-Hans', theme: 'light' },
  { lang: 'zh-Hant', theme: 'dark' },
  { lang: 'en', theme: 'light' },
  { lang: 'zh-Hans', theme: 'dark' },
]

async function isForEverybody(page: Page, state: string): Promise<void> {
  expect(await axe(page), state).toEqual([])
  expect(await targetSizes(page, 24), state).toEqual([])
  await noSidewaysScroll(page)
}

/** One turn for each outcome, and the form for a comment; choices are there only while theirs is the last turn. */
async function askEverything(page: Page, lookAtChoices = async () => {}): Promise<void> {
  for (const [outcome, question] of Object.entries(OUTCOMES)) {
    const turn = await ask(page, question)
    expect(await turn.locator('.answer').getAttribute('data-outcome')).toBe(outcome)
    if (outcome === 'clarify') await lookAtChoices()
  }
  await turnsOf(page).first().locator('.feedback button').last().click()
  await turnsOf(page).first().locator('.feedback-form').waitFor()
}

const openShelf = (page: Page) => panelOf(page).locator('.shelf summary').click()

describe.each(SETTINGS)('in $lang, $theme', (data) => {
  it('can be used by everybody, closed and open, whatever is answered', async () => {
    const page = await visitPortal({ data, lang: data.lang })
    await isForEverybody(page, 'closed')
    await openPanel(page)
    await openShelf(page)
    await isForEverybody(page, 'greeting')
    await askEverything(page, () => isForEverybody(page, 'choices'))
    await panelOf(page).locator('.clear').click()
    await isForEverybody(page, 'answers, feedback, clearing')
  })

  it('can be used by everybody while an answer comes in, stops or fails', async () => {
    const page = await visitPortal({ data, lang: data.lang }, { expected: [/status of 502/] })
    await openPanel(page)
    const paced = pacedAnswer()
    product().answerWith(paced.answer)
    const turn = await send(page, JOBS)
    paced.say()
    await turn.locator('.lead').waitFor()
    await isForEverybody(page, 'streaming')
    await page.keyboard.press('Escape')
    await turn.locator('.badge.stopped').waitFor()
    await page.route('**/api/chat', (route) =>
      route.fulfill({ status: 502, headers: { 'Access-Control-Allow-Origin': '*' } }),
    )
    await send(page, FIRE)
    await panelOf(page).getByRole('alert').waitFor()
    await boxOf(page).fill('消'.repeat(2001))
    await panelOf(page).locator('.composer-count .problem').waitFor()
    await isForEverybody(page, 'stopped, failed, too long')
  })
})

describe('large text', () => {
  it.each([
    { lang: 'zh-Hant', theme: 'light' },
    { lang: 'en', theme: 'dark' },
  ])('in $lang, $theme is easy to read and to hit, whatever is answered', async (data) => {
    const page = await visitPortal({ data: { ...data, elder: 'true' }, lang: data.lang })
    await isEasy(page, 'closed')
    await openPanel(page)
    await openShelf(page)
    await isEasy(page, 'greeting')
    await askEverything(page, () => isEasy(page, 'choices'))
    product().answerWith(() => Promise.reject(new Error('broken')))
    await send(page, JOBS)
    await panelOf(page).getByRole('alert').waitFor()
    await panelOf(page).locator('.clear').click()
    await isForEverybody(page, 'answers, feedback, failure, clearing')
    await isEasy(page, 'answers, feedback, failure, clearing')
  })

  it.each(['light', 'dark'])('is easy to read in the colour of the portal, too: %s', async (theme) => {
    const page = await visitPortal({ data: { theme, color: '#c8102e' } })
    await openPanel(page)
    await panelOf(page).getByRole('button', { name: '大字版' }).click()
    await ask(page, FIRE)
    await isEasy(page, 'answered')
  })
})

describe('on a small screen', () => {
  it.each([
    [360, 740],
    [320, 568],
    [740, 360],
  ])('of %i × %i the panel is all there is, and nothing sticks out', async (width, height) => {
    const page = await visitPortal({ body: '<p>门户</p>' }, { width, height, touch: true })
    await openPanel(page)
    const { x, y, ...size } = await panelOf(page).evaluate((dialog) =>
      dialog.getBoundingClientRect().toJSON(),
    )
    expect({ x, y, width: size.width, height: size.height }).toEqual({ x: 0, y: 0, width, height })
    await askEverything(page)
    expect(await sticksOut(page)).toEqual([])
    await isForEverybody(page, 'answers')
    await panelOf(page).getByRole('button', { name: '大字版' }).tap()
    expect(await sticksOut(page)).toEqual([])
    await isForEverybody(page, 'large text')
  })

  it('the page behind it does not scroll, and does again when it is closed', async () => {
    const page = await visitPortal({ body: '<p>门户</p>' }, PHONE)
    const overflow = () => page.evaluate(() => getComputedStyle(document.documentElement).overflowY)
    const before = await overflow()
    await openPanel(page)
    expect(await overflow()).toBe('hidden')
    await panelOf(page).getByRole('button', { name: '关闭' }).tap()
    expect(await overflow()).toBe(before)
    await launcherOf(page).waitFor()
  })
})

it('moves nothing for readers who want no motion', async () => {
  const page = await visitPortal({}, { reducedMotion: true })
  await openPanel(page)
  product().answerWith(pacedAnswer().answer)
  const turn = await send(page, FIRE)
  const spinner = turn.locator('.spinner')
  expect(await spinner.evaluate((element) => getComputedStyle(element).animationIterationCount)).toBe('1')
  expect(await launcherOf(page).evaluate((element) => getComputedStyle(element).transitionDuration)).toBe(
    '0s',
  )
})

it('with colours forced by the system still has edges, and shows the focus', async () => {
  const page = await visitPortal()
  await page.emulateMedia({ forcedColors: 'active' })
  const hasLine = (selector: string, side: 'border' | 'outline') =>
    page
      .locator(`policy-chat ${selector}`)
      .first()
      .evaluate((element, side) => {
        const style = getComputedStyle(element)
        const name = side === 'border' ? 'borderTop' : 'outline'
        return style[`${name}Style`] !== 'none' && Number.parseFloat(style[`${name}Width`]) >= 1
      }, side)
  expect(await hasLine('.launcher', 'border')).toBe(true)
  await openPanel(page)
  const turn = await ask(page, FIRE)
  for (const edged of ['.panel', '.badge', '.chip', '.primary', '.answer', '.composer-field'])
    expect(await hasLine(edged, 'border'), edged).toBe(true)
  await turn.locator('.chip').focus()
  expect(await hasLine('.chip', 'outline')).toBe(true)
})

describe('on the sample portal', () => {
  it.each(['zh-Hans', 'zh-Hant', 'en'])('can be used by everybody in %s', async (lang) => {
    const page = await visit(`${product().url}/portal?lang=${lang}`, {
      scheme: lang === 'en' ? 'dark' : 'light',
    })
    await launcherOf(page).waitFor()
    await isForEverybody(page, 'closed')
    await openPanel(page)
    await ask(page, FIRE)
    await isForEverybody(page, 'answered')
    await panelOf(page).locator('.close').click()
    await page.setViewportSize({ width: 320, height: 700 })
    await isForEverybody(page, 'narrow')
  })
})

describe('pictures', () => {
  const SIZES = [
    ['', 1280, 800],
    ['-360', 360, 740],
  ] as const

  it.each(SIZES)(
    'of the portal with an answer, of large text, and of English in the dark%s',
    async (name, width, height) => {
      const page = await visit(`${product().url}/portal?lang=zh-Hans`, { width, height })
      await launcherOf(page).waitFor()
      await shot(page, `widget-closed${name}`)
      await openPanel(page)
      await shot(page, `widget-greeting${name}`)
      await ask(page, '任务')
      await shot(page, `widget-clarify${name}`)
      await ask(page, FIRE)
      await shot(page, `widget-answered${name}`)

      const elder = await visit(`${product().url}/portal?lang=zh-Hant`, { width, height })
      await openPanel(elder)
      await panelOf(elder).getByRole('button', { name: '大字版' }).click()
      await shot(elder, `widget-elder-greeting${name}`)
      await ask(elder, '誰負責消防安全')
      await shot(elder, `widget-elder${name}`)

      const dark = await visitPortal(
        { data: { lang: 'en', theme: 'dark' }, lang: 'en' },
        { width, height, scheme: 'dark' },
      )
      await openPanel(dark)
      await ask(dark, 'Who is responsible for fire safety?')
      await shot(dark, `widget-dark-en${name}`)
    },
  )
})

/** 大字版 keeps its promises: no text below 18 px, nothing to touch below 44 px, contrast of 7 to 1. */
async function isEasy(page: Page, state: string): Promise<void> {
  expect(await page.locator('policy-chat').evaluate(findSmallText), state).toEqual([])
  expect(await targetSizes(page, 44), state).toEqual([])
  expect(await lowContrast(page), state).toEqual([])
}

function findSmallText(widget: Element): string[] {
  const LEAST = 18
  const texts = document.createTreeWalker(widget.shadowRoot ?? widget, NodeFilter.SHOW_TEXT)
  const small: string[] = []
  while (texts.nextNode()) {
    const { parentElement, textContent } = texts.currentNode
    if (!parentElement || !textContent?.trim() || !parentElement.checkVisibility()) continue
    if (parentElement.closest('.visually-hidden, style')) continue
    const size = Number.parseFloat(getComputedStyle(parentElement).fontSize)
    if (size < LEAST) small.push(`${size} px: ${textContent.trim().slice(0, 20)}`)
  }
  return small
}

/** What in the widget has less contrast than WCAG's AAA asks for. */
async function lowContrast(page: Page): Promise<string[]> {
  await page.evaluate(axeCore.source)
  const { violations } = await page.evaluate(() =>
    window.axe.run('policy-chat', { runOnly: ['color-contrast-enhanced'], resultTypes: ['violations'] }),
  )
  return violations.flatMap(({ nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${target.flat().join(' >> ')}: ${failureSummary.slice(0, 220)}`,
    ),
  )
}

/** What reaches beyond the panel's sides. */
function sticksOut(page: Page): Promise<string[]> {
  return panelOf(page).evaluate((dialog) => {
    const { left, right } = dialog.getBoundingClientRect()
    return [...dialog.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden'))
      .filter((element) => {
        const box = element.getBoundingClientRect()
        return box.width > 0 && (box.left < left - 0.5 || box.right > right + 0.5)
      })
      .map((element) => `${element.tagName}.${element.className}`)
  })
}
