import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Answer } from '../../corpus/types.ts'
import { keptAnswer, timeAt } from '../store-contract.ts'
import { axe, noSidewaysScroll, targetSizes } from './checks.ts'
import { openBrowser } from './pages.ts'
import { type Served, serveProduct } from './served.ts'

const QUESTIONS = ['电动车怎么上牌', '谁负责消防安全', '公积金能贷多少']

let served: Served
beforeAll(async () => {
  served = await serveProduct()
  const { store } = served.parts
  for (const [i, question] of [...QUESTIONS, ...QUESTIONS].entries()) {
    const answer: Partial<Answer> = { id: `a-${i}`, outcome: i % 3 === 0 ? 'not_stated' : 'answered' }
    await store.addAnswers([keptAnswer(question, i, { conversationId: `talk-${i % 3}`, answer })])
    if (i % 2 === 0)
      await store.addFeedback({ id: `f-${i}`, answerId: `a-${i}`, rating: 'down', receivedAt: timeAt(i) })
  }
  await store.addApproval({
    id: 'p-1',
    question: '老人坐公交免费吗',
    questionKey: 'k',
    documentId: 'gone',
    clauseId: '1',
    clauseDigest: 'd',
    approvedBy: 'li',
    approvedAt: timeAt(0),
  })
})
afterAll(() => served.close())
const { visit } = openBrowser()

it.each([
  ['/staff?lang=en', 'dark'],
  ['/staff/unanswered', 'light'],
  ['/staff/conversations', 'dark'],
  ['/staff/conversations/talk-0', 'light'],
  ['/staff/conversations/talk-0/delete', 'light'],
  ['/staff/feedback', 'light'],
  ['/staff/approvals?lang=zh-Hant', 'dark'],
  ['/staff/approve?conversation=talk-1&answer=a-1', 'light'],
  ['/staff/audit', 'light'],
] as const)('everybody can read %s on a small screen, %s', async (path, scheme) => {
  const page = await visit(served.url + path, { width: 360, scheme })
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  expect(await axe(page)).toEqual([])
  expect(await targetSizes(page, 24)).toEqual([])
  await noSidewaysScroll(page)
})

it('leads an editor by keyboard and without script from what went unanswered to an answer', async () => {
  const page = await visit(`${served.url}/staff?lang=en`, { script: false })
  await page.getByRole('link', { name: 'Review them' }).press('Enter')
  const summary = page.locator('summary', { hasText: '谁负责消防安全' })
  await summary.press('Enter')
  await page.locator('details[open]').getByRole('link', { name: 'Approve a clause' }).first().press('Enter')
  await page.getByRole('radio', { name: '第23項' }).press('Space')
  await page.getByRole('button', { name: 'Preview the answer' }).press('Enter')
  await page.getByRole('heading', { name: 'Answered from 第23項' }).waitFor()
  await page.getByRole('checkbox', { name: /1 asking / }).waitFor()
  await page.getByRole('button', { name: 'Approve this clause' }).press('Enter')
  await page.getByRole('status').waitFor()
  expect(await page.locator('summary', { hasText: '谁负责消防安全' }).count()).toBe(0)
  await page.getByRole('link', { name: 'Approved clauses' }).press('Enter')
  const first = page.locator('.entries > li', { hasText: '谁负责消防安全' })
  expect(await first.textContent()).toContain('In force')
  await first.getByRole('button', { name: 'Withdraw' }).press('Enter')
  await page.getByText('The approval is withdrawn.').waitFor()
  expect((await served.parts.store.approvals()).map(({ id }) => id)).toEqual(['p-1'])
})

it('gives the table to keep as a file', async () => {
  const page = await visit(`${served.url}/staff`)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '表格（CSV）' }).click()
  expect((await download).suggestedFilename()).toBe('policy-chat-2026-10-25-2026-11-23.csv')
})
