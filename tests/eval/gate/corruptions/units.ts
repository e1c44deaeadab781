/**
 * Another unit: people become households. Pure.
 */
import { readNumbers } from '../../../../corpus/numerals.ts'
import { plainValue, splitUnit } from '../../../../corpus/scale.ts'
import { fold } from '../../../../corpus/script.ts'
import type { Context, Figure } from './context.ts'
import type { Draft } from './corruption.ts'
import { deniesFigure } from './denied.ts'
import { rounded } from './figures-said.ts'
import { replaceAt } from './spans.ts'
import { OTHER_ENGLISH_UNITS, OTHER_UNITS } from './words.ts'
import { say, turned } from './writing.ts'

export function changeUnit(c: Context): Draft[] {
  const figures = turned(
    c.figures.filter((figure) => !deniesFigure(c, figure) && !isInRange(figure, c)),
    c,
    'unit',
  )
  return figures.flatMap((figure) => (c.english ? otherEnglishUnit(figure, c) : otherUnits(figure, c)))
}

export function isInRange({ start, end }: Figure, c: Context): boolean {
  return (
    /\d[%％]? ?(?:[-–—~～至]|to )$/.test(c.text.slice(0, start)) ||
    /^[%％]? ?(?:[-–—~～至]|to )\d/.test(c.text.slice(end))
  )
}

function otherUnits(figure: Figure, c: Context): string[] {
  const behind = c.text.slice(figure.end).trimStart()
  if (!figure.unit || !behind.startsWith(figure.unit)) return []
  const span = { start: c.text.indexOf(figure.unit, figure.end), end: 0 }
  span.end = span.start + figure.unit.length
  const { factor, unit } = splitUnit(figure.unit)
  const multiplier = figure.unit.slice(0, figure.unit.length - unit.length)
  const others: string[] = []
  if (/^[萬万]$/.test(multiplier)) others.push(say(c, '億', '') + unit)
  if (/^[億亿]$/.test(multiplier)) others.push(say(c, '萬', '') + unit)
  const other = OTHER_UNITS.get(fold(unit)) ?? mixedUp(fold(unit), c)
  // 8月16日 is a date; money with a multiplier is changed there.
  const isDate = fold(unit) === '日' && /月$/.test(c.text.slice(0, figure.start))
  if (other && !isDate && !(factor > 1 && fold(unit) === '元')) others.push(multiplier + say(c, other, ''))
  return others
    .filter((said) => !amountStands(figure.value, said, c))
    .map((said) => replaceAt(c.text, span, said))
}

/** Counts and lengths are mixed up where the clause has both: 公路248公里、橋樑308座. */
function mixedUp(unit: string, c: Context): string | undefined {
  return unit === '座' && /\d公里/.test(c.source) ? '公里' : undefined
}

function amountStands(value: number, unit: string, c: Context): boolean {
  const [plain, base] = [rounded(plainValue({ value, unit })), fold(splitUnit(unit).unit)]
  return readNumbers(c.source).some(
    (amount) => rounded(plainValue(amount)) === plain && fold(splitUnit(amount.unit ?? '').unit) === base,
  )
}

function otherEnglishUnit(figure: Figure, c: Context): string[] {
  const behind = c.text.slice(figure.end)
  const [pattern, other, units] = OTHER_ENGLISH_UNITS.find(([before]) => before.test(behind)) ?? []
  const isChinese = /\p{Script=Han}$/u.test(c.text.slice(0, figure.start))
  if (!pattern || !units || isChinese) return []
  const stands = readNumbers(c.source).some(
    (amount) =>
      rounded(plainValue(amount)) === rounded(figure.plain) &&
      units.test(fold(splitUnit(amount.unit ?? '').unit) || '-'),
  )
  return stands ? [] : [c.text.slice(0, figure.end) + behind.replace(pattern, other ?? '')]
}
