/**
 * Puts a reply together out of its chunks, and says whether it can be used.
 */
import { z } from 'zod'
import { type Completion, type Failure, Fault, type ToolCall, type Usage } from './completion.ts'

const MAX_TEXT = 40_000
const MAX_TOOL_CALLS = 64

/** A text, or its parts. */
const Text = z.union([
  z.string(),
  z
    .array(z.looseObject({ text: z.string().optional() }))
    .transform((parts) => parts.map(({ text = '' }) => text).join('')),
])
/** JSON as it should be, or the object itself. */
const Arguments = z.union([z.string(), z.looseObject({}).transform((value) => JSON.stringify(value))])

/** As much of a chunk as is read; servers differ in the rest, and leave out much. */
const Chunk = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        delta: z
          .looseObject({
            content: Text.nullish(),
            reasoning_content: Text.nullish().catch(undefined),
            refusal: z.string().nullish(),
            tool_calls: z
              .array(
                z.looseObject({
                  index: z.number().int().nonnegative().nullish(),
                  id: z.union([z.string(), z.number().transform(String)]).nullish(),
                  function: z
                    .looseObject({ name: z.string().nullish(), arguments: Arguments.nullish() })
                    .nullish(),
                }),
              )
              .nullish(),
          })
          .nullish(),
        index: z.number().nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: z
    .looseObject({ prompt_tokens: z.number().nonnegative(), completion_tokens: z.number().nonnegative() })
    .nullish()
    .catch(undefined),
  error: z.unknown().optional(),
})

export interface Reply {
  text: string
  calls: Map<number, ToolCall>
  refused: boolean
  finish?: string
  usage?: Usage
}

/** Nothing has come yet. */
export function emptyReply(): Reply {
  return { text: '', calls: new Map(), refused: false }
}

/** Takes a chunk in, and tells if it said anything; `onText` hears of its text. Throws a Fault where it is none. */
export function take(raw: unknown, reply: Reply, onText: (text: string) => void): boolean {
  const parsed = Chunk.safeParse(raw)
  if (!parsed.success || parsed.data.error) throw new Fault('malformed')
  const { choices, usage } = parsed.data
  if (usage) reply.usage = { input: usage.prompt_tokens, output: usage.completion_tokens }
  const choice = choices?.find(({ index }) => !index)
  if (!choice) return false
  const { content, reasoning_content: thought, refusal, tool_calls: calls } = choice.delta ?? {}
  if (refusal) reply.refused = true
  for (const call of calls ?? []) addCall(call, reply)
  if (content && !reply.refused) {
    reply.text += content
    if (reply.text.length > MAX_TEXT) throw new Fault('too_long')
    onText(content)
  }
  reply.finish ??= choice.finish_reason ?? undefined
  return Boolean(content || thought || refusal || calls?.length)
}

type CallPart = NonNullable<
  NonNullable<NonNullable<NonNullable<z.infer<typeof Chunk>['choices']>[number]['delta']>['tool_calls']>
>[number]

/** The parts of a call come one by one, by index; where none is given, a new id or name opens the next. */
function addCall({ index, id, function: part }: CallPart, { calls }: Reply): void {
  const last = calls.size - 1
  const opens = calls.size === 0 || Boolean(part?.name && calls.get(last)?.name)
  const at = index ?? (opens ? calls.size : last)
  if (at >= MAX_TOOL_CALLS) return
  const call = calls.get(at) ?? { id: '', name: '', arguments: '' }
  calls.set(at, {
    id: call.id || (id ?? ''),
    name: call.name || (part?.name ?? ''),
    arguments: call.arguments + (part?.arguments ?? ''),
  })
  if ((calls.get(at)?.arguments.length ?? 0) > MAX_TEXT) throw new Fault('too_long')
}

/** A completion that did not say why it ended was cut off. */
const FINISHED = new Set(['stop', 'tool_calls'])

/** What came of it, once the stream has ended. */
export function concluded(reply: Reply): Completion {
  const fail = (failure: Failure): Completion => ({
    ok: false,
    failure,
    length: reply.text.length,
    ...withUsage(reply),
  })
  if (reply.refused || reply.finish === 'content_filter') return fail('refused')
  if (!reply.finish || !FINISHED.has(reply.finish)) return fail('unfinished')
  const toolCalls = [...reply.calls.values()].map((call, i) => ({ ...call, id: call.id || `call_${i + 1}` }))
  if (toolCalls.length === 0 && reply.text.trim() === '') return fail('empty')
  return { ok: true, text: reply.text, toolCalls, ...withUsage(reply) }
}

/** The usage, where the server told it. */
export function withUsage({ usage }: Reply): { usage?: Usage } {
  return usage ? { usage } : {}
}
