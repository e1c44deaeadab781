/**
 * How the words around an amount bound it, in Chinese and in English. Pure.
 */
import type { Amount } from '../../../corpus/numerals.ts'
import { comparisonOf } from '../../../corpus/target-comparison.ts'
import { BEFORE, oneOf } from '../../../corpus/target-words.ts'
import type { Comparator } from '../../../corpus/types.ts'
import type { Stretch } from './reading.ts'
import { AFTER_EN, BEFORE_EN, FURTHER_BOUNDS, SPOKEN_UNIT } from './words-bounds.ts'

/** Characters beside an amount that may bound it. */
const NEAR = 24

const NEAR_EN = 48

export function comparatorsOf(
  amounts: Amount[],
  i: number,
  text: string,
  phrase: Stretch,
  isLatin: boolean,
): Set<Comparator> {
  const amount = amounts[i]
  const found = new Set<Comparator>()
  if (!amount) return found
  const near = isLatin ? NEAR_EN : NEAR
  const left = text.slice(Math.max(phrase.start, amount.start - near), amount.start).trimEnd()
  const right = text
    .slice(amount.end, Math.min(phrase.end, amount.end + near))
    .trimStart()
    .replace(SPOKEN_UNIT, '')
    .concat(phrase.end <= amount.end + near ? '.' : '')
  if (isRange(text, amounts[i - 1], amount) || isRange(text, amount, amounts[i + 1])) found.add('range')
  for (const { comparator, before, behind, plain: isPlain, firm } of FURTHER_BOUNDS)
    if ((before?.test(left) ?? true) && (behind?.test(right) ?? true)) {
      found.add(comparator)
      if (firm) return found
      if (isPlain) found.add('eq')
    }
  const bound =
    (/[a-z]/.test(left + right) ? englishComparator(left, right) : undefined) ??
    comparisonOf({ unit: amount.unit ?? '', left, right }).comparator ??
    boundFromAfar(left)
  if (bound) found.add(bound)
  // 分别达95%和85%以上: the word behind the last holds for the list.
  const last = amount.value === 100 ? undefined : listEnd(amounts, i, text)
  if (last) {
    const behind = comparisonOf({
      unit: last.unit ?? '',
      left: '',
      right: text.slice(last.end, last.end + 6),
    })
    // Said of the one figure alone, it may be left out.
    if (behind.trailing && behind.comparator) found.add(behind.comparator).add('eq')
  }
  return found.size > 0 ? found : found.add('eq')
}

const RANGE = /^\s*(?:%|周?岁|[元人户万个级])?\s*(?:[-–—~〜至到]|to)+\s*$/u

/** `between 0.3 and 0.5` */
const JOINED = /^\s*%?\s*(?:and|和|与)\s*$/

const BETWEEN = /(?:\bbetween|介于)\s*$/

export function isRange(text: string, from: Amount | undefined, to: Amount | undefined): boolean {
  if (!from || !to) return false
  const between = text.slice(from.end, to.start)
  return (
    RANGE.test(between) ||
    (JOINED.test(between) && BETWEEN.test(text.slice(Math.max(0, from.start - 10), from.start)))
  )
}

export const BOUNDING = new RegExp(
  `${oneOf(BEFORE.flatMap(({ words }) => words))}|达到?|${BEFORE_EN.map(({ words }) => `\\b(?:${words})\\b`).join('|')}`,
  'g',
)

const AFAR = BEFORE.filter(({ weak }) => !weak).map(({ comparator, words }) => ({
  comparator,
  pattern: new RegExp(`(?:${oneOf(words.filter((word) => word.length > 1))})[^,;:。、\\d]{1,8}$`),
}))

/** 最长可以缓缴6个月: the word that bounds the amount stands some words before it. */
function boundFromAfar(left: string): Comparator | undefined {
  return AFAR.find(({ pattern }) => pattern.test(left))?.comparator
}

const BEFORE_EN_PATTERNS = BEFORE_EN.map(({ comparator, words }) => ({
  comparator,
  pattern: new RegExp(
    `(?<!\\bor )(?!(?<=\\band )(?:over|above)\\b)\\b(?<bound>${words})(?:\\s+(?:[a-z(]+|a total of)){0,2}\\s*(?:rmb|¥|cny)?\\s*$`,
  ),
}))

const AFTER_EN_PATTERNS = AFTER_EN.map(({ comparator, words }) => ({
  comparator,
  pattern: new RegExp(
    `^%?\\s*(?:(?![a-z-]*(?:level|grade|tier|class|rank)\\b)[a-z()-]+\\s+){0,4}?(?:${words})\\b`,
  ),
}))

/** `over three years` is how long. */
const OVER_TIME = /^(?:\s*-?\s*)(?:years?|months?|days?|weeks?)\b/

function englishComparator(left: string, right: string): Comparator | undefined {
  // `up to at least 15`: the words nearest the amount, and of those that end there the longest.
  const found = BEFORE_EN_PATTERNS.map(({ comparator, pattern }) => {
    const match = pattern.exec(left)
    return { comparator, match, end: match ? match.index + (match.groups?.bound?.length ?? 0) : -1 }
  })
    .filter(({ match }) => match !== null)
    .sort((a, b) => b.end - a.end || (a.match?.index ?? 0) - (b.match?.index ?? 0))[0]
  if (found?.match && /^over/.test(found.match[0]) && OVER_TIME.test(right)) return undefined
  return found?.comparator ?? AFTER_EN_PATTERNS.find(({ pattern }) => pattern.test(right))?.comparator
}

function listEnd(amounts: Amount[], i: number, text: string): Amount | undefined {
  let end = i
  while (
    amounts[end + 1] &&
    /^\s*[、和及与]\s*$/.test(text.slice(amounts[end]?.end, amounts[end + 1]?.start))
  )
    end++
  return end > i ? amounts[end] : undefined
}
