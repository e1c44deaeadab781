/**
 * An entry of the audit trail, as everybody makes it who writes one.
 */
import type { Parts } from './app.ts'
import type { AuditEvent } from './store/store.ts'

/** As the trail names whoever is not signed in. */
export const CITIZEN = 'citizen'

/** What `actor` does now, to what and how as far as `of` says. */
export function auditEvent(
  { newId, now }: Pick<Parts, 'newId' | 'now'>,
  actor: string,
  action: AuditEvent['action'],
  of: Pick<AuditEvent, 'subject' | 'detail'> = {},
): AuditEvent {
  return { id: newId(), at: now().toISOString(), actor, action, ...of }
}
