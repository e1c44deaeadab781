/**
 * GET /api/search: the clauses that fit a query.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { searchClauses } from '../../tools/search-clauses.ts'
import type { Door, Parts } from '../app.ts'
import { baseUrlOf } from './origin.ts'
import { queryText, requireDocument } from './read.ts'
import { mountGet } from './route.ts'

const MAX_HITS = 50
const DEFAULT_HITS = 10

const SearchQuery = z.strictObject({
  q: queryText(),
  limit: z.coerce.number().int().min(1).max(MAX_HITS).default(DEFAULT_HITS),
  documentId: z.string().optional(),
})

/** Mounts the route. */
export function mountSearch(app: OpenAPIHono<Door>, parts: Parts): void {
  mountGet(
    app,
    {
      path: '/api/search',
      tag: 'Search',
      summary: 'Search the clauses, best first, each with its best sentence',
      query: SearchQuery,
      answers: 'SearchResponse',
      refusals: [404],
    },
    ({ q, limit, documentId }, c) => {
      requireDocument(parts.library, documentId)
      const documentIds = documentId === undefined ? undefined : [documentId]
      const search = { query: q, limit, ...(documentIds ? { documentIds } : {}) }
      return { query: q, hits: searchClauses(parts.library, search, baseUrlOf(c, parts.publicUrl)) }
    },
  )
}
