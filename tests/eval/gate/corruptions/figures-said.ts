/**
 * The figures of a statement, in either language. Pure.
 */
import { figureValue, readNumbers } from '../../../../corpus/numerals.ts'
import { plainValue } from '../../../../corpus/scale.ts'
import { fold } from '../../../../corpus/script.ts'
import type { Figure } from './context.ts'

export function chineseFigures(text: string): Figure[] {
  return readNumbers(text).flatMap((amount) => {
    const [, percent = '', figure = ''] =
      /^(百分之)?([\d.,]*\d|[零一二三四五六七八九十百千两兩]+)/.exec(amount.raw) ?? []
    if (!figure || /分之/.test(amount.raw.slice(percent.length))) return []
    // 一套材料, 一次性: an article rather than a figure.
    if (figure === '一' && !/[年月天日周時时]$/.test(amount.unit ?? '')) return []
    const start = amount.start + percent.length
    return [
      {
        start,
        end: start + figure.length,
        value: amount.value,
        plain: plainValue(amount),
        unit: percent ? '' : (amount.unit ?? ''),
      },
    ]
  })
}

const ENGLISH_FIGURE = /(?<![\w.\-–〔[/])(\d[\d,]*(?:\.\d+)?)(?![\w]|\.\d|:\d)(%?)/g

const ENGLISH_FACTORS: [RegExp, number][] = [
  [/^ thousand\b/, 1e3],
  [/^ million\b/, 1e6],
  [/^ billion\b/, 1e9],
]

export function englishFigures(text: string): Figure[] {
  return [...text.matchAll(ENGLISH_FIGURE)].map(({ index, 1: raw = '', 2: percent = '' }) => {
    const figure = raw.replace(/,$/, '')
    const end = index + figure.length
    const value = Number(figure.replaceAll(',', ''))
    const factor = ENGLISH_FACTORS.find(([word]) => word.test(text.slice(end)))?.[1] ?? 1
    const unit =
      percent || (/^[ -]?(?:thousand |million |billion )?([a-z-]+)/.exec(text.slice(end))?.[1] ?? '')
    return { start: index, end, value, plain: value * factor, unit }
  })
}

export const ENGLISH_YEAR =
  /(?<=\b(?:in|by|of|until|before|during|since|for|from|to|through|year|January|February|March|April|May|June|July|August|September|October|November|December|\d,|end-|mid-) ?)20[1-3]\d(?![\d,]*\d| (?:people|persons|households|yuan|units|places|square|beds|children))|^20[1-3]\d(?= )/g

/** Every value that a text could be said to state, in its own scale and in single units. */
export function valuesIn(text: string): Set<number> {
  const folded = fold(text)
  const values = new Set<number>()
  for (const amount of readNumbers(text)) {
    values.add(amount.value)
    values.add(rounded(plainValue(amount)))
  }
  for (const [raw] of folded.matchAll(/\d[\d,]*(?:\.\d+)?/g)) values.add(figureValue(raw.replaceAll(',', '')))
  for (const [raw] of folded.matchAll(/[零一二三四五六七八九十百千两]+/g)) values.add(figureValue(raw))
  return values
}

export function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
