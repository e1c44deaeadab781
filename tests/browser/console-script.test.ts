/** Script stays text, wherever it comes from: a question, a model, a conversation that was kept. */

import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Answer } from '../../corpus/types.ts'
import { fakeAnswer } from '../fake-answer.ts'
import { openStandIn } from '../stand-in/stand-in.ts'
import { ask, turnsOf } from './asking.ts'
import { openBrowser } from './pages.ts'
import { type Served, serveProduct } from './served.ts'

const SCRIPT = '<img src=x onerror="hacked=1"><script>hacked=1</script><b title="'

let served: Served
beforeAll(async () => {
  served = await serveProduct()
})
afterAll(() => served.close())
afterEach(() => served.answerWith(served.parts.answer))
const { visit } = openBrowser()

/** An answer with script in all that it says. */
const scripted: typeof fakeAnswer = async (asked, library, setting) => {
  const answer = await fakeAnswer(asked, library, setting)
  return fillWithScript(answer)
}

function fillWithScript(answer: Answer): Answer {
  return {
    ...answer,
    question: SCRIPT,
    statements: answer.statements.map((statement) => ({ ...statement, text: SCRIPT })),
    answer: SCRIPT,
    citations: answer.citations.map((citation) => ({
      ...citation,
      documentTitle: SCRIPT,
      label: SCRIPT,
      path: [SCRIPT],
      quote: SCRIPT,
    })),
    notices: answer.notices.map((notice) => ({ ...notice, text: SCRIPT })),
    suggestions: [SCRIPT],
    aiLabel: SCRIPT,
  }
}

const SAID_IN = [
  '.asked',
  '.lead',
  '.more',
  '.notice',
  '.suggestion',
  '.ai-label',
  'blockquote',
  '.chip',
  'cite',
]

/** It is read as it was written in each of these, and nothing was made of it. */
async function readsAsText(page: Page, places: string[]): Promise<void> {
  for (const place of places)
    expect(await page.locator(`.turn ${place}`).first().textContent(), place).toContain(SCRIPT)
  expect(await page.locator('policy-console :is(img[src="x"], script, b[title])').count()).toBe(0)
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
}

it('in a question, and in the list of conversations', async () => {
  const page = await visit(served.url)
  await ask(page, SCRIPT)
  await readsAsText(page, ['.asked'])
  expect(await page.locator('.conversation').textContent()).toContain(SCRIPT)
})

it('in whatever an answer says, on the page and in what is kept of it', async () => {
  served.answerWith(scripted)
  const page = await visit(served.url)
  const turn = await ask(page, SCRIPT)
  await turn.locator('.evidence summary').click()
  await readsAsText(page, SAID_IN)
  await page.reload()
  await page.locator('.conversation').click()
  await turnsOf(page).locator('.evidence summary').click()
  await readsAsText(page, SAID_IN)
})

it('in an answer that the page was opened with', async () => {
  served.answerWith(scripted)
  const page = await visit(`${served.url}/?question=${encodeURIComponent(SCRIPT)}`)
  await turnsOf(page).locator('.evidence summary').click()
  await readsAsText(page, SAID_IN)
})

it('in what a model says', async () => {
  const model = await openStandIn({ fault: 'script-in-text' })
  const environment = { OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'stand-in' }
  const modelled = await serveProduct({ environment })
  const page = await visit(modelled.url)
  await ask(page, '谁负责消防安全')
  await readsAsText(page, [])
  expect(await page.locator('.turn img').count()).toBe(0)
  expect(model.calls.length).toBeGreaterThan(0)
  await page.close()
  await modelled.close()
  await model.close()
})

it('in the address', async () => {
  const page = await visit(`${served.url}/?lang=${encodeURIComponent(SCRIPT)}#${encodeURIComponent(SCRIPT)}`)
  await page.locator('.welcome').waitFor()
  await readsAsText(page, [])
})
