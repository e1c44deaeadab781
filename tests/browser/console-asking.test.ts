/** Asking in the console: three languages, the answer as it comes in, stopping it, asking on. */

import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ask, boxOf, send, turnsOf } from './asking.ts'
import { answerOf, chipOf, seesMarked } from './console.ts'
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

describe('a question', () => {
  it.each([
    ['谁负责消防安全', 'zh-Hans', '市應急局、市發改委、市工信局、市生態環境局、市交通局按职责分工共同负责'],
    ['誰負責消防安全', 'zh-Hant', '市應急局、市發改委、市工信局、市生態環境局、市交通局按職責分工共同負責'],
    ['Who is responsible for fire safety?', 'en', 'Municipal Emergency Management Bureau (市應急局)'],
  ])('%s is answered in its language, with the clause at hand', async (question, lang, words) => {
    const page = await visit(served.url)
    const turn = await ask(page, question)
    expect(await turn.locator('.lead').textContent()).toContain(words)
    expect(await turn.locator('.lead').getAttribute('lang')).toBe(lang)
    expect(await turn.locator('.chip').innerText()).toBe('[1] 第23項')
    const { citations } = await answerOf(served, question)
    expect(citations).toHaveLength(1)
    for (const citation of citations) await seesMarked(page, citation)
  })

  it('is asked on: the second is about the subject of the first', async () => {
    const page = await visit(served.url)
    await ask(page, '城市公厕建多少座')
    const asked = page.waitForRequest('**/api/chat')
    const turn = await ask(page, '这项归谁管')
    expect((await asked).postDataJSON()).toMatchObject({
      question: '这项归谁管',
      history: [
        { role: 'user', content: '城市公厕建多少座' },
        { role: 'assistant', content: expect.stringContaining('79座') },
      ],
    })
    expect(await turnsOf(page).locator('.asked').allInnerTexts()).toEqual([
      expect.stringContaining('城市公厕建多少座'),
      expect.stringContaining('这项归谁管'),
    ])
    expect(await chipOf(page, 1).innerText()).toContain('第8項')
    expect(await turn.locator('.lead').textContent()).toContain('市城管局')
  })

  it('may be one of the examples, or one that an answer suggests', async () => {
    const page = await visit(served.url)
    await page.locator('.welcome .suggestion').first().click()
    const suggested = page.locator('.suggestions .suggestion').first()
    const question = await suggested.innerText()
    await suggested.click()
    const turn = turnsOf(page).nth(1)
    await turn.locator('.actions').waitFor()
    expect(await turn.locator('.asked').innerText()).toContain(question)
  })
})

describe('an answer that comes in', () => {
  it('says what is going on, then a statement after the other, and moves nothing that is read', async () => {
    const paced = pacedAnswer()
    served.answerWith(paced.answer)
    const page = await visit(served.url)
    const turn = await send(page, TWO_STATEMENTS)
    await turn.getByText('正在查找…').waitFor()

    paced.say()
    const lead = await turn.locator('.lead').elementHandle()
    const placeOfLead = () => lead?.evaluate((shown) => shown.getBoundingClientRect().top)
    const text = await lead?.textContent()
    const top = await placeOfLead()
    expect(text).toContain('7万人以上')
    await turn.getByText('正在核对回答…').waitFor()
    await turn.locator('.ai-label').waitFor()

    paced.say()
    await turn.locator('.more').waitFor()
    expect(await placeOfLead()).toBe(top)

    paced.end()
    await turn.locator('.actions').waitFor()
    await turn.locator('.dispatch-agencies').waitFor()
    expect(await placeOfLead()).toBe(top)
    expect(await lead?.evaluate((shown) => shown.isConnected)).toBe(true)
    expect(await lead?.textContent()).toBe(text)
    expect(await turn.locator('.ai-label').count()).toBe(1)
  })

  it('stays where it is below earlier turns, too', async () => {
    const page = await visit(served.url)
    await ask(page, '谁负责消防安全')
    await ask(page, '城市公厕建多少座')
    const paced = pacedAnswer()
    served.answerWith(paced.answer)
    const turn = await send(page, TWO_STATEMENTS)
    paced.say()
    await turn.locator('.lead').waitFor()
    const top = () => turn.locator('.lead').evaluate((shown) => shown.getBoundingClientRect().top)
    const before = await top()
    paced.end()
    await turn.locator('.dispatch-agencies').waitFor()
    expect(await top()).toBe(before)
  })

  it('is in its own language from the first statement on', async () => {
    const paced = pacedAnswer()
    served.answerWith(paced.answer)
    const page = await visit(served.url)
    const turn = await send(page, 'Who is responsible for fire safety?')
    paced.say()
    expect(await turn.locator('.lead').getAttribute('lang')).toBe('en')
  })

  it('is told to screen readers: first that it is looked for, at the end all of it, once', async () => {
    const { statements } = await answerOf(served, TWO_STATEMENTS)
    const paced = pacedAnswer()
    served.answerWith(paced.answer)
    const page = await visit(served.url)
    const said = await listenToStatus(page)
    const turn = await send(page, TWO_STATEMENTS)
    paced.say()
    await turn.locator('.lead').waitFor()
    paced.say()
    paced.end()
    await turn.locator('.dispatch-agencies').waitFor()
    const whole = `回答：${statements.map(({ text }) => text).join(' ')}`
    expect(await said.jsonValue()).toEqual(['正在查找…', whole])
  })
})

describe('an answer that is not waited for', () => {
  it.each([
    ['the button', (page: Page) => page.getByRole('button', { name: '停止' }).click()],
    ['Esc', (page: Page) => page.keyboard.press('Escape')],
  ])(
    'is stopped by %s: what was told stays, the server is left, and another can be asked',
    async (_, stop) => {
      const paced = pacedAnswer()
      served.answerWith(paced.answer)
      const page = await visit(served.url)
      const turn = await send(page, TWO_STATEMENTS)
      paced.say()
      const told = await turn.locator('.lead').textContent()
      await stop(page)
      await turn.getByText('已停止').waitFor()
      expect(await turn.locator('.lead').textContent()).toBe(told)
      expect(await turn.locator('.ai-label').count()).toBe(1)
      await expect.poll(() => paced.left).toBe(1)

      expect(await boxOf(page).evaluate((box) => box === document.activeElement)).toBe(true)
      const next = await send(page, '谁负责消防安全')
      paced.end()
      await next.locator('.actions').waitFor()
      expect(await turnsOf(page).count()).toBe(2)
      expect(await turn.locator('.lead').textContent()).toBe(told)
    },
  )
})

/** What the live region says from now on, text by text. */
function listenToStatus(page: Page) {
  return page.evaluateHandle(() => {
    const said: string[] = []
    const status = document.querySelector('policy-console > [role="status"]') ?? document.body
    const changes = { childList: true, characterData: true, subtree: true }
    new MutationObserver(() => said.push(status.textContent ?? '')).observe(status, changes)
    return said
  })
}
