/**
 * Asks at the doors who calls, and lets in whom the door is for.
 */
import type { Context, MiddlewareHandler } from 'hono'
import type { Door, Parts } from '../app.ts'
import { errorBody } from '../http/errors.ts'
import type { StaffRole } from '../store/store.ts'
import { type Caller, callerOf } from './caller.ts'
import { isLocalPeer } from './local.ts'
import { isForeign } from './own-page.ts'
import { signInPath } from './return-path.ts'
import { mayActAs } from './staff.ts'

const UNAUTHORIZED =
  'This is for staff. Sign in at /sign-in, or send the header Authorization: Bearer with the STAFF_TOKEN.'
const NOT_SET_UP = 'This is for staff, and no sign-in is set up: STAFF_TOKEN or OIDC_ISSUER does that.'
const WRONG_TOKEN = 'This is not the STAFF_TOKEN.'
const FOREIGN = 'Pages of other sites may not use what is for staff.'
const UNCHECKED = 'Whether you are still signed in cannot be looked up just now. Try again in a while.'
const WRONG_KEY = 'Send the STAFF_TOKEN as the API key: Authorization: Bearer ….'

/** For JSON routes of staff with this role or a higher one; for every method of the path that it is mounted on. */
export function requireStaff(parts: Parts, role: StaffRole = 'viewer'): MiddlewareHandler<Door> {
  return async (c, next) => {
    c.header('Cache-Control', 'no-store')
    if (isForeign(c, parts)) return c.json(errorBody(403, FOREIGN), 403)
    const caller = await callerOf(c, parts)
    if (caller.kind !== 'staff') return refuse(c, caller, parts)
    if (!caller.isChecked) return c.json(errorBody(503, UNCHECKED), 503, { 'Retry-After': '5' })
    if (mayActAs(caller.staff.role, role)) return next()
    return c.json(errorBody(403, `This takes the role ${role}; you are ${caller.staff.role}.`), 403)
  }
}

/** For pages of staff: others are sent to sign in. Without the store a signed cookie is enough. */
export function requireStaffPage(parts: Parts): MiddlewareHandler<Door> {
  return async (c, next) => {
    c.header('Cache-Control', 'no-store')
    const caller = await callerOf(c, parts)
    return caller.kind === 'staff' ? next() : c.redirect(signInPath(c.req.url), 303)
  }
}

/** For /v1: open until a sign-in is set up, and then for whoever holds the token or is signed in. */
export function requireKey(parts: Parts): MiddlewareHandler<Door> {
  return async (c, next) => {
    if (!parts.access.isConfigured) return next()
    const caller = await callerOf(c, parts)
    if (caller.kind === 'staff') return next()
    c.header('Cache-Control', 'no-store')
    if (caller.kind === 'throttled') {
      c.header('Retry-After', String(caller.seconds))
      return c.json(openaiError(sayWait(caller), 'requests', 'rate_limit_exceeded'), 429)
    }
    c.header('WWW-Authenticate', 'Bearer')
    return c.json(openaiError(WRONG_KEY, 'invalid_request_error', 'invalid_api_key'), 401)
  }
}

/** For /metrics: whoever is on this machine, and staff. */
export function requireStaffOrLocal(parts: Parts): MiddlewareHandler<Door> {
  return async (c, next) => {
    if (isLocalPeer(c, parts)) return next()
    c.header('Cache-Control', 'no-store')
    const caller = await callerOf(c, parts)
    return caller.kind === 'staff' ? next() : refuse(c, caller, parts)
  }
}

function refuse(c: Context, caller: Exclude<Caller, { kind: 'staff' }>, { access }: Parts): Response {
  if (caller.kind === 'throttled') {
    const headers = { 'Retry-After': String(caller.seconds) }
    return c.json(errorBody(429, sayWait(caller)), 429, headers)
  }
  const mending = access.isConfigured ? UNAUTHORIZED : NOT_SET_UP
  const message = caller.kind === 'wrong_token' ? WRONG_TOKEN : mending
  return c.json(errorBody(401, message), 401, { 'WWW-Authenticate': 'Bearer' })
}

function sayWait({ seconds }: { seconds: number }): string {
  return `Too many wrong tokens came from your address. Wait ${seconds} seconds.`
}

/** As OpenAI's own clients read it. */
function openaiError(message: string, type: string, code: string) {
  return { error: { message, type, code } }
}
