/**
 * An answer as plain text to paste elsewhere: question, statements, notices, clauses with their quotes, and the label.
 */
import type { Answer } from '../../../../corpus/types.ts'
import type { AnswerStrings } from '../strings/answer.ts'

/** The text; `say` is in the language of the interface. */
export function answerText(
  { question, answer, notices, citations, aiLabel }: Answer,
  say: AnswerStrings,
): string {
  const heads = say.copyHeads
  const noted = notices.map(({ text }) => `! ${text}`)
  const sources = citations.map(
    ({ n, documentTitle, label, path, quote, url }) =>
      `[${n}] 《${documentTitle}》 ${label} ${path.join(' › ')}\n「${quote}」\n${url}`,
  )
  return [
    `${heads.question}: ${question}`,
    `${heads.answer}: ${answer}`,
    ...(noted.length > 0 ? [`${heads.notices}:\n${noted.join('\n')}`] : []),
    ...(sources.length > 0 ? [`${heads.evidence}:\n${sources.join('\n')}`] : []),
    aiLabel,
  ].join('\n\n')
}
