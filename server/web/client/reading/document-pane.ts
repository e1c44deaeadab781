/**
 * The reading pane: a document in full, at the clause and with the quote that are asked for, and the register of
 * that clause above.
 *
 * Laws: the text nodes of a .clause-text joined are the clause's text; what is marked in them is the slice asked for.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { headingEnd, numberEnd, type Slice } from '../../clause-parts.ts'
import type { ClauseView } from '../answer/api.ts'
import { icon } from '../common/icons.ts'
import { type Place, placeHref } from '../common/place.ts'
import { clauseRegister, type Part } from './clause-register.ts'
import { scrollWithin } from './scroll-within.ts'
import { ShelfView } from './shelf-view.ts'

/** Places that come faster than this, as from a pointer that passes by, are shown when the last one stays. */
const SETTLE_MS = 120
const DEEPEST_HEADING = 6
/** In a pane lower than so many letters the register is folded; in one lower still, all scrolls as one. */
const LOW_REM = 32
const TINY_REM = 20

export class DocumentPane extends ShelfView {
  static override properties = {
    ...ShelfView.properties,
    place: { attribute: false },
    closable: { attribute: false },
    shown: { state: true },
    height: { state: true },
  }

  declare place: Place | undefined
  /** True for a button that closes the pane. */
  declare closable: boolean
  /** The place that the pane has turned to. */
  declare shown: Place | undefined
  declare height: 'tall' | 'low' | 'tiny'

  private open: Record<Part, boolean> = { register: false, targets: true }
  private placedAt = 0
  private settling = 0
  private isFresh = true
  private isHidden = false
  private stopScrolling = () => {}

  constructor() {
    super()
    this.closable = false
    this.height = 'tall'
  }

  protected override measure(width: number, height: number): void {
    super.measure(width, height)
    if (height === 0) {
      this.isHidden = true
      return
    }
    this.height = height >= LOW_REM ? 'tall' : height >= TINY_REM ? 'low' : 'tiny'
    // What is not shown cannot be scrolled: that is made up for.
    if (this.isHidden) this.placeAnew()
    this.isHidden = false
  }

  private async placeAnew(): Promise<void> {
    this.isFresh = true
    await this.updateComplete
    if (this.held) this.scrollToPlace()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.settling)
    this.stopScrolling()
  }

  /** Puts the focus on the pane's heading. */
  focusHeading(): void {
    this.querySelector<HTMLElement>('.reading-title')?.focus()
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('place')) this.settle()
    if (changed.has('shown') || this.shown !== changed.get('shown'))
      this.documentId = this.shown?.documentId ?? ''
    super.willUpdate(changed)
    this.dataset.height = this.height
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('documentId')) this.isFresh = true
    if (!['shown', 'held', 'height'].some((name) => changed.has(name)) || !this.held) return
    if (changed.has('shown')) this.querySelector('.reading-about')?.scrollTo(0, 0)
    this.scrollToPlace()
  }

  protected override render() {
    const { held, shown } = this
    return html`<section class="reading" aria-labelledby="reading-title">
      ${this.head()}
      ${!shown ? this.emptiness() : held ? this.body(shown) : this.waiting()}
    </section>`
  }

  private head(): TemplateResult {
    const { say, held, lang } = this
    const { document } = held ?? {}
    const english = lang === 'en' ? document?.englishTitle : undefined
    return html`<header class="reading-head">
      <div>
        <h2 class="reading-title" id="reading-title" tabindex="-1" lang=${document?.script ?? lang}>${document?.title ?? say.pane}</h2>
        ${english ? html`<p class="reading-gloss">${english}</p>` : nothing}
      </div>
      ${this.closable ? html`<button type="button" class="quiet" aria-label=${say.close} title=${say.close} @click=${() => this.tell('close')}>${icon('close')}</button>` : nothing}
    </header>`
  }

  private emptiness(): TemplateResult {
    const { say } = this
    return html`<div class="reading-empty">${icon('book')}<p><b>${say.empty}</b></p><p>${say.emptyHint}</p></div>`
  }

  private body(shown: Place): TemplateResult {
    const { say, held, lang } = this
    const clauses = held?.clauses ?? []
    const current = clauses.find(({ clauseId }) => clauseId === shown.clauseId)
    return html`<div class="reading-body">
        ${current ? this.about(current, shown) : nothing}
        <div class="reading-text" role="region" tabindex="0" aria-label=${say.text}>
          <div lang=${held?.document.script ?? 'zh'}>${clauses.map((clause) => this.clause(clause, clause === current ? shown : undefined))}</div>
        </div>
      </div>
      <footer class="reading-foot"><a href=${placeHref(shown, lang)} target="_blank" rel="noopener"><span>${say.fullPage}</span> ${icon('external')}</a></footer>`
  }

  /** Where the clause stands, and what the register holds on it. */
  private about(clause: ClauseView, place: Place): TemplateResult {
    const { say, roles, lang, held } = this
    const { script = 'zh', gloss } = held?.document ?? {}
    const label = clause.label === clause.title ? nothing : html`<b lang=${script}>${clause.label}</b> `
    return html`<div class="reading-about">
      ${this.breadcrumb(clause)}
      <h3 class="reading-clause">${label}${this.clauseTitle(clause)}</h3>
      ${clauseRegister(clause, {
        say,
        roles,
        lang,
        script,
        gloss,
        place,
        agency: (name) => this.agency(name),
        labelOf: (id) => held?.clauses.find(({ clauseId }) => clauseId === id)?.label ?? id,
        linkTo: (to) => this.linkTo(pick(to)),
        isFolded: this.height !== 'tall',
        open: this.open,
        opened: (part, isOpen) => {
          this.open = { ...this.open, [part]: isOpen }
        },
      })}
    </div>`
  }

  private breadcrumb({ path, documentId }: ClauseView): TemplateResult | typeof nothing {
    const clauses = this.held?.clauses ?? []
    const above = path.slice(0, -1).map((title, depth) => ({
      title,
      clause: clauses.find((other) => other.path.length === depth + 1 && startsAlike(other.path, path)),
    }))
    if (above.length === 0) return nothing
    return html`<nav class="breadcrumb" aria-label=${this.say.path}><ol>${above.map(({ title, clause }) => {
      if (!clause) return html`<li><span lang=${this.held?.document.script ?? 'zh'}>${title}</span></li>`
      const { href, go } = this.linkTo({ documentId, clauseId: clause.clauseId })
      return html`<li><a href=${href} @click=${go}>${this.shortTitle(clause)}</a></li>`
    })}</ol></nav>`
  }

  private shortTitle({ clauseId, title }: ClauseView): TemplateResult {
    const { document } = this.held ?? {}
    const english = this.lang === 'en' ? document?.gloss?.clauses[clauseId] : undefined
    return english ? html`${english}` : html`<span lang=${document?.script ?? 'zh'}>${title}</span>`
  }

  /** Whitespace between the tags stays out of the text elements: they hold the clause and nothing else. */
  private clause(clause: ClauseView, shown: Place | undefined): unknown {
    const { documentId, clauseId, kind, label, text, path } = clause
    const slice = shown ? sliceOf(shown, text) : undefined
    return guard([clause, shown !== undefined, slice?.start, slice?.end, this.lang], () => {
      const split = headingEnd(clause)
      const number = split > 0 ? split : numberEnd(clause)
      const { href, go } = this.linkTo({ documentId, clauseId })
      const link = (from: number, to: number) =>
        html`<a class="clause-link" href=${href} aria-current=${shown ? 'location' : nothing} @click=${go}>${pieces(text, from, to, slice)}</a>`
      const level = Math.min(DEEPEST_HEADING, path.length + 2)
      const heading = html`<div class="clause-heading" role="heading" aria-level=${level}>${link(0, split)}</div>`
      const body = html`<div class="clause-body">${number > split ? link(split, number) : nothing}${pieces(text, number, text.length, slice)}</div>`
      return html`<section class="clause ${kind} ${shown ? 'current' : ''}" data-clause-id=${clauseId} aria-label=${label}><div class="clause-text">${split > 0 ? heading : nothing}${split < text.length ? body : nothing}</div></section>`
    })
  }

  /** Turns to a new place at once, or, while they come one upon the other, to the last. */
  private settle(): void {
    const now = performance.now()
    const isAlone = now - this.placedAt > SETTLE_MS
    this.placedAt = now
    clearTimeout(this.settling)
    if (isAlone) this.shown = this.place
    else
      this.settling = window.setTimeout(() => {
        this.shown = this.place
      }, SETTLE_MS)
  }

  private scrollToPlace(): void {
    this.stopScrolling()
    const section = this.querySelector('.clause.current')
    const box = section && scrollBoxOf(section, this)
    if (!section || !box) return
    const smooth = !this.isFresh && !matchMedia('(prefers-reduced-motion: reduce)').matches
    this.isFresh = false
    this.stopScrolling = scrollWithin(box, goalIn(section), section, smooth)
  }
}

/** The text from `from` to `to`, what of the slice lies in it marked. */
function pieces(text: string, from: number, to: number, slice: Slice | undefined): TemplateResult {
  const start = Math.min(to, Math.max(from, slice?.start ?? to))
  const end = Math.max(start, Math.min(to, slice?.end ?? to))
  return html`${text.slice(from, start)}${start < end ? html`<mark>${text.slice(start, end)}</mark>` : nothing}${text.slice(end, to)}`
}

function sliceOf({ start, end }: Place, text: string): Slice | undefined {
  if (start === undefined || end === undefined) return undefined
  return 0 <= start && start < end && end <= text.length ? { start, end } : undefined
}

function startsAlike(path: string[], longer: string[]): boolean {
  return path.every((title, depth) => title === longer[depth])
}

/** The quote; the heading where none is marked. */
function goalIn(section: Element): Element {
  return section.querySelector('mark') ?? section.querySelector('.clause-link') ?? section
}

/** The box around `element` that scrolls; none outside of `outermost`. */
function scrollBoxOf(element: Element, outermost: Element): HTMLElement | undefined {
  for (let box = element.parentElement; box && outermost.contains(box); box = box.parentElement)
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box
  return undefined
}

/** A target as the place of its quote. */
function pick({ documentId, clauseId, start, end }: Place): Place {
  return { documentId, clauseId, start, end }
}
