/**
 * An answer as text for a terminal. Pure: colours come in.
 */
import type { Colors } from 'picocolors/types.js'
import type { Answer, Citation } from '../corpus/types.ts'
import { ANSWER_STRINGS } from './web/client/strings/answer.ts'

/** The answer, its clauses with label, path and quote, notices, suggestions; ends with a line break. */
export function printAnswer(answer: Answer, colors: Colors): string {
  const strings = ANSWER_STRINGS[answer.lang]
  const blocks = [
    answer.statements.map((statement, i) => printStatement(statement, i === 0, colors)).join('\n'),
    ...answer.notices.map(({ text }) => colors.yellow(`! ${text}`)),
  ]
  if (answer.citations.length > 0)
    blocks.push(
      [colors.bold(strings.evidence), ...answer.citations.map((it) => printCitation(it, colors))].join('\n'),
    )
  if (answer.suggestions.length > 0)
    blocks.push([colors.bold(strings.suggestions), ...answer.suggestions.map((it) => `  · ${it}`)].join('\n'))
  if (answer.aiLabel !== '') blocks.push(colors.dim(answer.aiLabel))
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function printStatement(
  { text, citations }: Answer['statements'][number],
  first: boolean,
  colors: Colors,
): string {
  const marks = citations.map((n) => `[${n}]`).join('')
  return `${first ? colors.bold(text) : text}${colors.cyan(marks)}`
}

function printCitation({ n, label, path, quote, url }: Citation, colors: Colors): string {
  const place = `${colors.cyan(`[${n}]`)} ${colors.bold(label)}  ${colors.dim(path.join(' › '))}`
  const lines = quote.split('\n').map((line) => `    ${line}`)
  return [place, ...lines, `    ${colors.dim(url)}`].join('\n')
}
