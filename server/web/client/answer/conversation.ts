/**
 * One conversation: its turns, and what asking, stopping, retrying and editing do to them. Shows nothing itself.
 */
import type { Answer, ChatRequest } from '../../../../corpus/types.ts'
import { type Api, ApiFault, type FaultReason, type Stage, type Told } from './api.ts'
import { type ConversationKey, takeKey } from './conversation-key.ts'

/** A question and what became of it. */
export interface Turn {
  id: string
  question: string
  /** ISO 8601. */
  at: string
  state: 'asking' | 'answered' | 'stopped' | 'failed'
  stage: Stage
  /** Statements that arrived before the answer was whole; each is proved. */
  told: Told[]
  answer?: Answer
  fault?: FaultReason
  /** Seconds after which to try again, where the server names them. */
  wait?: number
  /** When they are over, in milliseconds as `Date.now` has them. */
  retryFrom?: number
  rating?: 'up' | 'down'
}

export const MAX_QUESTION = 2000
const MAX_TURNS = 10
const MAX_CONTENT = 4000
const SECOND = 1000

interface Parts {
  api: Pick<Api, 'ask'>
  /** Called after every change. */
  changed(): void
  /** Called once for every question that is answered. */
  answered?(turn: Turn, answer: Answer): void
  /** Called when a turn has begun or ended, whichever way. */
  turned?(turn: Turn): void
  newId(): string
  now(): Date
  /** Asks of one document only. */
  documentId?(): string | undefined
  turns?: Turn[]
  /** Of what the server keeps of it. */
  key?: ConversationKey
}

export type Conversation = ReturnType<typeof openConversation>

/** A conversation that goes on from `turns`. */
export function openConversation(parts: Parts) {
  const turns = parts.turns ?? []
  const replaced: string[] = []
  let { key } = parts
  let running: { turn: Turn; control: AbortController } | undefined

  async function run(turn: Turn): Promise<void> {
    const control = new AbortController()
    running = { turn, control }
    Object.assign(turn, {
      state: 'asking',
      stage: 'understanding',
      told: [],
      fault: undefined,
      wait: undefined,
      retryFrom: undefined,
    })
    parts.changed()
    parts.turned?.(turn)
    try {
      const given = await parts.api.ask(requestOf(turn), hearingOf(turn), control.signal, key?.secret)
      if (control.signal.aborted) return
      const { answer, key: begun } = takeKey(given)
      key = begun ?? key
      // The question as understood: personal numbers are gone from it, and so from what is kept here.
      Object.assign(turn, { state: 'answered', answer, question: answer.question, told: [] })
      parts.answered?.(turn, answer)
    } catch (error) {
      // Whoever stopped it has said so.
      if (control.signal.aborted) return
      Object.assign(turn, { state: 'failed', ...reasonOf(error, parts.now()) })
    }
    end(turn)
  }

  function end(turn: Turn): void {
    running = undefined
    parts.changed()
    parts.turned?.(turn)
  }

  function hearingOf(turn: Turn) {
    return {
      stage(stage: Stage) {
        if (turn.state !== 'asking') return
        turn.stage = stage
        parts.changed()
      },
      statement(told: Told) {
        if (turn.state !== 'asking') return
        turn.told = [...turn.told, told]
        turn.stage = 'writing'
        parts.changed()
      },
    }
  }

  function requestOf(turn: Turn): ChatRequest {
    const before = turns.slice(0, turns.indexOf(turn)).filter(({ answer }) => answer)
    const history = before.slice(-MAX_TURNS).flatMap(({ question, answer }) => [
      { role: 'user' as const, content: question.slice(0, MAX_CONTENT) },
      { role: 'assistant' as const, content: (answer?.answer ?? '').slice(0, MAX_CONTENT) },
    ])
    const documentId = parts.documentId?.()
    return {
      question: turn.question,
      // An empty one too, once the server remembers: an edited question has taken the place of what was asked.
      ...(history.length > 0 || key ? { history } : {}),
      ...(key ? { conversationId: key.id } : {}),
      ...(documentId ? { documentId } : {}),
    }
  }

  function stop(): boolean {
    if (!running) return false
    const { turn, control } = running
    turn.state = 'stopped'
    control.abort()
    end(turn)
    return true
  }

  return {
    turns,
    /** Nothing before its first answer, or where the server keeps nothing. */
    get key(): ConversationKey | undefined {
      return key
    },
    /** Ids of turns that an edited question took the place of. */
    replaced,
    isBusy: () => running !== undefined,
    /** Asks; `replacing` takes the place of the last turn, as an edited question does. */
    ask(question: string, { replacing = false } = {}): boolean {
      const asked = question.trim()
      if (asked === '' || asked.length > MAX_QUESTION || running) return false
      const last = replacing ? turns.pop() : undefined
      if (last) replaced.push(last.id)
      const at = parts.now().toISOString()
      const turn: Turn = {
        id: parts.newId(),
        question: asked,
        at,
        state: 'asking',
        stage: 'understanding',
        told: [],
      }
      turns.push(turn)
      run(turn)
      return true
    },
    /** Ends the stream that runs, at once; what was told stays. False if none runs. */
    stop,
    retry(turn: Turn): void {
      if (!running) run(turn)
    },
  }
}

function reasonOf(error: unknown, now: Date): Pick<Turn, 'fault' | 'wait' | 'retryFrom'> {
  if (!(error instanceof ApiFault)) return { fault: 'server' }
  const { reason, wait } = error
  if (wait === undefined) return { fault: reason }
  return { fault: reason, wait, retryFrom: now.getTime() + wait * SECOND }
}
