/**
 * What the model is shown: the clauses that the embedded answerer found, best first, within bounds. Pure.
 */
import { yearOf } from '../../corpus/build.ts'
import type { Library } from '../../corpus/library.ts'
import type { Clause } from '../../corpus/types.ts'
import type { Drafted } from '../answer/answer.ts'
import type { ShownClause } from './prompt.ts'

const MOST_CLAUSES = 6
const MOST_CHARACTERS = 6_000
/** A clause that is much longer than an answer needs is cut; the tools give it in full. */
const LONGEST_TEXT = 1_500

/** The clauses to show, those of the draft first. */
export function clausesToShow({ draft, asked }: Drafted): Clause[] {
  // What is next best to nothing misleads: the model searches in words of its own.
  if (draft.outcome === 'out_of_scope') return []
  const cited = draft.statements.flatMap(({ spans }) => spans.map(({ clause }) => clause))
  const candidates = new Set([...cited, ...asked.named, ...asked.ranked.map(({ clause }) => clause)])
  const shown: Clause[] = []
  let characters = 0
  for (const clause of candidates) {
    characters += Math.min(clause.text.length, LONGEST_TEXT)
    if (shown.length >= MOST_CLAUSES || (shown.length > 0 && characters > MOST_CHARACTERS)) break
    shown.push(clause)
  }
  return shown
}

/** A clause in the form in which the prompt has it. */
export function shownClause(clause: Clause, library: Library): ShownClause {
  const { documentId, clauseId, label, title, text } = clause
  const source = library.document(documentId)?.source
  return {
    id: `${documentId}#${clauseId}`,
    label,
    title,
    text: text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text,
    document: source?.title ?? '',
    year: source ? yearOf(source) : '',
    responsible: library
      .responsibilitiesOf(documentId, clauseId)
      .map(({ agency, role }) => ({ agency, role })),
  }
}

/** The clause that an id of the model means: a number of what it was shown, or an id of the tools. */
export function clauseMeant(id: string, shown: Clause[], library: Library): Clause | undefined {
  if (/^\d+$/.test(id)) return shown[Number(id) - 1]
  const [documentId = '', clauseId] = id.split('#')
  if (clauseId !== undefined) return library.clause(documentId, clauseId)
  const fitting = shown.filter((clause) => clause.clauseId === id)
  return fitting.length === 1 ? fitting[0] : undefined
}
