/**
 * Our cookies: for the server alone, and over HTTPS bound to this host.
 */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { baseUrlOf } from '../http/origin.ts'

const PREFIX = '__Host-'

export interface Cookie {
  read(c: Context): string | undefined
  /** `seconds` to keep it; left out, browsers keep it until they close. */
  write(c: Context, value: string, seconds?: number): void
  remove(c: Context): void
}

/** The cookie of this name. Once a stream has begun nothing can be written any more: the next request does it. */
export function openCookie(name: string, publicUrl: string | undefined): Cookie {
  const isSecure = (c: Context) => baseUrlOf(c, publicUrl).startsWith('https:')
  const nameOf = (c: Context) => (isSecure(c) ? PREFIX + name : name)
  return {
    read: (c) => getCookie(c, nameOf(c)),
    write(c, value, seconds) {
      if (c.finalized) return
      setCookie(c, nameOf(c), value, {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure: isSecure(c),
        ...(seconds === undefined ? {} : { maxAge: seconds }),
      })
    },
    remove(c) {
      if (!c.finalized) deleteCookie(c, nameOf(c), { path: '/', secure: isSecure(c) })
    },
  }
}
