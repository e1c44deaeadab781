/**
 * The usage report: what was asked in some days, and how it was answered.
 */
import { z } from 'zod'
import { Answer, Outcome } from '../../corpus/types.ts'
import { Entrance, SPEEDS, type Store, type UsageRow } from '../store/store.ts'
import { Day, type Days, eachDay, endOf, spansOf, startOf } from './days.ts'

const count = z.number().int()

const Milliseconds = z
  .object({
    p50: count.optional().describe('Half of the answers took no longer than this.'),
    p95: count.optional().describe('95 of 100 answers took no longer than this.'),
  })
  .describe(
    `Times to the answer are counted in classes, and these are upper bounds of a class (${SPEEDS.join(', ')}). ` +
      `Left out where nothing was asked, and where it is more than ${SPEEDS.at(-1)}.`,
  )
const Tokens = z.object({ input: count, output: count }).describe('Of the model.')
const Outcomes = z.record(Outcome, count)

export const UsageDay = z.object({
  day: Day,
  questions: count,
  outcomes: Outcomes,
  milliseconds: Milliseconds,
  tokens: Tokens,
})
export type UsageDay = z.infer<typeof UsageDay>

export const UsageReport = z.object({
  from: Day.describe('A day in China, included.'),
  to: Day.describe('A day in China, included.'),
  questions: count,
  outcomes: Outcomes,
  modes: z.record(Answer.shape.mode, count),
  languages: z.record(Answer.shape.lang, count),
  entrances: z.record(Entrance, count),
  ratings: z.object({ up: count, down: count }),
  milliseconds: Milliseconds,
  tokens: Tokens,
  days: z.array(UsageDay).describe('Each day, those without a question too.'),
})
export type UsageReport = z.infer<typeof UsageReport>

/** Of a year at once, a busy store would not have the sums in the time that it is given. */
const DAYS_AT_ONCE = 7

/** The report of these days. */
export async function readUsage(store: Pick<Store, 'usage'>, days: Days): Promise<UsageReport> {
  const rows: UsageRow[] = []
  for (const { from, to } of spansOf(days, DAYS_AT_ONCE))
    rows.push(...(await store.usage({ from: startOf(from), to: endOf(to) })))
  return reportUsage(rows, days)
}

/** The report of these days, whose rows the store gave. Pure. */
function reportUsage(rows: UsageRow[], days: Days): UsageReport {
  return {
    ...days,
    ...sumOf(rows),
    modes: tally(rows, Answer.shape.mode.options, ({ mode }) => mode),
    languages: tally(rows, Answer.shape.lang.options, ({ lang }) => lang),
    entrances: tally(rows, Entrance.options, ({ entrance }) => entrance),
    ratings: { up: add(rows, ({ up }) => up), down: add(rows, ({ down }) => down) },
    days: eachDay(days).map((day) => ({ day, ...sumOf(rows.filter((row) => row.day === day)) })),
  }
}

function sumOf(rows: UsageRow[]): Omit<UsageDay, 'day'> {
  return {
    questions: add(rows, ({ answers }) => answers),
    outcomes: tally(rows, Outcome.options, ({ outcome }) => outcome),
    milliseconds: speedsOf(rows),
    tokens: {
      input: add(rows, ({ tokens }) => tokens.input),
      output: add(rows, ({ tokens }) => tokens.output),
    },
  }
}

function speedsOf(rows: UsageRow[]): z.infer<typeof Milliseconds> {
  const p50 = boundOf(rows, 0.5)
  const p95 = boundOf(rows, 0.95)
  return { ...(p50 === undefined ? {} : { p50 }), ...(p95 === undefined ? {} : { p95 }) }
}

/** The bound of the class up to which this share of the answers lies. */
function boundOf(rows: UsageRow[], share: number): number | undefined {
  const wanted = add(rows, ({ answers }) => answers) * share
  if (wanted === 0) return undefined
  return SPEEDS.find((_, speed) => {
    const asFast = rows.filter((row) => row.speed <= speed)
    return add(asFast, ({ answers }) => answers) >= wanted
  })
}

function tally<Key extends string>(
  rows: UsageRow[],
  keys: readonly Key[],
  keyOf: (row: UsageRow) => Key,
): Record<Key, number> {
  const of = (key: Key) =>
    add(
      rows.filter((row) => keyOf(row) === key),
      ({ answers }) => answers,
    )
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, number>
}

function add(rows: UsageRow[], numberOf: (row: UsageRow) => number): number {
  return rows.reduce((sum, row) => sum + numberOf(row), 0)
}
