/** What is taken from the console into other systems: the dispatch note, the answer, and what people think of it. */

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteStoreInMemory } from '../../server/store/sqlite.ts'
import type { Store } from '../../server/store/store.ts'
import { ask, boxOf, FIRE } from './asking.ts'
import { answerOf } from './console.ts'
import { openBrowser } from './pages.ts'
import { type Served, serveProduct } from './served.ts'

const DOCUMENT = 'yancheng-2022-minsheng'

let served: Served
let store: Store
let isStoreBroken = false
beforeAll(async () => {
  const addFeedback: Store['addFeedback'] = (feedback) =>
    isStoreBroken ? Promise.reject(new Error('The store is down')) : store.addFeedback(feedback)
  served = await serveProduct({ parts: { store: { ...openSqliteStoreInMemory(), addFeedback } } })
})
beforeEach(() => {
  store = openSqliteStoreInMemory()
  isStoreBroken = false
})
afterAll(() => served.close())
const newestFeedback = async () => (await store.feedback({ limit: 9 })).items
const { visit } = openBrowser()

/** Late in the evening of the 28th by UTC, and already the 29th for the reader. */
const TONIGHT = '2026-11-28T20:00:00Z'

/** As staff do it: pastes into a box. */
async function pasted(page: Page): Promise<string> {
  await boxOf(page).focus()
  await page.keyboard.press('ControlOrMeta+V')
  await expect.poll(() => boxOf(page).inputValue()).not.toBe('')
  return boxOf(page).inputValue()
}

async function allowClipboard(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.url })
}

/** As over plain HTTP, where browsers have no clipboard for scripts. */
function withoutClipboard(page: Page): Promise<void> {
  return page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
  })
}

describe.each([
  ['clipboard', allowClipboard],
  ['selection', withoutClipboard],
])('by %s', (_, prepare) => {
  it('the dispatch note goes along: who, on what basis, and what it does not prove', async () => {
    const page = await visit(served.url)
    await prepare(page)
    await page.clock.setFixedTime(TONIGHT)
    await ask(page, FIRE)
    await page.getByRole('button', { name: '复制派单说明' }).click()
    await page.getByRole('button', { name: '已复制' }).waitFor()
    const note = await pasted(page)

    const { aiLabel, citations } = await answerOf(served, FIRE)
    const [cited] = citations
    expect(note).toMatch(/^【派单说明】\n来电问题：谁负责消防安全\n/)
    expect(note).toContain('市應急局、市發改委、市工信局、市生態環境局、市交通局（按职责分工负责）')
    expect(note).toContain(`原文链接：${cited?.url}`)
    expect(note).toContain('\n日期：2026-11-29\n')
    expect(note).toContain('以权责清单和“三定”规定为准')
    expect(note.endsWith(`\n${aiLabel}`)).toBe(true)
    const [, quote = 'no quote'] = /原文：「(.+?)」/s.exec(note) ?? []
    expect(served.parts.library.clause(DOCUMENT, '2.5.23')?.text).toContain(quote)
    expect(quote).toBe(cited?.quote)
  })

  it('the answer goes along with its marks, its quotes, where they stand, and its label', async () => {
    const page = await visit(served.url)
    await prepare(page)
    await ask(page, '城镇新增就业多少')
    await page.getByRole('button', { name: '复制回答和依据' }).click()
    await page.getByRole('button', { name: '已复制' }).waitFor()
    const text = await pasted(page)

    const { answer, aiLabel, citations, notices } = await answerOf(served, '城镇新增就业多少')
    expect(answer).toContain('[2]')
    expect(text).toContain(answer)
    for (const { quote, url } of citations) expect(text).toContain(`「${quote}」\n${url}`)
    for (const notice of notices) expect(text).toContain(notice.text)
    expect(text.endsWith(aiLabel)).toBe(true)
  })
})

it('a dispatch note follows the clause that is chosen for it', async () => {
  const page = await visit(served.url)
  await ask(page, '市财政局负责哪些任务')
  await page.locator('.dispatch select').selectOption({ index: 4 })
  await page.getByText('查看派单说明').click()
  expect(await page.locator('.dispatch pre').innerText()).toContain('第7項')
  expect(await page.locator('.dispatch-agencies').innerText()).toContain('市財政局')
})

describe('a rating', () => {
  it('is received at once, and its comment after it', async () => {
    const page = await visit(served.url)
    const turn = await ask(page, FIRE)
    await turn.getByRole('button', { name: '没帮助' }).click()
    await expect.poll(() => newestFeedback()).toMatchObject([{ rating: 'down' }])
    await turn.getByRole('textbox', { name: /哪里不对/ }).fill('漏了住建局')
    await turn.getByRole('button', { name: '提交' }).click()
    await turn.getByText('谢谢，已收到。').waitFor()
    await expect.poll(() => newestFeedback()).toMatchObject([{ rating: 'down', comment: '漏了住建局' }])
    expect(await turn.getByRole('textbox').count()).toBe(0)
    expect(await turn.getByRole('button', { pressed: true }).allInnerTexts()).toEqual(['没帮助'])
  })

  it('that does not get through says so, and does not look as if it had', async () => {
    isStoreBroken = true
    const page = await visit(served.url, { expected: [/status of 50\d/] })
    const turn = await ask(page, FIRE)
    await turn.getByRole('button', { name: '有帮助' }).click()
    await turn.getByText('评价没有送达，请再试一次。').waitFor()
    expect(await turn.getByRole('button', { pressed: true }).count()).toBe(0)

    isStoreBroken = false
    await turn.getByRole('button', { name: '有帮助' }).click()
    await turn.getByRole('button', { name: '有帮助', pressed: true }).waitFor()
    expect(await newestFeedback()).toMatchObject([{ rating: 'up' }])
  })

  it('keeps a comment that does not get through where it was typed', async () => {
    const page = await visit(served.url, { expected: [/status of 50\d/] })
    const turn = await ask(page, FIRE)
    await turn.getByRole('button', { name: '没帮助' }).click()
    const comment = turn.getByRole('textbox', { name: /哪里不对/ })
    await comment.fill('漏了住建局')
    isStoreBroken = true
    await turn.getByRole('button', { name: '提交' }).click()
    await turn.getByText('评价没有送达，请再试一次。').waitFor()
    expect(await comment.inputValue()).toBe('漏了住建局')
  })
})
