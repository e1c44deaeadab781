/**
 * Where callers reach us: the configured address, or else the one that the request came to.
 */
import type { Context } from 'hono'

/** Absolute, without a closing slash. */
export function baseUrlOf(c: Context, publicUrl?: string): string {
  return publicUrl ?? new URL(c.req.url).origin
}
