/**
 * Figures of a statement, each held against those of the clauses that it cites: value, unit, bound, scope, subject. Pure.
 */
import { type Figure, figuresIn, figuresOf, idiomsIn, isSame } from './amounts.ts'
import { isOfAnother } from './binding.ts'
import { isBoundAlike, isOfAnotherKind, isSameAmount, sayingsOf, unitsFit } from './bounds.ts'
import { isCase, isCount, isDenied } from './counts.ts'
import { dateFaults } from './dates.ts'
import { gradeFaults } from './order.ts'
import { isWidened } from './qualifiers.ts'
import { type Fault, type Reading, settle } from './reading.ts'
import { isDatedAlike, isScopedAlike } from './scope.ts'
import { wholeFaults, widthFaults } from './widths.ts'

/** The faults among the figures and dates of a statement; blanks out the figures that are proved. */
export function figureFaults(reading: Reading): Fault[] {
  const stated = reading.cited.flatMap((clause) => figuresOf(clause, reading.library))
  const said = figuresIn(reading.rest, reading.isLatin)
  const faults = [
    ...dateFaults(reading),
    ...wholeFaults(reading),
    ...widthFaults(reading),
    ...gradeFaults(reading),
    ...idiomsIn(reading.rest)
      .filter(
        (idiom) =>
          !stated.some((other) => isSame(other.value, idiom.value) && unitsFit(idiom.unit, other.unit)),
      )
      .map(({ raw }) => ({ kind: 'number' as const, said: raw })),
    ...said.flatMap((figure) => faultOf(figure, said, stated, reading)),
    ...digitFaults(reading, said),
  ]
  for (const { start, end } of said) settle(reading, start, end)
  return faults
}

function faultOf(figure: Figure, said: Figure[], stated: Figure[], reading: Reading): Fault[] {
  if (isCount(figure, reading) || isDenied(figure, reading)) return []
  if (isCase(figure, reading) && !stated.some(({ value }) => isSame(value, figure.value))) return []
  const fault = (kind: Fault['kind']): Fault[] => [{ kind, said: figure.raw }]
  const [own, same] = sayingsOf(figure)
    .map((one) => [one, stated.filter((other) => isSameAmount(one, other))] as const)
    .find(([, found]) => found.length > 0) ?? [figure, []]
  if (same.length === 0) return fault('number')
  const fitting = same.filter(({ unit, isBase }) => unitsFit(own.unit, unit) && isBase === own.isBase)
  if (fitting.length === 0) return fault('unit')
  if (fitting.every((other) => isOfAnotherKind(figure, other))) return fault('unit')
  const bound = fitting.filter((other) => isBoundAlike(own, other, said))
  if (bound.length === 0) return fault('comparator')
  const scoped = bound.filter((other) => isScopedAlike(own, other, reading))
  if (scoped.length === 0) return fault('scope')
  const dated = scoped.filter((other) => isDatedAlike(own, other))
  if (dated.length === 0) return fault('year')
  if (isWidened(figure, dated, reading)) return fault('scope')
  return isOfAnother(figure, dated, said, stated, reading) ? fault('binding') : []
}

/** Digits that no amount took: 5G, PM2.5, 12345. */
function digitFaults({ rest, proof, asked }: Reading, said: Figure[]): Fault[] {
  const faults: Fault[] = []
  for (const match of rest.matchAll(/[a-z]*\d[\d.,]*\d|[a-z]*\d/g)) {
    const [start, end] = [match.index, match.index + match[0].length]
    if (said.some((figure) => figure.start < end && start < figure.end)) continue
    const digits = match[0].replace(/[,.]+$/, '')
    if (/^(?:19|20)\d{2}$/.test(digits) || proof.includes(digits) || asked.includes(digits)) continue
    faults.push({ kind: 'number', said: match[0] })
  }
  return faults
}
