/**
 * Which clause a spelling means: an id, a number, a label or a title; an ambiguous one is refused with the choices. Pure.
 */
import { clausesSpelt } from '../corpus/clause-spelling.ts'
import type { Library } from '../corpus/library.ts'
import { fold } from '../corpus/script.ts'
import type { Clause } from '../corpus/types.ts'
import { requireDocument, ToolError } from './tool.ts'

/** How the id of a clause names its document too: `document#clause`. */
const WHOLE_ID = /^\s*([a-z0-9][a-z0-9-]{1,63})#(\S+)\s*$/

const MAX_CHOICES = 8

/**
 * The one clause that `spelling` means; throws a ToolError where it means none, or several. A bare number may be the
 * id of a clause as well as the number of an item: then it means both.
 */
export function readClause(library: Library, spelling: string, documentId?: string): Clause {
  requireDocument(library, documentId)
  const [, ofDocument, clauseId] = WHOLE_ID.exec(spelling) ?? []
  if (ofDocument && clauseId) {
    const clause = library.clause(ofDocument, clauseId)
    if (clause && (documentId === undefined || documentId === ofDocument)) return clause
    throw new ToolError(
      'not_found',
      documentId === undefined || documentId === ofDocument
        ? 'There is no clause with this id. Take an id from search.'
        : `This id is of ${ofDocument}, and documentId says ${documentId}. Leave documentId out.`,
    )
  }
  const withId = library.documents
    .filter(({ source }) => documentId === undefined || source.id === documentId)
    .flatMap(({ source }) => library.clause(source.id, fold(spelling).trim()) ?? [])
  const clauses = [...new Set([...withId, ...clausesSpelt(spelling, library, documentId)])]
  const [clause] = clauses
  if (!clause)
    throw new ToolError(
      'not_found',
      'No clause is numbered or called so. Write one clause, as 2.5.23, 23, 第23項 or 三(二), or find it with search.',
    )
  if (clauses.length === 1) return clause
  const choices = clauses.slice(0, MAX_CHOICES).map(describe)
  const more = clauses.length > MAX_CHOICES ? ' …' : ''
  throw new ToolError(
    'ambiguous',
    `This fits several clauses: ${choices.join('; ')}${more}. Ask again with one of these ids.`,
  )
}

/** The clause with all that stand under it, in the order of the document. */
export function clausesUnder(library: Library, clause: Clause): Clause[] {
  return library
    .clausesOf(clause.documentId)
    .filter((other) => other === clause || other.clauseId.startsWith(`${clause.clauseId}.`))
}

/** The id that names a clause among all documents. */
export function idOf({ documentId, clauseId }: { documentId: string; clauseId: string }): string {
  return `${documentId}#${clauseId}`
}

function describe(clause: Clause): string {
  return `${idOf(clause)} (${clause.label} ${clause.title})`
}
