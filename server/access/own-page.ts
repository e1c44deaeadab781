/**
 * Whether a request was sent by a page of ours: what guards staff against forms and scripts of other sites.
 */
import type { Context } from 'hono'
import type { Parts } from '../app.ts'
import { baseUrlOf } from '../http/origin.ts'

/** A link on another site may lead to a page of ours; it may not change anything. */
const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** True if a page of another site sent it, a listed portal's too. Clients other than browsers name no page. */
export function isForeign(c: Context, { guard, publicUrl }: Pick<Parts, 'guard' | 'publicUrl'>): boolean {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  if (origin === undefined) return site === 'cross-site' && !READS.has(c.req.method)
  // Of a page that sends no referrer; the other header says whose page it is, and scripts cannot set it.
  if (origin === 'null') return site !== 'same-origin'
  if (origin === new URL(baseUrlOf(c, publicUrl)).origin) return false
  return guard.kindOfPage(origin, new URL(c.req.url).host) !== 'own'
}
