/**
 * Stretches of a text, and the sentence or segment around them. Pure.
 */
import type { Span } from './context.ts'

export function spans(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
  }))
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

export function replaceAt(text: string, { start, end }: Span, by: string): string {
  return text.slice(0, start) + by + text.slice(end)
}

/** Both spans exchanged; `a` stands before `b`. */
export function exchange(text: string, a: Span, b: Span, forA: string, forB: string): string {
  return replaceAt(replaceAt(text, b, forB), a, forA)
}

export function sentenceAround(text: string, at: number): string {
  const { start, end } = sentenceSpan(text, at)
  return text.slice(start, end)
}

export function sentenceSpan(text: string, at: number): Span {
  const ends = [...text.matchAll(/[。；！？\n]|[.;!?](?=\s|$)/g)].map(({ index }) => index + 1)
  return { start: ends.findLast((end) => end <= at) ?? 0, end: ends.find((end) => end > at) ?? text.length }
}

/** The part of the sentence, between commas, that holds the figure. */
export function segmentAround(text: string, { start, end }: Span): string {
  const before =
    text
      .slice(0, start)
      .split(/[，。；、：,;:](?!\d)/)
      .at(-1) ?? ''
  const after = text.slice(end).split(/[，。；、,;](?!\d)|\.(?!\d)/)[0] ?? ''
  return `${before}#${after}`
}
