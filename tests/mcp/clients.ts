/**
 * Servers on loopback and programs of others that talk to them.
 */
import { spawn } from 'node:child_process'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Serves `fetch` while `use` runs; the address is without a closing slash. */
export async function serving<T>(
  fetch: (request: Request) => Response | Promise<Response>,
  use: (address: string) => Promise<T>,
): Promise<T> {
  const server = await new Promise<Server>((resolve) => {
    const started = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started)) as Server
  })
  try {
    return await use(`http://localhost:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

/** What a program of `node_modules` prints, and its exit status. */
export function runProgram(path: string, args: string[]): Promise<{ status: number | null; out: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${ROOT}node_modules/${path}`, ...args], {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
    })
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      out += chunk
    })
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, out }))
  })
}
