/**
 * Slices of a text that are fit to quote: whole figures, whole words, whole pairs of marks. Pure.
 */
import { type Folded, hasHan, segment } from '../corpus/script.ts'

/** Offsets in a text, UTF-16. */
export interface Slice {
  start: number
  end: number
}

/** Words right before a quotation that turn it round, and right behind it that bound its figure. */
const TURNS_ROUND = /(?:不|未|無|无|非|免)$/
const BOUNDS = /^(?:以上|以下|以內|以内|左右|以外)/

/** What a verbatim slice leaves off so that it says something else: half of a figure, a 不, an 以上. */
export function cutOff(text: string, start: number, end: number): string[] {
  const whole = wholeFigures(text, start, end)
  const isCut = whole.start < start || whole.end > end
  const before = TURNS_ROUND.exec(text.slice(Math.max(0, start - 1), start))?.[0]
  const behind = BOUNDS.exec(text.slice(end))?.[0]
  return [
    ...(isCut
      ? [`引文截断了数字，原文为 a figure is cut, the source has: “${text.slice(whole.start, whole.end)}”`]
      : []),
    ...(before ? [`原文前面还有 the source has before it: “${before}”`] : []),
    ...(behind ? [`原文后面还有 the source has behind it: “${behind}”`] : []),
  ]
}

/** The slice with the figures at its borders whole: `59`, not `5`. */
export function wholeFigures(text: string, start: number, end: number): Slice {
  const isFigure = (at: number) => /[\d.]/.test(text[at] ?? '')
  let [from, to] = [start, end]
  if (end > start && /\d/.test(text[start] ?? '')) while (from > 0 && isFigure(from - 1)) from--
  if (end > start && /\d/.test(text[end - 1] ?? '')) while (isFigure(to)) to++
  // A full stop behind a figure is no part of it.
  return { start: from, end: to > end && text[to - 1] === '.' ? to - 1 : to }
}

const PAIRS = ['“”', '‘’', '「」', '『』', '《》', '()', '（）', '【】']

/** The slice with the other half of a pair of marks that it has one of, where that stands right beside it. */
export function withPairs(text: string, slice: Slice): Slice {
  const standing = text.slice(slice.start, slice.end)
  const lacks = (half: string, other: string) => standing.split(other).length > standing.split(half).length
  let { start, end } = slice
  for (const [opening = '', closing = ''] of PAIRS.map((pair) => [...pair])) {
    if (text[start - 1] === opening && lacks(opening, closing)) start--
    if (text[end] === closing && lacks(closing, opening)) end++
  }
  return { start, end }
}

/** Characters on either side that tell where a word begins and ends. */
const AROUND_WORD = 12

/** The slice without the rest of a word at its start or end that the quotation does not have. */
export function wholeWords(text: string, { start, end }: Slice, wanted: string): Slice {
  const from = wordAt(text, start)?.end ?? start
  const to = wordAt(text, end)?.start ?? end
  // A word of which the quotation has its part stays as it is cut.
  return {
    start: wanted.startsWith(text.slice(start, from)) ? start : from,
    end: wanted.endsWith(text.slice(to, end)) ? end : to,
  }
}

/** The Chinese word that goes on over `at`. */
function wordAt(text: string, at: number): Slice | undefined {
  const offset = Math.max(0, at - AROUND_WORD)
  const over = segment(text.slice(offset, at + AROUND_WORD)).find(
    ({ word, start }) => offset + start < at && at < offset + start + word.length && hasHan(word),
  )
  return over && { start: offset + over.start, end: offset + over.start + over.word.length }
}

/** The offsets in `text` of `form.text.slice(start, end)`; an empty slice is empty. */
export function sourceSlice(text: string, { at }: Folded, start: number, end: number): Slice {
  const from = at[start] ?? 0
  const last = at[end - 1] ?? from
  const width = String.fromCodePoint(text.codePointAt(last) ?? 0).length
  return { start: from, end: end > start ? last + width : from }
}
