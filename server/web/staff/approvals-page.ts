/**
 * GET /staff/approvals: which clause answers which question first, and which approvals have to be renewed.
 */
import { html } from 'hono/html'
import type { Library } from '../../../corpus/library.ts'
import { mayActAs } from '../../access/staff.ts'
import type { StandingApproval } from '../../staff/standing.ts'
import type { Html } from '../layout.ts'
import { clauseLink } from './clause-link.ts'
import { hidden, hrefIn, nameOf, staffPage, type Visit } from './frame.ts'
import { timeMark } from './marks.ts'

/** The whole page; those out of force stand first, since they wait for somebody. */
export function approvalsPage(visit: Visit, approvals: StandingApproval[], library: Library): Html {
  const { lang, words, staff } = visit
  const say = words.approvals
  const sorted = approvals.toSorted((a, b) => Number(a.inForce) - Number(b.inForce))
  return staffPage(visit, {
    title: words.sections.approvals,
    section: 'approvals',
    main: html`<p class="lead-in">${say.lead}</p>
${mayActAs(staff.role, 'editor') ? html`<p class="add"><a class="go" href="${hrefIn(lang, '/staff/approve')}">${say.add}</a></p>` : ''}
${approvals.length === 0 ? html`<p class="nothing">${say.none}</p>` : ''}
<ol class="entries">${sorted.map((one) => entry(one, visit, library))}</ol>`,
  })
}

function entry(approval: StandingApproval, visit: Visit, library: Library): Html {
  const { lang, words, staff } = visit
  const say = words.approvals
  const { id, question, inForce, reason, approvedBy, approvedAt } = approval
  const standing = inForce
    ? html`<span class="mark-of answered">${say.inForce}</span>`
    : html`<span class="mark-of down">${say.outOfForce}</span>`
  return html`<li id="${id}"><p class="words">${question}</p>
<p class="about">${standing} <span>${say.by(nameOf(approvedBy, words))} ${timeMark(approvedAt)}</span></p>
<p class="about"><span>${say.clause}</span> ${clauseLink(approval, lang, library)}</p>
${reason ? html`<p class="problem">${say.reasons[reason]}</p>` : ''}
${
  mayActAs(staff.role, 'editor')
    ? html`<div class="deeds">${inForce ? '' : html`<a href="${hrefIn(lang, '/staff/approve', { approval: id })}">${say.renew}</a>`}
<form method="post" action="${hrefIn(lang, '/staff/approvals')}">${hidden({ withdraw: id })}<button>${say.withdraw}</button></form></div>`
    : ''
}</li>`
}
