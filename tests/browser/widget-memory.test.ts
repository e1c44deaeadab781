/** What the widget remembers, and for how long: the conversation for the tab, 大字版 for good. */

import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ask, askedIn, boxOf, FIRE, send, turnsOf } from './asking.ts'
import { pacedAnswer } from './paced-answer.ts'
import { focused, JOBS, launcherOf, openEmbedding, openPanel, panelOf } from './widget.ts'

const { visit, visitPortal, product, portal, store } = openEmbedding()

const button = (page: Page, name: string) => panelOf(page).getByRole('button', { name, exact: true })

describe('the conversation', () => {
  it('goes on when a link of the portal is followed, and the panel stays open', async () => {
    const page = await visit(`${product().url}/portal?lang=zh-Hans`)
    await openPanel(page)
    await ask(page, '城市公厕建多少座')
    await page.locator('.menu a').nth(2).click()
    await page.waitForURL('**section=2')
    await turnsOf(page).locator('.lead').waitFor()
    expect(await focused(page)).toBe('body')
    const turn = await ask(page, '这项归谁管')
    expect(await turn.locator('.lead').innerText()).toContain('市城管局')
    expect(await askedIn(page)).toHaveLength(2)
    const key = await page.evaluate(() =>
      JSON.parse(sessionStorage.getItem('policy-chat:conversation') ?? ''),
    )
    await expect
      .poll(async () => (await product().parts.store.conversation(key.id))?.turns.length, {
        message: 'turns of one conversation, for the server too',
      })
      .toBe(2)
  })

  it('is not known in another tab', async () => {
    const page = await visitPortal()
    await openPanel(page)
    await ask(page, FIRE)
    const other = await page.context().newPage()
    await other.goto(portal().url)
    await openPanel(other)
    await panelOf(other).locator('.welcome').waitFor()
    expect(await turnsOf(other).count()).toBe(0)
  })

  it('is cleared when the reader says so twice, at the server too, and stays cleared', async () => {
    const page = await visitPortal()
    await openPanel(page)
    const { total } = await store.conversations({ limit: 1 })
    await ask(page, FIRE)
    await expect.poll(async () => (await store.conversations({ limit: 1 })).total).toBe(total + 1)
    await button(page, '清空').click()
    await button(page, '不清空').click()
    expect(await turnsOf(page).count()).toBe(1)
    await button(page, '清空').click()
    await button(page, '清空').click()
    await panelOf(page).locator('.welcome').waitFor()
    await expect.poll(async () => (await store.conversations({ limit: 1 })).total).toBe(total)
    await expect.poll(() => focused(page)).toBe('textarea')
    await page.reload()
    await panelOf(page).locator('.welcome').waitFor()
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(FIRE)
  })

  it('is cleared at the server later, where it is out of reach, and the panel says so until then', async () => {
    const page = await visit(`${product().url}/portal?lang=zh-Hans`, { expected: [/status of 503/] })
    await openPanel(page)
    const { total } = await store.conversations({ limit: 1 })
    await ask(page, FIRE)
    await page.route('**/api/conversations/*', (route) => route.fulfill({ status: 503 }))
    await button(page, '清空').click()
    await button(page, '清空').click()
    const undeleted = panelOf(page).locator('.undeleted')
    await undeleted.getByText('服务器上的记录还没能删除').waitFor()
    expect(await panelOf(page).getByText('对话已清空。').count()).toBe(0)
    await page.unroute('**/api/conversations/*')
    await page.reload()
    await panelOf(page).locator('.welcome').waitFor()
    await expect.poll(async () => (await store.conversations({ limit: 1 })).total).toBe(total)
    expect(await undeleted.count()).toBe(0)
  })

  it('is cleared while an answer comes in, and that answer does not come back', async () => {
    const page = await visitPortal()
    await openPanel(page)
    const paced = pacedAnswer()
    product().answerWith(paced.answer)
    const turn = await send(page, JOBS)
    paced.say()
    await turn.locator('.lead').waitFor()
    await button(page, '清空').click()
    await button(page, '清空').click()
    await expect.poll(() => paced.left).toBe(1)
    product().answerWith(product().parts.answer)
    await ask(page, FIRE)
    expect(await askedIn(page)).toEqual([expect.stringContaining(FIRE)])
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(JOBS)
  })

  it('keeps a question that was left before its answer, to be asked again', async () => {
    const page = await visitPortal()
    await openPanel(page)
    const paced = pacedAnswer()
    product().answerWith(paced.answer)
    await send(page, FIRE)
    await expect.poll(() => paced.asks.length).toBe(1)
    await page.reload()
    const turn = turnsOf(page).first()
    product().answerWith(product().parts.answer)
    await turn.getByRole('button', { name: '重试' }).click()
    await turn.locator('.actions').waitFor()
    expect(await askedIn(page)).toEqual([expect.stringContaining(FIRE)])
  })

  it('of another shape does no harm', async () => {
    const page = await visitPortal()
    const answer = '{"statements": [{}]}'
    for (const kept of ['x', `[null, {"id": "t", "question": "旧", "at": "", "answer": ${answer}}]`]) {
      await page.evaluate((kept) => sessionStorage.setItem('policy-chat:turns', kept), kept)
      await page.reload()
      await page.evaluate(() => window.PolicyChat?.open())
      await ask(page, FIRE)
    }
  })
})

it('a link that the tab kept and that leads nowhere does no harm', async () => {
  const page = await visitPortal()
  await openPanel(page)
  await ask(page, FIRE)
  await page.evaluate(() => {
    const turns = JSON.parse(sessionStorage.getItem('policy-chat:turns') ?? '')
    for (const citation of turns[0].answer.citations) citation.url = 'http://'
    sessionStorage.setItem('policy-chat:turns', JSON.stringify(turns))
  })
  await page.reload()
  await ask(page, JOBS)
  expect((await askedIn(page)).join()).toContain(JOBS)
})

describe('the reader’s choice', () => {
  it('of a closed panel holds against data-open', async () => {
    const page = await visitPortal({ data: { open: 'open' } })
    await boxOf(page).waitFor()
    await button(page, '关闭').click()
    await page.reload()
    await launcherOf(page).waitFor()
    expect(await panelOf(page).isVisible()).toBe(false)
  })

  it('of a language is kept for the tab, and goes for all that the widget says', async () => {
    const page = await visitPortal()
    await openPanel(page)
    await panelOf(page).getByRole('combobox').selectOption('en')
    await button(page, 'Large text').waitFor()
    expect(await panelOf(page).getAttribute('aria-label')).toBe('Policy answers')
    await page.reload()
    await button(page, 'Large text').waitFor()
    await button(page, 'Close').click()
    expect(await launcherOf(page).innerText()).toBe('Ask about policy')
  })

  it('of large text is kept for good, in another tab too', async () => {
    const page = await visitPortal()
    await openPanel(page)
    await button(page, '大字版').click()
    await panelOf(page).getByText('您好，您想问什么？').waitFor()
    await page.reload()
    await panelOf(page).getByText('您好，您想问什么？').waitFor()
    const other = await page.context().newPage()
    await other.goto(portal().url)
    await openPanel(other)
    expect(await button(other, '大字版').getAttribute('aria-pressed')).toBe('true')
    await button(other, '大字版').click()
    await panelOf(other).getByText('您好，想了解哪项政策？').waitFor()
  })
})
