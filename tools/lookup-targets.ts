/**
 * The register of targets: numeric goals by subject, agency, clause or document; best first. Pure.
 *
 * A target speaks for itself (indicator, scope, quote); the clause it stands in only breaks ties and helps
 * where the question names the task rather than the indicator.
 */
import type { Library } from '../corpus/library.ts'
import { type Concept, gramsOf, type Query } from '../corpus/query.ts'
import { fold } from '../corpus/script.ts'
import type { Target } from '../corpus/types.ts'
import { findAgencies, responsibilitiesOfAgency } from './lookup-agencies.ts'

export interface TargetLookup {
  query?: string
  agency?: string
  clauseId?: string
  documentId?: string
}

const INDICATOR_WEIGHT = 3
const QUOTE_WEIGHT = 1
const CLAUSE_WEIGHT = 0.5
/** A clause that covers this share of the question lends its targets to the list. */
const CLAUSE_COVERS = 0.6
/** Of what the best target scores, a target has to reach this share. */
const WORTH_SHOWING = 0.35

/** Every target that fits; in order of the document where there is no query. */
export function lookupTargets(library: Library, lookup: TargetLookup): Target[] {
  const clauses = lookup.agency === undefined ? undefined : clausesOfAgency(library, lookup.agency)
  const eligible = library.documents
    .filter(({ source }) => lookup.documentId === undefined || source.id === lookup.documentId)
    .flatMap(({ targets }) => targets)
    .filter(({ clauseId }) => lookup.clauseId === undefined || clauseId === lookup.clauseId)
    .filter((target) => clauses === undefined || clauses.has(keyOf(target)))
  return lookup.query === undefined ? eligible : rankTargets(library, eligible, lookup.query)
}

function rankTargets(library: Library, targets: Target[], question: string): Target[] {
  const query = library.query(question)
  const clauses = new Map(
    library
      .search(query, { limit: 10 })
      .map(({ clause, coverage }, rank) => [keyOf(clause), coverage >= CLAUSE_COVERS ? 1 / (1 + rank) : 0]),
  )
  const scored = targets.map((target, order) => {
    const indicators = library.document(target.documentId)?.gloss?.indicators ?? {}
    const english = Object.hasOwn(indicators, target.indicator) ? (indicators[target.indicator] ?? '') : ''
    const own =
      INDICATOR_WEIGHT * shareFound(query, fold(`${target.indicator} ${target.scope ?? ''} ${english}`)) +
      QUOTE_WEIGHT * shareFound(query, fold(target.quote))
    return { target, order, score: own + CLAUSE_WEIGHT * (clauses.get(keyOf(target)) ?? 0) }
  })
  const best = Math.max(0, ...scored.map(({ score }) => score))
  return scored
    .filter(({ score }) => score > 0 && score >= best * WORTH_SHOWING)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ target }) => target)
}

/** Which share (0–1) of what the query asks for stands in the folded `text`. */
function shareFound(query: Query, text: string): number {
  const bigrams = [...new Set(query.grams.map(({ gram }) => gram).filter((gram) => gram.length > 1))]
  const parts = bigrams.length + query.concepts.length
  if (parts === 0) return 0
  const grams = bigrams.filter((gram) => text.includes(gram)).length
  return (grams + query.concepts.reduce((sum, concept) => sum + bestSaying(concept, text), 0)) / parts
}

function bestSaying({ sayings }: Concept, text: string): number {
  return Math.max(
    0,
    ...sayings.map(({ text: said, kind, weight }) => {
      if (text.includes(said)) return weight
      if (kind === 'en') return 0
      const bigrams = gramsOf(said).filter(({ gram }) => gram.length > 1)
      const found = bigrams.filter(({ gram }) => text.includes(gram)).length
      return bigrams.length > 1 && found * 2 >= bigrams.length ? (weight * found) / bigrams.length / 2 : 0
    }),
  )
}

function clausesOfAgency(library: Library, name: string): Set<string> {
  return new Set(
    findAgencies(library, name).flatMap((agency) => responsibilitiesOfAgency(library, agency).map(keyOf)),
  )
}

function keyOf({ documentId, clauseId }: { documentId: string; clauseId: string }): string {
  return `${documentId}#${clauseId}`
}
