/**
 * Hostile bytes to a real server: refused or ignored, nothing of them becomes a header or a request of its own, and it serves on.
 */
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp } from './fake-answer.ts'
import { HOSTILE_BYTES } from './hostile/wire.ts'

const SILENCE_MS = 800
const lines: Record<string, unknown>[] = []
let server: Server
let port = 0

beforeAll(async () => {
  const app = testApp({ log: (_level, event, fields) => lines.push({ event, ...fields }) })
  const serverOptions = { maxHeaderSize: 32 * 1024 }
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1', serverOptions }) as Server
  await new Promise((resolve) => server.once('listening', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** All that comes back until the other end hangs up or says nothing more. */
function send(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(bytes, 'latin1')))
    socket.setTimeout(SILENCE_MS, () => socket.destroy())
    socket.on('data', (chunk) => {
      heard += chunk
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => resolve(heard))
  })
}

describe('hostile bytes', () => {
  it.concurrent.each(HOSTILE_BYTES)('are turned away: %s', async (_what, bytes, statuses) => {
    const heard = await send(bytes)
    const answers = [...heard.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
    expect(statuses).toContain(answers[0] ?? 0)
    const [head = '', ...body] = heard.split('\r\n\r\n')
    expect(head).not.toMatch(/^(?:set-cookie|x-evil)/im)
    expect(body.join()).not.toMatch(/root:x:0|http_requests_total|node_modules/)
  })

  it('leave the server as it was, and are no faults of ours', async () => {
    expect(await send(`GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200/)
    expect(lines.filter(({ event }) => event === 'fault')).toEqual([])
    expect(lines.filter(({ route }) => route === '/metrics')).toEqual([])
  })
})
