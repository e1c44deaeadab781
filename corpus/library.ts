/**
 * The library: a corpus on its shelves, with one door to MiniSearch.
 *
 * Units smaller than the clause (sentences) are indexed and lead back to their clause. MiniSearch finds
 * candidates; what a question asks for (its concepts) orders them. Pure: no clock, network or files.
 */
import MiniSearch from 'minisearch'
import { CHARACTER_WEIGHT, openAppraiser } from './appraise.ts'
import { englishWords } from './english.ts'
import { gramsOf, type Query, readQuery } from './query.ts'
import { responsibilitySpans } from './responsibilities.ts'
import { fold, foldWithOffsets } from './script.ts'
import type { Agency, Clause, Corpus, PolicyDocument, ReadResponsibility, Target } from './types.ts'
import { openVocabulary, withHomophones } from './typos.ts'

/** A sentence of a clause, by its offsets in the clause's text. */
export interface Unit {
  id: number
  clause: Clause
  start: number
  end: number
  /** Folded text of the sentence. */
  text: string
  /** Stems of English words that the gloss gives for this clause and its targets. */
  en: Set<string>
}

/** A clause that fits a query, with its best sentence. Scores compare within one query only. */
export interface Ranked {
  clause: Clause
  unit: Unit
  score: number
  /** Share (0–1) of the question's content, weighed by rarity, that the clause covers. */
  coverage: number
  /** The score against that of a word found once in all texts: comparable between queries. */
  confidence: number
  /** Sentences of the clause that fit, best first. */
  units: { unit: Unit; score: number }[]
}

export interface SearchOptions {
  limit?: number
  documentIds?: string[]
  /** Only these. */
  clauses?: Clause[]
}

export interface Library {
  documents: PolicyDocument[]
  agencies: Agency[]
  document(documentId: string): PolicyDocument | undefined
  clause(documentId: string, clauseId: string): Clause | undefined
  clausesOf(documentId: string): Clause[]
  responsibilitiesOf(documentId: string, clauseId?: string): ReadResponsibility[]
  targetsOf(documentId: string, clauseId?: string): Target[]
  /** With `keepStopWords` the words of intent (負責, 牽頭) count too. */
  query(question: string, keepStopWords?: boolean): Query
  search(question: string | Query, options?: SearchOptions): Ranked[]
  /** MiniSearch alone on the same n-grams: the yardstick of the benchmark. */
  rawSearch(question: string, limit?: number): { documentId: string; clauseId: string; score: number }[]
  /** How well a folded text fits a query, with English stems that stand for it; compares within one query only. */
  appraise(query: Query, folded: string, en?: ReadonlySet<string>): number
  /** Of a query's content, weighed by rarity, the share (0–1) that a folded text has. */
  coverage(query: Query, folded: string): number
  /** The weight that the whole content of a query would have, found in full. */
  mass(query: Query): number
  /** True if the corpus's dictionary has the English stem. */
  knowsEnglish(stem: string): boolean
  /** True if the folded text stands anywhere in the documents. */
  mentions(folded: string): boolean
}

/** Candidates that the concepts order; more changes no answer on 2,000 clauses and costs time. */
const CANDIDATES = 80
/** Above this many units, characters and bigrams that stand in more than this share of them are skipped in queries. */
const COMMON_SHARE = 0.1
const COMMON_FROM_UNITS = 500

const TITLE_BONUS = 0.6
const TARGET_BONUS = 0.25
const CLAUSE_BONUS = 0.3
const SECTION_BONUS = 0.08
const MINISEARCH_SHARE = 0.15
/** How much less sure a find is if the documents speak nowhere of what the question names. */
const UNHEARD_COUNTS = 0.8

/** Puts `corpus` on the shelves and builds its index. */
export function openLibrary(corpus: Corpus): Library {
  const documents = new Map(corpus.documents.map((document) => [document.source.id, document]))
  const clauses = new Map<string, Clause>()
  const units: Unit[] = []
  const shelves = new Map<string, Shelf>()
  for (const document of corpus.documents) {
    for (const clause of document.clauses) {
      clauses.set(keyOf(clause), clause)
      const cut = unitsOf(clause, document, units.length)
      units.push(...cut)
      shelves.set(keyOf(clause), shelfOf(clause, cut, document.targets))
    }
  }
  const frequency = countGrams(units)
  const vocabulary = openVocabulary(frequency.keys())
  const index = indexOf(units, shelves)
  const idf = (gram: string) =>
    Math.log(1 + (units.length - (frequency.get(gram) ?? 0) + 0.5) / ((frequency.get(gram) ?? 0) + 0.5))
  const appraiser = openAppraiser(idf)
  const common = units.length >= COMMON_FROM_UNITS ? units.length * COMMON_SHARE : Number.POSITIVE_INFINITY
  const everything = units.map((unit) => unit.text).join('\n')

  function readWith(question: string, keepStopWords = false): Query {
    return withHomophones(readQuery(question, corpus.dictionary, keepStopWords), vocabulary)
  }

  /** Unit → its score against the best; what is left out is left out before the best are counted. */
  function candidates(query: Query, isSought: (clause: Clause) => boolean): Map<number, number> {
    const boosts = new Map<string, number>()
    const boost = (gram: string, weight: number) => {
      const count = frequency.get(gram) ?? 0
      if (count === 0 || count > common) return
      boosts.set(gram, Math.max(boosts.get(gram) ?? 0, weight))
    }
    for (const { gram } of query.grams) boost(gram, gram.length === 1 ? CHARACTER_WEIGHT : 1)
    for (const { sayings } of query.concepts) {
      for (const { text, kind, weight } of sayings) {
        if (kind === 'en') boosts.set(`~${text}`, weight)
        else for (const { gram } of gramsOf(text)) if (gram.length > 1) boost(gram, weight * 0.6)
      }
    }
    const hits = index.search([...boosts.keys()].join(' '), {
      boostTerm: (term) => boosts.get(term) ?? 1,
      filter: ({ id }) => isSought((units[id as number] as Unit).clause),
    })
    const top = hits[0]?.score ?? 1
    return new Map(hits.slice(0, CANDIDATES).map(({ id, score }) => [id as number, score / top]))
  }

  const heard = new Map<string, boolean>()
  /** True if every pair of characters of an expression stands in the documents. */
  function isHeard(saying: string): boolean {
    const known =
      heard.get(saying) ?? gramsOf(saying).every(({ gram }) => gram.length === 1 || frequency.has(gram))
    heard.set(saying, known)
    return known
  }

  /** The weight of what a query names that the documents speak of nowhere, in no way of saying it. */
  function unheard({ concepts }: Query): number {
    const silent = concepts.filter(
      ({ asked, sayings }) =>
        sayings.some(({ kind }) => kind === 'han') &&
        !isHeard(asked) &&
        sayings.every(({ kind, text }) => kind !== 'han' || !isHeard(text)),
    )
    return silent.reduce((sum, { weight }) => sum + weight, 0) * idf('')
  }

  function search(
    question: string | Query,
    { limit = 10, documentIds, clauses: among }: SearchOptions = {},
  ): Ranked[] {
    const query = typeof question === 'string' ? readWith(question) : question
    const mass = appraiser.mass(query)
    const byClause = new Map<string, Ranked>()
    const isSought = (clause: Clause) =>
      (!documentIds || documentIds.includes(clause.documentId)) && (!among || among.includes(clause))
    for (const [id, raw] of candidates(query, isSought)) {
      const unit = units[id] as Unit
      const { clause } = unit
      const key = keyOf(clause)
      const ranked = byClause.get(key) ?? { clause, unit, score: 0, coverage: 0, confidence: 0, units: [] }
      const { score } = appraiser.appraise(query, unit.text, unit.en)
      ranked.units.push({ unit, score: score + raw * MINISEARCH_SHARE })
      byClause.set(key, ranked)
    }
    const ranking = [...byClause.values()]
    const silent = unheard(query)
    for (const ranked of ranking) {
      const shelf = shelves.get(keyOf(ranked.clause)) as Shelf
      ranked.units.sort((a, b) => b.score - a.score || a.unit.start - b.unit.start)
      const best = ranked.units[0] as { unit: Unit; score: number }
      const whole = appraiser.appraise(query, shelf.text, shelf.en)
      const title = appraiser.appraise(query, shelf.title, shelf.en)
      const section = appraiser.appraise(query, shelf.section)
      ranked.unit = best.unit
      const target = Math.max(0, ...shelf.targets.map((words) => appraiser.appraise(query, words).score))
      ranked.score =
        best.score +
        TARGET_BONUS * target +
        CLAUSE_BONUS * whole.score +
        TITLE_BONUS * title.score +
        SECTION_BONUS * section.score
      ranked.confidence =
        (ranked.score / idf('')) * (1 - (UNHEARD_COUNTS * silent) / (silent + whole.covered || 1))
      ranked.coverage = mass === 0 ? 0 : Math.min(1, whole.covered / mass)
    }
    return ranking.sort((a, b) => b.score - a.score || a.unit.id - b.unit.id).slice(0, limit)
  }

  return {
    documents: corpus.documents,
    agencies: corpus.agencies,
    document: (documentId) => documents.get(documentId),
    clause: (documentId, clauseId) => clauses.get(`${documentId}#${clauseId}`),
    clausesOf: (documentId) => documents.get(documentId)?.clauses ?? [],
    responsibilitiesOf: (documentId, clauseId) =>
      (documents.get(documentId)?.responsibilities ?? []).filter(
        (entry) => clauseId === undefined || entry.clauseId === clauseId,
      ),
    targetsOf: (documentId, clauseId) =>
      (documents.get(documentId)?.targets ?? []).filter(
        (entry) => clauseId === undefined || entry.clauseId === clauseId,
      ),
    query: readWith,
    search,
    rawSearch(question, limit = 10) {
      const grams = [...new Set(gramsOf(fold(question)).map(({ gram }) => gram))].filter(
        (gram) => (frequency.get(gram) ?? 0) <= common,
      )
      return index
        .search(grams.join(' '))
        .slice(0, limit)
        .map(({ id, score }) => {
          const { clause } = units[id as number] as Unit
          return { documentId: clause.documentId, clauseId: clause.clauseId, score }
        })
    },
    appraise: (query, folded, en) => appraiser.appraise(query, folded, en).score,
    coverage: (query, folded) => {
      const mass = appraiser.mass(query)
      return mass === 0 ? 0 : Math.min(1, appraiser.appraise(query, folded).covered / mass)
    },
    mass: (query) => appraiser.mass(query),
    knowsEnglish: (stem) => Object.hasOwn(corpus.dictionary, stem),
    mentions: (folded) => everything.includes(folded),
  }
}

/** The sentences of a clause (offsets in its text), responsibility statements left out. */
export function sentencesOf(text: string): { start: number; end: number }[] {
  const skip = responsibilitySpans(text)
  const sentences: { start: number; end: number }[] = []
  let start = 0
  const push = (end: number) => {
    const raw = text.slice(start, end)
    const from = start + (raw.length - raw.trimStart().length)
    const to = end - (raw.length - raw.trimEnd().length)
    if (to > from) sentences.push({ start: from, end: to })
    start = end
  }
  for (let i = 0; i < text.length; i++) {
    const span = skip.find((entry) => entry.start === i)
    if (span) {
      push(i)
      i = span.end - 1
      start = span.end
    } else if ('。；;！!？?\n'.includes(text[i] ?? '')) push(i + 1)
  }
  push(text.length)
  return sentences
}

/** A point of an enumeration: `(一)…;` `①…`. */
const POINT = /^\s*(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳])/

/** A principle's own heading: `——立足基本,统筹兼顾。` */
const HEADING = /^\s*——[^。;；]{2,30}[。:：]$/

/** The sentence that introduces the point starting at `start`, or heads it, of those `before` it: a point says nothing without it. */
export function leadInOf(
  text: string,
  start: number,
  before = sentencesOf(text.slice(0, start)),
): { start: number; end: number } | undefined {
  const last = before.at(-1)
  if (last && HEADING.test(text.slice(last.start, last.end))) return last
  if (!POINT.test(text.slice(start))) return undefined
  // A clause's own number mark (`(三)主要目標`) opens it and follows nothing.
  return before.findLast((sentence) => !POINT.test(text.slice(sentence.start, sentence.end)))
}

interface Shelf {
  /** Folded indicator and scope of each target. */
  targets: string[]
  text: string
  title: string
  section: string
  en: Set<string>
}

function keyOf({ documentId, clauseId }: { documentId: string; clauseId: string }): string {
  return `${documentId}#${clauseId}`
}

function unitsOf(clause: Clause, document: PolicyDocument, firstId: number): Unit[] {
  const title = document.gloss?.clauses[clause.clauseId] ?? ''
  const indicators = Object.entries(document.gloss?.indicators ?? {})
  const sentences = sentencesOf(clause.text)
  return sentences.map(({ start, end }, i) => {
    const leadIn = leadInOf(clause.text, start, sentences.slice(0, i))
    const raw = (leadIn ? clause.text.slice(leadIn.start, leadIn.end) : '') + clause.text.slice(start, end)
    const names = indicators.filter(([indicator]) => raw.includes(indicator)).map(([, english]) => english)
    const english = [title, ...names].join(' ')
    return {
      id: firstId + i,
      clause,
      start,
      end,
      text: foldWithOffsets(raw).text,
      en: new Set(englishWords(english).map(({ stem }) => stem)),
    }
  })
}

function shelfOf(clause: Clause, units: Unit[], targets: Target[]): Shelf {
  return {
    targets: targets
      .filter(({ clauseId }) => clauseId === clause.clauseId)
      .map(({ indicator, scope }) => fold(`${indicator} ${scope ?? ''}`)),
    text: units.map((unit) => unit.text).join('\n'),
    title: fold(clause.title),
    section: fold(clause.path.slice(0, -1).join(' ')),
    en: new Set(units.flatMap((unit) => [...unit.en])),
  }
}

function countGrams(units: Unit[]): Map<string, number> {
  const frequency = new Map<string, number>()
  for (const unit of units) {
    for (const gram of new Set(gramsOf(unit.text).map((entry) => entry.gram)))
      frequency.set(gram, (frequency.get(gram) ?? 0) + 1)
  }
  return frequency
}

function indexOf(units: Unit[], shelves: Map<string, Shelf>): MiniSearch {
  const index = new MiniSearch<{ id: number; text: string; title: string; en: string }>({
    fields: ['text', 'title', 'en'],
    // Characters with bigrams: the default tokenizer finds next to nothing in Chinese (reference: 1.5 %).
    tokenize: (text, field) => (field === 'en' ? text.split(' ') : gramsOf(text).map(({ gram }) => gram)),
    processTerm: (term) => term,
    searchOptions: {
      combineWith: 'OR',
      boost: { text: 1, title: 0.4, en: 0.6 },
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term,
    },
  })
  index.addAll(
    units.map((unit) => ({
      id: unit.id,
      text: unit.text,
      title: shelves.get(keyOf(unit.clause))?.title ?? '',
      en: [...unit.en].map((stem) => `~${stem}`).join(' '),
    })),
  )
  return index
}
