/**
 * GET /staff/conversations: what was asked, conversation by conversation.
 */
import { html } from 'hono/html'
import type { ConversationSummary, Page } from '../../store/store.ts'
import type { Html } from '../layout.ts'
import { hrefIn, staffPage, type Visit } from './frame.ts'
import { outcomeMark, pager, timeMark } from './marks.ts'

/** The whole page. */
export function conversationsPage(visit: Visit, { items, total, next }: Page<ConversationSummary>): Html {
  const { words } = visit
  const say = words.conversations
  return staffPage(visit, {
    title: words.sections.conversations,
    section: 'conversations',
    main:
      total === 0
        ? html`<p class="nothing">${say.none}</p>`
        : html`<p class="lead-in">${say.lead}</p>
<p class="summary">${say.total(total)}</p>
<ol class="entries">${items.map((one) => entry(one, visit))}</ol>
${pager(visit, next)}`,
  })
}

function entry({ id, firstQuestion, turns, lastAskedAt, outcome }: ConversationSummary, visit: Visit): Html {
  const { lang, words } = visit
  const say = words.conversations
  return html`<li><a class="words" href="${hrefIn(lang, `/staff/conversations/${encodeURIComponent(id)}`)}">${firstQuestion}</a>
<p class="about"><span>${say.last} ${timeMark(lastAskedAt)}</span> <span>${say.turns(turns)}</span> ${outcomeMark(outcome, words)}</p></li>`
}
