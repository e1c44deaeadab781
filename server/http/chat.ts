/**
 * POST /api/chat: one question in, one Answer out, as JSON or as a stream of server-sent events.
 *
 * A stream ends with exactly one `answer` or `error`, and nothing is sent before it is verified.
 */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Answer } from '../../corpus/types.ts'
import type { Door, Parts } from '../app.ts'
import { answerQuestion, type Hearing } from './answer-question.ts'
import { errorBody, INTERNAL, logRequestFault, Refusal } from './errors.ts'
import type { Metrics } from './metrics.ts'
import { readChat, requireDocument } from './read.ts'
import { refusalsOf } from './route.ts'
import { schemaRef } from './schemas.ts'

const MAX_BODY = 256 * 1024
const HEARTBEAT_MS = 10_000
/** A reader that takes nothing for so long is gone, whatever its socket says. */
const STREAM_DEADLINE_MS = 120_000

const chatRoute = createRoute({
  method: 'post',
  path: '/api/chat',
  tags: ['Chat'],
  summary: 'Ask a question',
  description:
    'Answers from the documents, each statement with the clauses that prove it. With Accept: text/event-stream ' +
    'the events are status, statement, and at the end one answer or error.',
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
    ...refusalsOf([400, 404, 413, 415, 422]),
  },
})

/** Mounts the route. */
export function mountChat(app: OpenAPIHono<Door>, parts: Parts, metrics: Metrics): void {
  app.openAPIRegistry.registerPath(chatRoute)
  const limit = bodyLimit({
    maxSize: MAX_BODY,
    onError: (c) => c.json(errorBody(413, 'The body is over 256 kB. Send less of the history.'), 413),
  })
  app.post('/api/chat', async (c) => {
    const refused = await limit(c, () => receiveWhole(c)).catch(() => {
      throw new Refusal(400, 'The body broke off before its end. Send it again.')
    })
    if (refused) return refused
    const ask = await readChat(c)
    requireDocument(parts.library, ask.documentId)
    if (wantsStream(c))
      return streamAnswer(c, parts, (hearing) => answerQuestion(c, parts, metrics, ask, hearing))
    c.header('Cache-Control', 'no-store')
    return c.json(await answerQuestion(c, parts, metrics, ask))
  })
}

async function receiveWhole(c: Context): Promise<void> {
  await c.req.arrayBuffer()
}

function wantsStream(c: Context): boolean {
  return /text\/event-stream(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/i.test(c.req.header('accept') ?? '')
}

function streamAnswer(c: Context, parts: Parts, respond: (hearing: Hearing) => Promise<Answer>): Response {
  const response = streamSSE(c, async (stream) => {
    const left = new AbortController()
    stream.onAbort(() => left.abort())
    const heartbeat = setInterval(() => stream.write(': still here\n\n'), HEARTBEAT_MS)
    const deadline = setTimeout(() => stream.abort(), STREAM_DEADLINE_MS)
    let told = 0
    let sent: Promise<void> = Promise.resolve()
    try {
      await send(stream, 'status', { stage: 'understanding' })
      await send(stream, 'status', { stage: 'searching' })
      const given = await respond({
        signal: AbortSignal.any([left.signal, c.req.raw.signal]),
        tell(statement) {
          told++
          sent = sent.then(() => send(stream, 'statement', statement))
        },
      })
      await sent
      await sendAnswer(stream, given, told)
    } catch (error) {
      logRequestFault(parts.log, error, c)
      await send(stream, 'error', INTERNAL)
    } finally {
      clearInterval(heartbeat)
      clearTimeout(deadline)
    }
  })
  response.headers.set('Cache-Control', 'no-store, no-transform')
  response.headers.set('X-Accel-Buffering', 'no')
  return response
}

/** The statements that were not told yet, then the whole. */
async function sendAnswer(stream: SSEStreamingApi, given: Answer, told: number): Promise<void> {
  for (const { text, citations } of given.statements.slice(told)) {
    const cited = given.citations.filter(({ n }) => citations.includes(n))
    await send(stream, 'statement', { text, citations: cited })
  }
  await send(stream, 'answer', given)
}

async function send(stream: SSEStreamingApi, event: string, data: object): Promise<void> {
  await stream.writeSSE({ event, data: JSON.stringify(data) })
}
