/**
 * What an approval would make of a question, before it is given.
 */
import type { Answer, Clause } from '../../corpus/types.ts'
import { answer } from '../answer/answer.ts'
import { type ClauseRef, pointsBack } from '../answer/approved.ts'
import { understand } from '../answer/understand.ts'
import type { Parts } from '../app.ts'
import { todayOf } from '../today.ts'

/** The answer that people would get. */
export interface Preview {
  answer: Answer
  clause: Clause
  /** The question means something else in each conversation. */
  pointsBack: boolean
}

/** The answer to `question` as it would be with this clause approved for it; nothing where there is no such clause. */
export function previewOf(
  question: string,
  ref: ClauseRef,
  baseUrl: string,
  { library, now }: Pick<Parts, 'library' | 'now'>,
): Preview | undefined {
  const clause = library.clause(ref.documentId, ref.clauseId)
  if (!clause) return undefined
  const today = todayOf(now())
  const setting = { today, id: 'preview', baseUrl, approved: () => ref }
  return {
    answer: answer({ question }, library, setting),
    clause,
    pointsBack: pointsBack(understand(question, { library, today })),
  }
}

/** True if the question names a clause by number, and neither this one nor a heading that it stands under. */
export function namesAnother(
  question: string,
  { documentId, clauseId }: Clause,
  { library, now }: Pick<Parts, 'library' | 'now'>,
): boolean {
  const named = understand(question, { library, today: todayOf(now()) }).clauses.flatMap(
    ({ clauses }) => clauses,
  )
  const isOf = (one: Clause) =>
    one.documentId === documentId && (one.clauseId === clauseId || clauseId.startsWith(`${one.clauseId}.`))
  return named.length > 0 && !named.some(isOf)
}
