/**
 * The dispatch card: the agencies that the cited clause names, the clause as basis, and a note ready to paste.
 */
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { Answer, Citation, Lang } from '../../../../corpus/types.ts'
import type { AgencyView, ClauseView } from '../answer/api.ts'
import { copyText } from '../answer/clipboard.ts'
import { icon } from '../common/icons.ts'
import { isPlainClick, placeHref, placeOf } from '../common/place.ts'
import { englishNames, type Shelf } from '../reading/shelf.ts'
import { ANSWER_STRINGS } from '../strings/answer.ts'
import { CONSOLE_STRINGS } from '../strings/console.ts'
import { type Basis, basisOf, citedClauses, dispatchNote } from './dispatch-note.ts'

export class DispatchCard extends LitElement {
  static override properties = {
    answer: { attribute: false },
    shelf: { attribute: false },
    lang: { attribute: false },
    today: { attribute: false },
    script: { attribute: false },
    chosen: { state: true },
    bases: { state: true },
    failed: { state: true },
    copied: { state: true },
  }

  declare answer: Answer
  declare shelf: Shelf
  declare lang: Lang
  /** YYYY-MM-DD, when the note is written. */
  declare today: () => string
  /** Of the document, for fonts and screen readers. */
  declare script: string
  declare chosen: number
  declare bases: Basis[] | undefined
  declare failed: boolean
  declare copied: 'no' | 'done' | 'failed'
  /** By official name, for each document. */
  private english = new Map<string, Record<string, string>>()

  constructor() {
    super()
    this.chosen = 0
    this.failed = false
    this.copied = 'no'
  }

  protected override createRenderRoot() {
    return this
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('answer')) this.load()
  }

  private async load(): Promise<void> {
    this.failed = false
    try {
      const cited = citedClauses(this.answer)
      const agencies = await this.shelf.agencies()
      const found = await Promise.all(cited.map((citation) => this.basis(citation, agencies)))
      const bases = found.flatMap((basis) => basis ?? [])
      this.chosen = Math.max(
        0,
        bases.findIndex(({ groups }) => groups.length > 0),
      )
      this.bases = bases
    } catch {
      this.failed = true
    }
  }

  private async basis(citation: Citation, agencies: AgencyView[]): Promise<Basis | undefined> {
    const { document, clauses } = await this.shelf.document(citation.documentId)
    this.english.set(document.id, englishNames(agencies, { document }))
    const clause = clauses.find(({ clauseId }) => clauseId === citation.clauseId)
    const labelOf = (id: string) => clauses.find(({ clauseId }) => clauseId === id)?.label ?? id
    return clause && basisOf(citation, clause, labelOf)
  }

  protected override render() {
    const say = CONSOLE_STRINGS[this.lang].dispatch
    return html`<div class="dispatch" role="group" aria-label=${say.title}>
      <div class="dispatch-head">
        <p class="dispatch-title">${icon('ticket')}<b>${say.title}</b></p>
        ${this.copyButton()}
      </div>
      ${this.failed ? this.failure() : this.bases ? this.body(this.bases) : html`<p class="hint">${say.loading}</p>`}
    </div>`
  }

  private copyButton() {
    const say = CONSOLE_STRINGS[this.lang].dispatch
    const { copied, copyFailed } = ANSWER_STRINGS[this.lang]
    const done = this.copied === 'done'
    return html`<p class="row">
      <span class="problem">${this.copied === 'failed' ? copyFailed : nothing}</span>
      <button type="button" class="strong" ?disabled=${!this.note} @click=${this.copy}>${icon(done ? 'check' : 'copy')}<span>${done ? copied : say.copy}</span></button>
    </p>`
  }

  private failure() {
    const say = CONSOLE_STRINGS[this.lang].dispatch
    return html`<p class="problem">${say.failed}</p>
      <p><button type="button" @click=${() => this.load()}>${ANSWER_STRINGS[this.lang].retry}</button></p>`
  }

  private body(bases: Basis[]) {
    const say = CONSOLE_STRINGS[this.lang].dispatch
    const basis = bases[this.chosen]
    if (!basis) return nothing
    return html`
      ${bases.length > 1 ? this.choice(bases) : this.clause(basis)}
      ${basis.groups.length > 0 ? this.groups(basis) : html`<p>${say.none}</p>`}
      ${basis.isLeadless ? html`<p class="hint">${say.noLead}</p>` : nothing}
      <details class="dispatch-note"><summary>${say.preview}</summary><pre tabindex="0" role="region" aria-label=${say.note}>${this.note}</pre></details>
      <p class="hint">${say.caveat}</p>`
  }

  /** The note for the clause that is chosen; nothing as long as it is not read. */
  private get note(): string | undefined {
    const basis = this.bases?.[this.chosen]
    const { lang, answer } = this
    return basis && dispatchNote(answer, basis, this.today(), CONSOLE_STRINGS[lang], ANSWER_STRINGS[lang])
  }

  private choice(bases: Basis[]) {
    const say = CONSOLE_STRINGS[this.lang].dispatch
    return html`<label class="dispatch-choice">${say.clause}
      <select @change=${this.choose}>${bases.map(
        ({ citation }, index) =>
          html`<option value=${index} ?selected=${index === this.chosen} lang=${this.script}>${citation.label} ${citation.path[citation.path.length - 1] ?? ''}</option>`,
      )}</select></label>`
  }

  private choose(event: Event): void {
    this.chosen = Number((event.target as HTMLSelectElement).value)
    this.copied = 'no'
    const basis = this.bases?.[this.chosen]
    if (basis) this.turnTo(basis.citation)
  }

  /** The one clause that the case rests on, a click from its text. */
  private clause({ citation }: Basis) {
    const { label, path } = citation
    const go = (event: MouseEvent) => {
      if (!isPlainClick(event)) return
      event.preventDefault()
      this.turnTo(citation)
    }
    return html`<p class="dispatch-basis">${CONSOLE_STRINGS[this.lang].dispatch.clause}
      <a href=${placeHref(placeOf(citation), this.lang)} lang=${this.script} @click=${go}>${label} ${path[path.length - 1] ?? ''}</a></p>`
  }

  private turnTo(citation: Citation): void {
    this.dispatchEvent(new CustomEvent('turn', { detail: citation }))
  }

  private groups({ groups, notes, clause }: Basis) {
    const { roles } = ANSWER_STRINGS[this.lang]
    return html`<dl class="dispatch-agencies">
      ${groups.map(
        ({ role, agencies }) =>
          html`<div><dt>${roles[role]}</dt><dd>${agencies.map(
            (name) => html`<span class="agency">${this.agency(name, clause)}</span>`,
          )}</dd></div>`,
      )}
    </dl>
    ${notes.map((remark) => this.annex(remark))}`
  }

  private annex({ note, place }: Basis['notes'][number]) {
    const { annex, see, colon, brackets } = CONSOLE_STRINGS[this.lang].dispatch
    const [open, close] = brackets
    const where = place ? html`${open}${see}<span lang=${this.script}>${place}</span>${close}` : nothing
    return html`<p class="hint">${annex}${colon}<span lang=${this.script}>${note}</span>${where}</p>`
  }

  /** The official name; in English its English name before it. */
  private agency(name: string, { documentId }: ClauseView) {
    const official = html`<span lang=${this.script}>${name}</span>`
    if (this.lang !== 'en') return official
    const english = this.english.get(documentId)?.[name]
    return english ? html`${english} (${official})` : official
  }

  private async copy(): Promise<void> {
    if (!this.note) return
    const { copied, copyFailed } = ANSWER_STRINGS[this.lang]
    const done = await copyText(this.note, this)
    this.copied = done ? 'done' : 'failed'
    this.dispatchEvent(new CustomEvent('said', { detail: done ? copied : copyFailed }))
  }
}
