/**
 * GET /staff/unanswered: what went unanswered or was rated down, and what an editor can do about it.
 */
import { html } from 'hono/html'
import { Outcome } from '../../../corpus/types.ts'
import { mayActAs } from '../../access/staff.ts'
import type { AskedQuestion, QuestionGroup } from '../../staff/unanswered.ts'
import type { Html } from '../layout.ts'
import { hidden, hrefIn, nameOf, staffPage, type Visit } from './frame.ts'
import { outcomeMark, pager, ratingMark, timeMark } from './marks.ts'

/** Of a group, so many are listed. */
const MOST_LISTED = 20

export const PERIODS = [7, 30, 90, 366]

interface UnansweredPage {
  groups: QuestionGroup[]
  total: number
  read: number
  days: number
  reviewed: boolean
  next?: string
}

/** The whole page. */
export function unansweredPage(visit: Visit, page: UnansweredPage): Html {
  const { words } = visit
  const say = words.unanswered
  const { groups, total, read, next, reviewed } = page
  return staffPage(visit, {
    title: words.sections.unanswered,
    section: 'unanswered',
    main: html`<p class="lead-in">${say.lead}</p>
${choice(visit, page)}
${
  total === 0
    ? html`<p class="nothing">${reviewed ? say.noneDone : say.none}</p>`
    : html`<p class="summary">${say.summary(total, read)}</p>
<ol class="groups">${groups.map((group) => html`<li>${groupOf(group, visit, page)}</li>`)}</ol>`
}
${pager(visit, next)}`,
  })
}

function choice({ lang, words }: Visit, { days, reviewed }: UnansweredPage): Html {
  const say = words.unanswered
  const option = (value: string, name: string, isChosen: boolean) =>
    html`<option value="${value}"${isChosen ? html` selected` : ''}>${name}</option>`
  return html`<form method="get" action="/staff/unanswered" class="range">${hidden({ lang })}
<label>${say.period} <select name="days">${PERIODS.map((one) => option(String(one), words.usage.last(one), one === days))}</select></label>
<label>${say.state} <select name="reviewed">${option('false', say.open, !reviewed)}${option('true', say.done, reviewed)}</select></label>
<button>${say.show}</button>
</form>`
}

function groupOf(group: QuestionGroup, visit: Visit, page: UnansweredPage): Html {
  const { words } = visit
  const say = words.unanswered
  const { question, count, downVotes, lastAskedAt, outcomes, questions } = group
  const listed = questions.slice(0, MOST_LISTED)
  const marks = Outcome.options.flatMap((outcome) =>
    outcomes[outcome] ? [outcomeMark(outcome, words, outcomes[outcome])] : [],
  )
  return html`<details class="group">
<summary><span class="asked-as">${question}</span>
<span class="about"><strong>${say.times(count)}</strong> ${marks} ${downVotes > 0 ? html`<span class="mark-of down">${say.downVotes(downVotes)}</span>` : ''} <span>${say.last} ${timeMark(lastAskedAt)}</span></span></summary>
${groupDeeds(group, visit, page)}
<ul class="questions">
${listed.map((one) => html`<li>${questionOf(one, group, visit, page)}</li>`)}
</ul>
${count > listed.length ? html`<p class="note">${say.more(count - listed.length)}</p>` : ''}
</details>`
}

/** What can be done about all of it: by the most recent wording, a clause is approved. */
function groupDeeds({ questions, count }: QuestionGroup, visit: Visit, page: UnansweredPage): Html | string {
  const { words, staff } = visit
  const say = words.unanswered
  const [latest] = questions
  if (!latest || !mayActAs(staff.role, 'editor')) return ''
  const label = count === 1 ? say.review : say.reviewAll(count)
  return html`<div class="deeds">${approveLink(latest, visit)}
${page.reviewed ? '' : reviewForm(questions, label, visit, page)}</div>`
}

function questionOf(one: AskedQuestion, group: QuestionGroup, visit: Visit, page: UnansweredPage): Html {
  const { lang, words, staff } = visit
  const say = words.unanswered
  const { question, askedAt, outcome, rating, comment, conversationId, answerId, reviewedAt, reviewedBy } =
    one
  const conversation = `${hrefIn(lang, `/staff/conversations/${encodeURIComponent(conversationId)}`)}#${answerId}`
  const isWordedAlike = question === group.question
  const mayDo = mayActAs(staff.role, 'editor') && group.count > 1
  return html`${isWordedAlike ? '' : html`<p class="words">${question}</p>`}
<p class="about">${timeMark(askedAt)} ${outcomeMark(outcome, words)} ${rating ? ratingMark(rating, words) : ''}</p>
${reviewedAt ? html`<p class="about">${say.reviewedBy(nameOf(reviewedBy ?? '', words))} ${timeMark(reviewedAt)}</p>` : ''}
<div class="deeds"><a href="${conversation}">${say.conversation}</a>
${mayDo && !isWordedAlike ? approveLink(one, visit) : ''}
${mayDo && !page.reviewed ? reviewForm([one], say.review, visit, page) : ''}</div>
${comment ? html`<p class="comment"><span>${say.comment}</span> ${comment}</p>` : ''}`
}

function approveLink({ conversationId, answerId }: AskedQuestion, { lang, words }: Visit): Html {
  const href = hrefIn(lang, '/staff/approve', { conversation: conversationId, answer: answerId })
  return html`<a href="${href}">${words.unanswered.approve}</a>`
}

/** Leads back to the list as it was. */
function reviewForm(
  questions: AskedQuestion[],
  label: string,
  { lang }: Visit,
  { days, reviewed }: UnansweredPage,
): Html {
  return html`<form method="post" action="${hrefIn(lang, '/staff/unanswered')}">
${hidden({ days: String(days), reviewed: String(reviewed) })}
${questions.map(({ answerId }) => hidden({ answerId }))}
<button>${label}</button>
</form>`
}
