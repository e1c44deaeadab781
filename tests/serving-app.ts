/**
 * A server for as long as a test needs it.
 */
import { openServer, type TestServer } from '#runtime'

/** Serves `fetch` while `use` runs; the address is without a closing slash. */
export async function serving<T>(
  fetch: (request: Request) => Response | Promise<Response>,
  use: (address: string, call: TestServer['call']) => Promise<T>,
): Promise<T> {
  const { address, call, close } = await openServer(fetch)
  try {
    return await use(address, call)
  } finally {
    close()
  }
}
