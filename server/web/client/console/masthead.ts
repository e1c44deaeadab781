/**
 * The head of the console: the way to the question box, the menu, the views and the languages.
 */
import { html, nothing, type TemplateResult } from 'lit'
import type { Lang } from '../../../../corpus/types.ts'
import { type IconName, icon } from '../common/icons.ts'
import { LANGS } from '../common/preferences.ts'
import { LANG_NAMES } from '../strings/answer.ts'
import { type ConsoleStrings, VIEWS, type View } from '../strings/console.ts'
import { type GivenStaff, staffLine } from './staff-line.ts'

interface Masthead {
  say: ConsoleStrings
  lang: Lang
  view: View
  /** True while the left column takes the place of the rest. */
  isSideOpen: boolean
  toggleSide(): void
  skip(event: Event): void
  choose(lang: Lang): void
  /** Where there is room for them. */
  staff?: GivenStaff
}

const VIEW_ICONS: Record<View, IconName> = {
  chat: 'chat',
  outline: 'book',
  targets: 'table',
  agencies: 'building',
}

export function masthead({
  say,
  lang,
  view,
  isSideOpen,
  toggleSide,
  skip,
  choose,
  staff,
}: Masthead): TemplateResult {
  return html`<header class="masthead">
    <a class="skip visually-hidden" href="#" @click=${skip}>${say.skip}</a>
    <button type="button" class="quiet menu" aria-expanded=${isSideOpen ? 'true' : 'false'} aria-label=${say.menu}
      @click=${toggleSide}>${icon(isSideOpen ? 'close' : 'menu')}</button>
    <a class="product" href="/?lang=${lang}"><img src="/assets/icon.svg" alt="" width="24" height="24"><span>${say.product}</span></a>
    <nav class="views" aria-label=${say.viewsLabel}>${VIEWS.map(
      (name) =>
        html`<a href=${name === 'chat' ? '#' : `#${name}`} aria-current=${name === view ? 'page' : nothing}>${icon(VIEW_ICONS[name])}<span>${say.views[name]}</span></a>`,
    )}</nav>
    ${staff ? staffLine(staff, say, lang) : nothing}
    <div class="languages" role="group" aria-label=${say.languages}>${LANGS.map(
      (other) =>
        html`<button type="button" class="quiet" lang=${other} aria-pressed=${other === lang ? 'true' : 'false'}
          @click=${() => choose(other)}>${LANG_NAMES[other]}</button>`,
    )}</div>
  </header>`
}
