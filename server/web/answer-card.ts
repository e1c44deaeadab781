/**
 * An answer as part of a page, for readers without script.
 */
import { html } from 'hono/html'
import type { Answer, Citation, Lang } from '../../corpus/types.ts'
import { placeHref, placeOf } from './client/common/place.ts'
import type { AnswerStrings } from './client/strings/answer.ts'
import type { Html } from './layout.ts'

/** What the card takes from the page it stands in. */
export interface CardFrame {
  say: AnswerStrings
  lang: Lang
  /** The script of each document by id, for fonts and screen readers. */
  scripts: Record<string, string>
  /** Fields that each form of the page carries along. */
  hidden: Html
  /** For those whom the answer does not help: the way to a person. */
  unhelped?: Html
}

/** The answer with its clauses, notices and suggestions. */
export function answerCard(answer: Answer, frame: CardFrame): Html {
  const { say, lang } = frame
  const [first, ...others] = answer.statements
  const cited = (numbers: number[]) =>
    numbers.flatMap((n) => answer.citations.filter((citation) => citation.n === n))
  return html`<article class="answer" lang="${answer.lang}">
<p class="asked"><span class="visually-hidden" lang="${lang}">${say.you} </span>${answer.question}</p>
<p class="outcome ${answer.outcome}" lang="${lang}">${say.outcomes[answer.outcome]}</p>
${first ? html`<p class="lead">${first.text} ${chips(cited(first.citations), frame)}</p>` : ''}
${others.map(({ text, citations }) => html`<p>${text} ${chips(cited(citations), frame)}</p>`)}
${answer.notices.length > 0 ? notices(answer, frame) : ''}
${frame.unhelped && answer.outcome !== 'answered' ? html`<div lang="${lang}">${frame.unhelped}</div>` : ''}
${answer.citations.length > 0 ? evidence(answer.citations, frame) : ''}
${answer.suggestions.length > 0 ? suggestions(answer.suggestions, frame) : ''}
${answer.aiLabel === '' ? '' : html`<p class="ai-label">${answer.aiLabel}</p>`}
</article>`
}

function chips(citations: Citation[], frame: CardFrame): Html[] {
  return citations.map(
    (citation) =>
      html`<a class="chip" href="${placeHref(placeOf(citation), frame.lang)}">[${citation.n}] <span lang="${scriptIn(frame, citation)}">${citation.label}</span></a> `,
  )
}

function notices({ notices }: Answer, { say, lang }: CardFrame): Html {
  return html`<div class="notices" role="group" aria-label="${say.noticesHeading}">
${notices.map(({ code, text }) => html`<p><b lang="${lang}">${say.notices[code]}</b> ${text}</p>`)}
</div>`
}

function evidence(citations: Citation[], frame: CardFrame): Html {
  const { say, lang } = frame
  const [first, ...others] = new Set(citations.map(({ documentId }) => documentId))
  const only = others.length === 0 ? citations.find(({ documentId }) => documentId === first) : undefined
  return html`<section class="evidence">
<h2 lang="${lang}">${say.evidence}</h2>
${only ? titleOf(only, frame) : ''}
<ol>
${citations.map((citation) => {
  const script = scriptIn(frame, citation)
  return html`<li>
<p class="place" lang="${script}"><span class="number">[${citation.n}]</span> <strong>${citation.label}</strong> ${citation.path.join(' › ')}</p>
<blockquote lang="${script}">${citation.quote}</blockquote>
<p class="source"><a href="${placeHref(placeOf(citation), frame.lang)}" lang="${lang}">${say.openClause}</a> ${only ? '' : titleOf(citation, frame)}</p>
</li>`
})}
</ol>
</section>`
}

function titleOf(citation: Citation, frame: CardFrame): Html {
  return html`<cite lang="${scriptIn(frame, citation)}">${citation.documentTitle}</cite>`
}

function suggestions(questions: string[], { say, lang, hidden }: CardFrame): Html {
  return html`<section class="suggestions">
<h2 lang="${lang}">${say.suggestions}</h2>
<form method="get" action="/" class="choices">${hidden}
${questions.map((question) => html`<button name="question" value="${question}">${question}</button>`)}
</form>
</section>`
}

function scriptIn({ scripts }: CardFrame, { documentId }: Citation): string {
  return scripts[documentId] ?? 'zh'
}
