/**
 * The Worker as it is deployed: how large it is, and that it does in workerd what it is bundled for.
 */
import { once } from 'node:events'
import http from 'node:http'
import { gzipSync } from 'node:zlib'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { AnyD1Database } from 'drizzle-orm/d1'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Answer } from '../corpus/types.ts'
import entry, { type Bindings } from '../server/worker.ts'
import { VISIT, visit } from './mcp/visit.ts'
import { openStandIn, type StandIn } from './stand-in/stand-in.ts'
import { bundleText, type OpenWorker, openWorker } from './workerd/open-worker.ts'

const MOST_BYTES = 1_000_000
const QUESTION = '城市公厕建多少座'

let bundle: string
let standIn: StandIn
let worker: OpenWorker

beforeAll(async () => {
  bundle = await bundleText()
  standIn = await openStandIn()
  worker = await openWorker({
    script: bundle,
    vars: { OPENAI_BASE_URL: standIn.url, OPENAI_MODEL: 'stand-in' },
  })
})
afterAll(async () => {
  await worker.close()
  await standIn.close()
})

function ask(headers: Record<string, string>): Promise<Response> {
  return fetch(`${worker.address}/api/chat`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ question: QUESTION }),
  })
}

it('is no more than a megabyte, packed', () => {
  expect(gzipSync(bundle).byteLength).toBeLessThan(MOST_BYTES)
})

describe('in workerd', () => {
  it('has its data: the corpus, everyday words, English and Traditional', async () => {
    const search = async (query: string) => {
      const response = await fetch(`${worker.address}/api/search?limit=1&q=${encodeURIComponent(query)}`)
      return (await response.json()).hits[0]?.clauseId
    }
    expect(await search('public toilets')).toBe('2.2.8')
    expect(await search('公廁')).toBe('2.2.8')
  })

  it('answers with the model, and ends its stream with the answer', async () => {
    standIn.behave(undefined)
    expect((await (await ask({})).json()).mode).toBe('llm')
    const text = await (await ask({ Accept: 'text/event-stream' })).text()
    const events = [...text.matchAll(/^event: (\w+)$/gm)].map(([, event]) => event)
    expect(events.filter((event) => event === 'answer' || event === 'error')).toEqual(['answer'])
    expect(events.at(-1)).toBe('answer')
  })

  it('ends the request to the model when the client leaves', async () => {
    standIn.behave('silence')
    const before = standIn.calls.length
    const request = http.request(`${worker.address}/api/chat`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
    })
    request.on('error', () => {}).end(JSON.stringify({ question: QUESTION }))
    const [response] = await once(request, 'response')
    response.on('error', () => {}).resume()
    await vi.waitFor(() => expect(standIn.calls.length).toBe(before + 1))
    // As the edge tells it: at once. Of a line that is merely closed workerd hears when it next writes.
    request.socket?.resetAndDestroy()
    await vi.waitFor(() => expect(standIn.calls[before]?.closedEarly).toBe(true), { timeout: 1_500 })
  })

  it('serves the official client of MCP', async () => {
    const transport = new StreamableHTTPClientTransport(new URL(`${worker.address}/mcp`))
    expect(await visit(transport)).toEqual(VISIT)
  })
})

describe('a Worker that is set up wrongly', () => {
  const bindings = { ASSETS: { fetch }, DB: {} as AnyD1Database, RATE_LIMITER: { limit: vi.fn() } }
  const call = { waitUntil() {}, passThroughOnException() {}, props: {} }

  it.each([
    [
      'a value that is none',
      { ...bindings, RETENTION_DAYS: 'never' },
      /^Wrong configuration: RETENTION_DAYS [^\n]+$/,
    ],
    [
      'no limit',
      { ...bindings, RATE_LIMITER: undefined },
      /^Wrong configuration: [^\n]*wrangler.toml[^\n]* RATE_LIMITER$/,
    ],
  ])('is out of service and tells its log alone why: %s', async (_what, wrong, line) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const response = await entry.fetch(new Request('https://a.cn/healthz'), wrong as Bindings, call)
    expect(response.status).toBe(503)
    expect(await response.json()).toEqual({
      error: { code: 'unavailable', message: expect.not.stringMatching(/RETENTION|DB/) },
    })
    expect(log.mock.calls).toEqual([[expect.stringMatching(line)]])
    log.mockRestore()
  })
})

describe.each(['empty', 'none'] as const)('a Worker whose database is %s', (database) => {
  it('answers, and says that nothing is kept', async () => {
    const worker = await openWorker({ database })
    try {
      const asked = await fetch(`${worker.address}/api/chat`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ question: '谁负责消防安全' }),
      })
      const { outcome, conversationId, conversationSecret } = (await asked.json()) as Answer
      expect([asked.status, outcome]).toEqual([200, 'answered'])
      const headers = { 'x-conversation-secret': conversationSecret ?? '' }
      const history = await fetch(`${worker.address}/api/conversations/${conversationId}`, { headers })
      expect(history.status).toBe(503)
      const ready = await (await fetch(`${worker.address}/readyz`)).json()
      expect(ready).toMatchObject({ status: 'degraded', store: 'unavailable', answersLost: 1 })
    } finally {
      await worker.close()
    }
  })
})
