/**
 * GET /api/targets and /api/agencies: the register read out of the documents.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { findAgencies } from '../../tools/agency-names.ts'
import { clausesOfAgency, lookupAgencies } from '../../tools/lookup-agency.ts'
import { lookupTargets } from '../../tools/lookup-target.ts'
import { pageOf } from '../../tools/page.ts'
import type { Door, Parts } from '../app.ts'
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
      const clauses =
        agency === undefined
          ? undefined
          : findAgencies(library, agency).flatMap((one) => clausesOfAgency(library, one))
      const targets = lookupTargets(library, { query: q, clauses, clauseId, documentId })
      const by = { q, agency, clauseId, documentId }
      const { items, rest } = pageOf(targets, { limit, cursor, by }, (target) => target)
      return { targets: items, ...rest }
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
