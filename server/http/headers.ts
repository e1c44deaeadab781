/**
 * Headers that every response carries: an id, and what browsers may do with it. Also counts and logs it.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { secureHeaders } from 'hono/secure-headers'
import type { Door, Parts } from '../app.ts'
import type { Metrics } from './metrics.ts'
import { baseUrlOf } from './origin.ts'

const POLICY = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

const ONE_YEAR = 31_536_000
const OURS = { xFrameOptions: 'DENY', strictTransportSecurity: false, overwrite: false } as const

/** The headers of everything but the API's page, which goes by `docsHeaders`. */
export function headers(): MiddlewareHandler<Door> {
  return secureHeaders({ ...OURS, contentSecurityPolicy: POLICY })
}

/** Swagger UI sets styles inline; nothing else of ours does. */
export function docsHeaders(): MiddlewareHandler<Door> {
  return secureHeaders({
    ...OURS,
    contentSecurityPolicy: { ...POLICY, styleSrc: ["'self'", "'unsafe-inline'"] },
  })
}

/** Over HTTPS, browsers are told to stay there; over HTTP the header would be ignored, or lock out a test. */
export function staySecure({ publicUrl }: Parts): MiddlewareHandler<Door> {
  return async (c, next) => {
    await next()
    if (baseUrlOf(c, publicUrl).startsWith('https:'))
      c.header('Strict-Transport-Security', `max-age=${ONE_YEAR}; includeSubDomains`)
  }
}

/** Counts and logs each request: its route and never its query, which may be a person's question. */
export function measure({ log }: Parts, metrics: Metrics): MiddlewareHandler<Door> {
  return async (c, next) => {
    const start = performance.now()
    await next()
    const milliseconds = performance.now() - start
    const route = routeOf(c)
    const method = METHODS.has(c.req.method) ? c.req.method : 'OTHER'
    metrics.countRequest(method, route, c.res.status, milliseconds / 1000)
    log('info', 'request', {
      requestId: c.get('requestId'),
      method,
      route,
      status: c.res.status,
      ms: Math.round(milliseconds * 10) / 10,
    })
  }
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

function routeOf(c: Context): string {
  const path = routePath(c, -1)
  return path.endsWith('*') ? 'none' : path
}
