/**
 * The history: keeps answers after they were given.
 *
 * Law: nobody waits for it, and nothing fails with it. What cannot be written is counted as lost.
 */
import { type Log, logFault } from '../log.ts'
import { waitFor } from '../patience.ts'
import type { KeptAnswer, Store } from './store.ts'

/** Some 10 MB of answers; with more than that the store is not slow but down. */
const MAX_WAITING = 1_000
/** One transaction for all that came while the last one was written. */
const MAX_AT_ONCE = 50
/** A store that works writes what waits in less. */
const SETTLE_MS = 500

export interface History {
  /** Keeps it as soon as may be; never throws. Ends when it is written or lost, for runtimes that have to be told to wait. */
  keep(kept: KeptAnswer): Promise<void>
  /** Ends when what was to be kept is written or lost, and soon in any case: for whoever reads what was just asked. */
  settled(): Promise<void>
  /** Ends when all of it is. */
  drained(): Promise<void>
  /** How many answers were not written since the start. */
  lost(): number
}

/** The history in `store`: what comes while it writes is written together. */
export function openHistory(store: Pick<Store, 'addAnswers'>, log: Log): History {
  const waiting: KeptAnswer[] = []
  const losses = countLosses(log)
  let writing: Promise<void> | undefined

  const write = async () => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MAX_AT_ONCE)
      await store.addAnswers(batch).then(losses.worked, (error) => losses.count(batch.length, error))
    }
    writing = undefined
  }
  return {
    keep(kept) {
      if (waiting.length >= MAX_WAITING) {
        losses.count(1, new Error('Too many answers wait for the store.'))
        return Promise.resolve()
      }
      waiting.push(kept)
      writing ??= write()
      return writing
    },
    settled: () => waitFor(writing ?? Promise.resolve(), SETTLE_MS, () => {}),
    drained: () => writing ?? Promise.resolve(),
    lost: losses.total,
  }
}

/** The history where one request must not wait for what another began, as on Workers: each writes its own. */
export function openUnsharedHistory(store: Pick<Store, 'addAnswers'>, log: Log): History {
  const losses = countLosses(log)
  return {
    keep: (kept) => store.addAnswers([kept]).then(losses.worked, (error) => losses.count(1, error)),
    settled: async () => {},
    drained: async () => {},
    lost: losses.total,
  }
}

/** Logged when it begins and when it is over: each batch would say the same. */
function countLosses(log: Log) {
  let lost = 0
  let lostBefore: number | undefined
  return {
    count(answers: number, error: unknown) {
      if (lostBefore === undefined) logFault(log, error, { task: 'history' })
      lostBefore ??= lost
      lost += answers
    },
    worked() {
      if (lostBefore === undefined) return
      log('warn', 'store_back', { answersLost: lost - lostBefore })
      lostBefore = undefined
    },
    total: () => lost,
  }
}
