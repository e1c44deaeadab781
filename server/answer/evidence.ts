/**
 * Evidence: the stretch of a clause that answers, cut from its sentence at its own commas. Pure.
 */
import { type Library, leadInOf, type Ranked, sentencesOf } from '../../corpus/library.ts'
import { readNumbers } from '../../corpus/numerals.ts'
import { isNumber, type Query } from '../../corpus/query.ts'
import { fold } from '../../corpus/script.ts'
import { BASELINE } from '../../corpus/target-words.ts'
import type { Clause, Target } from '../../corpus/types.ts'
import type { Span } from './draft.ts'
import { BEYOND } from './look-up.ts'

export interface Evidence {
  /** What was asked for, cut to its phrases. */
  span: Span
  /** What introduces it, where it is a point of an enumeration. */
  leadIn?: Span
  /** The whole sentence around it. */
  sentence: Span
  /** Targets of the clause that stand in the span, the one asked for first. */
  targets: Target[]
  /** True if the first of `targets` fits clearly better than the rest. */
  certain: boolean
}

/** A sentence up to this long is given whole. */
const SHORT_SENTENCE = 64
/** … where no figure is asked for, up to this long: a fact without its conditions misleads. */
const READABLE_SENTENCE = 110
const LONGEST_SPAN = 150
/** The span must hold this share of what its sentence has to say on the question. */
const ENOUGH = 0.85
/** Beside a title, a sentence is taken that fits at least this well. */
const BESIDE_TITLE = 0.4
/** A number worth quoting: not the number mark of the clause. */
const HAS_NUMBER = /\d|[一二三四五六七八九十百千两]+(?:个|名|家|所|年|天|次|倍|成|项|条)/
/** How much the fit of its figure counts beside that of a sentence. */
const FIGURE_COUNTS = 0.8
/** How much it counts that an age in the question falls into a band of the sentence. */
const AGE_COUNTS = 8
/** … and that its figure is for the year asked for. */
const YEAR_COUNTS = 8
/** … and that it counts in the unit of the figure asserted. */
const UNIT_COUNTS = 6
/** … and, against it, that it only says how things stand. */
const BASELINE_COUNTS = 8
const ASKS_HOW_THINGS_STAND =
  /现在|目前|现有|如今|截至|已经|\b(?:now|current(?:ly)?|at present|existing|already)\b/

export interface Wanted {
  number: boolean
  /** A count, so a share is not what is asked; or a share. */
  kind?: 'count' | 'share'
  /** Years asked for: a figure for one of them comes first. */
  years?: number[]
  /** Units of the figures that the question asserts: a sentence that counts in one of them comes first. */
  units?: string[]
  /** Not cut: what is compared stands in one sentence. */
  whole?: boolean
  /** Folded text of the span must meet this. */
  evidence?: RegExp
}

/** The best stretch of `ranked`'s clause for `query`, or undefined where no sentence has what is wanted. */
export function findEvidence(
  asked: Query,
  ranked: Ranked,
  library: Library,
  wanted: Wanted,
): Evidence | undefined {
  const best = ranked.units[0]?.score ?? 0
  const query = withoutNumbers(asked)
  const targets = ofKind(library.targetsOf(ranked.clause.documentId, ranked.clause.clauseId), wanted.kind)
  const floor = wanted.number || wanted.evidence ? 0.5 : 0.99
  const candidates = ranked.units.filter(({ score }) => score >= best * floor)
  const ordered =
    wanted.number || wanted.evidence ? byFigure(query, candidates, targets, library, wanted) : candidates
  for (const { unit } of withoutTitle(ordered, ranked)) {
    const sentence = underHeading(besideTitle({ clause: ranked.clause, start: unit.start, end: unit.end }))
    const text = withoutMark(sentence)
    if (wanted.evidence && !wanted.evidence.test(text)) continue
    if (wanted.number && !HAS_NUMBER.test(text)) continue
    const span = cutSpan(query, sentence, library, wanted, targets)
    if (!span) continue
    const inside = targets.filter((target) => overlap(target, span))
    const scored = inside
      .map((target) => ({
        target,
        score: fitOfTarget(query, target, library) + YEAR_COUNTS * yearFits(wanted.years ?? [], [target], ''),
      }))
      .sort((a, b) => b.score - a.score)
    const [first, second] = scored
    const leadIn = leadInOf(ranked.clause.text, sentence.start)
    return {
      span,
      ...(leadIn ? { leadIn: { clause: ranked.clause, ...leadIn } } : {}),
      sentence,
      targets: scored.map(({ target }) => target),
      certain:
        first !== undefined && first.score > 0 && (second === undefined || first.score > second.score * 1.15),
    }
  }
  return undefined
}

/** A number in the question is what may be wrong about it: it does not choose among the sentences. */
function withoutNumbers(query: Query): Query {
  return { ...query, grams: query.grams.filter(({ gram }) => !isNumber(gram)) }
}

/** Counts or shares, as asked; all where none is of that kind. */
function ofKind(targets: Target[], kind: Wanted['kind']): Target[] {
  const fitting = targets.filter(({ unit }) => kind === undefined || (unit === '%') === (kind === 'share'))
  return fitting.length > 0 ? fitting : targets
}

/** Where a figure is asked for, the sentence whose figure is the one asked for comes first. */
function byFigure(
  query: Query,
  units: Ranked['units'],
  targets: Target[],
  library: Library,
  { years = [], units: claimed = [] }: Wanted,
): Ranked['units'] {
  const ages = [...query.text.matchAll(/(\d{1,3})周?岁/g)].map(([, age]) => Number(age))
  const asksNow = ASKS_HOW_THINGS_STAND.test(query.text)
  const value = ({ unit, score }: Ranked['units'][number]) => {
    const inside = targets.filter((target) => target.comparator !== 'full' && overlap(target, unit))
    return (
      score +
      YEAR_COUNTS * yearFits(years, inside, unit.text) +
      UNIT_COUNTS * (claimed.length > 0 && countsIn(claimed, unit.text) ? 1 : 0) +
      AGE_COUNTS * ageFits(ages, unit.text) +
      (BASELINE.test(unit.text) && !asksNow ? -BASELINE_COUNTS : 0) +
      FIGURE_COUNTS * Math.max(0, ...inside.map((target) => fitOfTarget(query, target, library)))
    )
  }
  return units
    .map((entry) => ({ entry, value: value(entry) }))
    .sort((a, b) => b.value - a.value)
    .map(({ entry }) => entry)
}

/** True if the text has an amount in one of the units. */
function countsIn(units: string[], text: string): boolean {
  return readNumbers(text).some(({ unit }) => unit !== undefined && units.includes(unit))
}

/** 1 if a figure is for a year asked for, else 0. */
function yearFits(years: number[], targets: Target[], text: string): 0 | 1 {
  const stated = targets.map(({ deadline }) => deadline?.slice(0, 4))
  return years.some((year) => stated.includes(String(year)) || text.includes(`${year}年`)) ? 1 : 0
}

/** 1 if an age falls into an age band that the text names, -1 if it names bands and none fits, else 0. */
function ageFits(ages: number[], text: string): -1 | 0 | 1 {
  const bands = [
    ...text.matchAll(
      /(?:满)?(\d{1,3})周?岁(以上|及以上|以下)?(?:(?:至|-|—|~|、|,|,?不满|到)+(\d{1,3})周?岁)?|(\d{1,3})[-至~—](\d{1,3})周?岁/g,
    ),
  ].map(([, low, word, high, from, to]) => {
    if (from && to) return [Number(from), Number(to)] as const
    if (word === '以下') return [0, Number(low)] as const
    return [Number(low), high ? Number(high) : 200] as const
  })
  if (ages.length === 0 || bands.length === 0) return 0
  return bands.some(([low, high]) => ages.some((age) => age >= low && age <= high)) ? 1 : -1
}

/** The clause's title found best says nothing yet: the sentence that fits next best goes first, if any fits well. */
function withoutTitle(units: Ranked['units'], { clause, units: all }: Ranked): Ranked['units'] {
  const [first] = units
  if (!first || !isTitle({ clause, start: first.unit.start, end: first.unit.end })) return units
  const next = all.find(({ unit }) => unit !== first.unit)
  return next && next.score >= first.score * BESIDE_TITLE ? [next, ...units] : units
}

/** True of a sentence that is the clause's title and no more. */
export function isTitle(sentence: Span): boolean {
  const bare = (text: string) => text.replace(/[\s\p{P}]/gu, '')
  return bare(withoutMark(sentence)) === bare(fold(sentence.clause.title))
}

/** The sentence; where it is only the clause's title, the one that follows. */
function besideTitle(sentence: Span): Span {
  if (!isTitle(sentence)) return sentence
  return sentenceSpans(sentence.clause).find(({ start }) => start >= sentence.end) ?? sentence
}

/** The sentence; where it only heads the one that follows (`——多元参与,共建共享。`), that one. */
function underHeading(sentence: Span): Span {
  const next = sentenceSpans(sentence.clause).find(({ start }) => start >= sentence.end)
  const leadIn = next && leadInOf(sentence.clause.text, next.start)
  return next && leadIn?.start === sentence.start && leadIn.end === sentence.end ? next : sentence
}

/** How well a target fits what is asked: its indicator and scope count in full, the rest of its quote a little. */
function fitOfTarget(query: Query, target: Target, library: Library): number {
  const name = fold(`${target.indicator} ${target.scope ?? ''}`)
  const own = ownOf(query)
  return (
    library.appraise(query, name) +
    0.3 * library.appraise(query, fold(target.quote)) +
    (own ? OWN_COUNTS * library.appraise(own, name) : 0)
  )
}

/** `那农村的呢` after the toilets of the city asks for those of the countryside: what it says itself decides. */
const OWN_COUNTS = 3

/** Of a follow-up that leans on the question before, what it says itself; nothing for any other query. */
function ownOf(query: Query): Query | undefined {
  const known = OWN.get(query)
  if (known) return known.own
  const grams = query.grams.filter(({ start }) => start < BEYOND)
  const concepts = query.concepts.filter(({ start }) => start < BEYOND)
  const leans = grams.length < query.grams.length || concepts.length < query.concepts.length
  const own = leans ? { ...query, grams, concepts } : undefined
  OWN.set(query, { own })
  return own
}

const OWN = new WeakMap<Query, { own: Query | undefined }>()

/** The sentences of a clause as spans, the number mark and title sentence left out where more follows. */
export function sentenceSpans(clause: Clause): Span[] {
  return sentencesOf(clause.text).map(({ start, end }) => ({ clause, start, end }))
}

/** The folded text of a span without the clause's own number mark (`23﹒`). */
function withoutMark({ clause, start, end }: Span): string {
  const text = fold(clause.text.slice(start, end))
  return start <= 2
    ? text.replace(
        /^\s*(?:\d{1,3}\s*[.、]|[(（][^)）]{1,4}[)）]|[一二三四五六七八九十]{1,3}、|第[^条章]{1,6}[条章])/,
        '',
      )
    : text
}

/** The smallest run of phrases that has most of what the sentence says on the question, and what is wanted. */
function cutSpan(
  query: Query,
  sentence: Span,
  library: Library,
  wanted: Wanted,
  targets: Target[],
): Span | undefined {
  const { clause } = sentence
  const short = wanted.number ? SHORT_SENTENCE : READABLE_SENTENCE
  if (wanted.whole || sentence.end - sentence.start <= short) return trimmed(sentence)
  const phrases = phrasesOf(sentence)
  const scores = phrases.map(({ start, end }) => library.appraise(query, fold(clause.text.slice(start, end))))
  const whole = library.appraise(query, fold(clause.text.slice(sentence.start, sentence.end)))
  // Asked how many, the span has a count, though a share stands beside it.
  const ofThatKind = wanted.number && wanted.kind ? targets.filter((target) => overlap(target, sentence)) : []
  let best: { from: number; to: number; value: number } | undefined
  for (let from = 0; from < phrases.length; from++) {
    for (let to = from; to < phrases.length; to++) {
      const first = phrases[from] as Span
      const last = phrases[to] as Span
      const length = last.end - first.start
      if (length > LONGEST_SPAN && to > from) break
      const text = withoutMark({ clause, start: first.start, end: last.end })
      if (wanted.number && !hasAmount(text)) continue
      if (
        ofThatKind.length > 0 &&
        !ofThatKind.some((target) => overlap(target, { start: first.start, end: last.end }))
      )
        continue
      if (wanted.evidence && !wanted.evidence.test(text)) continue
      const score = library.appraise(query, fold(clause.text.slice(first.start, last.end)))
      const share = whole > 0 ? Math.min(score / whole, 1) : 1
      // Enough of what is asked, then as short as may be.
      const value = Math.min(share, ENOUGH) - length / 1000 + (scores[from] ?? 0) / (whole + 1) / 10
      if (!best || value > best.value) best = { from, to, value }
    }
  }
  if (!best) return undefined
  const first = phrases[best.from] as Span
  const last = phrases[best.to] as Span
  return trimmed({ clause, start: first.start, end: last.end })
}

interface Range {
  start: number
  end: number
}

function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

function hasAmount(text: string): boolean {
  return HAS_NUMBER.test(text) && readNumbers(text).length > 0
}

function phrasesOf({ clause, start, end }: Span): Span[] {
  const phrases: Span[] = []
  let from = start
  let depth = 0
  for (let i = start; i < end; i++) {
    const char = clause.text[i] ?? ''
    if ('(（“「《'.includes(char)) depth++
    if (')）”」》'.includes(char)) depth = Math.max(0, depth - 1)
    if (depth === 0 && '，,；;：:'.includes(char) && !/\d/.test(clause.text[i + 1] ?? '')) {
      phrases.push({ clause, start: from, end: i + 1 })
      from = i + 1
    }
  }
  if (from < end) phrases.push({ clause, start: from, end })
  return phrases
}

/** Without white space and separators at its ends. */
function trimmed({ clause, start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && /[\s,，;；:：、]/.test(clause.text[from] ?? '')) from++
  while (to > from && /[\s,，;；:：、。]/.test(clause.text[to - 1] ?? '')) to--
  return { clause, start: from, end: to }
}
