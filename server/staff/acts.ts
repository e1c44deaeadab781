/**
 * What staff do: each deed is done and then written down in the audit trail; reading and exporting, before it is done.
 *
 * Law: a deed that could not be written down is not said to be done.
 */

import type { Staff } from '../access/staff.ts'
import { clean } from '../answer/clean.ts'
import { questionKey } from '../answer/question-key.ts'
import type { Parts } from '../app.ts'
import { clauseDigestOf } from '../approvals.ts'
import { auditEvent } from '../audit-event.ts'
import type { Approval, AuditEvent } from '../store/store.ts'
import { namesAnother } from './preview.ts'
import { type StandingApproval, standingOf } from './standing.ts'

/** D1 binds a hundred values to a query. */
const AT_ONCE = 50

interface Pair {
  question: string
  documentId: string
  clauseId: string
}

/** What could not be approved: the question asks nothing or names another clause, or there is no such clause. */
export type NotApproved = 'no_question' | 'no_clause' | 'other_clause'

/** Approves the clause for the question. */
export async function approve(
  parts: Parts,
  staff: Staff,
  { question: raw, documentId, clauseId }: Pair,
): Promise<Approval | NotApproved> {
  const { store, library, newId, now, approvals } = parts
  const clause = library.clause(documentId, clauseId)
  if (!clause) return 'no_clause'
  const { question } = clean(raw)
  const key = questionKey(question)
  if (key === '') return 'no_question'
  if (namesAnother(question, clause, parts)) return 'other_clause'
  const approval: Approval = {
    id: newId(),
    question,
    questionKey: key,
    documentId,
    clauseId,
    clauseDigest: await clauseDigestOf(clause),
    approvedBy: signatureOf(staff),
    approvedAt: now().toISOString(),
  }
  await store.addApproval(approval)
  await approvals.refresh('now')
  await writeDown(parts, staff, 'approved', { subject: approval.id, detail: { documentId, clauseId } })
  return approval
}

/** Withdraws an approval; false where there is none. */
export async function withdraw(parts: Parts, staff: Staff, id: string): Promise<boolean> {
  if (!(await parts.store.removeApproval(id))) return false
  await parts.approvals.refresh('now')
  await writeDown(parts, staff, 'withdrew_approval', { subject: id })
  return true
}

/** Every approval, the newest first, with how it stands. */
export async function listApprovals({ store, library }: Parts): Promise<StandingApproval[]> {
  return standingOf(await store.approvals(), library)
}

/** Marks answers as reviewed; the number of those found. */
export async function review(parts: Parts, staff: Staff, answerIds: string[]): Promise<number> {
  const by = { reviewedBy: signatureOf(staff), reviewedAt: parts.now().toISOString() }
  return markEach(parts, staff, answerIds, 'reviewed', (some) => parts.store.review(some, by))
}

/** Takes the mark off answers again; the number of those found. */
export async function unreview(parts: Parts, staff: Staff, answerIds: string[]): Promise<number> {
  return markEach(parts, staff, answerIds, 'withdrew_review', (some) => parts.store.unreview(some))
}

async function markEach(
  parts: Parts,
  staff: Staff,
  answerIds: string[],
  action: AuditEvent['action'],
  mark: (some: string[]) => Promise<number>,
): Promise<number> {
  let marked = 0
  for (let at = 0; at < answerIds.length; at += AT_ONCE) {
    const some = answerIds.slice(at, at + AT_ONCE)
    marked += await mark(some)
    await writeDown(parts, staff, action, { detail: { answerIds: some } })
  }
  return marked
}

/** Deletes a conversation; false where there is none. */
export async function deleteConversation(parts: Parts, staff: Staff, id: string): Promise<boolean> {
  await parts.history.settled()
  return parts.store.removeConversation(
    id,
    auditEvent(parts, staff.subject, 'deleted_conversation', { subject: id }),
  )
}

/** How a deed is signed for whoever reads it on a page; the audit trail names the subject. */
function signatureOf({ subject, name }: Staff): string {
  return name || subject
}

/** Writes an event of this member of staff into the audit trail. */
export async function writeDown(
  parts: Parts,
  staff: Staff,
  action: AuditEvent['action'],
  of: Pick<AuditEvent, 'subject' | 'detail'>,
): Promise<void> {
  await parts.store.addAudit(auditEvent(parts, staff.subject, action, of))
}
