/**
 * Signing in through a real identity provider that runs as a process of its own, over real HTTP.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { peerOf } from '../../server/node-peer.ts'
import type { Changed } from '../fake-answer.ts'
import { type StaffApp, staffApp, TOKEN } from '../staff-app.ts'
import { openBrowser } from './browser.ts'
import { CLIENT_ID, CLIENT_SECRET } from './people.ts'
import { startProvider } from './start-provider.ts'

const MINUTE = 60_000

describe('the identity provider', () => {
  let server: Server
  let base: string
  let provider: Awaited<ReturnType<typeof startProvider>>
  let shown: StaffApp
  const real = { now: () => new Date(), peerOf }
  const environment = () => ({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: CLIENT_SECRET,
  })

  beforeAll(async () => {
    server = serve({
      fetch: (request, env) => shown.app.fetch(request, env),
      port: 0,
      hostname: '127.0.0.1',
    }) as Server
    await new Promise((resolve) => server.once('listening', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    provider = await startProvider(`${base}/sign-in/callback`)
  })
  afterAll(async () => {
    await provider.stop()
    server.close()
  })

  /** A browser in which `person` signs in; `change` tampers with addresses on the way. */
  const browserOf = (person: string, change: (url: URL) => void = () => {}) =>
    openBrowser((url) => {
      if (url.origin === provider.issuer && url.pathname === '/auth' && url.searchParams.has('client_id'))
        url.searchParams.set('login_hint', person)
      change(url)
    })
  const begin = (more: Record<string, string> = {}, changed: Changed = {}) => {
    shown = staffApp({ ...environment(), ...more }, { ...real, ...changed })
  }

  it('lets in whom it names a role for, and leads back to where they wanted to go', async () => {
    begin()
    const browser = browserOf('wang')
    const wanted = await browser.open(`${base}/desk?a=1`)
    expect(wanted.url.pathname).toBe('/sign-in')
    const [, link = ''] = /href="(\/sign-in\/oidc[^"]*)"/.exec(wanted.text) ?? []
    const arrived = await browser.open(base + link.replaceAll('&amp;', '&'))
    expect([arrived.url.href, arrived.text]).toEqual([`${base}/desk?a=1`, 'desk'])
    expect(browser.cookies(base)).toMatch(/^policy-chat-session=[\w.-]+$/)
    expect(JSON.parse((await browser.open(`${base}/api/probe`)).text).caller.staff).toEqual({
      subject: 'oidc:wang',
      name: '王老师',
      role: 'viewer',
    })
  })

  it.each([
    ['li', '李编辑', 'editor'],
    ['zhao', 'Zhao Admin', 'admin'],
  ])('gives %s the role that it names', async (person, name, role) => {
    begin()
    const browser = browserOf(person)
    await browser.open(`${base}/sign-in/oidc`)
    const { staff } = JSON.parse((await browser.open(`${base}/api/probe`)).text).caller
    expect(staff).toEqual({ subject: `oidc:${person}`, name, role })
  })

  it('lets in nobody without a role, and names the claim that was looked for', async () => {
    begin()
    const browser = browserOf('stranger')
    const refused = await browser.open(`${base}/sign-in/oidc?lang=en`)
    expect(refused.response.status).toBe(403)
    expect(refused.text).toContain('you have no role here')
    expect(refused.text).toContain('“roles, role, groups”')
    expect(browser.cookies(base)).toBe('')
    const { items } = await shown.store.audit({ limit: 1 })
    expect(items[0]).toMatchObject({ action: 'sign_in_refused', actor: 'oidc:stranger' })

    begin({ OIDC_ROLES_CLAIM: 'department' })
    const other = browserOf('stranger')
    await other.open(`${base}/sign-in/oidc`)
    expect(JSON.parse((await other.open(`${base}/api/probe`)).text).caller.staff.role).toBe('admin')

    begin({ OIDC_DEFAULT_ROLE: 'viewer' })
    const third = browserOf('stranger')
    await third.open(`${base}/sign-in/oidc`)
    expect(JSON.parse((await third.open(`${base}/api/probe`)).text).caller.staff.role).toBe('viewer')
  })

  it('may say no, and what it wrote is not shown', async () => {
    begin()
    const browser = browserOf('unknown person')
    const refused = await browser.open(`${base}/sign-in/oidc`)
    expect(refused.response.status).toBe(403)
    expect(refused.text).toContain('统一身份认证没有通过这次登录')
    expect(refused.text).not.toMatch(/upstream|access_denied/)
  })

  it.each<[string, (url: URL) => void]>([
    ['another state', (url) => url.pathname === '/sign-in/callback' && url.searchParams.set('state', 'x')],
    ['no state', (url) => url.pathname === '/sign-in/callback' && url.searchParams.delete('state')],
    ['another code', (url) => url.pathname === '/sign-in/callback' && url.searchParams.set('code', 'x')],
    ['another nonce', (url) => url.pathname === '/auth' && url.searchParams.set('nonce', 'another-nonce')],
    [
      'another challenge',
      (url) => url.pathname === '/auth' && url.searchParams.set('code_challenge', 'E'.repeat(43)),
    ],
  ])('is not believed with %s', async (_what, change) => {
    begin()
    const browser = browserOf('zhao', change)
    const refused = await browser.open(`${base}/sign-in/oidc`)
    expect(refused.url.pathname).toBe('/sign-in/callback')
    expect(refused.response.status).toBe(400)
    expect(refused.text).toContain('这次登录已经失效')
    expect(browser.cookies(base)).toBe('')
  })

  it('is believed once: who repeats the way back, in this browser or another, is not let in', async () => {
    begin()
    let callback = ''
    let kept = ''
    const browser = browserOf('zhao', (url) => {
      if (url.pathname !== '/sign-in/callback' || callback) return
      callback = url.href
      kept = browser.cookies(base)
    })
    await browser.open(`${base}/sign-in/oidc`)
    expect((await browser.open(`${base}/desk`)).text).toBe('desk')
    expect((await browser.open(callback)).response.status).toBe(400)
    expect((await openBrowser().open(callback)).response.status).toBe(400)

    const thief = openBrowser()
    thief.take(base, kept)
    const repeated = await thief.open(callback)
    expect(repeated.response.status).toBe(400)
    expect(thief.cookies(base)).toBe('')
  })

  it('has ten minutes to let somebody in', async () => {
    let late = 0
    begin({}, { now: () => new Date(Date.now() + late) })
    const browser = browserOf('zhao', (url) => {
      if (url.pathname === '/sign-in/callback') late = 11 * MINUTE
    })
    expect((await browser.open(`${base}/sign-in/oidc`)).response.status).toBe(400)
  })

  it('learns of it when somebody signs out, and the session is over here whatever it does', async () => {
    begin()
    const browser = browserOf('wang')
    await browser.open(`${base}/sign-in/oidc?return=/desk`)
    const stolen = browser.cookies(base)
    const out = await browser.submit(`${base}/sign-out`)
    expect(out.response.status).toBe(200)
    expect(browser.cookies(base)).toBe('')
    const [, end = ''] = /^0; url=(.+)$/.exec(out.response.headers.get('refresh') ?? '') ?? []
    expect(new URL(end).searchParams.get('post_logout_redirect_uri')).toBe(`${base}/sign-in`)
    expect((await browser.open(end)).response.status).toBe(200)

    const thief = openBrowser()
    thief.take(base, stolen)
    expect((await thief.open(`${base}/api/probe`)).response.status).toBe(401)
    expect((await thief.open(`${base}/desk`)).url.pathname).toBe('/sign-in')
  })

  it('keeps the round it goes hidden from the browser that carries it', async () => {
    begin()
    const response = await fetch(`${base}/sign-in/oidc`, { redirect: 'manual' })
    const state = new URL(response.headers.get('location') ?? '').searchParams.get('state') ?? ''
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^policy-chat-sign-in=[\w.-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
    for (const part of cookie.split(/[=.;]/))
      expect(Buffer.from(part, 'base64url').toString('latin1')).not.toContain(state)
  })

  it('may be away or answer nonsense: the page says so, and the next try finds it again', async () => {
    let answer: 'away' | 'html' | 'elsewhere' | 'right' = 'html'
    let astray = 0
    const odd = createServer(async (request, response) => {
      if (request.url?.startsWith('/trap')) astray++
      if (answer === 'elsewhere') return response.writeHead(302, { Location: '/trap' }).end()
      if (answer === 'html') return response.end('<h1>upstream secret</h1>')
      response.setHeader('Content-Type', 'application/json')
      const issuer = `http://127.0.0.1:${(odd.address() as AddressInfo).port}`
      response.end(JSON.stringify({ issuer, authorization_endpoint: `${issuer}/auth` }))
    })
    await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve))
    try {
      const logged: string[] = []
      begin(
        { OIDC_ISSUER: `http://127.0.0.1:${(odd.address() as AddressInfo).port}`, STAFF_TOKEN: TOKEN },
        { log: (...line) => logged.push(JSON.stringify(line)) },
      )
      for (answer of ['html', 'elsewhere'] as const) {
        const { response, text } = await openBrowser().open(`${base}/sign-in/oidc`)
        expect(response.status).toBe(502)
        expect(text).toContain('统一身份认证的返回有误')
        expect(text).not.toContain('upstream')
        // There is another way in.
        expect(text).toContain('name="token"')
      }
      expect(astray).toBe(0)
      answer = 'right'
      const found = await fetch(`${base}/sign-in/oidc`, { redirect: 'manual' })
      expect(found.headers.get('location')).toMatch(/\/auth\?/)
      expect(logged.join('')).toContain('sign_in_refused')
      expect(logged.join('')).not.toMatch(/upstream|a-secret-of/)
    } finally {
      odd.close()
    }
    begin({ OIDC_ISSUER: 'http://127.0.0.1:1' })
    const { response, text } = await openBrowser().open(`${base}/sign-in/oidc?lang=en`)
    expect([response.status, text.includes('cannot be reached just now')]).toEqual([503, true])
    expect((await browserOf('wang').submit(`${base}/sign-out`)).url.pathname).toBe('/sign-in')
  })
})
