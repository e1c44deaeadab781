/**
 * Figures that are no claim: how many the statement lists, the age of the one who asks, the question's own. Pure.
 */
import { readNumbers } from '../../../corpus/numerals.ts'
import { type Figure, isSame, plain } from './amounts.ts'
import { phrasesIn, type Reading, sentencesIn } from './reading.ts'
import { COUNTED_ALONE, COUNTED_BY, COUNTS_BEFORE, COUNTS_BEHIND, HELD_AGAINST } from './words-bounds.ts'
import { DENIES } from './words-denial.ts'

/** How many agencies, tasks or things the statement itself names. */
export function isCount(figure: Figure, reading: Reading): boolean {
  const { value, start, end, raw, unit } = figure
  const { rest } = reading
  const behind = [rest.slice(end), rest.slice(end - 1)]
  const isAlone =
    COUNTS_BEFORE.test(rest.slice(0, start)) && behind.some((words) => COUNTED_ALONE.test(words))
  const isWritten = /^[两二三四五六七八九十]+/.test(raw) && COUNTED_BY.has(unit)
  if (!isAlone && !isWritten && !behind.some((words) => COUNTS_BEHIND.test(words))) return false
  // `这两项` points back to two that were named.
  if (value <= FEW && /[这那]$/.test(rest.slice(0, start))) return true
  return countsOf(figure, reading).includes(value)
}

/** How many there are of what the statement lists and its clauses name. */
function countsOf({ start, sentence }: Figure, { text, rest, cited, proof, library }: Reading): number[] {
  const entries = cited.map(({ documentId, clauseId }) => library.responsibilitiesOf(documentId, clauseId))
  const agencies = entries.flatMap((group) => [
    group.length,
    group.filter(({ role }) => role === 'lead').length,
    group.filter(({ role }) => role !== 'lead').length,
  ])
  const isRest = /(?:其他|其余|另外|另)的?$/.test(rest.slice(0, start))
  const [, listed] = /:([^:]*)$/.exec(sentence) ?? []
  return [
    cited.length,
    ...agencies.map((count) => count - (isRest ? 1 : 0)),
    countOf(/、/g, text) + 1,
    countOf(/[,;]/g, text) + 1,
    countOf(/, | and |;/g, text) + 1,
    ...(listed ? [countOf(/[,;]/g, listed) + 1, countOf(/[、,;]/g, listed) + 1] : []),
    ...runsIn(text),
    countOf(/第[^第,。]{1,4}条/g, proof),
  ]
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0
}

/** How long each list of a text is: 滨海、大丰, 电话预约、上门服务和网上办理. */
function runsIn(text: string): number[] {
  return sentencesIn(text)
    .flatMap(phrasesIn)
    .flatMap((phrase) => {
      const commas = countOf(/、/g, phrase.text)
      return [commas + 1, commas + 2]
    })
}

const FEW = 4

/** An age that the question tells of the one who asks: a case of the rule, and no claim. */
export function isCase({ value, unit, phrase, comparators }: Figure, { asked }: Reading): boolean {
  const isAged = unit.endsWith('岁') || /\b(?:aged?|years? old|year-old)\b/.test(phrase)
  if (!isAged || [...comparators].some((comparator) => comparator !== 'eq')) return false
  return readNumbers(asked).some((own) => own.value === value)
}

/** The question's own figure, in a phrase that denies it or that holds it against the clause's: 十个月超过了这个上限. */
export function isDenied({ value, phrase, end }: Figure, { asked, text }: Reading): boolean {
  if (!DENIES.test(phrase) && !HELD_AGAINST.test(text.slice(end, end + 40))) return false
  return readNumbers(asked).some(
    (own) => isSame(plain(own.value, own.unit), value) || isSame(own.value, value),
  )
}
