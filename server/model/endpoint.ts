/**
 * The endpoint: one chat completion of an OpenAI-compatible server. The only door to the openai package.
 *
 * Law: it never throws, never hangs, and nothing that the server says in an error leaves it.
 */
import OpenAI, { APIConnectionError, APIError } from 'openai'
import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions'
import type { ModelConfig } from '../config.ts'
import { type Completion, type Failure, Fault, type Form, type Message, type Request } from './completion.ts'
import { concluded, emptyReply, type Reply, take, withUsage } from './reply.ts'
import { DEADLINES, openWatch, type Watch } from './watch.ts'

const MAX_BYTES = 1_000_000

export interface Endpoint {
  model: string
  /** One completion; `onText` hears of the text as it comes. */
  complete(
    request: Request,
    form: Form,
    signal: AbortSignal,
    onText: (text: string) => void,
  ): Promise<Completion>
}

/** The endpoint of a configuration; `deadlines` are shorter in tests. */
export function openEndpoint({ baseUrl, apiKey, model }: ModelConfig, deadlines = DEADLINES): Endpoint {
  const client = new OpenAI({
    apiKey: apiKey ?? 'none',
    ...(baseUrl ? { baseURL: baseUrl } : {}),
    // Not from the environment: what is configured is all that is sent.
    organization: null,
    project: null,
    adminAPIKey: null,
    logLevel: 'off',
    maxRetries: 0,
    fetch: boundedFetch,
  })
  return {
    model,
    async complete(request, form, signal, onText) {
      const watch = openWatch(signal, deadlines)
      const heard = emptyReply()
      try {
        const stream = await watch.bounded(
          client.chat.completions.create(paramsOf(request, form, model), { signal: watch.signal }),
        )
        watch.connected()
        for await (const chunk of watch.each(stream)) {
          if (take(chunk, heard, onText)) watch.heard()
        }
        return concluded(heard)
      } catch (error) {
        return failed(error, heard, watch)
      } finally {
        watch.close()
      }
    },
  }
}

/** Follows no redirect (`manual`, because Workers know no `error`), and reads no endless body. */
async function boundedFetch(url: string | URL | globalThis.Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, redirect: 'manual' })
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    await response.body?.cancel()
    throw new Fault('status')
  }
  let left = MAX_BYTES
  const bounded = response.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(bytes, controller) {
        left -= bytes.byteLength
        if (left < 0) controller.error(new Fault('too_long'))
        else controller.enqueue(bytes)
      },
    }),
  )
  return new Response(bounded ?? null, response)
}

function paramsOf({ messages, tools, mayCall, answer }: Request, form: Form, model: string) {
  const structured = form === 'structured'
  const offered = form === 'marked without tools' ? [] : tools
  return {
    model,
    stream: true,
    messages: messages.map(messageOf),
    ...(offered.length > 0
      ? {
          tools: offered.map(({ name, description, parameters, strictParameters }) => ({
            type: 'function',
            function: structured
              ? { name, description, parameters: strictParameters, strict: true }
              : { name, description, parameters },
          })),
          tool_choice: mayCall ? 'auto' : 'none',
        }
      : {}),
    ...(structured
      ? {
          stream_options: { include_usage: true },
          ...(answer
            ? { response_format: { type: 'json_schema', json_schema: { ...answer, strict: true } } }
            : {}),
        }
      : {}),
  } as ChatCompletionCreateParamsStreaming
}

function messageOf({ role, content, toolCalls, toolCallId }: Message) {
  return {
    role,
    content,
    ...(toolCallId === undefined ? {} : { tool_call_id: toolCallId }),
    ...(toolCalls
      ? {
          tool_calls: toolCalls.map(({ id, name, arguments: args }) => ({
            id,
            type: 'function',
            function: { name, arguments: args },
          })),
        }
      : {}),
  }
}

/** Only the sort of an error is kept: its words are the server's. */
function failed(error: unknown, reply: Reply, watch: Watch): Completion {
  const status =
    error instanceof APIError && !(error instanceof APIConnectionError) ? error.status : undefined
  const after = error instanceof APIError ? retryAfterOf(error.headers) : undefined
  const failure =
    watch.failure() ??
    (error instanceof Fault
      ? error.failure
      : (causedBy(error) ??
        (status !== undefined ? 'status' : error instanceof APIConnectionError ? 'network' : 'malformed')))
  return {
    ok: false,
    failure,
    length: reply.text.length,
    ...(status === undefined ? {} : { status }),
    ...(after === undefined ? {} : { retryAfterMs: after }),
    ...withUsage(reply),
  }
}

function causedBy(error: unknown): Failure | undefined {
  return error instanceof Error && error.cause instanceof Fault ? error.cause.failure : undefined
}

const MAX_RETRY_AFTER_MS = 3_600_000

/** `Retry-After` in seconds or as a date, at most an hour. */
function retryAfterOf(headers: Headers | undefined): number | undefined {
  const value = headers?.get('retry-after')
  if (!value) return undefined
  const seconds = Number(value)
  const wait = Number.isNaN(seconds)
    ? Date.parse(value) - Date.parse(headers?.get('date') ?? '')
    : seconds * 1000
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), MAX_RETRY_AFTER_MS) : undefined
}
