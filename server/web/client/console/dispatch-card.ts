/**
 * The dispatch card: the agencies that the cited clause names, the clause as basis, and a note ready to paste.
 */
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { Answer, Citation, Lang } from '../../../../corpus/types.ts'
import type { AgencyView, ClauseView } from '../answer/api.ts'
import { copyText } from '../answer/clipboard.ts'
import { icon } from '../common/icons.ts'
import { ANSWER_STRINGS } from '../strings/answer.ts'
import { CONSOLE_STRINGS } from '../strings/console.ts'
import { type Basis, basisOf, citedClauses, dispatchNote } from './dispatch-note.ts'
import type { Shelf } from './shelf.ts'

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
  private agencies: AgencyView[] = []

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
      const [found, agencies] = await Promise.all([
        Promise.all(citedClauses(this.answer).map((citation) => this.basis(citation))),
        this.shelf.agencies(),
      ])
      const bases = found.flatMap((basis) => basis ?? [])
      const first = bases.findIndex(({ groups }) => groups.length > 0)
      this.agencies = agencies
      this.chosen = Math.max(0, first)
      this.bases = bases
    } catch {
      this.failed = true
    }
  }

  private async basis(citation: Citation): Promise<Basis | undefined> {
    const { clauses } = await this.shelf.document(citation.documentId)
    const clause = clauses.find(({ clauseId }) => clauseId === citation.clauseId)
    return clause && basisOf(citation, clause)
  }

  protected override render() {
    const say = CONSOLE_STRINGS[this.lang].dispatch
    return html`<section class="dispatch" aria-label=${say.title}>
      <div class="dispatch-head">
        <p class="dispatch-title">${icon('ticket')}<b>${say.title}</b></p>
        ${this.copyButton()}
      </div>
      ${this.failed ? this.failure() : this.bases ? this.body(this.bases) : html`<p class="hint">${say.loading}</p>`}
    </section>`
  }

  private copyButton() {
    const say = CONSOLE_STRINGS[this.lang].dispatch
    const { copied, copyFailed } = ANSWER_STRINGS[this.lang]
    const done = this.copied === 'done'
    return html`<p class="row">
      <span role="status" class="problem">${this.copied === 'failed' ? copyFailed : nothing}</span>
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
      ${bases.length > 1 ? this.choice(bases) : nothing}
      ${basis.groups.length > 0 ? this.groups(basis) : html`<p>${say.none}</p>`}
      ${basis.groups.some(({ role }) => role === 'shared') ? html`<p class="hint">${say.noLead}</p>` : nothing}
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
    ${notes.map((note) => html`<p class="hint" lang=${this.script}>${note}</p>`)}`
  }

  /** The official name; in English its English name before it. */
  private agency(name: string, { documentId }: ClauseView) {
    const official = html`<span lang=${this.script}>${name}</span>`
    if (this.lang !== 'en') return official
    const known = this.agencies.find(
      (agency) =>
        agency.name === name && agency.responsibilities.some((entry) => entry.documentId === documentId),
    )
    return known?.english ? html`${known.english} (${official})` : official
  }

  private async copy(): Promise<void> {
    if (this.note) this.copied = (await copyText(this.note, this)) ? 'done' : 'failed'
  }
}
