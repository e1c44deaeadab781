/**
 * The register of agencies: who goes by a name, what they answer for, and who answers for a matter. Pure.
 *
 * Law: a name that fits several agencies is never decided here, and no lead is named where the text names none.
 */
import { z } from 'zod'
import { coreName, namesHeard } from '../corpus/agencies.ts'
import type { Library } from '../corpus/library.ts'
import { inScope } from '../corpus/scope.ts'
import { fold } from '../corpus/script.ts'
import {
  type Agency,
  Citation,
  Clause,
  type ReadResponsibility,
  Responsibility,
  Role,
} from '../corpus/types.ts'
import { romanized } from '../corpus/typos.ts'
import { cite } from './cite.ts'
import { sharedNotices } from './notices.ts'
import { readClause } from './read-clause.ts'
import {
  DocumentId,
  defineTool,
  freeText,
  MAX_NAME,
  MAX_QUERY,
  Notices,
  requireDocument,
  ToolError,
  withNotices,
} from './tool.ts'

/** An agency with what the documents make it responsible for. */
export interface AgencyEntry {
  name: string
  place: string
  aliases: string[]
  responsibilities: Responsibility[]
}

/** Below this share of the best clause's score a clause that names agencies is not what was asked about. */
const NAMES_AGENCIES = 0.5
/** A clause that fits a topic this nearly as well as the best answers for it too. */
const AS_GOOD = 0.95
/** Of one agency's clauses, those that fit a topic at least so, against the best. */
const ON_TOPIC = 0.6
const RANKED = 10
const SHORTEST_PART = 2

export const lookupAgency = defineTool({
  name: 'lookup_agency',
  title: '查责任单位 Look up agencies and duties',
  description:
    '两个方向：给 agency（任何叫法）列出该单位牵头、参与的全部任务；给 topic（事项）或 clause（条号）查由哪些单位负责、各是什么角色。leadNamed 为 false 表示文件没有指定牵头单位，不得自行认定。简称对应多个单位时列在 candidates。数字指标用 lookup_target。\n' +
    'Both ways: agency (any name) gives all tasks it leads or takes part in; topic or clause gives who answers for a matter and in which role. leadNamed false: the text names no lead, so name none. A short name that fits several agencies comes back in candidates. For figures use lookup_target.',
  input: z.strictObject({
    agency: freeText(
      MAX_NAME,
      '单位名称，全称、简称、英文均可，如 财政局。Agency, by any of its names.',
    ).optional(),
    topic: freeText(
      MAX_QUERY,
      '事项，如 消防、农村污水、fire safety。The matter, in a few words.',
    ).optional(),
    clause: freeText(MAX_NAME, '条号，如 23、第23項、三(二)。Clause, in any spelling.').optional(),
    role: Role.optional().describe(
      '只要此角色：lead 牵头、participant 配合、sole 独家负责、shared 按职责分工。Only this role.',
    ),
    documentId: DocumentId.optional(),
  }),
  output: z.object({
    agency: z
      .object({
        name: z.string().describe('正式简称。Official short name.'),
        aliases: z.array(z.string()).describe('其他叫法。Other names.'),
      })
      .optional()
      .describe('所指的单位。The agency meant.'),
    candidates: z
      .array(z.string())
      .describe('名称对应多个单位时的候选，用其一再查。Agencies that the name fits; ask again with one.'),
    responsibilities: z
      .array(
        Responsibility.extend({
          label: Clause.shape.label,
          title: Clause.shape.title,
          citation: Citation.describe('写明责任的原文。Where the text says so.'),
        }),
      )
      .describe('按文件次序。In the order of the documents.'),
    leadNamed: z
      .boolean()
      .describe('文件是否为所列任务指定了牵头单位。Whether the text names a lead for what is listed.'),
    notices: Notices,
  }),
  narrow: 'Ask for one documentId or one role.',
  run(library, { agency: name, topic, clause: spelling, role, documentId }, setting) {
    if (name === undefined && topic === undefined && spelling === undefined)
      throw new ToolError('invalid', 'Give at least one of agency, topic and clause.')
    requireDocument(library, documentId)
    const nothing = { candidates: [], responsibilities: [], leadNamed: false }
    const found = name === undefined ? [] : findAgencies(library, name, documentId)
    if (name !== undefined && found.length === 0) return nothing
    if (found.length > 1) return { ...nothing, candidates: found.map((one) => fullName(one, library)) }
    const [agency] = found
    const within = documentId === undefined ? library.documents : [library.document(documentId)]
    const own = within
      .flatMap((document) => document?.responsibilities ?? [])
      .filter((entry) => !agency || isOf(entry, agency, library))
    const clauses =
      spelling === undefined
        ? topic === undefined
          ? undefined
          : clausesOn(topic, library, agency ? clausesOf(own, library) : undefined, documentId)
        : [readClause(library, spelling, documentId)]
    const listed = own.filter((entry) => !clauses || clauses.includes(clauseOf(entry, library)))
    const kept = role === undefined ? listed : listed.filter((entry) => entry.role === role)
    return {
      ...(agency ? { agency: { name: agency.name, aliases: agency.aliases } } : {}),
      candidates: [],
      responsibilities: kept.map((entry, i) => {
        const clause = clauseOf(entry, library)
        return {
          ...publicResponsibility(entry),
          label: clause.label,
          title: clause.title,
          citation: cite(library, clause, entry.start, entry.end, i + 1, setting.baseUrl),
        }
      }),
      leadNamed: listed.some((entry) => entry.role === 'lead'),
      ...withNotices(setting, sharedNotices(kept)),
    }
  },
})

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

/**
 * The agencies that `name` names: by a name of theirs, with their city and the like around or within it; or
 * else those with an official name that contains it. `documentId` keeps to the agencies of that document's place.
 */
export function findAgencies(library: Library, name: string, documentId?: string): Agency[] {
  const wanted = fold(name).trim()
  const place = documentId && library.document(documentId)?.source.place
  const isHere = (agency: Agency) => !place || agency.place === place
  const { byName, byBareName, places } = namesOf(library)
  const exact = (byName.get(wanted) ?? []).filter(isHere)
  if (exact.length > 0) return exact
  const called = [...places].flatMap(([city, words]) => byBareName.get(city + bareName(wanted, words)) ?? [])
  if (called.length > 0) return [...new Set(called)].filter(isHere)
  if (wanted.length < SHORTEST_PART) return []
  return library.agencies.filter(
    (agency) => isHere(agency) && fold(`${agency.name}\n${agency.english ?? ''}`).includes(wanted),
  )
}

/** The one agency that `name` names; `unknown` if none does; throws a ToolError with the choices if several do. */
export function agencyNamed(library: Library, name: string, documentId?: string): Agency | 'unknown' {
  const found = findAgencies(library, name, documentId)
  if (found.length > 1) {
    const choices = found.map((agency) => fullName(agency, library)).join(', ')
    throw new ToolError(
      'ambiguous',
      `This name fits several agencies: ${choices}. Ask again with one of them.`,
    )
  }
  return found[0] ?? 'unknown'
}

/** The clauses that `agency` answers for, alone or with others, in the order of the documents. */
export function clausesOfAgency(library: Library, agency: Agency): Clause[] {
  return clausesOf(responsibilitiesOfAgency(library, agency), library)
}

/** What the documents of its own place make `agency` responsible for. */
export function responsibilitiesOfAgency(library: Library, agency: Agency): ReadResponsibility[] {
  return library.documents.flatMap(({ responsibilities }) =>
    responsibilities.filter((entry) => isOf(entry, agency, library)),
  )
}

/** A responsibility as callers see it: without the offsets of the statement. */
export function publicResponsibility(entry: ReadResponsibility): Responsibility {
  const { documentId, clauseId, agency, role, note } = entry
  return { documentId, clauseId, agency, role, ...(note === undefined ? {} : { note }) }
}

/** The clauses that say who answers for `topic`, best first; of one agency's own clauses, all that speak of it. */
function clausesOn(topic: string, library: Library, among?: Clause[], documentId?: string): Clause[] {
  const scope = { ...(documentId ? { documentIds: [documentId] } : {}), ...(among ? { clauses: among } : {}) }
  const ranked = library.search(topic, { limit: RANKED, ...scope })
  const [best] = ranked
  if (!best || !inScope(best)) return []
  const naming = ranked.filter(
    ({ clause }) => library.responsibilitiesOf(clause.documentId, clause.clauseId).length > 0,
  )
  const first = naming[0]
  if (!first || first.score < best.score * NAMES_AGENCIES) return []
  const least = first.score * (among ? ON_TOPIC : AS_GOOD)
  return naming.filter(({ score }) => score >= least).map(({ clause }) => clause)
}

function isOf(entry: ReadResponsibility, { place, name }: Agency, library: Library): boolean {
  return entry.agency === name && library.document(entry.documentId)?.source.place === place
}

function clausesOf(entries: ReadResponsibility[], library: Library): Clause[] {
  return [...new Set(entries.map((entry) => clauseOf(entry, library)))]
}

function clauseOf({ documentId, clauseId }: ReadResponsibility, library: Library): Clause {
  const clause = library.clause(documentId, clauseId)
  if (!clause) throw new Error(`the register names a clause that is not there: ${documentId}#${clauseId}`)
  return clause
}

/** The name, with its city before it where another city has an agency of that name. */
export function fullName(agency: Agency, library: Library): string {
  const { name, place } = agency
  const isUnique = library.agencies.every((other) => other === agency || other.name !== name)
  return isUnique ? name : place + coreName(name, place)
}

interface Names {
  byName: Map<string, Agency[]>
  /** By city and name without what `bareName` takes away. */
  byBareName: Map<string, Agency[]>
  /** For each city, how people write it: in full, short, and in Latin letters. Folded. */
  places: Map<string, string[]>
}

const NAMES = new WeakMap<Library, Names>()

/** All names of all agencies, sorted once for a library. */
function namesOf(library: Library): Names {
  const known = NAMES.get(library)
  if (known) return known
  const names: Names = { byName: new Map(), byBareName: new Map(), places: placesOf(library) }
  const add = (map: Map<string, Agency[]>, name: string, agency: Agency) => {
    const others = map.get(name) ?? []
    if (!others.includes(agency)) map.set(name, [...others, agency])
  }
  for (const agency of library.agencies) {
    const words = names.places.get(agency.place) ?? []
    for (const name of [...namesHeard(agency), ...(agency.stems ?? []), agency.english ?? '']) {
      if (name === '') continue
      add(names.byName, fold(name), agency)
      const bare = bareName(fold(name), words)
      if (bare.length >= SHORTEST_PART) add(names.byBareName, agency.place + bare, agency)
    }
  }
  NAMES.set(library, names)
  return names
}

function placesOf(library: Library): Map<string, string[]> {
  return new Map(
    library.documents.map(({ source }) => {
      const whole = fold(source.place)
      const short = whole.replace(/[市县区州]$/, '')
      return [source.place, [whole, short, ...romanized(short)]]
    }),
  )
}

/** Words in a name that leave it the same agency: `the`, `of`, `Municipal`, 人民政府. Folded. */
const IN_ANY_NAME =
  /\b(?:the|of|for|city|municipal|municipality|people's|peoples|government|china|prc)\b|中华人民共和国|人民政府|[\s,.'’()（）·-]/g

/** A folded name without its city and without words that any name may have. */
function bareName(name: string, place: string[]): string {
  return place.reduce((text, word) => text.replaceAll(word, ''), name).replace(IN_ANY_NAME, '')
}
