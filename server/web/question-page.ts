/**
 * GET /: the staff console; where its script does not run, a plain form and the answer beneath it.
 */
import { html } from 'hono/html'
import type { Answer, Lang } from '../../corpus/types.ts'
import type { Assets } from '../http/assets.ts'
import { answerCard } from './answer-card.ts'
import type { ListedDocument, Settings } from './client/answer/api.ts'
import { describeHandoff } from './client/common/handoff.ts'
import type { GivenStaff } from './client/console/staff-line.ts'
import { ANSWER_STRINGS } from './client/strings/answer.ts'
import { PANEL_STRINGS, type PanelStrings } from './client/strings/panel.ts'
import { LANGS } from './language.ts'
import { type Html, layout } from './layout.ts'
import { type PageStrings, STRINGS } from './strings.ts'

interface QuestionPage {
  lang: Lang
  assets: Assets
  documents: ListedDocument[]
  /** Where people are sent whom no answer helps. */
  handoff: Settings['handoff']
  question?: string
  answer?: Answer
  problem?: 'too_long' | 'failed'
  /** True for the plain form alone, as portals lead citizens to it: the console is for staff. */
  plain?: boolean
  /** Who is signed in, for the console to show. */
  staff?: GivenStaff
}

/** The whole page. */
export function questionPage(page: QuestionPage): Html {
  const { lang, assets, question = '', answer, problem, plain, handoff } = page
  const strings = STRINGS[lang]
  const say = ANSWER_STRINGS[lang]
  const panel = PANEL_STRINGS[lang]
  const hidden = html`<input type="hidden" name="lang" value="${lang}">${plain ? html`<input type="hidden" name="plain" value="1">` : ''}`
  const scripts = Object.fromEntries(page.documents.map(({ id, script }) => [id, script]))
  const main = html`<main class="ask${answer ? ' answered' : ''}">
<div class="hero">
<h1>${strings.headline}</h1>
<p class="promise">${strings.promise}</p>
</div>
<form method="get" action="/" class="box">
${hidden}
<label for="question">${say.question}</label>
<div class="field">
<textarea id="question" name="question" rows="2" maxlength="2000" required placeholder="${say.placeholder}" aria-describedby="privacy">${answer ? '' : question}</textarea>
<button class="primary">${say.ask}</button>
</div>
<p class="note" id="privacy">${panel.privacy}</p>
</form>
${problem ? html`<p class="problem" role="alert">${problem === 'too_long' ? strings.tooLong : strings.failed}</p>` : ''}
${answer ? answerCard(answer, { say, lang, scripts, hidden, unhelped: unhelped(handoff, panel) }) : ''}
${examples(strings, hidden)}
${documentList(page, strings)}
<footer class="fine"><p>${handoffLink(handoff, panel)}</p></footer>
</main>`
  return layout({
    lang,
    title: `${strings.headline} · ${strings.product}`,
    assets,
    scripts: [],
    inLanguage: (other) =>
      `/?${new URLSearchParams({ ...(question ? { question } : {}), ...(plain ? { plain: '1' } : {}), lang: other })}`,
    main,
    isStaff: !plain,
    ...(plain ? {} : { app: { name: 'console', element: consoleElement(page) } }),
  })
}

/** The console with what it cannot know by itself; it asks for the rest. */
function consoleElement({ lang, question, answer, staff }: QuestionPage): Html {
  const examples = Object.fromEntries(LANGS.map((other) => [other, STRINGS[other].examples]))
  const given = {
    lang,
    examples,
    ...(question ? { question } : {}),
    ...(answer ? { answer } : {}),
    ...(staff ? { staff } : {}),
  }
  return html`<policy-console data-given="${JSON.stringify(given)}"></policy-console>`
}

function examples(strings: PageStrings, hidden: Html): Html {
  return html`<section class="examples">
<h2>${strings.examplesHeading}</h2>
<form method="get" action="/" class="choices">${hidden}
${strings.examples.map((question) => html`<button name="question" value="${question}">${question}</button>`)}
</form>
</section>`
}

function unhelped(handoff: Settings['handoff'], say: PanelStrings): Html {
  return html`<p class="unhelped">${say.stillUnsure} ${handoffLink(handoff, say)}</p>`
}

/** In this window: a reader without script comes back by the browser's own way. */
function handoffLink(handoff: Settings['handoff'], say: PanelStrings): Html {
  return html`<a href="${handoff.url}">${describeHandoff(handoff, say).words}</a>`
}

function documentList({ documents, lang }: QuestionPage, strings: PageStrings): Html {
  return html`<section class="documents">
<h2>${strings.documentsHeading}</h2>
<ul>
${documents.map(({ id, title, issuer, issuedOn, script, englishTitle }) => {
  const foreign = lang === 'en' && englishTitle !== undefined
  return html`<li><a href="/documents/${id}?lang=${lang}">${foreign ? englishTitle : html`<span lang="${script}">${title}</span>`}</a>
<p>${foreign ? html`<span lang="${script}">${title}</span> · ` : ''}<span lang="${script}">${issuer}</span> · <time datetime="${issuedOn}">${issuedOn}</time></p></li>`
})}
</ul>
</section>`
}
