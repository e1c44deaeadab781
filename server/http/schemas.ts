/**
 * What the API sends, as schemas made of the nouns; they name the components of the OpenAPI document.
 */
import { z } from 'zod'
import {
  Agency,
  Answer,
  ChatRequest,
  Citation,
  Hit,
  Notice,
  Responsibility,
  Source,
  Statement,
  Target,
} from '../../corpus/types.ts'
import { ClauseView, Neighbour } from '../../tools/get-clause.ts'

export const ErrorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/** Where a clause stands in its document; `level` 1 is a part. */
export const OutlineEntry = Neighbour.extend({
  level: z.number().int().min(1),
})

export const AgencyView = Agency.pick({ name: true, place: true, aliases: true }).extend({
  responsibilities: z.array(Responsibility),
})

export const SearchResponse = z.object({ query: z.string(), hits: z.array(Hit) })
export const DocumentsResponse = z.object({ documents: z.array(Source) })
export const DocumentResponse = z.object({ document: Source.extend({ outline: z.array(OutlineEntry) }) })
export const ClauseResponse = z.object({ clause: ClauseView })
export const TargetsResponse = z.object({
  targets: z.array(Target),
  total: z.number().int(),
  nextCursor: z.string().optional(),
})
export const AgenciesResponse = z.object({ agencies: z.array(AgencyView) })

const NAMED = {
  Agency: AgencyView,
  AgenciesResponse,
  Answer,
  ChatRequest,
  Citation,
  Clause: ClauseView,
  ClauseResponse,
  DocumentResponse,
  DocumentsResponse,
  Error: ErrorBody,
  Hit,
  Neighbour,
  Notice,
  OutlineEntry,
  Responsibility,
  SearchResponse,
  Source,
  Statement,
  Target,
  TargetsResponse,
}

/** A reference to a named schema in the OpenAPI document. */
export function schemaRef(name: keyof typeof NAMED): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` }
}

/** Every named schema as JSON Schema, with references between them. */
export function namedSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _id, $schema: _schema, ...schema }]) => [id, schema]),
  )
}
