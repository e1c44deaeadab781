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
const OURS = {
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
  overwrite: false,
  // With none at all, older browsers would not say of a form of ours that it is ours.
  referrerPolicy: 'same-origin',
  // No page of ours asks a browser for these, so nothing in it may.
  permissionsPolicy: { camera: false, microphone: false, geolocation: false, payment: false, usb: false },
} as const

/** The headers of everything but the API's page, which goes by `docsHeaders`; what may be embedded, listed portals may frame. */
export function headers({ guard }: Parts): MiddlewareHandler<Door> {
  const strict = secureHeaders({ ...OURS, contentSecurityPolicy: POLICY })
  if (guard.framers.length === 0) return strict
  const framed = secureHeaders({
    ...OURS,
    xFrameOptions: false,
    contentSecurityPolicy: { ...POLICY, frameAncestors: guard.framers },
  })
  return (c, next) => (isEmbeddable(c) ? framed : strict)(c, next)
}

/** A document, and the question page where it is asked for without script. */
function isEmbeddable({ req }: Context): boolean {
  return /^\/documents\/[^/]+$/.test(req.path) || (req.path === '/' && req.query('plain') === '1')
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

/** Data is kept nowhere, unless it says of itself for how long it may be. Pages that say nothing, browsers hold for going back. */
export function keepNothing(): MiddlewareHandler<Door> {
  return async (c, next) => {
    await next()
    const isPage = c.res.headers.get('Content-Type')?.startsWith('text/html')
    if (!isPage && !c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
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
