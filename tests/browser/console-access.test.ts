/** The console for everybody: each of its states, in each language, light and dark, wide and narrow. */

import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ask, boxOf, FIRE, send, turnsOf } from './asking.ts'
import { axe, noSidewaysScroll, targetSizes } from './checks.ts'
import { prefer } from './console.ts'
import { pacedAnswer } from './paced-answer.ts'
import { openBrowser, shot } from './pages.ts'
import { type Served, serveProduct } from './served.ts'

const NOT_STATED = '养老服务中心的负责人电话是多少'

let served: Served
beforeAll(async () => {
  served = await serveProduct()
})
afterAll(() => served.close())
afterEach(() => served.answerWith(served.parts.answer))
const { visit } = openBrowser()

/** Languages bring other words, and themes other colours: each is met, and not each with each. */
const SETTINGS = [
  { lang: 'zh-Hans', theme: 'light' },
  { lang: 'zh-Hant', theme: 'dark' },
  { lang: 'en', theme: 'light' },
] as const

async function isForEverybody(page: Page, state: string): Promise<void> {
  expect(await axe(page), state).toEqual([])
  expect(await targetSizes(page, 24), state).toEqual([])
  await noSidewaysScroll(page)
}

async function view(page: Page, name: string): Promise<void> {
  await page.locator(`.views a[href="#${name}"]`).click()
  await page.locator(name ? `policy-${name} .count` : 'policy-composer').waitFor()
}

const outcomes = (page: Page) =>
  turnsOf(page)
    .locator('.answer')
    .evaluateAll((answers) => answers.map((answer) => (answer as HTMLElement).dataset.outcome))

describe.each(SETTINGS)('in $lang, $theme', (setting) => {
  it('can be used by everybody, whatever is answered', async () => {
    const page = await visit(served.url)
    await prefer(page, setting)
    await isForEverybody(page, 'empty')
    await ask(page, '任务')
    expect(await outcomes(page)).toEqual(['clarify'])
    await isForEverybody(page, 'clarify')

    await page.locator('.new').click()
    for (const question of [FIRE, NOT_STATED, '上海的养老金多少', '你好', '2026年新增就业多少人'])
      await ask(page, question)
    const first = turnsOf(page).first()
    await first.locator('.feedback button').last().click()
    await first.locator('.feedback-form').waitFor()
    await first.locator('.dispatch-note summary').click()
    await first.locator('.evidence summary').click()
    expect(await outcomes(page)).toEqual(['answered', 'not_stated', 'out_of_scope', 'declined', 'not_stated'])
    await isForEverybody(page, 'outcomes, feedback, dispatch note')
  })

  it('can be used by everybody while an answer comes in, stops or fails', async () => {
    const page = await visit(served.url, { expected: [/status of 502/] })
    await prefer(page, setting)
    const paced = pacedAnswer()
    served.answerWith(paced.answer)
    const turn = await send(page, '城镇新增就业多少')
    paced.say()
    await turn.locator('.lead').waitFor()
    await isForEverybody(page, 'streaming')

    await page.keyboard.press('Escape')
    await turn.locator('.badge.stopped').waitFor()
    await page.route('**/api/chat', (route) => route.fulfill({ status: 502, body: '' }))
    await send(page, FIRE)
    await page.getByRole('alert').waitFor()
    await boxOf(page).press('ArrowUp')
    await page.locator('.composer-note').waitFor()
    await boxOf(page).fill('消'.repeat(2001))
    await page.locator('#composer-count .problem').waitFor()
    await isForEverybody(page, 'stopped, failed, edited, too long')
  })

  it('can be used by everybody in its views', async () => {
    const page = await visit(served.url)
    await prefer(page, setting)
    for (const name of ['outline', 'targets', 'agencies']) {
      await view(page, name)
      await isForEverybody(page, name)
    }
  })

  it('can be used by everybody on a phone', async () => {
    const page = await visit(served.url, { width: 360, height: 780, touch: true })
    await prefer(page, setting)
    const turn = await ask(page, FIRE)
    await isForEverybody(page, 'answer')
    await turn.locator('.chip').tap()
    await page.locator('.columns[data-open="pane"] mark').waitFor()
    await isForEverybody(page, 'pane')
    await page.locator('.menu').tap()
    await page.locator('.columns[data-open="side"] .conversation').waitFor()
    await isForEverybody(page, 'conversations')
    await view(page, 'agencies')
    await isForEverybody(page, 'agencies')
  })
})

it('says who is signed in, and when that has ended; what was typed outlives the way through the sign-in', async () => {
  const page = await visit(served.url, { expected: [/status of 401/] })
  await signIn(page)
  const head = page.locator('.masthead')
  await head.getByText('王小明').waitFor()
  await head.getByRole('link', { name: '管理' }).waitFor()
  await head.getByRole('button', { name: '退出登录' }).waitFor()
  await isForEverybody(page, 'signed in')

  await page.route('**/api/chat', (route) => route.fulfill({ status: 401, body: '{}' }))
  await send(page, FIRE)
  const again = page.getByRole('link', { name: '重新登录' })
  await again.waitFor()
  expect(await head.getByText('王小明').count()).toBe(0)
  await boxOf(page).fill('写了一半')
  await isForEverybody(page, 'session ended')
  await again.click()
  await page.goto(served.url)
  await expect.poll(() => boxOf(page).inputValue()).toBe('写了一半')
})

/** As if the page had been given to somebody who signed in, whose session has ended since. */
async function signIn(page: Page): Promise<void> {
  await page.addInitScript(() =>
    document.addEventListener('readystatechange', () => {
      const element = document.querySelector<HTMLElement>('policy-console')
      if (!element || document.readyState !== 'interactive') return
      const staff = { name: '王小明', role: 'editor', canSignOut: true }
      element.dataset.given = JSON.stringify({ ...JSON.parse(element.dataset.given ?? '{}'), staff })
    }),
  )
  await page.reload()
}

it('with colours forced by the system still shows focus, outcome and quote', async () => {
  const page = await visit(served.url)
  await page.emulateMedia({ forcedColors: 'active' })
  const turn = await ask(page, FIRE)
  await page.locator('policy-document mark').waitFor()
  const hasLine = (selector: string, side: 'border' | 'outline') =>
    page
      .locator(selector)
      .first()
      .evaluate((element, side) => {
        const style = getComputedStyle(element)
        const [width, kind] =
          side === 'border'
            ? [style.borderTopWidth, style.borderTopStyle]
            : [style.outlineWidth, style.outlineStyle]
        return kind !== 'none' && Number.parseFloat(width) >= 1
      }, side)
  for (const bordered of ['.badge', '.chip', 'button.primary', '.answer', '.composer-field'])
    expect(await hasLine(bordered, 'border'), bordered).toBe(true)
  expect(await hasLine('policy-document mark', 'outline')).toBe(true)
  await turn.locator('.chip').focus()
  expect(await hasLine('.chip:focus', 'outline')).toBe(true)
  await boxOf(page).focus()
  const isSeen = await Promise.all([hasLine('textarea', 'outline'), hasLine('.composer-field', 'outline')])
  expect(isSeen, 'focus of the box').toContain(true)
})

describe('pictures', () => {
  it.each([
    ['answered', { lang: 'zh-Hans' }, FIRE],
    ['clarify', { lang: 'zh-Hans' }, '任务'],
    ['not-stated-en-dark', { lang: 'en', theme: 'dark' }, 'What is the phone number for pensions?'],
  ] as const)('of what is %s', async (name, choice, question) => {
    const page = await visit(served.url)
    await prefer(page, choice)
    await ask(page, question)
    await shot(page, `console-${name}`)
  })

  it('of the views and of a phone', async () => {
    const page = await visit(served.url)
    for (const name of ['targets', 'agencies']) {
      await view(page, name)
      await shot(page, `console-${name}`)
    }
    await page.setViewportSize({ width: 360, height: 780 })
    await view(page, '')
    const turn = await ask(page, FIRE)
    await shot(page, 'console-360-answer')
    await turn.locator('.chip').click()
    await page.locator('.columns[data-open="pane"] mark').waitFor()
    await shot(page, 'console-360-pane')
  })
})
