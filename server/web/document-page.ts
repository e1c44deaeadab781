/**
 * GET /documents/:id: a document as a page to read, each clause at an address of its own.
 */
import { html } from 'hono/html'
import type { Library } from '../../corpus/library.ts'
import { scriptOfDocument } from '../../corpus/script.ts'
import type { Clause, Lang, PolicyDocument, Role } from '../../corpus/types.ts'
import { Role as Roles } from '../../corpus/types.ts'
import type { Assets } from '../http/assets.ts'
import { headingEnd, numberEnd, readSlice } from './clause-parts.ts'
import { markedText } from './clause-text.ts'
import { type Html, homePath, layout } from './layout.ts'
import { type PageStrings, STRINGS } from './strings.ts'

interface DocumentPage {
  lang: Lang
  assets: Assets
  library: Library
  document: PolicyDocument
  /** `start-end`, and the clause in which to mark it: without script the fragment is not known here. */
  slice?: string
  clauseId?: string
  /** True for staff, who come from the console and go back to it. */
  isStaff?: boolean
}

const DEEPEST_HEADING = 6

/** The whole page. */
export function documentPage(page: DocumentPage): Html {
  const { lang, assets, document, slice, clauseId, isStaff = false } = page
  const { source, clauses, gloss } = document
  const strings = STRINGS[lang]
  const script = scriptOfDocument(document)
  const marked = { ...(slice ? { q: slice } : {}), ...(clauseId ? { clause: clauseId } : {}) }
  const main = html`<main class="document">
<header class="document-head">
<p class="back"><a href="${homePath(lang, isStaff)}">${strings.backToQuestions}</a></p>
<h1 lang="${script}">${source.title}</h1>
${lang === 'en' && gloss?.title ? html`<p class="gloss">${gloss.title}</p>` : ''}
${facts(document, strings, script)}
${strings.languageNote ? html`<p class="note">${strings.languageNote}</p>` : ''}
</header>
<details class="outline">
<summary>${strings.outline}</summary>
<nav aria-label="${strings.outline}"><ol>
${clauses.map((clause) => outlineEntry(clause, document, lang, script))}
</ol></nav>
</details>
<div class="text" lang="${script}">
${clauses.map((clause) => clauseSection(clause, page, strings))}
</div>
</main>`
  return layout({
    lang,
    title: `${source.title} · ${strings.product}`,
    assets,
    scripts: ['document.js'],
    inLanguage: (other) => `?${new URLSearchParams({ ...marked, lang: other })}`,
    main,
    isStaff,
  })
}

function facts({ source }: PolicyDocument, strings: PageStrings, script: string): Html {
  const rows: [string, Html | string][] = [
    [strings.issuedBy, html`<span lang="${script}">${source.issuer}</span>`],
    [strings.issuedOn, html`<time datetime="${source.issuedOn}">${source.issuedOn}</time>`],
  ]
  if (source.documentNumber)
    rows.push([strings.documentNumber, html`<span lang="${script}">${source.documentNumber}</span>`])
  return html`<dl class="facts">
${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
</dl>
${source.status ? html`<p class="standing ${source.status}">${strings.status[source.status]}</p>` : ''}
${source.url ? html`<p class="note"><a href="${source.url}" rel="noopener noreferrer">${strings.original}</a></p>` : ''}`
}

function outlineEntry(clause: Clause, { gloss }: PolicyDocument, lang: Lang, script: string): Html {
  const english = lang === 'en' ? gloss?.clauses[clause.clauseId] : undefined
  const title = english ? html`${english}` : html`<span lang="${script}">${clause.title}</span>`
  const number =
    clause.label === clause.title ? '' : html`<span class="label" lang="${script}">${clause.label}</span> `
  return html`<li class="level-${clause.path.length}"><a href="#${clause.clauseId}">${number}${title}</a></li>`
}

/** Whitespace between the tags stays out of the text elements: they hold the clause and nothing else. */
function clauseSection(clause: Clause, page: DocumentPage, strings: PageStrings): Html {
  const { text, clauseId, label, kind } = clause
  const mark = page.clauseId === clauseId ? readSlice(page.slice, text) : undefined
  const split = headingEnd(clause)
  const number = split > 0 ? split : numberEnd(clause)
  const level = Math.min(DEEPEST_HEADING, clause.path.length + 1)
  const heading = html`<div class="heading" role="heading" aria-level="${level}">${markedText(text, 0, split, mark)}</div>`
  const body = html`<div class="body">${
    number > split ? html`<b>${markedText(text, 0, number, mark)}</b>` : ''
  }${markedText(text, number, text.length, mark)}</div>`
  return html`<section class="clause ${kind}" id="${clauseId}" aria-label="${label}">
<a class="anchor" href="#${clauseId}" aria-label="${strings.linkToClause}: ${label}" lang="${page.lang}">#</a>
<div class="clause-text">${split > 0 ? heading : ''}${split < text.length ? body : ''}</div>
${responsibleLine(clause, page, strings)}
</section>`
}

function responsibleLine(
  { documentId, clauseId }: Clause,
  page: DocumentPage,
  strings: PageStrings,
): Html | string {
  const entries = page.library.responsibilitiesOf(documentId, clauseId)
  if (entries.length === 0) return ''
  const roles = Roles.options.filter((role: Role) => entries.some((entry) => entry.role === role))
  return html`<dl class="responsible" lang="${page.lang}">
${roles.map((role) => {
  const names = entries.filter((entry) => entry.role === role).map(({ agency }) => agency)
  return html`<div><dt>${strings.responsible[role]}</dt><dd>${names.map((name) => agencyName(name, page))}</dd></div>`
})}
</dl>`
}

function agencyName(name: string, { document, lang, library }: DocumentPage): Html {
  const { place } = document.source
  const english = library.agencies.find((agency) => agency.place === place && agency.name === name)?.english
  const official = html`<span lang="zh">${name}</span>`
  return lang === 'en' && english
    ? html`<span class="agency">${english} (${official})</span>`
    : html`<span class="agency">${official}</span>`
}
