/**
 * Which agencies a case goes to, and the note for the ticket system: what the cited clauses say, and nothing else.
 */
import type { Answer, Citation, Role } from '../../../../corpus/types.ts'
import type { ClauseView } from '../answer/api.ts'
import type { AnswerStrings } from '../strings/answer.ts'
import type { ConsoleStrings } from '../strings/console.ts'

/** A cited clause with those whom it names. */
export interface Basis {
  citation: Citation
  clause: ClauseView
  /** Agencies by role, in the order of the roles; empty where the clause names none. */
  groups: { role: Role; agencies: string[] }[]
  notes: { note: string; place?: string }[]
}

const ROLES: Role[] = ['lead', 'sole', 'shared', 'participant']

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
  const groups = ROLES.map((role) => ({
    role,
    agencies: clause.responsibilities.filter((entry) => entry.role === role).map(({ agency }) => agency),
  })).filter(({ agencies }) => agencies.length > 0)
  const notes = new Map(clause.responsibilities.map(({ note, noteFrom }) => [note, noteFrom]))
  return {
    citation,
    clause,
    groups,
    notes: Array.from(notes).flatMap(([note, from]) =>
      note ? { note, ...(from ? { place: labelOf(from) } : {}) } : [],
    ),
  }
}

/** The note as plain text; names and quotes stay as the document writes them, `today` is YYYY-MM-DD. */
export function dispatchNote(
  answer: Answer,
  { citation, clause, groups, notes }: Basis,
  today: string,
  { dispatch }: ConsoleStrings,
  { roles }: AnswerStrings,
): string {
  const { heads, colon } = dispatch
  const bracketed = (text: string) => dispatch.brackets.join(text)
  const line = (head: string, text: string) => `${head}${colon}${text}`
  const named = groups.map(({ role, agencies }) => `${agencies.join('、')}${bracketed(roles[role])}`)
  const shared = groups.length > 0 && groups.every(({ role }) => role === 'shared' || role === 'participant')
  const quotes = answer.citations.filter((other) => isSameClause(other, citation))
  const statements = (clause.statements ?? []).filter(
    ({ start, end }) => !quotes.some((quote) => quote.start <= start && end <= quote.end),
  )
  return [
    heads.title,
    line(heads.question, answer.question),
    line(heads.agencies, (named.length > 0 ? named : [dispatch.none]).join('；')),
    ...(shared ? [dispatch.noLead] : []),
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
