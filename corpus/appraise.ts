/**
 * Appraises how well a text fits a query: what it has of the question, each concept credited once. Pure.
 *
 * A query is prepared once (masses, pairs of characters) and then held against some hundred texts.
 */
import { type Concept, gramsOf, isNumber, type Query } from './query.ts'

/** How rare a gram is in the texts (inverse document frequency); the largest value for one that none has. */
export type Rarity = (gram: string) => number

export interface Appraisal {
  score: number
  /** Of the query's content mass, what the text has. */
  covered: number
}

export interface Appraiser {
  /** `en` holds stems of English words that stand for the text. */
  appraise(query: Query, text: string, en?: ReadonlySet<string>): Appraisal
  /** The content of a query, weighed by rarity: what a perfect text would cover. */
  mass(query: Query): number
}

/** A single character says less than a pair. */
export const CHARACTER_WEIGHT = 0.3
const REPEATED_WEIGHT = 0.2
const ENGLISH_MASS = 3
/** A longer expression says more than its rarest pair, up to this many pairs. */
const PAIR_BONUS = 0.25
const MAX_PAIRS = 5
/** An expression found in part counts half, from half of its pairs on. */
const PARTLY = 0.5
const NO_WORDS: ReadonlySet<string> = new Set()

interface PreparedGram {
  gram: string
  /** The same for equal grams: a text is searched for each once, however often the question says it. */
  kind: number
  numeric: boolean
  value: number
  /** What finding it covers of the query's content; 0 inside a concept. */
  content: number
}

interface PreparedConcept {
  asked: string
  /** As of grams. */
  kind: number
  weight: number
  mass: number
  sayings: { text: string; english: boolean; value: number; pairs: string[] }[]
}

interface Prepared {
  grams: PreparedGram[]
  concepts: PreparedConcept[]
  mass: number
  kinds: { grams: number; concepts: number }
}

/** An appraiser over texts in which grams are as rare as `rarity` says. */
export function openAppraiser(rarity: Rarity): Appraiser {
  const prepared = new WeakMap<Query, Prepared>()
  const prepare = (query: Query): Prepared => {
    const known = prepared.get(query) ?? prepareQuery(query, rarity)
    prepared.set(query, known)
    return known
  }
  return {
    appraise: (query, text, en = NO_WORDS) => appraise(prepare(query), text, en),
    mass: (query) => prepare(query).mass,
  }
}

function appraise({ grams, concepts, kinds }: Prepared, text: string, en: ReadonlySet<string>): Appraisal {
  let score = 0
  let covered = 0
  const found = new Uint8Array(kinds.grams)
  for (const { gram, kind, numeric, value, content } of grams) {
    const seen = found[kind]
    if (seen === MISSING) continue
    if (seen === UNKNOWN && (!text.includes(gram) || (numeric && !standsAlone(gram, text)))) {
      found[kind] = MISSING
      continue
    }
    score += seen === CREDITED ? value * REPEATED_WEIGHT : value
    covered += content
    found[kind] = CREDITED
  }
  const told: { best: number; isThere: boolean }[] = []
  for (const concept of concepts) {
    const { kind, weight, mass } = concept
    const { best, isThere } = told[kind] ?? tellOf(concept, text, en)
    told[kind] = { best, isThere }
    // What the question itself says in the text's own words was credited above; an expansion adds to it.
    score += best * weight
    if (isThere) covered += mass
  }
  return { score, covered }
}

const [UNKNOWN, CREDITED, MISSING] = [0, 1, 2]

/** The value of the best way in which the text says the concept, and whether it says it at all. */
function tellOf({ asked, sayings }: PreparedConcept, text: string, en: ReadonlySet<string>) {
  let best = 0
  for (const { text: said, english, value, pairs } of sayings) {
    if (value <= best) continue
    if (english) best = en.has(said) ? value : best
    else if (text.includes(said)) best = value
    else if (pairs.length > 1) {
      const share = pairs.filter((pair) => text.includes(pair)).length / pairs.length
      if (share >= PARTLY) best = Math.max(best, value * share * PARTLY)
    }
  }
  return { best, isThere: best > 0 || text.includes(asked) }
}

function prepareQuery(query: Query, rarity: Rarity): Prepared {
  const content = new Set(contentGrams(query, rarity))
  const gramKinds = openKinds()
  const conceptKinds = openKinds()
  const grams = query.grams.map((entry) => {
    const { gram, weight = 1 } = entry
    return {
      gram,
      kind: gramKinds.of(gram),
      numeric: isNumber(gram),
      value: rarity(gram) * weight * (gram.length === 1 ? CHARACTER_WEIGHT : 1),
      content: content.has(entry) ? rarity(gram) * weight : 0,
    }
  })
  const prepared: PreparedConcept[] = []
  const concepts = query.concepts.map((concept) => {
    const kind = conceptKinds.of(JSON.stringify([concept.asked, concept.weight, concept.sayings]))
    prepared[kind] ??= prepareConcept(concept, kind, rarity)
    return prepared[kind]
  })
  const mass =
    grams.reduce((sum, gram) => sum + gram.content, 0) +
    concepts.reduce((sum, concept) => sum + concept.mass, 0)
  const kinds = { grams: gramKinds.count(), concepts: conceptKinds.count() }
  return { grams, concepts, mass, kinds }
}

/** Numbers from 0 for what is the same. */
function openKinds() {
  const numbers = new Map<string, number>()
  return {
    of(key: string): number {
      const number = numbers.get(key) ?? numbers.size
      numbers.set(key, number)
      return number
    },
    count: () => numbers.size,
  }
}

function prepareConcept({ asked, weight, sayings }: Concept, kind: number, rarity: Rarity): PreparedConcept {
  const chinese = sayings.filter(({ kind }) => kind === 'han').map(({ text }) => phraseMass(text, rarity))
  return {
    asked,
    kind,
    weight,
    mass: (chinese.length > 0 ? Math.min(...chinese) : rarity('')) * Math.min(1, weight),
    sayings: sayings.map((saying) => ({
      text: saying.text,
      english: saying.kind === 'en',
      value: saying.weight * (saying.kind === 'en' ? ENGLISH_MASS : phraseMass(saying.text, rarity)),
      pairs: saying.kind === 'en' ? [] : pairsOf(saying.text),
    })),
  }
}

/**
 * The grams that stand for content: pairs and numbers outside of concepts. A pair that no text has counts
 * only where it does not overlap one that a text has: 跟教 in 跟教育 is no word.
 */
function contentGrams(query: Query, rarity: Rarity): Query['grams'] {
  const unknown = rarity('')
  const pairs = query.grams.filter(({ gram }) => gram.length > 1)
  const known = new Set(pairs.filter(({ gram }) => rarity(gram) < unknown).map(({ start }) => start))
  const reach = reachOf(query)
  return pairs.filter(({ gram, start }) => {
    if (start + gram.length <= (reach[start] ?? 0)) return false
    return known.has(start) || gram.length > 2 || (!known.has(start - 1) && !known.has(start + 1))
  })
}

/** For each offset of the query, how far the concepts reach that begin there or before. */
function reachOf({ text, concepts }: Query): number[] {
  const reach = new Array<number>(text.length).fill(0)
  for (const { start, end } of concepts) reach[start] = Math.max(reach[start] ?? 0, end)
  for (let at = 1; at < reach.length; at++) reach[at] = Math.max(reach[at] ?? 0, reach[at - 1] ?? 0)
  return reach
}

function phraseMass(text: string, rarity: Rarity): number {
  const pairs = pairsOf(text)
  if (pairs.length === 0) return rarity(text)
  return Math.max(...pairs.map(rarity)) * (1 + PAIR_BONUS * (Math.min(pairs.length, MAX_PAIRS) - 1))
}

function pairsOf(text: string): string[] {
  return gramsOf(text).flatMap(({ gram }) => (gram.length > 1 ? [gram] : []))
}

/** True if the number is not a part of a longer one. */
function standsAlone(number: string, text: string): boolean {
  const escaped = number.replace(/[.%]/g, '\\$&')
  return new RegExp(`(?<![\\d.])${escaped}(?![\\d.]\\d|\\d)`).test(text)
}
