/**
 * Who calls: a member of staff by session, by token or by sitting at the machine, or nobody that we know.
 */
import type { Context } from 'hono'
import type { Parts } from '../app.ts'
import { isLocalVisit } from './local.ts'
import { isForeign } from './own-page.ts'
import { noteRefused } from './record.ts'
import { LOCAL_STAFF, type Staff, TOKEN_STAFF } from './staff.ts'

/** `isChecked` is false where the store could not say whether the session goes on. */
export type Caller =
  | { kind: 'staff'; staff: Staff; isChecked: boolean }
  | { kind: 'unknown' }
  | { kind: 'wrong_token' }
  | { kind: 'throttled'; seconds: number }

const BEARER = /^Bearer +(\S+) *$/i

/** Callers of the requests that are under way, so that each is asked about once. */
const known = new WeakMap<Context, Promise<Caller>>()

/** Who sent this request. */
export function callerOf(c: Context, parts: Parts): Promise<Caller> {
  const asked = known.get(c) ?? findCaller(c, parts)
  known.set(c, asked)
  return asked
}

/** The member of staff who sent this request, if it was one; never fails, and without the store goes by the cookie. */
export async function staffOf(c: Context, parts: Parts): Promise<Staff | undefined> {
  const caller = await callerOf(c, parts)
  return caller.kind === 'staff' ? caller.staff : undefined
}

/** Whether `given` is the token; nobody may go on guessing, and whoever has guessed waits with the right one too. */
export async function tryToken(
  c: Context,
  parts: Parts,
  given: string,
): Promise<'right' | Extract<Caller, { kind: 'wrong_token' | 'throttled' }>> {
  const { access, clientOf, peerOf } = parts
  const client = clientOf?.(c) ?? peerOf?.(c) ?? 'unknown'
  const isRight = (await access.isToken?.(given)) ?? false
  const seconds = await (isRight ? access.attempts.wait(client) : access.attempts.count(client))
  if (seconds !== undefined) return { kind: 'throttled', seconds }
  if (isRight) return 'right'
  noteRefused(c, parts, { reason: 'wrong_token' })
  return { kind: 'wrong_token' }
}

async function findCaller(c: Context, parts: Parts): Promise<Caller> {
  const { access } = parts
  if (!access.isConfigured) {
    const isLocal = access.isOpenLocally && isLocalVisit(c, parts) && !isForeign(c, parts)
    return isLocal ? { kind: 'staff', staff: LOCAL_STAFF, isChecked: true } : { kind: 'unknown' }
  }
  const [, bearer] = BEARER.exec(c.req.header('authorization') ?? '') ?? []
  if (bearer !== undefined) {
    const tried = await tryToken(c, parts, bearer)
    return tried === 'right' ? { kind: 'staff', staff: TOKEN_STAFF, isChecked: true } : tried
  }
  if (isForeign(c, parts)) return { kind: 'unknown' }
  const session = await access.sessions.resume(c)
  return session ? { kind: 'staff', ...session } : { kind: 'unknown' }
}
