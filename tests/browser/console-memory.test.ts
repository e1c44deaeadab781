/** What the console remembers: conversations, and how its reader wants to see it. */

import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ANSWER_STRINGS } from '../../server/web/client/strings/answer.ts'
import { CONSOLE_STRINGS } from '../../server/web/client/strings/console.ts'
import { ask, askedIn, boxOf, FIRE, send, TOILETS, turnsOf } from './asking.ts'
import { answerOf, seesMarked } from './console.ts'
import { pacedAnswer } from './paced-answer.ts'
import { openBrowser } from './pages.ts'
import { type Served, serveProduct } from './served.ts'

const ID_NUMBER = '320911199001011234'

let served: Served
beforeAll(async () => {
  served = await serveProduct()
})
afterAll(() => served.close())
afterEach(() => served.answerWith(served.parts.answer))
const { visit } = openBrowser()

const namesOf = (page: Page) => page.locator('.conversation').allInnerTexts()
const begin = (page: Page) => page.getByRole('button', { name: '新对话' }).click()

/** Two conversations; the second is shown. */
async function withTwo(page: Page): Promise<void> {
  await ask(page, FIRE)
  await begin(page)
  await ask(page, TOILETS)
}

describe('conversations', () => {
  it('are kept over a reload, newest first, and go on where they were', async () => {
    const page = await visit(served.url)
    await withTwo(page)
    await page.reload()
    expect(await namesOf(page)).toEqual([TOILETS, FIRE])
    await page.locator('.conversation', { hasText: FIRE }).click()
    expect(await askedIn(page)).toEqual([expect.stringContaining(FIRE)])
    for (const citation of (await answerOf(served, FIRE)).citations) await seesMarked(page, citation)

    await ask(page, '第23项说了什么')
    expect(await namesOf(page)).toEqual([FIRE, TOILETS])
    expect(await askedIn(page)).toHaveLength(2)
  })

  it('are found by what was asked or answered in them', async () => {
    const page = await visit(served.url)
    await withTwo(page)
    const search = page.getByRole('searchbox', { name: '查找对话' })
    await search.fill('市發改委')
    await expect.poll(() => namesOf(page)).toEqual([FIRE])
    await search.fill('没有这样的词')
    await page.getByText('没有找到。').waitFor()
    await search.fill('')
    await expect.poll(() => namesOf(page)).toEqual([TOILETS, FIRE])
  })

  it('are gone for good when they are deleted', async () => {
    const page = await visit(served.url)
    await withTwo(page)
    await page.locator('li', { hasText: TOILETS }).hover()
    await page.getByRole('button', { name: `删除对话：${TOILETS}` }).click()
    expect(await askedIn(page)).toEqual([])
    await page.locator('.welcome').waitFor()
    await page.reload()
    await expect.poll(() => namesOf(page)).toEqual([FIRE])
  })

  it('leave the keyboard among them when another than the one shown is deleted', async () => {
    const page = await visit(served.url)
    await withTwo(page)
    await page.getByRole('button', { name: `删除对话：${FIRE}` }).press('Enter')
    await expect.poll(() => namesOf(page)).toEqual([TOILETS])
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  })

  it('keep a question that got no answer', async () => {
    const page = await visit(served.url, { expected: [/status of 502/] })
    await page.route('**/api/chat', (route) => route.fulfill({ status: 502 }))
    await send(page, FIRE)
    await page.getByRole('alert').waitFor()
    await page.unroute('**/api/chat')
    await page.reload()
    await page.getByRole('button', { name: '重试' }).click()
    await turnsOf(page).last().locator('.actions').waitFor()
    expect(await namesOf(page)).toEqual([FIRE])
  })

  it('keep no personal numbers, not even of a question that got no answer', async () => {
    const page = await visit(served.url, { expected: [/status of 502/] })
    await page.route('**/api/chat', (route) => route.fulfill({ status: 502 }))
    await send(page, `我的身份证号是${ID_NUMBER}，谁负责消防`)
    await page.getByRole('alert').waitFor()
    await page.unroute('**/api/chat')
    await send(page, `我是${ID_NUMBER}，城市公厕建多少座`)
    await turnsOf(page).last().locator('.actions').waitFor()
    expect(await turnsOf(page).last().locator('.asked').innerText()).not.toContain(ID_NUMBER)
    const isKept = (text: string) =>
      page.evaluate((text) => JSON.stringify(localStorage).includes(text), text)
    expect(await isKept('城市公厕')).toBe(true)
    expect(await isKept(ID_NUMBER)).toBe(false)
  })

  it('do not mix: an answer that comes in while another is shown is not shown there', async () => {
    const page = await visit(served.url)
    await ask(page, FIRE)
    const paced = pacedAnswer()
    served.answerWith(paced.answer)
    await begin(page)
    const turn = await send(page, TOILETS)
    paced.say()
    await turn.locator('.lead').waitFor()
    await page.locator('.conversation', { hasText: FIRE }).click()
    await expect.poll(() => paced.left).toBe(1)
    served.answerWith(served.parts.answer)
    expect(await askedIn(page)).toEqual([expect.stringContaining(FIRE)])
    await ask(page, '第23项说了什么')
    expect(await askedIn(page)).toHaveLength(2)
  })

  it('of another shape, as an older version may have left them, do no harm', async () => {
    const page = await visit(served.url)
    await page.evaluate(() => {
      const at = '2026-01-01T00:00:00Z'
      const turn = { id: 't', question: '旧问题', at, state: 'answered', told: [] }
      const answer = {
        statements: [{}],
        citations: [{}],
        notices: [{}],
        suggestions: [],
        responsibilities: [],
      }
      const kept = [7, { id: 'a', at, turns: 'none' }, { id: 'b', at, turns: [{ ...turn, answer }] }]
      localStorage.setItem('policy-chat:conversations', JSON.stringify(kept))
    })
    await page.reload()
    await ask(page, FIRE)
    for (const old of await page.locator('.conversation', { hasText: '旧问题' }).all()) await old.click()
    await begin(page)
    await ask(page, TOILETS)
  })
})

describe('what the server keeps of a conversation', () => {
  const keyIn = (page: Page) =>
    page.evaluate(() => JSON.parse(localStorage.getItem('policy-chat:conversations') ?? '')[0].key)
  const turnsThere = async (id: string) => (await served.parts.store.conversation(id))?.turns.length
  const drop = (page: Page) => page.getByRole('button', { name: `删除对话：${FIRE}` }).press('Enter')

  it('is gone on with by a secret that nobody sees, and is deleted with the conversation', async () => {
    const page = await visit(served.url)
    await ask(page, FIRE)
    const { id, secret } = await keyIn(page)
    expect(secret).toMatch(/^[\w-]{22}$/)
    await page.reload()
    await ask(page, TOILETS)
    await expect.poll(() => turnsThere(id)).toBe(2)
    expect(await keyIn(page)).toEqual({ id, secret })
    expect(await page.content()).not.toContain(secret)

    await drop(page)
    await expect.poll(() => turnsThere(id)).toBeUndefined()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.locator('.conversation').waitFor()
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(secret)
  })

  it('is deleted when the console next opens, where the server could not do it at once', async () => {
    const page = await visit(served.url, { expected: [/status of 503/] })
    await ask(page, FIRE)
    const { id } = await keyIn(page)
    await page.route('**/api/conversations/*', (route) => route.fulfill({ status: 503 }))
    await drop(page)
    await page.getByText('服务器上的记录还没能删除').waitFor()
    expect(await namesOf(page)).toEqual([])
    await page.unroute('**/api/conversations/*')
    expect(await turnsThere(id)).toBe(1)
    await page.reload()
    await expect.poll(() => turnsThere(id)).toBeUndefined()
  })
})

describe('the reader’s choice', () => {
  it('of language, theme and text size is kept over a reload', async () => {
    const page = await visit(served.url)
    await page.getByRole('button', { name: '深色' }).click()
    await page.getByRole('button', { name: '放大文字' }).click()
    await page.getByRole('button', { name: 'English' }).click()
    const looks = () =>
      page.evaluate(() => {
        const { lang, dataset, style } = document.documentElement
        const { backgroundColor } = getComputedStyle(document.body)
        return {
          lang,
          theme: dataset.theme,
          size: style.fontSize,
          isDark: /rgb\((\d|[0-5]\d),/.test(backgroundColor),
        }
      })
    const chosen = { lang: 'en', theme: 'dark', size: '115%', isDark: true }
    expect(await looks()).toEqual(chosen)
    await page.reload()
    await page.locator('.welcome').waitFor()
    expect(await looks()).toEqual(chosen)
    expect(await page.title()).toBe('Ask what the caller asks · Policy answers')
  })

  it('of a language goes for all that the console says, and not for answers', async () => {
    const page = await visit(served.url)
    const turn = await ask(page, FIRE)
    const lead = await turn.locator('.lead').innerText()
    for (const lang of ['zh-Hant', 'en'] as const) {
      await page.locator(`.languages button[lang="${lang}"]`).click()
      await page.getByRole('button', { name: CONSOLE_STRINGS[lang].dispatch.copy }).waitFor()
      await page.getByRole('button', { name: ANSWER_STRINGS[lang].copy }).waitFor()
      await page.getByRole('button', { name: CONSOLE_STRINGS[lang].newConversation }).waitFor()
      expect(await boxOf(page).getAttribute('placeholder')).toBe(ANSWER_STRINGS[lang].placeholder)
      expect(await turn.locator('.badge').innerText()).toBe(ANSWER_STRINGS[lang].outcomes.answered)
      expect(await turn.locator('.lead').innerText()).toBe(lead)
    }
  })

  it('of English leaves no Chinese that is not said to be Chinese', async () => {
    const page = await visit(served.url)
    await page.getByRole('button', { name: 'English' }).click()
    const turn = await ask(page, FIRE)
    await turn.locator('.dispatch-agencies').waitFor()
    await page.locator('policy-document .register').waitFor()
    const found = await page.evaluate(findUnmarkedChinese)
    for (const view of ['outline', 'targets', 'agencies']) {
      await page.locator(`.views a[href="#${view}"]`).click()
      await page.locator(`policy-${view} .count`).waitFor()
      found.push(...(await page.evaluate(findUnmarkedChinese)))
    }
    expect([...new Set(found)]).toEqual([])
  })

  it('of a language in the address wins over the one that was kept', async () => {
    const page = await visit(`${served.url}/?lang=en`)
    await page.getByRole('button', { name: '繁體' }).click()
    expect(new URL(page.url()).searchParams.get('lang')).toBe('zh-Hant')
    await page.reload()
    await page.getByRole('button', { name: '新對話' }).waitFor()
  })
})

/** Chinese where the language is said to be English, but for what readers type, and where HTML cannot say it. */
function findUnmarkedChinese(): string[] {
  const EXCEPT = '.asked, .conversation, .languages, pre, option'
  const isUnmarked = (element: Element | null, text: string | null) =>
    /\p{Script=Han}/u.test(text ?? '') && element?.closest('[lang]')?.getAttribute('lang') === 'en'
  const found: string[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { parentElement, textContent } = texts.currentNode
    if (parentElement?.closest(EXCEPT)) continue
    if (isUnmarked(parentElement, textContent))
      found.push(`${parentElement?.className}: ${textContent?.slice(0, 40)}`)
  }
  return found
}
