/**
 * How many requests a client may make: one promise, kept by memory on Node and by the edge on Workers.
 */

/** For the rate limit a minute is a minute, wherever it is kept. */
export const WINDOW_SECONDS = 60

export interface Limiter {
  /** Counts one request of the client `key`: the whole seconds (1 or more) to wait before the next, or nothing. */
  take(key: string): Promise<number | undefined>
}
