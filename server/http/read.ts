/**
 * Reads what a request brings: body, query and free text, each refused with a sentence on how to mend it.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { cleanText } from '../../corpus/clean-text.ts'
import type { Library } from '../../corpus/library.ts'
import { ChatRequest } from '../../corpus/types.ts'
import { sayIssues } from '../../tools/tool.ts'
import { errorBody, Refusal } from './errors.ts'

const MAX_BODY = 256 * 1024
/** Deeper than anything that these doors take; what walks through values later may do so by recursion. */
const MAX_DEPTH = 32

const ONE_QUERY = z.string().transform(cleanText).pipe(z.string().min(1).max(500))

/** Free text of a query string: 1–500 characters once it is cleaned. */
export function queryText(): typeof ONE_QUERY {
  return ONE_QUERY
}

/** `ChatRequest` as it arrives: texts are cleaned before they are measured. */
const ReceivedChat = ChatRequest.extend({
  question: z.string().transform(cleanText).pipe(ChatRequest.shape.question),
  history: z
    .array(
      z.strictObject({
        role: z.enum(['user', 'assistant']),
        content: z.string().max(4000).transform(cleanText),
      }),
    )
    .max(40)
    .optional(),
})

/** The limit for bodies; `advice` is how to send less. */
export function limitBody(advice: string): MiddlewareHandler {
  return bodyLimit({
    maxSize: MAX_BODY,
    onError(c) {
      closeAfter(c)
      return c.json(errorBody(413, `The body is over 256 kB. ${advice}`), 413)
    },
  })
}

/** Ends the connection with this response: Node would promise to keep it, and cut off the next request on it for the body left unread. */
export function closeAfter(c: Context): void {
  c.header('Connection', 'close')
}

/** Receives the body within its limit; the refusal of a larger one. One that breaks off is the caller's mistake. */
export async function receiveWhole(c: Context, limit: MiddlewareHandler): Promise<Response | undefined> {
  const refused = await limit(c, async () => {
    await c.req.arrayBuffer()
  }).catch(() => {
    throw new Refusal(400, 'The body broke off before its end. Send it again.')
  })
  return refused ?? undefined
}

/** The body of POST /api/chat. */
export function readChat(c: Context): Promise<ChatRequest> {
  return readBody(c, ReceivedChat)
}

/** The JSON body by `schema`. */
export async function readBody<T extends z.ZodType>(c: Context, schema: T): Promise<z.infer<T>> {
  const wrong = wrongMediaType(c)
  if (wrong) throw new Refusal(415, wrong)
  return validated(schema, parseJson(await c.req.arrayBuffer()))
}

const Part = z.looseObject({ text: z.string().nullish() })
const CompletionRequest = z.looseObject({
  messages: z
    .array(
      z.looseObject({
        role: z.enum(['system', 'developer', 'user', 'assistant', 'tool', 'function']),
        content: z.union([z.string(), z.array(Part)]).nullish(),
      }),
    )
    .min(1)
    .max(500),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
})

const MAX_TURNS = 40
const MAX_TURN = 4000

/** The body of POST /v1/chat/completions as a question with its conversation; what else clients send is let be. */
export async function readCompletion(
  c: Context,
): Promise<{ ask: ChatRequest; stream: boolean; includeUsage: boolean }> {
  const { messages, stream, stream_options } = await readBody(c, CompletionRequest)
  const turns = messages.flatMap(({ role, content }) =>
    role === 'user' || role === 'assistant' ? [{ role, content: textOf(content) }] : [],
  )
  const at = turns.findLastIndex(({ role }) => role === 'user')
  if (at < 0) throw new Refusal(422, 'messages has no message of the user. The last of them is the question.')
  const history = turns
    .slice(0, at)
    .slice(-MAX_TURNS)
    .map(({ role, content }) => ({ role, content: content.slice(0, MAX_TURN).toWellFormed() }))
  return {
    ask: validated(ReceivedChat, { question: turns[at]?.content ?? '', history }),
    stream: stream ?? false,
    includeUsage: stream_options?.include_usage ?? false,
  }
}

/** The text of a message; pictures and sounds say nothing to us. */
function textOf(content: z.infer<typeof CompletionRequest>['messages'][number]['content']): string {
  if (typeof content === 'string') return content
  return (content ?? []).flatMap(({ text }) => text ?? []).join('\n')
}

/** What is wrong with how a body is sent, as a sentence on how to mend it; nothing for plain UTF-8 JSON. */
export function wrongMediaType(c: Context): string | undefined {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type))
    return 'Send the body as UTF-8 JSON with the header Content-Type: application/json.'
  if (!['', 'identity'].includes(c.req.header('content-encoding') ?? ''))
    return 'Send the body uncompressed, without a Content-Encoding header.'
  return undefined
}

/** The query string by `schema`; a parameter that is repeated counts once. */
export function readQuery<T extends z.ZodType>(c: Context, schema: T): z.infer<T> {
  return validated(schema, c.req.query())
}

/** Refuses a `documentId` that is not on the shelves. */
export function requireDocument(library: Library, documentId: string | undefined): void {
  if (documentId === undefined || library.document(documentId)) return
  throw new Refusal(404, 'There is no document with this id. GET /api/documents lists them.')
}

/** The bytes as JSON: UTF-8 and no deeper than our readers go. */
export function parseJson(bytes: ArrayBuffer): unknown {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal(400, 'The body is not valid UTF-8.')
  }
  if (depthOf(text) > MAX_DEPTH)
    throw new Refusal(400, `The body is nested too deeply. Send at most ${MAX_DEPTH} levels.`)
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 'The body is not valid JSON. /docs shows what this address takes.')
  }
}

/** How deep lists and objects stand in each other. By hand, since a pattern would go over a broken text again and again. */
function depthOf(json: string): number {
  let depth = 0
  let deepest = 0
  let isText = false
  for (let at = 0; at < json.length; at++) {
    const sign = json[at]
    if (isText && sign === '\\') at++
    else if (sign === '"') isText = !isText
    else if (isText) continue
    else if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++depth)
    else if (sign === ']' || sign === '}') depth--
  }
  return deepest
}

function validated<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  // It names fields, which may be anybody's words.
  throw new Refusal(422, cleanText(sayIssues(parsed.error)))
}
