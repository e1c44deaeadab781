/**
 * What those who run the product rely on: the API's description, health, metrics, log, headers, configuration.
 */
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../server/config.ts'
import { testApp } from './fake-answer.ts'

const app = testApp()
const DOCUMENT = 'yancheng-2022-minsheng'

async function get(path: string) {
  return { body: await (await app.request(path)).json() }
}

describe('the description of the API', () => {
  it('names every route and schema, and refers to nothing that is missing', async () => {
    const { body } = await get('/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    expect(Object.keys(body.paths).sort()).toEqual([
      '/api/agencies',
      '/api/chat',
      '/api/conversations',
      '/api/conversations/{id}',
      '/api/documents',
      '/api/documents/{id}',
      '/api/documents/{id}/clauses',
      '/api/documents/{id}/clauses/{clauseId}',
      '/api/feedback',
      '/api/search',
      '/api/settings',
      '/api/staff/approvals',
      '/api/staff/approvals/{id}',
      '/api/staff/audit',
      '/api/staff/export',
      '/api/staff/feedback',
      '/api/staff/reviews',
      '/api/staff/unanswered',
      '/api/staff/usage',
      '/api/targets',
      '/v1/chat/completions',
      '/v1/models',
    ])
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)]
    expect(references.length).toBeGreaterThan(10)
    for (const [, name] of references) expect(body.components.schemas).toHaveProperty(name ?? '')
    expect(body.components.schemas.Answer.properties.citations.items.$ref).toBe(
      '#/components/schemas/Citation',
    )
    expect(body.paths['/api/search'].get.parameters.map((p: { name: string }) => p.name)).toEqual([
      'q',
      'limit',
      'documentId',
    ])
  })

  it('serves a page to try it, all from our own origin', async () => {
    const response = await app.request('/docs')
    const page = await response.text()
    expect(page).not.toMatch(/https?:\/\//)
    for (const [, path] of page.matchAll(/(?:src|href)="([^"]+)"/g))
      expect((await app.request(path ?? '')).status).toBe(200)
    expect(response.headers.get('content-security-policy')).toContain("style-src 'self' 'unsafe-inline'")
  })
})

describe('running it', () => {
  it('says that it is alive and what it serves', async () => {
    expect((await get('/healthz')).body).toEqual({ status: 'ok' })
    expect((await get('/readyz')).body).toEqual({
      status: 'ok',
      documents: 1,
      clauses: 40,
      corpus: expect.stringMatching(/^[0-9a-f]{64}$/),
      store: 'ok',
      answersLost: 0,
    })
  })

  it('counts requests by route, never by what was asked, and answers by outcome', async () => {
    const app = testApp()
    await app.request('/api/search?q=geheim')
    await app.request('/api/documents/geheim')
    await app.request('/geheim')
    await app.request('/api/chat', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"question":"消防"}',
    })
    const text = await (await app.request('/metrics')).text()
    expect(text).toContain('http_requests_total{method="GET",route="/api/search",status="200"} 1')
    expect(text).toContain('http_requests_total{method="GET",route="/api/documents/:id",status="404"} 1')
    expect(text).toContain('http_requests_total{method="GET",route="none",status="404"} 1')
    expect(text).toContain('answers_total{outcome="answered",lang="zh-Hans"} 1')
    expect(text).toContain('http_request_duration_seconds_bucket{route="/api/chat",le="+Inf"} 1')
    expect(text).not.toContain('geheim')
  })

  it('logs a request without its words', async () => {
    const lines: string[] = []
    const app = testApp({ log: (_level, event, fields) => lines.push(JSON.stringify({ event, ...fields })) })
    await app.request('/api/search?q=geheim', { headers: { 'x-request-id': 'mine' } })
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ requestId: 'mine', route: '/api/search', status: 200 })
    expect(lines[0]).not.toContain('geheim')
  })

  it('lets any page load its files, and keep them as long as their address says', async () => {
    const hashed = { type: 'text/javascript; charset=utf-8', body: 'let a', digest: 'abc' }
    const names = ['widget-B_x3fQ9a.js', 'console-Dk-2a9Zq.css', 'widget-launcher.js', 'widget.js']
    const app = testApp({ assets: new Map(names.map((name) => [name, hashed])) })
    const caching = async (path: string) => (await app.request(path)).headers.get('cache-control')
    const forever = 'public, max-age=31536000, immutable'
    expect(await Promise.all(names.map((name) => caching(`/assets/${name}`)))).toEqual([
      forever,
      forever,
      'no-cache',
      'no-cache',
    ])
    expect(await caching('/assets/widget.js?v=abc')).toBe(forever)
    expect(await caching('/assets/widget.js?v=old')).toBe('no-cache')

    const { headers } = await app.request('/assets/widget.js')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    const page = await app.request('/healthz')
    expect(page.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })

  it.each([
    ['"abc"', 304],
    ['"old", W/"abc"', 304],
    ['"old"', 200],
    ['abc', 200],
  ])('sends a file again only where it has changed: If-None-Match %s is %d', async (known, status) => {
    const asset = { type: 'text/css; charset=utf-8', body: 'a{}', digest: 'abc' }
    const app = testApp({ assets: new Map([['a.css', asset]]) })
    const response = await app.request('/assets/a.css', { headers: { 'If-None-Match': known } })
    expect(response.status).toBe(status)
    expect(await response.text()).toBe(status === 304 ? '' : 'a{}')
    expect(response.headers.get('etag')).toBe('"abc"')
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('guards every kind of response with headers', async () => {
    for (const path of ['/', '/api/documents', '/nothing', '/assets/site.css', `/documents/${DOCUMENT}`]) {
      const { headers } = await app.request(path)
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'self';(?!.*unsafe).*frame-ancestors 'none'/,
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('strict-transport-security')).toBeNull()
    }
    const secure = await app.request('https://policy.example.cn/healthz')
    expect(secure.headers.get('strict-transport-security')).toMatch(/max-age=31536000/)
  })
})

describe('configuration', () => {
  it('has defaults, and takes an address without its closing slash', () => {
    expect(readConfig({ PORT: '' })).toEqual({
      port: 8787,
      host: '127.0.0.1',
      allowedOrigins: [],
      logLevel: 'info',
      handoff: { url: 'tel:12345' },
      dataDir: './data',
      access: {},
    })
    expect(readConfig({ PUBLIC_URL: 'https://a.cn/p/' }).publicUrl).toBe('https://a.cn/p')
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['PUBLIC_URL', 'policy.example.cn'],
    ['PUBLIC_URL', 'ftp://a.cn'],
    ['ALLOWED_ORIGINS', 'https://a.cn/portal'],
    ['ALLOWED_ORIGINS', 'https://a.cn, b.cn'],
    ['PUBLIC_URL', 'https://a.cn/?x=1'],
    ['LOG_LEVEL', 'loud'],
    ['HANDOFF_URL', 'javascript:alert(1)'],
    ['HANDOFF_URL', 'java\nscript:alert(1)'],
    ['HANDOFF_URL', 'data:text/html,x'],
    ['HANDOFF_URL', '12345'],
    ['HANDOFF_URL', 'tel:'],
    ['HANDOFF_URL', 'https://'],
    ['HANDOFF_TEXT', '拨打\n12345'],
    ['HANDOFF_TEXT', '一'.repeat(201)],
    ['HANDOFF_TEXT', ' '],
    ['OPENAI_BASE_URL', '127.0.0.1:11434/v1'],
    ['OPENAI_BASE_URL', 'https://a.cn/v1?key=1'],
    ['OPENAI_MODEL', 'two words'],
    ['LLM_DAILY_TOKENS', '1e6'],
    ['LLM_DAILY_TOKENS', '-5'],
    ['LLM_PRICE_INPUT', 'free'],
  ])('stops on %s=%s with one line that names it', (name, value) => {
    const start = () => readConfig({ [name]: value })
    expect(start).toThrow(ConfigError)
    expect(start).toThrow(new RegExp(`^Wrong configuration: ${name} must be [^\\n]+$`))
  })

  it.each(['tel:12345', 'https://a.cn/help?from=chat', 'http://a.cn', 'mailto:help@a.cn'])(
    'sends people on to %s, in words of its own',
    (url) => {
      const { handoff } = readConfig({ HANDOFF_URL: url, HANDOFF_TEXT: ' 拨打12345 ' })
      expect(handoff).toEqual({ text: '拨打12345', url })
    },
  )

  it('uses a model when its name and a base URL or a key are set', () => {
    const model = (environment: Record<string, string>) => readConfig(environment).model
    expect(model({ OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1/', OPENAI_MODEL: 'qwen3:14b' })).toEqual({
      model: 'qwen3:14b',
      baseUrl: 'http://127.0.0.1:11434/v1',
    })
    const priced = { OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: 'm', LLM_DAILY_TOKENS: '0', LLM_PRICE_OUTPUT: '2' }
    expect(model(priced)).toEqual({
      model: 'm',
      apiKey: 'sk-1',
      dailyTokens: 0,
      prices: { input: 0, output: 2 },
    })
    expect(model({ OPENAI_MODEL: 'm' })).toBeUndefined()
    expect(model({ OPENAI_API_KEY: 'sk-1' })).toBeUndefined()
  })

  it('prints no key, wrong as it may be', () => {
    const start = () => readConfig({ OPENAI_API_KEY: 'sk geheim' })
    expect(start).toThrow(/^Wrong configuration: OPENAI_API_KEY must be [^\n]+$/)
    expect(start).not.toThrow(/geheim/)
    const address = () => readConfig({ OPENAI_BASE_URL: 'http://u:geheim@a.cn/v1' })
    expect(address).toThrow(/^Wrong configuration: OPENAI_BASE_URL must be [^\n]+$/)
    expect(address).not.toThrow(/geheim/)
  })
})
