/**
 * The amounts of a text with what the text says of each: unit, bound, subject, whether it is one for each of several. Pure.
 */
import type { Library } from '../../../corpus/library.ts'
import { type Amount, readNumbers } from '../../../corpus/numerals.ts'
import { splitUnit } from '../../../corpus/scale.ts'
import { fold } from '../../../corpus/script.ts'
import type { Clause, Comparator, Target } from '../../../corpus/types.ts'
import units from '../../../corpus/words/units.json' with { type: 'json' }
import { BOUNDING, comparatorsOf, isRange } from './comparators.ts'
import { at, phrasesIn, type Stretch, sentencesIn } from './reading.ts'
import { ENGLISH_UNITS, IDIOMS, SPOKEN_UNIT } from './words-bounds.ts'

/** An amount with what its text says of it. */
export interface Figure {
  /** In single units. */
  value: number
  /** Without its multiplier; empty where none is said. */
  unit: string
  start: number
  end: number
  raw: string
  /** How it is bound; several where the text may be read so or so. */
  comparators: Set<Comparator>
  /** The words beside it that say of what it is an amount. */
  subject: string
  sentence: string
  phrase: string
  /** Its sentence up to the amount. */
  ahead: string
  /** In brackets, where it says again what stands before. */
  isAside: boolean
  /** `每百户`, `per 1,000 people`: what an amount is for. */
  isBase: boolean
  /** What the register says of it. */
  target?: Target
}

/** True if the two values are one. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))
}

/** The value in single units. */
export function plain(value: number, unit = ''): number {
  return value * splitUnit(unit).factor
}

const READ = new WeakMap<Clause, Figure[]>()

/** The figures of a clause, with what the register knows of them. */
export function figuresOf(clause: Clause, library: Library): Figure[] {
  const known = READ.get(clause)
  if (known) return known
  const folded = fold(clause.text)
  const targets = library.targetsOf(clause.documentId, clause.clauseId)
  const figures = [
    ...figuresIn(folded, false).map((figure) => withTarget(figure, targets)),
    ...idiomsIn(folded),
  ]
  READ.set(clause, figures)
  return figures
}

function withTarget(figure: Figure, targets: Target[]): Figure {
  const target = targets.find(
    ({ start, end, value, valueMax, unit }) =>
      start <= figure.start &&
      figure.end <= end + 1 &&
      [value, valueMax].some((amount) => amount !== undefined && isSame(plain(amount, unit), figure.value)),
  )
  if (!target) return figure
  return { ...figure, comparators: new Set([...figure.comparators, target.comparator]), target }
}

/** Says an amount once more: in brackets, or in another unit. */
const AGAIN = /(?:[(]|\bi\.e\.,?|\bor about|也就是|相当于|约合|折合|即)\s*(?:about|some|约)?\s*$/

const BASE = /(?:每|\bper|\bevery|\beach|\bfor each)\s*$/

/** Amounts that are not written as such: 一刻钟, 每千人口. */
export function idiomsIn(folded: string): Figure[] {
  return IDIOMS.flatMap(({ pattern, value, unit = '' }) =>
    [...folded.matchAll(pattern)].map((match) => ({
      value,
      unit: match.groups?.unit ?? unit,
      start: match.index,
      end: match.index + match[0].length,
      raw: match[0],
      comparators: new Set<Comparator>(['eq', 'approx']),
      subject: '',
      sentence: at(sentencesIn(folded), match.index)?.text ?? '',
      phrase: at(sentencesIn(folded).flatMap(phrasesIn), match.index)?.text ?? '',
      ahead: '',
      isAside: false,
      isBase: /^每/.test(match[0]),
    })),
  )
}

/** The figures of a folded text; a lone 一 counts nothing, and years are dates. */
export function figuresIn(text: string, isLatin: boolean): Figure[] {
  const sentences = sentencesIn(text)
  const phrases = sentences.flatMap(phrasesIn)
  const amounts = readNumbers(text).filter(
    (amount) => !isLone(amount) && !isYear(amount) && !isDay(amount, text),
  )
  const figures = amounts.map((amount, i) => {
    const sentence = at(sentences, amount.start) ?? { text, start: 0, end: text.length }
    const phrase = at(phrases, amount.start) ?? sentence
    const { factor, unit } = unitOf(amount, amounts[i + 1], text, phrase)
    return {
      value: amount.value * factor,
      unit,
      start: amount.start,
      end: amount.end,
      raw: amount.raw,
      comparators: comparatorsOf(amounts, i, text, phrase, isLatin),
      subject: subjectOf(amounts, i, text, phrase),
      sentence: sentence.text,
      phrase: phrase.text,
      ahead: text.slice(sentence.start, amount.start),
      isAside: AGAIN.test(text.slice(0, amount.start)),
      isBase: BASE.test(text.slice(0, amount.start)),
    }
  })
  return figures.map((figure, i) => withCarried(figure, figures[i - 1], text))
}

/** Between the members of a list that one word in front bounds. */
const CARRIES = /^[^,;:。、\d]{0,30}?(?:\band|[、和及])\s*$/

/** `limited to two applications a year and seven days`: the word before the first may hold for both. */
function withCarried(figure: Figure, before: Figure | undefined, text: string): Figure {
  const isBare = figure.comparators.size === 1 && figure.comparators.has('eq')
  if (!before || !isBare || !CARRIES.test(text.slice(before.end, figure.start))) return figure
  return { ...figure, comparators: new Set([...figure.comparators, ...before.comparators]) }
}

/** `aged 90 or over but under 100`: years of age. */
const AGED = /\baged? (?:[a-z]+ ){0,2}(?:\d+ (?:[a-z]+ ){1,4})?$/

const OLDEST = 120

/** The factor and the unit in which an amount is said. */
function unitOf(
  amount: Amount,
  next: Amount | undefined,
  text: string,
  phrase: Stretch,
): { factor: number; unit: string } {
  const { factor, unit } = splitUnit(amount.unit ?? '')
  // 三成 are 30 %.
  if (unit === '成') return { factor: 10, unit: '%' }
  if (unit !== '') return { factor, unit: withoutRate(unit) }
  const behind = text.slice(amount.end, phrase.end)
  if (
    AGED.test(text.slice(Math.max(phrase.start - 20, 0), amount.start)) &&
    amount.value <= OLDEST &&
    !englishUnit(behind)
  )
    return { factor, unit: '岁' }
  const other =
    next && isRange(text, amount, next)
      ? splitUnit(next.unit ?? '').unit || englishUnit(text.slice(next.end, phrase.end))
      : ''
  return {
    factor,
    unit:
      withoutRate(englishUnit(behind) ?? '') || SPOKEN_UNIT.exec(behind)?.[0] || (other === '%' ? other : ''),
  }
}

/** 每人每月…元 is what 元/月 says. */
function withoutRate(unit: string): string {
  return unit.replace(/\/(?:年|月|日|天|人|户)$/, '')
}

function isLone({ raw, value, unit = '' }: Amount): boolean {
  return value === 1 && /^[一个]/.test(raw) && !/^(?:个月|小时)$/.test(unit)
}

const MONTH = 'january|february|march|april|may|june|july|august|september|october|november|december'

const MONTH_BEFORE = new RegExp(`\\b(?:${MONTH}) $`)

const MONTH_BEHIND = new RegExp(`^ (?:${MONTH})\\b`)

/** 1 July: a date, and proved as one. */
function isDay({ start, end, value, unit }: Amount, text: string): boolean {
  return (
    !unit &&
    value <= 31 &&
    (MONTH_BEFORE.test(text.slice(Math.max(0, start - 12), start)) ||
      MONTH_BEHIND.test(text.slice(end, end + 12)))
  )
}

function isYear({ value, unit, raw }: Amount): boolean {
  return /^(?:19|20)\d{2}(?!\d)/.test(raw) && value < 2100 && ['', '年', '年度'].includes(unit ?? '')
}

const UNITS_EN = [
  ...Object.entries(units as Record<string, string>)
    .filter(([, english]) => english !== '' && english !== '%')
    .flatMap(([unit, english]) =>
      [english, english.replace(/ies$/, 'y').replace(/s$/, '')].map((word) => ({
        unit,
        word: word.toLowerCase(),
      })),
    ),
  ...ENGLISH_UNITS,
].sort((a, b) => b.word.length - a.word.length)

/** The unit that an English word right behind the figure names; nothing for any other noun. */
function englishUnit(behind: string): string | undefined {
  const words = behind.replace(/^[\s-]+(?:additional |new |more )?/, '')
  return UNITS_EN.find(({ word }) => words.startsWith(word) && !/^[a-rt-z]/.test(words.slice(word.length)))
    ?.unit
}

/** What parts the items of a list: a figure belongs to its own. */
const BEFORE_ITEM = /^.*(?:[、和与及]|\b(?:and|alongside|plus|versus|than)\b)/

const BEHIND_ITEM = /(?:[、)」”]|\b(?:and|alongside|plus)\b).*$/

const SAYS_SOMETHING = /\p{Script=Han}{2}|[a-z]{4}/u

/** What is said of the figure in its phrase, from the figure before to the next, the items of a list apart. */
function subjectOf(amounts: Amount[], i: number, text: string, phrase: Stretch): string {
  const amount = amounts[i]
  if (!amount) return ''
  // `每百户`, `超30万元的村` belong to what is measured.
  const others = amounts.filter(
    ({ start, end }) => text[start - 1] !== '每' && !/^(?:以上|以下)?的/.test(text.slice(end, end + 3)),
  )
  const before = others.findLast(({ end }) => end <= amount.start)
  const behind = others.find(({ start }) => start >= amount.end)
  const left = text.slice(Math.max(phrase.start, before?.end ?? 0), amount.start)
  const right = text.slice(amount.end, Math.min(phrase.end, behind?.start ?? text.length))
  const isFirst = !before || before.end <= phrase.start
  const isLast = !behind || behind.start >= phrase.end
  const own = isFirst ? left : left.replace(BEFORE_ITEM, '')
  if (isLast) return `${own} ${right}`
  // 城市公厕79座、农村公厕59座: what stands behind belongs to the next, unless nothing stands before.
  return SAYS_SOMETHING.test(own.replace(BOUNDING, '')) ? own : `${own} ${right.replace(BEHIND_ITEM, '')}`
}
