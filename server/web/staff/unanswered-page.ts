/**
 * GET /staff/unanswered: what went unanswered or was rated down, and what an editor can do about it.
 */
import { html } from 'hono/html'
import type { Library } from '../../../corpus/library.ts'
import { Outcome } from '../../../corpus/types.ts'
import { mayActAs } from '../../access/staff.ts'
import type { StandingApproval } from '../../staff/standing.ts'
import type { AskedQuestion, QuestionGroup } from '../../staff/unanswered.ts'
import type { Html } from '../layout.ts'
import { clauseLink } from './clause-link.ts'
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
  /** Of this page of the list. */
  cursor?: string
  next?: string
  /** What was approved for a question, in force or not. */
  approvalOf(question: string): StandingApproval | undefined
  library: Library
}

/** The whole page. */
export function unansweredPage(visit: Visit, page: UnansweredPage): Html {
  const { words } = visit
  const say = words.unanswered
  const { groups, total, read, next, reviewed } = page
  return staffPage(visit, {
    title: reviewed ? say.doneTitle : words.sections.unanswered,
    section: 'unanswered',
    main: html`<p class="lead-in">${say.lead}</p>
${choice(visit, page)}
${
  total === 0
    ? html`<p class="nothing">${reviewed ? say.noneDone : say.none}</p>`
    : html`<p class="summary">${say.summary(total, read)}</p>
<ol class="groups">${groups.map((group, i) => html`<li>${groupOf(group, groups[i + 1] ?? groups[i - 1], visit, page)}</li>`)}</ol>`
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

function groupOf(
  group: QuestionGroup,
  following: QuestionGroup | undefined,
  visit: Visit,
  page: UnansweredPage,
): Html {
  const { words, at } = visit
  const say = words.unanswered
  const { question, count, downVotes, lastAskedAt, outcomes, questions } = group
  const listed = questions.slice(0, MOST_LISTED)
  const marks = Outcome.options.flatMap((outcome) =>
    outcomes[outcome] ? [outcomeMark(outcome, words, outcomes[outcome])] : [],
  )
  const next = following?.questions[0]?.answerId
  const approvals = approvalsOf(group, page)
  const isOpen = questions.some(({ answerId }) => answerId === at)
  return html`<details class="group" id="group-${questions[0]?.answerId}"${isOpen ? html` open` : ''}>
<summary><span class="asked-as">${question}</span>
<span class="about"><strong>${say.times(count)}</strong> ${marks} ${approvedMark(group, page, say)} ${downVotes > 0 ? html`<span class="mark-of down">${say.downVotes(downVotes)}</span>` : ''} <span>${say.last} ${timeMark(lastAskedAt)}</span></span></summary>
${approvals.map((approval) => approvedLine(approval, visit, page))}
${groupDeeds(group, next, visit, page)}
<ul class="questions">
${listed.map((one, i) => html`<li id="question-${one.answerId}">${questionOf(one, { group, following: listed[i + 1] ?? listed[i - 1], next }, visit, page)}</li>`)}
</ul>
${count > listed.length ? html`<p class="note">${say.more(count - listed.length)}</p>` : ''}
</details>`
}

/** What was approved for wordings of the group, each once. */
function approvalsOf({ questions }: QuestionGroup, { approvalOf }: UnansweredPage): StandingApproval[] {
  return [...new Set(questions.flatMap(({ question }) => approvalOf(question) ?? []))]
}

/** Whether wordings of the group are answered from an approved clause by now: all of them, or some. */
function approvedMark(
  { questions }: QuestionGroup,
  { approvalOf }: UnansweredPage,
  say: Visit['words']['unanswered'],
): Html | string {
  const { length: count } = questions.filter(({ question }) => approvalOf(question)?.inForce)
  if (count === 0) return ''
  return html`<span class="mark-of answered">${count === questions.length ? say.approved : say.partlyApproved}</span>`
}

function approvedLine(approval: StandingApproval, visit: Visit, { library }: UnansweredPage): Html {
  const { lang, words } = visit
  const standing = approval.inForce
    ? words.unanswered.approved
    : html`<a href="${hrefIn(lang, '/staff/approvals')}#${approval.id}">${words.unanswered.lapsed}</a>`
  return html`<p class="about approved"><span>${standing}</span> <span>${approval.question}</span> ${clauseLink(approval, lang, library)}</p>`
}

/** What can be done about all of it: by the most recent wording, a clause is approved. */
function groupDeeds(
  { questions, count }: QuestionGroup,
  next: string | undefined,
  visit: Visit,
  page: UnansweredPage,
): Html | string {
  const { words, staff } = visit
  const say = words.unanswered
  const [latest] = questions
  if (!latest || !mayActAs(staff.role, 'editor')) return ''
  const [single, all] = page.reviewed ? [say.reopen, say.reopenAll] : [say.review, say.reviewAll]
  return html`<div class="deeds">${approveLink(latest, next, visit, page)}
${reviewForm(questions, { label: count === 1 ? single : all(count), next }, visit, page)}</div>`
}

interface Around {
  group: QuestionGroup
  /** The question beside this one, and the newest one of the group after this group. */
  following: AskedQuestion | undefined
  next: string | undefined
}

function questionOf(
  one: AskedQuestion,
  { group, following, next }: Around,
  visit: Visit,
  page: UnansweredPage,
): Html {
  const { lang, words, staff } = visit
  const say = words.unanswered
  const { question, askedAt, outcome, rating, comment, conversationId, answerId, reviewedAt, reviewedBy } =
    one
  const conversation = `${hrefIn(lang, `/staff/conversations/${encodeURIComponent(conversationId)}`)}#${answerId}`
  const isWordedAlike = question === group.question
  const mayDo = mayActAs(staff.role, 'editor') && group.count > 1
  return html`${isWordedAlike ? '' : html`<p class="words">${question}</p>`}
<p class="about">${timeMark(askedAt)} ${outcomeMark(outcome, words)} ${page.approvalOf(question)?.inForce ? html`<span class="mark-of answered">${say.approved}</span>` : ''} ${rating ? ratingMark(rating, words) : ''}</p>
${reviewedAt ? html`<p class="about">${say.reviewedBy(nameOf(reviewedBy ?? '', words))} ${timeMark(reviewedAt)}</p>` : ''}
<div class="deeds"><a href="${conversation}">${say.conversation}</a>
${mayDo && !isWordedAlike ? approveLink(one, next, visit, page) : ''}
${mayDo ? reviewForm([one], { label: page.reviewed ? say.reopen : say.review, next: following?.answerId, within: 'yes' }, visit, page) : ''}</div>
${comment ? html`<p class="comment"><span>${say.comment}</span> ${comment}</p>` : ''}`
}

function approveLink(
  { conversationId, answerId }: AskedQuestion,
  next: string | undefined,
  { lang, words }: Visit,
  page: UnansweredPage,
): Html {
  const query = { conversation: conversationId, answer: answerId, ...placeOf(page, next) }
  const href = hrefIn(lang, '/staff/approve', query)
  return html`<a href="${href}">${words.unanswered.approve}</a>`
}

/** Marks as reviewed, or takes the mark off; leads back to the list as it was, at what follows. */
function reviewForm(
  questions: AskedQuestion[],
  { label, next, within }: { label: string; next: string | undefined; within?: 'yes' },
  { lang }: Visit,
  page: UnansweredPage,
): Html {
  const mark = page.reviewed ? 'reopened' : 'reviewed'
  return html`<form method="post" action="${hrefIn(lang, '/staff/unanswered')}">
${hidden({ ...placeOf(page, next), mark, within })}
${questions.map(({ answerId }) => hidden({ answerId }))}
<button>${label}</button>
</form>`
}

/** The list as it is, and the answer to go on with. */
function placeOf({ days, reviewed, cursor }: UnansweredPage, next: string | undefined) {
  return { days: String(days), reviewed: String(reviewed), cursor, next }
}
