/**
 * Small things that staff pages have in common: times, marks of outcome and rating, the way to older entries.
 */
import { html } from 'hono/html'
import type { Outcome } from '../../../corpus/types.ts'
import { clockTime } from '../../staff/days.ts'
import { UNANSWERED } from '../../staff/unanswered.ts'
import type { Feedback } from '../../store/store.ts'
import type { Html } from '../layout.ts'
import { hrefIn, type Visit } from './frame.ts'
import type { StaffWords } from './words.ts'

const NUMBERS = new Intl.NumberFormat('en')

/** `12,345` */
export function numberOf(value: number): string {
  return NUMBERS.format(value)
}

/** `37%`; nothing of nothing is nothing. */
export function shareOf(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((part / whole) * 100)}%`
}

/** An instant by China's clock. */
export function timeMark(instant: string): Html {
  return html`<time datetime="${instant}">${clockTime(instant)}</time>`
}

/** How an answer came out. */
export function outcomeMark(outcome: Outcome, { outcomes }: StaffWords, count?: number): Html {
  const kind = UNANSWERED.includes(outcome) ? 'open' : outcome
  return html`<span class="mark-of ${kind}">${outcomes[outcome]}${count === undefined ? '' : ` ${numberOf(count)}`}</span>`
}

/** What somebody thought of an answer. */
export function ratingMark(rating: Feedback['rating'], { ratings }: StaffWords): Html {
  return html`<span class="mark-of ${rating}">${ratings[rating]}</span>`
}

/** The way to older entries, and from there back to the newest. */
export function pager({ lang, words, address }: Visit, next: string | undefined): Html | string {
  const { cursor, ...query } = address.query
  if (next === undefined && cursor === undefined) return ''
  return html`<p class="pager">
${cursor === undefined ? '' : html`<a href="${hrefIn(lang, address.path, query)}">${words.first}</a>`}
${next === undefined ? '' : html`<a href="${hrefIn(lang, address.path, { ...query, cursor: next })}" rel="next">${words.older}</a>`}
</p>`
}
