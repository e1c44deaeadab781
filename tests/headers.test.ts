/**
 * What browsers are told to do with what we send: no script but ours, no frame but on listed portals, nothing kept that is private.
 */
import { describe, expect, it } from 'vitest'
import { guardOf } from '../server/guard.ts'
import { testApp } from './fake-answer.ts'

const PORTALS = ['https://portal.example.cn', 'https://12345.example.cn']
const DOCUMENT = '/documents/yancheng-2022-minsheng'
const EMBEDDABLE = [DOCUMENT, `${DOCUMENT}?q=0-5`, '/documents/nope', '/?plain=1', '/?plain=1&question=消防']
const OTHERS = [
  '/',
  '/?plain=0',
  '/?question=消防',
  '/portal',
  '/docs',
  '/api/documents',
  '/healthz',
  '/nothing',
  '/widget.js',
]

function appFor(allowedOrigins: string[]) {
  return testApp({ guard: guardOf({ host: '127.0.0.1', allowedOrigins }) })
}

async function framing(allowedOrigins: string[], path: string) {
  const { headers } = await appFor(allowedOrigins).request(path)
  const ancestors = /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1]
  return { ancestors, legacy: headers.get('x-frame-options') }
}

describe('a frame', () => {
  it.each(EMBEDDABLE)('on a listed portal may show %s, and on no other page', async (path) => {
    expect(await framing(PORTALS, path)).toEqual({ ancestors: PORTALS.join(' '), legacy: null })
    expect(await framing([], path)).toEqual({ ancestors: "'none'", legacy: 'DENY' })
  })

  it.each(OTHERS)('never shows %s', async (path) => {
    expect(await framing(PORTALS, path)).toEqual({ ancestors: "'none'", legacy: 'DENY' })
  })
})

describe('every response', () => {
  it.each([...EMBEDDABLE, ...OTHERS])('%s lets browsers guess, load and give away nothing', async (path) => {
    const { headers } = await appFor(PORTALS).request(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/default-src '(?:self|none)'/)
    expect(policy).toContain("base-uri 'none'")
    expect(policy).not.toMatch(/unsafe-eval|\*|http:/)
    expect(policy.replace(path === '/docs' ? "style-src 'self' 'unsafe-inline'" : '', '')).not.toContain(
      'unsafe',
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=(), microphone=(), geolocation=()')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  it.each(['/', DOCUMENT, '/?question=消防', '/portal', '/documents/nope'])(
    'that is a page has no script or style within it: %s',
    async (path) => {
      const page = await (await appFor([]).request(path)).text()
      expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:/i)
    },
  )

  it('over HTTPS is told to stay there for a year', async () => {
    const app = testApp({ publicUrl: 'https://policy.example.cn' })
    for (const path of ['/', '/api/documents', '/nothing'])
      expect((await app.request(path)).headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
    expect((await appFor([]).request('/')).headers.get('strict-transport-security')).toBeNull()
  })

  it('is loaded by other sites only where it is meant for them', async () => {
    const policyOf = async (path: string) =>
      (await appFor([]).request(path)).headers.get('cross-origin-resource-policy')
    expect([await policyOf('/assets/site.css'), await policyOf('/widget.js')]).toEqual([
      'cross-origin',
      'cross-origin',
    ])
    for (const path of ['/', DOCUMENT, '/api/documents', '/metrics'])
      expect(await policyOf(path)).toBe('same-origin')
  })

  it('is kept by nobody, unless it says itself for how long', async () => {
    const keeping = async (path: string, init?: RequestInit) =>
      (await appFor([]).request(path, init)).headers.get('cache-control')
    const chat = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"question":"消防"}',
    }
    expect(await keeping('/api/chat', chat)).toBe('no-store')
    for (const path of [
      '/api/search?q=消防',
      '/api/conversations/x',
      '/nothing',
      '/?question=消防',
      '/metrics',
    ])
      expect(await keeping(path)).toBe('no-store')
    expect(await keeping('/assets/site.css')).toBe('no-cache')
    expect(await keeping('/widget.js')).toMatch(/^public/)
  })
})

describe('a name that is not ours', () => {
  const onMachine = guardOf({ host: '127.0.0.1', allowedOrigins: [], publicUrl: 'https://policy.example.cn' })
  const ask = (path: string, guard = onMachine) =>
    testApp({ guard }).request(`http://evil.example:8787${path}`)

  it.each(['/api/documents', '/v1/models', '/', DOCUMENT, '/metrics', '/openapi.json', '/nothing'])(
    'is not answered at %s, where only this machine is served',
    async (path) => {
      const response = await ask(path)
      expect(response.status).toBe(403)
      expect((await response.json()).error).toEqual({
        code: 'forbidden',
        message: expect.stringContaining('PUBLIC_URL'),
      })
    },
  )

  it.each(['/healthz', '/readyz'])('is answered at %s, for whoever looks after the product', async (path) => {
    expect((await ask(path)).status).not.toBe(403)
  })

  it('is answered where the world is served, and so are our own', async () => {
    expect((await ask(DOCUMENT, guardOf({ host: '0.0.0.0', allowedOrigins: [] }))).status).toBe(200)
    for (const host of ['localhost:8787', '127.0.0.1', '[::1]:8787', 'policy.example.cn'])
      expect((await testApp({ guard: onMachine }).request(`http://${host}/api/documents`)).status).toBe(200)
  })
})
