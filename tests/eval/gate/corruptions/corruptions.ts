/**
 * Corruptions: makes wrong variants of right statements, in the ways in which language models get things wrong.
 *
 * Law: none is by chance true of the clauses that it cites, and the same statement always gives the same ones.
 * Sentences of the tables are written in Traditional characters and simplified for Simplified statements. Pure.
 */
import type { Library } from '../../../../corpus/library.ts'
import { addAgency, swapAgency } from './agencies.ts'
import { changeComparator } from './bounds.ts'
import { addQuote, changeReference, moveCitation } from './clauses.ts'
import { type Context, readContext } from './context.ts'
import {
  CORRUPTION_KINDS,
  type Corruption,
  type CorruptionKind,
  type Draft,
  type RightStatement,
} from './corruption.ts'
import { deny } from './denials.ts'
import { changeDigit } from './digits.ts'
import { addAddress, addDocumentNumber, addNumber, addSentence } from './inventions.ts'
import { promise, reverse, tellAsDone } from './reversals.ts'
import { inventAlone, inventLead } from './roles.ts'
import { changeScope } from './scope.ts'
import { swapFigures } from './swaps.ts'
import { changeUnit } from './units.ts'
import { changeYear } from './years.ts'

export const MOST_OF_A_KIND = 2

/** All corruptions of `statement`, none of which is by chance true. */
export function corruptionsOf(statement: RightStatement, library: Library): Corruption[] {
  const c = readContext(statement, library)
  if (!c) return []
  return CORRUPTION_KINDS.flatMap((kind) => {
    const drafts = MAKERS[kind](c).map((draft) =>
      typeof draft === 'string' ? { text: draft, clauseIds: statement.clauseIds } : draft,
    )
    const wrong = drafts.filter(
      ({ text, clauseIds }, i) =>
        (text !== c.text || clauseIds !== statement.clauseIds) &&
        drafts.findIndex((other) => other.text === text && other.clauseIds === clauseIds) === i,
    )
    return wrong.slice(0, MOST_OF_A_KIND).map((draft) => ({ kind, ...draft, of: statement.id }))
  })
}

const MAKERS: Record<CorruptionKind, (c: Context) => Draft[]> = {
  digit: changeDigit,
  unit: changeUnit,
  comparator: changeComparator,
  agency_swapped: swapAgency,
  agency_added: addAgency,
  lead_invented: inventLead,
  alone_invented: inventAlone,
  year: changeYear,
  scope: changeScope,
  citation: moveCitation,
  quote: addQuote,
  swapped: swapFigures,
  reference: changeReference,
  document_number: addDocumentNumber,
  url: addAddress,
  number_added: addNumber,
  sentence_added: addSentence,
  denial: deny,
  reversed: reverse,
  done: tellAsDone,
  promise: promise,
}
