/**
 * What staff read over the API: usage, unanswered questions, feedback, the audit trail.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { cursorInput, pageOf } from '../../tools/page.ts'
import { requireStaff } from '../access/require.ts'
import type { Door, Parts } from '../app.ts'
import { countDays, Day, type Days, dayAfter, lastDays, startOf } from '../staff/days.ts'
import { readUnanswered } from '../staff/unanswered.ts'
import { readUsage } from '../staff/usage.ts'
import { Feedback, type Store, type Turn } from '../store/store.ts'
import { todayOf } from '../today.ts'
import { PageQuery, pageWanted, restOf } from './conversations.ts'
import { Refusal } from './errors.ts'
import { mountGet } from './route.ts'
import { mountStaffActs } from './staff-acts.ts'
import { mountStaffExport } from './staff-export.ts'

/** What a report tells of where no days are named. */
export const USUAL_DAYS = 30
export const MOST_DAYS = 366

const UsageQuery = z.strictObject({ from: Day.optional(), to: Day.optional() })
const UnansweredQuery = z.strictObject({
  days: z.coerce.number().int().min(1).max(MOST_DAYS).default(USUAL_DAYS),
  reviewed: z.enum(['true', 'false']).default('false'),
  limit: PageQuery.shape.limit,
  cursor: cursorInput,
})
const FeedbackQuery = PageQuery.extend({ rating: Feedback.shape.rating.optional() })

/** Mounts everything under /api/staff. */
export function mountStaffApi(app: OpenAPIHono<Door>, parts: Parts): void {
  const { store, history, now } = parts
  const staff = { tag: 'Staff', refusals: [401, 503] as (401 | 503)[], guards: [requireStaff(parts)] }

  mountGet(
    app,
    {
      ...staff,
      path: '/api/staff/usage',
      summary: `What was asked, by days in China; the last ${USUAL_DAYS} unless others are named, ${MOST_DAYS} at most`,
      query: UsageQuery,
      answers: 'UsageReport',
    },
    async (query) => {
      const days = daysWanted(query, todayOf(now()))
      await history.settled()
      return readUsage(store, days)
    },
  )
  mountGet(
    app,
    {
      ...staff,
      path: '/api/staff/unanswered',
      summary: 'What went unanswered or was rated down, grouped by likeness, the largest group first',
      query: UnansweredQuery,
      answers: 'UnansweredResponse',
    },
    async ({ days, reviewed, limit, cursor }) => {
      await history.settled()
      const from = startOf(lastDays(days, todayOf(now())).from)
      const { groups, read } = await readUnanswered(store, { from, reviewed: reviewed === 'true' })
      const by = { list: 'unanswered', days, reviewed }
      const { items, rest } = pageOf(groups, { limit, by, ...(cursor ? { cursor } : {}) }, (group) => group)
      return { groups: items, read, ...rest }
    },
  )
  mountGet(
    app,
    {
      ...staff,
      path: '/api/staff/feedback',
      summary: 'What people thought of answers, newest first, with the question where it is still kept',
      query: FeedbackQuery,
      answers: 'StaffFeedbackResponse',
    },
    async ({ rating, ...query }) => {
      await history.settled()
      const page = await store.feedback({ ...pageWanted(query), ...(rating ? { rating } : {}) })
      return { feedback: page.items.map(viewFeedback), ...restOf(page) }
    },
  )
  mountGet(
    app,
    {
      ...staff,
      path: '/api/staff/audit',
      summary: 'Who did what, newest first; for the role admin',
      query: PageQuery,
      answers: 'AuditResponse',
      guards: [requireStaff(parts, 'admin')],
    },
    async (query) => {
      await history.settled()
      const page = await store.audit(pageWanted(query))
      return { events: page.items, ...restOf(page) }
    },
  )
  mountStaffExport(app, parts) //  GET  /api/staff/export
  mountStaffActs(app, parts) //    GET POST /api/staff/approvals   DELETE /api/staff/approvals/:id   POST /api/staff/reviews
}

/** The days of a query, or the usual ones; refused where they make no report. */
export function daysWanted({ from, to }: Partial<Days>, today: string): Days {
  const last = to ?? (from === undefined || from <= today ? today : from)
  const days = { from: from ?? dayAfter(last, 1 - USUAL_DAYS), to: last }
  const count = countDays(days)
  if (count === 0)
    throw new Refusal(422, 'from lies after to. Send days as YYYY-MM-DD, the first one as from.')
  if (count > MOST_DAYS) throw new Refusal(422, `These are ${count} days. Ask for ${MOST_DAYS} at most.`)
  return days
}

type Said = Awaited<ReturnType<Store['feedback']>>['items'][number]

function viewFeedback({ answerId, rating, comment, receivedAt, turn }: Said) {
  return {
    answerId,
    rating,
    ...(comment ? { comment } : {}),
    receivedAt,
    ...(turn ? askedIn(turn) : {}),
  }
}

function askedIn({ answer, conversationId }: Turn) {
  return { question: answer.question, conversationId, outcome: answer.outcome }
}
