/**
 * Measures the product over HTTP: chat and the MCP tools beside bare JSON and plain search, and how soon a new server answers.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import type { Server } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { serve } from '@hono/node-server'
import { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import type { Library } from '../../corpus/library.ts'
import type { Door } from '../../server/app.ts'
import { assemble } from '../../server/assemble.ts'
import { readConfig } from '../../server/config.ts'
import { mountMcp } from '../../server/http/mcp.ts'
import { openMetrics } from '../../server/http/metrics.ts'
import { policySurface } from '../../server/mcp/policy-surface.ts'
import type { SurfaceTool } from '../../server/mcp/surface.ts'
import { readAssets } from '../../server/read-assets.ts'
import { openSqliteStoreInMemory } from '../../server/store/sqlite.ts'
import { testApp, testParts } from '../fake-answer.ts'
import type { Ask, Load, Reply } from './load.ts'

const HOST = '127.0.0.1'
const CONNECTIONS = 16
const MILLISECONDS = 2_000
const STARTS = 5
const START_DEADLINE_MS = 10_000

/** Replies of a bare JSON route, of POST /api/chat and of a trivial MCP tool, all served by this process in turn. */
export async function loadDoors(questions: string[]): Promise<{ bare: Reply; chat: Reply; mcp: Reply }> {
  const config = readConfig({ HOST, PORT: '0', LOG_LEVEL: 'silent' })
  const store = openSqliteStoreInMemory()
  const { app } = assemble(config, { assets: readAssets(), store, isShared: true })
  const bareApp = new Hono().post('/bare', async (c) => c.json({ question: (await c.req.json()).question }))
  const bodies = questions.map((question) => JSON.stringify({ question }))
  return {
    bare: await loadOne(
      bareApp.fetch,
      bodies.map((body) => ({ path: '/bare', body })),
    ),
    chat: await loadOne(
      app.fetch,
      bodies.map((body) => ({ path: '/api/chat', body })),
    ),
    mcp: await loadOne(
      echoApp().fetch,
      questions.map((question) => callOf('echo', { question })),
    ),
  }
}

/** Replies of the same searches by GET /api/search and by the MCP tool, ten results each. */
export async function loadSearches(
  library: Library,
  questions: string[],
): Promise<{ http: Reply; mcp: Reply }> {
  const app = testApp({ library })
  return {
    http: await loadOne(
      app.fetch,
      questions.map((question) => ({ path: `/api/search?limit=10&q=${encodeURIComponent(question)}` })),
    ),
    mcp: await loadOne(
      app.fetch,
      questions.map((query) => callOf('search', { query })),
    ),
  }
}

/** The MCP door with one more tool, which gives back what it is given. */
function echoApp(): OpenAPIHono<Door> {
  const parts = testParts()
  const surface = policySurface(parts.library, { version: parts.version })
  const echo: SurfaceTool = {
    listing: { name: 'echo', inputSchema: { type: 'object' } },
    call: (input) => ({ content: [{ type: 'text', text: JSON.stringify(input) }] }),
  }
  const app = new OpenAPIHono<Door>()
  mountMcp(app, parts, openMetrics(), { ...surface, tools: [...surface.tools, echo] })
  return app
}

function callOf(name: string, input: object): Ask {
  const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: input } }
  return { path: '/mcp', body: JSON.stringify(message) }
}

/** Milliseconds from `node server/node.ts` to the first healthy reply, of several starts, quickest first. */
export async function coldStarts(): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < STARTS; i++) times.push(await coldStart())
  return times.sort((a, b) => a - b)
}

async function loadOne(
  fetch: (request: Request) => Response | Promise<Response>,
  asks: Ask[],
): Promise<Reply> {
  const server = serve({ fetch, port: 0, hostname: HOST }) as Server
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const load = (milliseconds: number) =>
    runLoad({ url: `http://${HOST}:${port}`, asks, connections: CONNECTIONS, milliseconds })
  await load(MILLISECONDS / 4) // warms up the code
  const reply = await load(MILLISECONDS)
  server.close()
  server.closeAllConnections()
  return reply
}

async function runLoad(workerData: Load): Promise<Reply> {
  const worker = new Worker(new URL('load.ts', import.meta.url), { workerData })
  const [reply] = await once(worker, 'message')
  return reply as Reply
}

async function coldStart(): Promise<number> {
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), HOST, DATA_DIR: mkdtempSync(join(tmpdir(), 'bench-')) }
  const started = performance.now()
  const server = spawn(process.execPath, [new URL('../../server/node.ts', import.meta.url).pathname], {
    env,
    stdio: 'ignore',
  })
  try {
    while (performance.now() - started < START_DEADLINE_MS) {
      const healthy = await fetch(`http://${HOST}:${port}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      )
      if (healthy) return performance.now() - started
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    throw new Error(`no healthy reply within ${START_DEADLINE_MS} ms`)
  } finally {
    server.kill('SIGKILL')
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
