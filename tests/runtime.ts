/**
 * What door tests take of Node; in workerd `#runtime` is workerd/runtime.ts, which exports the same.
 */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { readAssets } from '../server/read-assets.ts'
import { openSqliteStoreInMemory } from '../server/store/sqlite.ts'
import type { Store } from '../server/store/store.ts'

export const ASSETS = readAssets()

/** An empty store of this test's own. */
export function openTestStore(): Store {
  return openSqliteStoreInMemory()
}

type Fetch = (request: Request) => Response | Promise<Response>

/** A server that tests call over the network, where the runtime has one. */
export interface TestServer {
  /** Without a closing slash. */
  address: string
  call(address: string | URL | Request, init?: RequestInit): Promise<Response>
  close(): void
}

/** Serves `fetch` until it is closed. */
export async function openServer(fetch: Fetch): Promise<TestServer> {
  const server = await new Promise<Server>((resolve) => {
    const started = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started)) as Server
  })
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    call: globalThis.fetch,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
