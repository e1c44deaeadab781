/** What a portal may say to the widget: attributes of its tag, and calls of its scripts; and what the widget says back. */

import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ask, boxOf, FIRE, turnsOf } from './asking.ts'
import { launcherOf, openEmbedding, openPanel, panelOf, tagOf } from './widget.ts'

const { visitPortal, product } = openEmbedding()

const DOCUMENT = 'yancheng-2022-minsheng'

const colorOf = (page: Page, selector: string) =>
  page.locator(`policy-chat ${selector}`).evaluate((element) => getComputedStyle(element).backgroundColor)

/** What is said in the console from now on, but for errors, which fail a test anyway. */
function listenToWarnings(page: Page): string[] {
  const warnings: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text())
  })
  return warnings
}

describe('the tag', () => {
  it('gives the panel a title, a greeting and questions', async () => {
    const data = {
      title: '问<b>民生</b>',
      greeting: '欢迎！',
      suggestions: '谁负责消防安全？|城市公厕建多少座？',
    }
    const page = await visitPortal({ data })
    await openPanel(page)
    expect(await panelOf(page).locator('.title').textContent()).toBe('问<b>民生</b>')
    expect(await panelOf(page).getAttribute('aria-label')).toBe('问<b>民生</b>')
    expect(await panelOf(page).locator('.greeting').textContent()).toBe('欢迎！')
    expect(await panelOf(page).locator('.examples button').allInnerTexts()).toEqual(
      data.suggestions.split('|'),
    )
    await panelOf(page).getByRole('button', { name: '谁负责消防安全？' }).click()
    await turnsOf(page).locator('.lead').waitFor()
  })

  it('gives it a colour, a place and a theme', async () => {
    const page = await visitPortal({ data: { color: '#c8102e', position: 'bottom-left', theme: 'dark' } })
    const edge = await launcherOf(page).evaluate((launcher) => launcher.getBoundingClientRect().left)
    expect(edge).toBeLessThan(100)
    await openPanel(page)
    const panel = await panelOf(page).evaluate((dialog) => dialog.getBoundingClientRect().left)
    expect(panel).toBe(edge)
    expect(await colorOf(page, '.panel')).toBe('rgb(20, 24, 26)')
    const light = await visitPortal({ data: { color: '#c8102e' } }, { scheme: 'dark' })
    expect(await colorOf(light, '.launcher')).toBe('rgb(200, 16, 46)')
    await openPanel(light)
    expect(await colorOf(light, '.panel')).toBe('rgb(247, 246, 242)')
  })

  it('opens it, but never over all of a phone', async () => {
    const page = await visitPortal({ data: { open: 'open' } })
    await boxOf(page).waitFor()
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    const phone = await visitPortal({ data: { open: 'open' } }, { width: 360, height: 740 })
    await launcherOf(phone).waitFor()
    expect(await panelOf(phone).isVisible()).toBe(false)
  })

  it('follows the scheme of the reader where it says auto', async () => {
    const page = await visitPortal({ data: { theme: 'auto', elder: '' } }, { scheme: 'dark' })
    await openPanel(page)
    expect(await colorOf(page, '.panel')).toBe('rgb(20, 24, 26)')
    await panelOf(page).getByText('您好，您想问什么？').waitFor()
  })

  it('keeps answers to one document', async () => {
    const page = await visitPortal({ data: { document: DOCUMENT } })
    await openPanel(page)
    await panelOf(page).getByText('只在《').waitFor()
    const asked = page.waitForRequest('**/api/chat')
    await ask(page, FIRE)
    expect((await asked).postDataJSON()).toEqual({ question: FIRE, documentId: DOCUMENT })
  })

  it('is warned of once where it is wrong, and nothing else breaks', async () => {
    const data = {
      lang: 'xx',
      color: 'red',
      position: 'top',
      theme: 'sepia',
      open: 'yes',
      elder: 'maybe',
      suggestions: '["',
    }
    const page = await visitPortal({ data: { ...data, document: 'no-such-document', title: '好' } })
    const warnings = listenToWarnings(page)
    await page.reload()
    await openPanel(page)
    await expect.poll(() => warnings).toHaveLength(2)
    for (const name of Object.keys(data)) expect(warnings[0]).toContain(`data-${name}="`)
    expect(warnings[1]).toContain('data-document="no-such-document"')
    await ask(page, FIRE)
    expect(await panelOf(page).locator('.title').innerText()).toBe('好')
    expect(warnings).toHaveLength(2)
  })

  it('may stand on the page twice: there is one widget', async () => {
    const tag = () => tagOf(product().url, { title: '第一' })
    const page = await visitPortal({ body: `${tag()}${tag()}`, data: { title: '第二' } })
    expect(await page.locator('policy-chat').count()).toBe(1)
    await openPanel(page)
    expect(await panelOf(page).locator('.title').innerText()).toBe('第一')
  })
})

describe('scripts of the page', () => {
  it('open, close and toggle it, also before the panel is there', async () => {
    const page = await visitPortal()
    await page.evaluate(() => {
      window.PolicyChat?.open()
      window.PolicyChat?.close()
      window.PolicyChat?.toggle()
    })
    await boxOf(page).waitFor()
    await page.evaluate(() => window.PolicyChat?.toggle())
    await launcherOf(page).waitFor()
    await page.evaluate(() => window.PolicyChat?.open())
    await boxOf(page).waitFor()
  })

  it('ask, also before the panel is there, and set the language', async () => {
    const page = await visitPortal()
    await page.evaluate((question) => window.PolicyChat?.ask(question), FIRE)
    await turnsOf(page).locator('.actions').waitFor()
    await page.evaluate(() => {
      if (window.PolicyChat) window.PolicyChat.lang = 'en'
    })
    await panelOf(page).getByRole('button', { name: 'Large text' }).waitFor()
    expect(await page.evaluate(() => window.PolicyChat?.lang)).toBe('en')
    await page.evaluate((question) => window.PolicyChat?.ask(question), '城市公厕建多少座')
    await turnsOf(page).nth(1).locator('.actions').waitFor()
  })

  it('ask twice before the panel is there: the first is answered, the second waits in the box', async () => {
    const page = await visitPortal()
    await page.evaluate(
      (questions) => {
        for (const question of questions) window.PolicyChat?.ask(question)
      },
      [FIRE, '城市公厕建多少座'],
    )
    await turnsOf(page).locator('.actions').waitFor()
    expect(await turnsOf(page).locator('.asked').allInnerTexts()).toEqual([expect.stringContaining(FIRE)])
    expect(await boxOf(page).inputValue()).toBe('城市公厕建多少座')
  })

  it('may say nonsense: what is no text is not asked, and what is no language not spoken', async () => {
    const page = await visitPortal()
    await page.evaluate(() => {
      const api = window.PolicyChat as unknown as { ask(question: unknown): void; lang: unknown }
      for (const question of [null, undefined, {}, 7, Symbol('?')]) api.ask(question)
      for (const lang of ['toString', '__proto__', 'constructor', null, Symbol('?')]) api.lang = lang
    })
    expect(await panelOf(page).isVisible()).toBe(false)
    expect(await page.evaluate(() => window.PolicyChat?.lang)).toBe('zh-Hans')
    await openPanel(page)
    expect(await turnsOf(page).count()).toBe(0)
  })

  it('hear that it was opened, answered and closed', async () => {
    const page = await visitPortal()
    const heard = await page.evaluateHandle(() => {
      const heard: { type: string; outcome?: string; secret?: boolean }[] = []
      for (const type of ['policy-chat:open', 'policy-chat:close', 'policy-chat:answer'])
        document.addEventListener(type, (event) => {
          const { detail } = event as CustomEvent<{ outcome?: string } | null>
          const secret = JSON.stringify(detail ?? {}).includes('Secret')
          heard.push(detail?.outcome ? { type, outcome: detail.outcome, secret } : { type })
        })
      return heard
    })
    await openPanel(page)
    await ask(page, FIRE)
    await page.keyboard.press('Escape')
    await launcherOf(page).waitFor()
    expect(await heard.jsonValue()).toEqual([
      { type: 'policy-chat:open' },
      { type: 'policy-chat:answer', outcome: 'answered', secret: false },
      { type: 'policy-chat:close' },
    ])
  })
})
