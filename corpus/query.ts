/**
 * Reads a question into a query: what to look for, in the words of the texts.
 *
 * A query is a list of concepts. A concept is one thing asked for, with the ways in which a text may say it;
 * a unit of text is credited with the best of them, never with all. Pure.
 */
import { englishWords, stem } from './english.ts'
import { literal } from './literal.ts'
import { fold, hasHan, segment } from './script.ts'
import { nearestWord } from './typos.ts'
import english from './words/english.json' with { type: 'json' }
import lay from './words/lay.json' with { type: 'json' }
import stop from './words/stop.json' with { type: 'json' }

/** One way to say a concept: Chinese text (folded) or the stem of an English word of the gloss. */
export interface Saying {
  text: string
  kind: 'han' | 'en'
  weight: number
}

export interface Concept {
  /** As the question says it. */
  asked: string
  /** Offsets in `Query.text` that are covered when the concept is found. */
  start: number
  end: number
  weight: number
  sayings: Saying[]
}

export interface Query {
  /** The folded question, words of intent blanked out by spaces. */
  text: string
  /** n-grams of the question's own Chinese characters, each with its place in `text`. */
  grams: { gram: string; start: number; weight?: number }[]
  concepts: Concept[]
  /** The share of the question's content that is English. */
  english: boolean
}

const LAY_WEIGHT = 0.8
const DICTIONARY_WEIGHT = 0.55
const GLOSS_WEIGHT = 0.9
const MAX_PHRASE_WORDS = 4
const MAX_IDIOM_WORDS = 6
const NUMBER_WEIGHT = 0.4
const AMID_ENGLISH_WEIGHT = 1.6
const FAINT_WEIGHT = 0.3
const PHRASE_WEIGHT = 1.3
/** Aspects and measures that part a verb from its object. */
const INSERTED = /[了着过完个些点部台]/
/** The words of a phrase stand together, but for as many function words between two of them. */
const MAX_GAP = 2

const STOP_EN = new Set(stop.en)
/** Words that any text may have: by themselves they say little, and none of them is a misspelt other. */
const FAINT_EN = new Set(stop.faintEn.map(stem))
/** Longest first, so that `哪些部门` goes before `哪些`. */
const STOP_ZH = [...stop.zh].sort((a, b) => b.length - a.length)
const STOP_PATTERN = new RegExp(STOP_ZH.map(literal).join('|'), 'g')

interface Lay {
  say: string
  means: string[]
  /** Below 1 for whom a story may speak of whatever it asks (`我妈`, `大爷`). */
  weight: number
}

/** Everyday word → expressions of documents; by first two characters for a quick look-up. */
const LAY = new Map<string, Lay[]>()
for (const { say, means, weight = 1 } of lay as { say: string[]; means: string[]; weight?: number }[]) {
  for (const word of say) {
    const key = word.slice(0, 2)
    const entries = LAY.get(key)
    if (entries) entries.push({ say: word, means, weight })
    else LAY.set(key, [{ say: word, means, weight }])
  }
}
for (const entries of LAY.values()) entries.sort((a, b) => b.say.length - a.say.length)

/** Stems of an English expression's content words → Chinese expressions. */
const GLOSSARY = new Map<string, string[]>()
/** Expressions that only their function words set apart (`old people`, `let the public know`), by all of their stems. */
const IDIOMS = new Map<string, string[]>()
/** Stem → a word of the glossary that has it, for what checks spelling. */
export const GLOSSARY_WORDS = new Map<string, string>()
for (const { en, zh } of english as { en: string[]; zh: string[] }[]) {
  for (const phrase of en) {
    const words = englishWords(phrase)
    for (const { word, stem } of words) if (!GLOSSARY_WORDS.has(stem)) GLOSSARY_WORDS.set(stem, word)
    // A question drops its function words before phrases are looked for: so do the phrases.
    const content = words.filter(({ word }) => !STOP_EN.has(word))
    const isIdiom = words.length > 1 && content.length <= 1
    const table = isIdiom ? IDIOMS : GLOSSARY
    const key = (isIdiom || content.length === 0 ? words : content).map((word) => word.stem).join(' ')
    table.set(key, [...new Set([...(table.get(key) ?? []), ...zh])])
  }
}

const SINGLE_STEMS = [...GLOSSARY.keys()].filter((key) => !key.includes(' '))

/** The query of `question` (any language or script); `dictionary` is the corpus's own English → Chinese words. */
export function readQuery(
  question: string,
  dictionary: Record<string, string[]>,
  keepStopWords = false,
): Query {
  const folded = fold(question).replace(/(?<=\d),(?=\d{3})/g, '')
  const inWord = insideWords(folded)
  const text = keepStopWords ? folded : blankStopWords(folded, inWord)
  const concepts = [...layConcepts(folded, inWord), ...englishConcepts(folded, dictionary)]
  const isAmidEnglish = concepts.some(isEnglish)
  const grams = gramsOf(text)
    .map(lighterNumber)
    .map((entry) => (isAmidEnglish ? surer(entry) : entry))
  return {
    text,
    grams,
    concepts,
    english: !hasHan(text) && concepts.length > 0,
  }
}

/** Single characters and bigrams of Chinese runs, whole words of Latin and digit runs; with offsets. */
export function gramsOf(text: string): { gram: string; start: number }[] {
  const grams: { gram: string; start: number }[] = []
  for (const run of text.matchAll(/\p{Script=Han}+|[a-z0-9.%]*[a-z0-9%]/gu)) {
    if (!/\p{Script=Han}/u.test(run[0])) {
      if (/\d/.test(run[0])) grams.push({ gram: run[0], start: run.index })
      continue
    }
    for (let i = 0; i < run[0].length; i++) {
      grams.push({ gram: run[0].slice(i, i + 1), start: run.index + i })
      if (i + 1 < run[0].length) grams.push({ gram: run[0].slice(i, i + 2), start: run.index + i })
    }
  }
  return grams
}

/** True for a bare number; `5g` and `pm2.5` are names. */
export function isNumber(gram: string): boolean {
  return /^\d+(?:\.\d+)?%?$/.test(gram)
}

/** A number in a question is often what is wrong or unknown about it: it hardly counts in the search. */
function lighterNumber(entry: { gram: string; start: number }): Query['grams'][number] {
  return isNumber(entry.gram) ? { ...entry, weight: NUMBER_WEIGHT } : entry
}

function isEnglish({ asked }: Concept): boolean {
  return /[a-z]/.test(asked)
}

/** Chinese in an English question is a name as the text has it: it counts more than what was looked up for the rest. */
function surer(entry: Query['grams'][number]): Query['grams'][number] {
  return hasHan(entry.gram) ? { ...entry, weight: (entry.weight ?? 1) * AMID_ENGLISH_WEIGHT } : entry
}

function blankStopWords(folded: string, inWord: ReadonlySet<number>): string {
  // 能 is no word in 高技能人才.
  return folded.replace(STOP_PATTERN, (word, at: number) =>
    word.length === 1 && (inWord.has(at) || inWord.has(at + 1)) ? word : ' '.repeat(word.length),
  )
}

/** Longest match first; a longer expression hides the shorter ones inside it. */
function layConcepts(folded: string, inWord: ReadonlySet<number>): Concept[] {
  const found: Concept[] = []
  let covered = 0
  for (let i = 0; i + 1 < folded.length; i++) {
    if (i < covered) continue
    let entry: Lay | undefined
    let end = 0
    for (const candidate of layFrom(folded, i)) {
      end = endOfSaying(folded, i, candidate.say) ?? 0
      if (end === 0 || cutsLatinWord(folded, i, end)) continue
      if (candidate.say.length === 2 && inWord.has(i)) continue
      entry = candidate
      break
    }
    if (!entry) continue
    covered = end
    found.push({
      asked: entry.say,
      start: i,
      end: covered,
      weight: entry.weight,
      sayings: entry.means.map((means, rank) => ({
        text: means,
        kind: 'han',
        weight: LAY_WEIGHT / (1 + 0.15 * rank),
      })),
    })
  }
  return found
}

/** Offsets that lie inside of a Chinese word: 年老 in 今年老旧小区 is none. */
function insideWords(text: string): Set<number> {
  const inside = new Set<number>()
  for (const { word, start } of segment(text))
    if (hasHan(word)) for (let i = start + 1; i < start + word.length; i++) inside.add(i)
  return inside
}

/** Everyday words that may begin at `at`, longest first. */
function layFrom(text: string, at: number): Lay[] {
  const plain = LAY.get(text.slice(at, at + 2)) ?? []
  const parted = INSERTED.test(text[at + 1] ?? '')
    ? (LAY.get((text[at] ?? '') + (text[at + 2] ?? '')) ?? [])
    : []
  return parted.length === 0 ? plain : [...plain, ...parted]
}

/** Where `say` ends that begins at `at`; one small word may stand between two characters (放了学, 请个律师). */
function endOfSaying(text: string, at: number, say: string): number | undefined {
  let i = at
  for (let k = 0; k < say.length; k++) {
    if (text[i] !== say[k] && k > 0 && INSERTED.test(text[i] ?? '')) i++
    if (text[i] !== say[k]) return undefined
    i++
  }
  return i
}

/** `ai` in `fair` is no word. */
function cutsLatinWord(text: string, start: number, end: number): boolean {
  const latin = /[a-z]/
  return (
    (latin.test(text[start] ?? '') && latin.test(text[start - 1] ?? '')) ||
    (latin.test(text[end - 1] ?? '') && latin.test(text[end] ?? ''))
  )
}

function englishConcepts(folded: string, dictionary: Record<string, string[]>): Concept[] {
  const words = englishWords(folded).map((word, at) => ({ ...word, at }))
  const content = words.filter(({ word }) => !/^\d/.test(word) && !STOP_EN.has(word))
  const found: Concept[] = []
  for (let at = 0; at < words.length; ) {
    const from = content.findIndex((word) => word.at === at)
    const step =
      idiom(words, at) ??
      (from < 0
        ? { words: 1 }
        : (longestPhrase(content, from) ?? singleWord(content[from] as Word, dictionary)))
    if (step.concept) found.push(step.concept)
    const last = from < 0 ? undefined : content[from + step.words - 1]
    at = step.whole || !last ? at + step.words : last.at + 1
  }
  return found
}

interface Word {
  word: string
  stem: string
  start: number
  end: number
  /** Which word of the question it is. */
  at: number
}

interface Step {
  /** How many words it takes: of the content, or of all where `whole`. */
  words: number
  whole?: true
  concept?: Concept
}

function idiom(words: Word[], from: number): Step | undefined {
  for (let count = Math.min(MAX_IDIOM_WORDS, words.length - from); count > 1; count--) {
    const slice = words.slice(from, from + count)
    const renderings = IDIOMS.get(slice.map(({ stem }) => stem).join(' '))
    if (renderings) return { words: count, whole: true, concept: glossed(slice, renderings) }
  }
  return undefined
}

function longestPhrase(words: Word[], from: number): Step | undefined {
  for (let count = Math.min(MAX_PHRASE_WORDS, words.length - from); count >= 1; count--) {
    const slice = words.slice(from, from + count)
    if (slice.some(({ at }, i) => i > 0 && at - (slice[i - 1] as Word).at > MAX_GAP + 1)) continue
    const renderings = GLOSSARY.get(slice.map(({ stem }) => stem).join(' '))
    if (renderings) return { words: count, concept: glossed(slice, renderings) }
  }
  return undefined
}

function glossed(slice: Word[], renderings: string[]): Concept {
  const [first] = slice as [Word, ...Word[]]
  const sayings: Saying[] = renderings.map((text, rank) => ({
    text,
    kind: 'han',
    weight: 1 / (1 + 0.15 * rank),
  }))
  const content = slice.filter(({ word }) => slice.length === 1 || !STOP_EN.has(word))
  for (const { stem } of content)
    sayings.push({ text: stem, kind: 'en', weight: GLOSS_WEIGHT / content.length })
  return {
    asked: slice.map(({ word }) => word).join(' '),
    start: first.start,
    end: (slice.at(-1) as Word).end,
    weight: slice.length > 1 ? PHRASE_WEIGHT : weightOf(first),
    sayings,
  }
}

function singleWord(word: Word, dictionary: Record<string, string[]>): Step {
  if (!Object.hasOwn(dictionary, word.stem) && !FAINT_EN.has(word.stem)) {
    const meant = nearestWord(word.stem, SINGLE_STEMS)
    if (meant) return longestPhrase([{ ...word, stem: meant }], 0) ?? { words: 1 }
  }
  const renderings = Object.hasOwn(dictionary, word.stem) ? (dictionary[word.stem] ?? []) : []
  const sayings: Saying[] = renderings.map((text, rank) => ({
    text,
    kind: 'han',
    weight: DICTIONARY_WEIGHT / (1 + 0.2 * rank),
  }))
  sayings.push({ text: stem(word.word), kind: 'en', weight: GLOSS_WEIGHT })
  return {
    words: 1,
    concept: { asked: word.word, start: word.start, end: word.end, weight: weightOf(word), sayings },
  }
}

function weightOf({ stem }: Word): number {
  return FAINT_EN.has(stem) ? FAINT_WEIGHT : 1
}
