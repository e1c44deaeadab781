/**
 * Figures that a question asserts, held against what a sentence states. Pure.
 */
import { figuresForWords, readNumbers } from '../../corpus/numerals.ts'
import { plainValue } from '../../corpus/scale.ts'
import { fold } from '../../corpus/script.ts'
import type { Clause, Target } from '../../corpus/types.ts'
import type { Evidence } from './evidence.ts'
import type { Case } from './respond.ts'

/** A figure that a question asserts. */
export interface Claim {
  value: number
  unit?: string
}

/** True if the clause holds one of the claimed numbers, whatever its unit. */
export function speaksOf(clause: Clause, claimed: Claim[]): boolean {
  const held = new Set(readNumbers(fold(clause.text)).map(({ value }) => value))
  return claimed.some(({ value }) => held.has(value))
}

/** Whether the figures that the question asserts stand in the evidence. */
export function checkFigures(
  { question }: Case,
  evidence: Evidence,
): 'confirmed' | 'contradicted' | undefined {
  const { claimed } = question
  if (claimed.length === 0) return undefined
  const { clause, start, end } = evidence.sentence
  const stated = readNumbers(fold(clause.text.slice(start, end)))
  if (stated.length === 0) return undefined
  const right = claimed.every((claim) => {
    const matching = stated.filter((figure) => sameFigure(claim, figure))
    return matching.length > 0 && !isOfAnother(claim, evidence)
  })
  // Of several figures of a kind in one sentence it must be clear which is meant.
  const alike = new Set(
    stated
      .filter(({ unit }) => claimed.some((claim) => sameKind(claim.unit, unit)))
      .map(({ value }) => value),
  )
  const clear = evidence.certain || claimed.length > 1 || alike.size <= 1
  if (right) return question.wants.check && clear ? 'confirmed' : undefined
  // A number of another kind (an age, a sum that a caller lost) is no claim about this figure.
  const comparable = claimed.some((claim) => stated.some((figure) => sameKind(claim.unit, figure.unit)))
  return question.wants.check && comparable ? 'contradicted' : undefined
}

/** True if the claimed figure is that of another goal in the sentence than the one clearly asked about. */
function isOfAnother(claim: Claim, { targets, certain }: Evidence): boolean {
  const [asked, ...others] = targets
  if (!asked || !certain || asked.value === undefined) return false
  const is = (target: Target) =>
    [target.value, target.valueMax].some(
      (value) =>
        value !== undefined && sameFigure(claim, { value, ...(target.unit ? { unit: target.unit } : {}) }),
    )
  // `248 bridges`: English names the thing, and no unit tells the two figures apart.
  const isAlike = (other: Target) => other.unit === asked.unit || claim.unit === undefined
  return !is(asked) && others.some((other) => isAlike(other) && is(other))
}

/** `一次能住几天`, `一年几回`: one of them each, no figure. */
const EACH = /^一(?:次|年|回|天|日|月|个月|趟|晚|户|人|家|个|层|级)$/

/** The figures that a folded question asserts; years and clause numbers are none. */
export function claimedFigures(folded: string, clauses: { start: number; end: number }[]): Claim[] {
  const unnamed = clauses.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    folded,
  )
  return readNumbers(figuresForWords(unnamed)).filter(
    ({ value, unit, raw }) =>
      !(value >= 1990 && value <= 2050 && (unit === undefined || unit === '年')) && !EACH.test(fold(raw)),
  )
}

function sameFigure(a: Claim, b: Claim): boolean {
  return (
    Math.abs(plainValue(a) - plainValue(b)) < 1e-9 &&
    (a.unit === undefined || sameKind(a.unit, b.unit) || plainUnit(a.unit) === '')
  )
}

function plainUnit(unit: string): string {
  return fold(unit)
    .replace(/^[万亿千百]+/, '')
    .replace(/^(?:个|家|所|座|处|项|条|名|人|位|件|场次?|台|套)$/, '')
}

function sameKind(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || plainUnit(a) === plainUnit(b)
}
