/**
 * A store that may be slow or down: every call has a deadline, and a failure is one kind of error that is safe to log.
 */
import { waitFor } from '../patience.ts'
import type { Store } from './store.ts'

/** A file that is locked is let go of after a second; longer than that something is wrong. */
const DEADLINE_MS = 3_000
/** Of /readyz, which has to answer within a second. */
const PROBE_DEADLINE_MS = 800
/** For so long after a failure it counts as down. */
const FAILING_MS = 3_000
/** How often readiness asks the store. */
const PROBE_EVERY_MS = 2_000

/** The store cannot do it now; the message names nothing of what it was to keep. */
export class StoreDown extends Error {}

export interface WatchedStore extends Store {
  /** True if it takes what it is given; it is asked itself every other second at most. */
  isUp(): Promise<boolean>
}

/** `store` with deadlines; its errors become StoreDown. `clock` is in milliseconds. */
export function watchStore(store: Store, clock: () => number): WatchedStore {
  let probed: { at: number; isUp: boolean } | undefined
  let failedAt = Number.NEGATIVE_INFINITY

  const watch =
    <Given extends unknown[], T>(call: (...given: Given) => Promise<T>) =>
    (...given: Given) =>
      within(DEADLINE_MS, () => call(...given)).catch((error) => {
        failedAt = clock()
        throw error
      })
  const watched = Object.fromEntries(Object.entries(store).map(([name, call]) => [name, watch(call)]))

  return {
    ...(watched as unknown as Store),
    close: () => store.close(),
    async isUp() {
      // On a full disk there may be room for a probe, and for nothing else.
      if (clock() - failedAt < FAILING_MS) return false
      if (probed && Math.abs(clock() - probed.at) < PROBE_EVERY_MS) return probed.isUp
      const isUp = await within(PROBE_DEADLINE_MS, () => store.probe()).then(
        () => true,
        () => false,
      )
      // The outcome and not the promise of it: on Workers one request must not wait for another's.
      probed = { at: clock(), isUp }
      return isUp
    },
  }
}

async function within<T>(milliseconds: number, call: () => Promise<T>): Promise<T> {
  try {
    return await waitFor(call(), milliseconds, () => {
      throw new StoreDown('It did not answer in time.')
    })
  } catch (error) {
    throw error instanceof StoreDown ? error : new StoreDown(reasonOf(error))
  }
}

/** Drizzle's message holds the values of the query, so that only what lies beneath it is said. */
function reasonOf(error: unknown): string {
  let innermost = error
  while (innermost instanceof Error && innermost.cause) innermost = innermost.cause
  return innermost instanceof Error ? innermost.message : 'unknown'
}
