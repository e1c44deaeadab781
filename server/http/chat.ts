/**
 * POST /api/chat: one question in, one Answer out, as JSON or as a stream of server-sent events.
 *
 * A stream ends with exactly one `answer` or `error`, and nothing is sent before it is verified.
 */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { SSEStreamingApi } from 'hono/streaming'
import { staffOf } from '../access/caller.ts'
import type { Door, Parts } from '../app.ts'
import { answerQuestion, type Hearing } from './answer-question.ts'
import { type Events, streamAnswer } from './answer-stream.ts'
import { conversationFor, recall } from './conversation.ts'
import { INTERNAL } from './errors.ts'
import type { Metrics } from './metrics.ts'
import { limitBody, readChat, receiveWhole, requireDocument } from './read.ts'
import { refusalsOf } from './route.ts'
import { schemaRef } from './schemas.ts'

const chatRoute = createRoute({
  method: 'post',
  path: '/api/chat',
  tags: ['Chat'],
  summary: 'Ask a question',
  description:
    'Answers from the documents, each statement with the clauses that prove it. With Accept: text/event-stream ' +
    'the events are status, statement, and at the end one answer or error. The first answer of a conversation has ' +
    'conversationId and, this once, conversationSecret; to go on with it, send the id in the body and the secret in ' +
    'the header x-conversation-secret. Without history, what was asked in it before is remembered. Without the ' +
    'right secret a new conversation begins.',
  request: {
    body: { required: true, content: { 'application/json': { schema: schemaRef('ChatRequest') } } },
  },
  responses: {
    200: {
      description: 'The answer',
      content: {
        'application/json': { schema: schemaRef('Answer') },
        'text/event-stream': { schema: { type: 'string' } },
      },
    },
    ...refusalsOf([400, 403, 404, 413, 415, 422, 429]),
  },
})

/** Mounts the route. */
export function mountChat(app: OpenAPIHono<Door>, parts: Parts, metrics: Metrics): void {
  app.openAPIRegistry.registerPath(chatRoute)
  const limit = limitBody('Send less of the history.')
  app.post('/api/chat', async (c) => {
    const refused = await receiveWhole(c, limit)
    if (refused) return refused
    const ask = await readChat(c)
    requireDocument(parts.library, ask.documentId)
    // Before a stream begins: it may renew their cookie.
    await staffOf(c, parts)
    const conversation = await conversationFor(c, parts, ask.conversationId)
    const goesOn = ask.history === undefined && conversation.secret === undefined
    const asked = goesOn ? { ...ask, history: await recall(parts, conversation.id) } : ask
    const respond = (hearing?: Hearing) =>
      answerQuestion(c, parts, metrics, asked, { entrance: 'chat', conversation }, hearing)
    if (wantsStream(c)) return streamAnswer(c, parts, respond, EVENTS)
    c.header('Cache-Control', 'no-store')
    return c.json(await respond())
  })
}

function wantsStream(c: Context): boolean {
  return /text\/event-stream(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/i.test(c.req.header('accept') ?? '')
}

const EVENTS: Events = {
  async begin(stream) {
    await send(stream, 'status', { stage: 'understanding' })
    await send(stream, 'status', { stage: 'searching' })
  },
  statement: (stream, told) => send(stream, 'statement', told),
  end: (stream, given) => send(stream, 'answer', given),
  fault: (stream) => send(stream, 'error', INTERNAL),
}

async function send(stream: SSEStreamingApi, event: string, data: object): Promise<void> {
  await stream.writeSSE({ event, data: JSON.stringify(data) })
}
