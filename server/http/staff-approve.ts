/**
 * /staff/approve: choosing a clause for a question, seeing the answer that this makes, and approving it.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { cleanText } from '../../corpus/clean-text.ts'
import { scriptOfDocument } from '../../corpus/script.ts'
import type { Hit, Lang } from '../../corpus/types.ts'
import { searchClauses } from '../../tools/search-clauses.ts'
import { questionKey } from '../answer/question-key.ts'
import type { Door, Parts } from '../app.ts'
import { approve, listApprovals, review, writeDown } from '../staff/acts.ts'
import { lastDays, startOf } from '../staff/days.ts'
import { namesAnother, previewOf } from '../staff/preview.ts'
import type { StandingApproval } from '../staff/standing.ts'
import { readAskings } from '../staff/unanswered.ts'
import { Feedback } from '../store/store.ts'
import { todayOf } from '../today.ts'
import { type ApprovePage, approvePage, previewPage } from '../web/staff/approve-page.ts'
import { hrefIn, type Visit } from '../web/staff/frame.ts'
import { Refusal } from './errors.ts'
import { baseUrlOf } from './origin.ts'
import { readForm } from './read-form.ts'
import { MOST_DAYS } from './staff-api.ts'
import { pageFor } from './staff-page.ts'
import { backToAnswer, backToGroup, backToQuestion, ListPlace } from './staff-place.ts'

const PROPOSED = 6
const MAX_SEARCH = 500

const line = (most: number) => z.string().transform(cleanText).pipe(z.string().max(most))

/** Where the question was asked, and where the list was left for this. */
const Origin = ListPlace.extend({
  conversation: z.string().max(100).optional(),
  answer: Feedback.shape.answerId.optional(),
})
type Origin = z.infer<typeof Origin>

const ApproveForm = Origin.extend({
  question: line(2_000).default(''),
  search: line(MAX_SEARCH).default(''),
  step: z.enum(['find', 'preview', 'approve']).default('find'),
  clause: z.string().max(200).optional(),
  review: z.literal('yes').optional(),
})
type ApproveForm = z.infer<typeof ApproveForm>
type Problem = NonNullable<ApprovePage['problem']>

/** Mounts the page and its form. */
export function mountStaffApprove(app: OpenAPIHono<Door>, parts: Parts): void {
  app.get(
    '/staff/approve',
    ...pageFor(parts, 'editor', async (visit, c) => {
      const origin = Origin.safeParse(c.req.query()).data ?? {}
      const approvals = await listApprovals(parts)
      const renewed = approvals.find(({ id }) => id === c.req.query('approval'))
      const question = renewed?.question ?? (await questionAsked(parts, visit, origin))
      return propose(c, visit, parts, { question, origin, approvals, renewed })
    }),
  )
  app.post(
    '/staff/approve',
    ...pageFor(parts, 'editor', async (visit, c) => {
      const form = await readForm(c, ApproveForm)
      const approvals = await listApprovals(parts)
      const again = (problem?: Problem) =>
        propose(c, visit, parts, {
          ...form,
          origin: originOf(form),
          approvals,
          ...(problem ? { problem } : {}),
        })
      if (form.question === '') return again('no_question')
      if (form.step === 'find') return again()
      const { question, clause } = form
      if (clause === undefined) return again('no_choice')
      if (form.step === 'preview') {
        const shown = await showPreview(c, visit, parts, { ...form, clause }, earlierOf(question, approvals))
        return typeof shown === 'string' ? again(shown) : shown
      }
      const askings = await askingsOf(parts, form)
      const approved = await approve(parts, visit.staff, { question, ...refOf(clause) })
      if (typeof approved === 'string') return again(approved)
      if (form.review && askings.length > 0) await review(parts, visit.staff, askings)
      return c.redirect(wayBack(visit.lang, form), 303)
    }),
  )
}

/** The page with the answer that the approval would make, or why it would make none. */
async function showPreview(
  c: Context<Door>,
  visit: Visit,
  parts: Parts,
  form: ApproveForm & { clause: string },
  earlier: StandingApproval | undefined,
): Promise<Response | Problem> {
  const { question, search, clause } = form
  if (questionKey(question) === '') return 'no_question'
  const preview = previewOf(question, refOf(clause), baseUrlOf(c, parts.publicUrl), parts)
  if (!preview) return 'no_clause'
  if (namesAnother(question, preview.clause, parts)) return 'other_clause'
  const { length: askings } = await askingsOf(parts, form)
  const scripts = parts.library.documents.map((document) => [document.source.id, scriptOfDocument(document)])
  const page = {
    question,
    search,
    clause,
    origin: originOf(form),
    preview,
    askings,
    ...(earlier ? { earlier } : {}),
  }
  return c.html(previewPage(visit, page, Object.fromEntries(scripts), parts.library))
}

interface Proposing {
  question: string
  search?: string
  clause?: string | undefined
  origin: Origin
  approvals: StandingApproval[]
  /** The approval that is to be made again. */
  renewed?: StandingApproval | undefined
  problem?: Problem
}

/** The page with the clauses that fit the question, or the words that were given to find them by. */
function propose(
  c: Context<Door>,
  visit: Visit,
  parts: Parts,
  { question, search = '', clause, origin, approvals, renewed, problem }: Proposing,
) {
  const earlier = earlierOf(question, approvals)
  const query = (search || question).slice(0, MAX_SEARCH)
  const baseUrl = baseUrlOf(c, parts.publicUrl)
  const found = query === '' ? [] : searchClauses(parts.library, { query, limit: PROPOSED }, baseUrl)
  const chosen = clause === undefined ? renewed : refOf(clause)
  const page: ApprovePage = {
    question,
    search,
    origin,
    hits: chosen ? withFirst(chosen, found, parts) : found,
    ...(clause ? { clause } : {}),
    ...(earlier ? { earlier } : {}),
    ...(problem ? { problem } : {}),
  }
  return c.html(approvePage(visit, page, parts.library), problem ? 422 : 200)
}

interface Ref {
  documentId: string
  clauseId: string
}

/** The clause that was chosen before, ahead of the others. */
function withFirst({ documentId, clauseId }: Ref, found: Hit[], { library }: Parts): Hit[] {
  const isIt = (hit: Hit) => hit.documentId === documentId && hit.clauseId === clauseId
  const clause = library.clause(documentId, clauseId)
  if (!clause) return found
  const { label, title, path } = clause
  const bare = { documentId, clauseId, label, title, path, quote: '', start: 0, end: 0, score: 0, url: '' }
  return [found.find(isIt) ?? bare, ...found.filter((hit) => !isIt(hit))]
}

/** What the question has now. */
function earlierOf(question: string, approvals: StandingApproval[]): StandingApproval | undefined {
  const key = questionKey(question)
  return approvals.find(({ questionKey: of }) => key !== '' && of === key)
}

/** The answers that wait for somebody to look at this question: each asking of it, and the one that led here. */
async function askingsOf(
  { store, history, now }: Parts,
  { question, answer }: Pick<ApproveForm, 'question' | 'answer'>,
): Promise<string[]> {
  await history.settled()
  const from = startOf(lastDays(MOST_DAYS, todayOf(now())).from)
  const asked = await readAskings(store, questionKey(question), from)
  return [...new Set([...asked.map(({ answerId }) => answerId), ...(answer ? [answer] : [])])]
}

/** What was asked there, which is written down as reading it; nothing where no answer is named. */
async function questionAsked(
  parts: Parts,
  { staff }: Visit,
  { conversation, answer }: Origin,
): Promise<string> {
  if (!conversation || !answer) return ''
  await parts.history.settled()
  const found = await parts.store.conversation(conversation)
  const turn = found?.turns.find((one) => one.answer.id === answer)
  if (!turn) throw new Refusal(404, 'There is no such answer.')
  await writeDown(parts, staff, 'read_conversation', { subject: conversation })
  return turn.answer.question
}

/** To where the question was found: the list, its conversation, or else the approvals. */
function wayBack(
  lang: Lang,
  { conversation, answer, days, reviewed, cursor, next, review: isOff }: ApproveForm,
) {
  const place = { days, reviewed, cursor, next }
  if (days !== undefined && answer !== undefined)
    return isOff && reviewed !== 'true'
      ? backToGroup(lang, place, 'approved')
      : backToQuestion(lang, place, answer, 'approved')
  if (conversation && answer) return backToAnswer(lang, conversation, answer, 'approved')
  return hrefIn(lang, '/staff/approvals', { done: 'approved' })
}

function originOf({ conversation, answer, days, reviewed, cursor, next }: ApproveForm): Origin {
  return { conversation, answer, days, reviewed, cursor, next }
}

function refOf(clause: string): Ref {
  const [documentId = '', clauseId = ''] = clause.split('#')
  return { documentId, clauseId }
}
