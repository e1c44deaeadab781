/**
 * The language in which a page answers a request.
 */
import type { Context } from 'hono'
import type { Lang } from '../../corpus/types.ts'
import { pageLanguage } from '../web/language.ts'

/** As `chosen`, which is the address's unless said, or else as the browser asks for it; caches are told. */
export function languageOf(c: Context, chosen: string | undefined = c.req.query('lang')): Lang {
  c.header('Vary', 'Accept-Language')
  return pageLanguage(chosen, c.req.header('accept-language'))
}
