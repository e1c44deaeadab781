/**
 * What the staff API takes and sends, as schemas.
 */
import { z } from 'zod'
import { ChatRequest, Outcome } from '../../corpus/types.ts'
import { PageOutput } from '../../tools/page.ts'
import { StandingApproval } from '../staff/standing.ts'
import { QuestionGroup } from '../staff/unanswered.ts'
import { UsageReport } from '../staff/usage.ts'
import { Approval, AuditEvent, Feedback, Turn } from '../store/store.ts'

const MOST_REVIEWED = 50

export const ApprovalRequest = z.strictObject({
  question: ChatRequest.shape.question,
  documentId: Approval.shape.documentId.max(64),
  clauseId: Approval.shape.clauseId.max(64),
})
export const ReviewRequest = z.strictObject({
  answerIds: z.array(Feedback.shape.answerId).min(1).max(MOST_REVIEWED),
  reviewed: z.boolean().default(true).describe('false takes the mark off again.'),
})

const StaffFeedback = Feedback.omit({ id: true }).extend({
  question: z.string().optional(),
  conversationId: z.string().optional(),
  outcome: Outcome.optional(),
})

/** By the names that they have in the OpenAPI document. */
export const STAFF_SCHEMAS = {
  ApprovalRequest,
  ApprovalResponse: z.object({ approval: StandingApproval }),
  ApprovalsResponse: z.object({ approvals: z.array(StandingApproval) }),
  AuditResponse: z.object({ events: z.array(AuditEvent), ...PageOutput }),
  ExportResponse: z.object({ exportedAt: z.iso.datetime(), answers: z.array(Turn) }),
  ReviewRequest,
  ReviewResponse: z.object({ reviewed: z.number().int() }),
  StaffFeedbackResponse: z.object({ feedback: z.array(StaffFeedback), ...PageOutput }),
  UnansweredResponse: z.object({
    groups: z.array(QuestionGroup),
    read: z.number().int().describe('How many questions were grouped, the newest ones where there are more.'),
    ...PageOutput,
  }),
  UsageReport,
}
