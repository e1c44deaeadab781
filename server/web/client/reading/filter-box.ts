/**
 * The box that a view is filtered with, what it leaves, and what is said where it leaves nothing.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { icon } from '../common/icons.ts'
import type { ReadingStrings } from '../strings/reading.ts'

interface FilterBox {
  say: ReadingStrings
  hint: string
  value: string
  /** Told what is typed. */
  type(value: string): void
  /** Called when the reader turns to the box. */
  ready(): void
}

export function filterBox({ say, hint, value, type, ready }: FilterBox): TemplateResult {
  return html`<label class="filter"><span class="visually-hidden">${say.filter}${say.colon}${hint}</span>${icon('search')}
    <input type="search" placeholder=${hint} .value=${value} @focus=${ready}
      @input=${(event: Event) => type((event.target as HTMLInputElement).value)}></label>`
}

/** Said where a filter leaves nothing. */
export function nothingFound(say: ReadingStrings, clear: () => void): TemplateResult {
  return html`<div class="reading-state"><p>${say.nothingFound}</p>
    <p><button type="button" @click=${clear}>${say.clear}</button></p></div>`
}

/** A count that screen readers hear as it changes. */
export function countLine(words: string): TemplateResult {
  return html`<p class="count" role="status">${words || nothing}</p>`
}
