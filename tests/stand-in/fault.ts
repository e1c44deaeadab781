/**
 * What a fault is, and the ways of going wrong that several faults share. Pure: a request in, a response out.
 */
import { type ChatBody, type Reply, toolOffered } from './chat.ts'
import { firstClauseId } from './honest.ts'
import {
  bytesOf,
  type Chunk,
  chunksOf,
  completionOf,
  event,
  eventsOf,
  json,
  plain,
  type Response,
  respond,
  type Step,
  stream,
  writeChunk,
} from './wire.ts'

/** Stands in every error an upstream makes: nothing a person or a log sees may ever hold it. */
export const CANARY = 'sk-upstream-secret'

export interface Asked {
  body: ChatBody
  /** Counts from 1 the requests made under this fault. */
  number: number
  /** What the script says. Only asked when it gets to speak. */
  reply: () => Reply
}

export interface Fault {
  description: string
  /** A good client still uses the answer. */
  harmless?: true
  respond: (asked: Asked) => Response
}

/** The model says something else than the script. */
export function saying(description: string, reply: (asked: Asked) => Reply): Fault {
  return { description, respond: (asked) => respond(reply(asked), asked.body) }
}

/** The stream has other chunks; a reply in one piece is as always. */
export function chunking(description: string, change: (chunks: Chunk[], asked: Asked) => Chunk[]): Fault {
  return {
    description,
    respond: (asked) => {
      const { body } = asked
      const reply = asked.reply()
      if (!body.stream) return respond(reply, body)
      return stream(eventsOf(change(chunksOf(reply, body), asked), body))
    },
  }
}

/** Each write of the response becomes other writes. */
export function writing(description: string, change: (write: Uint8Array) => Step[]): Fault {
  return {
    description,
    respond: (asked) => {
      const response = respond(asked.reply(), asked.body)
      const steps = [...response.steps].flatMap((step) =>
        step instanceof Uint8Array ? change(step) : [step],
      )
      return { ...response, steps }
    },
  }
}

/** Half of the content, and then this. */
export function halfway({ body, reply }: Asked, ...ending: Step[]): Response {
  if (!body.stream) {
    const whole = json(completionOf(reply(), body), body)
    const written = bytesOf(whole)
    return { ...whole, steps: [written.subarray(0, written.length / 2), ...ending] }
  }
  const [opening, ...deltas] = deltasOf(reply(), body)
  const half = [...(opening ? [opening] : []), ...deltas.slice(0, Math.ceil(deltas.length / 2))]
  return stream([...half.map(written(body)), ...ending])
}

/** All that is said, without the end. */
export function deltasOf(reply: Reply, body: ChatBody): Chunk[] {
  return chunksOf(reply, body).filter(({ delta, finish }) => delta && !finish)
}

export function written(body: ChatBody): (chunk: Chunk) => Step {
  return (chunk) => event(writeChunk(chunk, body))
}

export function refusing(status: number, message: string, headers = {}): Response {
  return plain(status, JSON.stringify(errorOf(message, status)), 'application/json', headers)
}

export function errorOf(message: string, code: number | string): { error: Record<string, unknown> } {
  return { error: { message: `${message} (key ${CANARY})`, type: 'stand_in_error', param: null, code } }
}

/** Calls of the clause tool, one for each of these arguments. */
export function callsOf(body: ChatBody, ...args: string[]): Reply {
  const name = toolOffered(body) ?? 'get_clause'
  return { toolCalls: args.map((written) => ({ name, arguments: written })) }
}

export function clauseArguments(clause: string): string {
  return JSON.stringify({ clause })
}

/** A call that a reader of the evidence might make. */
export function sensibleCall(body: ChatBody): Reply {
  return callsOf(body, clauseArguments(firstClauseId(body) ?? '1'))
}
