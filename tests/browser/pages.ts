/**
 * Pages in a real browser. A page that complains (an error, a breach of its policy, a request to strangers) fails its test.
 */
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'

const SCREENSHOTS = fileURLToPath(new URL('screenshots/', import.meta.url))
const HEIGHT = 800
const LATEST_MS = 5_000

export interface Visit {
  /** CSS pixels; 1280 unless given. */
  width?: number
  height?: number
  /** Of the browser; `zh-CN` unless given. */
  locale?: string
  scheme?: 'light' | 'dark'
  reducedMotion?: boolean
  /** A finger in place of a mouse. */
  touch?: boolean
  /** False for a reader without script; axe cannot look at such a page. */
  script?: boolean
  /** Others that the page may ask, besides the origin that it is from. */
  origins?: string[]
  /** Complaints that belong to the test: each has to come. */
  expected?: RegExp[]
}

interface Open {
  context: BrowserContext
  complaints: string[]
  expected: RegExp[]
}

/**
 * Opens one browser for the tests of this file. To be called below the hooks that close servers: hooks run
 * backwards, and pages that are still open would complain of a server that is gone.
 */
export function openBrowser() {
  let browser: Browser
  const open: Open[] = []

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: inject('chromium') })
  })
  afterAll(() => browser?.close())
  afterEach(async () => {
    const visits = open.splice(0)
    try {
      for (const { complaints, expected } of visits) await comeTrue(expected, complaints)
    } finally {
      await Promise.all(visits.map(({ context }) => context.close()))
    }
    for (const { complaints, expected } of visits) {
      const unexpected = complaints.filter(
        (complaint) => !expected.some((pattern) => pattern.test(complaint)),
      )
      expect(unexpected, 'what the page complains of').toEqual([])
    }
  })

  /** A page of its own, as a reader opens it who was never here. */
  async function visit(url: string, how: Visit = {}): Promise<Page> {
    const { origins = [], expected = [] } = how
    const context = await browser.newContext(contextOf(how))
    const complaints: string[] = []
    open.push({ context, complaints, expected })
    listen(context, complaints, [new URL(url).origin, ...origins])
    const page = await context.newPage()
    await page.goto(url)
    return page
  }

  return { visit }
}

/** Complaints come when they come, as late as a request fails. */
function comeTrue(expected: RegExp[], complaints: string[]): Promise<void> {
  const missing = () => expected.filter((pattern) => !complaints.some((complaint) => pattern.test(complaint)))
  return expect
    .poll(missing, { message: 'complaints that are still to come', timeout: LATEST_MS })
    .toEqual([])
}

function contextOf({
  width = 1280,
  height = HEIGHT,
  locale = 'zh-CN',
  scheme = 'light',
  reducedMotion = false,
  touch = false,
  script = true,
}: Visit) {
  return {
    viewport: { width, height },
    locale,
    colorScheme: scheme,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    hasTouch: touch,
    javaScriptEnabled: script,
    timezoneId: 'Asia/Shanghai',
  } as const
}

/** Breaches of a page's policy are among the errors of its console. */
function listen(context: BrowserContext, complaints: string[], origins: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => complaints.push(`page error: ${error.error().stack}`))
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (/^https?:|^wss?:/.test(protocol) && !origins.includes(origin))
      complaints.push(`request to a stranger: ${request.url()}`)
  })
}

/** Writes a picture of the whole page, and returns its path. */
export async function shot(page: Page, name: string): Promise<string> {
  await mkdir(SCREENSHOTS, { recursive: true })
  const path = `${SCREENSHOTS}${name}.png`
  await page.screenshot({ path, fullPage: true })
  return path
}
