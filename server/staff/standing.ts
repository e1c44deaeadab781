/**
 * Which approvals are in force, and why the others are not.
 */
import { z } from 'zod'
import type { Library } from '../../corpus/library.ts'
import { approvalsInForce } from '../approvals.ts'
import { Approval } from '../store/store.ts'

/** An approval with how it stands. */
export const StandingApproval = Approval.extend({
  inForce: z.boolean().describe('Only then it answers first.'),
  reason: z
    .enum(['text_changed', 'clause_gone'])
    .optional()
    .describe(
      'Why it is out of force: the clause reads otherwise now, or there is none of this id any more.',
    ),
})
export type StandingApproval = z.infer<typeof StandingApproval>

/** The approvals with how each stands by the texts on the shelves. */
export async function standingOf(approvals: Approval[], library: Library): Promise<StandingApproval[]> {
  const inForce = new Set(await approvalsInForce(approvals, library))
  return approvals.map((approval) => {
    if (inForce.has(approval)) return { ...approval, inForce: true }
    const isHere = library.clause(approval.documentId, approval.clauseId) !== undefined
    return { ...approval, inForce: false, reason: isHere ? 'text_changed' : 'clause_gone' }
  })
}
