/**
 * Random requests: bodies near what a door takes and far from it, bytes, queries, headers.
 */
import fc from 'fast-check'

const DOCUMENT = 'yancheng-2022-minsheng'

/** A path and how it is asked for: what fast-check shrinks and prints. */
interface RandomRequest {
  path: string
  init: { method: string; headers: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> }
}

const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  fc.string({ unit: 'grapheme', maxLength: 2100 }),
  fc.constantFrom(
    '',
    '谁负责消防安全？',
    '消防',
    '第23項',
    '2.5.23',
    '__proto__',
    '\ud800',
    '\u0000',
    '\u200b',
    '市財政局',
    '0-5',
    '140億斤',
  ),
  fc
    .array(fc.constantFrom(...'谁负责消防安全第23項市財政局多少年底以上不低於%.,，。？-—（）()[]\n '), {
      maxLength: 60,
    })
    .map((chars) => chars.join('')),
)
const anything = fc.anything({
  maxDepth: 4,
  withNullPrototype: false,
  key: fc.oneof(text, fc.constantFrom('__proto__', 'constructor', 'question')),
})
const odd = (near: fc.Arbitrary<unknown>) => fc.oneof({ weight: 6, arbitrary: near }, anything)

/** An object with most of these fields, some of them odd, and now and then one more. */
function near(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> {
  const shaped = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, odd(field)]))
  const whole = fc.record(fields)
  const part = fc.record(shaped, { requiredKeys: [] })
  const more = fc
    .tuple(part, fc.dictionary(text, anything, { maxKeys: 2 }))
    .map(([some, rest]) => ({ ...some, ...rest }))
  return fc.oneof({ weight: 3, arbitrary: whole }, part, more)
}

const turn = near({ role: fc.constantFrom('user', 'assistant'), content: text })
const chat = near({
  question: text,
  history: fc.array(turn, { maxLength: 5 }),
  lang: fc.constantFrom('zh-Hans', 'zh-Hant', 'en'),
  documentId: fc.oneof({ weight: 8, arbitrary: fc.constant(DOCUMENT) }, text),
})
const completion = near({
  messages: fc.array(turn, { minLength: 1, maxLength: 4 }),
  stream: fc.boolean(),
  stream_options: near({ include_usage: fc.boolean() }),
})
const feedback = near({
  answerId: fc.oneof(fc.constant('a'), text),
  rating: fc.constantFrom('up', 'down'),
  comment: text,
})
const tool = fc.constantFrom(
  'search',
  'fetch',
  'search_clauses',
  'get_clause',
  'lookup_target',
  'lookup_agency',
  'list_documents',
  'verify_quote',
)
const args = near({
  query: text,
  id: text,
  clause: text,
  agency: text,
  topic: text,
  quote: text,
  limit: fc.integer(),
  cursor: text,
})
const params = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ name: fc.oneof({ weight: 6, arbitrary: tool }, text), arguments: args }),
  },
  fc.record({ uri: text.map((rest) => `policy://documents/${rest}`) }),
  anything,
)
const message = near({
  jsonrpc: fc.constant('2.0'),
  id: fc.oneof(fc.integer(), text),
  method: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        'tools/call',
        'tools/list',
        'resources/read',
        'prompts/get',
        'completion/complete',
        'initialize',
        'ping',
      ),
    },
    text,
  ),
  params,
})

const BODIES: Record<string, fc.Arbitrary<unknown>> = {
  '/api/chat': chat,
  '/v1/chat/completions': completion,
  '/api/feedback': feedback,
  '/mcp': message,
}

/** A body of that door; or of another one, or of no shape, or no JSON at all. */
function bodyOf(path: string): fc.Arbitrary<string | Uint8Array<ArrayBuffer>> {
  const shaped = BODIES[path] ?? anything
  return fc.oneof(
    { weight: 12, arbitrary: shaped.map(write) },
    anything.map(write),
    fc.tuple(shaped.map(write), fc.nat()).map(([json, at]) => json.slice(0, at % (json.length + 1))),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
    fc
      .tuple(fc.constantFrom('[', '{"a":'), fc.integer({ min: 1, max: 5000 }))
      .map(([open, times]) => open.repeat(times)),
  )
}

/** What JSON cannot say is left out, as clients do. */
function write(value: unknown): string {
  try {
    return JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? Number(part) : part)) ?? 'null'
  } catch {
    return 'null'
  }
}

const headerText = fc.string({ maxLength: 80 }).map((value) => value.replace(/[^\x20-\x7e]/g, '').trim())
const headers = fc.record(
  {
    'Content-Type': fc.oneof({ weight: 9, arbitrary: fc.constant('application/json') }, headerText),
    Accept: fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          'application/json, text/event-stream',
          'application/json, text/event-stream',
          'text/event-stream',
          'application/json',
        ),
      },
      headerText,
    ),
    // Mostly our own: a request of a stranger is not read any further.
    Origin: fc.oneof(
      { weight: 12, arbitrary: fc.constant('http://localhost') },
      fc.constantFrom('null', 'https://evil.example'),
      headerText,
    ),
    'Accept-Language': headerText,
    'If-None-Match': headerText,
    'X-Request-Id': headerText,
    'X-Conversation-Secret': headerText,
    'X-Forwarded-For': headerText,
    Cookie: headerText,
  },
  { requiredKeys: ['Content-Type', 'Accept', 'Origin'] },
)

const inAddress = text.map((part) => encodeURIComponent(part.toWellFormed()))
const name = fc.oneof(
  fc.constantFrom(
    'q',
    'limit',
    'cursor',
    'documentId',
    'clauseId',
    'agency',
    'question',
    'plain',
    'lang',
    'clause',
  ),
  inAddress,
)
const query = fc
  .array(fc.tuple(name, fc.oneof(inAddress, fc.integer().map(String))), { maxLength: 3 })
  .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'))
const path = fc.oneof(
  fc.constantFrom(
    '/',
    '/api/search',
    '/api/targets',
    '/api/agencies',
    '/api/documents',
    '/api/settings',
    '/api/conversations',
    '/v1/models',
    '/portal',
    '/docs',
    '/readyz',
    `/documents/${DOCUMENT}`,
    `/api/documents/${DOCUMENT}/clauses`,
  ),
  inAddress.map((id) => `/api/documents/${id}`),
  inAddress.map((id) => `/api/documents/${DOCUMENT}/clauses/${id}`),
  inAddress.map((id) => `/api/conversations/${id}`),
  inAddress.map((id) => `/documents/${id}`),
  inAddress.map((id) => `/assets/${id}`),
  inAddress.map((id) => `/${id}`),
)

const SENDING = fc.constantFrom(...Object.keys(BODIES)).chain((to) =>
  fc.record({
    path: fc.constant(to),
    init: fc.record({ method: fc.constant('POST'), headers: headers, body: bodyOf(to) }),
  }),
)
const ASKING = fc.record({
  path: fc.tuple(path, query).map(([to, asked]) => (asked === '' ? to : `${to}?${asked}`)),
  init: fc.record({
    method: fc.oneof(
      { weight: 8, arbitrary: fc.constant('GET') },
      fc.constantFrom('HEAD', 'OPTIONS', 'DELETE', 'PUT', 'POST'),
    ),
    headers: headers,
  }),
})
/** One at a time, of all doors. */
export const REQUEST: fc.Arbitrary<RandomRequest> = fc.oneof(SENDING, ASKING)
