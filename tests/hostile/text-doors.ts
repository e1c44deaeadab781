/**
 * Every door that takes text, as a request that brings one there.
 */

export interface Sent {
  path: string
  init: RequestInit
}

const JSON_TYPE = { 'Content-Type': 'application/json' }
const STREAM = { ...JSON_TYPE, Accept: 'text/event-stream' }
const MCP_TYPES = { ...JSON_TYPE, Accept: 'application/json, text/event-stream' }
const DOCUMENT = 'yancheng-2022-minsheng'

/** A POST of JSON. */
export function post(path: string, body: unknown, headers: Record<string, string> = JSON_TYPE): Sent {
  return { path, init: { method: 'POST', headers, body: JSON.stringify(body) } }
}

export function get(path: string, headers: Record<string, string> = {}): Sent {
  return { path, init: { headers } }
}

/** A message to /mcp. */
export function rpc(method: string, params: unknown): Sent {
  return post('/mcp', { jsonrpc: '2.0', id: 1, method, params }, MCP_TYPES)
}

const call = (name: string, args: object) => rpc('tools/call', { name, arguments: args })
const inAddress = (text: string) => encodeURIComponent(text.toWellFormed())
/** A header can hold no more than this of a text. */
const inHeader = (text: string) => text.replace(/[^\x20-\x7e]/g, '?')

export const TEXT_DOORS: Record<string, (text: string) => Sent> = {
  'a question': (text) => post('/api/chat', { question: text }),
  'a streamed question': (text) => post('/api/chat', { question: text }, STREAM),
  'a turn before the question': (text) =>
    post('/api/chat', { question: '那由谁负责？', history: [{ role: 'assistant', content: text }] }),
  'a conversation': (text) =>
    post('/api/chat', { question: '谁负责消防安全', conversationId: text.slice(0, 100) }),
  'a message': (text) => post('/v1/chat/completions', { messages: [{ role: 'user', content: text }] }),
  'a streamed message': (text) =>
    post('/v1/chat/completions', { stream: true, messages: [{ role: 'user', content: text }] }),
  'a system message': (text) =>
    post('/v1/chat/completions', {
      messages: [
        { role: 'system', content: text },
        { role: 'user', content: '谁负责消防安全' },
      ],
    }),
  'a comment': (text) => post('/api/feedback', { answerId: 'a', rating: 'down', comment: text }),
  'the id of an answer': (text) => post('/api/feedback', { answerId: text, rating: 'up' }),
  'a search': (text) => get(`/api/search?q=${inAddress(text)}`),
  'a search in a document': (text) => get(`/api/search?q=消防&documentId=${inAddress(text)}`),
  'a search for targets': (text) => get(`/api/targets?q=${inAddress(text)}&clauseId=${inAddress(text)}`),
  'targets of an agency': (text) => get(`/api/targets?agency=${inAddress(text)}`),
  'a cursor': (text) => get(`/api/targets?cursor=${inAddress(text)}`),
  'an agency': (text) => get(`/api/agencies?q=${inAddress(text)}`),
  'the id of a document': (text) => get(`/api/documents/${inAddress(text)}`),
  'the id of a clause': (text) => get(`/api/documents/${DOCUMENT}/clauses/${inAddress(text)}`),
  'the id of a conversation': (text) =>
    get(`/api/conversations/${inAddress(text)}`, { 'x-conversation-secret': inHeader(text) }),
  'a parameter of its own': (text) => get(`/api/documents?${inAddress(text)}=1`),
  'the question of the page': (text) => get(`/?question=${inAddress(text)}&plain=1`),
  'the language of the page': (text) => get(`/?lang=${inAddress(text)}&plain=1`),
  'the page of a document': (text) => get(`/documents/${inAddress(text)}`),
  'the slice of a document': (text) =>
    get(`/documents/${DOCUMENT}?q=${inAddress(text)}&clause=${inAddress(text)}`),
  'an address': (text) => get(`/${inAddress(text)}`),
  'an asset': (text) => get(`/assets/${inAddress(text)}`),
  'headers of a browser': (text) =>
    get('/?question=消防&plain=1', {
      'Accept-Language': inHeader(text),
      'X-Request-Id': inHeader(text),
      'User-Agent': inHeader(text),
      Referer: inHeader(text),
      Cookie: inHeader(text),
    }),
  'a token': (text) => get('/api/conversations', { Authorization: `Bearer ${inHeader(text)}` }),
  'the tool search': (text) => call('search', { query: text }),
  'the tool search_clauses': (text) => call('search_clauses', { query: text, agency: text.slice(0, 200) }),
  'the tool fetch': (text) => call('fetch', { id: text }),
  'the tool get_clause': (text) => call('get_clause', { clause: text }),
  'the tool lookup_target': (text) => call('lookup_target', { query: text }),
  'the tool lookup_agency': (text) => call('lookup_agency', { topic: text }),
  'the tool verify_quote': (text) => call('verify_quote', { quote: text }),
  'the name of a tool': (text) => call(text, {}),
  'an argument of its own': (text) => call('search', { query: '消防', [text]: 1 }),
  'a method': (text) => rpc(text, {}),
  'a resource': (text) => rpc('resources/read', { uri: `policy://documents/${text}` }),
  'a prompt': (text) => rpc('prompts/get', { name: 'agency_brief', arguments: { agency: text } }),
  'a completion': (text) =>
    rpc('completion/complete', {
      ref: { type: 'ref/resource', uri: 'policy://agencies/{agency}' },
      argument: { name: 'agency', value: text },
    }),
}

/** A form as our own pages send it. */
function form(path: string, fields: Record<string, string>): Sent {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://localhost' }
  return { path, init: { method: 'POST', headers, body: new URLSearchParams(fields).toString() } }
}

/** The doors of those who are signed in, or would like to be. */
export const STAFF_DOORS: Record<string, (text: string) => Sent> = {
  'the way back of the sign-in': (text) => get(`/sign-in?return=${inAddress(text)}&lang=${inAddress(text)}`),
  'a way back with a slash': (text) => get(`/sign-in?return=/${inAddress(text)}`),
  'a token of staff': (text) => form('/sign-in', { token: text, return: text }),
  'what a provider says': (text) =>
    get(
      `/sign-in/callback?code=${inAddress(text)}&state=${inAddress(text)}&error_description=${inAddress(text)}`,
    ),
  'a question to approve': (text) =>
    post('/api/staff/approvals', { question: text, documentId: DOCUMENT, clauseId: '2.5.23' }),
  'a clause to approve': (text) =>
    post('/api/staff/approvals', {
      question: '谁负责消防安全',
      documentId: DOCUMENT,
      clauseId: text.slice(0, 64),
    }),
  'answers to review': (text) => post('/api/staff/reviews', { answerIds: [text] }),
  'days of usage': (text) => get(`/api/staff/usage?from=${inAddress(text)}`),
  'a cursor of staff': (text) => get(`/api/staff/feedback?cursor=${inAddress(text)}`),
  'the format of an export': (text) => get(`/api/staff/export?format=${inAddress(text)}`),
  'a page of staff': (text) => get(`/staff/${inAddress(text)}`),
  'a cursor on a page': (text) =>
    get(`/staff/conversations?cursor=${inAddress(text)}&lang=${inAddress(text)}`),
  'days on a page': (text) => get(`/staff?from=${inAddress(text)}&to=${inAddress(text)}`),
  'a conversation on a page': (text) => get(`/staff/conversations/${inAddress(text)}`),
  'a form to approve': (text) => form('/staff/approve', { question: text, search: text, clause: text }),
  'a form to review': (text) => form('/staff/unanswered', { answerId: text, conversation: text }),
}

/** What staff read of all that came in. */
export const STAFF_READS: string[] = [
  '/staff',
  '/staff/unanswered',
  '/staff/conversations',
  '/staff/feedback',
  '/staff/approvals',
  '/api/conversations',
  '/api/staff/usage',
  '/api/staff/unanswered',
  '/api/staff/feedback',
  '/api/staff/audit',
  '/api/staff/export?format=json',
]
