/**
 * Redacts personal numbers: what the kinds of `personal-kinds.ts` find, in each reading of the digits, gives way to `***`. Pure.
 */
import type { Found } from './personal-context.ts'
import { PERSONAL_KINDS } from './personal-kinds.ts'
import { asSpoken, asWritten, type PlainDigits } from './plain-digits.ts'

/** What stands in the place of a personal number. */
const REDACTED = '***'
/** … and in the reading: private, so it stands in none. */
const TAKEN = '\uf8ff'
/** A kind may look at so much of what stands around its number. */
const AROUND = 24

interface Span {
  start: number
  end: number
}

/** `text` with ids, phone and card numbers, plates, accounts and mail addresses replaced by `***`; all else stays as it is. */
export function redact(text: string): string {
  const spans = [asWritten, asSpoken].flatMap((reading) => personalIn(reading(text)))
  let rest = ''
  let end = 0
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    if (span.start >= end) rest += text.slice(end, span.start) + REDACTED
    end = Math.max(end, span.end)
  }
  return rest + text.slice(end)
}

/** Where personal numbers stand in the source; what one kind has taken, no other reads. */
function personalIn({ text, at }: PlainDigits): Span[] {
  const spans: Span[] = []
  let rest = text
  for (const { pattern, isPersonal } of PERSONAL_KINDS) {
    rest = rest.replace(pattern, (written: string, ...more: unknown[]) => {
      const start = more.find((entry) => typeof entry === 'number') ?? 0
      const end = start + written.length
      const found: Found = {
        written,
        before: rest.slice(Math.max(0, start - AROUND), start),
        after: rest.slice(end, end + AROUND),
      }
      if (isPersonal && !isPersonal(found)) return written
      spans.push({ start: at[start] ?? 0, end: at[end] ?? 0 })
      return TAKEN.repeat(written.length)
    })
  }
  return spans
}
