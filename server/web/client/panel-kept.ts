/**
 * The conversation as the tab keeps it, so that it goes on when a link of the portal is followed.
 *
 * Its law: scripts of the portal can write there too, so what is read back is checked, and only text comes through.
 */
import type { Answer } from '../../../corpus/types.ts'
import type { Turn } from './conversation.ts'
import { keep, LANGS, readKept } from './preferences.ts'

const KEY = 'policy-chat:turns'
const MAX_KEPT = 20
const TAB = () => sessionStorage

type Check = (value: unknown) => boolean

const text: Check = (value) => typeof value === 'string'
const number: Check = (value) => Number.isInteger(value)
const address: Check = (value) => typeof value === 'string' && /^https?:\/\//.test(value)

function oneOf(...values: string[]): Check {
  return (value) => values.some((known) => known === value)
}

function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check)
}

function shape(fields: Record<string, Check>): Check {
  return (value) => {
    if (typeof value !== 'object' || value === null) return false
    const record = value as Record<string, unknown>
    return Object.entries(fields).every(([name, check]) => check(record[name]))
  }
}

const isAnswer = shape({
  id: text,
  question: text,
  lang: oneOf(...LANGS),
  outcome: oneOf('answered', 'not_stated', 'out_of_scope', 'declined', 'clarify'),
  statements: listOf(shape({ text, citations: listOf(number) })),
  answer: text,
  citations: listOf(
    shape({
      n: number,
      documentId: text,
      documentTitle: text,
      clauseId: text,
      label: text,
      path: listOf(text),
      quote: text,
      url: address,
    }),
  ),
  notices: listOf(shape({ code: text, text })),
  suggestions: listOf(text),
  aiLabel: text,
})

const isTurn = shape({ id: text, question: text, at: text })

/** Keeps the newest turns. Of the answer only what is shown: no secret lies where the portal can read it. */
export function keepTurns(turns: Turn[]): void {
  const kept = turns.slice(-MAX_KEPT).map(({ id, question, at, answer, rating }) => ({
    id,
    question,
    at,
    ...(answer ? { answer: { ...answer, conversationSecret: undefined } } : {}),
    ...(rating ? { rating } : {}),
  }))
  keep(KEY, kept, TAB)
}

/** The turns kept; a question without its answer can be asked again. */
export function readTurns(): Turn[] {
  const kept = readKept<unknown>(KEY, TAB)
  if (!Array.isArray(kept)) return []
  return kept.filter(isTurn).map((turn: Turn) => {
    const { id, question, at, rating } = turn
    const answer: Answer | undefined = isAnswer(turn.answer) ? turn.answer : undefined
    return {
      id,
      question,
      at,
      state: answer ? 'answered' : 'stopped',
      stage: 'understanding',
      told: [],
      ...(answer ? { answer } : {}),
      ...(rating === 'up' || rating === 'down' ? { rating } : {}),
    }
  })
}
