/**
 * GET /api/targets and /api/agencies: the register read out of the documents.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { clausesOfAgency, findAgencies, lookupAgencies } from '../../tools/lookup-agency.ts'
import { lookupTargets } from '../../tools/lookup-target.ts'
import { offsetOf, pageOf } from '../../tools/page.ts'
import type { Door, Parts } from '../app.ts'
import { Refusal } from './errors.ts'
import { queryText, requireDocument } from './read.ts'
import { mountGet } from './route.ts'

const MAX_TARGETS = 500
const DEFAULT_TARGETS = 50

const TargetsQuery = z.strictObject({
  q: queryText().optional(),
  agency: queryText().optional(),
  clauseId: z.string().optional(),
  documentId: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(MAX_TARGETS).default(DEFAULT_TARGETS),
  cursor: z.string().optional(),
})

const AgenciesQuery = z.strictObject({ q: queryText().optional() })

/** Mounts both routes. */
export function mountRegister(app: OpenAPIHono<Door>, { library }: Parts): void {
  mountGet(
    app,
    {
      path: '/api/targets',
      tag: 'Register',
      summary: 'Numeric targets by subject, agency, clause or document',
      query: TargetsQuery,
      answers: 'TargetsResponse',
      refusals: [404],
    },
    ({ q, agency, clauseId, documentId, limit, cursor }) => {
      requireDocument(library, documentId)
      const offset = cursor === undefined ? 0 : offsetOf(cursor)
      if (offset === undefined)
        throw new Refusal(422, 'cursor is not one of ours. Pass on nextCursor unchanged, or leave it out.')
      const clauses =
        agency === undefined
          ? undefined
          : findAgencies(library, agency).flatMap((one) => clausesOfAgency(library, one))
      const targets = lookupTargets(library, { query: q, clauses, clauseId, documentId })
      const { items, nextCursor } = pageOf(targets, offset, limit)
      return { targets: items, total: targets.length, nextCursor }
    },
  )
  mountGet(
    app,
    {
      path: '/api/agencies',
      tag: 'Register',
      summary: 'Agencies by any name, with what they are responsible for',
      query: AgenciesQuery,
      answers: 'AgenciesResponse',
    },
    ({ q }) => ({ agencies: lookupAgencies(library, q) }),
  )
}
