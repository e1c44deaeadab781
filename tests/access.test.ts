/**
 * Who is let in to what is for staff: by configuration, by where they sit, by token; and whom no trick lets in.
 */
import { describe, expect, it } from 'vitest'
import { openTestStore } from '#runtime'
import { sayConsole, warnOfProxy } from '../server/access/access.ts'
import { roleOf } from '../server/access/roles.ts'
import { openThrottle } from '../server/access/throttle.ts'
import { ConfigError, readConfig } from '../server/config.ts'
import type { Changed } from './fake-answer.ts'
import { staffApp, TOKEN } from './staff-app.ts'

const BEARER = { Authorization: `Bearer ${TOKEN}` }
const OIDC = {
  OIDC_ISSUER: 'https://id.example.cn',
  OIDC_CLIENT_ID: 'policy-chat',
  OIDC_CLIENT_SECRET: 'a-long-secret-of-the-provider',
}
const PORTAL = 'https://portal.example.cn'

const isLetIn = async (response: Response | Promise<Response>) => (await response).status === 200

describe('the configuration', () => {
  it.each([
    [{ STAFF_TOKEN: 'elf-letters', HOST: '0.0.0.0' }, /STAFF_TOKEN must have at least 12 characters/],
    [{ STAFF_TOKEN: 'two words that are long' }, /STAFF_TOKEN must be printable characters without spaces/],
    [{ OIDC_ISSUER: OIDC.OIDC_ISSUER }, /OIDC_CLIENT_ID is missing; .*OIDC_CLIENT_SECRET is missing/],
    [{ ...OIDC, OIDC_ISSUER: 'http://id.example.cn' }, /OIDC_ISSUER must be an https address/],
    [{ ...OIDC, OIDC_ISSUER: 'https://user:pass@id.example.cn' }, /OIDC_ISSUER must be/],
    [{ ...OIDC, OIDC_DEFAULT_ROLE: 'admin' }, /OIDC_DEFAULT_ROLE must be viewer/],
    [{ ...OIDC, OIDC_ROLES_CLAIM: 'a b' }, /OIDC_ROLES_CLAIM must be the name of a claim/],
  ])('stops the start with one clear line: %j', (environment, line) => {
    let said = ''
    try {
      readConfig(environment)
    } catch (error) {
      if (error instanceof ConfigError) said = error.message
    }
    expect(said).toMatch(line)
    expect(said).not.toMatch(/\n|elf-letters|two words/)
    expect(said).not.toContain(OIDC.OIDC_CLIENT_SECRET)
  })

  it('takes a short token on this machine, and a provider of this machine without https', () => {
    expect(readConfig({ STAFF_TOKEN: 'short' }).access.token).toBe('short')
    const { access } = readConfig({ ...OIDC, OIDC_ISSUER: 'http://127.0.0.1:3000' })
    expect(access.oidc?.issuer).toBe('http://127.0.0.1:3000')
  })

  it.each([
    [{}, 'Console: open on this machine only. Set STAFF_TOKEN or OIDC_ISSUER to ask for a sign-in.'],
    [{ HOST: '0.0.0.0' }, 'Console: closed. Set STAFF_TOKEN or OIDC_ISSUER to open it to staff.'],
    [
      { PUBLIC_URL: 'https://policy.cn' },
      'Console: closed. Set STAFF_TOKEN or OIDC_ISSUER to open it to staff.',
    ],
    [{ STAFF_TOKEN: TOKEN }, 'Console: sign-in by token.'],
    [{ ...OIDC, STAFF_TOKEN: TOKEN }, 'Console: sign-in by id.example.cn or by token.'],
  ])('is said at the start, and no secret with it: %j', (environment, line) => {
    expect(sayConsole(readConfig(environment))).toBe(line)
  })

  it.each<[Record<string, string>, boolean]>([
    [{}, false],
    [{ PUBLIC_URL: 'http://localhost:8787' }, false],
    [{ PUBLIC_URL: 'https://policy.example.cn' }, true],
    [{ PUBLIC_URL: 'https://policy.example.cn', TRUSTED_PROXIES: 'loopback' }, false],
    [{ PUBLIC_URL: 'https://policy.example.cn', HOST: '0.0.0.0' }, false],
  ])('warns where a proxy makes all clients one: %j', (environment, warns) => {
    expect(warnOfProxy(readConfig(environment))).toEqual(
      warns ? expect.stringContaining('TRUSTED_PROXIES') : undefined,
    )
  })
})

describe('with no sign-in set up', () => {
  it('lets in whoever sits at this machine, as admin', async () => {
    const { app } = staffApp()
    const response = await app.request('/api/probe')
    expect((await response.json()).caller.staff).toEqual({ subject: 'local', name: 'local', role: 'admin' })
    expect(await isLetIn(app.request('/api/edit', { method: 'POST' }))).toBe(true)
    const headers = { 'Sec-Fetch-Site': 'cross-site' }
    expect(await isLetIn(app.request('/api/edit', { method: 'POST', headers }))).toBe(false)
    expect(await isLetIn(app.request('/desk', { headers }))).toBe(true)
    expect(await isLetIn(app.request('http://[::1]:8787/desk'))).toBe(true)
    expect(await isLetIn(app.request('/v1/probe', { method: 'POST' }))).toBe(true)
  })

  it.each<[string, Record<string, string>, Changed, Record<string, string>, string?]>([
    ['from another machine', {}, { peerOf: () => '10.0.0.7' }, {}],
    ['with an address that only looks like this machine', {}, { peerOf: () => '127.0.0.1.evil.cn' }, {}],
    ['where the peer is unknown, as on Workers', {}, { peerOf: () => undefined }, {}],
    ['through a proxy on this machine', {}, {}, { 'X-Forwarded-For': '203.0.113.9' }],
    ['through a proxy that forwards nothing but says so', {}, {}, { Forwarded: 'for=127.0.0.1' }],
    ['through a proxy that claims this machine', {}, {}, { 'X-Real-IP': '127.0.0.1' }],
    ['by a name that was bound to this machine', {}, {}, { Host: 'evil.example.cn' }],
    ['by the public name', { PUBLIC_URL: 'https://policy.cn' }, {}, {}, 'http://policy.cn'],
    [
      'where a proxy that says nothing stands before the public name',
      { PUBLIC_URL: 'https://policy.cn' },
      {},
      {},
    ],
    ['where proxies are trusted', { TRUSTED_PROXIES: 'loopback' }, {}, {}],
    ['where the server listens for others too', { HOST: '0.0.0.0' }, {}, {}],
  ])('keeps out a request %s', async (_what, environment, changed, headers, base = 'http://localhost') => {
    const { app } = staffApp(environment, changed)
    const response = await app.request(`${base}/api/probe`, { headers })
    expect(response.status).toBe(401)
    expect(await response.text()).not.toContain('secret')
    const page = await app.request(`${base}/desk`, { headers })
    expect(page.headers.get('location')).toBe('/sign-in?return=%2Fdesk')
  })

  it('takes an IPv4 address in IPv6 clothes for what it is', async () => {
    expect(await isLetIn(staffApp({}, { peerOf: () => '::ffff:127.0.0.1' }).app.request('/desk'))).toBe(true)
    expect(await isLetIn(staffApp({}, { peerOf: () => '::ffff:10.0.0.7' }).app.request('/desk'))).toBe(false)
  })

  it.each([[PORTAL], ['https://evil.example.cn'], ['null'], ['http://localhost:9999']])(
    'lets no page of %s use the open doors',
    async (origin) => {
      const { app } = staffApp({ ALLOWED_ORIGINS: PORTAL })
      const response = await app.request('/api/probe', { headers: { Origin: origin } })
      expect(response.status).toBe(403)
      expect(await response.text()).not.toContain('secret')
    },
  )
})

describe('with a token', () => {
  const { app } = staffApp({ STAFF_TOKEN: TOKEN, ALLOWED_ORIGINS: PORTAL })

  it('lets in whoever sends it, and keeps nothing of the answer', async () => {
    const response = await app.request('/api/probe', { headers: BEARER })
    expect((await response.json()).caller.staff).toEqual({ subject: 'token', name: 'token', role: 'admin' })
    expect(response.headers.get('cache-control')).toBe('no-store')
    const fault = await app.request('/api/probe/fault', { headers: BEARER })
    expect([fault.status, fault.headers.get('cache-control')]).toEqual([500, 'no-store'])
  })

  it.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['another token', { Authorization: 'Bearer wrong' }],
    ['the token and more', { Authorization: `Bearer ${TOKEN}x` }],
    ['a part of the token', { Authorization: `Bearer ${TOKEN.slice(0, -1)}` }],
    ['another scheme', { Authorization: `Basic ${btoa(`token:${TOKEN}`)}` }],
    ['an empty token', { Authorization: 'Bearer ' }],
    ['the token elsewhere', { 'x-staff-token': TOKEN, Cookie: `policy-chat-session=${TOKEN}` }],
  ])('refuses %s, from this machine too', async (_what, headers) => {
    const response = await app.request('/api/probe', { headers })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect((await response.json()).error.code).toBe('unauthorized')
  })

  it.each([
    ['GET', '//api/probe'],
    ['GET', '/API/PROBE'],
    ['GET', '/api/Probe'],
    ['GET', '/api/probe/'],
    ['GET', '/api/probe//'],
    ['GET', '/api/./probe'],
    ['GET', '/api/%2e/probe'],
    ['GET', '/api/x/%2e%2e/probe'],
    ['GET', '/api/x/..%2fprobe'],
    ['GET', '/api/%70robe'],
    ['GET', '/api/probe;x'],
    ['GET', '/api/probe%00'],
    ['GET', '/api/probe%20'],
    ['GET', '/api/probe?/api/documents'],
    ['GET', '/api/documents/..%2f..%2fapi/probe'],
    ['GET', '/assets/..%2fapi/probe'],
    ['HEAD', '/api/probe'],
    ['PUT', '/api/probe'],
    ['DELETE', '/api/probe'],
    ['PATCH', '/api/probe'],
    ['POST', '/api/probe?_method=GET'],
    ['PROPFIND', '/api/probe'],
  ])('is not got round by %s %s', async (method, path) => {
    const headers = { 'X-HTTP-Method-Override': 'GET', 'X-Original-URL': '/healthz', 'X-Rewrite-URL': '/' }
    for (const base of ['http://localhost', 'http://127.0.0.1:8787']) {
      const response = await app.request(base + path, { method, headers })
      expect([401, 403, 404, 405]).toContain(response.status)
      expect(await response.text()).not.toContain('secret')
    }
  })

  it.each([
    ['GET', '/api/conversations'],
    ['GET', '/api/staff/usage'],
    ['GET', '/api/staff/unanswered'],
    ['GET', '/api/staff/feedback'],
    ['GET', '/api/staff/export'],
    ['POST', '/api/staff/approvals'],
  ])('guards %s %s', async (method, path) => {
    const attempts: Record<string, string>[] = [
      {},
      { 'X-Forwarded-For': '127.0.0.1' },
      { Authorization: 'Bearer wrong' },
    ]
    for (const headers of attempts) {
      const { app } = staffApp({ STAFF_TOKEN: TOKEN })
      const response = await app.request(path, { method, headers })
      expect([response.status, response.headers.get('cache-control')]).toEqual([401, 'no-store'])
    }
  })

  it('refuses pages of other sites whatever they send, a listed portal too', async () => {
    for (const origin of [PORTAL, 'https://evil.example.cn', 'null']) {
      const headers = { ...BEARER, Origin: origin }
      expect((await app.request('/api/edit', { method: 'POST', headers })).status).toBe(403)
    }
    const own = { ...BEARER, Origin: 'http://localhost' }
    expect(await isLetIn(app.request('/api/edit', { method: 'POST', headers: own }))).toBe(true)
  })

  it('asks for it as the key of /v1, in the shape that clients of OpenAI read', async () => {
    const refused = await app.request('/v1/probe', { method: 'POST' })
    expect(refused.status).toBe(401)
    expect((await refused.json()).error).toMatchObject({
      type: 'invalid_request_error',
      code: 'invalid_api_key',
    })
    expect(await isLetIn(app.request('/v1/probe', { method: 'POST', headers: BEARER }))).toBe(true)
  })

  it('leaves what citizens use open', async () => {
    expect(await isLetIn(app.request('/api/search?q=消防'))).toBe(true)
    expect(await isLetIn(app.request('/?plain=1'))).toBe(true)
    const headers = { 'Content-Type': 'application/json', Authorization: 'Bearer of-somebody-else' }
    const asked = await app.request('/api/chat', { method: 'POST', headers, body: '{"question":"消防"}' })
    expect(asked.status).toBe(200)
  })
})

describe('figures for the people who run the product', () => {
  it('are for this machine and for staff', async () => {
    const near = staffApp({ STAFF_TOKEN: TOKEN }).app
    expect(await isLetIn(near.request('/figures'))).toBe(true)
    expect((await near.request('/figures', { headers: { 'X-Forwarded-For': '127.0.0.1' } })).status).toBe(401)
    const far = staffApp({ STAFF_TOKEN: TOKEN }, { peerOf: () => '10.0.0.7' }).app
    expect((await far.request('/figures')).status).toBe(401)
    expect(await isLetIn(far.request('/figures', { headers: BEARER }))).toBe(true)
  })
})

describe('guessing', () => {
  it('is stopped after ten wrong tokens, for the right one too, and goes on for others', async () => {
    let client = '10.0.0.7'
    const logged: string[] = []
    const { app, store } = staffApp(
      { STAFF_TOKEN: TOKEN },
      { clientOf: () => client, log: (_level, event) => logged.push(event) },
    )
    const ask = async (token: string) =>
      app.request('/api/probe', { headers: { Authorization: `Bearer ${token}` } })

    const statuses: number[] = []
    for (let guess = 0; guess < 30; guess++) statuses.push((await ask(`wrong-${guess}`)).status)
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(20).fill(429)])

    const right = await ask(TOKEN)
    expect(right.status).toBe(429)
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(right.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    client = '10.0.0.8'
    expect((await ask(TOKEN)).status).toBe(200)

    const { items } = await store.audit({ limit: 50 })
    expect(items.map(({ action, actor }) => `${action} ${actor}`)).toEqual(
      Array(10).fill('sign_in_refused citizen'),
    )
    expect(JSON.stringify(items)).not.toContain('wrong-')
    expect(logged.filter((event) => event === 'sign_in_refused')).toHaveLength(10)
  })

  it('is stopped where many guesses come at once', async () => {
    const { app } = staffApp({ STAFF_TOKEN: TOKEN })
    const guess = () => app.request('/api/probe', { headers: { Authorization: 'Bearer wrong' } })
    const statuses = await Promise.all(Array.from({ length: 100 }, async () => (await guess()).status))
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
  })

  it('is counted for a bounded number of clients, and of them the newest are held up', async () => {
    const throttle = openThrottle(100)
    const guess = async (client: string) => {
      for (let wrong = 0; wrong < 10; wrong++) await throttle.count(client)
    }
    await guess('the first')
    expect(await throttle.wait('the first')).toBeGreaterThan(0)
    for (let client = 0; client < 100; client++) await throttle.count(`client ${client}`)
    expect(await throttle.wait('the first')).toBeUndefined()
    await guess('the last')
    expect(await throttle.wait('the last')).toBeGreaterThan(0)
  })

  it('is refused though the store is down', async () => {
    const store = {
      ...openTestStore(),
      addAudit: () => Promise.reject(new Error('the disk is full')),
    }
    const { app } = staffApp({ STAFF_TOKEN: TOKEN }, { store })
    const wrong = { Authorization: 'Bearer wrong' }
    expect((await app.request('/api/probe', { headers: wrong })).status).toBe(401)
  })
})

describe('the role of somebody', () => {
  it.each<[Record<string, unknown>, string | undefined, string | undefined]>([
    [{ roles: ['viewer'] }, undefined, 'viewer'],
    [{ role: 'Editor' }, undefined, 'editor'],
    [{ groups: ['/policy-chat/admin', 'staff'] }, undefined, 'admin'],
    [{ groups: ['admin'] }, undefined, undefined],
    [{ groups: ['admin'] }, 'groups', 'admin'],
    [{ roles: ['viewer', 'policy-chat:editor'], groups: ['viewer'] }, undefined, 'editor'],
    [{ roles: 'viewer admin' }, undefined, 'admin'],
    [{ realm_access: { roles: ['policy-chat-viewer'] } }, 'realm_access.roles', 'viewer'],
    [{ 'https://id.cn/roles': 'editor' }, 'https://id.cn/roles', 'editor'],
    [{ roles: ['admin'], department: 'viewer' }, 'department', 'viewer'],
    [{ roles: ['admin'] }, 'department', undefined],
    [{ roles: ['archive:admin', 'administrator', 'notadmin', 'admin2'] }, undefined, undefined],
    [{ roles: { admin: true }, role: 1, groups: [['admin'], null] }, undefined, undefined],
    [{}, 'constructor', undefined],
    [{}, undefined, undefined],
  ])('is read out of %j at %s: %s', (claims, claim, role) => {
    expect(roleOf(claims, claim)).toBe(role)
  })
})
