/** The widget on a page of strangers: what it may do there, and what that page may do to it. */

import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { PANEL_STRINGS } from '../../server/web/client/strings/panel.ts'
import { ask, boxOf, FIRE, send, turnsOf } from './asking.ts'
import { answerOf } from './console.ts'
import { pacedAnswer } from './paced-answer.ts'
import { launcherOf, openEmbedding, openPanel, panelOf, tagOf } from './widget.ts'

const { visit, visitPortal, product, portal } = openEmbedding()

const INLINE = (host: string) =>
  `default-src 'none'; style-src 'unsafe-inline'; script-src ${host}; connect-src ${host}`

/** What the page has loaded of the product. */
async function loaded(page: Page): Promise<string[]> {
  const all = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  return all.filter((name) => name.startsWith(product().url))
}

describe('on a page with a strict policy', () => {
  it('loads one file until it is pressed', async () => {
    const page = await visitPortal()
    await launcherOf(page).waitFor()
    expect(await loaded(page)).toEqual([`${product().url}/widget.js`])
    await openPanel(page)
    expect(await loaded(page)).toContain(`${product().url}/assets/panel.js`)
  })

  it.each([
    [FIRE, 'zh-Hans', '市應急局、市發改委、市工信局、市生態環境局、市交通局按职责分工共同负责'],
    ['誰負責消防安全', 'zh-Hant', '市應急局、市發改委、市工信局、市生態環境局、市交通局按職責分工共同負責'],
    ['Who is responsible for fire safety?', 'en', 'Municipal Emergency Management Bureau (市應急局)'],
  ] as const)(
    'answers %s with the clause, and its link opens the document at the quote',
    async (question, lang, words) => {
      const page = await visitPortal({ data: { lang } })
      await openPanel(page)
      const turn = await ask(page, question)
      const { citations, aiLabel } = await answerOf(product(), question)
      expect(await turn.locator('.lead').innerText()).toContain(words)
      expect(await turn.locator('.chip').innerText()).toBe('[1] 第23項')
      expect(await turn.locator('blockquote').allTextContents()).toEqual(citations.map(({ quote }) => quote))
      expect(await turn.locator('.ai-label').innerText()).toBe(aiLabel)

      const say = PANEL_STRINGS[lang]
      const handoff = page.getByRole('link', { name: say.callHandoff('12345') })
      expect(await handoff.getAttribute('href')).toBe('tel:12345')
      await panelOf(page).getByText(say.privacy, { exact: true }).waitFor()

      const opened = page.context().waitForEvent('page')
      await turn.locator('.source a').click()
      const document = await opened
      await document.locator('mark').first().waitFor()
      expect(await document.locator('html').getAttribute('lang')).toBe(lang)
      expect((await document.locator('mark').allTextContents()).join('')).toBe(citations[0]?.quote)
    },
  )
})

describe('a page that the server does not list', () => {
  it('is told that it may not ask; the question is kept, and the page is unharmed', async () => {
    const page = await visitPortal()
    const stranger = portal().url.replace('localhost', '127.0.0.1')
    await page.close()
    const refused = await visit(stranger, {
      origins: [product().url],
      expected: [/CORS policy/, /ERR_FAILED/],
    })
    const paced = pacedAnswer()
    product().answerWith(paced.answer)
    await openPanel(refused)
    const turn = await send(refused, FIRE)
    await turn.getByRole('alert').getByText('这个网页没有获准使用本服务').waitFor()
    expect(await turn.locator('.asked').innerText()).toContain(FIRE)
    expect(paced.asks).toEqual([])
    expect(await refused.locator('h1').innerText()).toBe('门户')
    await refused.keyboard.press('Escape')
    await launcherOf(refused).waitFor()
  })
})

describe('styles', () => {
  const HOSTILE = `<style>
    :root { --rem: 3px; --accent: red; --ink: red; --normal: 3px; --touch: 1px }
    * { font: italic 700 40px fantasy !important; color: red !important; letter-spacing: 9px !important;
      padding: 50px !important; text-transform: uppercase !important }
    div, button, span, p, textarea { display: none !important }
    policy-chat { display: none !important; position: static !important; opacity: 0.1 !important;
      transform: scale(3) !important; visibility: hidden !important; width: 900px !important; line-height: 9 !important }
  </style>`
  const rem = (size: string) => `<style>html { font-size: ${size} }</style><p>门户</p>`

  /** Sizes and colours of what is in the panel, as they come out. */
  const looks = (page: Page) =>
    panelOf(page).evaluate((dialog) => {
      const look = (selector: string) => {
        const element = dialog.querySelector(selector) ?? dialog
        const { fontSize, fontFamily, fontStyle, color, letterSpacing, textTransform } =
          getComputedStyle(element)
        const { width, height } = element.getBoundingClientRect()
        return { fontSize, fontFamily, fontStyle, color, letterSpacing, textTransform, width, height }
      }
      return ['.title', '.greeting', 'textarea', '.primary', '.close', '.handoff'].map(look)
    })

  it('of the page do not get into the widget', async () => {
    const plain = await visitPortal()
    await openPanel(plain)
    const page = await visitPortal({ body: HOSTILE, policy: INLINE(product().url) })
    await openPanel(page)
    expect(await looks(page)).toEqual(await looks(plain))
  })

  it('keep their size where the page has a rem of its own', async () => {
    const plain = await visitPortal()
    await openPanel(plain)
    for (const size of ['62.5%', '100px']) {
      const page = await visitPortal({ body: rem(size), policy: INLINE(product().url) })
      await openPanel(page)
      expect(await looks(page), size).toEqual(await looks(plain))
      expect(await boxOf(page).evaluate((box) => getComputedStyle(box).fontSize)).toBe('16px')
    }
  })

  it('go by the size of text that the reader has set in the browser', async () => {
    const page = await visitPortal({ body: rem('62.5%'), policy: INLINE(product().url) })
    const browser = await page.context().newCDPSession(page)
    await browser.send('Page.setFontSizes', { fontSizes: { standard: 20 } })
    await page.reload()
    await openPanel(page)
    expect(await boxOf(page).evaluate((box) => getComputedStyle(box).fontSize)).toBe('20px')
  })

  it('of the widget do not get out', async () => {
    const body =
      '<p>文</p><button class="primary close">钮</button><textarea></textarea><a class="chip" href="/">链</a><mark>标</mark>'
    const page = await visitPortal({ body })
    await openPanel(page)
    await ask(page, FIRE)
    const all = () =>
      page.evaluate(() =>
        [
          document.documentElement,
          document.body,
          ...document.querySelectorAll('body > :not(policy-chat)'),
        ].map((element) =>
          [...getComputedStyle(element)].map(
            (name) => `${name}: ${getComputedStyle(element).getPropertyValue(name)}`,
          ),
        ),
      )
    const withWidget = await all()
    await page.evaluate(() => document.querySelector('policy-chat')?.shadowRoot?.replaceChildren())
    expect(withWidget).toEqual(await all())
  })
})

describe('a page that changes itself', () => {
  const CHANGES = {
    'empties its body': () => {
      document.body.innerHTML = '<p>新</p>'
    },
    'empties all of itself': () => {
      document.documentElement.innerHTML = '<head></head><body><p>新</p></body>'
    },
    'takes the widget away': () => document.querySelector('policy-chat')?.remove(),
    'moves it': () => document.body.prepend(document.querySelector('policy-chat') ?? ''),
  }

  it.each(Object.entries(CHANGES))('and %s keeps the widget, with the conversation', async (_, change) => {
    const page = await visitPortal({ policy: INLINE(product().url) })
    await openPanel(page)
    await ask(page, FIRE)
    await page.evaluate(change)
    await ask(page, '城市公厕建多少座')
    expect(await turnsOf(page).count()).toBe(2)
    await page.evaluate(() => window.PolicyChat?.close())
    await page.evaluate(change)
    await launcherOf(page).waitFor()
    expect(await page.locator('policy-chat').count()).toBe(1)
  })

  it('on a phone scrolls while the widget is away, and not under it when it is back', async () => {
    const page = await visitPortal({}, { width: 360, height: 740, touch: true })
    await openPanel(page)
    const away = await page.evaluate(() => {
      document.querySelector('policy-chat')?.remove()
      return document.documentElement.style.overflow
    })
    expect(away).toBe('')
    await boxOf(page).waitFor()
    const overflow = () => page.evaluate(() => document.documentElement.style.overflow)
    expect(await overflow()).toBe('hidden')
    await panelOf(page).locator('.close').tap()
    await launcherOf(page).waitFor()
    expect(await overflow()).toBe('')
  })
})

describe('the launcher stands in the corner of the screen', () => {
  const inCorner = async (page: Page) => {
    await page.evaluate(() => scrollTo(0, 300))
    const { right = 0, bottom = 0 } = await launcherOf(page).evaluate((launcher) =>
      launcher.getBoundingClientRect().toJSON(),
    )
    const { innerWidth, innerHeight } = await page.evaluate(() => ({
      innerWidth: document.documentElement.clientWidth,
      innerHeight: document.documentElement.clientHeight,
    }))
    expect([innerWidth - right, innerHeight - bottom]).toEqual([24, 24])
  }

  it.each([
    'body { filter: grayscale(1) }',
    'body { transform: translateX(0) }',
    'html { filter: grayscale(1) }',
    'body { overflow: hidden; height: 100vh } html { height: 100% }',
  ])('of a page with %s', async (style) => {
    const body = `<style>${style}</style><p style="height: 3000px">门户</p>`
    const page = await visitPortal({ body, policy: INLINE(product().url) })
    await inCorner(page)
  })

  it('of a page without a doctype, where it answers too', async () => {
    portal().show({ policy: INLINE(product().url), body: '' })
    const page = await visit(portal().url, { origins: [product().url] })
    await page.setContent(`<html><body><p>门户</p>${tagOf(product().url)}</body></html>`)
    expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat')
    await inCorner(page)
    await openPanel(page)
    await ask(page, FIRE)
    expect(await turnsOf(page).count()).toBe(1)
  })
})

describe('a panel that cannot be loaded', () => {
  it('says so, offers the whole page, and comes at the next try', async () => {
    const page = await visitPortal({}, { expected: [/panel\.js/] })
    await page.route('**/assets/panel.js*', (route) => route.abort())
    await launcherOf(page).click()
    const alert = panelOf(page).getByRole('alert')
    await alert.getByText('暂时打不开问答窗口').waitFor()
    expect(await alert.getByRole('link').getAttribute('href')).toBe(`${product().url}/?plain=1&lang=zh-Hans`)
    await alert.getByRole('button', { name: '重试' }).click()
    await alert.getByText('暂时打不开问答窗口').waitFor()
    await page.unroute('**/assets/panel.js*')
    await alert.getByRole('button', { name: '重试' }).click()
    await ask(page, FIRE)
    expect(await turnsOf(page).count()).toBe(1)
  })

  it('keeps the question that the page asked', async () => {
    const page = await visitPortal({}, { expected: [/panel\.js/] })
    await page.route('**/assets/panel.js*', (route) => route.abort())
    await page.evaluate((question) => window.PolicyChat?.ask(question), FIRE)
    const retry = panelOf(page).getByRole('button', { name: '重试' })
    await retry.waitFor()
    await page.unroute('**/assets/panel.js*')
    await retry.click()
    await turnsOf(page).locator('.lead').waitFor()
    expect(await turnsOf(page).locator('.asked').innerText()).toContain(FIRE)
  })
})
