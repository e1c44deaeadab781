/**
 * Another digit: 79 becomes 76. Pure.
 */
import { figureValue } from '../../../../corpus/numerals.ts'
import type { Context, Figure } from './context.ts'
import type { Draft } from './corruption.ts'
import { deniesAt, deniesFigure } from './denied.ts'
import { rounded } from './figures-said.ts'
import { replaceAt, spans } from './spans.ts'
import { turned } from './writing.ts'

export function changeDigit(c: Context): Draft[] {
  const figures = c.figures.filter(
    (figure) =>
      !deniesFigure(c, figure) &&
      (/\d/.test(c.text[figure.start] ?? '') || c.stated.has(figure.value) || c.stated.has(figure.plain)),
  )
  const changed = turned(figures, c, 'digit').flatMap((figure) => changedFigure(figure, c) ?? [])
  return changed.length > 0 ? changed : changedWord(c)
}

function changedFigure(figure: Figure, c: Context): string | undefined {
  const raw = c.text.slice(figure.start, figure.end)
  return figuresLike(raw, c)
    .filter((other) => {
      const value = figureValue(other)
      const plain = rounded((value * figure.plain) / figure.value)
      const tooMuch =
        (/^[%％]/.test(c.text.slice(figure.end)) && value > 100) || breaksRange(figure, value, c)
      return value > 0 && value !== figure.value && !tooMuch && !c.stated.has(value) && !c.stated.has(plain)
    })
    .map((other) => replaceAt(c.text, figure, other))[0]
}

/** True if `value` would turn a range about (2-3個 → 4-3個). */
function breaksRange({ start, end }: Figure, value: number, c: Context): boolean {
  const lower = /(\d+)\D?[-–—~～至]$/.exec(c.text.slice(0, start))?.[1]
  const upper = /^\D?[-–—~～至](\d+)/.exec(c.text.slice(end))?.[1]
  return (lower !== undefined && value <= Number(lower)) || (upper !== undefined && value >= Number(upper))
}

/** The figure with one of its digits changed, in all ways. */
function figuresLike(raw: string, c: Context): string[] {
  const digits = /\d/.test(raw) ? '0123456789' : '一二三四五六七八九'
  const places = [...raw].flatMap((char, i) => (digits.includes(char) ? [i] : []))
  // Round numbers stay round: 6000 becomes 4000 sooner than 6030.
  const zerosLast = turned(places, c, 'place').sort((a, b) => Number(raw[a] === '0') - Number(raw[b] === '0'))
  const changed = zerosLast.flatMap((i) =>
    turned([...digits], c, raw)
      .filter((digit) => digit !== raw[i] && !(digit === '0' && (i === 0 || raw.includes('.'))))
      .map((digit) => replaceAt(raw, { start: i, end: i + 1 }, digit)),
  )
  if (/^[十百千]/.test(raw)) changed.push(...turned(['三', '五', '七'], c, raw).map((digit) => digit + raw))
  if (/^[两兩]$/.test(raw)) changed.push('三', '四', '五')
  return changed
}

const NUMBER_WORDS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** English figures in words. */
function changedWord(c: Context): string[] {
  if (!c.english) return []
  const said = spans(c.text, new RegExp(`\\b(?:${NUMBER_WORDS.join('|')})\\b`, 'g')).filter(
    ({ start, end }) =>
      !deniesAt(c, start) && c.stated.has(NUMBER_WORDS.indexOf(c.text.slice(start, end)) + 2),
  )
  return said.flatMap((span) => {
    const other = turned(NUMBER_WORDS, c, 'word').find(
      (_, i, all) => !c.stated.has(NUMBER_WORDS.indexOf(all[i] ?? '') + 2),
    )
    return other ? [replaceAt(c.text, span, other)] : []
  })
}
