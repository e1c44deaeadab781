/**
 * The nouns of a conversation with the stand-in: what is asked, what is said, and the script between them.
 */
import { z } from 'zod'

export const Message = z.looseObject({
  role: z.string(),
  content: z.union([z.string(), z.array(z.looseObject({ text: z.string().optional() }))]).nullish(),
})
export type Message = z.infer<typeof Message>

/** A request of POST /v1/chat/completions, as far as the stand-in reads it; the rest is kept as sent. */
export const ChatBody = z.looseObject({
  model: z.string(),
  messages: z.array(Message).min(1),
  tools: z
    .array(z.looseObject({ type: z.string(), function: z.looseObject({ name: z.string() }).optional() }))
    .optional(),
  tool_choice: z.unknown().optional(),
  response_format: z.looseObject({ type: z.string() }).optional(),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
})
export type ChatBody = z.infer<typeof ChatBody>

export interface ToolCall {
  /** Made up where it is left out; an empty one is not sent at all. */
  id?: string
  name: string
  /** As the model wrote it, so it need not be JSON. */
  arguments: string
}

/** One reply of the model. */
export interface Reply {
  text?: string
  toolCalls?: ToolCall[]
  refusal?: string
  reasoning?: string
  /** `tool_calls` where there are calls, otherwise `stop`. */
  finish?: string
  /** `false`: none is reported. Counted roughly where it is left out. */
  usage?: { prompt_tokens: number; completion_tokens: number } | false
}

/** Decides what the model says. `callNumber` counts from 1 the requests this script was asked to reply to. */
export type Script = (body: ChatBody, callNumber: number) => Reply

export function textOf({ content }: Message): string {
  if (typeof content === 'string') return content
  return (content ?? []).map(({ text }) => text ?? '').join('')
}

export function asksForJson({ response_format }: ChatBody): boolean {
  return response_format?.type === 'json_schema' || response_format?.type === 'json_object'
}

/** The tool a model would call, if it may call any: `get_clause` where there is one. */
export function toolOffered({ tools = [], tool_choice }: ChatBody): string | undefined {
  if (tool_choice === 'none') return undefined
  const names = tools.flatMap((tool) => tool.function?.name ?? [])
  return names.find((name) => name === 'get_clause') ?? names[0]
}
