/**
 * The document as an outline: its parts and sections, and under them each task with who answers for it.
 */
import { html, nothing, type TemplateResult } from 'lit'
import type { ClauseView } from '../answer/api.ts'
import { icon } from '../common/icons.ts'
import { countLine, filterBox, nothingFound } from './filter-box.ts'
import { countLeaves, type OutlineNode, prune, treeOf } from './outline-tree.ts'
import { responsibleFor } from './register-words.ts'
import { ShelfView } from './shelf-view.ts'
import { filterOf } from './text-filter.ts'

/** More agencies than this are counted and not named; English names are long. */
const MAX_NAMED = { 'zh-Hans': 4, 'zh-Hant': 4, en: 2 }
const TOP_HEADING = 3
const DEEPEST_HEADING = 6

export class OutlineView extends ShelfView {
  static override properties = { ...ShelfView.properties, wanted: { state: true } }

  /** What is typed into the filter. */
  declare wanted: string

  constructor() {
    super()
    this.wanted = ''
  }

  protected override render() {
    const { say, held, wanted, fold } = this
    if (!held) return html`<section class="view"><h2>${say.outline.heading}</h2>${this.waiting()}</section>`
    const tree = treeOf(held.clauses)
    const fits = filterOf(wanted, fold)
    const shown = prune(tree, (clause) => fits(this.textsOf(clause)))
    const all = countLeaves(tree)
    return html`<section class="view" aria-labelledby="outline-heading">
      <header class="view-head"><h2 id="outline-heading">${say.outline.heading}</h2>
        ${countLine(say.outline.found(countLeaves(shown), all))}
        ${filterBox({
          say,
          hint: say.filterHint.outline,
          value: wanted,
          type: (value) => {
            this.wanted = value
          },
          ready: this.readyToFilter,
        })}</header>
      ${all === 0 ? html`<p class="reading-state">${say.outline.empty}</p>` : nothing}
      ${
        all > 0 && shown.length === 0
          ? nothingFound(say, () => {
              this.wanted = ''
            })
          : this.list(shown, 0)
      }
    </section>`
  }

  private textsOf({ clauseId, label, title, responsibilities }: ClauseView): string[] {
    const { english = {}, document } = this.held ?? {}
    const names = responsibilities.map(({ agency }) => `${agency}\n${english[agency] ?? ''}`)
    return [label, title, document?.gloss?.clauses[clauseId] ?? '', ...names]
  }

  private list(nodes: OutlineNode[], depth: number): TemplateResult {
    return html`<ul class="outline-list depth-${depth}">${nodes.map(({ clause, children }) =>
      children.length > 0
        ? html`<li class="outline-group">${this.heading(clause, depth)}${this.list(children, depth + 1)}</li>`
        : html`<li>${this.row(clause)}</li>`,
    )}</ul>`
  }

  private heading(clause: ClauseView, depth: number): TemplateResult {
    const level = Math.min(TOP_HEADING + depth, DEEPEST_HEADING)
    const { href, go } = this.linkTo({ documentId: clause.documentId, clauseId: clause.clauseId })
    return html`<div class="outline-heading" role="heading" aria-level=${level}><a href=${href} @click=${go}>${this.label(clause)}<span>${this.clauseTitle(clause)}</span></a></div>`
  }

  private row(clause: ClauseView): TemplateResult {
    const { say } = this
    const { documentId, clauseId, targets } = clause
    const { href, go } = this.linkTo({ documentId, clauseId })
    return html`<a class="outline-row" href=${href} @click=${go}>
      ${this.label(clause)}
      <span class="outline-title"><span>${this.clauseTitle(clause)}</span>${this.agencies(clause)}</span>
      ${targets.length > 0 ? html`<span class="outline-count">${say.targetCount(targets.length)}</span>` : nothing}
    </a>`
  }

  private label({ label, title }: ClauseView): TemplateResult | typeof nothing {
    if (label === title) return nothing
    return html`<span class="outline-label" lang=${this.held?.document.script ?? 'zh'}>${label}</span> `
  }

  private agencies({ responsibilities }: ClauseView): TemplateResult | typeof nothing {
    const { groups } = responsibleFor(responsibilities)
    const names = groups.flatMap(({ agencies }) => agencies)
    if (names.length === 0) return nothing
    const { say, lang, held } = this
    const most = MAX_NAMED[lang]
    const rest = names.length - most
    const said = names.slice(0, most).map((name) => (lang === 'en' && held?.english[name]) || name)
    const script = lang === 'en' ? lang : (held?.document.script ?? 'zh')
    return html`<span class="outline-agencies">${icon('building')}<span><span lang=${script}>${said.join(say.comma)}</span>${rest > 0 ? ` ${say.andMore(rest, names.length)}` : nothing}</span></span>`
  }
}
