/**
 * The register of agencies: who goes by a name, what they answer for, and who answers for a matter. Pure.
 *
 * Law: a name that fits several agencies is never decided here, and no lead is named where the text names none.
 */
import { z } from 'zod'
import type { Library, SearchOptions } from '../corpus/library.ts'
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
import { agenciesLike, findAgencies, fullName, nearAgencies } from './agency-names.ts'
import { cite } from './cite.ts'
import { documentsMeant } from './documents-meant.ts'
import { sharedNotices } from './notices.ts'
import { cursorInput, PageOutput, toolPage } from './page.ts'
import { clausesUnder, readClause } from './read-clause.ts'
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
  english?: string
  responsibilities: Responsibility[]
}

/** Below this share of the best clause's score a clause that names agencies is not what was asked about. */
const NAMES_AGENCIES = 0.5
/** A clause that fits a topic this nearly as well as the best answers for it too. */
const AS_GOOD = 0.95
/** Of one agency's clauses, those that fit a topic at least so, against the best. */
const ON_TOPIC = 0.6
const RANKED = 10
const MAX_CANDIDATES = 30

export const lookupAgency = defineTool({
  name: 'lookup_agency',
  title: '查责任单位 Look up agencies and duties',
  description:
    '两个方向：给 agency（任何叫法，一次一个）列出该单位牵头、参与的全部任务；给 topic（事项）或 clause（条号，章节含其下各条）查由哪些单位负责、各是什么角色。topic 只取最贴切的一条，要全部相关条文用 search_clauses；所列单位负责的是整条。只收写明责任单位的文字，正文对某类部门的要求用 search。leadNamed 为 false 表示没有指定牵头单位，不得自行认定。数字指标用 lookup_target。\n' +
    'Both ways: agency (any name, one at a time) gives all tasks it leads or takes part in; topic or clause (a section takes in what stands under it) gives who answers for a matter and in which role. topic takes the clause that fits best: for all clauses on a subject use search_clauses; the agencies answer for the whole clause. Only statements of responsibility are read; for what a sentence asks of a kind of body use search. leadNamed false: the text names no lead, so name none. For figures use lookup_target.',
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
    cursor: cursorInput,
  }),
  output: z.object({
    agency: z
      .object({
        name: z.string().describe('正式简称。Official short name.'),
        aliases: z.array(z.string()).describe('其他叫法。Other names.'),
      })
      .optional()
      .describe(
        '所指的单位；没认出名称时没有这个字段，不等于没有职责。Absent where the name was not recognised, which is not the same as having no duties.',
      ),
    candidates: z
      .array(z.string())
      .describe(
        '名称对应多个单位或像是写错时的候选，用其一再查。Agencies that the name fits or may be a slip for; ask again with one.',
      ),
    responsibilities: z
      .array(
        Responsibility.extend({
          label: Clause.shape.label,
          title: Clause.shape.title,
          citation: Citation.describe('写明责任的原文。Where the text says so.'),
        }),
      )
      .describe('按文件次序。In the order of the documents.'),
    nextCursor: PageOutput.nextCursor,
    leadNamed: z
      .boolean()
      .describe(
        '所列条文中是否有指定牵头单位的；独家负责（sole）不算牵头。Whether a clause listed names a lead; a sole agency is not called one.',
      ),
    notices: Notices,
  }),
  run(library, input, setting) {
    const { agency: name, topic, clause: spelling, role, documentId, cursor } = input
    if (name === undefined && topic === undefined && spelling === undefined)
      throw new ToolError('invalid', 'Give at least one of agency, topic and clause.')
    requireDocument(library, documentId)
    const clause = spelling === undefined ? undefined : readClause(library, spelling, documentId)
    const within = clause?.documentId ?? documentId
    const chosen = within === undefined ? undefined : [within]
    const documentIds = topic === undefined ? chosen : documentsMeant(library, topic, chosen)
    const found = name === undefined ? undefined : findAgencies(library, name, documentIds)
    if (name !== undefined && found?.length !== 1) {
      const meant = found?.length ? found : nearAgencies(library, name, documentIds)
      return {
        candidates: meant.slice(0, MAX_CANDIDATES).map((one) => fullName(one, library)),
        responsibilities: [],
        leadNamed: false,
      }
    }
    const agency = found?.[0]
    const listed = entriesOn({ agency, topic, clause, documentIds }, library)
    const kept = role === undefined ? listed : listed.filter((entry) => entry.role === role)
    const by = { list: 'responsibilities', name, topic, spelling, role, documentId }
    const { items, rest } = toolPage(kept, { limit: kept.length, cursor, by }, (entry, place) => {
      const { label, title } = clauseOf(entry, library)
      const { start, end } = entry
      const citation = cite(library, clauseOf(entry, library), start, end, place + 1, setting.baseUrl)
      return { ...publicResponsibility(entry), label, title, citation }
    })
    const statements = clausesOf(listed, library).flatMap((one) =>
      library.responsibilitiesOf(one.documentId, one.clauseId),
    )
    return {
      ...(agency ? { agency: { name: agency.name, aliases: agency.aliases } } : {}),
      candidates: [],
      responsibilities: items,
      ...(rest.nextCursor ? { nextCursor: rest.nextCursor } : {}),
      leadNamed: statements.some((entry) => entry.role === 'lead'),
      ...withNotices(setting, sharedNotices(kept.length > 0 ? statements : [])),
    }
  },
})

interface Wanted {
  agency?: Agency
  topic?: string
  clause?: Clause
  documentIds?: string[]
}

/** What the register has on all that is wanted together, in the order of the documents. */
function entriesOn({ agency, topic, clause, documentIds }: Wanted, library: Library): ReadResponsibility[] {
  const under = clause && new Set(clausesUnder(library, clause))
  const entries = library.documents
    .filter(({ source }) => !documentIds || documentIds.includes(source.id))
    .flatMap(({ responsibilities }) => responsibilities)
    .filter((entry) => !agency || isOf(entry, agency, library))
    .filter((entry) => !under || under.has(clauseOf(entry, library)))
  if (topic === undefined) return entries
  const among = agency || clause ? clausesOf(entries, library) : undefined
  const onTopic = new Set(clausesOn(topic, library, { documentIds, clauses: among }))
  return entries.filter((entry) => onTopic.has(clauseOf(entry, library)))
}

/** The agencies that go by `query` in any alias, stem or script; all of them without a query. */
export function lookupAgencies(library: Library, query?: string): AgencyEntry[] {
  const found = query === undefined ? library.agencies : agenciesLike(library, query)
  return found.map((agency) => ({
    name: agency.name,
    place: agency.place,
    aliases: agency.aliases,
    ...(agency.english ? { english: agency.english } : {}),
    responsibilities: responsibilitiesOfAgency(library, agency).map(publicResponsibility),
  }))
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
  const { start: _start, end: _end, ...said } = entry
  return said
}

/** The clauses that say who answers for `topic`, best first; of clauses already chosen, all that speak of it. */
function clausesOn(topic: string, library: Library, scope: SearchOptions): Clause[] {
  const ranked = library.search(topic, { limit: RANKED, ...scope })
  const [best] = ranked
  if (!best || !inScope(best)) return []
  const naming = ranked.filter(
    ({ clause }) => library.responsibilitiesOf(clause.documentId, clause.clauseId).length > 0,
  )
  const first = naming[0]
  if (!first || first.score < best.score * NAMES_AGENCIES) return []
  const least = first.score * (scope.clauses ? ON_TOPIC : AS_GOOD)
  return naming.filter(({ score }) => score >= least).map(({ clause }) => clause)
}

/** One city's documents may write the name in either script. */
function isOf(entry: ReadResponsibility, { place, name }: Agency, library: Library): boolean {
  if (entry.agency !== name && fold(entry.agency) !== fold(name)) return false
  return library.document(entry.documentId)?.source.place === place
}

function clausesOf(entries: ReadResponsibility[], library: Library): Clause[] {
  return [...new Set(entries.map((entry) => clauseOf(entry, library)))]
}

function clauseOf({ documentId, clauseId }: ReadResponsibility, library: Library): Clause {
  const clause = library.clause(documentId, clauseId)
  if (!clause) throw new Error(`the register names a clause that is not there: ${documentId}#${clauseId}`)
  return clause
}
