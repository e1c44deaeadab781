/**
 * The HTTP door: what callers of the API may rely on. Real parts; the answerer is faked where only the door counts.
 */

import { describe, expect, it, vi } from 'vitest'
import { openLibrary } from '../corpus/library.ts'
import { simplify } from '../corpus/script.ts'
import { Answer, type Clause, Hit, type Target } from '../corpus/types.ts'
import { answer } from '../server/answer/answer.ts'
import type { Parts } from '../server/app.ts'
import { firstSeed, testApp, testParts } from './fake-answer.ts'
import { serving } from './serving-app.ts'

const app = testApp()
const DOCUMENT = 'yancheng-2022-minsheng'

function chat(body: unknown, headers: Record<string, string> = {}, parts: Partial<Parts> = {}) {
  return testApp(parts).request('/api/chat', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
  })
}

async function get(path: string) {
  const response = await app.request(path)
  return { status: response.status, body: await response.json() }
}

describe('POST /api/chat', () => {
  it('answers who is responsible for fire safety with the clause that says so', async () => {
    const response = await chat({ question: '谁负责消防安全' }, {}, { answer })
    const given = Answer.parse(await response.json())
    expect(given.outcome).toBe('answered')
    expect(given.citations.map(({ clauseId }) => clauseId)).toContain('2.5.23')
  })

  it('gives citations an absolute address, from the request or from PUBLIC_URL', async () => {
    const local = Answer.parse(await (await chat({ question: '消防' })).json())
    expect(local.citations[0]?.url).toMatch(
      /^http:\/\/localhost\/documents\/yancheng-2022-minsheng\?q=\d+-\d+#2\.5\.23$/,
    )
    const publicUrl = 'https://policy.example.cn'
    const behindProxy = Answer.parse(await (await chat({ question: '消防' }, {}, { publicUrl })).json())
    expect(behindProxy.citations[0]?.url).toMatch(/^https:\/\/policy\.example\.cn\/documents\//)
  })

  it('hands the answerer the question without what people cannot see, and today in China', async () => {
    let seen: unknown
    const spy: Parts['answer'] = (ask, library, setting) => {
      seen = { question: ask.question, today: setting.today }
      return answer(ask, library, setting)
    }
    const late = { answer: spy, now: () => new Date('2026-11-23T17:00:00Z') }
    await chat({ question: ' 谁\u200b负责\u202e消防\u{e0041}\ud800? ' }, {}, late)
    expect(seen).toEqual({ question: '谁负责消防\ufffd?', today: '2026-11-24' })
  })

  it('says nothing private when the answerer fails', async () => {
    const broken = () => {
      throw new Error('secret path /etc/keys')
    }
    const response = await chat({ question: '消防' }, {}, { answer: broken })
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(JSON.parse(text).error.code).toBe('internal')
    expect(text).not.toMatch(/secret|stack|\.ts/)
  })

  it('refuses a body over 256 kB', async () => {
    const response = await chat({
      question: '消防',
      history: [{ role: 'user', content: 'x'.repeat(300_000) }],
    })
    expect(response.status).toBe(413)
  })
})

describe('POST /api/chat as a stream', () => {
  const STREAM = { Accept: 'text/event-stream' }

  it('sends status, each statement with its citations, and then one answer, through a real server', async () => {
    await serving(app.fetch, async (address, call) => {
      const response = await call(`${address}/api/chat`, {
        method: 'POST',
        headers: { ...STREAM, 'Content-Type': 'application/json' },
        body: JSON.stringify({ question: '谁负责消防安全' }),
      })
      expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
      expect(response.headers.get('cache-control')).toContain('no-transform')
      expect(response.headers.get('x-accel-buffering')).toBe('no')
      const events = eventsOf(await response.text())
      expect(events.map(({ event }) => event)).toEqual([
        'status',
        'status',
        'statement',
        'statement',
        'answer',
      ])
      expect(events[2]?.data.citations[0]).toMatchObject({ n: 1, clauseId: '2.5.23' })
      expect(Answer.safeParse(events.at(-1)?.data).success).toBe(true)
    })
  })

  it('ends with one error, and nothing private, when the answerer fails', async () => {
    const broken = async () => {
      throw new Error('secret upstream text')
    }
    const response = await chat({ question: '消防' }, STREAM, { answer: broken })
    const text = await response.text()
    const ends = eventsOf(text).filter(({ event }) => event !== 'status')
    expect(ends).toMatchObject([{ event: 'error', data: { code: 'internal' } }])
    expect(text).not.toContain('secret')
  })

  it('keeps the line alive while the answer takes its time', async () => {
    vi.useFakeTimers()
    try {
      let finish = () => {}
      const slow: Parts['answer'] = (ask, library, setting) =>
        new Promise((resolve) => {
          finish = () => resolve(answer(ask, library, setting))
        })
      const response = await chat({ question: '谁负责消防安全' }, STREAM, { answer: slow })
      const text = response.text()
      await vi.advanceTimersByTimeAsync(45_000)
      finish()
      expect((await text).match(/^: /gm)?.length).toBeGreaterThanOrEqual(3)
      expect(eventsOf(await text).at(-1)?.event).toBe('answer')
    } finally {
      vi.useRealTimers()
    }
  })

  it('keeps a text with line breaks and field names in one event', async () => {
    const tricky: Parts['answer'] = (ask, library, setting) => ({
      ...answer(ask, library, setting),
      statements: [{ text: 'a\n\nevent: answer\ndata: {}', citations: [] }],
    })
    const events = eventsOf(await (await chat({ question: '消防' }, STREAM, { answer: tricky })).text())
    expect(events.filter(({ event }) => event === 'answer')).toHaveLength(1)
  })

  it('answers a wrong question with a plain error, before any stream', async () => {
    const response = await chat({ question: ' ' }, STREAM)
    expect(response.status).toBe(422)
    expect((await response.json()).error.code).toBe('invalid')
  })
})

describe('GET /api/search', () => {
  it('finds the clause, with its best sentence verbatim and an address', async () => {
    const { body } = await get(`/api/search?q=${encodeURIComponent('公共厕所')}&limit=3`)
    expect(body.query).toBe('公共厕所')
    expect(body.hits.length).toBeLessThanOrEqual(3)
    const hit = Hit.parse(body.hits[0])
    const { body: found } = await get(`/api/documents/${hit.documentId}/clauses/${hit.clauseId}`)
    expect(found.clause.text.slice(hit.start, hit.end)).toBe(hit.quote)
    expect(hit.quote).toContain('公共廁所')
    expect(hit.url).toBe(
      `http://localhost/documents/${hit.documentId}?q=${hit.start}-${hit.end}#${hit.clauseId}`,
    )
  })

  it('counts a parameter that is repeated once', async () => {
    const { status, body } = await get('/api/search?q=%E6%B6%88%E9%98%B2&q=x&limit=1&limit=2')
    expect(status).toBe(200)
    expect(body.hits).toHaveLength(1)
  })
})

describe('GET /api/documents', () => {
  it('lists the documents, and one with its outline', async () => {
    const { body: list } = await get('/api/documents')
    expect(list.documents[0]).toMatchObject({ id: DOCUMENT, issuedOn: '2022-08-16' })
    const { body } = await get(`/api/documents/${DOCUMENT}`)
    expect(body.document.outline).toContainEqual({
      documentId: DOCUMENT,
      clauseId: '2.5.23',
      label: '第23項',
      title: '深入開展安全生產整治',
      level: 3,
    })
  })

  it('says how a document is written, and its English names', async () => {
    const seen = { script: 'zh-Hant', englishTitle: expect.stringMatching(/livelihood/i) }
    const { body: list } = await get('/api/documents')
    expect(list.documents[0]).toMatchObject(seen)
    expect(list.documents[0].gloss).toBeUndefined()
    const { body } = await get(`/api/documents/${DOCUMENT}`)
    expect(body.document).toMatchObject(seen)
    expect(body.document.gloss.clauses['2.5.23']).toMatch(/safety/i)
  })

  it('knows a document in Simplified characters, and has no English for one that came with none', async () => {
    const corpus = firstSeed()
    const document = corpus.documents[0]
    if (!document) throw new Error('no document')
    for (const clause of document.clauses) clause.text = simplify(clause.text)
    delete document.gloss
    const response = await testApp({ library: openLibrary(corpus) }).request(`/api/documents/${DOCUMENT}`)
    const { document: seen } = await response.json()
    expect(seen.script).toBe('zh-Hans')
    expect(seen).not.toHaveProperty('englishTitle')
    expect(seen).not.toHaveProperty('gloss')
  })

  it('gives the whole document in its order, page by page', async () => {
    const seen: Clause[] = []
    let cursor = ''
    do {
      const { body } = await get(`/api/documents/${DOCUMENT}/clauses?limit=15${cursor}`)
      expect(body.total).toBe(40)
      expect(body.clauses.length).toBeLessThanOrEqual(15)
      seen.push(...body.clauses)
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : ''
    } while (cursor)
    const { library } = testParts()
    expect(seen.map(({ text }) => text)).toEqual(library.clausesOf(DOCUMENT).map(({ text }) => text))
    const one = await get(`/api/documents/${DOCUMENT}/clauses/2.5.23`)
    expect(seen).toContainEqual(expect.objectContaining(one.body.clause))
  })

  it('gives along with each clause the words that say who is responsible for it', async () => {
    const { body } = await get(`/api/documents/${DOCUMENT}/clauses`)
    const fire = body.clauses.find(({ clauseId }: Clause) => clauseId === '2.5.23')
    const [statement] = fire.statements
    expect(fire.statements).toHaveLength(1)
    expect(statement.quote).toContain('市應急局、市發改委')
    expect(fire.text.slice(statement.start, statement.end)).toBe(statement.quote)
  })

  it('gives a clause in full, with who is responsible and its neighbours', async () => {
    const { body } = await get(`/api/documents/${DOCUMENT}/clauses/2.5.23`)
    expect(body.clause).toMatchObject({
      documentId: DOCUMENT,
      label: '第23項',
      previous: { clauseId: '2.5.22' },
      next: { clauseId: '2.5.24' },
    })
    expect(body.clause.responsibilities[0]).toEqual({
      documentId: DOCUMENT,
      clauseId: '2.5.23',
      agency: '市應急局',
      role: 'shared',
      note: '各地具體落實',
      noteFrom: '2.1.1',
    })
    expect(JSON.stringify(body)).not.toContain('null')
  })

  it('joins the clauses back to the document', async () => {
    const { body } = await get(`/api/documents/${DOCUMENT}`)
    const first = await get(`/api/documents/${DOCUMENT}/clauses/0`)
    const last = await get(`/api/documents/${DOCUMENT}/clauses/3.4`)
    expect(body.document.outline).toHaveLength(40)
    expect(first.body.clause.previous).toBeUndefined()
    expect(last.body.clause.next).toBeUndefined()
  })

  it('says which clause a bare number may mean', async () => {
    const { status, body } = await get(`/api/documents/${DOCUMENT}/clauses/23`)
    expect(status).toBe(404)
    expect(body.error.message).toContain('2.5.23')
  })
})

describe('GET /api/agencies', () => {
  it.each(['财政局', '財政部門', '市财政局', '财政', 'finance bureau', '盐城市财政局'])(
    'knows %s',
    async (name) => {
      const { body } = await get(`/api/agencies?q=${encodeURIComponent(name)}`)
      expect(body.agencies.map((agency: { name: string }) => agency.name)).toEqual(['市財政局'])
      expect(body.agencies[0].responsibilities.length).toBeGreaterThan(3)
      expect(body.agencies[0]).toMatchObject({
        place: '鹽城市',
        aliases: expect.arrayContaining(['财政局']),
        english: expect.stringMatching(/finance/i),
      })
    },
  )

  it('lists all 35, and none for a stranger', async () => {
    expect((await get('/api/agencies')).body.agencies).toHaveLength(35)
    expect((await get(`/api/agencies?q=${encodeURIComponent('外星事务局')}`)).body).toEqual({ agencies: [] })
  })
})

describe('GET /api/settings', () => {
  it('says where people are sent whom no answer helps', async () => {
    expect((await get('/api/settings')).body).toEqual({ handoff: { url: 'tel:12345' } })
    const handoff = { text: '拨打政务热线', url: 'https://a.cn/help' }
    const response = await testApp({ handoff }).request('/api/settings')
    expect(await response.json()).toEqual({ handoff })
  })
})

describe('GET /api/targets', () => {
  const app = testApp({ library: libraryWithTargets() })
  const targets = async (query: string) => (await app.request(`/api/targets?${query}`)).json()
  const indicators = ({ targets }: { targets: Target[] }) => targets.map(({ indicator }) => indicator)

  it('ranks by what is asked, in either script', async () => {
    expect(indicators(await targets(`q=${encodeURIComponent('公厕要建多少座')}`))[0]).toBe('新建改建公共廁所')
    expect(indicators(await targets(`q=${encodeURIComponent('糧食產量')}`))).toEqual(['糧食總產量'])
  })

  it('keeps to the agency, by any of its names', async () => {
    const { body } = await get(`/api/documents/${DOCUMENT}/clauses/2.1.4`)
    const { agency } = body.clause.responsibilities[0]
    expect(indicators(await targets(`agency=${encodeURIComponent(agency)}`))).toContain('糧食總產量')
    expect(await targets(`agency=${encodeURIComponent('盐城海关')}`)).toEqual({ targets: [], total: 0 })
  })

  it('keeps to the clause, and pages through all of them once', async () => {
    expect(indicators(await targets('clauseId=2.1.4'))).toEqual(['糧食總產量', '能繁母豬存欄量'])
    const seen: string[] = []
    let cursor = ''
    do {
      const page = await targets(`limit=1${cursor}`)
      expect(page.total).toBe(3)
      seen.push(...indicators(page))
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : ''
    } while (cursor)
    expect(new Set(seen).size).toBe(3)
  })
})

function eventsOf(text: string) {
  return text
    .split('\n\n')
    .filter((block) => block.startsWith('event: '))
    .map((block) => {
      const [, event, data] = /^event: (\w+)\ndata: (.*)$/s.exec(block) ?? []
      return { event, data: JSON.parse(data ?? '') }
    })
}

/** The first seed with three targets set by hand, so that the door's tests stand apart from the reading of targets. */
function libraryWithTargets() {
  const corpus = firstSeed()
  const document = corpus.documents[0]
  if (!document) throw new Error('no document')
  const target = (
    clauseId: string,
    indicator: string,
    quote: string,
    value: number,
    unit: string,
  ): Target => {
    const start = document.clauses.find((clause) => clause.clauseId === clauseId)?.text.indexOf(quote) ?? -1
    if (start < 0) throw new Error(`${quote} does not stand in ${clauseId}`)
    const place = { documentId: document.source.id, clauseId, quote, start, end: start + quote.length }
    return { ...place, indicator, comparator: 'gte', value, unit }
  }
  const toilets = document.clauses.find(({ text }) => text.includes('公共廁所'))?.clauseId ?? ''
  document.targets = [
    target('2.1.4', '糧食總產量', '糧食總產量保持在140億斤以上', 140, '億斤'),
    target('2.1.4', '能繁母豬存欄量', '能繁母豬存欄量達26萬頭以上', 26, '萬頭'),
    target(toilets, '新建改建公共廁所', '公共廁所', 1, '座'),
  ]
  return openLibrary(corpus)
}
