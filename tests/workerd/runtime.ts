/**
 * What door tests take of workerd: the static assets and the database that wrangler.toml binds.
 */
import { env } from 'cloudflare:workers'
import { fetchAssets } from '../../server/fetch-assets.ts'
import { openD1Store } from '../../server/store/d1.ts'
import type { Store } from '../../server/store/store.ts'
import type { openServer as openOnNode } from '../runtime.ts'

export const ASSETS = await fetchAssets(env.ASSETS)

/** The database, which `set-up.ts` has emptied for this test. */
export function openTestStore(): Store {
  return openD1Store(env.DB)
}

/** A Worker listens to nothing itself: whoever calls is handed over. */
export const openServer: typeof openOnNode = async (fetch) => ({
  address: 'http://localhost:8787',
  call: async (address, init) => fetch(new Request(address, init)),
  close: () => {},
})
