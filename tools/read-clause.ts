/**
 * Which clause a spelling means: an id, a number, a label or a title; an ambiguous one is refused with the choices. Pure.
 */
import { clausesSpelt } from '../corpus/clause-spelling.ts'
import type { Library } from '../corpus/library.ts'
import type { Clause } from '../corpus/types.ts'
import { requireDocument, ToolError } from './tool.ts'

/** How the id of a clause names its document too: `document#clause`. */
const WHOLE_ID = /^\s*([a-z0-9][a-z0-9-]{1,63})#(\S+)\s*$/

const MAX_CHOICES = 8

/** The one clause that `spelling` means; throws a ToolError where it means none, or several. */
export function readClause(library: Library, spelling: string, documentId?: string): Clause {
  requireDocument(library, documentId)
  const [, ofDocument, clauseId] = WHOLE_ID.exec(spelling) ?? []
  const exact = ofDocument && clauseId ? library.clause(ofDocument, clauseId) : undefined
  if (exact) return exact
  const clauses = clausesSpelt(spelling, library, documentId)
  const [clause] = clauses
  if (!clause)
    throw new ToolError(
      'not_found',
      'No clause is numbered or called so. Write it as 2.5.23, 23, 第23項 or 三(二), or find it with search.',
    )
  if (clauses.length === 1) return clause
  const choices = clauses.slice(0, MAX_CHOICES).map(describe)
  const more = clauses.length > MAX_CHOICES ? ' …' : ''
  throw new ToolError(
    'ambiguous',
    `This fits several clauses: ${choices.join('; ')}${more}. Ask again with one of these ids.`,
  )
}

/** The id that names a clause among all documents. */
export function idOf({ documentId, clauseId }: { documentId: string; clauseId: string }): string {
  return `${documentId}#${clauseId}`
}

function describe(clause: Clause): string {
  return `${idOf(clause)} (${clause.label} ${clause.title})`
}
