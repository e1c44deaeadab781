/**
 * A turn as a browser keeps it, and as it is read back.
 *
 * Laws: what is read back is checked field by field, for others can write there too; a question that got no answer
 * was never freed of personal numbers by the server, so its long numbers do not get kept.
 */
import type { Answer } from '../../../../corpus/types.ts'
import { ANSWER_STRINGS } from '../strings/answer.ts'
import { isAnswer, isStatement, listOf, oneOf, shape, text } from './checks.ts'
import type { Turn } from './conversation.ts'

const isTurn = shape({ id: text, question: text, at: text })
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
    told: listOf(isStatement)(told) ? told : [],
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
