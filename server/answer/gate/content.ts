/**
 * The content of a text, weighed by rarity, and the share of it that a clause speaks of. Pure.
 *
 * Chinese content is the pairs of characters outside of what frames a statement; English content is what the
 * dictionary makes of its words.
 */
import { englishWords } from '../../../corpus/english.ts'
import type { Library } from '../../../corpus/library.ts'
import { fold } from '../../../corpus/script.ts'
import type { Clause } from '../../../corpus/types.ts'
import { foldedOf } from './reading.ts'
import { ALSO_SAID } from './words-content.ts'

/** One thing that a text speaks of. */
interface Matter {
  weight: number
  /** Found where any of them stands: Chinese words, or stems of the clause's English heading. */
  sayings: string[]
  stems: string[]
}

/** What a text speaks of. */
export interface Content {
  matters: Matter[]
  mass: number
}

interface Page {
  text: string
  pairs: Set<string>
  stems: Set<string>
}

interface Shelf {
  /** How rare a pair of characters is among the clauses. */
  rarity(pair: string): number
  isKnown(pair: string): boolean
  pages: Map<Clause, Page>
}

const SHELVES = new WeakMap<Library, Shelf>()
const PAIR = /(?=(\p{Script=Han}{2}))/gu

/** What a folded text speaks of. */
export function contentOf(text: string, library: Library): Content {
  const { rarity, isKnown } = shelfOf(library)
  const matters: Matter[] = [...new Set(wordPairs(text, isKnown))].map((pair) => ({
    weight: rarity(pair),
    sayings: [pair],
    stems: [],
  }))
  if (/[a-z]{3}/.test(text)) matters.push(...englishMatters(text, library, rarity))
  return { matters, mass: matters.reduce((sum, { weight }) => sum + weight, 0) }
}

/** Pairs that no clause has count only where they overlap none that one has: 足养 of 补足养老 is no word. */
function wordPairs(text: string, isKnown: Shelf['isKnown']): string[] {
  const pairs = [...text.matchAll(PAIR)].map(({ index, 1: pair = '' }) => ({ pair, index }))
  const known = new Set(pairs.filter(({ pair }) => isKnown(pair)).map(({ index }) => index))
  return pairs
    .filter(({ index }) => known.has(index) || !(known.has(index - 1) || known.has(index + 1)))
    .map(({ pair }) => pair)
}

/** The share (0–1) of the content that one clause speaks of. */
export function shareIn({ matters, mass }: Content, clauses: Clause[], library: Library): number {
  if (mass === 0) return 1
  const { pages } = shelfOf(library)
  const own = clauses.flatMap((clause) => pages.get(clause) ?? [])
  const found = matters.filter((matter) => own.some((page) => isIn(matter, page)))
  return found.reduce((sum, { weight }) => sum + weight, 0) / mass
}

function isIn({ sayings, stems }: Matter, { text, pairs, stems: own }: Page): boolean {
  return (
    sayings.some((saying) =>
      saying.length === 2 ? pairs.has(saying) || standNear(saying, text) : text.includes(saying),
    ) || stems.some((stem) => own.has(stem))
  )
}

/** 长护险 is short for 长期护理保险: so many characters may stand between. */
const SHORTENED_BY = 4

function standNear(pair: string, text: string): boolean {
  const [first = '', second = ''] = pair
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const away = text.indexOf(second, at + 1) - at
    if (away < 0) return false
    if (away <= SHORTENED_BY + 1) return true
  }
  return false
}

/** English words, each with what a text may say for it. */
function englishMatters(text: string, library: Library, rarity: Shelf['rarity']): Matter[] {
  const { concepts } = library.query(text.replace(/\p{Script=Han}/gu, ' '))
  return concepts.map(({ asked, weight, sayings }) => {
    const further = englishWords(asked).flatMap(({ stem }) => ALSO_SAID[stem] ?? [])
    const han = [...further, ...sayings.filter(({ kind }) => kind === 'han').map((saying) => saying.text)]
    const rarest = han
      .filter((saying) => saying.length > 1)
      .map((saying) => Math.max(rarity(saying.slice(0, 2)), rarity(saying.slice(-2))))
    return {
      weight: (rarest.length > 0 ? Math.min(...rarest) : rarity('')) * Math.min(1, weight),
      sayings: han,
      stems: sayings.filter(({ kind }) => kind === 'en').map((saying) => saying.text),
    }
  })
}

/** The pairs of characters of a text. */
export function pairsOf(text: string): string[] {
  return [...text.matchAll(PAIR)].map(([, pair = '']) => pair)
}

/** The clauses of a library are read once. */
function shelfOf(library: Library): Shelf {
  const known = SHELVES.get(library)
  if (known) return known
  const pages = new Map<Clause, Page>()
  const frequency = new Map<string, number>()
  for (const { gloss, clauses } of library.documents) {
    for (const clause of clauses) {
      const text = [foldedOf(clause), fold(`${clause.path.join(' ')} ${clause.label}`)].join('\n')
      const english = [
        gloss?.clauses[clause.clauseId] ?? '',
        ...Object.entries(gloss?.indicators ?? {}).flatMap(([indicator, english]) =>
          clause.text.includes(indicator) ? [english] : [],
        ),
      ].join(' ')
      const pairs = new Set(pairsOf(text))
      for (const pair of pairs) frequency.set(pair, (frequency.get(pair) ?? 0) + 1)
      pages.set(clause, { text, pairs, stems: new Set(englishWords(english).map(({ stem }) => stem)) })
    }
  }
  const rarity = (pair: string) => {
    const count = frequency.get(pair) ?? 0
    return Math.log(1 + (pages.size - count + 0.5) / (count + 0.5))
  }
  const shelf = { rarity, isKnown: (pair: string) => frequency.has(pair), pages }
  SHELVES.set(library, shelf)
  return shelf
}
