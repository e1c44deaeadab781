/**
 * POST /v1/chat/completions and GET /v1/models: the assistant as an OpenAI-compatible model, for clients that speak to one.
 *
 * Law: the last message of the user is the question and those before it the conversation; a system message gives us no orders.
 */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { SSEStreamingApi } from 'hono/streaming'
import type { Answer, Citation } from '../../corpus/types.ts'
import type { Door, Parts } from '../app.ts'
import { answerQuestion, type Hearing } from './answer-question.ts'
import { type Events, streamAnswer } from './answer-stream.ts'
import { errorBody, INTERNAL } from './errors.ts'
import type { Metrics } from './metrics.ts'
import { limitBody, readCompletion, receiveWhole } from './read.ts'
import { refusalsOf } from './route.ts'

/** The one model that we are. */
const MODEL = 'policy-assistant'
const OWNER = 'policy-chat'

const completionsRoute = createRoute({
  method: 'post',
  path: '/v1/chat/completions',
  tags: ['Chat'],
  summary: 'Ask as an OpenAI-compatible model',
  description:
    'The last user message is the question. Answers as a chat completion, streaming or not: statements with their ' +
    'marks, then the notices and the citations as footnotes; the citations also stand in the message.',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: { type: 'object', required: ['messages'] } } },
    },
  },
  responses: {
    200: {
      description: 'The completion',
      content: {
        'application/json': { schema: { type: 'object' } },
        'text/event-stream': { schema: { type: 'string' } },
      },
    },
    ...refusalsOf([400, 401, 413, 415, 422, 429]),
  },
})

const modelsRoute = createRoute({
  method: 'get',
  path: '/v1/models',
  tags: ['Chat'],
  summary: 'The models that we are',
  responses: {
    200: { description: 'One', content: { 'application/json': { schema: { type: 'object' } } } },
  },
})

/** Mounts the routes. */
export function mountCompletions(app: OpenAPIHono<Door>, parts: Parts, metrics: Metrics): void {
  app.openAPIRegistry.registerPath(completionsRoute)
  app.openAPIRegistry.registerPath(modelsRoute)
  const createdAt = secondsOf(parts)
  const model = { id: MODEL, object: 'model', created: createdAt, owned_by: OWNER }
  app.get('/v1/models', (c) => c.json({ object: 'list', data: [model] }))
  app.get('/v1/models/:id', (c) => {
    if (c.req.param('id') === MODEL) return c.json(model)
    return c.json(
      errorBody(404, `There is no such model. GET /v1/models names the one there is: ${MODEL}.`),
      404,
    )
  })
  const limit = limitBody('Send fewer messages.')
  app.post('/v1/chat/completions', async (c) => {
    const refused = await receiveWhole(c, limit)
    if (refused) return refused
    const { ask, stream, includeUsage } = await readCompletion(c)
    const asked: Asked = { id: `chatcmpl-${parts.newId()}`, created: secondsOf(parts), usage: NOTHING_USED }
    const respond = (hearing: Hearing) =>
      answerQuestion(
        c,
        parts,
        metrics,
        ask,
        { entrance: 'completions' },
        {
          ...hearing,
          report: ({ input = 0, output = 0 }) => {
            asked.usage = { prompt_tokens: input, completion_tokens: output, total_tokens: input + output }
          },
        },
      )
    if (stream) return streamAnswer(c, parts, respond, eventsOf(asked, includeUsage))
    c.header('Cache-Control', 'no-store')
    return c.json(completionOf(await respond({ signal: c.req.raw.signal }), asked))
  })
}

interface Asked {
  id: string
  /** Seconds since 1970. */
  created: number
  /** Tokens of the model that was asked in turn; none where the answer is embedded. */
  usage: { prompt_tokens: number; completion_tokens: number; total_tokens: number }
}

const NOTHING_USED = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 }

function secondsOf({ now }: Parts): number {
  return Math.floor(now().getTime() / 1000)
}

function completionOf(given: Answer, { id, created, usage }: Asked): object {
  return {
    id,
    object: 'chat.completion',
    created,
    model: MODEL,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: `${given.answer}\n\n${footOf(given)}`,
          refusal: null,
          citations: given.citations,
        },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage,
  }
}

/** What stands below the statements: notices, the citations as footnotes, the label. */
function footOf({ notices, citations, aiLabel }: Answer): string {
  return [notices.map(({ text }) => `! ${text}`), citations.map(footnoteOf), [aiLabel]]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function footnoteOf({ n, label, path, quote, url }: Citation): string {
  const title = path.at(-1)
  return `[${n}] ${label}${title ? ` ${title}` : ''}: 「${quote.replace(/\s*\n\s*/g, ' ')}」 ${url}`
}

function marked(text: string, numbers: number[]): string {
  return text + numbers.map((n) => `[${n}]`).join('')
}

function eventsOf(asked: Asked, includeUsage: boolean): Events {
  return {
    begin: (stream) => sendChunk(stream, asked, { role: 'assistant', content: '' }),
    statement(stream, { text, citations }, index) {
      const content = marked(
        text,
        citations.map(({ n }) => n),
      )
      return sendChunk(stream, asked, { content: index === 0 ? content : `\n${content}` })
    },
    async end(stream, given) {
      await sendChunk(stream, asked, { content: `\n\n${footOf(given)}`, citations: given.citations })
      await sendChunk(stream, asked, {}, 'stop')
      if (includeUsage) await sendData(stream, { ...chunkOf(asked), choices: [], usage: asked.usage })
      await stream.writeSSE({ data: '[DONE]' })
    },
    fault: (stream) => sendData(stream, { error: INTERNAL }),
  }
}

function chunkOf({ id, created }: Asked) {
  return { id, object: 'chat.completion.chunk', created, model: MODEL }
}

function sendChunk(
  stream: SSEStreamingApi,
  asked: Asked,
  delta: { role?: 'assistant'; content?: string; citations?: Citation[] },
  finish: 'stop' | null = null,
): Promise<void> {
  return sendData(stream, {
    ...chunkOf(asked),
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
  })
}

async function sendData(stream: SSEStreamingApi, data: object): Promise<void> {
  await stream.writeSSE({ data: JSON.stringify(data) })
}
