/**
 * The slices of a clause that prove a statement: the sentences that have its figures and words, and who is responsible. Pure.
 */

import { findAgencyNames } from '../../corpus/agency-mentions.ts'
import type { Library } from '../../corpus/library.ts'
import { readNumbers } from '../../corpus/numerals.ts'
import { plainValue } from '../../corpus/scale.ts'
import { fold } from '../../corpus/script.ts'
import type { Clause } from '../../corpus/types.ts'
import { statementSpan } from '../answer/about-agencies.ts'
import { type Span, titleSpan } from '../answer/draft.ts'
import { sentenceSpans } from '../answer/evidence.ts'

/** A figure in common counts as much as so many pairs of characters. */
const FIGURE_COUNTS = 8
const MOST_SENTENCES = 2

/** The slices of `clause` for a statement, at most three, in the order of the text. */
export function spansProving(text: string, clause: Clause, library: Library): Span[] {
  const said = fold(text)
  const spans = [...sentencesProving(said, clause, library), ...agenciesProving(said, clause, library)]
  return spans.length > 0 ? spans : [titleSpan(clause)]
}

function sentencesProving(said: string, clause: Clause, library: Library): Span[] {
  const query = library.query(said)
  const figures = new Set(readNumbers(said).map(plainValue))
  const scored = sentenceSpans(clause)
    .map((span) => {
      const sentence = fold(clause.text.slice(span.start, span.end))
      const has = readNumbers(sentence)
        .map(plainValue)
        .filter((value) => figures.has(value))
      return { span, has, score: library.appraise(query, sentence) + FIGURE_COUNTS * new Set(has).size }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const [best, ...others] = scored
  if (!best) return []
  // A second sentence only for figures that the first does not have.
  const missing = new Set([...figures].filter((value) => !best.has.includes(value)))
  const further = others.find(({ has }) => has.some((value) => missing.has(value)))
  return [best, ...(further ? [further] : [])]
    .slice(0, MOST_SENTENCES)
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start)
}

function agenciesProving(said: string, clause: Clause, library: Library): Span[] {
  const entries = library.responsibilitiesOf(clause.documentId, clause.clauseId)
  const named = findAgencyNames(said, library).flatMap(({ agencies }) =>
    agencies.map(({ name }) => fold(name)),
  )
  const speaksOfRoles = /牵头|负责|责任单位|\b(?:lead|responsib)/.test(said)
  return entries.some(({ agency }) => named.includes(fold(agency))) || (speaksOfRoles && entries.length > 0)
    ? [statementSpan(clause, library)]
    : []
}
