/**
 * The tables, once for SQLite and D1. After a change: `npm run migrations`, which writes what leads there.
 */
import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Answer, Outcome } from '../../corpus/types.ts'
import type { AuditEvent, Entrance, Feedback, StaffRole } from './store.ts'

export const conversations = sqliteTable(
  'conversations',
  {
    id: text().primaryKey(),
    startedAt: text().notNull(),
    lastAskedAt: text().notNull(),
    turns: integer().notNull(),
    firstQuestion: text().notNull(),
    /** Of the last answer. */
    outcome: text().$type<Outcome>().notNull(),
  },
  (table) => [index('conversations_newest').on(table.lastAskedAt, table.id)],
)

export const answers = sqliteTable(
  'answers',
  {
    id: text().primaryKey(),
    conversationId: text()
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    askedAt: text().notNull(),
    asker: text().notNull(),
    entrance: text().$type<Entrance>().notNull(),
    outcome: text().$type<Outcome>().notNull(),
    mode: text().$type<Answer['mode']>().notNull(),
    lang: text().$type<Answer['lang']>().notNull(),
    answer: text({ mode: 'json' }).$type<Answer>().notNull(),
    corpus: text().notNull(),
    milliseconds: real().notNull(),
    tokensInput: integer().notNull(),
    tokensOutput: integer().notNull(),
    reviewedAt: text(),
    reviewedBy: text(),
  },
  (table) => [
    index('answers_of_conversation').on(table.conversationId, table.askedAt),
    index('answers_newest').on(table.askedAt, table.id),
    index('answers_by_outcome').on(table.outcome, table.askedAt),
  ],
)

/** Of an answer that may not be here, or not yet. */
export const feedback = sqliteTable(
  'feedback',
  {
    answerId: text().primaryKey(),
    id: text().notNull(),
    rating: text().$type<Feedback['rating']>().notNull(),
    comment: text(),
    receivedAt: text().notNull(),
  },
  (table) => [index('feedback_newest').on(table.receivedAt, table.answerId)],
)

export const approvals = sqliteTable('approvals', {
  id: text().primaryKey(),
  question: text().notNull(),
  /** What wordings of the same question share; an approval takes the place of the earlier one. */
  questionKey: text().notNull().unique(),
  documentId: text().notNull(),
  clauseId: text().notNull(),
  clauseDigest: text().notNull(),
  approvedBy: text().notNull(),
  approvedAt: text().notNull(),
})

export const sessions = sqliteTable('sessions', {
  id: text().primaryKey(),
  subject: text().notNull(),
  name: text().notNull(),
  role: text().$type<StaffRole>().notNull(),
  startedAt: text().notNull(),
  expiresAt: text().notNull(),
})

export const audit = sqliteTable(
  'audit',
  {
    id: text().primaryKey(),
    at: text().notNull(),
    actor: text().notNull(),
    action: text().$type<AuditEvent['action']>().notNull(),
    subject: text(),
    detail: text({ mode: 'json' }).$type<Record<string, unknown>>(),
  },
  (table) => [
    index('audit_newest').on(table.at, table.id),
    index('audit_of').on(table.subject, table.action),
  ],
)

/** One row: written to see whether writing works. */
export const probes = sqliteTable('probes', { id: integer().primaryKey(), at: text().notNull() })
