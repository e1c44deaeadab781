/**
 * The export: turns as one JSON document or as a table for spreadsheets, in pieces, so that it may be of any length.
 *
 * Law: the label that an answer was generated automatically goes along.
 */
import type { Citation } from '../../corpus/types.ts'
import type { Turn } from '../store/store.ts'
import { BYTE_ORDER_MARK, type Cell, writeRow } from '../web/client/reading/csv.ts'
import { zonedTime } from './days.ts'

export type ExportFormat = 'json' | 'csv'

/** The pages of turns as a file. */
export async function* writeExport(
  format: ExportFormat,
  pages: AsyncIterable<Turn[]>,
  exportedAt: string,
  headings?: Headings,
): AsyncGenerator<string, void, void> {
  const { head, write, foot } = WRITERS[format]
  yield head(exportedAt, headings)
  let isFirst = true
  for await (const turns of pages) {
    if (turns.length === 0) continue
    yield write(turns, isFirst)
    isFirst = false
  }
  yield foot
}

interface Writer {
  head(exportedAt: string, headings?: Headings): string
  write(turns: Turn[], isFirst: boolean): string
  foot: string
}

const COLUMNS = [
  { name: 'askedAt', cellOf: ({ askedAt }) => zonedTime(askedAt) },
  { name: 'conversationId', cellOf: ({ conversationId }) => conversationId },
  { name: 'answerId', cellOf: ({ answer }) => answer.id },
  { name: 'asker', cellOf: ({ asker }) => asker },
  { name: 'entrance', cellOf: ({ entrance }) => entrance },
  { name: 'lang', cellOf: ({ answer }) => answer.lang },
  { name: 'question', cellOf: ({ answer }) => answer.question },
  { name: 'outcome', cellOf: ({ answer }) => answer.outcome },
  { name: 'mode', cellOf: ({ answer }) => answer.mode },
  { name: 'answer', cellOf: ({ answer }) => answer.answer },
  { name: 'citations', cellOf: ({ answer }) => answer.citations.map(writeCitation).join('\n') },
  { name: 'notices', cellOf: ({ answer }) => answer.notices.map(({ text }) => text).join('\n') },
  { name: 'rating', cellOf: ({ feedback }) => feedback?.rating },
  { name: 'comment', cellOf: ({ feedback }) => feedback?.comment },
  { name: 'reviewedAt', cellOf: ({ reviewedAt }) => reviewedAt && zonedTime(reviewedAt) },
  { name: 'milliseconds', cellOf: ({ milliseconds }) => milliseconds },
  { name: 'tokens', cellOf: ({ tokens }) => tokens.input + tokens.output },
  { name: 'corpus', cellOf: ({ corpus }) => corpus },
  { name: 'aiLabel', cellOf: ({ answer }) => answer.aiLabel },
] as const satisfies { name: string; cellOf(turn: Turn): Cell }[]

/** How the columns of the table are called for people; by the names of the fields where nothing is said. */
export type Headings = Record<(typeof COLUMNS)[number]['name'], string>

const WRITERS: Record<ExportFormat, Writer> = {
  json: {
    head: (exportedAt) => `{"exportedAt":${JSON.stringify(exportedAt)},"answers":[`,
    write: (turns, isFirst) => (isFirst ? '' : ',') + turns.map((turn) => JSON.stringify(turn)).join(','),
    foot: ']}',
  },
  csv: {
    head: (_exportedAt, headings) =>
      BYTE_ORDER_MARK + writeRow(COLUMNS.map(({ name }) => headings?.[name] ?? name)),
    write: (turns) => turns.map((turn) => writeRow(COLUMNS.map(({ cellOf }) => cellOf(turn)))).join(''),
    foot: '',
  },
}

function writeCitation({ documentId, clauseId, quote }: Citation): string {
  return `${documentId}#${clauseId} "${quote}"`
}
