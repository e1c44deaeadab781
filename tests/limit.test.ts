/**
 * The rate limit: who is limited, where, and what they are told; and what cannot be forged about it.
 */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { describe, expect, it } from 'vitest'
import type { Parts } from '../server/app.ts'
import { clientAddress } from '../server/client-address.ts'
import { readConfig } from '../server/config.ts'
import { guardOf } from '../server/guard.ts'
import { openMemoryLimiter } from '../server/limit/memory.ts'
import { limitOnWorkers, openBoundLimiter } from '../server/limit/on-workers.ts'
import { peerOf } from '../server/node-peer.ts'
import { testApp } from './fake-answer.ts'
import { staffApp, TOKEN } from './staff-app.ts'

const PORTAL = 'https://portal.example.cn'
const DOCUMENT = '/documents/yancheng-2022-minsheng'
const MCP = { Accept: 'application/json, text/event-stream', 'Content-Type': 'application/json' }
const MCP_CALL = { method: 'POST', headers: MCP, body: '{"jsonrpc":"2.0","id":1,"method":"ping"}' }

/** An app whose only client has used up its requests. */
function usedUp(changed: Partial<Parts> = {}) {
  return testApp({ limiter: { take: async () => 7 }, clientOf: () => '203.0.113.7', ...changed })
}

describe('whoever has asked too often', () => {
  it('is told in JSON for how long to wait', async () => {
    const response = await usedUp().request('/api/search?q=消防')
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('7')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({
      error: { code: 'too_many_requests', message: 'Too many requests. Wait 7 seconds and send it again.' },
    })
  })

  it('is told at /v1 as clients of OpenAI read it', async () => {
    const response = await usedUp().request('/v1/chat/completions', { method: 'POST' })
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
    expect((await response.json()).error).toEqual({
      code: 'rate_limit_exceeded',
      type: 'requests',
      param: null,
      message: expect.stringContaining('7 seconds'),
    })
  })

  it('is told at /mcp in JSON-RPC', async () => {
    const response = await usedUp().request('/mcp', MCP_CALL)
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
    expect(await response.json()).toEqual({
      jsonrpc: '2.0',
      id: null,
      error: { code: -32000, message: expect.stringContaining('7 seconds') },
    })
  })

  it.each([
    ['zh-CN', '请等 7 秒再试'],
    ['zh-TW', '請等 7 秒再試'],
    ['en', 'Please wait 7 seconds'],
  ])('reads a page in %s that says %s, with the way back to the question', async (accepted, sentence) => {
    const response = await usedUp().request('/?question=%22%3E%3Cb%3E', {
      headers: { 'Accept-Language': accepted },
    })
    const page = await response.text()
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
    expect(page).toContain(sentence)
    expect(page).toContain('href="/?question=%22%3E%3Cb%3E"')
    expect(page).not.toContain('<b>')
  })

  it('may read it on a portal too', async () => {
    const guard = guardOf({ host: '127.0.0.1', allowedOrigins: [PORTAL] })
    for (const [path, init] of [
      ['/api/chat', { method: 'POST' }],
      ['/mcp', MCP_CALL],
    ] as const) {
      const { status, headers } = await usedUp({ guard }).request(`http://localhost:8787${path}`, {
        ...init,
        headers: { ...MCP, Origin: PORTAL },
      })
      expect(status).toBe(429)
      expect(headers.get('access-control-allow-origin')).toBe(PORTAL)
      expect(headers.get('vary')).toContain('Origin')
    }
    const { headers } = await usedUp({ guard }).request('/api/chat', { headers: { Origin: PORTAL } })
    expect(headers.get('access-control-expose-headers')).toContain('Retry-After')
  })

  it.each([
    '/api/documents',
    '/api/nothing',
    '/v1/models',
    '/?question=x',
    DOCUMENT,
    '/sign-in',
    '/%61pi/documents',
  ])('is limited at %s', async (path) => {
    expect((await usedUp().request(path)).status).toBe(429)
  })

  it.each([
    '/healthz',
    '/readyz',
    '/',
    '/?question=',
    '/widget.js',
    '/assets/site.css',
    '/docs',
    '/openapi.json',
    '/portal',
  ])('is not limited at %s', async (path) => {
    expect((await usedUp().request(path)).status).not.toBe(429)
  })

  it('may still ask what a page may send', async () => {
    const guard = guardOf({ host: '127.0.0.1', allowedOrigins: [PORTAL] })
    const asked = { Origin: PORTAL, 'Access-Control-Request-Method': 'POST' }
    for (const path of ['/api/chat', '/mcp'])
      expect((await usedUp({ guard }).request(path, { method: 'OPTIONS', headers: asked })).status).toBe(204)
  })

  it('is answered nevertheless where it is a member of staff who is signed in', async () => {
    const { app } = staffApp(
      { STAFF_TOKEN: TOKEN },
      { limiter: { take: async () => 7 }, clientOf: () => 'x' },
    )
    const status = async (headers: Record<string, string>) =>
      (await app.request('/api/documents', { headers })).status
    const form = { method: 'POST', body: new URLSearchParams({ token: TOKEN }) }
    expect((await app.request('/sign-in', form)).status).toBe(429)
    expect(await status({ Authorization: `Bearer ${TOKEN}` })).toBe(200)
    expect(await status({ Authorization: 'Bearer wrong' })).toBe(429)
    expect(await status({ Cookie: 'session=invented' })).toBe(429)
    expect(await status({})).toBe(429)
  })

  it('is answered where the limit itself is out of order, and the fault is logged', async () => {
    const events: string[] = []
    const limiter = { take: () => Promise.reject(new Error('edge is away')) }
    const app = usedUp({ limiter, log: (_level, event) => events.push(event) })
    expect((await app.request('/api/documents')).status).toBe(200)
    expect(events).toContain('fault')
  })
})

describe('the limit in memory', () => {
  it('gives each client its own requests, and says how many seconds are left', async () => {
    const limiter = openMemoryLimiter(3)
    for (let asked = 0; asked < 3; asked++) expect(await limiter.take('a')).toBeUndefined()
    const seconds = await limiter.take('a')
    expect(seconds).toBeGreaterThanOrEqual(1)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(Number.isInteger(seconds)).toBe(true)
    expect(await limiter.take('b')).toBeUndefined()
  })

  it('counts newcomers together once there are too many, and those it knows as before', async () => {
    const limiter = openMemoryLimiter(2, 10)
    for (let n = 0; n < 10; n++) await limiter.take(`known ${n}`)
    const waits = []
    for (let n = 0; n < 5000; n++) waits.push(await limiter.take(`flood ${n}`))
    const admitted = waits.filter((wait) => wait === undefined).length
    expect(admitted).toBeGreaterThan(1000)
    expect(admitted).toBeLessThanOrEqual(2 * 1024)
    expect(await limiter.take('known 3')).toBeUndefined()
  })
})

describe('on a real server', () => {
  async function limited(environment: Record<string, string>, use: (ask: Ask) => Promise<void>) {
    const config = readConfig({ HOST: '0.0.0.0', RATE_LIMIT: '2', ...environment })
    const app = testApp({
      limiter: openMemoryLimiter(config.rateLimit ?? 0),
      peerOf,
      // As node.ts has it.
      clientOf: (c) =>
        clientAddress(peerOf(c), c.req.header('x-forwarded-for') ?? '', config.trustedProxies ?? []),
      guard: guardOf(config),
    })
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    try {
      await use(async (headers) => {
        const response = await fetch(`http://127.0.0.1:${port}/api/settings`, { headers })
        await response.text()
        return response.status
      })
    } finally {
      server.close()
    }
  }
  type Ask = (headers: Record<string, string> | [string, string][]) => Promise<number>

  it('a forged X-Forwarded-For helps nobody out of the limit', () =>
    limited({}, async (ask) => {
      const statuses = []
      for (let n = 1; n <= 4; n++)
        statuses.push(
          await ask({ 'X-Forwarded-For': `198.51.100.${n}`, 'CF-Connecting-IP': `198.51.100.${n}` }),
        )
      expect(statuses).toEqual([200, 200, 429, 429])
    }))

  it('behind a trusted proxy every client has its own, and nobody uses up that of another', () =>
    limited({ TRUSTED_PROXIES: 'loopback' }, async (ask) => {
      const victim = '198.51.100.1'
      const attacker = { 'X-Forwarded-For': `${victim}, 203.0.113.66` }
      expect([await ask(attacker), await ask(attacker), await ask(attacker)]).toEqual([200, 200, 429])
      expect(await ask({ 'X-Forwarded-For': victim })).toBe(200)
    }))

  it('a header line of its own before that of the proxy changes nothing', () =>
    limited({ TRUSTED_PROXIES: '127.0.0.1' }, async (ask) => {
      const statuses = []
      for (let n = 1; n <= 3; n++)
        statuses.push(
          await ask([
            ['X-Forwarded-For', `198.51.100.${n}`],
            ['X-Forwarded-For', '203.0.113.66'],
          ]),
        )
      expect(statuses).toEqual([200, 200, 429])
    }))
})

describe('on Workers', () => {
  it('the edge keeps the limit for the address that it has seen', async () => {
    const keys: string[] = []
    const binding = { limit: async ({ key }: { key: string }) => ({ success: keys.push(key) < 2 }) }
    const app = testApp(limitOnWorkers({ rateLimit: 60 }, binding))
    const headers = { 'CF-Connecting-IP': '2001:db8:1:2:3::4', 'X-Forwarded-For': '198.51.100.1' }
    expect((await app.request('/api/settings', { headers })).status).toBe(200)
    const refused = await app.request('/api/settings', { headers })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
    expect(keys).toEqual(Array(2).fill('2001:db8:1:2::/64'))
    expect(await openBoundLimiter({ limit: async () => ({ success: true }) }).take('x')).toBeUndefined()
  })

  it('there is none where RATE_LIMIT is off, or nothing is bound', () => {
    expect(limitOnWorkers({}, { limit: async () => ({ success: false }) }).limiter).toBeUndefined()
    expect(limitOnWorkers({ rateLimit: 60 }, undefined).limiter).toBeUndefined()
  })
})

describe('RATE_LIMIT', () => {
  it.each<[Record<string, string>, number | undefined]>([
    [{}, undefined],
    [{ HOST: 'localhost' }, undefined],
    [{ HOST: '::1' }, undefined],
    [{ HOST: '0.0.0.0' }, 60],
    [{ HOST: 'policy.example.cn' }, 60],
    [{ HOST: '0.0.0.0', RATE_LIMIT: 'off' }, undefined],
    [{ RATE_LIMIT: '15' }, 15],
  ])('with %j is %s', (environment, limit) => {
    expect(readConfig(environment).rateLimit).toBe(limit)
  })

  it.each([
    ['RATE_LIMIT', '0'],
    ['RATE_LIMIT', '-1'],
    ['RATE_LIMIT', '1.5'],
    ['RATE_LIMIT', 'many'],
    ['TRUSTED_PROXIES', 'nginx'],
    ['TRUSTED_PROXIES', '0.0.0.0/0'],
  ])('and its like stop the start by name: %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^Wrong configuration: ${name} must be`))
  })
})
