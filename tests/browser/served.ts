/**
 * The product over real HTTP on a free port of loopback, as `npm start` assembles it, with a clock that stands still.
 */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createApp, type Parts } from '../../server/app.ts'
import { assembleAnswerer, assembleLibrary } from '../../server/assemble.ts'
import { readConfig } from '../../server/config.ts'
import { guardOf } from '../../server/guard.ts'
import { type Changed, testParts } from '../fake-answer.ts'

const HOST = '127.0.0.1'
const LIBRARY = assembleLibrary()

export interface Served {
  /** Without a closing slash. */
  url: string
  parts: Parts
  /** From the next question on, this answers. */
  answerWith(answer: Parts['answer']): void
  /** The server is gone: connections are cut, and new ones refused. */
  close(): Promise<void>
  /** It is back at the same address. */
  reopen(): Promise<void>
}

interface Options {
  /** The configuration: `ALLOWED_ORIGINS` of a portal; `OPENAI_BASE_URL` and `OPENAI_MODEL` of a stand-in. */
  environment?: Record<string, string>
  /** Other parts than those. */
  parts?: Changed
}

/** Starts it; whoever starts it closes it. */
export async function serveProduct({ environment = {}, parts: changed = {} }: Options = {}): Promise<Served> {
  const config = readConfig(environment)
  const parts = testParts({
    library: LIBRARY,
    answer: assembleAnswerer(config),
    newId: () => crypto.randomUUID(),
    guard: guardOf(config),
    handoff: config.handoff,
    ...(config.publicUrl ? { publicUrl: config.publicUrl } : {}),
    ...changed,
  })
  let { answer } = parts
  const app = createApp({ ...parts, answer: (...asked) => answer(...asked) })
  let server = await listen(app.fetch, 0)
  const { port } = server.address() as AddressInfo

  return {
    url: `http://${HOST}:${port}`,
    parts,
    answerWith(other) {
      answer = other
    },
    close: () => shut(server),
    async reopen() {
      server = await listen(app.fetch, port)
    },
  }
}

function listen(fetch: ReturnType<typeof createApp>['fetch'], port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: HOST }, () => resolve(server)) as Server
    server.once('error', reject)
  })
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
