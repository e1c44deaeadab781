/**
 * GET /staff/feedback: what people thought of answers.
 */
import { html } from 'hono/html'
import { Feedback, type Page, type Turn } from '../../store/store.ts'
import type { Html } from '../layout.ts'
import { hrefIn, staffPage, type Visit } from './frame.ts'
import { outcomeMark, pager, ratingMark, timeMark } from './marks.ts'

type Said = Feedback & { turn?: Turn }
type Rating = Feedback['rating']

/** The whole page; `rating` is the one that was asked for. */
export function feedbackPage(visit: Visit, { items, total, next }: Page<Said>, rating?: Rating): Html {
  const { words } = visit
  const say = words.feedback
  return staffPage(visit, {
    title: words.sections.feedback,
    section: 'feedback',
    main: html`<p class="lead-in">${say.lead}</p>
${filter(visit, rating)}
${
  total === 0
    ? html`<p class="nothing">${say.none}</p>`
    : html`<p class="summary">${say.total(total)}</p>
<ol class="entries">${items.map((one) => entry(one, visit))}</ol>`
}
${pager(visit, next)}`,
  })
}

function filter({ lang, words }: Visit, chosen: Rating | undefined): Html {
  const choices = [undefined, ...Feedback.shape.rating.options]
  return html`<nav class="range" aria-label="${words.feedback.filter}"><ul class="choices">
${choices.map((rating) => {
  const current = rating === chosen ? html` aria-current="true"` : ''
  const name = rating === undefined ? words.feedback.all : words.ratings[rating]
  return html`<li><a href="${hrefIn(lang, '/staff/feedback', { rating })}"${current}>${name}</a></li>`
})}
</ul></nav>`
}

function entry({ rating, comment, receivedAt, answerId, turn }: Said, { lang, words }: Visit): Html {
  const say = words.feedback
  const question = turn
    ? html`<a href="${hrefIn(lang, `/staff/conversations/${encodeURIComponent(turn.conversationId)}`)}#${answerId}">${turn.answer.question}</a>`
    : say.gone
  return html`<li><p class="about">${ratingMark(rating, words)} ${timeMark(receivedAt)} ${turn ? outcomeMark(turn.answer.outcome, words) : ''}</p>
<p class="${comment ? 'words' : 'note'}">${comment ?? say.noComment}</p>
<p class="about">${question}</p></li>`
}
