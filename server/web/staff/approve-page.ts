/**
 * /staff/approve: the clauses that search proposes for a question, with their text, and the choice of one of them.
 */
import { html } from 'hono/html'
import type { Library } from '../../../corpus/library.ts'
import { scriptOfDocument } from '../../../corpus/script.ts'
import type { Hit } from '../../../corpus/types.ts'
import type { StandingApproval } from '../../staff/standing.ts'
import { markedText } from '../clause-text.ts'
import { placeHref } from '../client/common/place.ts'
import type { Html } from '../layout.ts'
import { hidden, hrefIn, staffPage, type Visit } from './frame.ts'
import type { StaffWords } from './words.ts'

export interface ApprovePage {
  question: string
  /** Other words to find clauses by. */
  search: string
  hits: Hit[]
  /** Where the question was asked, if it was. */
  asked?: { conversation: string; answer: string }
  /** What the question has now. */
  earlier?: StandingApproval
  problem?: keyof StaffWords['approve']['problems']
}

/** The whole page. */
export function approvePage(visit: Visit, page: ApprovePage, library: Library): Html {
  const { lang, words } = visit
  const say = words.approve
  const { question, search, asked, earlier, problem } = page
  return staffPage(visit, {
    title: say.title,
    section: 'approvals',
    main: html`<p class="lead-in">${say.lead}</p>
${problem ? html`<p class="problem" role="alert">${say.problems[problem]}</p>` : ''}
<form method="post" action="${hrefIn(lang, '/staff/approve')}" class="approve">
${hidden({ ...asked })}
<label for="question">${say.question}</label>
<textarea id="question" name="question" rows="2" maxlength="2000" required>${question}</textarea>
<label for="search">${say.search}</label>
<div class="field-row"><input id="search" name="search" value="${search}" maxlength="500" aria-describedby="search-hint">
<button name="step" value="find" formnovalidate>${say.find}</button></div>
<p class="note" id="search-hint">${say.searchHint}</p>
${earlier ? html`<p class="replaces">${say.replaces(labelOf(earlier, library))}</p>` : ''}
${question === '' ? '' : proposals(visit, page, library)}
</form>`,
  })
}

function proposals({ lang, words }: Visit, { hits, asked }: ApprovePage, library: Library): Html {
  const say = words.approve
  if (hits.length === 0) return html`<p class="nothing">${say.none}</p>`
  return html`<fieldset><legend>${say.proposals}</legend>
${hits.map((hit, i) => proposal(hit, `clause-${i}`, library, lang))}
</fieldset>
${asked ? html`<p class="also"><label><input type="checkbox" name="review" value="yes" checked> ${say.alsoReview}</label></p>` : ''}
<p><button class="primary" name="step" value="approve">${say.approve}</button></p>`
}

function proposal(hit: Hit, id: string, library: Library, lang: Visit['lang']): Html {
  const { documentId, clauseId, label, title, start, end } = hit
  const document = library.document(documentId)
  const text = library.clause(documentId, clauseId)?.text ?? hit.quote
  const script = document ? scriptOfDocument(document) : 'zh'
  return html`<div class="proposal">
<label for="${id}"><input type="radio" id="${id}" name="clause" value="${documentId}#${clauseId}" required>
<span lang="${script}"><strong>${label}</strong> ${label === title ? '' : title}</span></label>
<div class="proposed"><blockquote lang="${script}" tabindex="0" role="region" aria-label="${label}">${markedText(text, 0, text.length, { start, end })}</blockquote>
<p class="about"><a href="${placeHref({ documentId, clauseId, start, end }, lang)}" lang="${script}">${document?.source.title ?? documentId}</a></p></div>
</div>`
}

function labelOf({ documentId, clauseId }: StandingApproval, library: Library): string {
  return library.clause(documentId, clauseId)?.label ?? clauseId
}
