/**
 * Hostile requests that are more than a text: each with the threat that it stands for and the status it gets.
 */
import { HOSTILE_BODIES, type HostileRequest, mcp } from './bodies.ts'
import { get, post, rpc } from './text-doors.ts'

const JSON_TYPE = 'application/json'
const ASK = { question: '谁负责消防安全' }
const DOCUMENT = 'yancheng-2022-minsheng'

const PATHS: HostileRequest[] = [
  '/.env',
  '/.git/config',
  '/.git/HEAD',
  '/package.json',
  '/server/config.ts',
  '/data/policy-chat.db',
  '/corpus/corpus.json',
  '/assets/../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/.env',
  '/assets/..%5c..%5cpackage.json',
  '/assets//etc/passwd',
  '//assets/site.css',
  '/assets/site.css.map',
  '/assets/%00',
  '/assets/constructor',
  '/assets/.%252e/.env',
  '/documents/..%2f..%2fetc%2fpasswd',
  '/documents/__proto__',
  `/documents/${DOCUMENT}/../../.env`,
  '/api/documents/..%2f..%2f.env',
  '/api/documents/%00',
  '/api/documents/constructor',
  `/api/documents/${DOCUMENT}/clauses/..%2f0`,
  `/api/documents/${DOCUMENT}/clauses/__proto__`,
  '/api//documents',
  '/API/documents',
  '/api/documents/',
  '/api/../.env',
  '/wp-login.php',
  '/actuator/env',
  '/server-status',
  '/admin',
  '/console',
  '/api',
  '/v1',
  '/v1/models/..%2f..',
  '/v1/embeddings',
  '/openapi.json/../.env',
  '/widget.js/..%2f.env',
  '/healthz/..;/admin',
  '/robots.txt/%0d%0aSet-Cookie:evil=1',
].map((path) => ['9', path, get(path), 404])

const METHODS: HostileRequest[] = (
  [
    ['PUT', '/api/chat'],
    ['DELETE', '/api/chat'],
    ['PATCH', '/api/feedback'],
    ['DELETE', '/api/documents'],
    ['PROPFIND', '/api/documents'],
    ['POST', '/api/search'],
    ['POST', '/healthz'],
    ['DELETE', '/'],
    ['PUT', `/documents/${DOCUMENT}`],
    ['GET', '/v1/chat/completions'],
    ['DELETE', '/mcp'],
    ['PUT', '/assets/site.css'],
  ] as const
).map(([method, path]) => ['8', `${method} ${path}`, { path, init: { method } }, 405])

const HEADERS: HostileRequest[] = [
  [
    '8',
    'X-HTTP-Method-Override',
    { path: '/api/documents', init: { headers: { 'X-HTTP-Method-Override': 'DELETE' } } },
    200,
  ],
  [
    '8',
    'X-Original-URL',
    get('/api/documents', { 'X-Original-URL': '/metrics', 'X-Rewrite-URL': '/.env' }),
    200,
  ],
  ['8', 'a request id that would be a header', get('/healthz', { 'X-Request-Id': 'a;b: c' }), 200],
  ['8', 'a request id without end', get('/healthz', { 'X-Request-Id': 'x'.repeat(5000) }), 200],
  ['8', 'a language without end', get('/', { 'Accept-Language': 'zh-'.repeat(5000) }), 200],
  ['8', 'languages without end', get('/', { 'Accept-Language': 'en;q=0.1,'.repeat(3000) }), 200],
  [
    '8',
    'a forged host behind a proxy',
    get('/api/search?q=消防', { 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example' }),
    200,
  ],
  [
    '10',
    'an answer wanted as HTML',
    post('/api/chat', ASK, { 'Content-Type': JSON_TYPE, Accept: 'text/html' }),
    200,
  ],
  [
    '14',
    'a page of a stranger',
    post('/api/chat', ASK, { 'Content-Type': JSON_TYPE, Origin: 'https://evil.example' }),
    403,
  ],
  ['14', 'a page of no origin', post('/api/chat', ASK, { 'Content-Type': JSON_TYPE, Origin: 'null' }), 403],
  [
    '14',
    'a page that looks like ours',
    post('/api/chat', ASK, { 'Content-Type': JSON_TYPE, Origin: 'http://localhost.evil.example' }),
    403,
  ],
  ['14', 'an origin that is none', get('/api/documents', { Origin: 'javascript:alert(1)' }), 403],
  [
    '14',
    'a stranger who asks beforehand',
    { path: '/api/chat', init: { method: 'OPTIONS', headers: { Origin: 'https://evil.example' } } },
    403,
  ],
  ['17', 'a conversation without its secret', get('/api/conversations/id-1'), 404],
  [
    '17',
    'a conversation with a guessed secret',
    get('/api/conversations/id-1', { 'x-conversation-secret': 'a'.repeat(22) }),
    404,
  ],
]

const id = (value: unknown) => mcp(`{"jsonrpc":"2.0","id":${JSON.stringify(value)},"method":"ping"}`)
const MCP: HostileRequest[] = [
  ['41', 'a batch', mcp('[{"jsonrpc":"2.0","id":1,"method":"ping"}]'), 400],
  ['41', 'an empty batch', mcp('[]'), 400],
  ['41', 'a null message', mcp('null'), 400],
  ['41', 'a number as message', mcp('7'), 400],
  ['41', 'an empty message', mcp('{}'), 400],
  ['41', 'a version of JSON-RPC that is none', mcp('{"jsonrpc":"1.0","id":1,"method":"ping"}'), 400],
  ['41', 'an id of null', id(null), 400],
  ['41', 'an id that is an object', id({ a: 1 }), 400],
  ['41', 'an id without end', id('x'.repeat(20_000)), 200],
  ['41', 'an id of markup', id('<script>alert(1)</script>'), 200],
  ['41', 'a method that is no text', mcp('{"jsonrpc":"2.0","id":1,"method":{}}'), 400],
  [
    '41',
    'an unknown version of the protocol',
    mcp('{"jsonrpc":"2.0","id":1,"method":"ping"}', { 'Mcp-Protocol-Version': '../..' }),
    400,
  ],
  [
    '41',
    'a guessed session',
    mcp('{"jsonrpc":"2.0","id":1,"method":"ping"}', { 'Mcp-Session-Id': 'guessed' }),
    200,
  ],
  [
    '41',
    'a page of a stranger',
    mcp('{"jsonrpc":"2.0","id":1,"method":"ping"}', { Origin: 'https://evil.example' }),
    403,
  ],
  ['41', 'a page of no origin', mcp('{"jsonrpc":"2.0","id":1,"method":"ping"}', { Origin: 'null' }), 403],
  [
    '41',
    'a name that is rebound to us',
    { ...mcp('{"jsonrpc":"2.0","id":1,"method":"ping"}'), path: 'http://evil.example/mcp' },
    403,
  ],
  ['41', 'the API by a name that is rebound to us', get('http://evil.example/api/documents'), 403],
  ['41', 'a method named like a prototype', rpc('__proto__', {}), 200],
  ['41', 'a tool named like a prototype', rpc('tools/call', { name: 'constructor', arguments: {} }), 200],
  ['41', 'arguments that are a list', rpc('tools/call', { name: 'search', arguments: ['消防'] }), 200],
  ['41', 'a tool without arguments', rpc('tools/call', { name: 'search' }), 200],
  ['41', 'a resource of another scheme', rpc('resources/read', { uri: 'file:///etc/passwd' }), 200],
  [
    '41',
    'a resource out of the documents',
    rpc('resources/read', { uri: 'policy://documents/../../etc/passwd' }),
    200,
  ],
  ['41', 'a resource that is no address', rpc('resources/read', { uri: 7 }), 200],
  ['41', 'a prompt that is none', rpc('prompts/get', { name: 'toString' }), 200],
  [
    '41',
    'a limit beyond all numbers',
    rpc('tools/call', { name: 'search_clauses', arguments: { query: '消防', limit: 1e308 } }),
    200,
  ],
  [
    '41',
    'somebody else’s cursor',
    rpc('tools/call', { name: 'lookup_target', arguments: { query: '消防', cursor: 'e30=' } }),
    200,
  ],
  [
    '42',
    'a token for somebody else',
    mcp('{"jsonrpc":"2.0","id":1,"method":"ping"}', { Authorization: 'Bearer evil' }),
    200,
  ],
]

export const HOSTILE_REQUESTS: HostileRequest[] = [
  ...HOSTILE_BODIES,
  ...PATHS,
  ...METHODS,
  ...HEADERS,
  ...MCP,
]
