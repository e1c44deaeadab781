/**
 * Sends random requests to every door: each has to end, and with nothing that the judge finds fault with.
 */
import fc from 'fast-check'
import { faultsOf } from './judge.ts'
import { REQUEST } from './random-requests.ts'

interface App {
  request(path: string, init?: RequestInit): Response | Promise<Response>
}

/** A response that takes longer has no end. */
const PATIENCE_MS = 10_000

/** Sends `runs` random requests to `app`, the same ones for the same `seed`; throws with the smallest that goes wrong. */
export async function fuzzDoors(app: App, runs: number, seed: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(REQUEST, async ({ path, init }) => {
      const response = await within(PATIENCE_MS, app.request(path, init))
      const body = await within(PATIENCE_MS, response.text())
      const got = { path: path.split('?')[0] ?? '', status: response.status, headers: response.headers, body }
      const faults = faultsOf(got)
      if (faults.length > 0) throw new Error(faults.join('; '))
    }),
    { numRuns: runs, seed, includeErrorInReport: true },
  )
}

async function within<T>(milliseconds: number, promise: T | Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no end within ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
