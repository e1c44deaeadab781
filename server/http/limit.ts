/**
 * The rate limit at the doors: whoever has asked too often is told, in the door's own shape, for how long to wait.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { staffOf } from '../access/caller.ts'
import type { Door, Parts } from '../app.ts'
import { sayTooMany } from '../limit/strings.ts'
import { waitPage } from '../limit/wait-page.ts'
import { errorBody, logRequestFault } from './errors.ts'
import { languageOf } from './page-language.ts'

/** Writes the refusal with status 429; its headers are set already. */
type Refuse = (c: Context, seconds: number) => Response | Promise<Response>

/** Limits what asks something of us; health, metrics, the widget and the assets are free. /mcp limits itself, once it knows the origin. */
export function mountLimits(app: OpenAPIHono<Door>, parts: Parts): void {
  const ofApi = limitClients(parts, refuseJson)
  const ofPages = limitClients(parts, refusePage(parts))
  app.use('/api/*', ofApi)
  app.use('/v1/*', limitClients(parts, refuseCompletion))
  app.use('/', (c, next) => (c.req.query('question') ? ofPages(c, next) : next()))
  for (const path of ['/documents/*', '/sign-in/*']) app.use(path, ofPages)
}

/** Limits whoever calls, apart from staff who are signed in. */
export function limitClients(parts: Parts, refuse: Refuse): MiddlewareHandler<Door> {
  return async (c, next) => {
    const seconds = c.req.method === 'OPTIONS' ? undefined : await waitOf(parts, c)
    if (seconds === undefined) return next()
    c.header('Retry-After', String(seconds))
    c.header('Cache-Control', 'no-store')
    return refuse(c, seconds)
  }
}

/** A limiter that fails must not keep anybody from an answer. */
async function waitOf(parts: Parts, c: Context<Door>): Promise<number | undefined> {
  const { limiter, clientOf } = parts
  if (!limiter || !clientOf) return undefined
  try {
    const seconds = await limiter.take(clientOf(c))
    if (seconds === undefined) return undefined
    // Asked last, so that a flood with invented cookies costs no look into the store before it is over the limit.
    const isSignedIn = parts.access.isConfigured && (await staffOf(c, parts)) !== undefined
    return isSignedIn ? undefined : seconds
  } catch (error) {
    logRequestFault(parts.log, error, c)
    return undefined
  }
}

function refuseJson(c: Context, seconds: number): Response {
  return c.json(errorBody(429, sayTooMany(seconds)), 429)
}

/** As OpenAI's own clients read it. */
function refuseCompletion(c: Context, seconds: number): Response {
  const error = {
    message: sayTooMany(seconds),
    type: 'requests',
    param: null,
    code: 'rate_limit_exceeded',
  }
  return c.json({ error }, 429)
}

function refusePage({ assets }: Parts): Refuse {
  return (c, seconds) => {
    const { pathname, search } = new URL(c.req.url)
    return c.html(waitPage(languageOf(c), assets, seconds, pathname + search), 429)
  }
}
