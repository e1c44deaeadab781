/**
 * `npm start`: serves on Node. An entry.
 */
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { localAddress } from './address.ts'
import { assemble } from './assemble.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { readAssets } from './read-assets.ts'

const HEADERS_TIMEOUT_MS = 5_000
const REQUEST_TIMEOUT_MS = 20_000
/** Node looks for late requests only so often; its default of 30 s would make the two above void. */
const CHECK_EVERY_MS = 1_000
const DRAIN_MS = 10_000
/** The plain form asks by its address, where each of 2,000 characters may take nine bytes. */
const MAX_HEADER = 32 * 1024

const config = configOrExit()
const closing = new AbortController()
const server = serve(
  {
    fetch: assemble(config, readAssets(), closing.signal).fetch,
    port: config.port,
    hostname: config.host,
    serverOptions: {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      maxHeaderSize: MAX_HEADER,
      connectionsCheckingInterval: CHECK_EVERY_MS,
    },
  },
  (address) =>
    console.log(`Policy assistant: ${config.publicUrl ?? localAddress(config.host, address.port)}`),
) as Server

server.on('error', (error: NodeJS.ErrnoException) => exitWith(reasonOf(error, config)))
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, drain)

/** Takes no new connections, lets what runs finish without waiting for a model, and goes. */
function drain(): void {
  closing.abort()
  server.close(() => process.exit(0))
  setTimeout(() => process.exit(1), DRAIN_MS).unref()
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
