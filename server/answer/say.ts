/**
 * Says the library's nouns in the language of the answer. Pure.
 */
import type { Library } from '../../corpus/library.ts'
import { scriptOf, simplify } from '../../corpus/script.ts'
import type { Clause, Lang, ReadResponsibility } from '../../corpus/types.ts'
import type { Span } from './draft.ts'

/** How a person calls the clause: `第23項`, `Item 23`. */
export function sayLabel(clause: Clause, lang: Lang): string {
  if (lang === 'zh-Hans') return simplify(clause.label)
  if (lang === 'zh-Hant') return clause.label
  const last = clause.clauseId.split('.').at(-1) ?? ''
  switch (clause.kind) {
    case 'head':
      return 'The head of the document'
    case 'item':
      return /^第\d+/.test(clause.label) ? `Item ${last}` : `Item ${clause.clauseId}`
    case 'article':
      return `Article ${last}`
    case 'part':
      return `Part ${clause.clauseId}`
    case 'chapter':
      return `Chapter ${last}`
    case 'annex':
      return `Annex ${last.replace('annex', '')}`
    default:
      return `Section ${clause.clauseId}`
  }
}

/** The label of a clause before what is said of it, where several are spoken of. */
export function sayHeading(clause: Clause, lang: Lang): string {
  return `${sayLabel(clause, lang)}${lang === 'en' ? ': ' : '：'}`
}

/** The clause's title in the language of the answer; Chinese where no English is known. */
export function sayTitle(clause: Clause, lang: Lang, library: Library): string {
  if (lang === 'en')
    return library.document(clause.documentId)?.gloss?.clauses[clause.clauseId] ?? `「${clause.title}」`
  return lang === 'zh-Hans' ? simplify(clause.title) : clause.title
}

/** The agency's official name; in English `English name (official Chinese name)`. */
export function sayAgency(name: string, documentId: string, lang: Lang, library: Library): string {
  if (lang !== 'en') return name
  const place = library.document(documentId)?.source.place
  const english = library.agencies.find((agency) => agency.name === name && agency.place === place)?.english
  return english ? `${english} (${name})` : name
}

/** The agencies of some responsibilities, each once, said and joined. */
export function sayAgencies(
  responsibilities: ReadResponsibility[],
  lang: Lang,
  library: Library,
  join: (names: string[]) => string,
): string {
  const names = new Map(responsibilities.map((entry) => [entry.agency, entry]))
  return join(
    [...names.values()].map(({ agency, documentId }) => sayAgency(agency, documentId, lang, library)),
  )
}

/** The words of a span as prose of the answer; quoted where the reader's script or language is another. */
export function sayWords({ clause, start, end }: Span, lang: Lang): string {
  const words = clause.text.slice(start, end).replace(/\s*\n\s*/g, '')
  if (lang === 'zh-Hans') return simplify(words)
  if (lang === 'zh-Hant' && scriptOf(clause.text) !== 'zh-Hans') return words
  return `「${words}」`
}

/** With a full stop at its end. */
export function ended(text: string, lang: Lang): string {
  return /[。.!?！？」]$/.test(text) ? text : text + (lang === 'en' ? '.' : '。')
}
