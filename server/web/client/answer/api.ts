/**
 * The server's API as the browser calls it: typed, with every failure named by a reason.
 *
 * Written for the oldest browsers that the build serves: no AbortSignal.any, no async iteration of bodies.
 */
import type {
  Agency,
  Answer,
  ChatRequest,
  Citation,
  Clause,
  Gloss,
  Responsibility,
  Source,
  Target,
} from '../../../../corpus/types.ts'
import { isAnswer, isStatement } from './checks.ts'
import type { ConversationKey } from './conversation-key.ts'
import { readEvents } from './server-events.ts'

export type FaultReason =
  | 'unreachable'
  | 'busy'
  | 'broken_off'
  | 'silent'
  | 'refused'
  | 'not_allowed'
  | 'too_long'
  | 'server'

/** Why a call failed; words for it are in strings/answer.ts. */
export class ApiFault extends Error {
  readonly reason: FaultReason
  /** Seconds to wait, where the server names them. */
  readonly wait?: number

  constructor(reason: FaultReason, wait?: number) {
    super(reason)
    this.reason = reason
    this.wait = wait
  }
}

/** A statement that is proved, as it arrives. */
export interface Told {
  text: string
  citations: Citation[]
}

export type Stage = 'understanding' | 'searching' | 'writing'

/** What happens while an answer is made. */
export interface Hearing {
  stage(stage: Stage): void
  statement(told: Told): void
}

export type ListedDocument = Source & { script: string; englishTitle?: string }
export type OutlineEntry = Pick<Clause, 'documentId' | 'clauseId' | 'label' | 'title'> & { level: number }
export type WholeDocument = ListedDocument & { outline: OutlineEntry[]; gloss?: Gloss }
export type ClauseView = Omit<Clause, 'start'> & {
  responsibilities: Responsibility[]
  targets: Target[]
  /** The slices that say who is responsible. */
  statements?: { quote: string; start: number; end: number }[]
}
export type AgencyView = Pick<Agency, 'name' | 'place' | 'aliases' | 'english'> & {
  responsibilities: Responsibility[]
}
export interface Feedback {
  answerId: string
  rating: 'up' | 'down'
  comment?: string
}
export interface Settings {
  handoff: { text?: string; url: string }
  /** True for staff who are signed in. */
  signedIn?: true
}

/** The server sends a sign of life every 15 s or less. */
const SILENCE_MS = 35_000
const CALL_MS = 20_000
const MAX_PAGE = 500
const MAX_CLAUSES = 200
const SECRET_HEADER = 'x-conversation-secret'
/** Seconds; a header that is mistaken must not keep anybody from asking. */
const LONGEST_WAIT = 600

export type Api = ReturnType<typeof openApi>

/** Calls to the server at `base`, an absolute address without a closing slash, or '' for our own origin. */
export function openApi(base: string) {
  /** A GET or a POST answered with JSON. */
  async function call<Result>(path: string, body?: object): Promise<Result> {
    const response = await send(`${base}${path}`, requestOf(body), undefined, CALL_MS)
    try {
      return (await response.json()) as Result
    } catch {
      throw new ApiFault('broken_off')
    }
  }

  /** All pages of a list. */
  async function all<Item>(path: string, name: string, limit: number): Promise<Item[]> {
    const items: Item[] = []
    let cursor: string | undefined
    do {
      const query = `limit=${limit}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`
      const page = await call<{ nextCursor?: string } & Record<string, unknown>>(`${path}?${query}`)
      items.push(...(page[name] as Item[]))
      cursor = page.nextCursor
    } while (cursor)
    return items
  }

  return {
    base,
    /**
     * The answer; `hearing` is told its statements before. Aborting `signal` rejects with an AbortError. `secret` is of
     * the conversation that the request names.
     */
    ask: (request: ChatRequest, hearing: Hearing, signal: AbortSignal, secret?: string) =>
      askStream(`${base}/api/chat`, askingOf(request, secret), hearing, signal),
    /** Deletes what the server keeps of a conversation, even where the page is left meanwhile. */
    deleteConversation: async ({ id, secret }: ConversationKey): Promise<void> => {
      const init = { method: 'DELETE', headers: { [SECRET_HEADER]: secret }, keepalive: true }
      await send(`${base}/api/conversations/${encodeURIComponent(id)}`, init, undefined, CALL_MS)
    },
    documents: async () => (await call<{ documents: ListedDocument[] }>('/api/documents')).documents,
    document: async (id: string) =>
      (await call<{ document: WholeDocument }>(`/api/documents/${encodeURIComponent(id)}`)).document,
    /** Every clause of a document, in its order. */
    clauses: (id: string) =>
      all<ClauseView>(`/api/documents/${encodeURIComponent(id)}/clauses`, 'clauses', MAX_CLAUSES),
    targets: () => all<Target>('/api/targets', 'targets', MAX_PAGE),
    agencies: async () => (await call<{ agencies: AgencyView[] }>('/api/agencies')).agencies,
    sendFeedback: (feedback: Feedback) => call<Feedback>('/api/feedback', feedback),
    settings: () => call<Settings>('/api/settings'),
  }
}

function requestOf(body?: object): RequestInit {
  if (!body) return { headers: { Accept: 'application/json' } }
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  }
}

function askingOf(request: ChatRequest, secret?: string): RequestInit {
  const init = requestOf(request)
  const headers = { ...init.headers, Accept: 'text/event-stream' }
  return { ...init, headers: secret === undefined ? headers : { ...headers, [SECRET_HEADER]: secret } }
}

async function askStream(
  address: string,
  init: RequestInit,
  hearing: Hearing,
  signal: AbortSignal,
): Promise<Answer> {
  const watch = new AbortController()
  let silent = false
  let timer = 0
  const hear = () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      silent = true
      watch.abort()
    }, SILENCE_MS)
  }
  const leave = () => watch.abort()
  signal.addEventListener('abort', leave)
  if (signal.aborted) leave()
  hear()
  try {
    const response = await send(address, init, watch.signal)
    let answer: Answer | undefined
    let failed = false
    await readEvents(response, hear, (event, data) => {
      if (event === 'status') hearing.stage((data as { stage: Stage }).stage)
      if (event === 'statement' && isStatement(data)) hearing.statement(data as Told)
      if (event === 'answer' && isAnswer(data)) answer = data as Answer
      if (event === 'error') failed = true
    })
    if (failed) throw new ApiFault('server')
    if (!answer) throw new ApiFault('broken_off')
    return answer
  } catch (error) {
    if (signal.aborted) throw error
    if (silent) throw new ApiFault('silent')
    throw error instanceof ApiFault ? error : new ApiFault('broken_off')
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', leave)
  }
}

/** The response, if it is a good one. */
async function send(
  address: string,
  init: RequestInit,
  signal?: AbortSignal,
  milliseconds?: number,
): Promise<Response> {
  const watch = new AbortController()
  const timer = milliseconds === undefined ? 0 : window.setTimeout(() => watch.abort(), milliseconds)
  let response: Response
  try {
    response = await fetch(address, { ...init, credentials: 'same-origin', signal: signal ?? watch.signal })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiFault(watch.signal.aborted ? 'silent' : 'unreachable')
  } finally {
    clearTimeout(timer)
  }
  if (response.ok) return response
  throw faultOf(response)
}

function faultOf({ status, headers }: Response): ApiFault {
  if (status === 429 || status === 503) {
    const wait = Math.ceil(Number(headers.get('retry-after')))
    return new ApiFault('busy', wait > 0 ? Math.min(wait, LONGEST_WAIT) : undefined)
  }
  if (status === 401 || status === 403) return new ApiFault('not_allowed')
  if (status === 413) return new ApiFault('too_long')
  return new ApiFault(status >= 500 ? 'server' : 'refused')
}
