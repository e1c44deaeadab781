/**
 * Measures the product over HTTP: POST /api/chat beside a bare JSON route, and how soon a new server answers.
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
import { Hono } from 'hono'
import { assemble } from '../../server/assemble.ts'
import { readAssets } from '../../server/read-assets.ts'
import type { Load, Reply } from './load.ts'

const HOST = '127.0.0.1'
const CONNECTIONS = 16
const MILLISECONDS = 2_000
const STARTS = 5
const START_DEADLINE_MS = 10_000

/** Replies of a bare JSON route and of POST /api/chat, both served by this process, one after the other. */
export async function loadBoth(questions: string[]): Promise<{ bare: Reply; chat: Reply }> {
  const app = assemble({ host: HOST, port: 0, logLevel: 'silent' }, readAssets())
  const bareApp = new Hono().post('/bare', async (c) => c.json({ question: (await c.req.json()).question }))
  const bodies = questions.map((question) => JSON.stringify({ question }))
  return {
    bare: await loadOne(bareApp.fetch, '/bare', bodies),
    chat: await loadOne(app.fetch, '/api/chat', bodies),
  }
}

/** Milliseconds from `node server/node.ts` to the first healthy reply, of several starts, quickest first. */
export async function coldStarts(): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < STARTS; i++) times.push(await coldStart())
  return times.sort((a, b) => a - b)
}

async function loadOne(
  fetch: (request: Request) => Response | Promise<Response>,
  path: string,
  bodies: string[],
): Promise<Reply> {
  const server = serve({ fetch, port: 0, hostname: HOST }) as Server
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const load = (milliseconds: number) =>
    runLoad({ url: `http://${HOST}:${port}${path}`, bodies, connections: CONNECTIONS, milliseconds })
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
