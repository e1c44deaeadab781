/**
 * Questions to the look-up tools themselves, as an MCP client would put them, and how many come back right.
 *
 * They are about the first document. Those of the `fresh` set were never looked into; only shares are told of them.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Library } from '../../corpus/library.ts'
import type { Citation, Target } from '../../corpus/types.ts'
import { toolSetting } from '../../server/tool-setting.ts'
import { getClause } from '../../tools/get-clause.ts'
import { lookupAgency } from '../../tools/lookup-agency.ts'
import { lookupTarget } from '../../tools/lookup-target.ts'
import { runTool, type Tool, ToolError } from '../../tools/tool.ts'
import { verifyQuote } from '../../tools/verify-quote.ts'

const Item = z.union([z.number(), z.string()]).transform(String)
const Lang = z.enum(['zh-Hans', 'zh-Hant', 'en'])
const SetName = z.enum(['tuned', 'fresh'])

const TargetQuery = z.strictObject({
  set: SetName,
  query: z.string(),
  lang: Lang,
  /** One of these has to be among the first three. `contains` stands near the figure. */
  expect: z.array(
    z.strictObject({ item: Item, value: z.number().optional(), contains: z.string().optional() }),
  ),
})
const Topic = z.strictObject({ set: SetName, topic: z.string(), lang: Lang, items: z.array(Item) })
const AgencyName = z.strictObject({
  agency: z.string(),
  name: z.string().optional(),
  items: z.array(Item),
})
const ClauseSpelling = z.strictObject({
  clause: z.string(),
  id: z.string().optional(),
  error: z.enum(['ambiguous', 'not_found']).optional(),
})
const Quotation = z.strictObject({
  quote: z.string(),
  match: z.enum(['exact', 'normalized', 'near', 'none']),
  /** The clauses that have it. */
  ids: z.array(z.string()).optional(),
})

/** One question, and whether its answer was right. */
export interface Looked {
  kind: 'target' | 'topic' | 'off topic' | 'agency' | 'spelling' | 'quote'
  set: 'tuned' | 'fresh'
  asked: string
  right: boolean
}

const FIRST_THREE = 3
const NEAR = 40
const SETTING = toolSetting(new Date('2026-03-02T00:00:00Z'), 'https://policy.example')

/** Puts all of them to a library of the first document. */
export function lookAll(library: Library): Looked[] {
  return [
    ...read('targets', TargetQuery).map((query): Looked => {
      const { targets } = run<{ targets: Target[] }>(lookupTarget, { query: query.query, limit: 3 }, library)
      const right = targets.slice(0, FIRST_THREE).some((target) => isExpected(target, query, library))
      return { kind: 'target', set: query.set, asked: query.query, right }
    }),
    ...read('topics', Topic).map(({ set, topic, items }): Looked => {
      const found = itemsOf(run(lookupAgency, { topic }, library))
      const isRight = items.length === 0 ? found.length === 0 : found.length > 0
      const kind = items.length === 0 ? 'off topic' : 'topic'
      return { kind, set, asked: topic, right: isRight && found.every((item) => items.includes(item)) }
    }),
    ...read('agencies', AgencyName).map(({ agency, name, items }): Looked => {
      const result = run<{ agency?: { name: string } }>(lookupAgency, { agency }, library)
      const found = itemsOf(result)
      const isExact = found.length === items.length && items.every((item) => found.includes(item))
      return { kind: 'agency', set: 'tuned', asked: agency, right: result.agency?.name === name && isExact }
    }),
    ...read('spellings', ClauseSpelling).map(({ clause, id, error }): Looked => {
      return {
        kind: 'spelling',
        set: 'tuned',
        asked: clause,
        right: readAs(clause, library) === (id ?? error),
      }
    }),
    ...read('quotes', Quotation).map(({ quote, match, ids }): Looked => {
      const checked = run<{ match: string; citation?: Citation }>(verifyQuote, { quote }, library)
      const { citation } = checked
      const isThere = citation === undefined ? ids === undefined : ids?.includes(citation.clauseId) === true
      return { kind: 'quote', set: 'tuned', asked: quote, right: checked.match === match && isThere }
    }),
  ]
}

function read<T extends z.ZodType>(name: string, schema: T): z.output<T>[] {
  const text = readFileSync(new URL(`lookups/${name}.jsonl`, import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema.parse(JSON.parse(line)))
}

function run<T>(tool: Tool, input: object, library: Library): T {
  return runTool(tool, input, library, SETTING) as T
}

/** The id of the clause that `clause` means, or how it is refused. */
function readAs(clause: string, library: Library): string {
  try {
    return run<{ clause: { clauseId: string } }>(getClause, { clause }, library).clause.clauseId
  } catch (error) {
    if (!(error instanceof ToolError)) throw error
    // Nothing but marks is refused by the schema already.
    return error.code === 'invalid' ? 'not_found' : error.code
  }
}

function itemsOf(result: object): string[] {
  const { responsibilities } = result as { responsibilities: { clauseId: string }[] }
  return [...new Set(responsibilities.map(({ clauseId }) => itemOf(clauseId)))]
}

/** `2.5.23` is item 23, and `1.3` the section. */
function itemOf(clauseId: string): string {
  return clauseId.split('.')[2] ?? clauseId
}

function isExpected(target: Target, { expect }: z.output<typeof TargetQuery>, library: Library): boolean {
  const text = library.clause(target.documentId, target.clauseId)?.text ?? ''
  const around = text.slice(Math.max(0, target.start - NEAR), target.end + NEAR)
  return expect.some(
    ({ item, value, contains }) =>
      itemOf(target.clauseId) === item &&
      (value === undefined || target.value === value || target.valueMax === value) &&
      (contains === undefined || around.includes(contains)),
  )
}
