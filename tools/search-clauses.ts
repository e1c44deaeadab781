/**
 * Search: the clauses that fit a query, each with its best sentence as the quote. Pure.
 */
import { z } from 'zod'
import { findClauseMentions } from '../corpus/clause-mentions.ts'
import { englishWords } from '../corpus/english.ts'
import { type Library, type Ranked, type SearchOptions, sentencesOf } from '../corpus/library.ts'
import { fold, hasHan, segment } from '../corpus/script.ts'
import { type Clause, Hit } from '../corpus/types.ts'
import { agencyNamed } from './agency-names.ts'
import { citationUrl } from './cite.ts'
import { documentsMeant } from './documents-meant.ts'
import { clausesOfAgency } from './lookup-agency.ts'
import { PageOutput, pageInput, toolPage } from './page.ts'
import { DocumentId, defineTool, freeText, MAX_NAME, MAX_QUERY, requireDocument } from './tool.ts'

export interface ClauseSearch {
  query: string
  limit?: number
  documentIds?: string[]
  /** Only these. */
  clauses?: Clause[]
}

const SHORTEST_WORD = 2
const SHORTEST_ENGLISH = 4

/** What fits this little of what the best does is no find. */
const WORTH_SHOWING = 0.15

const MAX_HITS = 50
const DEFAULT_HITS = 10
const MAX_DOCUMENTS = 50

/** The best clauses first; `baseUrl` without a closing slash. */
export function searchClauses(library: Library, search: ClauseSearch, baseUrl: string): Hit[] {
  return rankClauses(library, search).map(({ clause, unit, score }) => ({
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

/** Best first; before all that are found by their words, the clauses that the query calls by number or title. */
function rankClauses(
  library: Library,
  { query, limit = DEFAULT_HITS, documentIds: chosen, ...among }: ClauseSearch,
): Find[] {
  const documentIds = documentsMeant(library, query, chosen)
  const scope = { ...among, ...(documentIds ? { documentIds } : {}) }
  const ranked = library.search(query, { ...scope, limit: Number.POSITIVE_INFINITY })
  const best = ranked[0]?.score ?? 0
  const called = clausesCalled(library, query, scope)
  const first = called.map((clause) => {
    const found = ranked.find((entry) => entry.clause === clause)
    return { clause, unit: found?.unit ?? openingOf(clause), score: best }
  })
  const others = ranked.filter(
    ({ clause, score }) => score > best * WORTH_SHOWING && !called.includes(clause),
  )
  const found = [...first, ...others]
  return (found.length > 0 ? found : findLiterally(library, query, scope)).slice(0, limit)
}

/** `What is this document about?`, `文件概要`. Folded. */
const SPEAKS_OF_DOCUMENT = /文件|政策|概要|概述|摘要|总览|\b(?:document|polic(?:y|ies)|overview|summary)\b/

/** Words that mostly ask, or speak of documents as such, are no subject; yet they may stand in the text (目标, 牵头). */
function findLiterally(library: Library, query: string, scope: SearchOptions): Find[] {
  const folded = fold(query).trim()
  const clauses = clausesIn(library, scope)
  const titled = (wanted: string[]) =>
    clauses.filter((clause) => titlesOf(clause, library).some((title) => hasWord(title, wanted)))
  const whole = [folded].filter((said) => said.length >= SHORTEST_WORD)
  const held = clauses.filter(({ text }) => hasWord(fold(text), whole))
  const found = [...new Set([...titled(whole), ...held])]
  if (found.length > 0)
    return found.map((clause, i) => ({ ...literalHit(clause, whole), score: 1 / (i + 1) }))
  // 有哪些目标, `what are the goals`: a word of it that a title has.
  const words = segment(folded)
    .map(({ word }) => word)
    .filter((word) => word.length >= (hasHan(word) ? SHORTEST_WORD : SHORTEST_ENGLISH))
  const named = titled(words)
  if (named.length > 0)
    return named.map((clause, i) => ({ ...literalHit(clause, words), score: 1 / (i + 1) }))
  const heads = SPEAKS_OF_DOCUMENT.test(folded) ? clauses.filter(({ kind }) => kind === 'head') : []
  return heads.map((clause) => ({ ...literalHit(clause, []), score: 1 }))
}

/** Folded, in Chinese and, stemmed, in English. */
function titlesOf({ documentId, clauseId, title }: Clause, library: Library): string[] {
  const english = library.document(documentId)?.gloss?.clauses[clauseId] ?? ''
  return [fold(title), stemmed(english)]
}

function hasWord(text: string, wanted: string[]): boolean {
  return wanted.some((word) =>
    hasHan(word) ? text.includes(word) : ` ${text} `.includes(` ${stemmed(word)} `),
  )
}

function stemmed(english: string): string {
  return englishWords(english)
    .map(({ stem }) => stem)
    .join(' ')
}

function literalHit(clause: Clause, wanted: string[]): Omit<Find, 'score'> {
  const holds = sentencesOf(clause.text).find(({ start, end }) =>
    hasWord(fold(clause.text.slice(start, end)), wanted),
  )
  return { clause, unit: holds ?? openingOf(clause) }
}

function clausesIn(library: Library, { documentIds, clauses }: SearchOptions): Clause[] {
  if (clauses) return clauses.filter((clause) => documentIds?.includes(clause.documentId) ?? true)
  return library.documents
    .filter(({ source }) => documentIds?.includes(source.id) ?? true)
    .flatMap((document) => document.clauses)
}

type Find = Pick<Ranked, 'clause' | 'score'> & { unit: { start: number; end: number } }

function clausesCalled(
  library: Library,
  query: string,
  { documentIds, clauses: among }: SearchOptions,
): Clause[] {
  const called = findClauseMentions(fold(query), library, documentIds).flatMap(({ clauses }) =>
    clauses.length === 1 ? clauses : [],
  )
  return [...new Set(called)].filter((clause) => !among || among.includes(clause))
}

function openingOf({ text }: Clause): { start: number; end: number } {
  return sentencesOf(text)[0] ?? { start: 0, end: text.length }
}

export const searchClausesTool = defineTool({
  name: 'search_clauses',
  title: '按条件检索条文 Search clauses with filters',
  description:
    '按词句检索条文，可限定文件或责任单位，可翻页，每条附逐字摘录。知道条号用 get_clause；查数字指标用 lookup_target；查谁负责用 lookup_agency。\n' +
    'Search clauses by words, filtered by document or responsible agency, in pages, each hit with a verbatim quote. Use get_clause for a known number, lookup_target for figures, lookup_agency for who is responsible.',
  input: z.strictObject({
    query: freeText(
      MAX_QUERY,
      '关键词或整句问题，简体、繁体、英文均可。Keywords or a question, Chinese or English.',
    ),
    documentIds: z
      .array(DocumentId)
      .min(1)
      .max(MAX_DOCUMENTS)
      .optional()
      .describe('只查这些文件。Only these documents.'),
    agency: freeText(
      MAX_NAME,
      '只查该单位负责或参与的条文，任何叫法。Only clauses this agency answers for, by any of its names.',
    ).optional(),
    ...pageInput(MAX_HITS, DEFAULT_HITS),
  }),
  output: z.object({ hits: z.array(Hit).describe('最相关的在前。Best first.'), ...PageOutput }),
  run(library, { query, documentIds, agency: name, limit, cursor }, { baseUrl }) {
    for (const documentId of documentIds ?? []) requireDocument(library, documentId)
    const agency = name === undefined ? undefined : agencyNamed(library, name, documentIds)
    if (agency === 'unknown') return { hits: [], total: 0 }
    const clauses = agency && clausesOfAgency(library, agency)
    const all = searchClauses(
      library,
      { query, limit: Number.POSITIVE_INFINITY, documentIds, ...(clauses ? { clauses } : {}) },
      baseUrl,
    )
    const { items, rest } = toolPage(
      all,
      { limit, cursor, by: { list: 'clauses', query, documentIds, name } },
      (hit) => hit,
    )
    return { hits: items, ...rest }
  },
})
