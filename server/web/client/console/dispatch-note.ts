/**
 * Which agencies a case goes to, and the note for the ticket system: what the cited clauses say, and nothing else.
 */
import type { Answer, Citation } from '../../../../corpus/types.ts'
import type { ClauseView } from '../answer/api.ts'
import { type Responsible, responsibleFor } from '../reading/register-words.ts'
import type { AnswerStrings } from '../strings/answer.ts'
import type { ConsoleStrings } from '../strings/console.ts'

/** A cited clause with those whom it names. */
export interface Basis extends Omit<Responsible, 'notes'> {
  citation: Citation
  clause: ClauseView
  /** `place` is what people call the clause that the remark stands in, where that is another. */
  notes: { note: string; place?: string }[]
}

/** The citations of an answer that a case can rest on, one for each clause, in their order. */
export function citedClauses({ outcome, citations }: Answer): Citation[] {
  if (outcome !== 'answered' && outcome !== 'not_stated') return []
  return citations.filter(
    (citation, index) => index === citations.findIndex((other) => isSameClause(other, citation)),
  )
}

/** What the clause of a citation says on who is responsible; `labelOf` tells how people call a clause of its document. */
export function basisOf(
  citation: Citation,
  clause: ClauseView,
  labelOf: (clauseId: string) => string,
): Basis {
  const { notes, ...responsible } = responsibleFor(clause.responsibilities)
  const placed = notes.map(({ note, noteFrom }) => ({
    note,
    ...(noteFrom ? { place: labelOf(noteFrom) } : {}),
  }))
  return { citation, clause, ...responsible, notes: placed }
}

/** The note as plain text; names and quotes stay as the document writes them, `today` is YYYY-MM-DD. */
export function dispatchNote(
  answer: Answer,
  { citation, clause, groups, isLeadless, notes }: Basis,
  today: string,
  { dispatch }: ConsoleStrings,
  { roles }: AnswerStrings,
): string {
  const { heads, colon } = dispatch
  const bracketed = (text: string) => dispatch.brackets.join(text)
  const line = (head: string, text: string) => `${head}${colon}${text}`
  const named = groups.map(({ role, agencies }) => `${agencies.join('、')}${bracketed(roles[role])}`)
  const quotes = answer.citations.filter((other) => isSameClause(other, citation))
  const statements = (clause.statements ?? []).filter(
    ({ start, end }) => !quotes.some((quote) => quote.start <= start && end <= quote.end),
  )
  return [
    heads.title,
    line(heads.question, answer.question),
    line(heads.agencies, (named.length > 0 ? named : [dispatch.none]).join('；')),
    ...(isLeadless ? [dispatch.noLead] : []),
    ...notes.map(({ note, place }) =>
      line(dispatch.annex, place ? `${note}${bracketed(dispatch.see + place)}` : note),
    ),
    line(heads.basis, `《${citation.documentTitle}》 ${citation.label}（${citation.path.join(' › ')}）`),
    ...[...quotes, ...statements].flatMap(({ quote, start, end }) => [
      line(heads.quote, `「${quote}」`),
      line(heads.url, citation.url.replace(/q=\d+-\d+/, `q=${start}-${end}`)),
    ]),
    line(heads.date, today),
    line(heads.remark, dispatch.caveat),
    answer.aiLabel,
  ].join('\n')
}

function isSameClause(one: Citation, other: Citation): boolean {
  return one.documentId === other.documentId && one.clauseId === other.clauseId
}
