/**
 * What the HTTP door refuses, and how: a JSON error that says how to mend it, never a fault of ours.
 */
import { describe, expect, it } from 'vitest'
import { testApp } from './fake-answer.ts'

const app = testApp()
const DOCUMENT = 'yancheng-2022-minsheng'

describe('bad input', () => {
  const post = (
    body: BodyInit,
    headers: Record<string, string> = { 'Content-Type': 'application/json' },
  ) => ({
    method: 'POST',
    body,
    headers,
  })
  const json = (body: unknown) => post(JSON.stringify(body))
  const CHAT = '/api/chat'

  it.each<[string, string, RequestInit | undefined, number]>([
    ['no body', CHAT, { method: 'POST', headers: { 'Content-Type': 'application/json' } }, 400],
    ['broken JSON', CHAT, post('{"question":'), 400],
    ['deep JSON', CHAT, post('['.repeat(100_000)), 400],
    ['bytes that are no UTF-8', CHAT, post(new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])), 400],
    ['JSON that is no object', CHAT, json('谁负责'), 422],
    ['JSON null', CHAT, json(null), 422],
    ['an array', CHAT, json([{ question: '谁' }]), 422],
    ['no question', CHAT, json({}), 422],
    ['an empty question', CHAT, json({ question: '' }), 422],
    ['a blank question', CHAT, json({ question: ' \n\u3000\t' }), 422],
    ['an invisible question', CHAT, json({ question: '\u200b\u2060\ufeff\u{e0041}' }), 422],
    ['a question of the wrong type', CHAT, json({ question: 5 }), 422],
    ['a question that is too long', CHAT, json({ question: '问'.repeat(2001) }), 422],
    ['an unknown field', CHAT, json({ question: '谁', model: 'x' }), 422],
    ['a prototype key', CHAT, json({ question: '谁', constructor: {} }), 422],
    ['an unknown language', CHAT, json({ question: '谁', lang: 'fr' }), 422],
    ['a system turn', CHAT, json({ question: '谁', history: [{ role: 'system', content: 'x' }] }), 422],
    [
      'a long turn',
      CHAT,
      json({ question: '谁', history: [{ role: 'user', content: 'x'.repeat(4001) }] }),
      422,
    ],
    [
      'many turns',
      CHAT,
      json({ question: '谁', history: Array(41).fill({ role: 'user', content: 'x' }) }),
      422,
    ],
    ['an unknown document', CHAT, json({ question: '谁', documentId: 'nope' }), 404],
    ['a document named like a prototype', CHAT, json({ question: '谁', documentId: '__proto__' }), 404],
    ['a form', CHAT, post('question=x', { 'Content-Type': 'application/x-www-form-urlencoded' }), 415],
    ['plain text', CHAT, post('{"question":"x"}', { 'Content-Type': 'text/plain' }), 415],
    ['another charset', CHAT, post('{}', { 'Content-Type': 'application/json; charset=gbk' }), 415],
    [
      'a compressed body',
      CHAT,
      post('x', { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }),
      415,
    ],
    ['a huge body', CHAT, post('x'.repeat(300_000)), 413],
    ['chat by GET', CHAT, undefined, 405],
    ['chat by PUT', CHAT, { method: 'PUT' }, 405],
    ['search by POST', '/api/search', { method: 'POST' }, 405],
    ['a clause by DELETE', `/api/documents/${DOCUMENT}/clauses/2.5.23`, { method: 'DELETE' }, 405],
    ['an unknown address', '/api/nothing', undefined, 404],
    ['a file of the server', '/.env', undefined, 404],
    ['a path out of the assets', '/assets/..%2f..%2fpackage.json', undefined, 404],
    ['an unknown asset', '/assets/constructor', undefined, 404],
    ['a search without words', '/api/search', undefined, 422],
    ['an empty search', '/api/search?q=%20', undefined, 422],
    ['a search that is too long', `/api/search?q=${'x'.repeat(501)}`, undefined, 422],
    ['a limit of nothing', '/api/search?q=x&limit=0', undefined, 422],
    ['a limit that is too high', '/api/search?q=x&limit=51', undefined, 422],
    ['a limit that is no number', '/api/search?q=x&limit=many', undefined, 422],
    ['an unknown parameter', '/api/search?q=x&page=2', undefined, 422],
    ['a search in an unknown document', '/api/search?q=x&documentId=nope', undefined, 404],
    ['an unknown document by address', '/api/documents/nope', undefined, 404],
    ['a document by a broken escape', '/api/documents/%E0%A4%A', undefined, 404],
    ['an unknown clause', `/api/documents/${DOCUMENT}/clauses/99`, undefined, 404],
    ['a prototype as clause', `/api/documents/${DOCUMENT}/clauses/__proto__`, undefined, 404],
    ['a parameter where none is taken', '/api/documents?x=1', undefined, 422],
    ['the clauses of an unknown document', '/api/documents/nope/clauses', undefined, 404],
    ['too many clauses', `/api/documents/${DOCUMENT}/clauses?limit=201`, undefined, 422],
    ['a cursor that no page gave', `/api/documents/${DOCUMENT}/clauses?cursor=abc`, undefined, 422],
    ['targets of an unknown document', '/api/targets?documentId=nope', undefined, 404],
    ['too many targets', '/api/targets?limit=501', undefined, 422],
    ['a cursor of somebody else', '/api/targets?cursor=abc', undefined, 422],
    ['a cursor that is no base64', '/api/targets?cursor=%00%25', undefined, 422],
    ['an empty agency', '/api/agencies?q=', undefined, 422],
  ])('refuses %s', async (_what, path, init, status) => {
    const response = await app.request(path, init)
    const { error } = await response.json()
    expect(response.status).toBe(status)
    expect(error).toEqual({ code: expect.any(String), message: expect.stringMatching(/\w.+\.$/s) })
    expect(response.headers.get('x-request-id')).toBeTruthy()
  })

  it('takes a body that breaks off for the loss of the caller, not for a fault', async () => {
    const faults: string[] = []
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"que')),
      pull: (controller) => controller.error(new Error('aborted')),
    })
    const request = new Request('http://localhost/api/chat', {
      ...post(body),
      duplex: 'half',
    } as RequestInit)
    const app = testApp({ log: (level, event) => level === 'error' && faults.push(event) })
    expect((await app.request(request)).status).toBe(400)
    expect(faults).toEqual([])
  })

  it('names the methods that an address takes', async () => {
    expect((await app.request('/api/chat')).headers.get('allow')).toBe('POST')
    expect((await app.request('/api/search', { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD')
  })

  it('takes odd but lawful searches without a fault', async () => {
    for (const q of [
      '__proto__',
      'constructor',
      '%FF',
      '%00',
      '(',
      '[a-z]+',
      '*',
      '🙂',
      '\\',
      'x'.repeat(500),
      '&amp;',
    ])
      expect(
        (await app.request(`/api/search?q=${q.startsWith('%') ? `a${q}` : encodeURIComponent(q)}`)).status,
      ).toBe(200)
  })
})
