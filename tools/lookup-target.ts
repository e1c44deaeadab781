/**
 * The register of targets: numeric goals by subject, agency, clause, year or document; best first. Pure.
 *
 * A target speaks for itself (indicator, scope, quote); the clause it stands in only breaks ties and helps
 * where the question names the task rather than the indicator.
 */
import { z } from 'zod'
import { yearOf } from '../corpus/build.ts'
import { findClauseMentions } from '../corpus/clause-mentions.ts'
import { englishWords } from '../corpus/english.ts'
import type { Library } from '../corpus/library.ts'
import { inScope } from '../corpus/scope.ts'
import { fold } from '../corpus/script.ts'
import { Citation, type Clause, Target } from '../corpus/types.ts'
import { relativeYears, statedYears } from '../corpus/years.ts'
import { agencyNamed } from './agency-names.ts'
import { cite } from './cite.ts'
import { documentsMeant } from './documents-meant.ts'
import { clausesOfAgency } from './lookup-agency.ts'
import { measureAsked } from './measures.ts'
import { endedNotices, type Reason, sharedNotices } from './notices.ts'
import { PageOutput, pageInput, toolPage } from './page.ts'
import { clausesUnder, idOf, readClause } from './read-clause.ts'
import {
  DocumentId,
  defineTool,
  freeText,
  MAX_NAME,
  MAX_QUERY,
  Notices,
  requireDocument,
  withNotices,
} from './tool.ts'

export interface TargetLookup {
  query?: string
  /** Only targets of these clauses. */
  clauses?: Clause[]
  clauseId?: string
  documentId?: string
  /** Only targets that fall due in this year, or undated ones of a document of it. */
  year?: number
}

/** What a target is called counts most, then its phrase and its sentence, and its clause least: an even sum does that. */
const CLAUSE_WEIGHT = 0.5
/** A target in that measure counts so much more. */
const MEASURE_COUNTS = 1.2
/** Of what the best target scores, a target has to reach this share. */
const WORTH_SHOWING = 0.3

/** Of what is asked, the best target's own words have to have this share: a clause that fits may have figures of other matters alone. */
const FITS_AT_ALL = 0.2

/** … and of what its own words score, this one: a sentence that fits may state other figures too. */
const OWN_WORDS = 0.1

const MAX_TARGETS = 500
const DEFAULT_TARGETS = 10
const FIRST_YEAR = 1949
const LAST_YEAR = 2100

export const lookupTarget = defineTool({
  name: 'lookup_target',
  title: '查数字指标 Look up numeric targets',
  description:
    '查文件写明的数字目标（指标、数值、单位、时限），最相关的在前，每条附逐字依据；可按单位、条号、年份筛选，不给 query 则全部列出。文件只写目标，不写完成情况。没有数字的规定用 search。\n' +
    'Look up the numeric goals the documents state (indicator, value, unit, deadline), best first, each with verbatim evidence; filter by agency, clause or year; without query all are listed. The documents state goals, not results. For rules without a figure use search.',
  input: z.strictObject({
    query: freeText(
      MAX_QUERY,
      '指标或事项，如 公厕、农村生活污水、autism screening teachers。What is measured, in a few words.',
    ).optional(),
    agency: freeText(
      MAX_NAME,
      '只查该单位负责或参与的条文中的指标。Only targets of clauses that this agency answers for.',
    ).optional(),
    clause: freeText(MAX_NAME, '只查这一条，如 23、第23項。Only this clause, in any spelling.').optional(),
    year: z
      .number()
      .int()
      .min(FIRST_YEAR)
      .max(LAST_YEAR)
      .optional()
      .describe('只查该年的目标。Only targets for this year.'),
    documentId: DocumentId.optional(),
    ...pageInput(MAX_TARGETS, DEFAULT_TARGETS),
  }),
  output: z.object({
    targets: z
      .array(Target.extend({ citation: Citation.describe('依据。Where it stands.') }))
      .describe('最相关的在前。Best first.'),
    ...PageOutput,
    notices: Notices,
  }),
  run(library, { query, agency: name, clause: spelling, year, documentId, limit, cursor }, setting) {
    requireDocument(library, documentId)
    const agency =
      name === undefined
        ? undefined
        : agencyNamed(library, name, documentId === undefined ? undefined : [documentId])
    if (agency === 'unknown') return { targets: [], total: 0 }
    const own = agency && clausesOfAgency(library, agency)
    const spelt =
      spelling === undefined ? undefined : clausesUnder(library, readClause(library, spelling, documentId))
    const [asked, ...others] = query === undefined ? [] : statedYears(fold(query))
    const of = year ?? (others.length === 0 ? asked : undefined)
    const clauses = own && spelt ? spelt.filter((clause) => own.includes(clause)) : (spelt ?? own)
    const lookup = { query, clauses, documentId }
    const found = lookupTargets(library, { ...lookup, year: of })
    const by = { list: 'targets', ...lookup, clauses: undefined, name, spelling, year }
    const { items, rest } = toolPage(found, { limit, cursor, by }, (target, place) => {
      const clause = library.clause(target.documentId, target.clauseId) as Clause
      return {
        ...target,
        citation: cite(library, clause, target.start, target.end, place + 1, setting.baseUrl),
      }
    })
    return {
      targets: items,
      ...rest,
      ...withNotices(setting, [
        ...endedNotices(items, setting.today),
        ...(agency
          ? sharedNotices(
              items.flatMap(({ documentId, clauseId }) => library.responsibilitiesOf(documentId, clauseId)),
            )
          : []),
        ...(found.length === 0 && of !== undefined ? otherYears(library, lookup) : []),
        ...(of === undefined ? notThisYear(items, query ?? '', setting.today, library) : []),
      ]),
    }
  },
})

/** Every target that fits; in order of the document where there is no query. */
export function lookupTargets(library: Library, lookup: TargetLookup): Target[] {
  const { query, clauses, clauseId, documentId, year } = lookup
  const chosen = documentId === undefined ? undefined : [documentId]
  const documentIds = query === undefined ? chosen : documentsMeant(library, query, chosen)
  const all = library.documents
    .filter(({ source }) => documentIds?.includes(source.id) ?? true)
    .flatMap(({ targets }) => targets)
  const { subject, called } = query === undefined ? { called: [] } : readQuery(query, library, documentIds)
  const named = called.length > 0 ? new Set(called.map(idOf)) : undefined
  const sought = clauses && new Set(clauses.map(idOf))
  const isEligible = (target: Target) =>
    (year === undefined || yearOfTarget(target, library) === year) &&
    (clauseId === undefined || target.clauseId === clauseId) &&
    (!sought || sought.has(idOf(target))) &&
    (!named || named.has(idOf(target)))
  // Ranked before they are filtered: what an agency has of the matter is held against what there is of it.
  return (subject === undefined ? all : rankTargets(library, all, subject)).filter(isEligible)
}

/** A query that asks for targets as such, of all documents or of a clause. Folded. */
const ASKS_FOR_ALL = /目标|指标|任务量|\b(?:targets?|goals?|indicators?|figures?)\b/

/** The subject of a query, if it has one, and the clauses that it calls by number. */
function readQuery(
  query: string,
  library: Library,
  documentIds?: string[],
): { subject?: string; called: Clause[] } {
  const folded = fold(query)
  const mentions = findClauseMentions(folded, library, documentIds).filter(
    ({ clauses }) => clauses.length === 1,
  )
  const called = mentions.flatMap(({ clauses }) => clauses)
  const rest = mentions.reduceRight(
    (text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`,
    folded,
  )
  const isAll = called.length > 0 || ASKS_FOR_ALL.test(folded)
  if (isAll && library.mass(library.query(rest)) === 0) return { called }
  return { subject: called.length > 0 ? rest : query, called }
}

function yearOfTarget({ deadline, documentId }: Target, library: Library): number {
  return Number((deadline ?? yearOfDocument(library, documentId)).slice(0, 4))
}

/** Where a year has no target that fits, the years that have one. */
function otherYears(library: Library, lookup: TargetLookup): Reason[] {
  return yearNotices(lookupTargets(library, lookup), library)
}

/** Asked for 今年 or next year: the targets are of another. */
function notThisYear(targets: Target[], query: string, today: string, library: Library): Reason[] {
  const asked = relativeYears(fold(query), today)
  const isOther = targets.some((target) => !asked.includes(yearOfTarget(target, library)))
  return asked.length > 0 && isOther ? yearNotices(targets, library) : []
}

/** That the documents speak of the years of `targets`. */
function yearNotices(targets: Target[], library: Library): Reason[] {
  const years = targets.map((target) => String(yearOfTarget(target, library)))
  return years.length > 0 ? [{ code: 'year_mismatch', detail: [...new Set(years)].sort().join(', ') }] : []
}

function yearOfDocument(library: Library, documentId: string): string {
  const source = library.document(documentId)?.source
  return source ? yearOf(source) : ''
}

function rankTargets(library: Library, targets: Target[], question: string): Target[] {
  const query = library.query(question)
  const said = fold(question)
  const found = library.search(query, { limit: Number.POSITIVE_INFINITY })
  const isSaid = targets.some((target) => wordsOf(target, library).quote.includes(said))
  if (!found[0] || (!isSaid && !inScope(found[0]))) return []
  const measures = measureAsked(said)
  const ranked = new Map(found.map((entry) => [idOf(entry.clause), entry]))
  const scored = targets.flatMap((target, order) => {
    const clause = ranked.get(idOf(target))
    if (!clause) return []
    const { indicator, en, quote } = wordsOf(target, library)
    const sentence = clause.units.find(({ unit }) => unit.start <= target.start && target.start < unit.end)
    const own = library.appraise(query, indicator, en) + library.appraise(query, quote)
    const score = own + (sentence?.score ?? 0) + CLAUSE_WEIGHT * clause.score
    const weight = measures(target) ? MEASURE_COUNTS : 1
    return [{ target, order, own: own * weight, score: score * weight }]
  })
  const [best] = scored.toSorted((a, b) => b.score - a.score)
  const ownBest = Math.max(0, ...scored.map(({ own }) => own))
  if (!best || (!isSaid && ownBest < library.mass(query) * FITS_AT_ALL)) return []
  return scored
    .filter(({ score }) => score >= best.score * WORTH_SHOWING)
    .filter(({ target, own }) => own >= best.own * OWN_WORDS || measures(target))
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ target }) => target)
}

interface Words {
  /** Folded, with the scope. */
  indicator: string
  /** Stems of the indicator's English name. */
  en: ReadonlySet<string>
  quote: string
}

const WORDS = new WeakMap<Target, Words>()

function wordsOf(target: Target, library: Library): Words {
  const known = WORDS.get(target)
  if (known) return known
  const indicators = library.document(target.documentId)?.gloss?.indicators ?? {}
  const english = Object.hasOwn(indicators, target.indicator) ? (indicators[target.indicator] ?? '') : ''
  const words = {
    indicator: fold(`${target.indicator} ${target.scope ?? ''}`),
    en: new Set(englishWords(english).map(({ stem }) => stem)),
    quote: fold(target.quote),
  }
  WORDS.set(target, words)
  return words
}
