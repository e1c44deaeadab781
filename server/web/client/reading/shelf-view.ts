/**
 * What every view of the shelf does: fetches what it shows, says that it is coming, and offers another try.
 */
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit'
import type { Lang } from '../../../../corpus/types.ts'
import { type Fold, foldCase, loadFold } from '../common/fold.ts'
import { icon } from '../common/icons.ts'
import { letters } from '../common/letters.ts'
import { isPlainClick, type Place, placeHref } from '../common/place.ts'
import { ANSWER_STRINGS } from '../strings/answer.ts'
import { READING_STRINGS } from '../strings/reading.ts'
import { englishNames, type ReadDocument, type Shelf } from './shelf.ts'

/** A document, and the English names of the agencies of its place. */
export interface Held extends ReadDocument {
  english: Record<string, string>
}

/** Views narrower than so many letters have little room, or some. */
const LITTLE_REM = 28
const SOME_REM = 48

export abstract class ShelfView extends LitElement {
  static override properties = {
    shelf: { attribute: false },
    lang: { reflect: true },
    documentId: { attribute: false },
    held: { state: true },
    failed: { state: true },
    fold: { state: true },
  }

  declare shelf: Shelf
  declare lang: Lang
  declare documentId: string
  declare held: Held | undefined
  declare failed: boolean
  declare fold: Fold

  constructor() {
    super()
    this.lang = 'zh-Hans'
    this.documentId = ''
    this.failed = false
    this.fold = foldCase
  }

  private room: ResizeObserver | undefined

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.room = new ResizeObserver(() => this.measure(letters(this.clientWidth), letters(this.clientHeight)))
    this.room.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.room?.disconnect()
  }

  /** Says in [data-room] how wide the view itself is: beside the pane it may have little room on a wide screen. */
  protected measure(width: number, _height: number): void {
    this.dataset.room = width < LITTLE_REM ? 'little' : width < SOME_REM ? 'some' : 'much'
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('shelf') || changed.has('documentId')) this.load()
  }

  protected get say() {
    return READING_STRINGS[this.lang]
  }

  protected get roles() {
    return ANSWER_STRINGS[this.lang].roles
  }

  /** An event that says what the reader wants. */
  protected tell(name: 'go' | 'close', detail?: Place): void {
    this.dispatchEvent(new CustomEvent(name, { detail }))
  }

  /** A link to a place that leads there within the app. */
  protected linkTo(place: Place) {
    return {
      href: placeHref(place, this.lang),
      go: (event: MouseEvent) => {
        if (!isPlainClick(event)) return
        event.preventDefault()
        event.stopPropagation()
        this.tell('go', place)
      },
    }
  }

  /** Official in the document's script; in English its English name before. */
  protected agency(name: string): TemplateResult {
    const { held, lang } = this
    const english = held?.english[name]
    const official = html`<span lang=${held?.document.script ?? 'zh'}>${name}</span>`
    if (lang !== 'en' || !english) return official
    return html`${english} <span class="official">(${official})</span>`
  }

  /** A title of the document, in English with the official one after it. */
  protected clauseTitle({ clauseId, title }: { clauseId: string; title: string }): TemplateResult {
    const { document } = this.held ?? {}
    const english = this.lang === 'en' ? document?.gloss?.clauses[clauseId] : undefined
    const official = html`<span lang=${document?.script ?? 'zh'}>${title}</span>`
    return english ? html`${english} <span class="official">${official}</span>` : official
  }

  /** What stands in the place of the content until it is there. */
  protected waiting(): TemplateResult {
    const { say, failed } = this
    if (!failed)
      return html`<p class="reading-state" role="status"><span class="spinner" aria-hidden="true"></span>${say.loading}</p>`
    return html`<div class="reading-state" role="alert">
      <p>${icon('warn')} ${say.failed}</p>
      <p><button type="button" @click=${() => this.load()}>${ANSWER_STRINGS[this.lang].retry}</button></p>
    </div>`
  }

  /** Loads what filters by meaning of characters need; most readers never filter. */
  protected readonly readyToFilter = async () => {
    this.fold = await loadFold()
  }

  protected async load(): Promise<void> {
    const { shelf, documentId } = this
    this.failed = false
    if (this.held?.document.id !== documentId) this.held = undefined
    if (!shelf || documentId === '') return
    try {
      const [read, agencies] = await Promise.all([shelf.document(documentId), shelf.agencies()])
      if (documentId === this.documentId) this.held = { ...read, english: englishNames(agencies, read) }
    } catch {
      if (documentId === this.documentId) this.failed = true
    }
  }
}
