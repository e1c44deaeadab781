/**
 * `npm start`: serves on Node. An entry.
 */
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Context } from 'hono'
import { sayConsole, warnOfProxy } from './access/access.ts'
import { localAddress } from './address.ts'
import { assemble, VERSION } from './assemble.ts'
import { clientAddress } from './client-address.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { openMemoryLimiter } from './limit/memory.ts'
import { peerOf } from './node-peer.ts'
import { readAssets } from './read-assets.ts'
import { removeOld } from './store/retention.ts'
import { openSqliteStore } from './store/sqlite.ts'
import { inTurns } from './turns.ts'

const HEADERS_TIMEOUT_MS = 5_000
const REQUEST_TIMEOUT_MS = 20_000
/** Node looks for late requests only so often; its default of 30 s would make the two above void. */
const CHECK_EVERY_MS = 1_000
/** Nothing moves on a connection for so long: whoever reads there has gone. Answers take 15 s, and streams say something every 10 s. */
const STILL_MS = 20_000
const DRAIN_MS = 9_000
/** Of a request that is not whole by then, nothing comes. */
const PATIENCE_MS = 6_000
const LEAVE_EVERY_MS = 250
const STORE_FILE = 'policy-chat.db'
const TIDY_EVERY_MS = 3_600_000
/** The plain form asks by its address, where each of 2,000 characters may take nine bytes. */
const MAX_HEADER = 32 * 1024

// What is kept of people is for nobody else on the machine.
process.umask(0o077)
const config = configOrExit()
const closing = new AbortController()
/** Connections on which nothing was asked yet: browsers open some ahead of time. */
const silent = new Set<Socket>()
let isWarned = false
const { app, parts } = assemble(config, {
  assets: readAssets(),
  closing: closing.signal,
  peerOf,
  clientOf,
  ...(config.rateLimit === undefined ? {} : { limiter: openMemoryLimiter(config.rateLimit) }),
  store: openSqliteStore(join(config.dataDir, STORE_FILE)),
  isShared: true,
  queue: inTurns,
})
const server = serve(
  {
    fetch: serveOrTakeLeave,
    port: config.port,
    hostname: config.host,
    serverOptions: {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      maxHeaderSize: MAX_HEADER,
      connectionsCheckingInterval: CHECK_EVERY_MS,
    },
  },
  (address) => {
    console.log(`Policy assistant: ${config.publicUrl ?? localAddress(config.host, address.port)}`)
    console.log(sayConsole(config))
    const warning = warnOfProxy(config)
    if (warning) console.log(warning)
    parts.log('info', 'started', {
      version: VERSION,
      node: process.version,
      model: config.model !== undefined,
    })
  },
) as Server

server.setTimeout(STILL_MS)
server.on('connection', (socket) => {
  silent.add(socket)
  socket.once('close', () => silent.delete(socket))
})
server.on('request', ({ socket }) => silent.delete(socket))
server.on('error', (error: NodeJS.ErrnoException) => exitWith(reasonOf(error, config)))
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, drain)

void parts.approvals.refresh()
tidy()
setInterval(tidy, TIDY_EVERY_MS).unref()

function tidy(): void {
  void removeOld(parts.store, config.retentionDays, parts.now(), parts.log)
}

/** The client as limits count it. That a proxy is not believed is said once: behind it, all would count as one. */
function clientOf(c: Context): string {
  const forwarded = c.req.header('x-forwarded-for') ?? ''
  const trusted = config.trustedProxies ?? []
  const client = clientAddress(peerOf(c), forwarded, trusted)
  if (forwarded !== '' && !isWarned && client === clientAddress(peerOf(c), '', trusted)) {
    isWarned = true
    parts.log('warn', 'forwarded_not_trusted', { mend: 'TRUSTED_PROXIES does not list the proxy in front.' })
  }
  return client
}

/** While it drains, each response is the last on its connection: whoever keeps one would go on asking for ever. */
async function serveOrTakeLeave(request: Request, env: object): Promise<Response> {
  const response = await app.fetch(request, env)
  if (closing.signal.aborted) response.headers.set('Connection', 'close')
  return response
}

/** Takes no new connections, lets what runs finish without waiting for a model, writes what is to be kept, and goes. */
function drain(): void {
  closing.abort()
  parts.log('info', 'stopping')
  setTimeout(() => process.exit(1), DRAIN_MS).unref()
  // Streams that had begun before have not said that they are the last.
  setInterval(() => server.closeIdleConnections(), LEAVE_EVERY_MS).unref()
  // To Node, a connection on which nothing was asked yet is not idle.
  for (const socket of silent) socket.destroy()
  setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref()
  server.close(async () => {
    await parts.history.drained()
    await parts.store.close()
    process.exit(0)
  })
}

function configOrExit(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (error instanceof ConfigError) exitWith(error.message)
    throw error
  }
}

function reasonOf({ code, message }: NodeJS.ErrnoException, { host, port }: Config): string {
  if (code === 'EADDRINUSE') return `Port ${port} of ${host} is taken. Set PORT to another one.`
  return `Cannot serve on ${host}:${port}: ${message}`
}

function exitWith(line: string): never {
  console.error(line)
  process.exit(1)
}
