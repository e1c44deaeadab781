/**
 * The text of a clause as HTML that keeps every character at its place.
 *
 * Law: the text nodes joined are the clause's text, so that offsets of citations hold in the page.
 */
import { html, raw } from 'hono/html'
import type { Slice } from './clause-parts.ts'
import type { Html } from './layout.ts'

/** `text` from `from` to `to`, the part of `mark` that lies in it marked. */
export function markedText(text: string, from: number, to: number, mark?: Slice): Html {
  const start = Math.max(from, mark?.start ?? to)
  const end = Math.min(to, mark?.end ?? from)
  if (start >= end) return verbatim(text.slice(from, to))
  return html`${verbatim(text.slice(from, start))}<mark>${verbatim(text.slice(start, end))}</mark>${verbatim(text.slice(end, to))}`
}

/** Escaped; a carriage return is written as a reference, or the HTML parser would drop it and shift offsets. */
function verbatim(text: string): Html {
  return raw(html`${text}`.toString().replaceAll('\r', '&#13;'))
}
