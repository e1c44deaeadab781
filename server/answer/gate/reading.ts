/**
 * A statement as the gate reads it: folded, with what is proved blanked out step by step. Pure.
 */
import type { Library } from '../../../corpus/library.ts'
import { figuresForWords } from '../../../corpus/numerals.ts'
import { fold } from '../../../corpus/script.ts'
import type { Clause, PolicyDocument } from '../../../corpus/types.ts'

/** What is said, and what it is said to rest on. */
export interface Claimed {
  text: string
  clauses: Clause[]
  /** The question: what it asserts may be repeated where it is denied. */
  asked?: string
  /** True where nothing was found that answers: then it may be said that it is not stated. */
  abstains?: boolean
}

/** Why a statement is not shown. */
export interface Fault {
  kind: FaultKind
  /** What of it is not proved. */
  said: string
}

export type FaultKind =
  | 'uncited'
  | 'too_long'
  | 'markup'
  | 'address'
  | 'number'
  | 'unit'
  | 'comparator'
  | 'scope'
  | 'binding'
  | 'year'
  | 'agency'
  | 'lead'
  | 'alone'
  | 'reference'
  | 'document_number'
  | 'quote'
  | 'denial'
  | 'promise'
  | 'empty'
  | 'wording'

export interface Reading {
  /** Folded. */
  raw: string
  /** Folded, numbers in English words written in figures. */
  text: string
  /** `text` with what was proved already blanked out; offsets hold. */
  rest: string
  /** True if it is written in Latin letters. */
  isLatin: boolean
  cited: Clause[]
  documents: PolicyDocument[]
  /** The folded texts of the cited clauses. */
  proof: string
  asked: string
  abstains: boolean
  library: Library
}

/** Prepares a statement. */
export function read({ text, clauses, asked = '', abstains = false }: Claimed, library: Library): Reading {
  const raw = fold(text)
  const folded = inFigures(raw)
  const documents = [...new Set(clauses.flatMap(({ documentId }) => library.document(documentId) ?? []))]
  return {
    raw,
    text: folded,
    rest: folded,
    isLatin: isLatin(folded.replace(ASIDE, '')),
    cited: clauses,
    documents,
    proof: clauses.map(foldedOf).join('\n'),
    asked: inFigures(fold(asked)),
    abstains,
    library,
  }
}

const FOLDED = new WeakMap<Clause, string>()

/** The folded text of a clause; folded once. */
export function foldedOf(clause: Clause): string {
  const known = FOLDED.get(clause) ?? fold(clause.text)
  FOLDED.set(clause, known)
  return known
}

/** Quotes and official names stay as written, whatever the language around them. */
const ASIDE = /[“「《(][^”」》)]*[”」》)]/g

function isLatin(text: string): boolean {
  return (text.match(/[a-z]/g)?.length ?? 0) > (text.match(/\p{Script=Han}/gu)?.length ?? 0)
}

/** Small ones too, save `one`: `two or three` are a count like any other here. */
const SMALL = 'two three four five six seven eight nine ten'.split(' ')
const SMALL_WORD = new RegExp(`\\b(?:${SMALL.join('|')})\\b(?!-?(?:third|fifth|tenth|fold))`, 'g')

/** `six times the fee` is a multiple, and `6 times a year` how often. */
const TIMES = /(?<=\d) times(?= (?:the|that|its|their)\b)/g
/** The lower end of a range is a figure too. */
const ONE_TO = /\bone(?= (?:to|or) (?:two|three|four|five|\d))/g
const PER_ROUND = /\b(?:per|every|each) (hundred|thousand)\b/g

function inFigures(folded: string): string {
  return figuresForWords(
    folded
      .replace(PER_ROUND, 'per a $1')
      .replace(/\btwice\b/g, '2')
      .replace(ONE_TO, '1'),
  )
    .replace(SMALL_WORD, (word) => String(SMALL.indexOf(word) + 2))
    .replace(TIMES, '')
}

/** Blanks out a stretch that was proved. */
export function settle(reading: Reading, start: number, end: number): void {
  reading.rest = reading.rest.slice(0, start) + ' '.repeat(end - start) + reading.rest.slice(end)
}

/** Blanks out every place where `words` (folded) stand. */
export function settleWords(reading: Reading, words: string): void {
  if (words.length < 2) return
  for (let at = reading.rest.indexOf(words); at >= 0; at = reading.rest.indexOf(words, at + 1))
    settle(reading, at, at + words.length)
}

export interface Stretch {
  text: string
  start: number
  end: number
}

/** The sentences of a folded text. */
export function sentencesIn(text: string): Stretch[] {
  return cut(text, /[。;!?\n]+|(?<=[a-z)"'%\d]{2})\.(?=\s|$)/g)
}

/** The sentences of what is left unproved: parted where the statement's own are. */
export function sentencesLeft({ text, rest }: Reading): Stretch[] {
  return sentencesIn(text).map(({ start, end }) => ({ text: rest.slice(start, end), start, end }))
}

/** The phrases of a stretch: what stands between commas and colons. A comma within a figure parts nothing. */
export function phrasesIn({ text, start }: Stretch): Stretch[] {
  return cut(text, /(?<!\d),|,(?!\d{3})|:|\b(?:but|whereas|while|rather)\b|—+/g).map((phrase) => ({
    text: phrase.text,
    start: phrase.start + start,
    end: phrase.end + start,
  }))
}

function cut(text: string, separator: RegExp): Stretch[] {
  const pieces: Stretch[] = []
  let from = 0
  for (const match of text.matchAll(separator)) {
    pieces.push({ text: text.slice(from, match.index), start: from, end: match.index })
    from = match.index + match[0].length
  }
  pieces.push({ text: text.slice(from), start: from, end: text.length })
  return pieces.filter((piece) => piece.text.trim() !== '')
}

/** The stretch of `pieces` that holds the offset. */
export function at(pieces: Stretch[], offset: number): Stretch | undefined {
  return pieces.find(({ start, end }) => offset >= start && offset < end)
}
