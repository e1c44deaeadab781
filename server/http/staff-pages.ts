/**
 * The pages for staff, to read: usage, what is to be reviewed, conversations, feedback, approvals, the audit trail. What they do is in staff-forms.ts.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { scriptOfDocument } from '../../corpus/script.ts'
import { pageOf } from '../../tools/page.ts'
import { questionKey } from '../answer/question-key.ts'
import type { Door, Parts } from '../app.ts'
import { listApprovals, writeDown } from '../staff/acts.ts'
import { Day, type Days, lastDays, startOf } from '../staff/days.ts'
import { readUnanswered, UNANSWERED } from '../staff/unanswered.ts'
import { readUsage } from '../staff/usage.ts'
import { type Conversation, Feedback, Place } from '../store/store.ts'
import { todayOf } from '../today.ts'
import { approvalsPage } from '../web/staff/approvals-page.ts'
import { auditPage } from '../web/staff/audit-page.ts'
import { conversationPage, deletionPage } from '../web/staff/conversation-page.ts'
import { conversationsPage } from '../web/staff/conversations-page.ts'
import { feedbackPage } from '../web/staff/feedback-page.ts'
import { PERIODS, unansweredPage } from '../web/staff/unanswered-page.ts'
import { usagePage } from '../web/staff/usage-page.ts'
import { Refusal } from './errors.ts'
import { daysWanted, MOST_DAYS, USUAL_DAYS } from './staff-api.ts'
import { mountStaffApprove } from './staff-approve.ts'
import { mountStaffForms } from './staff-forms.ts'
import { pageFor } from './staff-page.ts'

const PER_PAGE = 50
const GROUPS_PER_PAGE = 20
const RANGES = [7, 30, 90]

/** Mounts all of /staff. */
export function mountStaffPages(app: OpenAPIHono<Door>, parts: Parts): void {
  const { store, history, library, now } = parts
  const today = () => todayOf(now())

  app.get(
    '/staff',
    ...pageFor(parts, 'viewer', async (visit, c) => {
      await history.settled()
      const { from, to } = c.req.query()
      const days = daysOf({ from, to }, today())
      const shown = days ?? lastDays(USUAL_DAYS, today())
      const open = { limit: 1, reviewed: false, from: startOf(lastDays(USUAL_DAYS, today()).from) }
      const [report, unanswered, ratedDown] = await Promise.all([
        readUsage(store, shown),
        store.turns({ ...open, outcomes: UNANSWERED }),
        store.turns({ ...open, rating: 'down' }),
      ])
      const page = usagePage(visit, {
        report,
        open: { unanswered: unanswered.total, ratedDown: ratedDown.total },
        ranges: RANGES.map((count) => ({ days: count, ...lastDays(count, today()) })),
        most: MOST_DAYS,
        ...(days ? {} : { typed: { from, to } }),
        openDays: USUAL_DAYS,
      })
      return c.html(page, days ? 200 : 422)
    }),
  )

  app.get(
    '/staff/unanswered',
    ...pageFor(parts, 'viewer', async (visit, c) => {
      await history.settled()
      const { days: period, reviewed: state, cursor } = c.req.query()
      const days = PERIODS.find((one) => String(one) === period) ?? USUAL_DAYS
      const reviewed = state === 'true'
      const from = startOf(lastDays(days, today()).from)
      const [{ groups, read }, approvals] = await Promise.all([
        readUnanswered(store, { from, reviewed }),
        listApprovals(parts),
      ])
      const wanted = { limit: GROUPS_PER_PAGE, by: { days, reviewed } }
      const asked = pageOf(groups, { ...wanted, ...(cursor ? { cursor } : {}) }, (group) => group)
      // What stood on the last page may have been dealt with just now.
      const { items, rest } = asked.items.length > 0 ? asked : pageOf(groups, wanted, (group) => group)
      const byKey = new Map(approvals.map((approval) => [questionKey(approval.question), approval]))
      const page = {
        ...{ groups: items, total: rest.total, read, days, reviewed, library },
        ...(cursor ? { cursor } : {}),
        ...(rest.nextCursor ? { next: rest.nextCursor } : {}),
        approvalOf: (question: string) => byKey.get(questionKey(question)),
      }
      return c.html(unansweredPage(visit, page))
    }),
  )

  app.get(
    '/staff/conversations',
    ...pageFor(parts, 'viewer', async (visit, c) => {
      await history.settled()
      return c.html(conversationsPage(visit, await store.conversations(pageAt(c.req.query('cursor')))))
    }),
  )

  const conversationAt = async (id = ''): Promise<Conversation> => {
    await history.settled()
    const found = await store.conversation(id)
    if (!found) throw new Refusal(404, 'There is no such conversation.')
    return found
  }
  app.get(
    '/staff/conversations/:id',
    ...pageFor(parts, 'viewer', async (visit, c) => {
      const found = await conversationAt(c.req.param('id'))
      await writeDown(parts, visit.staff, 'read_conversation', { subject: found.id })
      const scripts = library.documents.map((document) => [document.source.id, scriptOfDocument(document)])
      return c.html(conversationPage(visit, found, Object.fromEntries(scripts)))
    }),
  )
  app.get(
    '/staff/conversations/:id/delete',
    ...pageFor(parts, 'admin', async (visit, c) =>
      c.html(deletionPage(visit, await conversationAt(c.req.param('id')))),
    ),
  )

  app.get(
    '/staff/feedback',
    ...pageFor(parts, 'viewer', async (visit, c) => {
      await history.settled()
      const rating = Feedback.shape.rating.safeParse(c.req.query('rating')).data
      const wanted = { ...pageAt(c.req.query('cursor')), ...(rating ? { rating } : {}) }
      return c.html(feedbackPage(visit, await store.feedback(wanted), rating))
    }),
  )

  app.get(
    '/staff/approvals',
    ...pageFor(parts, 'viewer', async (visit, c) =>
      c.html(approvalsPage(visit, await listApprovals(parts), library)),
    ),
  )

  app.get(
    '/staff/audit',
    ...pageFor(parts, 'admin', async (visit, c) => {
      await history.settled()
      return c.html(auditPage(visit, await store.audit(pageAt(c.req.query('cursor'))), library))
    }),
  )

  mountStaffForms(app, parts) //    POST on these pages
  mountStaffApprove(app, parts) //  GET POST /staff/approve
  app.get(
    '/staff/*',
    ...pageFor(parts, 'viewer', () => {
      throw new Refusal(404, 'There is no such page.')
    }),
  )
}

/** The days of a form, or the usual ones where it names none; nothing where they make no report. */
function daysOf(
  { from, to }: { from: string | undefined; to: string | undefined },
  today: string,
): Days | undefined {
  const days = { ...(from ? { from } : {}), ...(to ? { to } : {}) }
  if (Object.values(days).some((day) => !Day.safeParse(day).success)) return undefined
  try {
    return daysWanted(days, today)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** From the newest where the place is none. */
function pageAt(cursor: string | undefined) {
  const place = Place.safeParse(cursor)
  return { limit: PER_PAGE, ...(place.success ? { before: place.data } : {}) }
}
