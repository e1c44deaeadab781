/**
 * The breaker: after repeated failures the model is left alone for a while, then tried again with one question.
 */
import type { Completion } from './completion.ts'

/** In a row. */
const FAILURES = 4
/** Longer than an answer takes: whoever tries has ended when the next one may. */
const REST_MS = 15_000

export interface Breaker {
  /** True if the model may be asked now; where it rests, one question in a while tries. */
  admits(): boolean
  succeeded(): void
  failed(completion: Extract<Completion, { ok: false }>): void
}

/** A closed breaker; `now` in milliseconds. */
export function openBreaker(now: () => number): Breaker {
  let failures = 0
  let restUntil = 0
  return {
    admits() {
      if (now() < restUntil) return false
      // The one that tries; the others go on resting until it is known how it fared.
      if (failures >= FAILURES) restUntil = now() + REST_MS
      return true
    },
    succeeded() {
      failures = 0
      restUntil = 0
    },
    failed(completion) {
      const { status, retryAfterMs } = completion
      if (!isOutage(completion)) return
      failures++
      if (failures >= FAILURES) restUntil = now() + REST_MS
      const asksToWait = status === 429 || status === 503
      if (asksToWait && retryAfterMs !== undefined) restUntil = Math.max(restUntil, now() + retryAfterMs)
    },
  }
}

/** A question that is refused, too long or badly answered says nothing of the next one; nor does an asker who left. */
function isOutage({ failure, status = 0, length }: Extract<Completion, { ok: false }>): boolean {
  if (failure === 'network' || failure === 'timeout') return true
  if (failure === 'status') return ![400, 413, 422].includes(status)
  return (failure === 'malformed' || failure === 'unfinished') && length === 0
}
