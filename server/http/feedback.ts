/**
 * POST /api/feedback: what a reader thinks of an answer.
 *
 * Law: a comment is kept without personal numbers and never logged, and what could not be kept is not said to be.
 */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { cleanText } from '../../corpus/clean-text.ts'
import { clean } from '../answer/clean.ts'
import type { Door, Parts } from '../app.ts'
import { Feedback } from '../store/store.ts'
import type { Metrics } from './metrics.ts'
import { limitBody, readBody, receiveWhole } from './read.ts'
import { refusalsOf } from './route.ts'
import { FeedbackRequest, schemaRef } from './schemas.ts'

const feedbackRoute = createRoute({
  method: 'post',
  path: '/api/feedback',
  tags: ['Chat'],
  summary: 'Say what an answer was worth',
  request: {
    body: { required: true, content: { 'application/json': { schema: schemaRef('FeedbackRequest') } } },
  },
  responses: {
    201: {
      description: 'Kept',
      content: { 'application/json': { schema: schemaRef('FeedbackResponse') } },
    },
    ...refusalsOf([400, 403, 413, 415, 422, 429, 503]),
  },
})

/** `FeedbackRequest` as it arrives: the comment is cleaned before it is measured. */
const ReceivedFeedback = FeedbackRequest.extend({
  comment: z.string().transform(cleanText).pipe(Feedback.shape.comment.unwrap()).optional(),
})

/** Mounts the route. */
export function mountFeedback(app: OpenAPIHono<Door>, parts: Parts, metrics: Metrics): void {
  app.openAPIRegistry.registerPath(feedbackRoute)
  const limit = limitBody('Shorten the comment.')
  app.post('/api/feedback', async (c) => {
    const refused = await receiveWhole(c, limit)
    if (refused) return refused
    const { answerId, rating, comment } = await readBody(c, ReceivedFeedback)
    // Redacted as a question is, on one line: a number stays one across tabs and line breaks.
    const redacted = comment && clean(comment).question
    const feedback = {
      id: parts.newId(),
      answerId,
      rating,
      ...(redacted ? { comment: redacted } : {}),
      receivedAt: parts.now().toISOString(),
    }
    await parts.store.addFeedback(feedback)
    metrics.countFeedback(rating)
    return c.json({ answerId, rating }, 201)
  })
}
