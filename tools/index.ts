/**
 * The tools, in the order in which callers see them.
 */
import { fetch } from './fetch.ts'
import { getClause } from './get-clause.ts'
import { listDocuments } from './list-documents.ts'
import { lookupAgency } from './lookup-agency.ts'
import { lookupTarget } from './lookup-target.ts'
import { search } from './search.ts'
import { searchClausesTool } from './search-clauses.ts'
import type { Tool } from './tool.ts'
import { verifyQuote } from './verify-quote.ts'

export const tools: Tool[] = [
  search,
  fetch,
  searchClausesTool,
  getClause,
  lookupTarget,
  lookupAgency,
  listDocuments,
  verifyQuote,
]
