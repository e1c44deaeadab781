/**
 * What a statement denies: that something is stated, or that something is so. What the clause does state is no absence. Pure.
 */
import { fold } from '../../../corpus/script.ts'
import { type Figure, figuresIn, figuresOf, isSame } from './amounts.ts'
import { contentOf, pairsOf, shareIn } from './content.ts'
import { yearsIn } from './dates.ts'
import { phraseLike } from './likeness.ts'
import { type Fault, phrasesIn, type Reading, type Stretch, sentencesIn } from './reading.ts'
import { meets } from './rule.ts'
import { coverageOf, withoutFrame } from './wording.ts'
import { LEADS } from './words-agencies.ts'
import { FRAME } from './words-content.ts'
import {
  ABSENCE,
  ABSENCE_OF,
  ASKED_ELSE,
  ASKED_OF,
  ASKED_WHICH,
  type Asked,
  LEFT_OUT,
  LEFT_OUT_OF,
  NEGATED,
  NEGATION,
  WHETHER,
} from './words-denial.ts'
import { FOR_EACH, PER } from './words-scope.ts'

/** The faults among what is denied. */
export function absenceFaults(reading: Reading): Fault[] {
  return sentencesIn(reading.text).flatMap((sentence) =>
    phrasesIn(sentence)
      .filter(
        (phrase) =>
          isWronglyAbsent(phrase, sentence, reading) ||
          isWronglyLeftOut(phrase, reading) ||
          isWronglyNegated(phrase, reading),
      )
      .map(({ text }) => ({ kind: 'denial' as const, said: text.trim() })),
  )
}

/** True if the phrase says that something is not stated which a cited clause states, or does not say what. */
function isWronglyAbsent({ text }: Stretch, sentence: Stretch, reading: Reading): boolean {
  const of = ABSENCE_OF.exec(text)
  const match = of ?? ABSENCE.map(({ pattern }) => pattern.exec(text)).find((found) => found !== null)
  if (!match) return false
  const said = `${of?.groups?.of ?? ''}${text.slice(match.index + match[0].length)}`
  if (meets(LEADS, match[0] + said) || isOfAnotherYear(text, reading)) return false
  if (isOwnGoal(said, reading)) return true
  if ([said, text.slice(0, match.index)].some((words) => isStatedAtLength(words, reading))) return true
  const kinds = ASKED_OF.filter(({ pattern }) => pattern.test(said))
  if (kinds.length > 0) return kinds.some((kind) => isStated(kind, said, text.slice(0, match.index), reading))
  if (reading.abstains) return false
  if (figuresIn(said, reading.isLatin).some((figure) => stands(figure, reading))) return true
  if (isWhetherStated(said, reading)) return true
  if (ASKED_ELSE.test(said) || ASKED_WHICH.test(match[0])) return false
  // `没有提出这方面的要求`, `gives no figure for this`: nothing can be held against the clause.
  const missing = said.replace(VAGUE, ' ').replace(FRAME, ' ')
  if (!SAYS_SOMETHING.test(missing)) return !SAYS_SOMETHING.test(before(match.index, text, sentence))
  return coverageOf(missing, reading) >= MOSTLY
}

/** 不属于重点领域, 不在本文件范围内, of what the text names there. */
function isWronglyLeftOut({ text }: Stretch, reading: Reading): boolean {
  const match = LEFT_OUT.exec(text)
  if (!match || reading.abstains) return false
  const subject = withoutFrame(text.slice(0, match.index)).replace(/\s+/g, '')
  if (!SAYS_SOMETHING.test(subject)) return false
  const of = withoutFrame(text.slice(match.index + match[0].length).replace(LEFT_OUT_OF, ' '))
  const places = sentencesIn(reading.proof).filter((sentence) => sentence.text.includes(subject))
  return places.some(
    (place) => !NEGATED.test(place.text) && (!SAYS_SOMETHING.test(of) || isOf(of, place.text, reading)),
  )
}

/** 没有写2023年的数字: of a year of which no cited clause speaks. */
function isOfAnotherYear(text: string, { cited, proof, library }: Reading): boolean {
  const deadlines = cited.flatMap(({ documentId, clauseId }) =>
    library.targetsOf(documentId, clauseId).map(({ deadline = '' }) => deadline),
  )
  return yearsIn(text).some((year) => ![proof, ...deadlines].some((stated) => stated.includes(year)))
}

/** So much of the text's own words, nearly all of them found, is stated whatever is asked. */
const AT_LENGTH = 30

function isStatedAtLength(words: string, { cited, library }: Reading): boolean {
  const content = contentOf(withoutFrame(words), library)
  return content.mass >= AT_LENGTH && shareIn(content, cited, library) >= ALMOST_ALL
}

/** Nothing more is asked than the amount of a goal: 没有写明在岗规模的具体数量. */
const OF_A_GOAL =
  /^(?:的?(?:具体)?(?:数量|数字|数值|数|时间|期限|金额|标准|比例|面积|长度|次数|规模|多少|人数))?$/

/** True if the words are those of a goal of a cited clause. */
function isOwnGoal(said: string, { cited, library }: Reading): boolean {
  const words = said.trim()
  return cited
    .flatMap(({ documentId, clauseId }) => library.targetsOf(documentId, clauseId))
    .map(({ indicator }) => fold(indicator))
    .some(
      (indicator) =>
        indicator.length >= 3 && words.startsWith(indicator) && OF_A_GOAL.test(words.slice(indicator.length)),
    )
}

/** 没有说两种补贴能不能重复享受: all of the question stands in the text, what is asked of it too. */
function isWhetherStated(said: string, reading: Reading): boolean {
  const match = WHETHER.exec(said)
  if (!match) return false
  const asked = [said.slice(0, match.index), said.slice(match.index + match[0].length)].map(withoutFrame)
  const content = contentOf(asked.join(' '), reading.library)
  return (
    content.mass >= (reading.isLatin ? LEAST_MASS_EN : LEAST_MASS) &&
    asked.every((words) => coverageOf(words, reading) >= (reading.isLatin ? MOSTLY : ALMOST_ALL))
  )
}

/** What stands before the denial in its sentence: `至于租金标准，文件未有说明`. */
function before(index: number, phrase: string, { text }: Stretch): string {
  return text
    .slice(0, text.indexOf(phrase) + index)
    .replace(FRAME, ' ')
    .replace(VAGUE, ' ')
}

function stands(figure: Figure, reading: Reading): boolean {
  return placesOf(figure, reading).length > 0
}

/** Where the figure stands in the cited clauses. */
function placesOf({ value, unit }: Figure, { cited, library }: Reading): Figure[] {
  return cited.flatMap((clause) =>
    figuresOf(clause, library).filter(
      (other) => isSame(other.value, value) && (unit === '' || other.unit === unit),
    ),
  )
}

const VAGUE =
  /第[\d一二三四五六七八九十]{1,4}[条项章]|\b(?:articles?|items?|sections?|tasks?|clauses?) \d+|这方面|这些|这项|该项|具体数字|具体|数字|相应|\b(?:such|requirements?|any|this|that|such|figure|figures|it|here)\b/g

/** Of what is denied, so much stands in the clause: then it is stated there. */
const MOSTLY = 0.75

/** True if a cited clause states what is asked: its agencies, or a figure of the kind and subject. */
function isStated(kind: Asked, said: string, ahead: string, reading: Reading): boolean {
  const { cited, library } = reading
  if (kind.asks === 'agency')
    return cited.some(
      ({ documentId, clauseId }) => library.responsibilitiesOf(documentId, clauseId).length > 0,
    )
  const subject = subjectOf(said, ahead, kind)
  const isAny = /\bfigures?\b|数字|数值/.test(said)
  // `没有给出具体数字` of a clause that gives one.
  if (!SAYS_SOMETHING.test(subject))
    return (
      !reading.abstains &&
      cited.some((clause) =>
        figuresOf(clause, library).some(({ unit, target }) => target && (isAny || kind.unit.test(unit))),
      )
    )
  return cited.some((clause) =>
    figuresOf(clause, library).some(
      ({ unit, sentence, target }) =>
        (!FOR_EACH.test(said) || PER.test(fold(target?.scope ?? ''))) &&
        kind.unit.test(unit) &&
        isOf(subject, `${sentence} ${fold(target?.indicator ?? '')}`, reading),
    ),
  )
}

/** What the missing figure would be of: the words behind the denial, or else before it, without those that ask. */
function subjectOf(said: string, ahead: string, { pattern }: Asked): string {
  const own = said.replace(pattern, ' ').replace(VAGUE, ' ').replace(FRAME, ' ')
  return SAYS_SOMETHING.test(own) ? own : ahead.replace(pattern, ' ').replace(VAGUE, ' ').replace(FRAME, ' ')
}

const SAYS_SOMETHING = /\p{Script=Han}{2}|[a-z]{4}/u

/** Of what it would be of, the sentence must speak of this share. */
const SAME_SUBJECT = 0.5

function isOf(subject: string, sentence: string, { isLatin, library }: Reading): boolean {
  if (isLatin) {
    const { concepts } = library.query(subject)
    const found = concepts.filter(({ sayings }) =>
      sayings.some(({ kind, text }) => kind === 'han' && sentence.includes(text)),
    )
    return concepts.length > 0 && found.length / concepts.length >= SAME_SUBJECT
  }
  const pairs = pairsOf(subject)
  return (
    pairs.length > 0 && pairs.filter((pair) => sentence.includes(pair)).length / pairs.length >= SAME_SUBJECT
  )
}

/** True if the phrase denies what a cited clause says in the same words without denying it. */
function isWronglyNegated(phrase: Stretch, reading: Reading): boolean {
  const match = NEGATION.exec(phrase.text)
  if (!match || reading.abstains || ABSENCE.some(({ pattern }) => pattern.test(phrase.text))) return false
  // Who leads is for the register to say.
  if (meets(LEADS, phrase.text)) return false
  const verb = match.groups?.verb ?? match.groups?.deed
  // 不批准的 of 不予批准的: the text denies it itself.
  if (verb && deniesItself(verb, reading)) return false
  const said = withoutFrame(phrase.text.replace(match[0], verb ?? ' '))
  const places = figuresIn(phrase.text, reading.isLatin).flatMap((figure) => placesOf(figure, reading))
  const isOfFigure = places.length > 0
  // What the text says of the figure, or else what is most like it, may be a denial itself.
  const stated = isOfFigure ? places.map((place) => place.phrase) : [phraseLike(said, reading)]
  if (!SAYS_SOMETHING.test(said) || stated.every((text) => deniesThere(text, verb))) return false
  if (!isOfFigure && contentOf(said, reading.library).mass < (reading.isLatin ? LEAST_DENIED_EN : LEAST_MASS))
    return false
  const [least, leastOfFigure] = reading.isLatin ? [MOSTLY, SOME] : [ALMOST_ALL, MOSTLY]
  return coverageOf(said, reading) >= (isOfFigure ? leastOfFigure : least)
}

/** What says less than this is no claim by itself: 不免费. */
const LEAST_MASS = 8

const LEAST_MASS_EN = 4

const LEAST_DENIED_EN = 2

/** With a figure of the clause in it, less of the rest must be found. */
const SOME = 0.15

/** True if the phrase denies something, and what is done where it names that too. */
function deniesThere(text: string, verb: string | undefined): boolean {
  if (!verb || !text.includes(verb)) return NEGATED.test(text)
  const pieces = text.split(verb).slice(0, -1)
  return pieces.some((before) => NEGATED.test(before.slice(-AHEAD)))
}

/** So many characters before what is denied. */
const AHEAD = 8

function deniesItself(verb: string, { proof }: Reading): boolean {
  return [...proof.matchAll(/不(?!便)|[未无禁停没非]|免(?!费)/g)].some(({ index }) =>
    proof.slice(index + 1, index + 4 + verb.length).includes(verb),
  )
}

const ALMOST_ALL = 0.85
