/**
 * Two figures in each other's place. Pure.
 */
import { fold } from '../../../../corpus/script.ts'
import type { Context, Figure } from './context.ts'
import type { Draft } from './corruption.ts'
import { deniesFigure } from './denied.ts'
import { exchange } from './spans.ts'
import { isInRange } from './units.ts'
import { turned } from './writing.ts'

export function swapFigures(c: Context): Draft[] {
  const pairs = c.figures.flatMap((a, i) =>
    c.figures.slice(i + 1).flatMap((b) => (mayBeExchanged(a, b, c) ? [{ a, b }] : [])),
  )
  return turned(pairs, c, 'swapped').map(({ a, b }) =>
    exchange(c.text, a, b, c.text.slice(b.start, b.end), c.text.slice(a.start, a.end)),
  )
}

const LIMITS_OF_AGE = /^(?:周?岁|years|year-old|月|日|级)$/

function mayBeExchanged(a: Figure, b: Figure, c: Context): boolean {
  const between = c.text.slice(a.end, b.start)
  const isRange = between.length < 5 || /^[^，。；,;.]{0,4}[-–—~～至到][^，。；,;.]{0,2}$/.test(between)
  const namesEach = /分[别別]|依次|respectively/.test(c.text)
  return (
    a.value !== b.value &&
    a.plain !== b.plain &&
    a.unit !== '' &&
    fold(a.unit) === fold(b.unit) &&
    !LIMITS_OF_AGE.test(fold(a.unit)) &&
    !deniesFigure(c, a) &&
    !deniesFigure(c, b) &&
    !(isInRange(a, c) && isInRange(b, c)) &&
    (namesEach || (!isRange && between.length > fold(a.unit).length + 3))
  )
}
