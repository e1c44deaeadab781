/**
 * GET /api/documents and below: the documents, their outline and their clauses, verbatim.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Library } from '../../corpus/library.ts'
import { scriptOfDocument } from '../../corpus/script.ts'
import type { Clause, PolicyDocument } from '../../corpus/types.ts'
import { neighbour, viewClause } from '../../tools/get-clause.ts'
import { pageOf } from '../../tools/page.ts'
import type { Door, Parts } from '../app.ts'
import { Refusal } from './errors.ts'
import { requireDocument } from './read.ts'
import { mountGet } from './route.ts'

const NO_QUERY = z.strictObject({})
const ID = z.string()
const MAX_SUGGESTED = 5
const MAX_CLAUSES = 200
const DEFAULT_CLAUSES = 100

const ClausesQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MAX_CLAUSES).default(DEFAULT_CLAUSES),
  cursor: z.string().optional(),
})

/** Mounts the four routes. */
export function mountDocuments(app: OpenAPIHono<Door>, { library }: Parts): void {
  mountGet(
    app,
    {
      path: '/api/documents',
      tag: 'Documents',
      summary: 'All documents',
      query: NO_QUERY,
      answers: 'DocumentsResponse',
    },
    () => ({ documents: library.documents.map(viewDocument) }),
  )
  mountGet(
    app,
    {
      path: '/api/documents/{id}',
      tag: 'Documents',
      summary: 'One document with its outline',
      query: NO_QUERY,
      params: z.object({ id: ID }),
      answers: 'DocumentResponse',
      refusals: [404],
    },
    (_query, c) => {
      const document = findDocument(library, c.req.param('id'))
      const { gloss, clauses } = document
      const outline = clauses.map(outlineEntry)
      return { document: { ...viewDocument(document), ...(gloss ? { gloss } : {}), outline } }
    },
  )
  mountGet(
    app,
    {
      path: '/api/documents/{id}/clauses',
      tag: 'Documents',
      summary: 'All clauses of a document in full, in its order',
      query: ClausesQuery,
      params: z.object({ id: ID }),
      answers: 'ClausesResponse',
      refusals: [404],
    },
    ({ limit, cursor }, c) => {
      const { source, clauses } = findDocument(library, c.req.param('id'))
      const by = { list: 'clauses', documentId: source.id }
      const { items, rest } = pageOf(clauses, { limit, cursor, by }, (clause) => readClause(library, clause))
      return { clauses: items, ...rest }
    },
  )
  mountGet(
    app,
    {
      path: '/api/documents/{id}/clauses/{clauseId}',
      tag: 'Documents',
      summary: 'One clause in full, with who is responsible and its targets',
      query: NO_QUERY,
      params: z.object({ id: ID, clauseId: ID }),
      answers: 'ClauseResponse',
      refusals: [404],
    },
    (_query, c) => {
      const document = findDocument(library, c.req.param('id'))
      return { clause: viewClause(library, findClause(document, c.req.param('clauseId') ?? '')) }
    },
  )
}

function readClause(library: Library, clause: Clause) {
  const { documentId, clauseId, text } = clause
  const read = library.responsibilitiesOf(documentId, clauseId)
  const slices = new Map(read.map(({ start, end }) => [start, { quote: text.slice(start, end), start, end }]))
  return { ...viewClause(library, clause), statements: [...slices.values()] }
}

/** The level of a clause in its document; 1 is a part. */
export function levelOf({ path }: Clause): number {
  return Math.max(1, path.length)
}

/** A document as lists have it. */
export function viewDocument(document: PolicyDocument) {
  const { source, gloss } = document
  const script = scriptOfDocument(document)
  return { ...source, script, ...(gloss?.title ? { englishTitle: gloss.title } : {}) }
}

function outlineEntry(clause: Clause) {
  return { ...neighbour(clause), level: levelOf(clause) }
}

function findDocument(library: Library, id = ''): PolicyDocument {
  requireDocument(library, id)
  return library.document(id) as PolicyDocument
}

function findClause({ source, clauses }: PolicyDocument, clauseId: string): Clause {
  const clause = clauses.find((entry) => entry.clauseId === clauseId)
  if (clause) return clause
  const ends = clauses.map((entry) => entry.clauseId).filter((id) => id.endsWith(`.${clauseId}`))
  const meant = ends.length > 0 ? ` Perhaps ${ends.slice(0, MAX_SUGGESTED).join(' or ')} is meant.` : ''
  throw new Refusal(404, `There is no such clause.${meant} GET /api/documents/${source.id} lists them.`)
}
