/**
 * Whether a figure said and a figure stated are one amount: value, unit, bound. Pure.
 */
import type { Comparator } from '../../../corpus/types.ts'
import { type Figure, isSame, plain } from './amounts.ts'
import { CONVERSIONS, COUNTERS, MEASURED, PEOPLE, PLACES, REACHES, SAME_UNIT } from './words-bounds.ts'

/** The figure, and what it is in other units. */
export function sayingsOf(figure: Figure): Figure[] {
  const { value, unit } = figure
  const others = CONVERSIONS.filter(({ from }) => from === unit).map(({ to, factor }) => ({
    ...figure,
    value: value * factor,
    unit: to,
    // A converted amount is said roughly, whatever bounds it.
    comparators: new Set([...figure.comparators, ...(figure.isAside ? ROUGHLY : [])]),
  }))
  return [figure, ...others]
}

const ROUGHLY: Comparator[] = ['eq', 'approx', 'gte', 'lte', 'gt', 'lt']

/** 80至89周岁 ends where 不满90周岁 does. */
export function isSameAmount({ value, comparators }: Figure, other: Figure): boolean {
  if (isSame(other.value, value)) return true
  const isInclusive = comparators.has('range') || comparators.has('lte')
  return isInclusive && isAge(other) && other.comparators.has('lt') && isSame(other.value, value + 1)
}

function isAge({ unit }: Figure): boolean {
  return unit.endsWith('岁')
}

export function unitsFit(said: string, stated: string): boolean {
  const [a = '', b = ''] = [said, stated].map((unit) => SAME_UNIT[unit] ?? unit)
  // A bare figure counts things; a share is never bare.
  if (a === '' || b === '') return ![a, b].some((unit) => ['%', '百分点'].includes(unit))
  if (a === b || (PEOPLE.has(a) && PEOPLE.has(b))) return true
  if (a === '个' || b === '个') return !MEASURED.test(a + b)
  return COUNTERS.has(a) && COUNTERS.has(b)
}

/** 1349个自然村 are no townships. */
export function isOfAnotherKind(figure: Figure, other: Figure): boolean {
  const [said, stated] = [figure, other].map(({ phrase, raw }) =>
    PLACES.filter((place) => place.test(phrase.slice(phrase.indexOf(raw) + raw.length))),
  )
  if (!said || !stated || said.length === 0 || stated.length === 0) return false
  return !said.some((place) => stated.includes(place))
}

const DIRECTION: Record<Comparator, 'up' | 'down' | 'about' | 'range' | 'plain'> = {
  gte: 'up',
  gt: 'up',
  lte: 'down',
  lt: 'down',
  approx: 'about',
  range: 'range',
  eq: 'plain',
  full: 'plain',
}

/** 4 to 6 may be a ratio. */
const RATIO = /\bratio\b|\bshar(?:es?|ed|ing)\b|比例|之比|分担|分摊/

/** 最多建成2-3个: the range is bound once more. */
function isBoundRange({ comparators }: Figure): boolean {
  return (
    comparators.has('range') &&
    ['lte', 'gte', 'lt', 'gt'].some((bound) => comparators.has(bound as Comparator))
  )
}

/** 不低於 is not 不超過; 以上 is 達到 where the amount is to be reached. */
export function isBoundAlike(figure: Figure, other: Figure, said: Figure[]): boolean {
  // `above 14 billion jin (140億斤)` says one amount twice.
  const again = said.filter(
    (one) => one === figure || (isSame(one.value, figure.value) && (one.isAside || figure.isAside)),
  )
  if (isBoundRange(figure) && !isAge(other) && !isBoundRange(other)) return false
  const stated = new Set([...other.comparators].map((comparator) => DIRECTION[comparator]))
  return again
    .flatMap(({ comparators }) => [...comparators])
    .some((comparator) => {
      const own = DIRECTION[comparator]
      if (stated.has(own)) return true
      // From 满80周岁 to 不满90周岁 is a range.
      if (own === 'range' && isAge(other)) return stated.has('up') || stated.has('down')
      if (own === 'down' && isAge(other) && !isSame(figure.value, other.value)) return true
      if (own === 'range' && stated.has('plain')) return RATIO.test(figure.phrase)
      if (own !== 'plain') return false
      // 5个工作日内 is said without 内.
      if (stated.has('down') && /^(?:个?工作日|日|天)$/.test(other.unit)) return true
      if (stated.has('up') && REACHES.test(figure.phrase)) return true
      // Of a range both ends are said.
      const { value, valueMax, unit } = other.target ?? {}
      const ends = [value, valueMax].filter((end) => end !== undefined)
      return (
        stated.has('range') &&
        ends.length === 2 &&
        ends.every((end) => said.some((one) => isSame(one.value, plain(end, unit))))
      )
    })
}
