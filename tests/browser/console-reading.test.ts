/** Reading beside the answer: citations turn the page, and every screen has room for both in turn. */

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Citation } from '../../corpus/types.ts'
import { ask, boxOf, FIRE, turnsOf } from './asking.ts'
import { noSidewaysScroll } from './checks.ts'
import { answerOf, chipOf, MANY_CLAUSES, paneOf, prefer, seesMarked } from './console.ts'
import { openBrowser } from './pages.ts'
import { type Served, serveProduct } from './served.ts'

let served: Served
let citations: Citation[]
beforeAll(async () => {
  served = await serveProduct()
  citations = (await answerOf(served, MANY_CLAUSES)).citations
})
afterAll(() => served.close())
const { visit } = openBrowser()

function cited(n: number): Citation {
  const citation = citations[n - 1]
  if (!citation) throw new Error(`There are only ${citations.length} citations`)
  return citation
}

/** What of the three columns is on the screen. */
function columnsOf(page: Page): Promise<string[]> {
  return page
    .locator('.columns > *')
    .evaluateAll((columns) =>
      columns
        .filter((column) => column.checkVisibility({ visibilityProperty: true }))
        .map((column) => column.tagName.toLowerCase()),
    )
}

const isFocused = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)

describe('a citation', () => {
  it('turns to its clause when it is pointed at, focused or clicked', async () => {
    const page = await visit(served.url)
    await ask(page, MANY_CLAUSES)
    await seesMarked(page, cited(1))
    await chipOf(page, 14).hover()
    await seesMarked(page, cited(14))
    await chipOf(page, 5).focus()
    await seesMarked(page, cited(5))
    await chipOf(page, 9).click()
    await seesMarked(page, cited(9))
    expect(await page.locator('.chip[aria-current]').allInnerTexts()).toEqual([
      expect.stringMatching(/^\[9\]/),
    ])
  })

  it('without motion is there at once', async () => {
    const page = await visit(served.url, { reducedMotion: true })
    await ask(page, MANY_CLAUSES)
    await chipOf(page, 14).click()
    await seesMarked(page, cited(14))
  })

  it('leads to the same quote on the page of the document', async () => {
    const page = await visit(served.url)
    const turn = await ask(page, FIRE)
    await turn.locator('.evidence summary').click()
    const quote = await turn.locator('blockquote').innerText()
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      turn.locator('.evidence .source a').click(),
    ])
    await opened.locator('mark').first().waitFor()
    expect((await opened.locator('mark').allTextContents()).join('')).toBe(quote)
  })
})

describe('the document as outline, targets and agencies', () => {
  it.each([
    ['outline', 'a.outline-row'],
    ['targets', '.targets-table a'],
    ['agencies', '.matrix .cell'],
  ])(
    '%s: what is chosen there opens at its place, and the answer is still there afterwards',
    async (view, link) => {
      const page = await visit(served.url)
      await ask(page, FIRE)
      await page.locator(`.views a[href="#${view}"]`).click()
      await page.locator(link).first().click()
      const current = paneOf(page).locator('.clause.current')
      await expect.poll(() => current.getAttribute('data-clause-id')).not.toBe('2.5.23')
      if (view === 'targets') await paneOf(page).locator('mark').first().waitFor()
      await page.locator('.views a[href="#"]').click()
      expect(await turnsOf(page).locator('.lead').innerText()).toContain('市應急局')
    },
  )

  it('goes back with the browser', async () => {
    const page = await visit(served.url)
    await page.locator('.views a[href="#targets"]').click()
    await page.locator('policy-targets table').waitFor()
    await page.goBack()
    await page.locator('.welcome').waitFor()
  })
})

describe('the screen', () => {
  it('shows three columns where there is room', async () => {
    const page = await visit(served.url, { width: 1440 })
    await ask(page, FIRE)
    expect(await columnsOf(page)).toEqual(['policy-side-bar', 'main', 'policy-document'])
  })

  it('stands still: only its columns scroll', async () => {
    const page = await visit(`${served.url}/?lang=en`)
    await ask(page, MANY_CLAUSES)
    await ask(page, 'What is the phone number for pensions?')
    await page.locator('policy-document mark').waitFor()
    const rest = () =>
      page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight)
    expect(await rest()).toBe(0)
  })

  it('shows two on a tablet, and the conversations when they are called for', async () => {
    const page = await visit(served.url, { width: 820, height: 1180 })
    await ask(page, FIRE)
    expect(await columnsOf(page)).toEqual(['main', 'policy-document'])
    await page.getByRole('button', { name: '对话和设置' }).click()
    expect(await columnsOf(page)).toEqual(['policy-side-bar', 'main'])
    await page.locator('.conversation').click()
    expect(await columnsOf(page)).toEqual(['main', 'policy-document'])
  })

  it.each([
    ['the button', (page: Page) => page.getByRole('button', { name: '关闭原文' }).click()],
    ['Esc', (page: Page) => page.keyboard.press('Escape')],
  ])(
    'shows one on a phone: a citation opens the text, and %s leads back to the citation',
    async (_, close) => {
      const page = await visit(served.url, { width: 360, height: 780, touch: true })
      await ask(page, MANY_CLAUSES)
      expect(await columnsOf(page)).toEqual(['main'])
      await chipOf(page, 3).tap()
      await expect.poll(() => columnsOf(page)).toEqual(['policy-document'])
      await seesMarked(page, cited(3))
      expect(await isFocused(page, '.reading-title')).toBe(true)
      await noSidewaysScroll(page)
      await close(page)
      await expect.poll(() => columnsOf(page)).toEqual(['main'])
      await expect.poll(() => isFocused(page, '.chip[data-n="3"]')).toBe(true)
    },
  )

  it.each([
    ['text twice as large', { width: 1280, height: 800 }, 200],
    ['a zoom of 400 %', { width: 320, height: 256 }, 100],
    ['a small phone', { width: 320, height: 568 }, 100],
    ['a small phone with text twice as large', { width: 320, height: 568 }, 200],
  ])('with %s moves in one direction only, and can be asked', async (_, size, textSize) => {
    const page = await visit(served.url, size)
    await prefer(page, { textSize })
    const turn = await ask(page, FIRE)
    await noSidewaysScroll(page)
    const lead = turn.locator('.lead')
    await lead.evaluate((element) => element.scrollIntoView({ block: 'start' }))
    expect(await lead.evaluate(isReadable), 'the answer can be read').toBe(true)
    expect(await boxOf(page).evaluate(isReadable), 'the box can be typed into').toBe(true)
    for (const view of ['outline', 'targets', 'agencies']) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, view)
      await page.locator(`policy-${view} .count`).waitFor({ state: 'attached' })
      await noSidewaysScroll(page)
    }
  })
})

/** True if its first line can be read or typed into: on the screen from top to bottom, and not covered. */
function isReadable(element: Element): boolean {
  const { left, right, top } = element.getBoundingClientRect()
  const line = Number.parseFloat(getComputedStyle(element).lineHeight)
  const at = (y: number) => document.elementFromPoint((left + right) / 2, y)
  return [top + 2, top + line - 2].every((y) => {
    const met = at(y)
    return met !== null && (element.contains(met) || met.contains(element))
  })
}
