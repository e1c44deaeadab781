/**
 * What a statement says of all, of one kind only, or of the whole city, beside its figures. Pure.
 */
import { fold } from '../../../corpus/script.ts'
import type { Target } from '../../../corpus/types.ts'
import { figuresIn } from './amounts.ts'
import { contentOf } from './content.ts'
import { yearsIn } from './dates.ts'
import { sentenceLike } from './likeness.ts'
import { type Fault, phrasesIn, type Reading, type Stretch, sentencesIn, sentencesLeft } from './reading.ts'
import { meets, type Rule } from './rule.ts'
import { ABSENCE, DENIES } from './words-denial.ts'
import {
  ALL,
  ANYBODY,
  DONE_ALREADY,
  DONE_STATED,
  EVERYBODY,
  EVERYBODY_BEHIND,
  EVERYBODY_STATED,
  NARROWED,
  NARROWED_STATED,
  PER,
  PERIODS,
  SAYS_PERIOD,
  WHOLE,
} from './words-scope.ts'

/** A month's amount said to be a year's; what holds for some said of all, or of one kind only. */
export function widthFaults(reading: Reading): Fault[] {
  const { rest, proof, isLatin } = reading
  const faults: Fault[] = []
  const phrases = sentencesLeft(reading).flatMap(phrasesIn)
  const claimed = phrases.filter((phrase) => !DENIES.test(phrase.text) && !meets(ABSENCE, phrase.text))
  SAYS_PERIOD.forEach(({ zh, en }, i) => {
    const said = firstIn(isLatin ? en : zh, claimed)
    if (said && !PERIODS[i]?.zh.test(proof)) faults.push({ kind: 'scope', said })
  })
  const done = DONE_ALREADY.exec(rest)
  if (done && !DONE_STATED.test(proof) && !DENIES.test(rest)) faults.push({ kind: 'denial', said: done[0] })
  const wider = EVERYBODY.map(({ pattern }) => firstIn(pattern, claimed)).find((said) => said !== undefined)
  if (wider && !isSaidOfAll(wider, claimed, reading)) faults.push({ kind: 'scope', said: wider })
  for (const phrase of phrases) {
    const narrower = firstOf(NARROWED, phrase.text)
    if (
      narrower &&
      !NARROWED_STATED.test(proof) &&
      !DENIES.test(phrase.text) &&
      !OF_AGENCIES.test(phrase.text)
    )
      faults.push({ kind: 'alone', said: narrower })
  }
  return faults
}

/** A figure of two digits is a goal of its own; 二级 is none. */
const TELLING = 10

/** So many characters may stand between 所有 and whom it is said of. */
const ALL_BEFORE = 4

/** True if the text says so too, and of the same: 所有患者 is not proved by 所有村. */
function isSaidOfAll(word: string, phrases: Stretch[], reading: Reading): boolean {
  const { proof, isLatin } = reading
  const phrase = phrases.find(({ text }) => text.includes(word))
  const said = phrase?.text ?? ''
  const [, noun] = /^(\p{Script=Han}{2})/u.exec(said.slice(said.indexOf(word) + word.length)) ?? []
  const like = sentencesIn(proof)
    .flatMap(phrasesIn)
    .filter(({ text }) => !noun || text.includes(noun))
  if (like.length === 0 || !noun)
    return EVERYBODY_STATED.test(
      isLatin && phrase && !ANYBODY.test(word) ? sentenceLike(phrase, reading) : proof,
    )
  return like.some(({ text }) => {
    // 全市所有村(社区)退役军人服务站 says nothing of all 退役军人.
    const before = text.slice(0, text.indexOf(noun))
    const all = before.slice(-ALL_BEFORE)
    return EVERYBODY_STATED.test(all) || EVERYBODY_BEHIND.test(text.slice(before.length))
  })
}

/** Who is alone responsible is told from the register. */
const OF_AGENCIES = /负责|[单单]位|部门|\b(?:responsib\w+|bureaus?|commissions?|agenc\w+|lead)\b/

function firstIn(pattern: RegExp, phrases: Stretch[]): string | undefined {
  return phrases.map(({ text }) => pattern.exec(text)?.[0]).find((said) => said !== undefined)
}

function firstOf(rules: Rule[], text: string): string | undefined {
  return rules.map(({ pattern }) => pattern.exec(text)?.[0]).find((said) => said !== undefined)
}

/** A goal for each part said of the whole city, or one without a number said of another year than its own. */
export function wholeFaults(reading: Reading): Fault[] {
  const { rest, text, cited, isLatin, library } = reading
  const targets = cited.flatMap(({ documentId, clauseId }) => library.targetsOf(documentId, clauseId))
  const faults: Fault[] = []
  const isEach = ({ scope, value, indicator }: Target, phrase: string) =>
    PER.test(fold(scope ?? '')) && value === 1 && speaksOf(phrase, fold(indicator), reading)
  if (!PER.test(text))
    for (const phrase of sentencesIn(text).flatMap(phrasesIn)) {
      const whole = WHOLE.exec(phrase.text)
      // 全市学员超2万人 has a figure of its own.
      const isOfOne = figuresIn(phrase.text, isLatin).every(({ value }) => value < TELLING)
      if (whole && isOfOne && targets.some((target) => isEach(target, phrase.text)))
        faults.push({ kind: 'scope', said: whole[0] })
    }
  const [year, ...others] = yearsIn(rest)
  const full = targets.filter(({ comparator, deadline }) => comparator === 'full' && deadline)
  const isOtherYear = year && others.length === 0 && !full.some(({ deadline }) => deadline?.startsWith(year))
  if (isOtherYear && full.length > 0 && ALL.test(rest)) faults.push({ kind: 'year', said: year })
  return faults
}

/** True if a text speaks of most of what the folded words say. */
function speaksOf(text: string, words: string, { library }: Reading): boolean {
  const { matters } = contentOf(text, library)
  const own = contentOf(words, library).matters.flatMap(({ sayings }) => sayings)
  const said = matters.flatMap(({ sayings }) => sayings)
  return (
    own.length > 0 &&
    own.filter((pair) => said.some((saying) => saying.includes(pair))).length * 2 >= own.length
  )
}
