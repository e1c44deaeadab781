/**
 * One question put to the model: rounds of tools, retries and forms, within bounds. What it says is handed on as it comes.
 */
import type { Library } from '../../corpus/library.ts'
import { runTool, type Tool, ToolError, type ToolSetting } from '../../tools/tool.ts'
import type { Breaker } from './breaker.ts'
import {
  type Completion,
  type Failure,
  FORMS,
  type Form,
  type Message,
  type Request,
  type ToolCall,
  type ToolDefinition,
  type Usage,
} from './completion.ts'
import { argumentsOf } from './definitions.ts'
import type { Endpoint } from './endpoint.ts'
import { estimateTokens } from './tokens.ts'
import { ANSWER_SCHEMA, openReader, type Written } from './written.ts'

/** Rounds of tools, and requests in all, retries and refused forms included. */
const MAX_ROUNDS = 4
const MAX_CALLS = 8
/** Calls of tools that are run in one round. */
const MAX_PARALLEL = 8
/** A retry waits no longer. */
const MAX_WAIT_MS = 2_000

/** The form that an endpoint was found to take; one for each endpoint, kept between questions. */
export interface Known {
  form(): Form
  learn(form: Form): void
}

/** What is refused once may have been refused for another reason: the best form is tried again after so long. */
const REMEMBERED_MS = 3_600_000

/** Knows nothing yet; `now` in milliseconds. */
export function openKnown(now: () => number): Known {
  let known: Form = FORMS[0]
  let until = 0
  return {
    form: () => (now() < until ? known : FORMS[0]),
    learn(form) {
      if (form === FORMS[0] || form === known) return
      known = form
      until = now() + REMEMBERED_MS
    },
  }
}

export interface Conversation {
  endpoint: Endpoint
  known: Known
  breaker: Breaker
  tools: Tool[]
  /** The tools as the model is told of them. */
  definitions: ToolDefinition[]
  library: Library
  toolSetting: ToolSetting
  signal: AbortSignal
  /** Waits so many milliseconds, or until the signal ends it. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
  /** The messages for a form of answer. */
  messages(form: Form): Message[]
  /** A statement that is complete. */
  onStatement(statement: Written): void
  /** What was said in this completion led to tools: it was no answer. These are the results. */
  onResults(results: ToolResult[]): void
}

/** What a tool gave back, as JSON. */
export interface ToolResult {
  tool: string
  content: string
}

export interface Outcome {
  failure?: Failure | 'tools'
  calls: number
  rounds: number
  form: Form
  usage: Usage
}

/** Has the conversation; it never throws. */
export async function converse(conversation: Conversation): Promise<Outcome> {
  const { known, definitions } = conversation
  const spent: Outcome = { calls: 0, rounds: 0, form: known.form(), usage: { input: 0, output: 0 } }
  const exchange: Message[] = []
  const asked = new Set<string>()
  let mayCall = true
  for (;;) {
    const completion = await completed(conversation, spent, (form) => ({
      messages: [...conversation.messages(form), ...exchange],
      tools: definitions,
      mayCall,
      answer: ANSWER_SCHEMA,
    }))
    if (!completion.ok) return { ...spent, failure: completion.failure }
    if (completion.toolCalls.length === 0) return spent
    if (!mayCall || spent.rounds >= MAX_ROUNDS) return { ...spent, failure: 'tools' }
    spent.rounds++
    const results = resultsOf(completion, conversation, asked)
    exchange.push(...results)
    conversation.onResults(
      results.flatMap(({ content, toolCallId }) => {
        const tool = completion.toolCalls.find(({ id }) => id === toolCallId)?.name
        return tool ? [{ tool, content }] : []
      }),
    )
    mayCall = spent.rounds < MAX_ROUNDS && !isRepeating(completion.toolCalls, asked)
  }
}

type Done = Extract<Completion, { ok: true }>

/** One completion, tried again once, and in a lesser form where the endpoint refuses the request. */
async function completed(
  conversation: Conversation,
  spent: Outcome,
  requestIn: (form: Form) => Parameters<Endpoint['complete']>[0],
): Promise<Completion> {
  const { endpoint, known, breaker, signal, wait } = conversation
  let retries = 1
  for (;;) {
    const { form } = spent
    const request = requestIn(form)
    if (spent.calls >= MAX_CALLS) return { ok: false, failure: 'unfinished', length: 0 }
    spent.calls++
    const reader = openReader()
    let handedOn = false
    const hand = (statements: Written[]) => {
      for (const statement of statements) {
        handedOn = true
        conversation.onStatement(statement)
      }
    }
    const completion = await endpoint.complete(request, form, signal, (text) => hand(reader.push(text)))
    count(completion, request, spent)
    if (completion.ok) {
      breaker.succeeded()
      known.learn(form)
      // What leads to tools was no answer.
      if (completion.toolCalls.length > 0) return completion
      hand(reader.end())
      const { text } = completion
      return handedOn || SAYS_NOTHING.test(text)
        ? completion
        : { ok: false, failure: 'malformed', length: text.length }
    }
    const lesser = FORMS[FORMS.indexOf(form) + 1]
    if (completion.status === 400 || completion.status === 422) {
      if (!lesser) {
        breaker.failed(completion)
        return completion
      }
      spent.form = lesser
      continue
    }
    const pause = completion.retryAfterMs ?? RETRY_AFTER_MS
    const isWorthIt = isPassing(completion) && !handedOn && retries > 0 && pause <= MAX_WAIT_MS
    if (!isWorthIt || signal.aborted) {
      breaker.failed(completion)
      return completion
    }
    retries--
    await wait(pause, signal)
  }
}

const RETRY_AFTER_MS = 250

/** The form kept, and nothing to say in it. */
const SAYS_NOTHING = /"statements"\s*:\s*\[\s*\]/

/** Failures that may be over the next time. A deadline that has passed leaves no time for another. */
function isPassing({ failure, status = 0 }: Extract<Completion, { ok: false }>): boolean {
  if (failure === 'network' || failure === 'unfinished' || failure === 'malformed') return true
  return failure === 'status' && (status === 408 || status === 409 || status === 429 || status >= 500)
}

/** What is not reported is estimated, also of what broke off: it was read, and is paid for. */
function count(completion: Completion, { messages, tools }: Request, { usage }: Outcome): void {
  const reported = completion.usage
  const wasRefused = !completion.ok && (completion.failure === 'network' || completion.failure === 'status')
  if (wasRefused && !reported) return
  usage.input += reported?.input ?? estimateInput(messages, tools)
  usage.output += reported?.output ?? (completion.ok ? estimateTokens(completion.text) : completion.length)
}

function estimateInput(messages: Message[], tools: ToolDefinition[]): number {
  return estimateTokens([...messages.map(({ content }) => content), JSON.stringify(tools)].join('\n'))
}

function keyOf({ name, arguments: args }: ToolCall): string {
  return `${name} ${args}`
}

/** Asked the same again: it will not get another answer. */
function isRepeating(calls: ToolCall[], asked: Set<string>): boolean {
  const repeated = calls.every((call) => asked.has(keyOf(call)))
  for (const call of calls) asked.add(keyOf(call))
  return repeated
}

/** The model's calls and what they found. */
function resultsOf({ text, toolCalls }: Done, conversation: Conversation, asked: Set<string>): Message[] {
  return [
    { role: 'assistant', content: text, toolCalls },
    ...toolCalls.map(
      (call, i): Message => ({
        role: 'tool',
        toolCallId: call.id,
        content:
          i >= MAX_PARALLEL
            ? sayError(`At most ${MAX_PARALLEL} calls at a time.`)
            : asked.has(keyOf(call))
              ? sayError('This was asked before, with the same result. Answer now.')
              : resultOf(call, conversation),
      }),
    ),
  ]
}

function resultOf(
  { name, arguments: written }: ToolCall,
  { tools, library, toolSetting }: Conversation,
): string {
  const tool = tools.find((entry) => entry.name === name)
  if (!tool)
    return sayError(
      `There is no tool of this name. There are: ${tools.map((entry) => entry.name).join(', ')}.`,
    )
  try {
    return JSON.stringify(runTool(tool, argumentsOf(written), library, toolSetting))
  } catch (error) {
    if (error instanceof SyntaxError) return sayError('The arguments are not valid JSON.')
    if (error instanceof ToolError) return sayError(error.message)
    throw error
  }
}

function sayError(message: string): string {
  return JSON.stringify({ error: message })
}
