/**
 * The rate limit of one Node process, in its memory, which no flood of addresses may fill.
 */
import type { RateLimiterRes } from 'rate-limiter-flexible'
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import { type Limiter, WINDOW_SECONDS } from './limiter.ts'

/** New clients of one minute that are counted each by itself: some 25 MB at most. */
const MAX_NEWCOMERS = 20_000
/** In a flood, newcomers beyond that share so many counts. */
const CROWDS = 1024

/** Each client has `perMinute` requests a minute; of newcomers beyond `maxNewcomers` a minute, many are counted as one. */
export function openMemoryLimiter(perMinute: number, maxNewcomers = MAX_NEWCOMERS): Limiter {
  const clients = new RateLimiterMemory({ points: perMinute, duration: WINDOW_SECONDS })
  const newcomers = new RateLimiterMemory({ points: maxNewcomers, duration: WINDOW_SECONDS })
  return {
    async take(key) {
      const isNew = (await clients.get(key)) === null
      const isAlone = !isNew || (await take(newcomers, 'all')) === undefined
      return take(clients, isAlone ? key : `crowd ${crowdOf(key)}`)
    },
  }
}

async function take(limiter: RateLimiterMemory, key: string): Promise<number | undefined> {
  try {
    await limiter.consume(key)
    return undefined
  } catch (refused) {
    if (refused instanceof Error) throw refused
    return Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000))
  }
}

function crowdOf(key: string): number {
  // FNV-1a.
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return (hash >>> 0) % CROWDS
}
