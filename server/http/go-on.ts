/**
 * Work that goes on after the response.
 */
import type { Context } from 'hono'

/** Keeps the runtime from ending before `work` does: Workers have to be told, Node does not. */
export function goOnAfter(c: Context, work: Promise<unknown>): void {
  try {
    c.executionCtx.waitUntil(work)
  } catch {
    // Hono throws where the runtime has no such thing.
  }
}
