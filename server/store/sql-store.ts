/**
 * The store in SQL, the same for SQLite and D1: both hand in their database.
 */
import { and, count, desc, eq, gte, inArray, lt, or, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { answers, approvals, audit, conversations, feedback, probes, sessions } from './schema.ts'
import { olderThan, pageOf, placeOf } from './sql-pages.ts'
import { conditionsOf, DAY, eventOf, feedbackOf, SPEED, turnOf, turnRows, writesOf } from './sql-rows.ts'
import type { Store } from './store.ts'

/** What a database does that SQL has no words for. */
interface Upkeep {
  close(): Promise<void>
  /** Leaves nothing of deleted rows in the files. */
  scrub(): Promise<void>
}

const NONE: Upkeep = { close: async () => {}, scrub: async () => {} }

/** The store on `db`, whose tables exist. */
export function openSqlStore(db: Database, { close, scrub } = NONE): Store {
  return {
    async addAnswers(kept) {
      const [first, ...rest] = kept.flatMap((entry) => writesOf(db, entry))
      if (first) await db.batch([first, ...rest])
    },
    async addFeedback(said) {
      const row = { ...said, comment: said.comment ?? null }
      await db.insert(feedback).values(row).onConflictDoUpdate({ target: feedback.answerId, set: row })
    },
    async addAudit(event) {
      await db.insert(audit).values(event)
    },

    async conversations({ limit, before }) {
      const newest = [conversations.lastAskedAt, conversations.id] as const
      const rows = db
        .select()
        .from(conversations)
        .where(olderThan(newest, before))
        .orderBy(desc(newest[0]), desc(newest[1]))
        .limit(limit + 1)
      const [found, [all]] = await Promise.all([rows, db.select({ total: count() }).from(conversations)])
      return pageOf(found, all, limit, (row) => placeOf(row.lastAskedAt, row.id))
    },
    async conversation(id) {
      const [head] = await db.select().from(conversations).where(eq(conversations.id, id))
      if (!head) return undefined
      const rows = await turnRows(db)
        .where(eq(answers.conversationId, id))
        .orderBy(answers.askedAt, answers.id)
      return { id, startedAt: head.startedAt, turns: rows.map(turnOf) }
    },
    async removeConversation(id, event) {
      const ofIt = db.select({ id: answers.id }).from(answers).where(eq(answers.conversationId, id))
      const [head] = await db
        .select({ id: conversations.id })
        .from(conversations)
        .where(eq(conversations.id, id))
      if (!head) return false
      await db.batch([
        db.delete(feedback).where(inArray(feedback.answerId, ofIt)),
        db.delete(answers).where(eq(answers.conversationId, id)),
        db.delete(conversations).where(eq(conversations.id, id)),
        db.insert(audit).values(event),
      ])
      await scrub()
      return true
    },

    async turns({ limit, before, ...filter }) {
      const newest = [answers.askedAt, answers.id] as const
      const wanted = conditionsOf(filter)
      const rows = turnRows(db)
        .where(and(...wanted, olderThan(newest, before)))
        .orderBy(desc(newest[0]), desc(newest[1]))
        .limit(limit + 1)
      const total = db
        .select({ total: count() })
        .from(answers)
        .leftJoin(feedback, eq(feedback.answerId, answers.id))
        .where(and(...wanted))
      const [found, [all]] = await Promise.all([rows, total])
      return pageOf(found.map(turnOf), all, limit, (turn) => placeOf(turn.askedAt, turn.answer.id))
    },
    async feedback({ limit, before, rating }) {
      const newest = [feedback.receivedAt, feedback.answerId] as const
      const wanted = rating && eq(feedback.rating, rating)
      const rows = db
        .select({ answers, feedback })
        .from(feedback)
        .leftJoin(answers, eq(feedback.answerId, answers.id))
        .where(and(wanted, olderThan(newest, before)))
        .orderBy(desc(newest[0]), desc(newest[1]))
        .limit(limit + 1)
      const total = db.select({ total: count() }).from(feedback).where(wanted)
      const [found, [all]] = await Promise.all([rows, total])
      const said = found.map((row) => ({
        ...feedbackOf(row.feedback),
        ...(row.answers ? { turn: turnOf({ answers: row.answers, feedback: row.feedback }) } : {}),
      }))
      return pageOf(said, all, limit, (entry) => placeOf(entry.receivedAt, entry.answerId))
    },
    async audit({ limit, before }) {
      const newest = [audit.at, audit.id] as const
      const rows = db
        .select()
        .from(audit)
        .where(olderThan(newest, before))
        .orderBy(desc(newest[0]), desc(newest[1]))
        .limit(limit + 1)
      const [found, [all]] = await Promise.all([rows, db.select({ total: count() }).from(audit)])
      return pageOf(found.map(eventOf), all, limit, ({ at, id }) => placeOf(at, id))
    },

    async usage({ from, to }) {
      const { outcome, mode, lang, entrance } = answers
      const classes = {
        day: DAY,
        outcome,
        mode,
        lang,
        entrance,
        speed: SPEED,
      }
      const rows = await db
        .select({
          ...classes,
          answers: count(),
          input: sql<number>`sum(${answers.tokensInput})`,
          output: sql<number>`sum(${answers.tokensOutput})`,
          up: sql<number>`coalesce(sum(${feedback.rating} = 'up'), 0)`,
          down: sql<number>`coalesce(sum(${feedback.rating} = 'down'), 0)`,
        })
        .from(answers)
        .leftJoin(feedback, eq(feedback.answerId, answers.id))
        .where(and(gte(answers.askedAt, from), lt(answers.askedAt, to)))
        .groupBy(...Object.values(classes))
        .orderBy(DAY)
      return rows.map(({ input, output, ...row }) => ({ ...row, tokens: { input, output } }))
    },

    async review(answerIds, by) {
      const found = await db
        .update(answers)
        .set(by)
        .where(inArray(answers.id, answerIds))
        .returning({ id: answers.id })
      return found.length
    },
    async unreview(answerIds) {
      const found = await db
        .update(answers)
        .set({ reviewedBy: null, reviewedAt: null })
        .where(inArray(answers.id, answerIds))
        .returning({ id: answers.id })
      return found.length
    },
    async addApproval(approval) {
      await db
        .insert(approvals)
        .values(approval)
        .onConflictDoUpdate({ target: approvals.questionKey, set: approval })
    },
    approvals: async () => db.select().from(approvals).orderBy(desc(approvals.approvedAt), approvals.id),
    async removeApproval(id) {
      const gone = await db.delete(approvals).where(eq(approvals.id, id)).returning({ id: approvals.id })
      return gone.length > 0
    },

    async addSession(session) {
      await db.insert(sessions).values(session)
    },
    async session(id) {
      const [session] = await db.select().from(sessions).where(eq(sessions.id, id))
      return session
    },
    async removeSession(id) {
      await db.delete(sessions).where(eq(sessions.id, id))
    },

    async removeBefore(time, now) {
      const old = db
        .select({ id: conversations.id })
        .from(conversations)
        .where(lt(conversations.lastAskedAt, time))
      const ofOld = db.select({ id: answers.id }).from(answers).where(inArray(answers.conversationId, old))
      const [all] = await db
        .select({ total: count() })
        .from(conversations)
        .where(lt(conversations.lastAskedAt, time))
      await db.batch([
        db.delete(feedback).where(or(lt(feedback.receivedAt, time), inArray(feedback.answerId, ofOld))),
        db.delete(answers).where(inArray(answers.conversationId, old)),
        db.delete(conversations).where(lt(conversations.lastAskedAt, time)),
        db.delete(audit).where(lt(audit.at, time)),
        db.delete(sessions).where(lt(sessions.expiresAt, now)),
      ])
      if (all && all.total > 0) await scrub()
      return all?.total ?? 0
    },
    async probe() {
      const row = { id: 1, at: sql`strftime('%Y-%m-%dT%H:%M:%fZ', 'now')` }
      await db.insert(probes).values(row).onConflictDoUpdate({ target: probes.id, set: row })
    },
    close,
  }
}
