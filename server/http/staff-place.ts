/**
 * From where on the staff pages somebody sends a form, and where it leads back to.
 */
import { z } from 'zod'
import type { Lang } from '../../corpus/types.ts'
import { cursorInput } from '../../tools/page.ts'
import { Feedback } from '../store/store.ts'
import { hrefIn } from '../web/staff/frame.ts'
import { PERIODS } from '../web/staff/unanswered-page.ts'
import type { Deed } from '../web/staff/words.ts'

/** The list of what is to be reviewed, as it was; or the conversation that the answer stands in. */
export const ListPlace = z.object({
  days: z.enum(PERIODS.map(String)).optional(),
  reviewed: z.enum(['true', 'false']).optional(),
  cursor: cursorInput,
  /** The answer to go on with: by it the place in the list is found again. */
  next: Feedback.shape.answerId.optional(),
})
export type ListPlace = z.infer<typeof ListPlace>

/** Back to the list, at the group that begins with the answer to go on with. */
export function backToGroup(lang: Lang, { next, ...list }: ListPlace, done: Deed): string {
  return `${hrefIn(lang, '/staff/unanswered', { ...list, done })}${next ? `#group-${next}` : ''}`
}

/** Back to the list, at this question in its group, which is open. */
export function backToQuestion(
  lang: Lang,
  { next: _next, ...list }: ListPlace,
  at: string,
  done: Deed,
): string {
  return `${hrefIn(lang, '/staff/unanswered', { ...list, at, done })}#question-${at}`
}

/** Back to an answer in its conversation. */
export function backToAnswer(lang: Lang, conversation: string, answer: string, done: Deed): string {
  return `${hrefIn(lang, `/staff/conversations/${encodeURIComponent(conversation)}`, { done })}#${answer}`
}
