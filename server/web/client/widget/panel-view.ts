/**
 * The panel of the widget drawn: head, welcome, turns, and the foot with the box and what everybody has to know.
 */
import { html, nothing, type TemplateResult } from 'lit'
import type { Lang } from '../../../../corpus/types.ts'
import { type AnswerFrame, turnsView } from '../answer/answer-view.ts'
import type { ListedDocument, Settings } from '../answer/api.ts'
import type { Turn } from '../answer/conversation.ts'
import { describeHandoff } from '../common/handoff.ts'
import { icon } from '../common/icons.ts'
import { LANGS } from '../common/preferences.ts'
import { LANG_NAMES } from '../strings/answer.ts'
import type { PanelStrings } from '../strings/panel.ts'
import type { WidgetStrings } from '../strings/widget.ts'

/** All that is shown, and what the controls do. */
export interface PanelFrame {
  say: PanelStrings
  words: Pick<WidgetStrings, 'title' | 'close'>
  lang: Lang
  elder: boolean
  title?: string
  greeting?: string
  examples: string[]
  documents: ListedDocument[]
  /** The one document that answers come from. */
  only?: ListedDocument
  handoff: Settings['handoff']
  turns: Turn[]
  frame: AnswerFrame
  /** For those who hear the page. */
  spoken: string
  isClearing: boolean
  /** True while the server keeps what was cleared here. */
  isUndeleted: boolean
  setLang(lang: Lang): void
  setElder(on: boolean): void
  ask(event: CustomEvent<string>): void
  stop(): void
  askToClear(wanted: boolean): void
  clear(): void
  close(): void
}

/** What the dialog holds. */
export function panelView(panel: PanelFrame): TemplateResult {
  const { turns, frame, spoken, isUndeleted, say } = panel
  return html`${head(panel)}
    ${isUndeleted ? html`<p class="undeleted">${icon('warn')} <span>${say.undeleted}</span></p>` : nothing}
    <div class="stream" tabindex="0" role="group" aria-label=${say.turns}>${turns.length === 0 ? welcome(panel) : turnsView(turns, frame)}</div>
    ${foot(panel)}
    <p class="visually-hidden" role="status" aria-live="polite">${spoken}</p>`
}

function head(panel: PanelFrame): TemplateResult {
  const { say, words, lang, elder, title, turns, isClearing } = panel
  return html`<div class="head">
    <div class="bar">
      <h2 class="title">${title ?? words.title}</h2>
      <button type="button" class="quiet close" aria-label=${words.close} @click=${panel.close}>${icon('close')}</button>
    </div>
    <div class="tools">${
      isClearing
        ? clearing(panel)
        : html`
      <label class="language"><span class="visually-hidden">${say.language}</span>
        <select @change=${(event: Event) => panel.setLang((event.target as HTMLSelectElement).value as Lang)}>
          ${LANGS.map((other) => html`<option value=${other} lang=${other} .selected=${other === lang}>${LANG_NAMES[other]}</option>`)}
        </select></label>
      <button type="button" class="quiet" aria-pressed=${elder ? 'true' : 'false'} @click=${() => panel.setElder(!elder)}>${icon('larger')}<span>${say.elder}</span></button>
      ${turns.length === 0 ? nothing : html`<button type="button" class="quiet clear" @click=${() => panel.askToClear(true)}>${icon('trash')}<span>${say.clear}</span></button>`}`
    }
    </div>
  </div>`
}

function clearing({ say, askToClear, clear }: PanelFrame): TemplateResult {
  return html`<span class="clearing">${say.clearQuestion}</span>
    <button type="button" class="primary sure" @click=${clear}>${say.clear}</button>
    <button type="button" class="quiet" @click=${() => askToClear(false)}>${say.keep}</button>`
}

function welcome({ say, greeting, examples, documents, only, lang, frame }: PanelFrame): TemplateResult {
  return html`<section class="welcome">
    <p class="greeting">${greeting ?? say.greeting}</p>
    <p class="promise">${say.promise}</p>
    ${
      examples.length === 0
        ? nothing
        : html`<div role="group" aria-label=${say.examplesHeading}>
      <p class="heading" aria-hidden="true">${say.examplesHeading}</p>
      <ul class="examples">${examples.map((question) => html`<li><button type="button" @click=${() => frame.ask(question)}><span>${question}</span>${icon('arrow')}</button></li>`)}</ul>
    </div>`
    }
    ${only ? html`<p class="hint">${icon('book')} ${say.onlyIn(titleIn(only, lang))}</p>` : shelf(documents, say, lang, frame)}
  </section>`
}

function shelf(documents: ListedDocument[], say: PanelStrings, lang: Lang, { scripts }: AnswerFrame) {
  if (documents.length === 0) return nothing
  return html`<details class="shelf"><summary>${say.documents(documents.length)}</summary>
    <ul>${documents.map((document) => {
      const isEnglish = lang === 'en' && document.englishTitle !== undefined
      return html`<li lang=${isEnglish ? 'en' : (scripts[document.id] ?? 'zh')}>${titleIn(document, lang)}</li>`
    })}</ul></details>`
}

function titleIn({ title, englishTitle }: ListedDocument, lang: Lang): string {
  return lang === 'en' ? (englishTitle ?? title) : title
}

function foot(panel: PanelFrame): TemplateResult {
  const { say, frame } = panel
  return html`<div class="foot">
    <policy-composer .say=${frame.say} .busy=${frame.busy} .note=${''} @ask=${panel.ask} @stop=${panel.stop}></policy-composer>
    <p class="brief">${say.brief}</p>
    <div class="fine"><p><span>${say.automatic}</span><span>${say.privacy}</span></p>${handoffLink(panel.handoff, say)}</div>
  </div>`
}

/** The way to a person: a number to call, or a page that opens beside this one. */
export function handoffLink(handoff: Settings['handoff'], say: PanelStrings): TemplateResult {
  const { url } = handoff
  const { words, isNumber } = describeHandoff(handoff, say)
  const beside = /^https?:/.test(url)
  return html`<a class="handoff" href=${url} target=${beside ? '_blank' : nothing} rel=${beside ? 'noopener' : nothing}>${icon(isNumber ? 'phone' : 'people')}<span>${words}</span></a>`
}
