/**
 * The pages as a browser gets them: a document at the place of a citation, and the question box with its answer.
 */
import { describe, expect, it } from 'vitest'
import { ASSETS } from '#runtime'
import { openLibrary } from '../corpus/library.ts'
import { waitPage } from '../server/limit/wait-page.ts'
import { headingEnd, numberEnd } from '../server/web/clause-parts.ts'
import { STRINGS } from '../server/web/strings.ts'
import { cite } from '../tools/cite.ts'
import { fakeAnswer, testApp, testParts } from './fake-answer.ts'
import { staffApp, TOKEN } from './staff-app.ts'

const app = testApp()
const { library } = testParts()
const DOCUMENT = 'yancheng-2022-minsheng'
const ASKED = `/?lang=zh-Hans&question=${encodeURIComponent('谁负责消防安全')}`

async function page(path: string, headers: Record<string, string> = {}) {
  return (await app.request(path, { headers })).text()
}

describe('GET /documents/:id', () => {
  it('keeps every character of every clause at its place, so that offsets of citations hold', async () => {
    const html = await page(`/documents/${DOCUMENT}`)
    for (const { clauseId, text } of library.clausesOf(DOCUMENT))
      expect(clauseText(html, clauseId)).toBe(text)
  })

  it('keeps them with carriage returns and markup in the text, too', async () => {
    const [document] = structuredClone(library.documents)
    const clause = document?.clauses[3]
    if (!document || !clause) throw new Error('the first seed has more clauses')
    clause.text = `${clause.text}\r\n<script>alert(1)</script> & "x"\r\n`
    const app = testApp({ library: openLibrary({ documents: [document], agencies: [], dictionary: {} }) })
    const html = await (await app.request(`/documents/${DOCUMENT}`)).text()
    expect(clauseText(html, clause.clauseId)).toBe(clause.text)
    expect(html).not.toContain('<script>alert')
  })

  it('sets as a heading only what stands alone, never the beginning of a sentence', () => {
    const clause = library.clause(DOCUMENT, '2.5.23')
    if (!clause) throw new Error('no clause 2.5.23')
    expect(clause.text.slice(0, headingEnd(clause))).toBe('23﹒深入開展安全生產整治。')
    const article = {
      ...clause,
      label: '第二条',
      title: '本办法所称老年人',
      text: '第二条　本办法所称老年人，是指年满60周岁的公民。',
    }
    expect([headingEnd(article), numberEnd(article)]).toEqual([0, 3])
  })

  it('marks the quote of a citation for readers without script', async () => {
    const clause = library.clause(DOCUMENT, '2.5.23')
    if (!clause) throw new Error('no clause 2.5.23')
    const { start, end, quote } = cite(library, clause, 5, 60, 1, '')
    const html = await page(`/documents/${DOCUMENT}?q=${start}-${end}&clause=2.5.23`)
    const marked = [...html.matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, text]) => text)
    expect(marked.join('')).toBe(quote)
    expect(clauseText(html, '2.5.23')).toBe(clause.text)
  })

  it.each(['q=5-9999', 'q=9-5', 'q=x', 'q=-1-5', 'q=1-2&clause=9'])(
    'shows the document unmarked for %s',
    async (query) => {
      const html = await page(
        `/documents/${DOCUMENT}?${query.includes('clause') ? query : `${query}&clause=2.5.23`}`,
      )
      expect(html).not.toContain('<mark>')
      expect(html).toContain('id="2.5.23"')
    },
  )

  it('names who is responsible, in the language of the page, and the script of the document', async () => {
    expect(await page(`/documents/${DOCUMENT}?lang=zh-Hant`)).toContain('按職責分工負責')
    const english = await page(`/documents/${DOCUMENT}?lang=en`)
    expect(english).toContain('Municipal Emergency Management Bureau (<span lang="zh">市應急局</span>)')
    expect(english).toMatch(/<html lang="en">[\s\S]*<div class="text" lang="zh-Hant">/)
  })

  it('leads from the outline to every clause', async () => {
    const html = await page(`/documents/${DOCUMENT}`)
    const links = [...html.matchAll(/<li class="level-\d"><a href="#([\d.]+)"/g)].map(([, id]) => id)
    expect(links).toEqual(library.clausesOf(DOCUMENT).map(({ clauseId }) => clauseId))
  })

  it('says so, as a page, where there is no such document', async () => {
    const response = await app.request('/documents/nope?lang=en')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('No such document')
  })
})

describe('GET /', () => {
  it('shows the box, the examples and the documents', async () => {
    const html = await page('/?lang=zh-Hant')
    expect(html).toContain('<label for="question">您的問題</label>')
    for (const example of STRINGS['zh-Hant'].examples) expect(html).toContain(`value="${example}"`)
    expect(html).toContain(`href="/documents/${DOCUMENT}?lang=zh-Hant"`)
  })

  it.each([
    ['zh-TW,zh;q=0.9', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh-CN', 'zh-Hans'],
    ['en-GB,zh;q=0.5', 'en'],
    ['de, en;q=0.3, zh-TW;q=0.8', 'zh-Hant'],
    ['de', 'zh-Hans'],
    ['', 'zh-Hans'],
  ])('speaks for %j in %s, unless the reader chose', async (accepted, lang) => {
    const headers: Record<string, string> = accepted ? { 'Accept-Language': accepted } : {}
    expect(await page('/', headers)).toContain(`<html lang="${lang}">`)
    expect(await page('/?lang=en', headers)).toContain('<html lang="en">')
  })

  it('answers without script: the statements, chips to the marked clause, quotes, notices, suggestions, label', async () => {
    const html = await page(ASKED)
    expect(html).toContain('<p class="lead">消防安全由市應急局、市發改委等按职责分工共同负责')
    const [, chip = ''] =
      /<a class="chip" href="([^"]+)">\[1\] <span lang="zh-Hant">第23項<\/span>/.exec(html) ?? []
    expect(await page(chip.replaceAll('&amp;', '&'))).toContain('<mark>(市應急局')
    for (const text of ['没有写明牵头单位', '第23项还讲了什么？', '本回答由程序自动生成', '統籌發展和安全'])
      expect(html).toContain(text)
  })

  it('leaves the console out where a portal leads citizens, who stay there as they go on', async () => {
    const html = await page(`${ASKED}&plain=1`)
    expect(await page(ASKED)).toContain('<policy-console')
    expect(html).not.toContain('policy-console')
    const forms = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([form]) => form)
    expect(forms).toHaveLength(3)
    for (const form of forms) expect(form).toContain('<input type="hidden" name="plain" value="1">')
    expect(html).toContain('plain=1&amp;lang=en')
  })

  it('says in words what comes of a question and what a notice is about', async () => {
    const html = await page(ASKED)
    expect(html).toContain('<p class="outcome answered" lang="zh-Hans">有明确规定</p>')
    expect(html).toContain('<b lang="zh-Hans">未指定牵头</b>')
  })

  it('shows what people type as text', async () => {
    const html = await page(`/?question=${encodeURIComponent('<img src=x onerror=alert(1)>"')}`)
    expect(html).not.toContain('<img src=x')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })

  it('asks for a shorter question, and for patience when we fail', async () => {
    const long = await app.request(`/?lang=en&question=${'x'.repeat(2001)}`)
    expect(long.status).toBe(422)
    expect(await long.text()).toContain(STRINGS.en.tooLong)
    const broken = testApp({ answer: () => Promise.reject(new Error('secret')) })
    const failed = await broken.request(`/?lang=en&question=x`)
    expect(failed.status).toBe(500)
    const text = await failed.text()
    expect(text).toContain(STRINGS.en.failed)
    expect(text).not.toContain('secret')
  })
})

describe('the way to a person', () => {
  const call = '<a href="tel:12345">Speak to a person: call 12345</a>'
  const asked = '/?plain=1&lang=en&question=x'

  it('stands at the foot of the plain form, which asks for no personal data', async () => {
    const html = await page('/?plain=1&lang=en')
    expect(html).toContain(`<footer class="fine"><p>${call}</p></footer>`)
    expect(html).toContain('aria-describedby="privacy"')
    expect(html).toContain('<p class="note" id="privacy">Please leave out personal data.</p>')
  })

  it('stands under an answer that does not help, too, in the words of who runs the product', async () => {
    const answer: typeof fakeAnswer = async (...asked) => ({
      ...(await fakeAnswer(...asked)),
      outcome: 'not_stated',
    })
    const app = testApp({ answer, handoff: { text: '<ask> us', url: 'https://help.example.cn/' } })
    const html = await (await app.request(asked)).text()
    expect(html).toContain('A person can help: <a href="https://help.example.cn/">&lt;ask&gt; us</a>')
    expect(await page(asked)).not.toContain('A person can help')
  })
})

describe('without being signed in', () => {
  const { app } = staffApp({ STAFF_TOKEN: TOKEN })
  const open = async (path: string) => (await app.request(path)).text()
  const QUESTION = '/?plain=1&lang=en&question=x'
  const PUBLIC: [string, () => Promise<string>][] = [
    ...[
      '/?plain=1',
      QUESTION,
      `/documents/${DOCUMENT}`,
      '/documents/nope?lang=en',
      '/portal',
      '/sign-in',
    ].map((path): [string, () => Promise<string>] => [path, () => open(path)]),
    ['the page that says to wait', async () => String(await waitPage('en', ASSETS, 9, QUESTION))],
  ]

  it.each(PUBLIC)('no link leads to the sign-in: %s', async (name, read) => {
    const html = await read()
    const base = new URL(name.startsWith('/') ? name : QUESTION, 'http://localhost')
    const links = [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(
      ([, href = '']) => new URL(href.replaceAll('&amp;', '&'), base),
    )
    const paths = new Set(
      links.filter(({ origin }) => origin === base.origin).map((url) => url.pathname + url.search),
    )
    expect(paths.size).toBeGreaterThan(2)
    for (const path of paths) {
      if (name === '/sign-in' && path.startsWith('/sign-in?')) continue
      const response = await app.request(path)
      expect([path, response.headers.get('location')]).toEqual([path, null])
      expect(path).not.toContain('/sign-in')
    }
    for (const [form] of html.matchAll(/<form method="get"[\s\S]*?<\/form>/g))
      expect(form).toContain('name="plain" value="1"')
  })

  it('the page that says to wait is there in other languages without losing the question', async () => {
    const html = String(await waitPage('en', ASSETS, 9, '/?plain=1&question=%E6%B6%88&lang=en'))
    expect(html).toContain('href="/?plain=1&amp;question=%E6%B6%88&amp;lang=zh-Hant" lang="zh-Hant"')
  })
})

describe('every page', () => {
  it.each(['/', ASKED, `/documents/${DOCUMENT}`, '/documents/nope'])(
    'loads from our own origin only: %s',
    async (path) => {
      const html = await page(path)
      for (const [, address = ''] of html.matchAll(/(?:src|href)="((?:https?:)?\/[^"#]*)/g)) {
        const response = await app.request(address.replaceAll('&amp;', '&'))
        expect(address).toMatch(/^\/(?!\/)/)
        expect([200, 404]).toContain(response.status)
        if (address.startsWith('/assets/')) expect(response.status).toBe(200)
      }
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/)
    },
  )

  it('is packed for those who can unpack it, and so are files; answers are not', async () => {
    const packed = { 'Accept-Encoding': 'gzip, br' }
    for (const path of ['/', '/widget.js', '/assets/console.js', `/documents/${DOCUMENT}`, '/api/targets']) {
      const response = await app.request(path, { headers: packed })
      expect([path, response.headers.get('content-encoding')]).toEqual([path, 'gzip'])
      expect(response.headers.get('vary')).toContain('Accept-Encoding')
    }
    expect((await app.request('/widget.js')).headers.get('content-encoding')).toBeNull()
    const { headers } = await app.request('/assets/console.js', { headers: packed })
    const again = { ...packed, 'If-None-Match': headers.get('etag') ?? '' }
    expect((await app.request('/assets/console.js', { headers: again })).status).toBe(304)
  })

  it('keeps files as long as their address, which changes with the content', async () => {
    const [, address = ''] = /href="(\/assets\/site\.css\?v=[^"]+)"/.exec(await page('/')) ?? []
    expect((await app.request(address)).headers.get('cache-control')).toContain('immutable')
    expect((await app.request('/assets/site.css?v=old')).headers.get('cache-control')).toBe('no-cache')
  })

  it('has the same sentences in all languages', () => {
    const filled = (lang: 'zh-Hans' | 'zh-Hant' | 'en') =>
      Object.entries(STRINGS[lang]).map(([name, said]) => [
        name,
        Array.isArray(said) ? said.length : typeof said,
      ])
    expect(filled('zh-Hant')).toEqual(filled('zh-Hans'))
    expect(filled('en')).toEqual(filled('zh-Hans'))
  })
})

it('uses a fake answer that is itself true to its clauses', async () => {
  const given = await fakeAnswer({ question: '消防' }, library, { today: '2026-01-01', id: 'x', baseUrl: '' })
  for (const { documentId, clauseId, start, end, quote } of given.citations)
    expect(library.clause(documentId, clauseId)?.text.slice(start, end)).toBe(quote)
})

/** The text of a clause's element, as a browser would read it. */
function clauseText(html: string, clauseId: string): string {
  const from = html.indexOf('<div class="clause-text">', html.indexOf(`id="${clauseId}"`))
  const to = html.indexOf('\n', html.indexOf('</section>', from) - 2)
  const element = html.slice(from, to).replace(/<dl class="responsible"[\s\S]*$/, '')
  return element
    .slice(0, element.lastIndexOf('</div>'))
    .replace(/<[^>]+>/g, '')
    .replace(/&(#13|lt|gt|quot|#39|amp);/g, (_all, name: string) => ENTITIES[name] ?? '')
}

const ENTITIES: Record<string, string> = { '#13': '\r', lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
