/**
 * Faults of the way: refusals, silence, and answers that break off or make no sense. None may reach a reader.
 */
import { CANARY, deltasOf, errorOf, type Fault, halfway, refusing, written } from './fault.ts'
import {
  bytes,
  bytesOf,
  chunksOf,
  completionOf,
  DONE,
  event,
  eventsOf,
  json,
  plain,
  type Response,
  respond,
  type Step,
  stream,
} from './wire.ts'

const DRIP_MS = 3_000
const GARBAGE_BYTES = 4_096
const BLOCK_BYTES = 65_536
/** Fast enough to fill a memory, slow enough to leave the machine to the tests. */
const BLOCK_MS = 10

export const FAILURES = {
  'status-400': failing(400),
  'status-401': failing(401),
  'status-404': failing(404),
  'status-429': failing(429, 1),
  'status-429-long': failing(429, 3_600),
  'status-500': failing(500),
  'status-503': failing(503),
  redirect: {
    description: '302 to /trap, which counts its visits',
    respond: () => plain(302, '', 'text/plain', { Location: '/trap' }),
  },
  'html-200': {
    description: '200 with a page of HTML',
    respond: () => plain(200, `<html><body><h1>Welcome</h1>${CANARY}</body></html>`, 'text/html'),
  },
  'empty-200': {
    description: '200 with nothing in it',
    respond: ({ body }) => plain(200, '', typeOf(body.stream)),
  },
  'json-instead-of-sse': {
    description: 'one JSON body though a stream was asked for',
    respond: ({ body, reply }) => json(completionOf(reply(), body), body),
  },
  'error-in-200': {
    description: '200 with an error as JSON',
    respond: () => errorIn200(),
  },
  'error-in-stream': {
    description: 'an error as an event after two chunks',
    respond: ({ body, reply }) => {
      if (!body.stream) return errorIn200()
      const opening = chunksOf(reply(), body).slice(0, 2).map(written(body))
      return stream([...opening, event(errorOf('The engine died', 'engine_error')), bytes(DONE)])
    },
  },
  truncated: {
    description: 'the answer ends after half of the content, without a finish_reason',
    respond: (asked) => halfway(asked),
  },
  'truncated-late': {
    description: 'all the content, but no finish_reason',
    respond: ({ body, reply }) => {
      if (!body.stream) return json({ ...completionOf(reply(), body), finish: null }, body)
      return stream(deltasOf(reply(), body).map(written(body)))
    },
  },
  'cut-connection': {
    description: 'the connection is cut after half of the content',
    respond: (asked) => halfway(asked, 'cut'),
  },
  'malformed-sse': {
    description: 'a line of broken JSON in the middle',
    respond: ({ body, reply }) => malformed(respond(reply(), body), body.stream),
  },
  'garbage-bytes': {
    description: 'bytes that are neither text nor UTF-8',
    respond: ({ body }) => ({ ...plain(200, '', typeOf(body.stream)), steps: [garbage()] }),
  },
  silence: {
    description: 'takes the request and never answers',
    respond: ({ body }) => ({ ...plain(200, '', typeOf(body.stream)), steps: ['hang'] }),
  },
  'silence-after-headers': {
    description: 'headers, and then nothing',
    respond: ({ body }) => ({ ...plain(200, '', typeOf(body.stream)), steps: ['headers', 'hang'] }),
  },
  'silence-midway': {
    description: 'half of the content, and then nothing',
    respond: (asked) => halfway(asked, 'hang'),
  },
  drip: {
    description: 'one character every 3 s',
    respond: ({ body, reply }) => {
      const whole = respond(reply(), body)
      const characters = body.stream ? eventsOf(chunksOf(reply(), body, 1), body) : byCharacter(whole)
      return {
        ...whole,
        steps: ['headers', ...characters.flatMap((step): Step[] => [step, { wait: DRIP_MS }])],
      }
    },
  },
  'endless-line': {
    description: 'bytes without end and without a line break',
    respond: ({ body }) => ({
      ...plain(200, '', typeOf(body.stream)),
      steps: endless(body.stream ? 'data: ' : '{"padding":"'),
    }),
  },
} satisfies Record<string, Fault>

function failing(status: number, retryAfter?: number): Fault {
  const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
  const waiting = retryAfter === undefined ? '' : `, Retry-After ${retryAfter} s`
  return {
    description: `status ${status}${waiting}, with an error body that no one may see`,
    respond: () => refusing(status, `The upstream says ${status}`, headers),
  }
}

function errorIn200(): Response {
  return plain(200, JSON.stringify(errorOf('The engine is overloaded', 'overloaded')), 'application/json')
}

function malformed(whole: Response, streamed: unknown): Response {
  const steps = streamed ? [...whole.steps] : byCharacter(whole)
  // A NUL is wrong wherever it falls in JSON, within a string or without.
  const broken = bytes(streamed ? 'data: {"id":"chatcmpl-stand-in","choi\n\n' : '\0')
  return { ...whole, steps: steps.toSpliced(steps.length / 2, 0, broken) }
}

function byCharacter(whole: Response): Step[] {
  return [...bytesOf(whole).toString()].map(bytes)
}

/** Each of the 256 bytes, in an order that is the same every time. */
function garbage(): Uint8Array {
  return Uint8Array.from({ length: GARBAGE_BYTES }, (_, i) => (i * 181 + 7) % 256)
}

function* endless(opening: string): Generator<Step> {
  const block = bytes('a'.repeat(BLOCK_BYTES))
  yield bytes(opening)
  while (true) {
    yield block
    yield { wait: BLOCK_MS }
  }
}

function typeOf(streamed: unknown): string {
  return streamed ? 'text/event-stream; charset=utf-8' : 'application/json'
}
