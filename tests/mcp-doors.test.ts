/**
 * The MCP doors: HTTP on Node and stdio, each with the official client; and whom they turn away.
 */
import { spawn } from 'node:child_process'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { describe, expect, it } from 'vitest'
import packageFile from '../package.json' with { type: 'json' }
import type { Parts } from '../server/app.ts'
import { guardOf } from '../server/guard.ts'
import serverFile from '../server.json' with { type: 'json' }
import { testApp } from './fake-answer.ts'
import { ROOT } from './mcp/clients.ts'
import { VISIT, visit } from './mcp/visit.ts'
import { serving } from './serving-app.ts'

const PORTAL = 'https://portal.example.cn'
const PING = { jsonrpc: '2.0', id: 1, method: 'ping' }
const HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' }

async function post(
  body: unknown,
  headers: Record<string, string> = {},
  { url = 'http://localhost:8787/mcp', ...parts }: Partial<Parts> & { url?: string } = {},
) {
  const response = await testApp(parts).request(url, {
    method: 'POST',
    headers: { ...HEADERS, ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

describe('over HTTP', () => {
  it('serves the official client on Node', async () => {
    const seen = await serving(testApp().fetch, (address) =>
      visit(new StreamableHTTPClientTransport(new URL(`${address}/mcp`))),
    )
    expect(seen).toEqual(VISIT)
  })

  it('serves a hundred requests at once, each its own', async () => {
    const app = testApp()
    const ask = async (id: number) => {
      const query = id % 2 === 0 ? '消防' : '公厕'
      const params = { name: 'search', arguments: { query } }
      const response = await app.request('http://localhost:8787/mcp', {
        method: 'POST',
        headers: HEADERS,
        body: JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params }),
      })
      const { id: answered, result } = await response.json()
      return { answered, found: result.structuredContent.results[0].id.split('#')[1] }
    }
    const all = await Promise.all(Array.from({ length: 100 }, (_, id) => ask(id)))
    expect(all).toEqual(
      Array.from({ length: 100 }, (_, id) => ({ answered: id, found: id % 2 === 0 ? '2.5.23' : '2.2.8' })),
    )
  })

  it.each([
    ['an answer', PING, {}, 200],
    ['a notification taken', { jsonrpc: '2.0', method: 'notifications/initialized' }, {}, 202],
    ['a refusal of the transport', PING, { 'Mcp-Protocol-Version': '1999-01-01' }, 400],
    ['a refusal of ours', PING, { Accept: '' }, 406],
  ])('carries the id of the request with %s', async (_what, body, headers, status) => {
    const response = await testApp().request('http://localhost:8787/mcp', {
      method: 'POST',
      headers: { ...HEADERS, ...headers },
      body: JSON.stringify(body),
    })
    expect(response.status).toBe(status)
    expect(response.headers.get('x-request-id')).toMatch(/^id-/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([[null], [[]], ['消防']])('says what a tool takes where the arguments are %j', async (given) => {
    const call = { ...PING, method: 'tools/call', params: { name: 'search', arguments: given } }
    const { body } = await post(call)
    expect(body.result).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('query') }],
    })
  })

  it.each(['nope', 'constructor', 'logging/setLevel'])('has no method %s', async (method) => {
    expect((await post({ ...PING, method })).body.error.code).toBe(-32601)
  })

  it('takes media types in any case', async () => {
    const accept = { Accept: 'Application/JSON, Text/Event-Stream', 'Content-Type': 'Application/Json' }
    expect((await post(PING, accept)).status).toBe(200)
  })

  it('gives addresses of the request, or of PUBLIC_URL', async () => {
    const call = { ...PING, method: 'tools/call', params: { name: 'search', arguments: { query: '消防' } } }
    const local = await post(call)
    expect(local.body.result.structuredContent.results[0].url).toMatch(
      /^http:\/\/localhost:8787\/documents\//,
    )
    const publicUrl = 'https://policy.example.cn'
    const proxied = await post(call, {}, { publicUrl })
    expect(proxied.body.result.structuredContent.results[0].url).toMatch(/^https:\/\/policy\.example\.cn\//)
  })

  it('counts the calls of tools, and logs nothing of what was asked', async () => {
    const lines: unknown[] = []
    const app = testApp({ log: (...line) => lines.push(line) })
    for (const query of ['geheim', ''])
      await app.request('http://localhost/mcp', {
        method: 'POST',
        headers: HEADERS,
        body: JSON.stringify({
          ...PING,
          method: 'tools/call',
          params: { name: 'search', arguments: { query } },
        }),
      })
    const metrics = await (await app.request('/metrics')).text()
    expect(metrics).toContain('tool_calls_total{tool="search",outcome="ok"} 1')
    expect(metrics).toContain('tool_calls_total{tool="search",outcome="invalid"} 1')
    expect(metrics).toContain('http_requests_total{method="POST",route="/mcp",status="200"} 2')
    expect(JSON.stringify(lines)).not.toContain('geheim')
  })
})

describe('the HTTP door turns away', () => {
  it.each(['GET', 'DELETE', 'PUT'])('%s with 405', async (method) => {
    const response = await testApp().request('http://localhost/mcp', { method, headers: HEADERS })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
  })

  it.each([
    ['another media type', 'hi', { 'Content-Type': 'text/plain' }, 415],
    ['another character set', PING, { 'Content-Type': 'application/json; charset=gbk' }, 415],
    ['a packed body', PING, { 'Content-Encoding': 'gzip' }, 415],
    ['a client that takes no stream', PING, { Accept: 'application/json' }, 406],
    ['a client that says nothing of what it takes', PING, { Accept: '' }, 406],
    ['bad JSON', '{"jsonrpc":', {}, 400],
    ['bad UTF-8', new Uint8Array([0x22, 0xff, 0x22]), {}, 400],
    ['JSON that is no message', { hello: 1 }, {}, 400],
    ['a batch', [PING, PING], {}, 400],
    ['an unknown protocol version', PING, { 'Mcp-Protocol-Version': '1999-01-01' }, 400],
    ['a body over 256 kB', { ...PING, params: { pad: 'x'.repeat(256 * 1024) } }, {}, 413],
  ])('%s', async (_what, body, headers, status) => {
    const refused = await post(body, headers)
    expect(refused.status).toBe(status)
    expect(refused.body).toMatchObject({ jsonrpc: '2.0', error: { code: expect.any(Number) } })
    expect(refused.body.error.message).not.toBe('')
  })

  it('the host name of a page that has bound its own name to our address', async () => {
    expect((await post(PING, {}, { url: 'http://evil.example:8787/mcp' })).status).toBe(403)
    expect((await post(PING, {}, { url: 'http://127.0.0.1:8787/mcp' })).status).toBe(200)
    expect((await post(PING, {}, { url: 'http://[::1]:8787/mcp' })).status).toBe(200)
    const open = guardOf({ host: '0.0.0.0', allowedOrigins: [] })
    expect((await post(PING, {}, { url: 'http://policy.example.cn/mcp', guard: open })).status).toBe(200)
  })

  it.each([
    ['https://evil.example', 403],
    ['null', 403],
    ['http://localhost.evil.example', 403],
    ['http://localhost:6274', 200],
    [PORTAL, 200],
    ['https://policy.example.cn', 200],
  ])('pages of other origins: %s is answered with %d', async (origin, status) => {
    const config = { host: '127.0.0.1', publicUrl: 'https://policy.example.cn', allowedOrigins: [PORTAL] }
    const answered = await post(PING, { Origin: origin }, { guard: guardOf(config) })
    expect(answered.status).toBe(status)
    expect(answered.headers.get('access-control-allow-origin')).toBe(status === 200 ? origin : null)
  })

  it('every page, where it serves the world and no origin is allowed', async () => {
    const guard = guardOf({ host: '0.0.0.0', allowedOrigins: [] })
    expect((await post(PING, { Origin: 'http://localhost:8787' }, { guard })).status).toBe(403)
  })

  it('whoever has asked too often, and says for how long', async () => {
    const { status, headers, body } = await post(
      PING,
      {},
      { limiter: { take: async () => 2 }, clientOf: () => 'x' },
    )
    expect({ status, wait: headers.get('retry-after') }).toEqual({ status: 429, wait: '2' })
    expect(body.error.message).toContain('2 seconds')
    expect(
      (await post(PING, {}, { limiter: { take: async () => undefined }, clientOf: () => 'x' })).status,
    ).toBe(200)
  })
})

describe('over stdio', () => {
  it('serves the official client, started as the README says', async () => {
    const transport = new StdioClientTransport({
      command: 'npm',
      args: ['run', '--silent', 'mcp'],
      cwd: ROOT,
      stderr: 'ignore',
    })
    expect(await visit(transport)).toEqual(VISIT)
  })

  it('writes nothing but messages, answers all that came before the end, and ends with its input', async () => {
    const server = spawn(process.execPath, ['server/stdio.ts'], { cwd: ROOT })
    let out = ''
    server.stdout.on('data', (chunk) => {
      out += chunk
    })
    const messages = [
      {
        ...PING,
        id: 0,
        method: 'initialize',
        params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 't', version: '1' } },
      },
      { jsonrpc: '2.0', method: 'notifications/initialized' },
      PING,
      { ...PING, id: 2, method: 'tools/call', params: { name: 'search', arguments: { query: '消防' } } },
    ]
    const lines = messages.map((message) => JSON.stringify(message))
    server.stdin.end(`${[...lines.slice(0, 2), 'no JSON at all', ...lines.slice(2)].join('\n')}\n`)
    const status = await new Promise((resolve) => server.on('close', resolve))
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(status).toBe(0)
    expect(answers.map(({ id }) => id).sort()).toEqual([0, 1, 2])
  })

  it('ends when its input does, though nothing was ever asked', async () => {
    const server = spawn(process.execPath, ['server/stdio.ts'], { cwd: ROOT })
    server.stdin.end()
    expect(await new Promise((resolve) => server.on('close', resolve))).toBe(0)
  })
})

describe('the entry for the MCP registry', () => {
  it('names this product in the version that it is', () => {
    expect(serverFile.name).toBe(packageFile.mcpName)
    expect(serverFile.version).toBe(packageFile.version)
    expect(serverFile.description.length).toBeLessThanOrEqual(100)
    expect(serverFile.remotes).toMatchObject([
      { type: 'streamable-http', url: expect.stringMatching(/\/mcp$/) },
    ])
  })
})
