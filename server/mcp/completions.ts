/**
 * Completions: the ids and names that begin with, contain or are called what a person has typed. Pure.
 */
import { namesHeard } from '../../corpus/agencies.ts'
import { clausesSpelt } from '../../corpus/clause-spelling.ts'
import type { Library } from '../../corpus/library.ts'
import { fold } from '../../corpus/script.ts'
import { fullName } from '../../tools/agency-names.ts'
import type { Complete } from './surface.ts'

/** Ids of documents, by id, title, place, issuer or year, in either script or English. */
export function completeDocument(library: Library): Complete {
  return (typed) =>
    closest(
      typed,
      library.documents.map(({ source, gloss }) => ({
        value: source.id,
        names: [
          source.id,
          source.title,
          source.place,
          source.issuer,
          source.issuedOn,
          source.documentNumber ?? '',
          gloss?.title ?? '',
        ],
      })),
    )
}

/** Ids of clauses, of the document chosen before if one is, by id, label, number or title. */
export function completeClause(library: Library): Complete {
  return (typed, { documentId }) => {
    const clauses = library.documents
      .filter(({ source }) => documentId === undefined || source.id === documentId)
      .flatMap((document) => document.clauses.map((clause) => ({ clause, gloss: document.gloss })))
    const found = closest(
      typed,
      clauses.map(({ clause, gloss }) => ({
        value: clause.clauseId,
        names: [clause.clauseId, clause.label, clause.title, gloss?.clauses[clause.clauseId] ?? ''],
      })),
    )
    const spelt = typed === '' ? [] : clausesSpelt(typed, library, documentId).map(({ clauseId }) => clauseId)
    return [...new Set([...spelt, ...found])]
  }
}

/** Official names of agencies, by any name that people call them. */
export function completeAgency(library: Library): Complete {
  return (typed) =>
    closest(
      typed,
      library.agencies.map((agency) => ({ value: fullName(agency, library), names: namesHeard(agency) })),
    )
}

/** The values with a name that begins with what was typed, then those with one that contains it. */
function closest(typed: string, entries: { value: string; names: string[] }[]): string[] {
  const wanted = fold(typed).trim()
  const folded = entries.map(({ value, names }) => ({ value, names: names.map(fold) }))
  const begin = folded.filter(({ names }) => names.some((name) => name.startsWith(wanted)))
  const contain = folded.filter(({ names }) => names.some((name) => name.includes(wanted)))
  return [...new Set([...begin, ...contain].map(({ value }) => value))]
}
