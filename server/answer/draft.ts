/**
 * A draft: what an answer will say, with the slices that prove each statement. Numbers come last.
 */
import type { Clause, NoticeCode, Outcome, ReadResponsibility, Target } from '../../corpus/types.ts'

/** A slice of a clause: offsets into its text. */
export interface Span {
  clause: Clause
  start: number
  end: number
}

export interface DraftStatement {
  text: string
  spans: Span[]
  /** It goes with the answer and is no part of it: the whole sentence around what answers. */
  aside?: true
}

export interface Draft {
  outcome: Outcome
  statements: DraftStatement[]
  notices: { code: NoticeCode; detail: string }[]
  suggestions: string[]
  responsibilities: ReadResponsibility[]
  targets: Target[]
  /** The clauses that a later question may refer back to. */
  focus: Clause[]
  /** How far it may be relied on; `respond` says. */
  certainty: Certainty
}

/** `settled`: nothing can be added. `sure`: its first statement stands. `unsure`: a better answer may be found. */
export type Certainty = 'settled' | 'sure' | 'unsure'

/** A draft of `outcome` with nothing but `statements`; `more` fills in the rest. */
export function draft(outcome: Outcome, statements: DraftStatement[], more: Partial<Draft> = {}): Draft {
  return {
    outcome,
    statements,
    notices: [],
    suggestions: [],
    responsibilities: [],
    targets: [],
    certainty: 'unsure',
    focus: [...new Set(statements.flatMap(({ spans }) => spans.map(({ clause }) => clause)))],
    ...more,
  }
}

/** The span of a clause's title, or of its first line where the title is not written out. */
export function titleSpan(clause: Clause): Span {
  const at = clause.text.indexOf(clause.title)
  if (at >= 0 && clause.title.length > 0) return { clause, start: at, end: at + clause.title.length }
  const start = clause.text.length - clause.text.trimStart().length
  const line = clause.text.indexOf('\n', start)
  return { clause, start, end: line > start ? line : clause.text.trimEnd().length }
}
