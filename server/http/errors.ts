/**
 * Bad news over HTTP: `{ error: { code, message } }`, one shape for every mistake.
 *
 * A refusal tells the caller how to mend the request. A fault of ours says nothing private.
 */
import type { Context } from 'hono'
import { ToolError } from '../../tools/tool.ts'
import { type Log, logFault } from '../log.ts'
import { StoreDown } from '../store/watched.ts'

const CODES = {
  400: 'malformed',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
  415: 'unsupported_media_type',
  422: 'invalid',
  429: 'too_many_requests',
  500: 'internal',
  503: 'unavailable',
} as const

type Status = keyof typeof CODES

const OF_TOOLS = { invalid: 422, ambiguous: 422, not_found: 404, too_large: 422 } as const

/** What is said of a fault of ours, whatever it was. */
export const INTERNAL = {
  code: CODES[500],
  message: 'Something went wrong on our side. Try again; if it happens again, report the x-request-id.',
}

/** The caller's mistake; `message` says how to mend it. */
export class Refusal extends Error {
  readonly status: Status

  constructor(status: Status, message: string) {
    super(message)
    this.status = status
  }
}

/** The error as the body of a response. */
export function errorBody(status: Status, message: string) {
  return { error: { code: CODES[status], message } }
}

const STORE_DOWN =
  'What is kept here cannot be read or changed just now. Questions are answered all the same; try this again in a while.'

/** The one place where what a route throws becomes a response. */
export function answerError(log: Log) {
  return (error: Error, c: Context): Response => {
    if (error instanceof Refusal) return c.json(errorBody(error.status, error.message), error.status)
    if (error instanceof ToolError) {
      const status = OF_TOOLS[error.code]
      return c.json(errorBody(status, error.message), status)
    }
    logRequestFault(log, error, c)
    if (error instanceof StoreDown) return c.json(errorBody(503, STORE_DOWN), 503, { 'Retry-After': '5' })
    return c.json({ error: INTERNAL }, 500)
  }
}

/** Where the people who run the product find a fault again: by the id that the caller was given. */
export function logRequestFault(log: Log, error: unknown, c: Context): void {
  logFault(log, error, { requestId: c.get('requestId') })
}

/** Any path that is none of ours. */
export function answerNotFound(c: Context): Response {
  return c.json(
    errorBody(404, 'No such address. The addresses are listed at /docs and in /openapi.json.'),
    404,
  )
}

/** A known path with a method that it does not take. */
export function answerMethod(c: Context, methods: string[]): Response {
  const allow = methods.join(', ')
  return c.json(errorBody(405, `This address takes ${allow}.`), 405, { Allow: allow })
}
