/**
 * Answers and what hangs on them as rows, and back.
 */
import { and, eq, exists, gte, inArray, isNotNull, isNull, lt, notExists, type SQL, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { Database } from './database.ts'
import { answers, audit, conversations, feedback } from './schema.ts'
import {
  type AuditEvent,
  type Feedback,
  type KeptAnswer,
  SPEEDS,
  type Turn,
  type TurnFilter,
} from './store.ts'

/** The conversation, which may be new, the answer in it, and that it was asked. */
export function writesOf(db: Database, kept: KeptAnswer): BatchItem<'sqlite'>[] {
  const { answer, conversationId, askedAt, asker, tokens, ...rest } = kept
  const { id, question, outcome, mode, lang } = answer
  return [
    db
      .insert(conversations)
      .values({
        id: conversationId,
        startedAt: askedAt,
        lastAskedAt: askedAt,
        turns: 1,
        firstQuestion: question,
        outcome,
      })
      .onConflictDoUpdate({
        target: conversations.id,
        set: { lastAskedAt: askedAt, turns: sql`${conversations.turns} + 1`, outcome },
      }),
    db.insert(answers).values({
      ...rest,
      id,
      conversationId,
      askedAt,
      asker,
      outcome,
      mode,
      lang,
      answer,
      tokensInput: tokens.input,
      tokensOutput: tokens.output,
    }),
    db.insert(audit).values(askedEvent(kept)),
    ...undoIfDeleted(db, kept),
  ]
}

/** A conversation that was deleted while it was being answered stays deleted, at whichever instance that was. */
function undoIfDeleted(db: Database, { answer, conversationId, askedAt }: KeptAnswer): BatchItem<'sqlite'>[] {
  const deletion = db
    .select({ id: audit.id })
    .from(audit)
    .where(
      and(
        eq(audit.subject, conversationId),
        eq(audit.action, 'deleted_conversation'),
        gte(audit.at, askedAt),
      ),
    )
  const rest = db.select({ id: answers.id }).from(answers).where(eq(answers.conversationId, conversationId))
  return [
    db.delete(answers).where(and(eq(answers.id, answer.id), exists(deletion))),
    db.delete(conversations).where(and(eq(conversations.id, conversationId), notExists(rest))),
  ]
}

function askedEvent({ answer, asker, askedAt, entrance, milliseconds, tokens }: KeptAnswer): AuditEvent {
  const clauses = new Set(answer.citations.map(({ documentId, clauseId }) => `${documentId}#${clauseId}`))
  const { outcome, mode } = answer
  return {
    id: answer.id,
    at: askedAt,
    actor: asker,
    action: 'asked',
    subject: answer.id,
    detail: { clauses: [...clauses], outcome, mode, entrance, milliseconds, tokens },
  }
}

type AnswerRow = typeof answers.$inferSelect
type FeedbackRow = typeof feedback.$inferSelect

export function turnRows(db: Database) {
  return db
    .select({ answers, feedback })
    .from(answers)
    .leftJoin(feedback, eq(feedback.answerId, answers.id))
    .$dynamic()
}

export function turnOf({
  answers: row,
  feedback: said,
}: {
  answers: AnswerRow
  feedback: FeedbackRow | null
}): Turn {
  const {
    id: _id,
    outcome: _outcome,
    mode: _mode,
    lang: _lang,
    tokensInput,
    tokensOutput,
    reviewedAt,
    reviewedBy,
    ...rest
  } = row
  return {
    ...rest,
    tokens: { input: tokensInput, output: tokensOutput },
    ...(said ? { feedback: feedbackOf(said) } : {}),
    ...(reviewedAt ? { reviewedAt } : {}),
    ...(reviewedBy ? { reviewedBy } : {}),
  }
}

export function feedbackOf({ comment, ...rest }: FeedbackRow): Feedback {
  return { ...rest, ...(comment ? { comment } : {}) }
}

export function eventOf({ subject, detail, ...rest }: typeof audit.$inferSelect): AuditEvent {
  return { ...rest, ...(subject ? { subject } : {}), ...(detail ? { detail } : {}) }
}

export function conditionsOf({ from, to, outcomes, rating, reviewed }: TurnFilter): (SQL | undefined)[] {
  return [
    from === undefined ? undefined : gte(answers.askedAt, from),
    to === undefined ? undefined : lt(answers.askedAt, to),
    outcomes && inArray(answers.outcome, outcomes),
    rating && eq(feedback.rating, rating),
    reviewed === undefined
      ? undefined
      : reviewed
        ? isNotNull(answers.reviewedAt)
        : isNull(answers.reviewedAt),
  ]
}

/** China has one time and no summer time. */
export const DAY = sql<string>`date(${answers.askedAt}, '+8 hours')`

export const SPEED = sql<number>`case ${sql.join(
  SPEEDS.map((bound, i) => sql.raw(`when "answers"."milliseconds" <= ${bound} then ${i}`)),
  sql` `,
)} else ${sql.raw(String(SPEEDS.length))} end`
