/**
 * A bound turned round, or put on a figure that has none. Pure.
 */
import { fold } from '../../../../corpus/script.ts'
import { type Context, type Span, targetsFor } from './context.ts'
import type { Draft } from './corruption.ts'
import { deniesFigure, isDenial } from './denied.ts'
import { replaceAt, segmentAround, sentenceSpan, spans } from './spans.ts'
import { BOUND, COMPARATORS, COMPARATORS_EN } from './words.ts'
import { say, turned } from './writing.ts'

export function changeComparator(c: Context): Draft[] {
  const turnedRound = (c.english ? COMPARATORS_EN : COMPARATORS).flatMap(([pattern, other]) =>
    spans(c.text, pattern)
      .filter((span) => !isDeniedComparator(c, span))
      .map((span) => ({ span, text: withOther(c, span, say(c, other, other)) })),
  )
  const wrong = turnedRound.filter(({ span, text }) => !standsAround(c, span, text))
  const bounds = boundsPutOn(c)
  return [
    ...turned(wrong, c, 'comparator')
      .map(({ text }) => text)
      .slice(0, 1),
    ...bounds.slice(0, 1),
  ]
}

function isDeniedComparator(c: Context, { start, end }: Span): boolean {
  const { start: from, end: to } = sentenceSpan(c.text, start)
  return isDenial(c.text.slice(from, start) + c.text.slice(end, to))
}

function withOther(c: Context, span: Span, other: string): string {
  const isCapital = /^[A-Z]/.test(c.text.slice(span.start))
  return replaceAt(c.text, span, isCapital ? other.charAt(0).toUpperCase() + other.slice(1) : other)
}

/** True if the cited clauses have the words around the change themselves. */
function standsAround(c: Context, { start }: Span, text: string): boolean {
  const around = fold(text.slice(Math.max(0, start - 3), start + 6))
  return !c.english && c.source.includes(around)
}

/** A bound put on a figure that the register has without one. */
function boundsPutOn(c: Context): string[] {
  const bare = c.figures.filter((figure) => {
    const own = targetsFor(figure, c)
    return (
      !deniesFigure(c, figure) &&
      own.length > 0 &&
      own.every(({ comparator }) => comparator === 'eq') &&
      !BOUND.test(segmentAround(c.text, figure)) &&
      !/[-–—~～至\d]$/.test(c.text.slice(0, figure.start)) &&
      !/^[%％]?[-–—~～至]/.test(c.text.slice(figure.end))
    )
  })
  return turned(bare, c, 'bound').flatMap((figure) => {
    if (c.english) {
      const isSet = /(?:\b(?:the|these|those|all|its|per|every|each|first|other)|[$¥]) ?$/i
      if (isSet.test(c.text.slice(0, figure.start))) return []
      const atStart = figure.start === 0
      return [
        replaceAt(c.text, { start: figure.start, end: figure.start }, atStart ? 'At most ' : 'at most '),
      ]
    }
    const behind = c.text.slice(figure.end).trimStart()
    if (!figure.unit || !behind.startsWith(figure.unit)) return []
    const end = c.text.indexOf(figure.unit, figure.end) + figure.unit.length
    return [replaceAt(c.text, { start: end, end }, say(c, '以內', ''))]
  })
}
