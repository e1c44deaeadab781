/**
 * Whose socket a request came in by, on Node only.
 */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** The address at the other end; nothing where there is no socket, as in a test. */
export function peerOf(c: Context): string | undefined {
  return c.env?.incoming || c.env?.server ? getConnInfo(c).remote.address : undefined
}
