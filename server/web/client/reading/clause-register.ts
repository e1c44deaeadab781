/**
 * What the register holds on one clause, as the reading pane shows it: who answers for it, and its targets.
 */

import { html, nothing, type TemplateResult } from 'lit'
import { englishIndicator } from '../../../../corpus/indicator-name.ts'
import type { Gloss, Lang, Role, Target } from '../../../../corpus/types.ts'
import type { ClauseView } from '../answer/api.ts'
import { icon } from '../common/icons.ts'
import type { Place } from '../common/place.ts'
import type { ReadingStrings } from '../strings/reading.ts'
import { responsibleFor, sayDeadline, sayValue } from './register-words.ts'

/** What the register takes from the view that it stands in. */
export interface RegisterFrame {
  say: ReadingStrings
  roles: Record<Role, string>
  lang: Lang
  script: string
  gloss?: Gloss
  /** The place whose quote is marked. */
  place: Place
  agency(name: string): TemplateResult
  labelOf(clauseId: string): string
  linkTo(place: Place): { href: string; go(event: MouseEvent): void }
  /** Where there is little room, the register is one line that opens. */
  isFolded: boolean
  /** What is open, of the register and its table; told when the reader opens or closes it. */
  open: Record<Part, boolean>
  opened(part: Part, isOpen: boolean): void
}

export type Part = 'register' | 'targets'

export function clauseRegister(clause: ClauseView, frame: RegisterFrame): TemplateResult {
  const { say, isFolded } = frame
  const all = html`<div class="register" role="group" aria-label=${say.register}>
    ${responsible(clause, frame)}
    ${clause.targets.length > 0 ? targets(clause, frame) : nothing}
  </div>`
  const { responsibilities, targets: figures } = clause
  if (!isFolded || responsibilities.length + figures.length === 0) return all
  const counts = [
    ...(responsibilities.length > 0 ? [say.agencyCount(responsibilities.length)] : []),
    ...(figures.length > 0 ? [say.targetCount(figures.length)] : []),
  ]
  return html`<details class="register-fold" ?open=${frame.open.register} @toggle=${tellToggle('register', frame)}>
    <summary>${icon('building')} ${counts.join(' · ')}</summary>${all}</details>`
}

/** Toggling does not bubble, but in some browsers it comes once more when the details are drawn open. */
function tellToggle(part: Part, { opened }: RegisterFrame) {
  return ({ target }: Event) => opened(part, (target as HTMLDetailsElement).open)
}

function responsible({ documentId, responsibilities }: ClauseView, frame: RegisterFrame): TemplateResult {
  const { say, roles, script } = frame
  const { groups, isLeadless, notes } = responsibleFor(responsibilities)
  if (groups.length === 0) return html`<p class="register-none">${icon('blank')} ${say.noAgency}</p>`
  return html`<dl class="register-roles">${groups.map(
    ({ role, agencies }) =>
      html`<div><dt><span class="role ${role}">${roles[role]}</span></dt><dd><ul>${agencies.map((name) => html`<li>${frame.agency(name)}</li>`)}</ul></dd></div>`,
  )}</dl>
  ${isLeadless ? html`<p class="register-remark">${icon('people')} <span>${say.noLead}</span></p>` : nothing}
  ${notes.map(
    ({ note, noteFrom }) =>
      html`<p class="register-remark">${icon('pen')} <span>${say.note}${say.colon}<span lang=${script}>${note}</span>${noteFrom ? from({ documentId, clauseId: noteFrom }, frame) : nothing}</span></p>`,
  )}`
}

function from(place: Place, { say, script, linkTo, labelOf }: RegisterFrame): TemplateResult {
  const { href, go } = linkTo(place)
  return html` (${say.noteFrom} <a href=${href} @click=${go} lang=${script}>${labelOf(place.clauseId)}</a>)`
}

function targets({ targets }: ClauseView, frame: RegisterFrame): TemplateResult {
  const { say, place } = frame
  const quotedFirst = [
    ...targets.filter((target) => isQuoted(target, place)),
    ...targets.filter((target) => !isQuoted(target, place)),
  ]
  return html`<details class="register-targets" ?open=${frame.open.targets} @toggle=${tellToggle('targets', frame)}>
    <summary>${icon('table')} ${say.targetCount(targets.length)}</summary>
    <div class="register-box"><table class="facts-table" aria-label=${say.targets}>
      <thead><tr><th scope="col">${say.columns.indicator}</th><th scope="col">${say.columns.value}</th><th scope="col">${say.columns.deadline}</th></tr></thead>
      <tbody>${quotedFirst.map((target) => row(target, frame))}</tbody>
    </table></div>
  </details>`
}

function row(target: Target, frame: RegisterFrame): TemplateResult {
  const { place, lang, gloss, script, say } = frame
  const { href, go } = frame.linkTo(target)
  return html`<tr class=${isQuoted(target, place) ? 'quoted' : ''}>
    <td><a href=${href} @click=${go}>${indicatorName(target, lang, script, gloss)}</a>${targetScope(target, say, script)}</td>
    <td class="value">${targetValue(target, frame)}</td>
    <td class="deadline">${targetDeadline(target, lang, say)}</td>
  </tr>`
}

function isQuoted(target: Target, { start = 0, end = 0 }: Place): boolean {
  return target.start < end && target.end > start
}

/** Official in the document's script; in English after its English name, where the gloss has one. */
export function indicatorName(target: Target, lang: Lang, script: string, gloss?: Gloss): TemplateResult {
  const english = lang === 'en' ? englishIndicator(target, gloss) : undefined
  const official = html`<span lang=${script}>${target.indicator}</span>`
  if (!english) return official
  return html`${english.charAt(0).toUpperCase()}${english.slice(1)} <span class="official">${official}</span>`
}

/** Under the indicator: most targets have none. */
export function targetScope(
  { scope }: Target,
  say: ReadingStrings,
  script: string,
): TemplateResult | typeof nothing {
  if (scope === undefined) return nothing
  return html`<p class="scope"><span class="visually-hidden">${say.columns.scope}${say.colon}</span><span lang=${script}>${scope}</span></p>`
}

export function targetValue(
  target: Target,
  { lang, say, script, gloss }: Pick<RegisterFrame, 'lang' | 'say' | 'script' | 'gloss'>,
): TemplateResult {
  const { bound, amount, written } = sayValue(target, lang, say, gloss)
  return html`${bound ? html`<span class="bound">${bound}</span> ` : nothing}<b lang=${lang === 'en' ? nothing : script}>${amount}</b>${written ? html` <span class="official" lang=${script}>${written}</span>` : nothing}`
}

export function targetDeadline({ deadline }: Target, lang: Lang, say: ReadingStrings): TemplateResult {
  return deadline
    ? html`<time datetime=${deadline}>${sayDeadline(deadline, lang, say)}</time>`
    : blank(say.undated, lang)
}

/** A dash for those who see, words for those who hear. */
function blank(words: string, lang: Lang): TemplateResult {
  return html`<span class="blank" lang=${lang}><span aria-hidden="true">—</span><span class="visually-hidden">${words}</span></span>`
}
