/**
 * Retention: what is older than the configuration allows is removed.
 */
import { type Log, logFault } from '../log.ts'
import type { Store } from './store.ts'

const DAY_MS = 86_400_000

/** Removes what is older than `days`, and sessions that ended; logs how many conversations went, and never throws. */
export async function removeOld(
  store: Pick<Store, 'removeBefore'>,
  days: number | undefined,
  now: Date,
  log: Log,
): Promise<void> {
  // Without a limit of days only sessions go.
  const before = days === undefined ? new Date(0) : new Date(now.getTime() - days * DAY_MS)
  try {
    const conversations = await store.removeBefore(before.toISOString(), now.toISOString())
    log('info', 'retention', { conversations })
  } catch (error) {
    logFault(log, error, { task: 'retention' })
  }
}
