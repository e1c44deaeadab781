/**
 * Builds a corpus: texts and their sources in, clauses and register out. Pure.
 */
import { nameAgencies } from './agencies.ts'
import { cutClauses } from './clauses.ts'
import { type DictionaryEntry, reduceDictionary } from './dictionary.ts'
import { findResponsibilities, responsibilitySpans } from './responsibilities.ts'
import { fold } from './script.ts'
import { findTargets } from './targets.ts'
import type { Agency, Corpus, Gloss, PolicyDocument, Source } from './types.ts'

/** What a person adds for one document: its entry in sources.json, its text, and perhaps its English gloss. */
export interface Seed {
  source: Source
  text: string
  gloss?: Gloss
  /** SHA-256 of the text, in hex. */
  digest: string
}

/** The corpus of all `seeds`, in their order; `entries` is the general dictionary that English questions use. */
export function buildCorpus(seeds: Seed[], entries: DictionaryEntry[]): Corpus {
  const documents = seeds.map(buildDocument)
  return {
    documents,
    agencies: documents
      .flatMap(({ source, responsibilities, gloss }) => nameAgencies(responsibilities, source, gloss))
      .reduce(mergeAgency, []),
    dictionary: reduceDictionary(
      entries,
      seeds.map(({ text }) => text),
    ),
  }
}

/** The document's year: the period it plans for, or else the year in which it was issued. */
export function yearOf(source: Source): string {
  return /\d{4}/.exec(source.period ?? '')?.[0] ?? source.issuedOn.slice(0, 4)
}

function buildDocument({ source, text, gloss, digest }: Seed): PolicyDocument {
  const clauses = cutClauses(source.id, text)
  const year = yearOf(source)
  return {
    source,
    digest,
    clauses,
    responsibilities: findResponsibilities(clauses, source.place),
    targets: clauses.flatMap((clause) =>
      clause.kind === 'head' ? [] : findTargets(clause, year, responsibilitySpans(clause.text)),
    ),
    ...(gloss ? { gloss } : {}),
  }
}

/** Two documents of one place speak of the same agency, in either script. */
function mergeAgency(agencies: Agency[], agency: Agency): Agency[] {
  const same = agencies.find(({ place, name }) => place === agency.place && fold(name) === fold(agency.name))
  if (!same) return [...agencies, agency]
  same.aliases = [...new Set([...same.aliases, ...agency.aliases])]
  same.english ??= agency.english
  return agencies
}
