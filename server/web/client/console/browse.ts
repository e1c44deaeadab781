/**
 * The views of the register in the middle of the console, of one document at a time.
 */
import { html, nothing, type TemplateResult } from 'lit'
import type { Lang } from '../../../../corpus/types.ts'
import type { ListedDocument } from '../answer/api.ts'
import type { Place } from '../common/place.ts'
import type { Shelf } from '../reading/shelf.ts'
import { CONSOLE_STRINGS, type View } from '../strings/console.ts'

interface Browse {
  view: Exclude<View, 'chat'>
  lang: Lang
  shelf: Shelf
  documents: ListedDocument[]
  documentId: string
  choose(documentId: string): void
  go(place: Place): void
}

export function browse(frame: Browse): TemplateResult {
  const { view, lang, shelf, documents, documentId } = frame
  const go = (event: CustomEvent<Place>) => frame.go(event.detail)
  return html`<div class="browse">
    ${documents.length > 1 ? documentChoice(frame) : nothing}
    ${view === 'outline' ? html`<policy-outline .shelf=${shelf} .lang=${lang} .documentId=${documentId} @go=${go}></policy-outline>` : nothing}
    ${view === 'targets' ? html`<policy-targets .shelf=${shelf} .lang=${lang} .documentId=${documentId} @go=${go}></policy-targets>` : nothing}
    ${view === 'agencies' ? html`<policy-agencies .shelf=${shelf} .lang=${lang} .documentId=${documentId} @go=${go}></policy-agencies>` : nothing}
  </div>`
}

function documentChoice({ lang, documents, documentId, choose }: Browse): TemplateResult {
  return html`<label class="document-choice">${CONSOLE_STRINGS[lang].document}
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>${documents.map(
      ({ id, title, script }) =>
        html`<option value=${id} lang=${script} ?selected=${id === documentId}>${title}</option>`,
    )}</select></label>`
}
