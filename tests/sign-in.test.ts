/**
 * Signing in by token and out again: the page, the way back, the cookie and the session behind it.
 */
import { describe, expect, it } from 'vitest'
import { openServer, openTestStore } from '#runtime'
import { returnPath } from '../server/access/return-path.ts'
import { START, type StaffApp, staffApp, TOKEN } from './staff-app.ts'

const HERE = 'http://localhost'
const MINUTE = 60_000

type App = StaffApp['app']

function signIn(app: App, fields: Record<string, string>, headers: Record<string, string> = {}, base = HERE) {
  return app.request(`${base}/sign-in`, {
    method: 'POST',
    headers: { Origin: base, ...headers },
    body: new URLSearchParams(fields),
  })
}

/** The cookie of a response as the next request sends it. */
function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function signedIn(app: App): Promise<string> {
  return cookieOf(await signIn(app, { token: TOKEN }))
}

/** Where somebody is sent who is not signed in. */
const wayIn = async (app: App, path: string) => (await app.request(path)).headers.get('location') ?? ''

const statusOf = async (app: App, path: string, Cookie: string) =>
  (await app.request(path, { headers: { Cookie } })).status

describe('the page', () => {
  it('asks for the token, in three languages and without script, and keeps the way back', async () => {
    const { app } = staffApp({ STAFF_TOKEN: TOKEN })
    for (const [lang, title] of [
      ['zh-Hans', '工作人员登录'],
      ['zh-Hant', '工作人員登入'],
      ['en', 'Staff sign-in'],
    ]) {
      const response = await app.request(`/sign-in?return=/documents/x%3Fq%3D1&lang=${lang}`)
      const page = await response.text()
      expect(response.status).toBe(200)
      expect(page).toContain(`<h1>${title}</h1>`)
      expect(page).toContain(`<input type="hidden" name="return" value="/documents/x?q=1&amp;lang=${lang}">`)
      expect(page).toMatch(/<label for="token">/)
      expect(page).not.toContain('/sign-in/oidc')
      expect(response.headers.get('cache-control')).toBe('no-store')
      // Otherwise browsers send the form with the origin `null`.
      expect(response.headers.get('referrer-policy')).toBe('same-origin')
    }
  })

  it('lets whoever came with a question ask it without signing in', async () => {
    const { app } = staffApp({ STAFF_TOKEN: TOKEN })
    const page = await (await app.request(await wayIn(app, '/?lang=en&question=a%26b'))).text()
    expect(page).toContain('href="/?plain=1&amp;question=a%26b&amp;lang=en"')
  })

  it('offers what is set up, and where nothing is says so and shows citizens the way', async () => {
    const oidc = {
      OIDC_ISSUER: 'https://id.example.cn',
      OIDC_CLIENT_ID: 'a',
      OIDC_CLIENT_SECRET: 'b',
    }
    const both = await (await staffApp({ ...oidc, STAFF_TOKEN: TOKEN }).app.request('/sign-in')).text()
    expect(both).toMatch(/\/sign-in\/oidc[\s\S]*name="token"/)
    const one = await (await staffApp(oidc).app.request('/sign-in')).text()
    expect(one).toContain('/sign-in/oidc')
    expect(one).not.toContain('name="token"')
    const none = await staffApp({ HOST: '0.0.0.0' }).app.request('/sign-in')
    expect(none.status).toBe(403)
    expect(await none.text()).toContain('href="/?plain=1&amp;lang=zh-Hans"')
    const local = await staffApp({}).app.request('/sign-in?return=/desk')
    expect(local.headers.get('location')).toBe('/desk')
  })
})

describe('the way back', () => {
  it.each([
    ['/', '/'],
    ['/documents/a?q=1-2#2.5.23', '/documents/a?q=1-2#2.5.23'],
    ['/?question=%E6%B6%88%E9%98%B2%0A', '/?question=%E6%B6%88%E9%98%B2%0A'],
    ['/a/../documents', '/documents'],
    ['//evil.cn', '/'],
    ['///evil.cn', '/'],
    ['/\\evil.cn', '/'],
    ['\\\\evil.cn', '/'],
    ['/\t/evil.cn', '/'],
    ['/\n/evil.cn', '/'],
    ['/%09/evil.cn', '/'],
    ['/%5cevil.cn', '/'],
    ['/%2f/evil.cn', '/'],
    ['/.//evil.cn', '/'],
    ['/a/..//evil.cn', '/'],
    ['/%2e%2e//evil.cn', '/'],
    ['/%', '/'],
    [' /evil', '/'],
    ['https://evil.cn', '/'],
    ['https:evil.cn', '/'],
    ['javascript:alert(1)', '/'],
    ['data:text/html,x', '/'],
    ['evil.cn', '/'],
    ['@evil.cn', '/'],
    ['', '/'],
    ['/sign-in?return=/sign-in', '/'],
    ['/sign-out', '/'],
    [`/${'x'.repeat(3000)}`, '/'],
  ])('from %j leads to %j', async (wanted, path) => {
    expect(returnPath(wanted)).toBe(path)
    const { app } = staffApp({ STAFF_TOKEN: TOKEN })
    const response = await signIn(app, { token: TOKEN, return: wanted })
    expect([response.status, response.headers.get('location')]).toEqual([303, path])
  })

  it('is the page that somebody wanted, however long its query', async () => {
    const { app } = staffApp({ STAFF_TOKEN: TOKEN })
    const wanted = await app.request('/desk?a=1&b=2')
    expect([wanted.status, wanted.headers.get('location')]).toEqual([
      303,
      '/sign-in?return=%2Fdesk%3Fa%3D1%26b%3D2',
    ])
    const long = await app.request(`/desk?a=${'x'.repeat(5000)}`)
    expect(long.headers.get('location')).toBe('/sign-in?return=%2Fdesk')
  })
})

describe('signing in by token', () => {
  it('gives a cookie that scripts and other sites do not get, and over https this host alone', async () => {
    const plain = await signIn(staffApp({ STAFF_TOKEN: TOKEN }).app, { token: TOKEN })
    expect(plain.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^policy-chat-session=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax$/),
    ])
    const { app } = staffApp({ STAFF_TOKEN: TOKEN, PUBLIC_URL: 'https://policy.example.cn' })
    const secure = await signIn(app, { token: TOKEN }, { Origin: 'https://policy.example.cn' })
    expect(secure.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-policy-chat-session=[\w.-]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ])
    expect(await statusOf(app, '/desk', cookieOf(secure))).toBe(200)
    expect(await statusOf(app, '/desk', cookieOf(secure).replace('__Host-', ''))).toBe(303)
  })

  it('lets in with that cookie, as admin, and never shows the token or the id that is stored', async () => {
    const { app, store } = staffApp({ STAFF_TOKEN: TOKEN })
    const Cookie = await signedIn(app)
    const response = await app.request('/api/probe', { headers: { Cookie } })
    expect((await response.json()).caller).toEqual({
      kind: 'staff',
      staff: { subject: 'token', name: 'token', role: 'admin' },
      isChecked: true,
    })
    expect((await app.request('/v1/probe', { method: 'POST', headers: { Cookie } })).status).toBe(200)
    const claims = JSON.parse(atob(Cookie.split('.')[1] ?? ''))
    expect(await store.session(claims.sid)).toBeUndefined()
    expect(JSON.stringify(claims)).not.toContain(TOKEN)
    expect((await store.audit({ limit: 5 })).items.map(({ action }) => action)).toEqual(['signed_in'])
  })

  it('refuses a wrong one with the page, and says why', async () => {
    const response = await signIn(staffApp({ STAFF_TOKEN: TOKEN }).app, { token: 'wrong', return: '/desk' })
    const page = await response.text()
    expect(response.status).toBe(401)
    expect(page).toMatch(/role="alert">令牌不对/)
    expect(page).toContain('value="/desk"')
    expect(page).not.toContain('wrong')
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it('stops whoever guesses', async () => {
    const { app } = staffApp({ STAFF_TOKEN: TOKEN })
    const statuses: number[] = []
    for (let guess = 0; guess < 30; guess++)
      statuses.push((await signIn(app, { token: `wrong ${guess}` })).status)
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(20).fill(429)])
    const right = await signIn(app, { token: TOKEN })
    expect([right.status, right.headers.has('retry-after')]).toEqual([429, true])
    expect(await right.text()).toMatch(/错误次数太多。 请等 \d+ 秒再试。/)
  })

  it.each([
    [{ Origin: 'https://evil.example.cn' }, 403],
    [{ Origin: 'https://portal.example.cn' }, 403],
    [{ Origin: 'null' }, 403],
    [{ Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ Origin: 'http://localhost:9999' }, 403],
    [{ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }, 303],
    [{ 'Content-Type': 'text/plain' }, 415],
  ])('takes forms of our own pages only: %j', async (headers, status) => {
    const { app } = staffApp({ STAFF_TOKEN: TOKEN, ALLOWED_ORIGINS: 'https://portal.example.cn' })
    expect((await signIn(app, { token: TOKEN }, headers)).status).toBe(status)
  })

  it('takes no body larger than a form', async () => {
    const { app } = staffApp({ STAFF_TOKEN: TOKEN })
    expect((await signIn(app, { token: 'x'.repeat(20_000) })).status).toBe(413)
  })
})

describe('a session', () => {
  it('ends after an hour in which nothing happened', async () => {
    const { app, clock } = staffApp({ STAFF_TOKEN: TOKEN })
    const cookie = await signedIn(app)
    clock.time = START + 59 * MINUTE
    expect(await statusOf(app, '/desk', cookie)).toBe(200)
    clock.time = START + 61 * MINUTE
    expect(await statusOf(app, '/desk', cookie)).toBe(303)
    expect(await statusOf(app, '/api/probe', cookie)).toBe(401)
  })

  it('goes on while somebody works, and after eight hours ends all the same', async () => {
    const { app, clock } = staffApp({ STAFF_TOKEN: TOKEN })
    let cookie = await signedIn(app)
    let renewed = 0
    for (let minute = 5; minute < 8 * 60; minute += 5) {
      clock.time = START + minute * MINUTE
      const response = await app.request('/desk', { headers: { Cookie: cookie } })
      expect(response.status).toBe(200)
      const next = cookieOf(response)
      if (next) renewed++
      cookie = next || cookie
    }
    expect(renewed).toBe(47)
    clock.time = START + 8 * 60 * MINUTE
    expect(await statusOf(app, '/desk', cookie)).toBe(303)
  })

  it('that is due for renewal holds up no answer, streamed or not', async () => {
    const { app, clock } = staffApp({ STAFF_TOKEN: TOKEN })
    const Cookie = await signedIn(app)
    clock.time = START + 30 * MINUTE
    const server = await openServer(app.fetch)
    try {
      for (const Accept of ['application/json', 'text/event-stream']) {
        const response = await server.call(`${server.address}/api/chat`, {
          method: 'POST',
          headers: { Cookie, Accept, 'Content-Type': 'application/json' },
          body: '{"question":"消防"}',
        })
        expect(response.status).toBe(200)
        expect(await response.text()).toMatch(/"outcome":"answered"/)
      }
    } finally {
      server.close()
    }
    expect(await statusOf(app, '/desk', Cookie)).toBe(200)
  })

  it('ends when somebody signs out, for whoever holds a copy of the cookie too', async () => {
    const { app, store } = staffApp({ STAFF_TOKEN: TOKEN })
    const cookie = await signedIn(app)
    const out = await app.request('/sign-out', { method: 'POST', headers: { Cookie: cookie, Origin: HERE } })
    expect([out.status, out.headers.get('location')]).toEqual([303, '/sign-in?signed-out'])
    expect(out.headers.getSetCookie()[0]).toMatch(/^policy-chat-session=; Max-Age=0; Path=\//)
    expect(await statusOf(app, '/api/probe', cookie)).toBe(401)
    expect(await statusOf(app, '/desk', cookie)).toBe(303)
    expect((await store.audit({ limit: 1 })).items[0]?.action).toBe('signed_out')
  })

  it('ends in the language in which it went on, and begins in the one that was chosen', async () => {
    const { app } = staffApp({ STAFF_TOKEN: TOKEN })
    const headers = { Cookie: await signedIn(app), Origin: HERE }
    const out = await app.request('/sign-out?lang=en', { method: 'POST', headers })
    expect(out.headers.get('location')).toBe('/sign-in?signed-out&lang=en')
    const page = await (await app.request('/sign-in?signed-out&lang=en')).text()
    expect(page).toContain('You are signed out.')
    expect(page).toContain('<input type="hidden" name="return" value="/?lang=en">')

    const asked = await (await app.request(await wayIn(app, '/desk?lang=en'))).text()
    expect(asked).toContain('<h1>Staff sign-in</h1>')
    const chosen = await (await app.request('/sign-in?return=/desk?lang%3Den&lang=zh-Hant')).text()
    expect(chosen).toContain('<input type="hidden" name="return" value="/desk?lang=zh-Hant">')
    const wrong = await signIn(app, { token: 'wrong', return: '/desk?lang=en' })
    expect(await wrong.text()).toContain('This is not the token.')
  })

  it('is ended by no other site', async () => {
    const { app } = staffApp({ STAFF_TOKEN: TOKEN })
    const Cookie = await signedIn(app)
    const headers = { Cookie, Origin: 'https://evil.example.cn' }
    expect((await app.request('/sign-out', { method: 'POST', headers })).status).toBe(403)
    expect((await app.request('/sign-out', { headers: { Cookie } })).status).toBe(405)
    expect(await statusOf(app, '/desk', Cookie)).toBe(200)
  })

  it('is replaced by the next one of the same browser', async () => {
    const { app } = staffApp({ STAFF_TOKEN: TOKEN })
    const first = await signedIn(app)
    const second = cookieOf(await signIn(app, { token: TOKEN }, { Cookie: first }))
    expect(await statusOf(app, '/desk', first)).toBe(303)
    expect(await statusOf(app, '/desk', second)).toBe(200)
  })

  it('holds on another instance with the same secrets and store, and ends when the token changes', async () => {
    const { app, store } = staffApp({ STAFF_TOKEN: TOKEN })
    const cookie = await signedIn(app)
    expect(await statusOf(staffApp({ STAFF_TOKEN: TOKEN }, { store }).app, '/desk', cookie)).toBe(200)
    expect(await statusOf(staffApp({ STAFF_TOKEN: 'another-token' }, { store }).app, '/desk', cookie)).toBe(
      303,
    )
  })

  it('cannot be made up or changed', async () => {
    const { app } = staffApp({ STAFF_TOKEN: TOKEN })
    const [name = '', value = ''] = (await signedIn(app)).split('=')
    const [head = '', body = '', seal = ''] = value.split('.')
    const unsigned = btoa('{"alg":"none"}').replaceAll('=', '')
    const other = btoa(atob(body).replace('"token"', '"root!"')).replaceAll('=', '')
    for (const forged of [`${head}.${other}.${seal}`, `${unsigned}.${body}.`, `${head}.${body}.`, 'x', ''])
      expect(await statusOf(app, '/desk', `${name}=${forged}`)).toBe(303)
    expect(await statusOf(app, '/desk', `${name}=${value}`)).toBe(200)
  })
})

describe('while the store is down', () => {
  const down = () => Promise.reject(new Error('the disk is full'))

  it('a signed cookie opens the desk and the API of citizens, and nothing that is kept', async () => {
    const { store } = staffApp({})
    const gone = { ...store }
    const { app } = staffApp({ STAFF_TOKEN: TOKEN }, { store: gone })
    const cookie = await signedIn(app)
    Object.assign(gone, { session: down, removeSession: down, addSession: down, addAudit: down })
    const { app: later } = staffApp({ STAFF_TOKEN: TOKEN }, { store: gone })
    expect(await statusOf(later, '/desk', cookie)).toBe(200)
    expect(await statusOf(later, '/desk', 'policy-chat-session=forged')).toBe(303)
    const refused = await later.request('/api/probe', { headers: { Cookie: cookie } })
    expect([refused.status, (await refused.json()).error.code]).toEqual([503, 'unavailable'])
  })

  it('nobody can sign in, and whoever signs out is told that it did not reach the store', async () => {
    const store = { ...openTestStore() }
    const working = staffApp({ STAFF_TOKEN: TOKEN }, { store: { ...store } })
    const cookie = await signedIn(working.app)
    Object.assign(store, { session: down, removeSession: down, addSession: down, addAudit: down })
    const { app } = staffApp({ STAFF_TOKEN: TOKEN }, { store })
    const refused = await signIn(app, { token: TOKEN })
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([503, []])
    expect(await refused.text()).toContain('暂时无法登录')
    const headers = { Cookie: cookie, Origin: HERE }
    const out = await app.request('/sign-out', { method: 'POST', headers })
    expect(out.status).toBe(503)
    expect(out.headers.getSetCookie()[0]).toContain('Max-Age=0')
    expect(await out.text()).toContain('暂时无法注销这次登录')
  })
})
