/**
 * Describes a route once for OpenAPI and mounts it: the same schema validates and documents.
 */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import type { z } from 'zod'
import type { Door } from '../app.ts'
import { readQuery } from './read.ts'
import { schemaRef } from './schemas.ts'

interface GetRoute<Query extends z.ZodObject> {
  path: string
  tag: string
  summary: string
  query: Query
  params?: z.ZodObject
  answers: Parameters<typeof schemaRef>[0]
  /** The refusals beside 403 and 422. */
  refusals?: (keyof typeof REFUSALS)[]
  /** Decide who may come in. */
  guards?: MiddlewareHandler<Door>[]
}

const REFUSALS = {
  400: 'Malformed JSON or text',
  401: 'Not signed in',
  403: 'A page of an origin that ALLOWED_ORIGINS does not list, or staff without the role for it',
  404: 'No such thing here',
  413: 'A body over 256 kB',
  415: 'A body that is not plain JSON',
  422: 'What the schema refuses, unknown fields too',
  429: 'Too many requests; Retry-After says for how long to wait',
  503: 'Not possible just now',
} as const

/** Mounts a GET route that answers with JSON; an unknown parameter is refused. */
export function mountGet<Query extends z.ZodObject>(
  app: OpenAPIHono<Door>,
  { path, tag, summary, query, params, answers, refusals = [], guards = [] }: GetRoute<Query>,
  run: (query: z.infer<Query>, c: Context<Door>) => object | Promise<object>,
): void {
  const route = createRoute({
    method: 'get',
    path,
    tags: [tag],
    summary,
    request: { query, ...(params ? { params } : {}) },
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: schemaRef(answers) } } },
      ...refusalsOf([403, ...refusals, 422, 429]),
    },
  })
  app.openAPIRegistry.registerPath(route)
  for (const guard of guards) app.get(route.getRoutingPath(), guard)
  app.get(route.getRoutingPath(), async (c) => c.json(await run(readQuery(c, query), c)))
}

/** The error responses of a route, for the OpenAPI document. */
export function refusalsOf(statuses: (keyof typeof REFUSALS)[]) {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: REFUSALS[status], content: { 'application/json': { schema: schemaRef('Error') } } },
    ]),
  )
}
