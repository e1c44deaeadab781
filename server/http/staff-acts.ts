/**
 * What editors do over the API: approve a clause for a question, withdraw that, mark answers as reviewed.
 */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { cleanText } from '../../corpus/clean-text.ts'
import { requireStaff } from '../access/require.ts'
import type { Door, Parts } from '../app.ts'
import { approve, listApprovals, type NotApproved, review, unreview, withdraw } from '../staff/acts.ts'
import { Refusal } from './errors.ts'
import { limitBody, readBody, receiveWhole } from './read.ts'
import { mountGet, refusalsOf } from './route.ts'
import { schemaRef } from './schemas.ts'
import { signedIn } from './signed-in.ts'
import { ApprovalRequest, ReviewRequest } from './staff-schemas.ts'

const REASONS: Record<NotApproved, [404 | 422, string]> = {
  no_clause: [
    404,
    'There is no such clause. GET /api/search finds clauses, each with its documentId and clauseId.',
  ],
  no_question: [422, 'question asks nothing. Send the question as people put it.'],
  other_clause: [
    422,
    'question names another clause by its number. Send that clause, or a question without it.',
  ],
}

/** `ApprovalRequest` as it arrives: the question is cleaned before it is measured. */
const ReceivedApproval = ApprovalRequest.extend({
  question: z.string().transform(cleanText).pipe(ApprovalRequest.shape.question),
})

const Params = z.object({ id: z.string() })

const approveRoute = createRoute({
  method: 'post',
  path: '/api/staff/approvals',
  tags: ['Staff'],
  summary:
    'Let a clause answer a question first, for as long as its text stays as it is; for the role editor',
  request: { body: bodyOf('ApprovalRequest') },
  responses: {
    201: {
      description: 'Approved, in place of an earlier approval of the same question',
      content: { 'application/json': { schema: schemaRef('ApprovalResponse') } },
    },
    ...refusalsOf([400, 401, 403, 404, 413, 415, 422, 503]),
  },
})

const withdrawRoute = createRoute({
  method: 'delete',
  path: '/api/staff/approvals/{id}',
  tags: ['Staff'],
  summary: 'Withdraw an approval; for the role editor',
  request: { params: Params },
  responses: { 204: { description: 'Withdrawn' }, ...refusalsOf([401, 403, 404, 503]) },
})

const reviewRoute = createRoute({
  method: 'post',
  path: '/api/staff/reviews',
  tags: ['Staff'],
  summary: 'Mark answers as reviewed, or with reviewed: false take the mark off; for the role editor',
  request: { body: bodyOf('ReviewRequest') },
  responses: {
    200: {
      description: 'How many of them were found',
      content: { 'application/json': { schema: schemaRef('ReviewResponse') } },
    },
    ...refusalsOf([400, 401, 403, 413, 415, 422, 503]),
  },
})

/** Mounts the routes. */
export function mountStaffActs(app: OpenAPIHono<Door>, parts: Parts): void {
  const limit = limitBody('Send less.')
  for (const route of [approveRoute, withdrawRoute, reviewRoute]) app.openAPIRegistry.registerPath(route)

  mountGet(
    app,
    {
      path: '/api/staff/approvals',
      tag: 'Staff',
      summary: 'Which clause answers which question first, newest first; whether in force, and if not, why',
      query: z.strictObject({}),
      answers: 'ApprovalsResponse',
      refusals: [401, 503],
      guards: [requireStaff(parts)],
    },
    async () => ({ approvals: await listApprovals(parts) }),
  )
  app.post('/api/staff/approvals', requireStaff(parts, 'editor'), async (c) => {
    const refused = await receiveWhole(c, limit)
    if (refused) return refused
    const pair = await readBody(c, ReceivedApproval)
    const approval = await approve(parts, await signedIn(c, parts), pair)
    if (typeof approval === 'string') throw new Refusal(...REASONS[approval])
    return c.json({ approval: { ...approval, inForce: true } }, 201)
  })
  app.delete('/api/staff/approvals/:id', requireStaff(parts, 'editor'), async (c) => {
    const isGone = await withdraw(parts, await signedIn(c, parts), c.req.param('id'))
    if (!isGone) throw new Refusal(404, 'There is no such approval. GET /api/staff/approvals lists them.')
    return c.body(null, 204)
  })
  app.post('/api/staff/reviews', requireStaff(parts, 'editor'), async (c) => {
    const refused = await receiveWhole(c, limit)
    if (refused) return refused
    const { answerIds, reviewed } = await readBody(c, ReviewRequest)
    const mark = reviewed ? review : unreview
    return c.json({ reviewed: await mark(parts, await signedIn(c, parts), answerIds) })
  })
}

function bodyOf(name: Parameters<typeof schemaRef>[0]) {
  return { required: true, content: { 'application/json': { schema: schemaRef(name) } } }
}
