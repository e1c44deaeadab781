/**
 * A turn as people see it, in the console and in the widget: the question, then the answer as it comes in.
 *
 * Laws: text enters as text nodes, never as HTML; a statement that was shown is not drawn again nor moved when the
 * answer is whole; what an outcome or a notice is, is said in words beside the icon and the colour.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Answer, Citation, Lang, NoticeCode, Outcome } from '../../../../corpus/types.ts'
import { type IconName, icon } from '../common/icons.ts'
import { isPlainClick } from '../common/place.ts'
import type { AnswerStrings } from '../strings/answer.ts'
import type { Feedback, Told } from './api.ts'
import type { Turn } from './conversation.ts'
import { languageOf } from './language-of.ts'

/** How someone turns to a citation: passing over it, or opening it. */
export type Turning = 'peek' | 'open'

/** What the turn takes from the app that it stands in. */
export interface AnswerFrame {
  say: AnswerStrings
  /** Of the interface; the answer has its own. */
  lang: Lang
  /** The script of each document by id, for fonts and screen readers. */
  scripts: Record<string, string>
  /** Where a citation leads without the app. */
  href(citation: Citation): string
  /** Turns to a citation within the app; left out, its link opens beside the page. */
  turnTo?(citation: Citation, turning: Turning): void
  isCurrent?(citation: Citation): boolean
  ask(question: string): void
  retry(turn: Turn): void
  copy(turn: Turn): void
  /** The turn whose answer was just copied, or could not be. */
  copied?: { id: string; done: boolean }
  sendFeedback(feedback: Feedback): Promise<unknown>
  rated(turn: Turn, rating: Feedback['rating']): void
  /** Quotes are shown at once, or behind a line that opens them. */
  evidence: 'open' | 'folded'
  /** Between the statements and the evidence. */
  insert?(turn: Turn): TemplateResult | typeof nothing
  /** True while a question runs: nothing else can be asked. */
  busy: boolean
  /** Choices and suggestions are offered with the last turn only. */
  isLast(turn: Turn): boolean
}

const OUTCOME_ICONS: Record<Outcome, IconName> = {
  answered: 'check',
  not_stated: 'blank',
  out_of_scope: 'outside',
  declined: 'chat',
  clarify: 'question',
}

const NOTICE_ICONS: Record<NoticeCode, IconName> = {
  shared_responsibility: 'people',
  premise_corrected: 'pen',
  period_ended: 'clock',
  year_mismatch: 'calendar',
  pii_redacted: 'shield',
  degraded: 'gear',
}

const LONGEST_ASKED = 160
/** So many quotes are read through; the others wait behind a line. */
const QUOTES_AT_ONCE = 3

/** The turns in the order of time; each keeps its own elements, with what was typed or opened in them. */
export function turnsView(turns: Turn[], frame: AnswerFrame): TemplateResult {
  return html`<div class="turns">${repeat(
    turns,
    ({ id }) => id,
    (turn) => turnView(turn, frame),
  )}</div>`
}

function turnView(turn: Turn, frame: AnswerFrame): TemplateResult {
  const { say } = frame
  return html`<div class="turn" role="group" data-turn=${turn.id} aria-label=${turn.question.slice(0, LONGEST_ASKED)}>
    ${asked(turn.question, say)}
    ${turn.state === 'failed' && turn.told.length === 0 ? nothing : answerView(turn, frame)}
    ${turn.state === 'failed' ? failure(turn, frame) : nothing}
  </div>`
}

/** A long story is folded behind its beginning: the answer is what is looked for. */
function asked(question: string, say: AnswerStrings): TemplateResult {
  const you = html`<span class="visually-hidden">${say.you} </span>`
  if (question.length <= LONGEST_ASKED) return html`<p class="asked">${you}${question}</p>`
  return html`<details class="asked"><summary>${you}${question.slice(0, LONGEST_ASKED)}…</summary>${question}</details>`
}

function answerView(turn: Turn, frame: AnswerFrame): TemplateResult {
  const { answer, state } = turn
  const statements = shownStatements(turn)
  const lang = answer?.lang ?? languageOf(turn.question, frame.lang)
  return html`<article class="answer" data-outcome=${answer?.outcome ?? state} aria-busy=${state === 'asking' ? 'true' : 'false'}>
    <p class="outcome">${head(turn, frame)}</p>
    ${statements.map(
      (told, index) =>
        html`<p class=${index === 0 ? 'lead' : 'more'} lang=${lang}>${told.text} ${told.citations.map((citation) => chip(citation, frame))}</p>`,
    )}
    ${state === 'stopped' && statements.length > 0 ? html`<p class="hint">${frame.say.stopped}</p>` : nothing}
    ${answer ? rest(turn, answer, frame) : nothing}
    ${!answer && statements.length > 0 ? html`<p class="ai-label">${frame.say.aiLabel}</p>` : nothing}
    ${state === 'stopped' ? retryLine(turn, frame) : nothing}
  </article>`
}

/** The statements of the answer, or those that have come in so far. */
function shownStatements({ answer, told }: Turn): Told[] {
  if (!answer) return told
  return answer.statements.map(({ text, citations }) => ({
    text,
    citations: citations.flatMap((n) => answer.citations.filter((citation) => citation.n === n)),
  }))
}

/** One line, as high before as after: nothing below it moves when the outcome is known. */
function head({ answer, state, stage }: Turn, { say }: AnswerFrame): TemplateResult {
  if (answer)
    return html`<span class="badge ${answer.outcome}">${icon(OUTCOME_ICONS[answer.outcome])}${say.outcomes[answer.outcome]}</span>`
  if (state === 'asking')
    return html`<span class="badge asking"><span class="spinner" aria-hidden="true"></span>${say.stages[stage]}</span>`
  if (state === 'failed') return html`<span class="badge stopped">${icon('warn')}${say.failedHead}</span>`
  return html`<span class="badge stopped">${icon('stop')}${say.stoppedHead}</span>`
}

function chip(citation: Citation, frame: AnswerFrame): TemplateResult {
  const { turnTo } = frame
  const words = html`<span aria-hidden="true">[${citation.n}]</span> <span lang=${scriptIn(frame, citation)}>${citation.label}</span>`
  if (!turnTo)
    return html`<a class="chip" href=${frame.href(citation)} target="_blank" rel="noopener">${words}</a> `
  return html`<a class="chip" href=${frame.href(citation)} data-clause-id=${citation.clauseId} data-n=${citation.n}
    aria-current=${frame.isCurrent?.(citation) ? 'true' : nothing}
    @click=${(event: MouseEvent) => {
      if (!isPlainClick(event)) return
      event.preventDefault()
      turnTo(citation, 'open')
    }}
    @mouseenter=${() => turnTo(citation, 'peek')}
    @focus=${() => turnTo(citation, 'peek')}>${words}</a> `
}

function rest(turn: Turn, answer: Answer, frame: AnswerFrame): TemplateResult {
  return html`
    ${answer.notices.length > 0 ? notices(answer, frame) : nothing}
    ${answer.outcome === 'clarify' && frame.isLast(turn) ? choices(answer, frame) : nothing}
    ${frame.insert?.(turn) ?? nothing}
    ${answer.citations.length > 0 ? evidence(answer, frame) : nothing}
    <div class="actions">${copyButton(turn, frame)}
      <policy-feedback .say=${frame.say} .answerId=${answer.id} .rating=${turn.rating} .send=${frame.sendFeedback}
        @rated=${(event: CustomEvent<Feedback['rating']>) => frame.rated(turn, event.detail)}></policy-feedback></div>
    ${answer.outcome !== 'clarify' && answer.suggestions.length > 0 && frame.isLast(turn) ? suggestions(answer, frame) : nothing}
    <p class="ai-label" lang=${answer.lang}>${answer.aiLabel}</p>`
}

function notices({ notices, lang }: Answer, { say }: AnswerFrame): TemplateResult {
  return html`<ul class="notices" aria-label=${say.noticesHeading}>
    ${notices.map(
      ({ code, text }) =>
        html`<li class="notice ${code}">${icon(NOTICE_ICONS[code])}<span><b>${say.notices[code]}</b> <span lang=${lang}>${text}</span></span></li>`,
    )}
  </ul>`
}

function choices({ suggestions, lang }: Answer, frame: AnswerFrame): TemplateResult {
  return html`<div class="choices clarifying" role="group" aria-label=${frame.say.choices}>
    ${suggestions.map((question) => askButton(question, lang, frame, 'choice'))}
  </div>`
}

function suggestions({ suggestions, lang }: Answer, frame: AnswerFrame): TemplateResult {
  return html`<div class="suggestions" role="group" aria-label=${frame.say.suggestions}>
    <p class="heading" aria-hidden="true">${frame.say.suggestions}</p>
    <div class="choices">${suggestions.map((question) => askButton(question, lang, frame, 'suggestion'))}</div>
  </div>`
}

function askButton(question: string, lang: string, frame: AnswerFrame, kind: string): TemplateResult {
  return html`<button type="button" class=${kind} lang=${lang} ?disabled=${frame.busy} @click=${() => frame.ask(question)}>${question}</button>`
}

function evidence({ citations }: Answer, frame: AnswerFrame): TemplateResult {
  const { say } = frame
  const titles = new Set(citations.map(({ documentTitle }) => documentTitle))
  const quotes = (some: Citation[]) =>
    html`<ol class="quotes">${some.map((citation) => quoteOf(citation, titles.size > 1, frame))}</ol>`
  const title = html`<cite lang=${scriptIn(frame, citations[0])}>${titles.size === 1 ? [...titles][0] : nothing}</cite>`
  const rest = citations.slice(QUOTES_AT_ONCE)
  if (frame.evidence === 'open')
    return html`<div class="evidence" role="group" aria-label=${say.evidence}><p class="heading">${say.evidence} ${title}</p>${quotes(citations.slice(0, QUOTES_AT_ONCE))}
      ${rest.length > 0 ? html`<details class="evidence"><summary>${say.moreEvidence(rest.length)}</summary>${quotes(rest)}</details>` : nothing}</div>`
  return html`<details class="evidence"><summary>${icon('book')}${say.evidenceCount(citations.length)} ${title}</summary>${quotes(citations)}</details>`
}

function quoteOf(citation: Citation, named: boolean, frame: AnswerFrame): TemplateResult {
  const script = scriptIn(frame, citation)
  return html`<li>
    <p class="place" lang=${script}>[${citation.n}] <b>${citation.label}</b> ${citation.path.join(' › ')}${named ? html` <cite>${citation.documentTitle}</cite>` : nothing}</p>
    <blockquote lang=${script}>${citation.quote}</blockquote>
    <p class="source"><a href=${frame.href(citation)} target="_blank" rel="noopener">${frame.say.openClause}<span class="visually-hidden" lang=${script}> ${citation.label}</span> ${icon('external')}</a></p>
  </li>`
}

function copyButton(turn: Turn, { say, copy, copied }: AnswerFrame): TemplateResult {
  const just = copied?.id === turn.id ? copied : undefined
  return html`<button type="button" class="quiet" @click=${() => copy(turn)}>${icon(just?.done ? 'check' : 'copy')}<span>${just?.done ? say.copied : say.copy}</span></button>
    ${just && !just.done ? html`<span class="problem">${say.copyFailed}</span>` : nothing}`
}

function failure(turn: Turn, frame: AnswerFrame): TemplateResult {
  const { say } = frame
  // How long to wait stands beside the button, where the seconds run down: a second figure would contradict it.
  return html`<div class="failure">
    <p role="alert">${icon('warn')} <span>${say.faults[turn.fault ?? 'server']}</span></p>
    ${retryLine(turn, frame)}
  </div>`
}

function retryLine(turn: Turn, { say, retry, busy }: AnswerFrame): TemplateResult {
  return html`<policy-retry .say=${say} .busy=${busy} .from=${turn.retryFrom} @again=${() => retry(turn)}></policy-retry>`
}

function scriptIn({ scripts }: AnswerFrame, citation?: Citation): string {
  return (citation && scripts[citation.documentId]) ?? 'zh'
}
