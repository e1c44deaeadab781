/**
 * A turn as a browser keeps it, and as it is read back.
 *
 * Laws: what is read back is checked field by field, for others can write there too; a question that got no answer
 * was never freed of personal numbers by the server, so its long numbers do not get kept.
 */
import type { Answer, Citation } from '../../../../corpus/types.ts'
import { LANGS } from '../common/preferences.ts'
import { ANSWER_STRINGS } from '../strings/answer.ts'
import type { Told } from './api.ts'
import type { Turn } from './conversation.ts'

type Check = (value: unknown) => boolean

const text: Check = (value) => typeof value === 'string'
const number: Check = (value) => Number.isInteger(value)
const address: Check = (value) => typeof value === 'string' && /^https?:\/\//.test(value)
const oneOf =
  (values: string[]): Check =>
  (value) =>
    values.some((known) => known === value)
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)

function shape(fields: Record<string, Check>): Check {
  return (value) => {
    if (typeof value !== 'object' || value === null) return false
    const record = value as Record<string, unknown>
    return Object.keys(fields).every((name) => fields[name]?.(record[name]))
  }
}

const isCitation = shape({
  n: number,
  documentId: text,
  documentTitle: text,
  clauseId: text,
  label: text,
  path: listOf(text),
  quote: text,
  start: number,
  end: number,
  url: address,
})

const isAnswer = shape({
  id: text,
  question: text,
  lang: oneOf(LANGS),
  outcome: oneOf(Object.keys(ANSWER_STRINGS.en.outcomes)),
  statements: listOf(shape({ text, citations: listOf(number) })),
  answer: text,
  citations: listOf(isCitation),
  notices: listOf(shape({ code: oneOf(Object.keys(ANSWER_STRINGS.en.notices)), text })),
  suggestions: listOf(text),
  aiLabel: text,
})

const isTurn = shape({ id: text, question: text, at: text })
const isTold = listOf(shape({ text, citations: listOf(isCitation) }))
const isFault = oneOf(Object.keys(ANSWER_STRINGS.en.faults))

/** From seven digits on a number may be a person's. */
const LONG_NUMBER = /\d(?:[-–—·.,，_/ ]{0,2}\d){6,}[Xx]?/g
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/** What of a turn is kept; of the answer no secret. */
export function turnToKeep({ id, question, at, state, told, answer, fault, rating }: Turn) {
  const spoken = answer ? question : maskNumbers(question)
  const { conversationSecret: _secret, ...given } = answer ?? ({} as Partial<Answer>)
  return { id, question: spoken, at, state, told, fault, rating, ...(answer ? { answer: given } : {}) }
}

/** The turn that was kept; nothing where it has another shape. */
export function readTurn(value: unknown): Turn | undefined {
  if (!isTurn(value)) return undefined
  const { id, question, at, state, told, answer, fault, rating } = value as Turn
  return {
    id,
    question,
    at,
    stage: 'understanding',
    told: isTold(told) ? (told as (Told & { citations: Citation[] })[]) : [],
    ...(rating === 'up' || rating === 'down' ? { rating } : {}),
    ...(isAnswer(answer)
      ? { state: 'answered', answer }
      : state === 'failed' && isFault(fault)
        ? { state, fault }
        : { state: 'stopped' }),
  }
}

function maskNumbers(question: string): string {
  return question.normalize('NFKC').replace(LONG_NUMBER, '***').replace(MAIL, '***')
}
