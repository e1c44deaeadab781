/**
 * GET /staff/audit: who did what, for admins.
 */
import { html } from 'hono/html'
import { z } from 'zod'
import type { Library } from '../../../corpus/library.ts'
import { Outcome } from '../../../corpus/types.ts'
import { Day } from '../../staff/days.ts'
import type { AuditEvent, Page } from '../../store/store.ts'
import type { Html } from '../layout.ts'
import { clauseLink } from './clause-link.ts'
import { hrefIn, nameOf, staffPage, type Visit } from './frame.ts'
import { outcomeMark, pager, timeMark } from './marks.ts'

/** What of an event's detail is said on the page; the rest is for the API. */
const Detail = z.object({
  outcome: Outcome.optional().catch(undefined),
  answerIds: z.array(z.string()).optional().catch(undefined),
  documentId: z.string().optional().catch(undefined),
  clauseId: z.string().optional().catch(undefined),
  format: z.string().optional().catch(undefined),
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
})

/** The whole page. */
export function auditPage(visit: Visit, { items, total, next }: Page<AuditEvent>, library: Library): Html {
  const { words } = visit
  const say = words.audit
  return staffPage(visit, {
    title: words.sections.audit,
    section: 'audit',
    main: html`<p class="lead-in">${say.lead}</p>
${
  total === 0
    ? html`<p class="nothing">${say.none}</p>`
    : html`<p class="summary">${say.total(total)}</p>
<ol class="entries trail">${items.map((event) => entry(event, visit, library))}</ol>`
}
${pager(visit, next)}`,
  })
}

function entry({ at, actor, action, subject, detail }: AuditEvent, visit: Visit, library: Library): Html {
  const { lang, words } = visit
  const told = Detail.parse(detail ?? {})
  const { outcome, answerIds, documentId, clauseId, format, from, to } = told
  const conversation =
    action === 'read_conversation' && subject
      ? html`<a href="${hrefIn(lang, `/staff/conversations/${encodeURIComponent(subject)}`)}">${words.unanswered.conversation}</a>`
      : ''
  const days = from || to ? words.audit.days(from ?? '', to ?? '') : ''
  return html`<li><p class="about">${timeMark(at)} <strong>${nameOf(actor, words)}</strong> <span>${words.audit.actions[action]}</span>
${outcome ? outcomeMark(outcome, words) : ''}${answerIds ? html`<span>${words.audit.answers(answerIds.length)}</span>` : ''}${documentId && clauseId ? clauseLink({ documentId, clauseId }, lang, library) : ''}${format ? html`<span>${format.toUpperCase()} ${days}</span>` : ''}${conversation}</p></li>`
}
