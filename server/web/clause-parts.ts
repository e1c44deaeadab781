/**
 * Where a clause's text divides into heading, number and body; server and browser set it alike. Pure.
 */
import type { Clause } from '../../corpus/types.ts'

/** A title farther in than this is no heading but part of a sentence. */
const MAX_NUMBER = 12
const MAX_HEADING = 60

export interface Slice {
  start: number
  end: number
}

/** Where the clause's own heading ends, with the full stop and the line break that close it; 0 if it has none. */
export function headingEnd({ text, title }: Pick<Clause, 'text' | 'title'>): number {
  const at = text.indexOf(title)
  if (title === '' || at < 0 || at > MAX_NUMBER || title.length > MAX_HEADING) return 0
  const after = text.slice(at + title.length)
  // A title that the sentence carries on from is a name for lists, and no heading: 第一條　為了……，
  const close = /^[ \t\u3000]*(?:[。.．][ \t]*(?:\r?\n)?|\r?\n|$)/.exec(after)
  return close ? at + title.length + close[0].length : 0
}

/** Where the number ends that a clause without a heading begins with (第一條); 0 if there is none. */
export function numberEnd({ text, label }: Pick<Clause, 'text' | 'label'>): number {
  return text.startsWith(label) ? label.length : 0
}

/** `2-9` as a slice of `text`; undefined for anything else. */
export function readSlice(written: string | undefined, text: string): Slice | undefined {
  const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(written ?? '') ?? []
  const start = Number(from)
  const end = Number(to)
  return start < end && end <= text.length ? { start, end } : undefined
}
