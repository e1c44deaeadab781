/**
 * The rate limit on Workers: kept by the edge, as wrangler.toml tells it, for the address that the edge itself has seen.
 */
import type { Parts } from '../app.ts'
import { clientAt } from '../client-address.ts'
import type { Config } from '../config.ts'
import { type Limiter, WINDOW_SECONDS } from './limiter.ts'

/** A binding of type `ratelimit`. */
export interface RateLimitBinding {
  limit(asked: { key: string }): Promise<{ success: boolean }>
}

/** The parts for it. Whether there is a limit is said by RATE_LIMIT, how high it is by the binding. */
export function limitOnWorkers(
  { rateLimit }: Pick<Config, 'rateLimit'>,
  binding: RateLimitBinding | undefined,
): Pick<Parts, 'limiter' | 'clientOf'> {
  return {
    clientOf: (c) => clientAt(c.req.header('cf-connecting-ip')),
    ...(rateLimit && binding ? { limiter: openBoundLimiter(binding) } : {}),
  }
}

/** The limit that `binding` keeps; it does not say for how long to wait. */
export function openBoundLimiter(binding: RateLimitBinding): Limiter {
  return {
    async take(key) {
      const { success } = await binding.limit({ key })
      return success ? undefined : WINDOW_SECONDS
    },
  }
}
