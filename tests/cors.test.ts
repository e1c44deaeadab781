/**
 * Which pages of browsers may call the API: listed portals and our own. What a portal may read is in its headers.
 */

import { describe, expect, it } from 'vitest'
import { openTestStore } from '#runtime'
import type { Parts } from '../server/app.ts'
import { guardOf } from '../server/guard.ts'
import { testApp } from './fake-answer.ts'
import { serving } from './serving-app.ts'

const PORTAL = 'https://portal.example.cn'
const PUBLIC_URL = 'https://policy.example.cn'
const guard = guardOf({ host: '127.0.0.1', publicUrl: `${PUBLIC_URL}/p`, allowedOrigins: [PORTAL] })
const QUESTION = JSON.stringify({ question: '谁负责消防安全' })

interface Sent {
  url?: string
  body?: string
  headers?: Record<string, string>
  parts?: Partial<Parts>
}

function ask(
  origin: string | undefined,
  { url = 'http://localhost:8787', body = QUESTION, headers = {}, parts = {} }: Sent = {},
) {
  return testApp({ guard, ...parts }).request(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(origin ? { Origin: origin } : {}), ...headers },
    body,
  })
}

function shared({ headers }: Response) {
  return {
    origin: headers.get('access-control-allow-origin'),
    vary: headers.get('vary'),
    exposed: headers.get('access-control-expose-headers'),
    credentials: headers.get('access-control-allow-credentials'),
  }
}

const SHARED = { origin: PORTAL, vary: 'Origin', exposed: 'x-request-id,Retry-After', credentials: null }

describe('a page of a portal', () => {
  it('is told beforehand what it may send', async () => {
    const response = await testApp({ guard }).request('http://localhost:8787/api/feedback', {
      method: 'OPTIONS',
      headers: { Origin: PORTAL, 'Access-Control-Request-Method': 'POST' },
    })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe(PORTAL)
    expect(response.headers.get('access-control-allow-methods')).toBe('GET,POST,DELETE')
    expect(response.headers.get('access-control-allow-headers')).toBe(
      'Content-Type,Accept,x-conversation-secret',
    )
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  })

  it.each<[string, Sent, number]>([
    ['an answer', {}, 200],
    ['a refusal', { body: '{' }, 400],
    ['a fault', { parts: { answer: () => Promise.reject(new Error('broken')) } }, 500],
    ['a stream', { headers: { Accept: 'text/event-stream' } }, 200],
  ])('may read %s', async (_what, sent, status) => {
    const response = await ask(PORTAL, sent)
    expect(response.status).toBe(status)
    expect(shared(response)).toEqual(SHARED)
    expect(response.headers.get('x-request-id')).toBeTruthy()
    await response.text()
  })

  it('may read that an address does not exist, or does not take the method', async () => {
    for (const [path, status] of [
      ['/api/nothing', 404],
      ['/api/chat', 405],
    ] as const) {
      const response = await testApp({ guard }).request(path, { headers: { Origin: PORTAL } })
      expect(response.status).toBe(status)
      expect(shared(response)).toEqual(SHARED)
    }
  })

  it('may be one of PUBLIC_URL', async () => {
    expect(shared(await ask(PUBLIC_URL))).toEqual({ ...SHARED, origin: PUBLIC_URL })
  })

  it('reads through a real server what it reads here', async () => {
    await serving(testApp({ guard }).fetch, async (address, call) => {
      const read = (origin: string) => call(`${address}/api/settings`, { headers: { Origin: origin } })
      const another = new URL(address)
      another.port = String(Number(another.port) + 1)
      expect(shared(await read(PORTAL))).toEqual(SHARED)
      expect((await read(address)).status).toBe(200)
      expect((await read(another.origin)).status).toBe(403)
    })
  })
})

describe('a page of our own', () => {
  it.each([
    ['http://localhost:8787', 'http://localhost:8787'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['http://[::1]:8787', 'http://[::1]:8787'],
    ['https://chat.example.cn', 'http://chat.example.cn'],
    ['https://chat.example.cn', 'http://chat.example.cn:443'],
  ])('%s may call %s, and nobody reads across origins', async (origin, url) => {
    // Only a server of the world answers to names that it does not know.
    const response = await ask(origin, {
      url,
      parts: { guard: guardOf({ host: '0.0.0.0', allowedOrigins: [PORTAL] }) },
    })
    expect(response.status).toBe(200)
    expect(shared(response)).toEqual({ origin: null, vary: 'Origin', exposed: null, credentials: null })
  })
})

describe('a page of a stranger', () => {
  it.each([
    'https://evil.example',
    'null',
    'http://localhost:6274',
    'http://127.0.0.1:8787',
    'https://portal.example.cn.evil.example',
    'http://portal.example.cn',
    'https://portal.example.cn:8443',
    'chrome-extension://localhost:8787',
    'nonsense',
  ])('%s may not call', async (origin) => {
    const response = await ask(origin)
    expect(response.status).toBe(403)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect((await response.json()).error).toEqual({
      code: 'forbidden',
      message: expect.stringContaining('ALLOWED_ORIGINS'),
    })
  })

  it('leaves nothing behind, and is refused before it sends', async () => {
    let asked = 0
    const app = testApp({
      guard,
      store: { ...openTestStore(), addFeedback: async () => void asked++ },
    })
    const body = JSON.stringify({ answerId: 'a', rating: 'up' })
    const headers = { Origin: 'https://evil.example', 'Content-Type': 'application/json' }
    await app.request('/api/feedback', { method: 'POST', headers, body })
    expect(asked).toBe(0)
    const preflight = await app.request('/api/feedback', { method: 'OPTIONS', headers })
    expect(preflight.status).toBe(403)
  })
})

describe('a client that is no page', () => {
  it('names no origin and is answered, apart from what caches keep for portals', async () => {
    const response = await ask(undefined)
    expect(response.status).toBe(200)
    expect(shared(response)).toMatchObject({ origin: null, vary: 'Origin' })
  })
})
