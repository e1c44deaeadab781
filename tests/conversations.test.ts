/**
 * Conversations: what the server remembers of them, and who gets to see it.
 */
import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore } from '#runtime'
import type { Answer } from '../corpus/types.ts'
import { accessOf } from '../server/access/access.ts'
import { assembleAnswerer } from '../server/assemble.ts'
import { readConfig } from '../server/config.ts'
import { conversationIdOf } from '../server/conversation-key.ts'
import type { Store } from '../server/store/store.ts'
import { watchStore } from '../server/store/watched.ts'
import { type Changed, testApp } from './fake-answer.ts'

const TOKEN = 'a-long-staff-token'
const STAFF = { Authorization: `Bearer ${TOKEN}` }

type App = ReturnType<typeof testApp>
type Headers = Record<string, string>

let store: Store
let app: App
beforeEach(() => {
  store = openTestStore()
  app = openApp()
})

/** The product as citizens reach it: staff sign in. */
function openApp(changed: Changed = {}): App {
  const now = () => new Date('2026-11-23T12:00:00Z')
  const config = readConfig({ STAFF_TOKEN: TOKEN })
  const access = accessOf(config, { store: watchStore(store, () => performance.now()), now })
  return testApp({ store, access, peerOf: () => '203.0.113.7', ...changed })
}

async function ask(question: string, more: object = {}, headers: Headers = {}): Promise<Answer> {
  const response = await app.request('/api/chat', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ question, ...more }),
  })
  expect(response.status).toBe(200)
  return response.json()
}

/** Asks on in the conversation that began with `first`. */
function askOn(first: Answer, question: string, more: object = {}): Promise<Answer> {
  return ask(question, { conversationId: first.conversationId, ...more }, secretOf(first))
}

function secretOf({ conversationSecret = '' }: Answer): Headers {
  return { 'x-conversation-secret': conversationSecret }
}

const read = (id: string | undefined, headers: Headers = {}) =>
  app.request(`/api/conversations/${id}`, { headers })

const remove = (id: string | undefined, headers: Headers = {}) =>
  app.request(`/api/conversations/${id}`, { method: 'DELETE', headers })

/** The questions of a conversation, as staff see it. */
async function questionsOf(id: string | undefined): Promise<string[]> {
  const { conversation } = await (await read(id, STAFF)).json()
  return conversation.turns.map(({ answer }: { answer: Answer }) => answer.question)
}

describe('a conversation', () => {
  it('begins with an id and a secret, which is told once', async () => {
    const first = await ask('谁负责消防安全')
    expect(first.conversationId).toMatch(/^[\w-]{22}$/)
    expect(first.conversationSecret).toMatch(/^[\w-]{22}$/)
    const second = await askOn(first, '还有呢')
    expect(second.conversationId).toBe(first.conversationId)
    expect(second).not.toHaveProperty('conversationSecret')
  })

  it('is read by whoever holds the secret, without what is for staff, and the secret is not in it', async () => {
    const first = await ask('谁负责消防安全')
    const second = await askOn(first, '还有呢')
    const response = await read(first.conversationId, secretOf(first))
    const { conversationSecret, ...answer } = first
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({
      conversation: {
        id: first.conversationId,
        startedAt: '2026-11-23T12:00:00.000Z',
        turns: [
          { answer, askedAt: '2026-11-23T12:00:00.000Z' },
          { answer: second, askedAt: '2026-11-23T12:00:00.000Z' },
        ],
      },
    })
    expect(JSON.stringify(await store.conversations({ limit: 9 }))).not.toContain(conversationSecret)
    expect(JSON.stringify(await store.conversation(first.conversationId ?? ''))).not.toContain(
      conversationSecret,
    )
  })

  it('is the same over a stream', async () => {
    const response = await app.request('/api/chat', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      body: JSON.stringify({ question: '谁负责消防安全' }),
    })
    const events = await response.text()
    const answer = JSON.parse(/event: answer\ndata: (.*)/.exec(events)?.[1] ?? '') as Answer
    expect((await read(answer.conversationId, secretOf(answer))).status).toBe(200)
  })

  it.each<[string, (first: Answer) => Headers, number]>([
    ['without a secret', () => ({}), 401],
    ['with a wrong secret', () => ({ 'x-conversation-secret': 'x'.repeat(22) }), 404],
    ['with an empty secret', () => ({ 'x-conversation-secret': '' }), 404],
    [
      'with the id as the secret',
      ({ conversationId = '' }) => ({ 'x-conversation-secret': conversationId }),
      404,
    ],
    ['with a wrong token', () => ({ Authorization: 'Bearer something-else' }), 401],
  ])('is closed to everybody else: %s', async (_what, headersOf, status) => {
    const first = await ask('谁负责消防安全')
    for (const id of [first.conversationId, 'no-such-conversation']) {
      expect((await read(id, headersOf(first))).status).toBe(status)
      expect((await remove(id, headersOf(first))).status).toBe(status)
    }
    expect(await questionsOf(first.conversationId)).toEqual(['谁负责消防安全'])
  })

  it('is not opened by the secret of another', async () => {
    const mine = await ask('一')
    const other = await ask('二')
    expect((await read(other.conversationId, secretOf(mine))).status).toBe(404)
  })

  it('takes nothing from whoever only knows its id: they get a conversation of their own', async () => {
    const first = await ask('谁负责消防安全')
    const stranger = await ask('混进来的话', { conversationId: first.conversationId })
    expect(stranger.conversationId).not.toBe(first.conversationId)
    expect(stranger.conversationSecret).toBeDefined()
    expect(await questionsOf(first.conversationId)).toEqual(['谁负责消防安全'])
  })

  it('takes no secret that somebody made up themselves and others may guess', async () => {
    const conversationId = await conversationIdOf('123456')
    const answer = await ask('一', { conversationId }, { 'x-conversation-secret': '123456' })
    expect(answer.conversationId).not.toBe(conversationId)
  })

  it('is deleted by its holder, and gone', async () => {
    const first = await ask('谁负责消防安全')
    expect((await remove(first.conversationId, secretOf(first))).status).toBe(204)
    expect((await read(first.conversationId, secretOf(first))).status).toBe(404)
    expect((await remove(first.conversationId, secretOf(first))).status).toBe(404)
  })

  it('holds no personal number, however it was asked', async () => {
    app = openApp({ answer: assembleAnswerer(readConfig({})) })
    const first = await ask('我电话13800138000，身份证11010519491231002X，谁负责消防', {}, {})
    const kept = await (await read(first.conversationId, secretOf(first))).text()
    expect(kept).toContain('***')
    expect(kept).not.toMatch(/13800138000|11010519491231002X/)
  })
})

it('a page shows no personal number that it was asked with, in its addresses neither', async () => {
  app = openApp({ answer: assembleAnswerer(readConfig({})) })
  const page = await (await app.request('/?plain=1&question=我手机13800138000，公厕归谁管')).text()
  expect(page).toContain('***')
  expect(page).not.toContain('13800138000')
})

describe('what was asked before', () => {
  beforeEach(() => {
    app = openApp({ answer: assembleAnswerer(readConfig({})) })
  })

  it('is remembered where the asker does not say it again', async () => {
    const first = await ask('城市公厕建多少座')
    const second = await askOn(first, '这项归谁管')
    expect(second.outcome).toBe('answered')
    expect(second.citations.map(({ clauseId }) => clauseId)).toContain('2.2.8')
  })

  it('is what the asker says it was, where they do', async () => {
    const first = await ask('城市公厕建多少座')
    const history = [{ role: 'user', content: '谁负责消防安全' }]
    const second = await askOn(first, '这项归谁管', { history })
    expect(second.citations.map(({ clauseId }) => clauseId)).toContain('2.5.23')
  })

  it('is nothing to whoever only knows the id', async () => {
    const first = await ask('城市公厕建多少座')
    const stranger = await ask('这项归谁管', { conversationId: first.conversationId })
    expect(JSON.stringify(stranger)).not.toContain('公廁')
  })
})

describe('staff', () => {
  it('see all conversations, the newest first, page by page', async () => {
    const ids: (string | undefined)[] = []
    for (const question of ['一', '二', '三']) ids.push((await ask(question)).conversationId)
    const first = await (await app.request('/api/conversations?limit=2', { headers: STAFF })).json()
    expect(first.total).toBe(3)
    const rest = await app.request(`/api/conversations?limit=2&cursor=${first.nextCursor}`, {
      headers: STAFF,
    })
    const second = await rest.json()
    const listed = [...first.conversations, ...second.conversations]
    expect(listed.map(({ id }) => id).sort()).toEqual(ids.toSorted())
    expect(second).not.toHaveProperty('nextCursor')
    expect(listed[0]).toMatchObject({ turns: 1, outcome: 'answered', startedAt: '2026-11-23T12:00:00.000Z' })
  })

  it('see who asked, through which door, from which corpus and how long it took', async () => {
    const { conversationId } = await ask('谁负责消防安全')
    const { conversation } = await (await read(conversationId, STAFF)).json()
    expect(conversation.turns[0]).toMatchObject({
      asker: 'citizen',
      entrance: 'chat',
      corpus: expect.stringMatching(/^[0-9a-f]{64}$/),
      milliseconds: expect.any(Number),
      tokens: { input: 0, output: 0 },
    })
  })

  it('find what was asked of the plain page and of the model, too', async () => {
    await app.request('/?plain=1&question=谁负责消防安全')
    await app.request('/v1/chat/completions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...STAFF },
      body: JSON.stringify({ messages: [{ role: 'user', content: '谁负责养老' }] }),
    })
    await app.request('/api/conversations', { headers: STAFF })
    const { items } = await store.turns({ limit: 9 })
    expect(items.map(({ entrance, asker }) => [entrance, asker]).sort()).toEqual([
      ['completions', 'token'],
      ['page', 'citizen'],
    ])
  })

  it('are written down when they read or delete one, and the asker is not', async () => {
    const first = await ask('谁负责消防安全')
    await read(first.conversationId, STAFF)
    await read(first.conversationId, secretOf(first))
    await remove(first.conversationId, STAFF)
    const { items } = await store.audit({ limit: 9 })
    const byStaff = items.filter(({ actor }) => actor === 'token')
    expect(byStaff.map(({ action, subject }) => [action, subject]).sort()).toEqual([
      ['deleted_conversation', first.conversationId],
      ['read_conversation', first.conversationId],
    ])
    expect(items).toHaveLength(3)
  })

  it.each([['/api/conversations'], ['/api/conversations?limit=5']])(
    'alone see the list: %s',
    async (path) => {
      const response = await app.request(path)
      expect(response.status).toBe(401)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect((await response.json()).error.code).toBe('unauthorized')
    },
  )

  it.each([
    ['?limit=0'],
    ['?limit=201'],
    ['?cursor=x'],
    ["?cursor=2026-11-23T12:00:00.000Z~' or 1"],
    ['?page=2'],
  ])('are told what is wrong with %s', async (query) => {
    expect((await app.request(`/api/conversations${query}`, { headers: STAFF })).status).toBe(422)
  })
})
