/**
 * The register of agencies: who goes by a name, and what they answer for. Pure.
 */
import type { Library } from '../corpus/library.ts'
import { fold } from '../corpus/script.ts'
import type { Agency, ReadResponsibility, Responsibility } from '../corpus/types.ts'

/** An agency with what the documents make it responsible for. */
export interface AgencyEntry {
  name: string
  place: string
  aliases: string[]
  responsibilities: Responsibility[]
}

/** The agencies that go by `query` in any alias, stem or script; all of them without a query. */
export function lookupAgencies(library: Library, query?: string): AgencyEntry[] {
  const found = query === undefined ? library.agencies : findAgencies(library, query)
  return found.map((agency) => ({
    name: agency.name,
    place: agency.place,
    aliases: agency.aliases,
    responsibilities: responsibilitiesOfAgency(library, agency).map(publicResponsibility),
  }))
}

/** Those that `name` names exactly or, if it names none, those with a name that contains it. */
export function findAgencies(library: Library, name: string): Agency[] {
  const wanted = fold(name).trim()
  if (wanted === '') return []
  const exact = library.agencies.filter((agency) => namesOf(agency).includes(wanted))
  if (exact.length > 0) return exact
  return library.agencies.filter((agency) => namesOf(agency).some((known) => known.includes(wanted)))
}

/** What the documents of its own place make `agency` responsible for. */
export function responsibilitiesOfAgency(library: Library, agency: Agency): ReadResponsibility[] {
  return library.documents
    .filter(({ source }) => source.place === agency.place)
    .flatMap(({ responsibilities }) => responsibilities.filter((entry) => entry.agency === agency.name))
}

/** A responsibility as callers see it: without the offsets of the statement. */
export function publicResponsibility(entry: ReadResponsibility): Responsibility {
  const { documentId, clauseId, agency, role, note } = entry
  return { documentId, clauseId, agency, role, ...(note === undefined ? {} : { note }) }
}

function namesOf({ name, aliases, stems = [], english = '' }: Agency): string[] {
  return [name, english, ...aliases, ...stems].filter((known) => known !== '').map(fold)
}
