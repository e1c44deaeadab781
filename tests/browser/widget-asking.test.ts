/** Asking in the widget: the answer as it comes in, stopping it, asking on, rating it, and what goes wrong. */

import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { fakeAnswer } from '../fake-answer.ts'
import { openStandIn } from '../stand-in/stand-in.ts'
import { ask, boxOf, FIRE, send, turnsOf } from './asking.ts'
import { answerOf } from './console.ts'
import { pacedAnswer } from './paced-answer.ts'
import { serveProduct } from './served.ts'
import { focused, JOBS, openEmbedding, openPanel, panelOf } from './widget.ts'

const HANDOFF = { HANDOFF_TEXT: '问政务服务大厅', HANDOFF_URL: 'https://hall.example.cn/' }

const { visit, visitPortal, product, store } = openEmbedding(HANDOFF)

/** The panel open, and an answerer that waits. */
async function openPaced(page: Page) {
  const paced = pacedAnswer()
  product().answerWith(paced.answer)
  await openPanel(page)
  return paced
}

const topOf = (page: Page, selector: string) =>
  turnsOf(page)
    .last()
    .locator(selector)
    .evaluate((element) => element.getBoundingClientRect().top)

/** Of the last question, from the top of what scrolls. */
async function distanceFromTop(page: Page): Promise<number> {
  const stream = await panelOf(page)
    .locator('.stream')
    .evaluate((element) => element.getBoundingClientRect().top)
  return (await topOf(page, '.asked')) - stream
}

describe('an answer that comes in', () => {
  it.each([
    ['alone', []],
    ['below others', [FIRE, '城市公厕建多少座']],
  ])('%s is read from its first statement on, which does not move', async (_, before) => {
    const page = await visitPortal()
    await openPanel(page)
    for (const question of before) await ask(page, question)
    const paced = pacedAnswer()
    product().answerWith(paced.answer)
    const turn = await send(page, JOBS)
    await turn.getByText('正在查找…').waitFor()
    paced.say()
    const lead = turn.locator('.lead')
    const told = await lead.innerText()
    expect(told).toContain('7万人以上')
    await expect
      .poll(() => distanceFromTop(page), { message: 'the new question is at the top' })
      .toBeLessThan(24)
    const top = await topOf(page, '.lead')

    paced.say()
    await turn.locator('.more').waitFor()
    expect(await topOf(page, '.lead')).toBe(top)
    paced.end()
    await turn.locator('.actions').waitFor()
    expect(await topOf(page, '.lead')).toBe(top)
    expect(await lead.innerText()).toBe(told)
  })

  it('is told to screen readers: that it is looked for, and at the end all of it, once', async () => {
    const { statements } = await answerOf(product(), JOBS)
    const page = await visitPortal()
    const paced = await openPaced(page)
    const said = await listenToStatus(page)
    const turn = await send(page, JOBS)
    paced.say()
    await turn.locator('.lead').waitFor()
    paced.say()
    paced.end()
    await turn.locator('.actions').waitFor()
    const whole = `回答：${statements.map(({ text }) => text).join(' ')}`
    const heard = await said.jsonValue()
    expect(heard.filter((text) => text.includes('回答：'))).toEqual([whole])
    expect(heard.at(-1)).toBe(whole)
  })

  it.each([
    ['the button', (page: Page) => panelOf(page).getByRole('button', { name: '停止' }).click()],
    ['Esc', (page: Page) => page.keyboard.press('Escape')],
  ])('is stopped by %s: what was told stays, the panel too, and one can ask on', async (_, stop) => {
    const page = await visitPortal()
    const paced = await openPaced(page)
    const turn = await send(page, JOBS)
    paced.say()
    const told = await turn.locator('.lead').innerText()
    await stop(page)
    await turn.getByText('已停止').waitFor()
    expect(await turn.locator('.lead').innerText()).toBe(told)
    expect(await turn.locator('.ai-label').count()).toBe(1)
    await expect.poll(() => paced.left).toBe(1)
    await expect.poll(() => focused(page)).toMatch(/^(textarea|div\.stream)/)
    product().answerWith(product().parts.answer)
    await ask(page, FIRE)
    expect(await turnsOf(page).count()).toBe(2)
  })

  it('waits in the box while another is being answered', async () => {
    const page = await visitPortal()
    const paced = await openPaced(page)
    const turn = await send(page, JOBS)
    paced.say()
    await turn.locator('.lead').waitFor()
    await page.evaluate((question) => window.PolicyChat?.ask(question), FIRE)
    await expect.poll(() => boxOf(page).inputValue()).toBe(FIRE)
    paced.end()
    await turn.locator('.actions').waitFor()
    expect(await turnsOf(page).count()).toBe(1)
  })
})

describe('what goes wrong', () => {
  it('with a server that is down leaves the question, which is answered when it is back', async () => {
    const page = await visitPortal({}, { expected: [/ERR_CONNECTION_REFUSED/] })
    await openPanel(page)
    await panelOf(page).getByRole('link', { name: HANDOFF.HANDOFF_TEXT }).waitFor()
    await product().close()
    const turn = await send(page, FIRE)
    await turn.getByRole('alert').getByText('连不上服务器。您的问题还在').waitFor()
    await product().reopen()
    await turn.getByRole('button', { name: '重试' }).click()
    await turn.locator('.lead').waitFor()
    expect(await turnsOf(page).locator('.asked').allInnerTexts()).toEqual([expect.stringContaining(FIRE)])
    expect(await panelOf(page).getByRole('alert').count()).toBe(0)
  })

  it('with a stream that breaks off is said, and what was told stays', async () => {
    const page = await visitPortal({}, { expected: [/ERR_/] })
    const paced = await openPaced(page)
    const turn = await send(page, JOBS)
    paced.say()
    const told = await turn.locator('.lead').innerText()
    await product().close()
    await turn.getByRole('alert').getByText('回答中途断开了').waitFor()
    expect(await turn.locator('.lead').innerText()).toBe(told)
    expect(await turn.locator('.ai-label').count()).toBe(1)
    await product().reopen()
  })

  it('is no longer looked for; asked again, it is, and the focus is in the box', async () => {
    product().answerWith(() => Promise.reject(new Error('broken')))
    const page = await visitPortal()
    await openPanel(page)
    const status = panelOf(page).locator(':scope > [role="status"]')
    const failed = await send(page, FIRE)
    await failed.getByRole('alert').waitFor()
    expect(await status.textContent()).toBe('')
    await send(page, JOBS)
    await turnsOf(page).nth(1).getByRole('alert').waitFor()

    const paced = pacedAnswer()
    product().answerWith(paced.answer)
    await failed.getByRole('button', { name: '重试' }).click()
    await expect.poll(() => status.textContent()).toMatch(/正在/)
    await expect.poll(() => focused(page)).toBe('textarea')
    paced.end()
    await failed.locator('.actions').waitFor()
    expect(await status.textContent()).toContain('回答：')
  })

  it('with the answerer is said without its words', async () => {
    product().answerWith(() => Promise.reject(new Error('broken, with a secret')))
    const page = await visitPortal()
    await openPanel(page)
    const turn = await send(page, FIRE)
    await turn.getByRole('alert').getByText('服务出了点问题。您的问题还在').waitFor()
    expect(await panelOf(page).innerText()).not.toContain('secret')
  })
})

describe('asking on', () => {
  it('goes on with the subject of the question before', async () => {
    const page = await visitPortal()
    await openPanel(page)
    await ask(page, '城市公厕建多少座')
    const turn = await ask(page, '这项归谁管')
    expect(await turn.locator('.lead').innerText()).toContain('市城管局')
    expect(await turn.locator('.chip').first().innerText()).toContain('第8項')
  })

  it('is done by pressing an example, or what an answer suggests', async () => {
    const page = await visitPortal()
    await openPanel(page)
    await panelOf(page).getByRole('button', { name: '谁负责消防安全？' }).click()
    await asksBy(page, turnsOf(page).locator('.suggestion').first())
  })

  it('is done by pressing a choice where the question could mean several things', async () => {
    const page = await visitPortal()
    await openPanel(page)
    const turn = await ask(page, '任务')
    await asksBy(page, turn.locator('.choice').first())
  })

  it('is done by a person where the documents say nothing, by the way that the server names', async () => {
    const page = await visitPortal()
    await openPanel(page)
    const turn = await ask(page, '上海的养老金多少')
    await turn.getByText('没找到想要的？').waitFor()
    const links = panelOf(page).getByRole('link', { name: HANDOFF.HANDOFF_TEXT })
    expect(await links.count()).toBe(2)
    for (const link of await links.all()) {
      expect(await link.getAttribute('href')).toBe(HANDOFF.HANDOFF_URL)
      expect(await link.getAttribute('target')).toBe('_blank')
    }
  })
})

describe('a rating', () => {
  it('reaches the server from another origin, with its comment', async () => {
    const page = await visitPortal()
    await openPanel(page)
    const turn = await ask(page, FIRE)
    await turn.getByRole('button', { name: '没帮助' }).click()
    await turn.locator('.feedback-form textarea').fill('没有电话')
    await turn.getByRole('button', { name: '提交' }).click()
    await turn.locator('.feedback-form').waitFor({ state: 'detached' })
    await turn.getByText('谢谢，已收到。').waitFor()
    expect((await store.feedback({ limit: 10 })).items).toEqual([
      expect.objectContaining({ rating: 'down', comment: '没有电话' }),
    ])
  })

  it('that does not get through says so', async () => {
    const page = await visitPortal({}, { expected: [/feedback/] })
    await openPanel(page)
    const turn = await ask(page, FIRE)
    await page.route('**/api/feedback', (route) => route.abort())
    await turn.getByRole('button', { name: '有帮助' }).click()
    await turn.getByText('评价没有送达').waitFor()
  })
})

describe('script stays text', () => {
  const SCRIPT = '<img src=x onerror="hacked=1"><script>hacked=1</script>'

  async function nothingRan(page: Page): Promise<void> {
    expect(await page.locator('policy-chat :is(img, script)').count()).toBe(0)
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  }

  it('in a question and in all that an answer says', async () => {
    product().answerWith(async (...asked) => {
      const answer = await fakeAnswer(...asked)
      return {
        ...answer,
        statements: answer.statements.map((statement) => ({ ...statement, text: SCRIPT })),
        citations: answer.citations.map((citation) => ({
          ...citation,
          label: SCRIPT,
          path: [SCRIPT],
          quote: SCRIPT,
        })),
        notices: answer.notices.map((notice) => ({ ...notice, text: SCRIPT })),
        suggestions: [SCRIPT],
        aiLabel: SCRIPT,
      }
    })
    const page = await visitPortal()
    await openPanel(page)
    const turn = await ask(page, SCRIPT)
    for (const place of ['.asked', '.lead', '.notice', '.suggestion', '.ai-label', 'blockquote', '.chip'])
      expect(await turn.locator(place).first().textContent(), place).toContain(SCRIPT)
    await nothingRan(page)
  })

  it('in what a model says', async () => {
    const model = await openStandIn({ fault: 'script-in-text' })
    const modelled = await serveProduct({
      environment: { OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'stand-in' },
    })
    const page = await visit(`${modelled.url}/portal?lang=zh-Hans`)
    await openPanel(page)
    await ask(page, FIRE)
    await nothingRan(page)
    expect(model.calls.length).toBeGreaterThan(0)
    await page.close()
    await modelled.close()
    await model.close()
  })

  it('in what the tab is said to have kept', async () => {
    const page = await visitPortal()
    await openPanel(page)
    await ask(page, FIRE)
    await page.evaluate((script) => {
      const kept = sessionStorage.getItem('policy-chat:turns') ?? ''
      const [turn] = JSON.parse(kept)
      turn.question = script
      turn.answer.statements[0].text = script
      turn.answer.citations[0].quote = script
      const link = { ...turn.answer.citations[0], url: 'javascript:hacked=1' }
      const forged = { ...turn, id: 'forged', answer: { ...turn.answer, citations: [link] } }
      sessionStorage.setItem('policy-chat:turns', JSON.stringify([turn, forged]))
    }, SCRIPT)
    await page.reload()
    await turnsOf(page).first().waitFor()
    for (const place of ['.asked', '.lead', 'blockquote'])
      expect(await turnsOf(page).first().locator(place).first().textContent(), place).toContain(SCRIPT)
    expect(await page.locator('policy-chat a[href^="javascript"]').count()).toBe(0)
    await nothingRan(page)
  })
})

/** Presses the button below the first turn: what it says is the second question, and is answered. */
async function asksBy(page: Page, button: Locator): Promise<void> {
  const question = await button.innerText()
  await button.click()
  const turn = turnsOf(page).nth(1)
  await turn.locator('.lead').waitFor()
  expect(await turn.locator('.asked').innerText()).toContain(question)
}

/** What the live region says from now on, text by text. */
function listenToStatus(page: Page) {
  return panelOf(page).evaluateHandle((dialog) => {
    const said: string[] = []
    const status = dialog.querySelector(':scope > [role="status"]')
    if (!status) throw new Error('The panel has no live region')
    const changes = { childList: true, characterData: true, subtree: true }
    new MutationObserver(() => said.push(status.textContent ?? '')).observe(status, changes)
    return said
  })
}
