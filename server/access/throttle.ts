/**
 * Slows down whoever guesses: after some wrong tokens a client waits until the minute is over.
 *
 * Kept in memory, by each instance for itself, and of bounded size.
 */
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'

const MAX_WRONG = 10
const MINUTE = 60
/** Whoever has more addresses than this is not held up by counting them. */
const MAX_CLIENTS = 10_000

export interface Throttle {
  /** Seconds for which this client has to wait; nothing where it may try. */
  wait(key: string): Promise<number | undefined>
  /** One attempt that failed: the seconds to wait where there were too many before. */
  count(key: string): Promise<number | undefined>
}

/** A throttle that remembers nobody yet; of more than `maxClients` it forgets those that came first. */
export function openThrottle(maxClients = MAX_CLIENTS): Throttle {
  const limiter = new RateLimiterMemory({ points: MAX_WRONG, duration: MINUTE })
  const clients = new Set<string>()
  return {
    async wait(key) {
      const seen = await limiter.get(key)
      return seen && seen.consumedPoints >= MAX_WRONG ? secondsOf(seen) : undefined
    },
    async count(key) {
      // Before anything is waited for, so that of attempts that come at once each is counted.
      const counted = limiter.penalty(key)
      clients.add(key)
      const [oldest] = clients
      if (clients.size > maxClients && oldest !== undefined) {
        clients.delete(oldest)
        await limiter.delete(oldest)
      }
      const seen = await counted
      return seen.consumedPoints > MAX_WRONG ? secondsOf(seen) : undefined
    },
  }
}

function secondsOf({ msBeforeNext }: { msBeforeNext: number }): number | undefined {
  return msBeforeNext > 0 ? Math.ceil(msBeforeNext / 1000) : undefined
}
