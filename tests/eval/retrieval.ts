/**
 * Measures retrieval alone: is the one clause that proves the answer among the first found, in either script? Pure.
 */
import { Converter as ToTraditional } from 'opencc-js/cn2t'
import { Converter as ToSimplified } from 'opencc-js/t2cn'
import type { Library } from '../../corpus/library.ts'
import { clauseIdOf, documentIdOf } from './judge.ts'
import type { Question } from './question.ts'

export const traditional = ToTraditional({ from: 'cn', to: 'tw' })
export const simplified = ToSimplified({ from: 'tw', to: 'cn' })

const TOP = 3

/** Kinds that the register or the history answers, not a search of the question as it stands. */
const NOT_SEARCHED = new Set(['agency-tasks', 'clause', 'followup', 'injection'])

/** The rank (from 1) of the only expected clause; 0 if it is not found, undefined if the question is not measured. */
export function rankOf(question: Question, library: Library): number | undefined {
  const { clauses, clausesAnyOf } = question.expect
  const [only, ...others] = clauses ?? []
  if (only === undefined || others.length > 0 || clausesAnyOf || NOT_SEARCHED.has(question.kind))
    return undefined
  const expected = clauseIdOf(only, documentIdOf(question, library), library)
  return library.search(question.question).findIndex(({ clause }) => clause.clauseId === expected) + 1
}

/** True if a Chinese question finds the same first clauses in Simplified and in Traditional. */
export function sameInEitherScript({ question }: Question, library: Library): boolean {
  const top = (text: string) =>
    library
      .search(text, { limit: TOP })
      .map(({ clause }) => `${clause.documentId}#${clause.clauseId}`)
      .join()
  const hans = simplified(question)
  return top(hans) === top(traditional(hans))
}
