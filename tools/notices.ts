/**
 * What has to be said along with facts of the register. Pure.
 */
import type { Responsibility, Target } from '../corpus/types.ts'

/** A notice as a reason; the door puts it into words. */
export interface Reason {
  code: 'shared_responsibility' | 'period_ended' | 'year_mismatch'
  detail: string
}

/** A notice where several agencies share a clause's duty and none of them leads. */
export function sharedNotices(entries: Responsibility[]): Reason[] {
  const isLed = ({ documentId, clauseId }: Responsibility) =>
    entries.some(
      (entry) => entry.documentId === documentId && entry.clauseId === clauseId && entry.role === 'lead',
    )
  const shared = entries.some((entry) => entry.role === 'shared' && !isLed(entry))
  return shared ? [{ code: 'shared_responsibility', detail: '' }] : []
}

/** A notice that names the dates, of those that `targets` have, which lie before `today` (`YYYY-MM-DD`). */
export function endedNotices(targets: Target[], today: string): Reason[] {
  const deadlines = targets.flatMap(({ deadline }) => deadline ?? [])
  const ended = [...new Set(deadlines)].filter((deadline) => lastDayOf(deadline) < today).sort()
  return ended.length > 0 ? [{ code: 'period_ended', detail: ended.join(', ') }] : []
}

/** `2022` ends with its last day. */
function lastDayOf(deadline: string): string {
  return deadline.length === 4 ? `${deadline}-12-31` : deadline
}
