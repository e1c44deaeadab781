/** What a worker does while an answer comes in, and after: nothing of it takes a question, an answer or the place away. */

import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ask, askedIn, boxOf, FIRE, send, TOILETS, turnsOf } from './asking.ts'
import { answerOf, chipOf, MANY_CLAUSES, paneOf, seesMarked } from './console.ts'
import { pacedAnswer } from './paced-answer.ts'
import { openBrowser } from './pages.ts'
import { type Served, serveProduct } from './served.ts'

/** Two statements, each with a citation of its own. */
const TWO_STATEMENTS = '城镇新增就业多少'

let served: Served
beforeAll(async () => {
  served = await serveProduct()
})
afterAll(() => served.close())
afterEach(() => served.answerWith(served.parts.answer))
const { visit } = openBrowser()

const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName)

/** An answer that has told its first statement and waits. */
async function coming(page: Page, question: string) {
  const paced = pacedAnswer()
  served.answerWith(paced.answer)
  const turn = await send(page, question)
  paced.say()
  await turn.locator('.lead').waitFor()
  return { paced, turn }
}

describe('while an answer comes in', () => {
  it('the text stays where the reader turned it to', async () => {
    const page = await visit(served.url)
    const { paced, turn } = await coming(page, MANY_CLAUSES)
    await chipOf(page, 3).click()
    await paneOf(page).locator('mark').waitFor()
    const shown = await paneOf(page).locator('.reading-clause').innerText()
    paced.end()
    await turn.locator('.actions').waitFor()
    expect(await paneOf(page).locator('.reading-clause').innerText()).toBe(shown)
  })

  it('a view of the register keeps its room', async () => {
    const page = await visit(served.url)
    const { paced, turn } = await coming(page, TWO_STATEMENTS)
    await page.getByRole('link', { name: '指标' }).click()
    await page.locator('.targets-table').waitFor()
    paced.end()
    await turn.locator('.actions').waitFor({ state: 'attached' })
    expect(await paneOf(page).isVisible()).toBe(false)
  })

  it('a citation opens by its number', async () => {
    const page = await visit(served.url)
    const { paced } = await coming(page, FIRE)
    await page.keyboard.press('Alt+Digit1')
    await paneOf(page).locator('mark').waitFor()
    expect(await paneOf(page).locator('.reading-clause').innerText()).toContain('第23項')
    paced.end()
  })

  it('a reload keeps the question, and asks it again', async () => {
    const page = await visit(served.url)
    await ask(page, FIRE)
    await coming(page, TOILETS)
    served.answerWith(served.parts.answer)
    await page.reload()
    expect(await askedIn(page)).toEqual([expect.stringContaining(FIRE), expect.stringContaining(TOILETS)])
    await page.getByRole('button', { name: '重试' }).click()
    await turnsOf(page).last().locator('.actions').waitFor()
    expect(await turnsOf(page).last().locator('.lead').innerText()).toContain('79座')
  })

  it('to choose the conversation that is shown changes nothing', async () => {
    const page = await visit(served.url)
    await ask(page, FIRE)
    const { paced, turn } = await coming(page, TOILETS)
    await page.locator('.conversation', { hasText: FIRE }).click()
    paced.end()
    await turn.locator('.actions').waitFor()
    expect(await askedIn(page)).toHaveLength(2)
  })
})

describe('afterwards', () => {
  it('a suggestion asks on, even where the last question was about to be edited', async () => {
    const page = await visit(served.url)
    await ask(page, FIRE)
    await boxOf(page).press('ArrowUp')
    await page.locator('.suggestions .suggestion').first().click()
    await turnsOf(page).nth(1).locator('.actions').waitFor()
    expect((await askedIn(page))[0]).toContain(FIRE)
    expect(await boxOf(page).inputValue()).toBe('')
  })

  it('two tabs go on with one conversation, and lose nothing of each other', async () => {
    const page = await visit(served.url)
    await ask(page, FIRE)
    const other = await page.context().newPage()
    await other.goto(served.url)
    await other.locator('.conversation', { hasText: FIRE }).click()
    await ask(other, TOILETS)
    await ask(page, TWO_STATEMENTS)
    await other.close()
    await page.reload()
    expect(await askedIn(page)).toEqual(
      [FIRE, TOILETS, TWO_STATEMENTS].map((question) => expect.stringContaining(question)),
    )
  })

  it('another try gives the focus to the box, and says what is going on', async () => {
    const page = await visit(served.url, { expected: [/status of 502/] })
    await page.route('**/api/chat', (route) => route.fulfill({ status: 502 }))
    await send(page, FIRE)
    const retry = page.getByRole('button', { name: '重试' })
    await retry.waitFor()
    await page.unroute('**/api/chat')
    await retry.press('Enter')
    await expect.poll(() => focused(page)).toBe('TEXTAREA')
    await turnsOf(page).last().locator('.actions').waitFor()
    expect(await page.locator('policy-console > [role=status]').innerText()).toContain('市應急局')
  })

  it('a conversation that was deleted comes back by one press', async () => {
    const page = await visit(served.url)
    await ask(page, FIRE)
    await page.locator('.conversations li').hover()
    await page.getByRole('button', { name: `删除对话：${FIRE}` }).click()
    await page.locator('.welcome').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.locator('.conversation', { hasText: FIRE }).click()
    expect(await askedIn(page)).toEqual([expect.stringContaining(FIRE)])
  })

  it('a new conversation leaves no clause of the last caller beside it', async () => {
    const page = await visit(served.url)
    await ask(page, FIRE)
    await paneOf(page).locator('mark').waitFor()
    await page.getByRole('button', { name: '新对话' }).click()
    await expect.poll(() => paneOf(page).locator('mark').count()).toBe(0)
    await ask(page, '上海的社保怎么交')
    expect(await paneOf(page).locator('mark').count()).toBe(0)
  })

  it('the clause of the dispatch card is the one that the text is turned to', async () => {
    const page = await visit(served.url)
    await ask(page, MANY_CLAUSES)
    const [, second] = (await answerOf(served, MANY_CLAUSES)).citations
    if (!second) throw new Error('there are more citations')
    await page.locator('.dispatch select').selectOption({ index: 1 })
    await seesMarked(page, second)
    await ask(page, FIRE)
    const basis = turnsOf(page).last().locator('.dispatch-basis a')
    expect(await basis.innerText()).toContain('第23項')
  })

  it('on a phone the way back is the browser’s own', async () => {
    const page = await visit(served.url, { width: 360, height: 740, touch: true })
    await ask(page, FIRE)
    await chipOf(page, 1).click()
    await paneOf(page).locator('mark').waitFor()
    await page.goBack()
    await expect.poll(() => boxOf(page).isVisible()).toBe(true)
    expect(await askedIn(page)).toEqual([expect.stringContaining(FIRE)])
  })

  it('a page that was opened with a question keeps its answer, and asks it once', async () => {
    const page = await visit(`${served.url}/?question=${encodeURIComponent(FIRE)}`)
    await turnsOf(page).locator('.actions').waitFor()
    expect(page.url()).not.toContain('question')
    await page.getByRole('button', { name: '新对话' }).click()
    await page.reload()
    expect(await turnsOf(page).count()).toBe(0)
    expect(await page.locator('.conversation').innerText()).toContain(FIRE)
  })
})
