/**
 * Tables as CSV files that spreadsheets open as they are. Pure.
 *
 * Law: no text can act as a formula there; numbers stay numbers.
 */
export type Cell = string | number | undefined

/** Without it, Excel takes UTF-8 for the system's own encoding. */
export const BYTE_ORDER_MARK = '\ufeff'
/** Full-width signs count as well, and so does what spaces or quotes stand before. */
const FORMULA = /^[\t\r\n]|^[\s"'“”‘’＂＇「」『』]*[=+\-@＝＋－＠]/
// Semicolons and tabs too: some spreadsheets divide at those.
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/

/** RFC 4180 with CRLF. */
export function writeCsv(rows: Cell[][]): string {
  return BYTE_ORDER_MARK + rows.map(writeRow).join('')
}

/** One line of such a file, for those that are too long to be written at once. */
export function writeRow(row: Cell[]): string {
  return `${row.map(writeCell).join(',')}\r\n`
}

function writeCell(cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return NEEDS_QUOTES.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}
