/**
 * Lets pages of browsers call a door: those that may read across origins, and our own. Others are refused,
 * and so is whoever calls us by a name that is none of ours.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import type { Door, Parts } from '../app.ts'
import type { PageKind } from '../guard.ts'
import { errorBody } from './errors.ts'

const NOT_LISTED =
  'This origin may not call here. ALLOWED_ORIGINS lists those that may, and PUBLIC_URL names our own.'

const NOT_SERVED =
  'This host name is not served here. PUBLIC_URL names the one that is, beside those of this machine.'

/** Machines that look after the product call it by its address; /mcp refuses in its own shape. */
const FREE = new Set(['/healthz', '/readyz', '/mcp'])

interface Admission {
  kindOf(origin: string, c: Context): PageKind
  methods: string[]
  headers: string[]
  /** Of the response, those that pages may read beside the plain ones. */
  exposed?: string[]
  refuse(c: Context): Response
}

/** Pages by the `Origin` that browsers send; other clients send none and are let through. */
export function admitPages({
  kindOf,
  methods,
  headers,
  exposed = [],
  refuse,
}: Admission): MiddlewareHandler<Door> {
  const share = cors({
    origin: (origin) => origin,
    allowMethods: methods,
    allowHeaders: headers,
    exposeHeaders: exposed,
  })
  return async (c, next) => {
    const origin = c.req.header('origin')
    const kind = origin === undefined ? 'own' : kindOf(origin, c)
    if (kind === 'portal') return share(c, next)
    // A cache must not give a portal the copy of somebody else, which does not name the portal.
    c.header('Vary', 'Origin')
    if (kind === 'own') return next()
    return refuse(c)
  }
}

/** The admission to everything that is not free for all names. */
export function admitHosts(parts: Parts): MiddlewareHandler<Door> {
  const admit = admitHost(parts, (c) => c.json(errorBody(403, NOT_SERVED), 403))
  return (c, next) => (FREE.has(c.req.path) ? next() : admit(c, next))
}

/** A page that rebinds a name of its own to our address sends that name as the host. */
export function admitHost({ guard }: Parts, refuse: Admission['refuse']): MiddlewareHandler<Door> {
  return async (c, next) => (guard.isHost(new URL(c.req.url).hostname) ? next() : refuse(c))
}

/** The admission to /api: listed portals and our own pages. */
export function admitToApi({ guard }: Parts): MiddlewareHandler<Door> {
  return admitPages({
    kindOf: (origin, c) => guard.kindOfPage(origin, new URL(c.req.url).host),
    methods: ['GET', 'POST', 'DELETE'],
    headers: ['Content-Type', 'Accept', 'x-conversation-secret'],
    exposed: ['x-request-id', 'Retry-After'],
    refuse: (c) => c.json(errorBody(403, NOT_LISTED), 403),
  })
}
