/**
 * GET /staff/conversations/:id: one conversation, each answer with its evidence and what came of it; and the page that asks before it is deleted.
 */
import { html } from 'hono/html'
import { mayActAs } from '../../access/staff.ts'
import type { Conversation, Turn } from '../../store/store.ts'
import { answerCard } from '../answer-card.ts'
import { ANSWER_STRINGS } from '../client/strings/answer.ts'
import type { Html } from '../layout.ts'
import { hidden, hrefIn, nameOf, staffPage, type Visit } from './frame.ts'
import { numberOf, ratingMark, timeMark } from './marks.ts'

/** The whole page; `scripts` are those of the documents, by id. */
export function conversationPage(
  visit: Visit,
  { id, startedAt, turns }: Conversation,
  scripts: Record<string, string>,
): Html {
  const { lang, words, staff } = visit
  const say = words.conversation
  const removal = hrefIn(lang, `${pathOf(id)}/delete`)
  return staffPage(visit, {
    title: say.title,
    section: 'conversations',
    main: html`<p class="back"><a href="${hrefIn(lang, '/staff/conversations')}">${say.back}</a></p>
<p class="summary">${say.began} ${timeMark(startedAt)}</p>
${turns.map((turn, i) => turnOf(turn, i + 1, visit, scripts))}
${mayActAs(staff.role, 'admin') ? html`<p class="remove"><a href="${removal}">${say.remove}</a></p>` : ''}`,
  })
}

/** Asks before the conversation is deleted. */
export function deletionPage(visit: Visit, { id, turns }: Conversation): Html {
  const { lang, words } = visit
  const say = words.remove
  return staffPage(visit, {
    title: say.title,
    section: 'conversations',
    main: html`<p class="words">${turns[0]?.answer.question}</p>
<p>${say.text(turns.length)}</p>
<form method="post" action="${hrefIn(lang, `${pathOf(id)}/delete`)}" class="deeds">
<button class="danger">${say.confirm}</button>
<a href="${hrefIn(lang, pathOf(id))}">${say.cancel}</a>
</form>`,
  })
}

function turnOf(turn: Turn, count: number, visit: Visit, scripts: Record<string, string>): Html {
  const { lang, words } = visit
  const { answer } = turn
  // What might be asked next is for whoever asked.
  const shown = { ...answer, suggestions: [] }
  return html`<section class="turn" id="${answer.id}">
<h2 class="visually-hidden">${words.conversation.turn(count)}</h2>
${answerCard(shown, { say: ANSWER_STRINGS[lang], lang, scripts, hidden: html`` })}
${recordOf(turn, visit)}
${deedsOf(turn, visit)}
</section>`
}

function recordOf(turn: Turn, { words }: Visit): Html {
  const say = words.conversation
  const { answer, askedAt, asker, entrance, milliseconds, tokens, feedback, reviewedAt, reviewedBy } = turn
  const used = words.usage.tokenShare(numberOf(tokens.input), numberOf(tokens.output))
  const rows: [string, Html | string][] = [
    [say.askedAt, timeMark(askedAt)],
    [say.asker, nameOf(asker, words)],
    [say.entrance, words.entrances[entrance]],
    [say.mode, words.modes[answer.mode]],
    [say.time, say.milliseconds(numberOf(milliseconds))],
    ...(answer.mode === 'llm' ? [[say.tokens, used] as [string, string]] : []),
    ...(feedback
      ? [
          [say.rating, html`${ratingMark(feedback.rating, words)} ${feedback.comment ?? ''}`] as [
            string,
            Html,
          ],
        ]
      : []),
    ...(reviewedAt
      ? [[say.reviewed, html`${nameOf(reviewedBy ?? '', words)} ${timeMark(reviewedAt)}`] as [string, Html]]
      : []),
  ]
  return html`<dl class="record" aria-label="${say.details}">
${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
</dl>`
}

function deedsOf({ answer, conversationId, reviewedAt }: Turn, { lang, words, staff }: Visit): Html | string {
  if (!mayActAs(staff.role, 'editor')) return ''
  const say = words.unanswered
  return html`<div class="deeds">
<a href="${hrefIn(lang, '/staff/approve', { conversation: conversationId, answer: answer.id })}">${say.approve}</a>
<form method="post" action="${hrefIn(lang, '/staff/unanswered')}">${hidden({ conversation: conversationId, answerId: answer.id, mark: reviewedAt ? 'reopened' : 'reviewed' })}
<button>${reviewedAt ? say.reopen : say.review}</button></form>
</div>`
}

function pathOf(id: string): string {
  return `/staff/conversations/${encodeURIComponent(id)}`
}
