/**
 * The widget in the hands of a test: put on the page of a stranger, pressed and asked as its readers do.
 */

import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { openSqliteStoreInMemory } from '../../server/store/sqlite.ts'
import { boxOf } from './asking.ts'
import { openBrowser, type Visit } from './pages.ts'
import { openPortal, type Portal } from './portal.ts'
import { type Served, serveProduct } from './served.ts'

/** Two statements, each with a citation of its own. */
export const JOBS = '城镇新增就业多少'

export const launcherOf = (page: Page) => page.locator('policy-chat .launcher')
export const panelOf = (page: Page) => page.locator('policy-chat').getByRole('dialog')

interface Embedding {
  /** What is set on the script tag, such as `{ lang: 'en' }` for `data-lang`. */
  data?: Record<string, string>
  /** The page around it. */
  body?: string
  /** The strict one unless given. */
  policy?: string
  lang?: string
}

/** For the tests of a file: the product, a portal at another site whose page may call it, and a browser. */
export function openEmbedding(environment: Record<string, string> = {}) {
  const store = openSqliteStoreInMemory()
  let portal: Portal
  let served: Served
  beforeAll(async () => {
    portal = await openPortal()
    served = await serveProduct({
      environment: { ALLOWED_ORIGINS: portal.url, ...environment },
      parts: { store },
    })
  })
  afterAll(async () => {
    await served.close()
    await portal.close()
  })
  afterEach(() => served.answerWith(served.parts.answer))
  const { visit } = openBrowser()

  function show({ data, body = '<h1>门户</h1>', policy, lang = 'zh-Hans' }: Embedding): void {
    const tag = tagOf(served.url, data)
    portal.show({ policy: policy ?? strictPolicy(served.url), body: `${body}\n${tag}`, lang })
  }

  return {
    store,
    product: () => served,
    portal: () => portal,
    visit,
    /** The portal's page with the widget on it, as a reader opens it. */
    async visitPortal(embedding: Embedding = {}, how: Visit = {}): Promise<Page> {
      show(embedding)
      const page = await visit(portal.url, { origins: [served.url], ...how })
      await page.locator('policy-chat').waitFor({ state: 'attached' })
      return page
    },
  }
}

/** What a careful portal allows: the product's scripts and its calls, and nothing inline. */
export function strictPolicy(host: string): string {
  return [
    "default-src 'none'",
    `script-src ${host}`,
    `connect-src ${host}`,
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ')
}

export function tagOf(host: string, data: Record<string, string> = {}): string {
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}='${value}'`)
  return `<script type="module" src="${host}/widget.js"${attributes.join('')}></script>`
}

/** Presses the launcher, and waits until a question can be typed. */
export async function openPanel(page: Page): Promise<void> {
  await launcherOf(page).click()
  await boxOf(page).waitFor()
}

/** What has the focus, within the widget too. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    return element ? `${element.tagName.toLowerCase()}.${element.className}`.replace(/\.$/, '') : ''
  })
}
