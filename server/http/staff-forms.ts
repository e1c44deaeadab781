/**
 * What the forms of the staff pages do: mark as reviewed, approve and withdraw, delete.
 *
 * Law: each form is sent to the address of a page, where a sign-in in between leads back to.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { cleanText } from '../../corpus/clean-text.ts'
import type { Hit } from '../../corpus/types.ts'
import { searchClauses } from '../../tools/search-clauses.ts'
import { questionKey } from '../answer/question-key.ts'
import type { Door, Parts } from '../app.ts'
import { approve, deleteConversation, listApprovals, review, withdraw } from '../staff/acts.ts'
import type { StandingApproval } from '../staff/standing.ts'
import { Feedback } from '../store/store.ts'
import { type ApprovePage, approvePage } from '../web/staff/approve-page.ts'
import { hrefIn, type Visit } from '../web/staff/frame.ts'
import { PERIODS } from '../web/staff/unanswered-page.ts'
import { Refusal } from './errors.ts'
import { baseUrlOf } from './origin.ts'
import { readForm } from './read-form.ts'
import { pageFor } from './staff-page.ts'

/** Of a group, as many as are ever grouped. */
const MOST_AT_ONCE = 2_000
const PROPOSED = 6
const MAX_SEARCH = 500

const line = (most: number) => z.string().transform(cleanText).pipe(z.string().max(most))

const ReviewForm = z.object({
  answerId: z.array(Feedback.shape.answerId).min(1).max(MOST_AT_ONCE),
  conversation: z.string().max(100).optional(),
  days: z.enum(PERIODS.map(String)).optional(),
  reviewed: z.enum(['true', 'false']).optional(),
})
const WithdrawForm = z.object({ withdraw: z.string().min(1).max(100) })
const ApproveForm = z.object({
  question: line(2_000).default(''),
  search: line(MAX_SEARCH).default(''),
  step: z.enum(['find', 'approve']).default('find'),
  clause: z.string().max(200).optional(),
  conversation: z.string().max(100).optional(),
  answer: Feedback.shape.answerId.optional(),
  review: z.literal('yes').optional(),
})
type ApproveForm = z.infer<typeof ApproveForm>

/** Mounts them. */
export function mountStaffForms(app: OpenAPIHono<Door>, parts: Parts): void {
  app.post(
    '/staff/unanswered',
    ...pageFor(parts, 'editor', async ({ lang, staff }, c) => {
      const { answerId, conversation, days, reviewed } = await readForm(c, ReviewForm, ['answerId'])
      await review(parts, staff, answerId)
      const back = conversation === undefined ? '/staff/unanswered' : conversationPath(conversation)
      return c.redirect(hrefIn(lang, back, { days, reviewed, done: 'reviewed' }), 303)
    }),
  )
  app.post(
    '/staff/approvals',
    ...pageFor(parts, 'editor', async ({ lang, staff }, c) => {
      const { withdraw: id } = await readForm(c, WithdrawForm)
      if (!(await withdraw(parts, staff, id))) throw new Refusal(404, 'There is no such approval.')
      return c.redirect(hrefIn(lang, '/staff/approvals', { done: 'withdrawn' }), 303)
    }),
  )
  app.post(
    '/staff/conversations/:id/delete',
    ...pageFor(parts, 'admin', async ({ lang, staff }, c) => {
      const isGone = await deleteConversation(parts, staff, c.req.param('id') ?? '')
      if (!isGone) throw new Refusal(404, 'There is no such conversation.')
      return c.redirect(hrefIn(lang, '/staff/conversations', { done: 'deleted' }), 303)
    }),
  )
  app.get(
    '/staff/approve',
    ...pageFor(parts, 'editor', async (visit, c) => {
      const { conversation, answer, approval } = c.req.query()
      const approvals = await listApprovals(parts)
      const renewed = approvals.find(({ id }) => id === approval)
      const question = renewed?.question ?? (await questionAsked(parts, conversation, answer))
      return propose(c, visit, parts, { question, conversation, answer, approvals, renewed })
    }),
  )
  app.post(
    '/staff/approve',
    ...pageFor(parts, 'editor', async (visit, c) => {
      const form = await readForm(c, ApproveForm)
      const approvals = await listApprovals(parts)
      const again = (problem?: ApprovePage['problem']) =>
        propose(c, visit, parts, { ...form, approvals, ...(problem ? { problem } : {}) })
      if (form.question === '') return again('no_question')
      if (form.step === 'find') return again()
      const problem = await approveChosen(parts, visit, form)
      if (problem) return again(problem)
      return c.redirect(hrefIn(visit.lang, '/staff/approvals', { done: 'approved' }), 303)
    }),
  )
}

/** Approves what the form says; what is wrong with it, if anything is. */
async function approveChosen(
  parts: Parts,
  { staff }: Visit,
  { question, clause, answer, review: alsoReview }: ApproveForm,
): Promise<ApprovePage['problem']> {
  if (clause === undefined) return 'no_choice'
  const [documentId = '', clauseId = ''] = clause.split('#')
  const approved = await approve(parts, staff, { question, documentId, clauseId })
  if (typeof approved === 'string') return approved
  if (answer !== undefined && alsoReview) await review(parts, staff, [answer])
  return undefined
}

interface Proposing {
  question: string
  search?: string
  conversation?: string | undefined
  answer?: string | undefined
  approvals: StandingApproval[]
  /** The approval that is to be made again. */
  renewed?: StandingApproval | undefined
  problem?: ApprovePage['problem']
}

/** The page with the clauses that fit the question, or the words that were given to find them by. */
function propose(
  c: Context<Door>,
  visit: Visit,
  parts: Parts,
  { question, search = '', conversation, answer, approvals, renewed, problem }: Proposing,
) {
  const key = questionKey(question)
  const earlier = approvals.find(({ questionKey: of }) => key !== '' && of === key)
  const query = (search || question).slice(0, MAX_SEARCH)
  const baseUrl = baseUrlOf(c, parts.publicUrl)
  const found = query === '' ? [] : searchClauses(parts.library, { query, limit: PROPOSED }, baseUrl)
  const page: ApprovePage = {
    question,
    search,
    hits: renewed ? withFirst(renewed, found, parts) : found,
    ...(conversation && answer ? { asked: { conversation, answer } } : {}),
    ...(earlier ? { earlier } : {}),
    ...(problem ? { problem } : {}),
  }
  return c.html(approvePage(visit, page, parts.library), problem ? 422 : 200)
}

/** The clause that was approved before, ahead of the others. */
function withFirst({ documentId, clauseId }: StandingApproval, found: Hit[], { library }: Parts): Hit[] {
  const isIt = (hit: Hit) => hit.documentId === documentId && hit.clauseId === clauseId
  const clause = library.clause(documentId, clauseId)
  if (!clause) return found
  const { label, title, path } = clause
  const bare = { documentId, clauseId, label, title, path, quote: '', start: 0, end: 0, score: 0, url: '' }
  return [found.find(isIt) ?? bare, ...found.filter((hit) => !isIt(hit))]
}

/** What was asked there; nothing where no answer is named. */
async function questionAsked(
  { store, history }: Parts,
  conversation?: string,
  answer?: string,
): Promise<string> {
  if (!conversation || !answer) return ''
  await history.settled()
  const found = await store.conversation(conversation)
  const turn = found?.turns.find((one) => one.answer.id === answer)
  if (!turn) throw new Refusal(404, 'There is no such answer.')
  return turn.answer.question
}

function conversationPath(id: string): string {
  return `/staff/conversations/${encodeURIComponent(id)}`
}
