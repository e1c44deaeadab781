/** What goes wrong: servers that are gone or break down, answers that break off, scripts that do not run. */

import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ask, boxOf, FIRE, send, turnsOf } from './asking.ts'
import { axe } from './checks.ts'
import { pacedAnswer } from './paced-answer.ts'
import { openBrowser } from './pages.ts'
import { type Served, serveProduct } from './served.ts'

const AGENCIES = '市應急局、市發改委'

let served: Served
beforeAll(async () => {
  served = await serveProduct()
})
afterAll(() => served.close())
afterEach(() => served.answerWith(served.parts.answer))
const { visit } = openBrowser()

const alertOf = (page: Page) => page.getByRole('alert')
const retry = (page: Page) => page.getByRole('button', { name: '重试' }).click()

describe('a question', () => {
  it('outlives a server that is down: it is answered when the server is back', async () => {
    const page = await visit(served.url, { expected: [/ERR_CONNECTION_REFUSED/] })
    await page.locator('.welcome').waitFor()
    await served.close()
    const turn = await send(page, FIRE)
    await alertOf(page).getByText('连不上服务器。您的问题还在').waitFor()
    expect(await turn.locator('.asked').innerText()).toContain(FIRE)
    await served.reopen()
    await retry(page)
    await turn.locator('.actions').waitFor()
    expect(await turn.locator('.lead').innerText()).toContain(AGENCIES)
    expect(await alertOf(page).count()).toBe(0)
    expect(await turnsOf(page).count()).toBe(1)
  })

  it('outlives an answerer that breaks down', async () => {
    served.answerWith(() => Promise.reject(new Error('broken, with a secret')))
    const page = await visit(served.url)
    const turn = await send(page, FIRE)
    await alertOf(page).getByText('服务出了点问题。您的问题还在').waitFor()
    expect(await page.locator('body').innerText()).not.toContain('secret')
    served.answerWith(served.parts.answer)
    await retry(page)
    await turn.locator('.lead', { hasText: AGENCIES }).waitFor()
  })

  it.each([
    ['a page of a gateway', 502, '<html>Bad Gateway</html>', '服务出了点问题'],
    ['"wait"', 429, '{}', '提问的人太多'],
    ['a refusal', 403, '{}', '没有获准'],
    ['half an answer', 200, 'event: answer\ndata: {"half', '回答中途断开了'],
  ])('outlives %s', async (_, status, body, words) => {
    const page = await visit(served.url, { expected: status === 200 ? [] : [/status of \d{3}/] })
    const headers = { 'Content-Type': 'text/event-stream' }
    await page.route('**/api/chat', (route) => route.fulfill({ status, body, headers }))
    await send(page, FIRE)
    await alertOf(page).getByText(words).waitFor()
    await page.unroute('**/api/chat')
    await retry(page)
    await turnsOf(page).locator('.lead', { hasText: AGENCIES }).waitFor()
  })
})

it('where the server names a time to wait, asking again is off until then', async () => {
  const page = await visit(served.url, { expected: [/status of 429/] })
  await page.route('**/api/chat', (route) => route.fulfill({ status: 429, headers: { 'Retry-After': '30' } }))
  await page.clock.install()
  const turn = await send(page, FIRE)
  const again = turn.getByRole('button', { name: '重试' })
  await turn.getByText('30 秒后可以重试').waitFor()
  expect(await again.isDisabled()).toBe(true)
  const said = await alertOf(page).textContent()
  expect(said, 'one figure, which runs down').not.toMatch(/\d/)
  expect(await axe(page)).toEqual([])
  await page.clock.fastForward(20_000)
  await turn.getByText(/^(?:10|9) 秒后可以重试/).waitFor()
  expect(await alertOf(page).textContent()).toBe(said)

  await page.clock.fastForward(11_000)
  await turn.getByText('现在可以重试了').waitFor()
  await page.unroute('**/api/chat')
  await again.click()
  await turn.locator('.lead', { hasText: AGENCIES }).waitFor()
})

it('an answer that breaks off keeps what was told, and says that it is not whole', async () => {
  const paced = pacedAnswer()
  served.answerWith(paced.answer)
  const page = await visit(served.url, { expected: [/ERR_/] })
  const turn = await send(page, '城镇新增就业多少')
  paced.say()
  const lead = turn.locator('.lead')
  const told = await lead.innerText()
  await served.close()
  await alertOf(page).getByText('回答中途断开了').waitFor()
  expect(await lead.innerText()).toBe(told)
  expect(await turn.locator('.ai-label').count()).toBe(1)

  await served.reopen()
  served.answerWith(served.parts.answer)
  await retry(page)
  await turn.locator('.actions').waitFor()
  expect(await lead.innerText()).toBe(told)
  expect(await turn.locator('.more').count()).toBe(1)
})

describe('the document', () => {
  it('is read when the server is back', async () => {
    const page = await visit(served.url, { expected: [/ERR_/] })
    await page.route('**/api/documents/**', (route) => route.abort())
    await page.reload()
    await ask(page, FIRE)
    await page.locator('policy-document').getByRole('alert').waitFor()
    await page.getByText('没能读取责任单位。').waitFor()
    await page.unroute('**/api/documents/**')
    await page.locator('policy-document').getByRole('button', { name: '重试' }).click()
    await page.locator('policy-document mark').waitFor()
    await page.locator('.dispatch').getByRole('button', { name: '重试' }).click()
    await page.locator('.dispatch-agencies').waitFor()
  })
})

describe('the plain form', () => {
  const asksPlainly = async (page: Page) => {
    await page.getByRole('textbox', { name: '您的问题' }).fill(FIRE)
    await page.getByRole('button', { name: '提问', exact: true }).click()
    await page.getByText(AGENCIES).first().waitFor()
  }

  it('answers where no script runs', async () => {
    const page = await visit(served.url, { script: false })
    await asksPlainly(page)
  })

  it.each([
    ['does not arrive', (page: Page) => page.route('**/console.js*', (route) => route.abort()), /ERR_FAILED/],
    [
      'breaks down',
      (page: Page) =>
        page.route('**/console.js*', (route) =>
          route.fulfill({ body: 'throw new Error("broken")', contentType: 'text/javascript' }),
        ),
      /page error: Error: broken/,
    ],
  ])('comes back, and answers, where the script of the console %s', async (_, breakIt, complaint) => {
    const page = await visit(served.url, { expected: [complaint] })
    await breakIt(page)
    await page.reload()
    await asksPlainly(page)
    expect(await page.locator('policy-console *').count()).toBe(0)
  })

  it('is gone where the console runs, and a question in the address is answered there', async () => {
    const page = await visit(`${served.url}/?question=${encodeURIComponent(FIRE)}`)
    await turnsOf(page).locator('.lead', { hasText: AGENCIES }).waitFor()
    expect(await page.locator('#plain').count()).toBe(0)
    await page.locator('policy-document mark').waitFor()
    expect(await boxOf(page).count()).toBe(1)
  })
})
