/**
 * A reply as OpenAI sends it: the chunks of a stream or one completion, and the steps in which they go out. Pure.
 */
import type { ChatBody, Reply, ToolCall } from './chat.ts'

export type Fields = Record<string, unknown>

/** One thing the server does: write bytes, send the headers, wait (for ever), or cut the connection. */
export type Step = Uint8Array | 'headers' | 'hang' | 'cut' | { wait: number }

export interface Response {
  status: number
  headers: Record<string, string>
  steps: Iterable<Step>
}

/** One event of a stream: what a delta says, why the reply ended, or the usage. */
export interface Chunk {
  delta?: Fields
  finish?: string
  usage?: Fields
}

export interface Completion {
  message: Fields
  finish: string | null
  usage?: Fields
}

export const DONE = 'data: [DONE]\n\n'

const SMALLEST_DELTA = 4
/** Long texts come in larger deltas, as they would take minutes otherwise. */
const MOST_DELTAS = 200
const CREATED = 1_764_000_000
const ID = 'chatcmpl-stand-in'
/** A rough guess is enough: nobody is billed. */
const CHARACTERS_A_TOKEN = 2

/** The reply in the form that the request asks for. */
export function respond(reply: Reply, body: ChatBody): Response {
  return body.stream ? stream(eventsOf(chunksOf(reply, body), body)) : json(completionOf(reply, body), body)
}

export function stream(events: Step[]): Response {
  const headers = { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-cache' }
  return { status: 200, headers, steps: ['headers', ...events] }
}

export function json(completion: Completion, body: ChatBody): Response {
  return plain(200, JSON.stringify(writeCompletion(completion, body)), 'application/json')
}

export function plain(status: number, text: string, type: string, headers = {}): Response {
  return { status, headers: { 'Content-Type': type, ...headers }, steps: text ? [bytes(text)] : [] }
}

export function bytes(text: string): Uint8Array {
  return Buffer.from(text)
}

/** The bytes of a response, without its pauses. */
export function bytesOf({ steps }: Response): Buffer {
  return Buffer.concat([...steps].filter((step) => step instanceof Uint8Array))
}

export function eventsOf(chunks: Chunk[], body: ChatBody): Step[] {
  return [...chunks.map((chunk) => event(writeChunk(chunk, body))), bytes(DONE)]
}

export function event(data: Fields | string): Uint8Array {
  return bytes(`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`)
}

export function chunksOf(reply: Reply, body: ChatBody, deltaSize?: number): Chunk[] {
  const { text = '', reasoning = '', refusal = '', toolCalls = [] } = reply
  const usage = body.stream_options?.include_usage ? usageOf(reply, body) : undefined
  return [
    { delta: { role: 'assistant', content: '' } },
    ...cut(reasoning, deltaSize).map((part) => ({ delta: { reasoning_content: part } })),
    ...cut(text, deltaSize).map((part) => ({ delta: { content: part } })),
    ...cut(refusal, deltaSize).map((part) => ({ delta: { refusal: part } })),
    ...toolCalls.flatMap((call, i) => callChunks(call, i, body)),
    { delta: {}, finish: finishOf(reply) },
    ...(usage ? [{ usage }] : []),
  ]
}

export function completionOf(reply: Reply, body: ChatBody): Completion {
  const { text, reasoning, refusal, toolCalls } = reply
  const usage = usageOf(reply, body)
  const message = {
    role: 'assistant',
    content: text ?? null,
    ...(reasoning ? { reasoning_content: reasoning } : {}),
    ...(refusal ? { refusal } : {}),
    ...(toolCalls ? { tool_calls: toolCalls.map((call, i) => writeCall(call, i, body)) } : {}),
  }
  return { message, finish: finishOf(reply), ...(usage ? { usage } : {}) }
}

export function writeChunk({ delta, finish, usage }: Chunk, { model }: ChatBody): Fields {
  const choices = delta ? [{ index: 0, delta, finish_reason: finish ?? null }] : []
  return {
    id: ID,
    object: 'chat.completion.chunk',
    created: CREATED,
    model,
    choices,
    ...(usage ? { usage } : {}),
  }
}

export function writeCompletion({ message, finish, usage }: Completion, { model }: ChatBody): Fields {
  const choices = [{ index: 0, message, finish_reason: finish }]
  return { id: ID, object: 'chat.completion', created: CREATED, model, choices, ...(usage ? { usage } : {}) }
}

export function usageOf({ usage, text = '' }: Reply, body: ChatBody): Fields | undefined {
  if (usage === false) return undefined
  const { prompt_tokens, completion_tokens } = usage ?? {
    prompt_tokens: tokens(JSON.stringify(body.messages)),
    completion_tokens: tokens(text),
  }
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens }
}

function finishOf({ finish, toolCalls = [] }: Reply): string {
  return finish ?? (toolCalls.length > 0 ? 'tool_calls' : 'stop')
}

/** The name first, with its id; then the arguments bit by bit. */
function callChunks(call: ToolCall, index: number, body: ChatBody): Chunk[] {
  const opening = { ...writeCall({ ...call, arguments: '' }, index, body), index }
  const parts = cut(call.arguments)
  return [opening, ...parts.map((part) => ({ index, function: { arguments: part } }))].map((part) => ({
    delta: { tool_calls: [part] },
  }))
}

function writeCall({ id, name, arguments: args }: ToolCall, index: number, { messages }: ChatBody): Fields {
  // Counted by the messages so far, so that no two calls of one conversation share an id.
  return {
    ...(id === '' ? {} : { id: id ?? `call_${messages.length}_${index}` }),
    type: 'function',
    function: { name, arguments: args },
  }
}

function cut(text: string, size = Math.max(SMALLEST_DELTA, Math.ceil(text.length / MOST_DELTAS))): string[] {
  const characters = [...text]
  const parts: string[] = []
  for (let at = 0; at < characters.length; at += size) parts.push(characters.slice(at, at + size).join(''))
  return parts
}

function tokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_A_TOKEN)
}
