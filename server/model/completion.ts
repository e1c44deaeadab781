/**
 * The nouns of a chat completion, ours and free of any SDK: what is asked, and what came of it.
 */

export interface Message {
  role: 'system' | 'user' | 'assistant' | 'tool'
  content: string
  toolCalls?: ToolCall[]
  /** Of a tool's message: the call that it answers. */
  toolCallId?: string
}

export interface ToolCall {
  id: string
  name: string
  /** JSON, as the model wrote it. */
  arguments: string
}

/** A tool as a model is told of it; `strict` schemas are for endpoints that hold a model to them. */
export interface ToolDefinition {
  name: string
  description: string
  parameters: Record<string, unknown>
  strictParameters: Record<string, unknown>
}

export interface Request {
  messages: Message[]
  tools: ToolDefinition[]
  /** False: the model is to answer now. */
  mayCall: boolean
  /** The schema of the answer, where the form is structured. */
  answer?: { name: string; schema: Record<string, unknown> }
}

/** What an endpoint is able to do, most first; the next is tried where it refuses a request. */
export const FORMS = ['structured', 'marked', 'marked without tools'] as const
export type Form = (typeof FORMS)[number]

export interface Usage {
  input: number
  output: number
}

/** Why a completion cannot be used. */
export type Failure =
  | 'left'
  | 'timeout'
  | 'network'
  | 'status'
  | 'malformed'
  | 'unfinished'
  | 'refused'
  | 'empty'
  | 'too_long'

export type Completion =
  | { ok: true; text: string; toolCalls: ToolCall[]; usage?: Usage }
  | {
      ok: false
      failure: Failure
      status?: number
      retryAfterMs?: number
      usage?: Usage /** Characters that came. */
      length: number
    }

/** Ours, so that nothing of the server's words is needed to tell what happened. */
export class Fault extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure)
    this.failure = failure
  }
}
