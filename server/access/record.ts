/**
 * What is written down of signing in and out. Nobody waits for it, and nothing fails with it.
 */
import type { Context } from 'hono'
import type { Parts } from '../app.ts'
import { auditEvent, CITIZEN } from '../audit-event.ts'
import { logRequestFault } from '../http/errors.ts'
import { goOnAfter } from '../http/go-on.ts'
import type { AuditEvent } from '../store/store.ts'

type Recording = Pick<Parts, 'store' | 'log' | 'now' | 'newId'>

/** Keeps an event in the audit trail, after the response if need be. */
export function note(
  c: Context,
  parts: Recording,
  action: AuditEvent['action'],
  actor: string,
  detail?: AuditEvent['detail'],
): void {
  const { store, log } = parts
  const kept = store
    .addAudit(auditEvent(parts, actor, action, detail ? { detail } : {}))
    .catch((error) => logRequestFault(log, error, c))
  goOnAfter(c, kept)
}

interface Refused {
  /** A word of ours, never what somebody typed. */
  reason: string
  detail?: string
  actor?: string
}

/** Keeps and logs a sign-in that was refused. */
export function noteRefused(c: Context, parts: Recording, refused: Refused): void {
  logRefused(c, parts, refused)
  note(c, parts, 'sign_in_refused', refused.actor ?? CITIZEN, { reason: refused.reason })
}

/** Logs it alone: for what anybody may bring about as often as they like, with nobody who signs in. */
export function logRefused(c: Context, { log }: Recording, { reason, detail }: Refused): void {
  log('warn', 'sign_in_refused', { requestId: c.get('requestId'), reason, ...(detail ? { detail } : {}) })
}
