/**
 * The store: what the product keeps of those who use it. An interface; assemble.ts chooses what is behind it.
 *
 * Law: whatever text it is given is free of personal numbers already, and an error that it throws names nothing of it,
 * for errors are logged. Times are ISO 8601 in UTC.
 */
import { z } from 'zod'
import { Answer, Outcome } from '../../corpus/types.ts'

const MAX_COMMENT = 2000

/** What people think of an answer. */
export const Feedback = z.object({
  id: z.string(),
  answerId: z.string().regex(/^[\w-]{1,100}$/, 'must be the id of an answer'),
  rating: z.enum(['up', 'down']),
  comment: z.string().min(1).max(MAX_COMMENT).optional(),
  receivedAt: z.iso.datetime(),
})
export type Feedback = z.infer<typeof Feedback>

/** Where a question came in. */
export const Entrance = z.enum(['chat', 'page', 'completions'])
export type Entrance = z.infer<typeof Entrance>

/** An answer as it is kept: with the corpus that it was made from and what it took. */
export const KeptAnswer = z.object({
  /** Without the secret of its conversation. */
  answer: Answer,
  conversationId: z.string(),
  askedAt: z.iso.datetime(),
  /** `citizen`, or the subject of whoever was signed in. */
  asker: z.string(),
  entrance: Entrance,
  /** Digest of the corpus, as /readyz says it. */
  corpus: z.string(),
  milliseconds: z.number(),
  /** Of the model; none where the answer is embedded. */
  tokens: z.object({ input: z.number().int(), output: z.number().int() }),
})
export type KeptAnswer = z.infer<typeof KeptAnswer>

/** A kept answer with what came of it. */
export const Turn = KeptAnswer.extend({
  feedback: Feedback.optional(),
  reviewedAt: z.iso.datetime().optional(),
  reviewedBy: z.string().optional(),
})
export type Turn = z.infer<typeof Turn>

export const ConversationSummary = z.object({
  id: z.string(),
  startedAt: z.iso.datetime(),
  lastAskedAt: z.iso.datetime(),
  turns: z.number().int(),
  firstQuestion: z.string(),
  /** Of the last answer. */
  outcome: Outcome,
})
export type ConversationSummary = z.infer<typeof ConversationSummary>

export const Conversation = z.object({ id: z.string(), startedAt: z.iso.datetime(), turns: z.array(Turn) })
export type Conversation = z.infer<typeof Conversation>

/** Which clause answers a question first, and the text of the clause for which that was decided. */
export const Approval = z.object({
  id: z.string(),
  question: z.string(),
  /** What wordings of the same question share. */
  questionKey: z.string(),
  documentId: z.string(),
  clauseId: z.string(),
  /** SHA-256 of the clause's text in hex: the approval is in force as long as the text is that. */
  clauseDigest: z.string(),
  approvedBy: z.string(),
  approvedAt: z.iso.datetime(),
})
export type Approval = z.infer<typeof Approval>

export const StaffRole = z.enum(['viewer', 'editor', 'admin'])
export type StaffRole = z.infer<typeof StaffRole>

/** A member of staff who is signed in. */
export const Session = z.object({
  /** SHA-256 of what the cookie holds, in hex: who reads the store cannot sign in with it. */
  id: z.string(),
  subject: z.string(),
  name: z.string(),
  role: StaffRole,
  startedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type Session = z.infer<typeof Session>

/** Who did what; it stays when the conversation is deleted. */
export const AuditEvent = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  /** `citizen`, or the subject of a member of staff. */
  actor: z.string(),
  action: z.enum([
    'asked',
    'signed_in',
    'signed_out',
    'sign_in_refused',
    'read_conversation',
    'deleted_conversation',
    'exported',
    'reviewed',
    'withdrew_review',
    'approved',
    'withdrew_approval',
  ]),
  /** The id of what it was done to. */
  subject: z.string().optional(),
  /** Of `asked`: clauses shown, outcome, mode, milliseconds, tokens. Never text of people. */
  detail: z.record(z.string(), z.unknown()).optional(),
})
export type AuditEvent = z.infer<typeof AuditEvent>

/** Milliseconds up to which an answer counts as that fast; slower ones are in a last class of their own. */
export const SPEEDS = [5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000] as const

/** The answers of a day that are alike in all of this. */
export interface UsageRow {
  /** `YYYY-MM-DD` in China. */
  day: string
  outcome: Outcome
  mode: Answer['mode']
  lang: Answer['lang']
  entrance: Entrance
  /** Index of SPEEDS; `SPEEDS.length` for whatever is slower. */
  speed: number
  answers: number
  tokens: { input: number; output: number }
  /** Of these, by rating. */
  up: number
  down: number
}

/** A place in a list that is sorted by time: the time and the id of the last entry of a page. */
export const Place = z
  .string()
  .regex(/^[\dT:.Z-]{20,30}~[\w-]{1,100}$/, 'must be the nextCursor of the page before')

/** A part of a list, newest first; `before` of the next page is the `next` of this one, a `Place`. */
export interface Page<T> {
  items: T[]
  total: number
  next?: string
}

export interface PageWanted {
  limit: number
  before?: string
}

/** Which turns are wanted; all of them where nothing is said. */
export interface TurnFilter {
  /** Asked at or after … */
  from?: string
  /** … and before. */
  to?: string
  outcomes?: Outcome[]
  rating?: Feedback['rating']
  reviewed?: boolean
}

export interface Store {
  /** Keeps all of these answers or, where it throws, none; conversations come into being with their first answer. */
  addAnswers(kept: KeptAnswer[]): Promise<void>
  /** Keeps it in place of what was said of the same answer before: a rating comes first, its comment after. */
  addFeedback(feedback: Feedback): Promise<void>
  addAudit(event: AuditEvent): Promise<void>

  conversations(wanted: PageWanted): Promise<Page<ConversationSummary>>
  /** With its turns, first to last; nothing where there is none. */
  conversation(id: string): Promise<Conversation | undefined>
  /**
   * With its answers and what was thought of them; false where there is none. `event` is kept with it: an answer that was
   * asked for before and comes later is not kept.
   */
  removeConversation(id: string, event: AuditEvent): Promise<boolean>

  turns(wanted: PageWanted & TurnFilter): Promise<Page<Turn>>
  feedback(wanted: PageWanted & { rating?: Feedback['rating'] }): Promise<Page<Feedback & { turn?: Turn }>>
  audit(wanted: PageWanted): Promise<Page<AuditEvent>>
  /** What was asked at or after `from` and before `to`, in classes. */
  usage(wanted: { from: string; to: string }): Promise<UsageRow[]>

  /** Marks answers as reviewed; the number of those found. */
  review(answerIds: string[], by: { reviewedBy: string; reviewedAt: string }): Promise<number>
  /** Takes that back; the number of those found. */
  unreview(answerIds: string[]): Promise<number>
  /** In place of an earlier approval of the same `questionKey`. */
  addApproval(approval: Approval): Promise<void>
  approvals(): Promise<Approval[]>
  /** False where there is none. */
  removeApproval(id: string): Promise<boolean>

  addSession(session: Session): Promise<void>
  session(id: string): Promise<Session | undefined>
  removeSession(id: string): Promise<void>

  /** Removes conversations last spoken in before `time`, with all that hangs on them, feedback and audit events from before, and sessions that ended; the number of conversations. */
  removeBefore(time: string, now: string): Promise<number>
  /** Writes something, to see whether that works. */
  probe(): Promise<void>
  /** Ends when all that was begun is done. */
  close(): Promise<void>
}
