/**
 * Puts statements through the gate: people's right and wrong ones, corruptions of the right ones, our composer's own.
 */
import type { Library } from '../../../corpus/library.ts'
import { draftOf } from '../../../server/answer/answer.ts'
import { faultsOf } from '../../../server/answer/gate/gate.ts'
import type { Fault } from '../../../server/answer/gate/reading.ts'
import type { Question } from '../question.ts'
import { type Shelves, TODAY } from '../shelves.ts'
import { corruptionsOf } from './corruptions/corruptions.ts'
import type { Statement } from './statement.ts'

/** A statement that went through the gate. */
export interface Gated {
  id: string
  lang: string
  /** How it is wrong; for a right one, whose it is. */
  kind: string
  clauseIds: string[]
  text: string
  isRight: boolean
  faults: Fault[]
}

/** True if the gate did what it is there for. */
export function isGatedWell({ isRight, faults }: Gated): boolean {
  return isRight === (faults.length === 0)
}

/** The statements that people wrote. */
export function gateStatements(statements: Statement[], shelves: Shelves): Gated[] {
  return statements.map((statement) => ({
    ...statement,
    kind: statement.kind ?? (statement.right ? 'written by people' : 'wrong'),
    isRight: statement.right,
    faults: faultsIn(statement, statement.text, statement.clauseIds, shelves.library(statement, 'alone')),
  }))
}

/** Wrong variants of those that are right. */
export function gateCorruptions(statements: Statement[], shelves: Shelves): Gated[] {
  return statements
    .filter(({ right }) => right)
    .flatMap((statement) => {
      const library = shelves.library(statement, 'alone')
      return corruptionsOf(statement, library).map(({ kind, text, clauseIds }) => ({
        id: statement.id,
        lang: statement.lang,
        kind,
        clauseIds,
        text,
        isRight: false,
        faults: faultsIn(statement, text, clauseIds, library),
      }))
    })
}

function faultsIn(statement: Statement, text: string, clauseIds: string[], library: Library): Fault[] {
  const clauses = clauseIds.map((clauseId) => {
    const clause = library.clause(statement.documentId, clauseId)
    if (!clause) throw new Error(`${statement.id}: no clause ${clauseId} in ${statement.documentId}`)
    return clause
  })
  return faultsOf({ text, clauses, asked: statement.question, abstains: statement.abstains }, library)
}

/** Every cited statement that our own composer drafts, before the gate sees it; those said twice are counted once. */
export function gateDrafts(questions: Question[], shelves: Shelves): Gated[] {
  const seen = new Set<string>()
  return questions.flatMap((question) => {
    const { id, lang, history = [] } = question
    const library = shelves.library(question, 'alone')
    const turns = history.map((content) => ({ role: 'user' as const, content }))
    const { draft, questions: asked } = draftOf({ question: question.question, history: turns }, library, {
      today: TODAY,
    })
    return draft.statements.flatMap(({ text, spans }) => {
      const clauses = [...new Set(spans.map(({ clause }) => clause))]
      const clauseIds = clauses.map(({ clauseId }) => clauseId)
      const key = [question.documentId, asked, text, ...clauseIds].join('\n')
      if (clauses.length === 0 || seen.has(key)) return []
      seen.add(key)
      const faults = faultsOf({ text, clauses, asked, abstains: draft.outcome === 'not_stated' }, library)
      return [{ id, lang, kind: 'our composer', clauseIds, text, isRight: true, faults }]
    })
  })
}
