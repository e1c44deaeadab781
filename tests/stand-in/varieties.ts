/**
 * Faults that harm nobody: what OpenAI-compatible servers do differently. A good client still uses the answer.
 */
import { asksForJson, type ChatBody, type Reply, toolOffered } from './chat.ts'
import { callsOf, chunking, type Fault, refusing, saying, sensibleCall, writing } from './fault.ts'
import {
  bytes,
  chunksOf,
  completionOf,
  DONE,
  event,
  eventsOf,
  type Fields,
  plain,
  type Response,
  respond,
  stream,
  usageOf,
  writeChunk,
  writeCompletion,
} from './wire.ts'

/** What a model that reasons must never show; in the form of a statement, so that it shows if it is read as one. */
export const THOUGHT = '这是内部思考，不应当显示给任何人。'

const FIRST_TOKEN_MS = 2_500
const FIRST_OF_TWO_BYTES = 0xc0
const LINE_FEED = bytes('\n')
const EXTRA: Fields = {
  system_fingerprint: 'fp_stand_in',
  service_tier: 'default',
  obfuscation: 'aGVsbG8',
  x_vendor: { queue_ms: 3, nodes: ['a', 'b'] },
}

export const VARIETIES = {
  'split-utf8': harmless(writing('writes that end within a character', splitCharacters)),
  crlf: harmless(
    whenStreaming(
      writing('lines end with CR LF, and CR and LF come in two writes', (write) => {
        const text = Buffer.from(write).toString().replaceAll('\n', '\r\n')
        return [bytes(text.slice(0, -1)), LINE_FEED]
      }),
    ),
  ),
  comments: harmless(
    whenStreaming(
      writing('comments, event names and ids between the events', (write) => [
        bytes(': ping\n\n'),
        bytes('event: message\nid: 1\n'),
        write,
      ]),
    ),
  ),
  bom: harmless(before('a byte order mark first', '\uFEFF')),
  'one-byte': harmless(
    writing('one byte a write', (write) => Array.from(write, (byte) => Uint8Array.of(byte))),
  ),
  'no-done': harmless(
    whenStreaming(
      writing('the stream ends without [DONE]', (write) =>
        Buffer.from(write).toString() === DONE ? [] : [write],
      ),
    ),
  ),
  'usage-last': harmless(
    chunking('a last chunk of usage without choices, asked for or not', (chunks, { body, reply }) =>
      chunks.some(({ usage }) => usage) ? chunks : [...chunks, { usage: usageOf(reply(), body) ?? {} }],
    ),
  ),
  'no-usage': harmless(saying('no usage, asked for or not', ({ reply }) => ({ ...reply(), usage: false }))),
  'slow-first-token': harmless({
    description: 'the headers, and the first word 2.5 s later',
    respond: ({ body, reply }) => {
      const whole = respond(reply(), body)
      return { ...whole, steps: ['headers', { wait: FIRST_TOKEN_MS }, ...whole.steps] }
    },
  }),
  'double-finish': harmless(
    chunking('the finish_reason comes twice', (chunks) =>
      chunks.flatMap((chunk) => (chunk.finish ? [chunk, chunk] : [chunk])),
    ),
  ),
  'extra-fields': harmless({
    description: 'fields that nobody knows',
    respond: ({ body, reply }) => withExtras(reply(), body),
  }),
  reasoning: harmless(
    saying('thinks first: reasoning_content, and <think> at the start of the content', ({ reply }) => {
      const { text = '', ...rest } = reply()
      return { ...rest, reasoning: THOUGHT, text: `<think>\n${THOUGHT} [1]\n</think>\n\n${text}` }
    }),
  ),
  'no-role-chunk': harmless(
    chunking('no chunk that names the role', (chunks) => chunks.filter(({ delta }) => !delta?.role)),
  ),
  'whole-at-once': harmless({
    description: 'the whole content in one delta',
    respond: ({ body, reply }) =>
      body.stream
        ? stream(eventsOf(chunksOf(reply(), body, Number.POSITIVE_INFINITY), body))
        : respond(reply(), body),
  }),
  'status-503-once': harmless(once('status 503 the first time', () => refusing(503, 'Loading the model'))),
  'status-429-once': harmless(
    once('status 429 the first time, Retry-After 1 s', () =>
      refusing(429, 'Slow down', { 'Retry-After': '1' }),
    ),
  ),
  'cut-once': harmless(
    once('the connection is cut the first time, before a word', () => ({
      ...plain(200, '', 'text/plain'),
      steps: ['cut'],
    })),
  ),
  'bad-arguments-once': harmless(
    saying('first calls a tool, if any is offered, with arguments that are not JSON', (asked) =>
      mayCallFirst(asked) ? callsOf(asked.body, '{"clause": ') : asked.reply(),
    ),
  ),
  'no-response-format': harmless(lacking('response_format')),
  'no-stream-options': harmless(lacking('stream_options')),
  fenced: harmless(
    saying('JSON, where it is asked for, comes in a ```json fence', ({ body, reply }) => {
      const { text, ...rest } = reply()
      return text && asksForJson(body) ? { ...rest, text: `\`\`\`json\n${text}\n\`\`\`` } : { ...rest, text }
    }),
  ),
  'missing-call-id': harmless(
    saying('first calls a tool, if any is offered; calls have no id', (asked) => {
      const { toolCalls, ...rest } = mayCallFirst(asked) ? sensibleCall(asked.body) : asked.reply()
      return toolCalls ? { ...rest, toolCalls: toolCalls.map((call) => ({ ...call, id: '' })) } : rest
    }),
  ),
} satisfies Record<string, Fault>

function harmless(fault: Fault): Fault & { harmless: true } {
  return { ...fault, harmless: true }
}

function whenStreaming({ description, respond: streamed }: Fault): Fault {
  return {
    description,
    respond: (asked) => (asked.body.stream ? streamed(asked) : respond(asked.reply(), asked.body)),
  }
}

/** Cuts behind the first byte of each character of several bytes. */
function splitCharacters(write: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = []
  let from = 0
  write.forEach((byte, i) => {
    if (byte < FIRST_OF_TWO_BYTES) return
    parts.push(write.subarray(from, i + 1))
    from = i + 1
  })
  return [...parts, write.subarray(from)]
}

function before(description: string, opening: string): Fault {
  return {
    description,
    respond: ({ body, reply }) => {
      const whole = respond(reply(), body)
      return { ...whole, steps: [bytes(opening), ...whole.steps] }
    },
  }
}

function once(description: string, first: () => Response): Fault {
  return {
    description,
    respond: ({ body, number, reply }) => (number === 1 ? first() : respond(reply(), body)),
  }
}

function lacking(field: 'response_format' | 'stream_options'): Fault {
  return {
    description: `status 400 for a request with ${field}`,
    respond: ({ body, reply }) =>
      body[field] ? refusing(400, `Unrecognized request argument: ${field}`) : respond(reply(), body),
  }
}

function withExtras(reply: Reply, body: ChatBody): Response {
  if (!body.stream) {
    const completion = { ...writeCompletion(completionOf(reply, body), body), ...EXTRA }
    return plain(200, JSON.stringify(completion), 'application/json')
  }
  const chunks = chunksOf(reply, body).map(({ delta, ...rest }) => ({
    ...rest,
    ...(delta ? { delta: { ...delta, annotations: [], x_logits: null } } : {}),
  }))
  return stream([...chunks.map((chunk) => event({ ...writeChunk(chunk, body), ...EXTRA })), bytes(DONE)])
}

/** A client that offers no tools could do nothing with a call. */
function mayCallFirst({ body, number }: { body: ChatBody; number: number }): boolean {
  return number === 1 && toolOffered(body) !== undefined
}
