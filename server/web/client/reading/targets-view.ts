/**
 * The register of targets as a table: filtered, sorted, taken along as a file.
 */

import { html, nothing, type TemplateResult } from 'lit'
import { englishIndicator } from '../../../../corpus/indicator-name.ts'
import type { Target } from '../../../../corpus/types.ts'
import type { ClauseView } from '../answer/api.ts'
import { icon } from '../common/icons.ts'
import type { Place } from '../common/place.ts'
import { indicatorName, targetDeadline, targetScope, targetValue } from './clause-register.ts'
import { countLine, filterBox, nothingFound } from './filter-box.ts'
import { sortTargets, type TargetOrder } from './register-words.ts'
import { saveFile } from './save-file.ts'
import { ShelfView } from './shelf-view.ts'
import { targetsCsv } from './targets-csv.ts'
import { filterOf } from './text-filter.ts'

type Column = 'indicator' | 'value' | 'deadline' | 'clause'

const COLUMNS: { name: Column; order: TargetOrder }[] = [
  { name: 'indicator', order: 'indicator' },
  { name: 'value', order: 'value' },
  { name: 'deadline', order: 'deadline' },
  { name: 'clause', order: 'document' },
]

export class TargetsView extends ShelfView {
  static override properties = {
    ...ShelfView.properties,
    wanted: { state: true },
    agencyWanted: { state: true },
    order: { state: true },
    descending: { state: true },
    said: { state: true },
  }

  declare wanted: string
  /** Empty for all agencies. */
  declare agencyWanted: string
  declare order: TargetOrder
  declare descending: boolean
  /** What became of an export. */
  declare said: string

  constructor() {
    super()
    this.wanted = ''
    this.agencyWanted = ''
    this.order = 'document'
    this.descending = false
    this.said = ''
  }

  protected override render() {
    const { say, held } = this
    const words = say.targetTable
    if (!held) return html`<section class="view"><h2>${words.heading}</h2>${this.waiting()}</section>`
    const all = held.clauses.flatMap(({ targets }) => targets)
    const shown = this.shown()
    return html`<section class="view" aria-labelledby="targets-heading">
      <header class="view-head"><h2 id="targets-heading">${words.heading}</h2>
        ${all.length > 0 ? this.controls(shown, all) : nothing}</header>
      ${all.length === 0 ? html`<p class="reading-state">${words.empty}</p>` : nothing}
      ${all.length > 0 && shown.length === 0 ? nothingFound(say, () => this.clear()) : nothing}
      ${shown.length > 0 ? this.table(shown) : nothing}
    </section>`
  }

  private controls(shown: Target[], all: Target[]): TemplateResult {
    const { say, wanted, said } = this
    const words = say.targetTable
    return html`${countLine(said || words.found(shown.length, all.length))}
      ${filterBox({
        say,
        hint: say.filterHint.targets,
        value: wanted,
        type: (value) => {
          this.wanted = value
          this.said = ''
        },
        ready: this.readyToFilter,
      })}
      ${this.agencyChoice()}
      <button type="button" class="export" ?disabled=${shown.length === 0} @click=${() => this.export(shown)}>${icon('download')}<span>${words.export}</span></button>`
  }

  private agencyChoice(): TemplateResult {
    const { say, held, lang, agencyWanted } = this
    const withTargets = (held?.clauses ?? []).filter(({ targets }) => targets.length > 0)
    const names = withTargets.flatMap((clause) => agenciesOf(clause))
    const distinct = names.filter((name, index) => names.indexOf(name) === index)
    return html`<label class="agency-choice"><span class="visually-hidden">${say.targetTable.agency}</span>
      <select .value=${agencyWanted} @change=${(event: Event) => {
        this.agencyWanted = (event.target as HTMLSelectElement).value
        this.said = ''
      }}>
        <option value="">${say.targetTable.allAgencies}</option>
        ${distinct.map((name) => {
          const english = lang === 'en' ? held?.english[name] : undefined
          const script = english ? nothing : (held?.document.script ?? 'zh')
          return html`<option value=${name} lang=${script} ?selected=${name === agencyWanted}>${english ? `${english} (${name})` : name}</option>`
        })}
      </select></label>`
  }

  private shown(): Target[] {
    const { held, wanted, agencyWanted, fold, order, descending } = this
    const fits = filterOf(wanted, fold)
    const gloss = held?.document.gloss
    const targets = (held?.clauses ?? [])
      .filter((clause) => agencyWanted === '' || agenciesOf(clause).includes(agencyWanted))
      .flatMap((clause) =>
        clause.targets.filter((target) => {
          const { indicator, scope = '', quote } = target
          const english = englishIndicator(target, gloss) ?? ''
          const title = gloss?.clauses[clause.clauseId] ?? ''
          return fits([indicator, scope, quote, clause.label, clause.title, english, title])
        }),
      )
    return sortTargets(targets, order, descending)
  }

  // The roles are said again because narrow screens set the rows as cards, which takes a table's own away.
  private table(targets: Target[]): TemplateResult {
    const { say } = this
    return html`<table class="targets-table" role="table" aria-labelledby="targets-heading">
      <thead role="rowgroup"><tr role="row">${COLUMNS.map(({ name, order }) => this.columnHead(name, order))}</tr></thead>
      <tbody role="rowgroup">${targets.map((target) => this.row(target))}</tbody>
    </table>
    <p class="hint">${say.targetTable.label}</p>`
  }

  private columnHead(name: Column, order: TargetOrder): TemplateResult {
    const isSorted = order === this.order
    const sort = isSorted ? (this.descending ? 'descending' : 'ascending') : 'none'
    return html`<th role="columnheader" scope="col" class=${name === 'clause' ? 'of-clause' : name} aria-sort=${sort}><button type="button" class="quiet" @click=${() => this.sortBy(order)}><span>${this.say.columns[name]}</span><span class="sort-sign" aria-hidden="true">${isSorted ? (this.descending ? '↓' : '↑') : '↕'}</span></button></th>`
  }

  private row(target: Target): TemplateResult {
    const { lang, say, held } = this
    const { script = 'zh', gloss } = held?.document ?? {}
    const { documentId, clauseId, start, end } = target
    const { href, go } = this.linkTo({ documentId, clauseId, start, end })
    const clause = this.clauseOf(target)
    return html`<tr role="row" @click=${(event: MouseEvent) => this.pickRow(event, { documentId, clauseId, start, end })}>
      <td role="cell" class="indicator"><a href=${href} @click=${go}>${indicatorName(target, lang, script, gloss)}</a>${targetScope(target, say, script)}</td>
      <td role="cell" class="value">${targetValue(target, { lang, say, script, gloss })}</td>
      <td role="cell" class="deadline">${targetDeadline(target, lang, say)}</td>
      <td role="cell" class="of-clause">${clause ? html`<b lang=${script}>${clause.label}</b> <span>${this.clauseTitle(clause)}</span>` : clauseId}</td>
    </tr>`
  }

  private clauseOf({ clauseId }: Target): ClauseView | undefined {
    return this.held?.clauses.find((clause) => clause.clauseId === clauseId)
  }

  /** A click anywhere in the row, but not the end of selecting text in it. */
  private pickRow(event: MouseEvent, place: Place): void {
    if (event.defaultPrevented || getSelection()?.isCollapsed === false) return
    if (event.target instanceof Element && event.target.closest('a')) return
    this.tell('go', place)
  }

  private sortBy(order: TargetOrder): void {
    this.descending = order === this.order && !this.descending
    this.order = order
  }

  private clear(): void {
    this.wanted = ''
    this.agencyWanted = ''
    this.said = ''
  }

  private export(targets: Target[]): void {
    const { say, held, lang } = this
    if (!held) return
    const text = targetsCsv(targets, held, { say, lang, origin: location.origin })
    saveFile(`${held.document.id}-targets.csv`, 'text/csv;charset=utf-8', text)
    this.said = say.targetTable.exported(targets.length)
  }
}

function agenciesOf({ responsibilities }: ClauseView): string[] {
  return responsibilities.map(({ agency }) => agency)
}
