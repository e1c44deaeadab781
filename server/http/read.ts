/**
 * Reads what a request brings: body, query and free text, each refused with a sentence on how to mend it.
 */
import type { Context } from 'hono'
import { z } from 'zod'
import type { Library } from '../../corpus/library.ts'
import { ChatRequest } from '../../corpus/types.ts'
import { Refusal } from './errors.ts'

/** What people cannot see but machines read: controls, zero-width, bidi, tag and variation characters. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}]|\p{Variation_Selector}/gu

const MAX_ISSUES = 3
const MAX_MESSAGE = 300

/** Well-formed text without invisible characters, trimmed. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, '').trim()
}

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

/** The body of POST /api/chat. */
export async function readChat(c: Context): Promise<ChatRequest> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type))
    throw new Refusal(415, 'Send the body as UTF-8 JSON with the header Content-Type: application/json.')
  if (!['', 'identity'].includes(c.req.header('content-encoding') ?? ''))
    throw new Refusal(415, 'Send the body uncompressed, without a Content-Encoding header.')
  return validated(ReceivedChat, parseJson(await c.req.arrayBuffer()))
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

function parseJson(bytes: ArrayBuffer): unknown {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal(400, 'The body is not valid UTF-8.')
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(
      400,
      'The body is not valid JSON. Send an object such as {"question": "谁负责消防安全"}.',
    )
  }
}

function validated<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const said = parsed.error.issues.slice(0, MAX_ISSUES).map(sentenceOf)
  throw new Refusal(422, [...new Set(said)].join(' ').slice(0, MAX_MESSAGE))
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const field = issue.path.join('.') || 'The input'
  if (issue.code === 'unrecognized_keys')
    return `Leave out what is not known here: ${issue.keys.map((key) => key.slice(0, 40).toWellFormed()).join(', ')}.`
  if (issue.code === 'too_small' && issue.origin === 'string') return `${field} must not be empty.`
  if (issue.code === 'too_big' && issue.origin === 'string')
    return `${field} may have at most ${issue.maximum} characters.`
  return `${field}: ${issue.message}.`
}
