/**
 * Search: the clauses that fit a query, each with its best sentence as the quote. Pure.
 */
import type { Library } from '../corpus/library.ts'
import type { Hit } from '../corpus/types.ts'
import { citationUrl } from './cite.ts'

export interface ClauseSearch {
  query: string
  limit?: number
  documentIds?: string[]
}

/** The best clauses first; `baseUrl` without a closing slash. */
export function searchClauses(library: Library, { query, ...options }: ClauseSearch, baseUrl: string): Hit[] {
  return library.search(query, options).map(({ clause, unit, score }) => ({
    documentId: clause.documentId,
    clauseId: clause.clauseId,
    label: clause.label,
    title: clause.title,
    path: clause.path,
    quote: clause.text.slice(unit.start, unit.end),
    start: unit.start,
    end: unit.end,
    score: Math.round(score * 1000) / 1000,
    url: citationUrl(baseUrl, clause, unit.start, unit.end),
  }))
}
