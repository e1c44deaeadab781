/**
 * Who answers for what: agencies against tasks as a matrix, and on narrow screens as a list; CSS shows one of them.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import type { ClauseView } from '../answer/api.ts'
import { type AgencyMatrix, type AgencyRow, matrixOf, shortLabel } from './agency-matrix.ts'
import { countLine, filterBox, nothingFound } from './filter-box.ts'
import { moveAmongCells } from './move-among-cells.ts'
import { ROLES } from './register-words.ts'
import { ShelfView } from './shelf-view.ts'
import { filterOf } from './text-filter.ts'

export class AgenciesView extends ShelfView {
  static override properties = { ...ShelfView.properties, wanted: { state: true } }

  declare wanted: string

  constructor() {
    super()
    this.wanted = ''
  }

  protected override updated(_changed: PropertyValues): void {
    // One cell takes part in the order of Tab; arrow keys lead on from there.
    if (this.querySelector('.cell[tabindex="0"]')) return
    this.querySelector<HTMLElement>('.cell')?.setAttribute('tabindex', '0')
  }

  protected override render() {
    const { say, held, wanted } = this
    const words = say.agencies
    if (!held) return html`<section class="view"><h2>${words.heading}</h2>${this.waiting()}</section>`
    const matrix = matrixOf(held.clauses)
    const fits = filterOf(wanted, this.fold)
    const rows = matrix.rows.filter(({ agency }) => fits([agency, held.english[agency] ?? '']))
    const clear = () => {
      this.wanted = ''
    }
    return html`<section class="view agencies" aria-labelledby="agencies-heading">
      <header class="view-head"><h2 id="agencies-heading">${words.heading}</h2>
        ${matrix.rows.length > 0 ? this.controls(rows.length, matrix.rows.length) : nothing}</header>
      ${matrix.rows.length === 0 ? html`<p class="reading-state">${words.empty}</p>` : nothing}
      ${matrix.rows.length > 0 && rows.length === 0 ? nothingFound(say, clear) : nothing}
      ${rows.length > 0 ? this.both(matrix, rows) : nothing}
    </section>`
  }

  private controls(shown: number, all: number): TemplateResult {
    const { say, wanted } = this
    return html`${countLine(say.agencies.found(shown, all))}
      ${filterBox({
        say,
        hint: say.filterHint.agencies,
        value: wanted,
        type: (value) => {
          this.wanted = value
        },
        ready: this.readyToFilter,
      })}`
  }

  private both(matrix: AgencyMatrix, rows: AgencyRow[]): TemplateResult {
    const { held, lang, wanted, fold } = this
    return html`${this.legend(rows)}
      ${guard([held, lang, wanted, fold], () => html`${this.matrix(matrix, rows)}${this.list(matrix, rows)}`)}`
  }

  private legend(rows: AgencyRow[]): TemplateResult {
    const { say, roles } = this
    const used = ROLES.filter((role) => rows.some((row) => Object.values(row.roles).includes(role)))
    return html`<div class="legend">
      <p class="pointed" aria-hidden="true" data-hint=${say.agencies.pointHint}></p>
      <ul aria-label=${say.agencies.legend}>${used.map((role) => html`<li><span class="role-sign ${role}" aria-hidden="true">${say.roleSigns[role]}</span> ${roles[role]}</li>`)}</ul>
    </div>`
  }

  private matrix({ columns, groups }: AgencyMatrix, rows: AgencyRow[]): TemplateResult {
    const { say } = this
    const words = say.agencies
    return html`<p class="visually-hidden" id="agencies-keys">${words.keys}</p>
    <div class="matrix-box" role="region" tabindex="0" aria-label=${words.box}
      @keydown=${this.press} @mouseover=${this.point} @focusin=${this.point}>
      <table class="matrix" aria-describedby="agencies-keys">
        <thead>
          <tr><th scope="col" rowspan="2" class="name">${words.agency}</th><th scope="col" rowspan="2" class="total">${words.total}</th>
            ${groups.map(({ heading, columns }) => html`<th scope="colgroup" colspan=${columns.length} class="group">${heading ? html`<span class="group-title">${this.shortHeading(heading)}</span>` : nothing}</th>`)}</tr>
          <tr>${columns.map((clause) => this.columnHead(clause, groups))}</tr>
        </thead>
        <tbody>${rows.map(
          (
            row,
          ) => html`<tr><th scope="row" class="name">${this.agency(row.agency)}</th><td class="total">${row.total}</td>
            ${columns.map((clause) => html`<td class=${startsGroup(clause, groups)}>${this.cell(row, clause)}</td>`)}</tr>`,
        )}</tbody>
      </table>
    </div>`
  }

  private columnHead(clause: ClauseView, groups: AgencyMatrix['groups']): TemplateResult {
    const { documentId, clauseId } = clause
    const { href, go } = this.linkTo({ documentId, clauseId })
    const script = this.held?.document.script ?? 'zh'
    return html`<th scope="col" class="task ${startsGroup(clause, groups)}"><a href=${href} @click=${go} tabindex="-1" data-point=${`${clause.label} ${this.titleOf(clause)}`}>
      <span aria-hidden="true">${shortLabel(clause)}</span><span class="visually-hidden" lang=${script}>${clause.label} ${clause.title}</span></a></th>`
  }

  private cell(row: AgencyRow, clause: ClauseView): TemplateResult | typeof nothing {
    const role = row.roles[clause.clauseId]
    if (!role) return nothing
    const { documentId, clauseId, label } = clause
    const name = [this.nameOf(row.agency), label, this.roles[role]].join(' · ')
    const pointed = [this.nameOf(row.agency), `${label} ${this.titleOf(clause)}`, this.roles[role]].join(
      ' · ',
    )
    return html`<button type="button" class="cell role-sign ${role}" tabindex="-1" aria-label=${name} data-point=${pointed}
      @click=${() => this.tell('go', { documentId, clauseId })}>${this.say.roleSigns[role]}</button>`
  }

  private list({ columns }: AgencyMatrix, rows: AgencyRow[]): TemplateResult {
    const { say } = this
    return html`<ul class="agency-list">${rows.map(
      (row) => html`<li><details>
        <summary><span class="agency-name">${this.agency(row.agency)}</span><span class="agency-total">${say.agencies.tasks(row.total)}</span></summary>
        <ul>${columns.filter(({ clauseId }) => row.roles[clauseId] !== undefined).map((clause) => this.listed(row, clause))}</ul>
      </details></li>`,
    )}</ul>`
  }

  private listed({ roles }: AgencyRow, clause: ClauseView): TemplateResult {
    const { documentId, clauseId, label } = clause
    const { href, go } = this.linkTo({ documentId, clauseId })
    const role = roles[clauseId] ?? 'shared'
    return html`<li><a href=${href} @click=${go}><b lang=${this.held?.document.script ?? 'zh'}>${label}</b> <span>${this.clauseTitle(clause)}</span></a> <span class="role ${role}">${this.roles[role]}</span></li>`
  }

  private nameOf(agency: string): string {
    const english = this.lang === 'en' ? this.held?.english[agency] : undefined
    return english ? `${english} (${agency})` : agency
  }

  private titleOf({ clauseId, title }: ClauseView): string {
    return (this.lang === 'en' && this.held?.document.gloss?.clauses[clauseId]) || title
  }

  private shortHeading(clause: ClauseView): TemplateResult {
    const title = this.titleOf(clause)
    return html`<span lang=${title === clause.title ? (this.held?.document.script ?? 'zh') : 'en'} data-point=${`${clause.label} ${title}`}>${title}</span>`
  }

  private readonly press = (event: KeyboardEvent) => moveAmongCells(event, '.cell')

  /** Says above the matrix what is pointed at; drawn by hand, since it changes with every move of the pointer. */
  private readonly point = ({ target }: Event) => {
    const said = this.querySelector('.pointed')
    const pointed = target instanceof Element ? target.closest<HTMLElement>('[data-point]') : null
    if (said) said.textContent = pointed?.dataset.point ?? ''
  }
}

function startsGroup(clause: ClauseView, groups: AgencyMatrix['groups']): string {
  return groups.some(({ columns }) => columns[0] === clause) ? 'first' : ''
}
