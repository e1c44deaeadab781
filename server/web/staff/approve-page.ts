/**
 * /staff/approve: the clauses that search proposes for a question, with their text, and the choice of one of them; then the answer that it makes.
 */
import { html } from 'hono/html'
import type { Library } from '../../../corpus/library.ts'
import { scriptOfDocument } from '../../../corpus/script.ts'
import type { Hit } from '../../../corpus/types.ts'
import type { Preview } from '../../staff/preview.ts'
import type { StandingApproval } from '../../staff/standing.ts'
import { answerCard } from '../answer-card.ts'
import { markedText } from '../clause-text.ts'
import { placeHref } from '../client/common/place.ts'
import { ANSWER_STRINGS } from '../client/strings/answer.ts'
import type { Html } from '../layout.ts'
import { hidden, hrefIn, staffPage, type Visit } from './frame.ts'
import type { StaffWords } from './words.ts'

interface Step {
  question: string
  /** Other words to find clauses by. */
  search: string
  /** What leads back to where the question was asked. */
  origin: Record<string, string | undefined>
  /** What the question has now. */
  earlier?: StandingApproval
}

export interface ApprovePage extends Step {
  hits: Hit[]
  /** The one that was chosen already. */
  clause?: string
  problem?: keyof StaffWords['approve']['problems']
}

interface PreviewPage extends Step {
  clause: string
  preview: Preview
  /** How many askings of the question wait to be reviewed. */
  askings: number
}

/** The page on which a clause is chosen. */
export function approvePage(visit: Visit, page: ApprovePage, library: Library): Html {
  const { lang, words } = visit
  const say = words.approve
  const { question, search, origin, earlier, problem } = page
  return staffPage(visit, {
    title: say.title,
    section: 'approvals',
    main: html`<p class="lead-in">${say.lead}</p>
${problem ? html`<p class="problem" role="alert">${say.problems[problem]}</p>` : ''}
<form method="post" action="${hrefIn(lang, '/staff/approve')}" class="approve">
${hidden(origin)}
<label for="question">${say.question}</label>
<textarea id="question" name="question" rows="2" maxlength="2000" required>${question}</textarea>
<label for="search">${say.search}</label>
<div class="field-row"><input id="search" name="search" value="${search}" maxlength="500" aria-describedby="search-hint">
<button name="step" value="find" formnovalidate>${say.find}</button></div>
<p class="note" id="search-hint">${say.searchHint}</p>
${replaces(earlier, visit, library)}
${question === '' ? '' : proposals(visit, page, library)}
</form>`,
  })
}

/** The page that shows the answer and asks for the approval; `scripts` are those of the documents, by id. */
export function previewPage(
  visit: Visit,
  { question, search, clause, origin, earlier, preview, askings }: PreviewPage,
  scripts: Record<string, string>,
  library: Library,
): Html {
  const { lang, words } = visit
  const say = words.approve
  const { answer, clause: chosen, pointsBack } = preview
  const shown = { ...answer, suggestions: [] }
  return staffPage(visit, {
    title: say.previewTitle,
    section: 'approvals',
    main: html`<p class="lead-in">${say.previewLead}</p>
${pointsBack ? html`<p class="problem" role="alert">${say.pointsBack}</p>` : ''}
<section class="preview" aria-labelledby="preview"><h2 id="preview">${say.preview(chosen.label)}</h2>
${answerCard(shown, { say: ANSWER_STRINGS[lang], lang, scripts, hidden: html`` })}
</section>
${replaces(earlier, visit, library)}
<form method="post" action="${hrefIn(lang, '/staff/approve')}" class="confirm">
${hidden({ ...origin, question, search, clause })}
${askings > 0 ? html`<p class="also"><label><input type="checkbox" name="review" value="yes" checked> <span>${say.alsoReview(askings)}</span></label></p>` : ''}
<p class="deeds"><button class="primary" name="step" value="approve">${say.approve}</button>
<button name="step" value="find">${say.chooseAgain}</button></p>
</form>`,
  })
}

function replaces(earlier: StandingApproval | undefined, { words }: Visit, library: Library): Html | string {
  return earlier ? html`<p class="replaces">${words.approve.replaces(labelOf(earlier, library))}</p>` : ''
}

function proposals({ lang, words }: Visit, { hits, clause }: ApprovePage, library: Library): Html {
  const say = words.approve
  if (hits.length === 0) return html`<p class="nothing">${say.none}</p>`
  return html`<fieldset><legend>${say.proposals}</legend>
${hits.map((hit, i) => proposal(hit, `clause-${i}`, clause, library, lang))}
</fieldset>
<p class="confirm"><button class="primary" name="step" value="preview">${say.toPreview}</button></p>`
}

function proposal(
  hit: Hit,
  id: string,
  chosen: string | undefined,
  library: Library,
  lang: Visit['lang'],
): Html {
  const { documentId, clauseId, label, title, start, end } = hit
  const document = library.document(documentId)
  const text = library.clause(documentId, clauseId)?.text ?? hit.quote
  const script = document ? scriptOfDocument(document) : 'zh'
  const value = `${documentId}#${clauseId}`
  const name = document?.source.title ?? documentId
  return html`<div class="proposal">
<label for="${id}"><input type="radio" id="${id}" name="clause" value="${value}" required${value === chosen ? html` checked` : ''}>
<span lang="${script}"><strong>${label}</strong> ${label === title ? '' : title}</span></label>
<div class="proposed"><blockquote lang="${script}" tabindex="0" role="region" aria-label="${label} · ${name}">${markedText(text, 0, text.length, { start, end })}</blockquote>
<p class="about"><a href="${placeHref({ documentId, clauseId, start, end }, lang)}" lang="${script}">${name}</a></p></div>
</div>`
}

function labelOf({ documentId, clauseId }: StandingApproval, library: Library): string {
  return library.clause(documentId, clauseId)?.label ?? clauseId
}
