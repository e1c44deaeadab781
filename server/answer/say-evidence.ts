/**
 * Says a piece of evidence: the figure first where one was asked for, then the words, then what else belongs to it.
 */
import { englishIndicator } from '../../corpus/indicator-name.ts'
import { leadInOf, type Ranked } from '../../corpus/library.ts'
import type { Query } from '../../corpus/query.ts'
import { fold } from '../../corpus/script.ts'
import type { Clause, Lang } from '../../corpus/types.ts'
import type { DraftStatement, Span } from './draft.ts'
import { type Evidence, sentenceSpans } from './evidence.ts'
import { sayFigure } from './figures.ts'
import type { Case } from './respond.ts'
import { ended, sayLabel, sayTitle, sayWords } from './say.ts'

const LONGEST_ORIGINAL = 260

/** A further sentence must say this much of what the first did not, against what that did. */
const FURTHER_SHARE = 0.4

const FURTHER_LEAST = 5

/** … and less, where the question joins several things. */
const SEVERAL_ASKED = 0.6

const JOINS = /、|和|与|及|跟|还有|\band\b|;/

const MAX_POINTS = 5

/** The statement of a piece of evidence: the figure first where one was asked for and is certain. */
export function stated(evidence: Evidence, asked: Case): string {
  const { question, strings, library } = asked
  const { lang, wants } = question
  const { clause } = evidence.span
  const label = sayLabel(clause, lang)
  const words = wordsOf(evidence, lang)
  const [target] = evidence.targets
  if (lang === 'en') {
    const title = sayTitle(clause, lang, library)
    return ended(strings.states(label, title, withFigures(evidence, asked)), lang)
  }
  // Asked for an age, a number of devices is not the answer, though it stands beside it.
  const figure =
    target && evidence.certain && target.comparator !== 'full' ? sayFigure(target, lang) : undefined
  const fits = figure !== undefined && wants.attributes.every(({ evidence: kind }) => kind.test(fold(figure)))
  if (wants.number && fits) return ended(strings.value(figure, label, words), lang)
  return ended(strings.states(label, '', words), lang)
}

/** What proves the words of the evidence: its span, with what introduces it. */
export function spansOf({ span, leadIn }: Evidence): Span[] {
  return leadIn ? [leadIn, span] : [span]
}

/** The words of the evidence, a point with what introduces it. */
function wordsOf({ span, leadIn }: Evidence, lang: Lang): string {
  return (leadIn ? sayWords(leadIn, lang) : '') + sayWords(span, lang)
}

/** What the evidence says; in English its figures first, since the words are Chinese. */
export function withFigures(evidence: Evidence, asked: Case): string {
  const words = wordsOf(evidence, asked.question.lang)
  const said = figures(evidence, asked)
  return said ? `${said}. ${words}` : words
}

/** English: the figures of the evidence with their English names, where the gloss has them. */
function figures(evidence: Evidence, { question, library }: Case): string | undefined {
  if (question.lang !== 'en') return undefined
  const gloss = library.document(evidence.span.clause.documentId)?.gloss
  const said = evidence.targets.slice(0, 4).map((target) => {
    const name = englishIndicator(target, gloss)
    return `${name ?? `「${target.indicator}」`}: ${sayFigure(target, 'en', gloss)}`
  })
  return said.length > 0 ? said.join('; ') : undefined
}

/** Another sentence of the clause that speaks of what the first one left out (`审计、统计各管什么`). */
export function further(
  { question, library }: Case,
  ranked: Ranked,
  { sentence }: Evidence,
): DraftStatement[] {
  const { clause } = ranked
  const siblings = enumerated(ranked, sentence)
  if (siblings.length > 0) return siblings.map((unit) => asStated(clause, unit, question.lang))
  const numbered = ranked.units.find(
    ({ unit, score }) =>
      unit.start !== sentence.start && score >= (ranked.units[0]?.score ?? 0) * 0.5 && /\d/.test(unit.text),
  )
  if (question.wants.compare && numbered) return [asStated(clause, numbered.unit, question.lang)]
  const text = fold(clause.text.slice(sentence.start, sentence.end))
  const whole = library.appraise(question.query, text)
  const rest = unmet(question.query, text)
  const next = ranked.units
    .filter(({ unit }) => unit.start !== sentence.start)
    .map(({ unit }) => ({ unit, score: library.appraise(rest, unit.text) }))
    .sort((a, b) => b.score - a.score)[0]
  const joined = JOINS.test(question.folded) ? SEVERAL_ASKED : 1
  if (!next || next.score < whole * FURTHER_SHARE * joined || next.score < FURTHER_LEAST * joined) return []
  return [asStated(clause, next.unit, question.lang)]
}

function asStated(
  clause: Clause,
  { start, end }: { start: number; end: number },
  lang: Lang,
): DraftStatement {
  const span = { clause, start, end }
  return { text: ended(sayWords(span, lang), lang), spans: [span] }
}

/** The other points of an enumeration ((一)…;(二)…): bands of age or need stand side by side. */
function enumerated({ clause }: Ranked, sentence: Span): Span[] {
  const isPoint = ({ start }: Span) => leadInOf(clause.text, start) !== undefined
  if (!isPoint(sentence)) return []
  return sentenceSpans(clause)
    .filter((span) => isPoint(span) && span.start !== sentence.start)
    .slice(0, MAX_POINTS)
}

/** What of a query a text does not have. */
function unmet(query: Query, text: string): Query {
  return {
    ...query,
    grams: query.grams.filter(({ gram }) => !text.includes(gram)),
    concepts: query.concepts.filter(
      ({ asked, sayings }) =>
        !text.includes(asked) &&
        !sayings.some((saying) => saying.kind === 'han' && text.includes(saying.text)),
    ),
  }
}

/** The whole sentence, where the answer was cut out of it. */
export function original({ span, sentence }: Evidence, { question, strings }: Case): DraftStatement[] {
  const length = sentence.end - sentence.start
  if (length <= span.end - span.start + 3 || length > LONGEST_ORIGINAL) return []
  const text = sentence.clause.text.slice(sentence.start, sentence.end)
  return question.lang === 'en' || length > 0
    ? [{ text: strings.original(text.replace(/\s*\n\s*/g, '')), spans: [sentence] }]
    : []
}
