/**
 * POST /mcp: the tools for MCP clients over Streamable HTTP. Stateless: each request stands alone, and GET and DELETE have nothing to do.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Door, Parts } from '../app.ts'
import { sayTooMany } from '../limit/strings.ts'
import { policySurface } from '../mcp/policy-surface.ts'
import { answerHttp } from '../mcp/sdk.ts'
import { handlersOf, type Surface } from '../mcp/surface.ts'
import { toolSetting } from '../tool-setting.ts'
import { admitHost, admitPages } from './admit-pages.ts'
import { logRequestFault, Refusal } from './errors.ts'
import { limitClients } from './limit.ts'
import type { Metrics } from './metrics.ts'
import { baseUrlOf } from './origin.ts'
import { closeAfter, parseJson, wrongMediaType } from './read.ts'

const MAX_BODY = 256 * 1024

/** Codes of JSON-RPC 2.0; -32000 is the transport's own, as the SDK uses it. */
const PARSE_ERROR = -32700
const INVALID_REQUEST = -32600
const REFUSED = -32000

/** Mounts the route; `surface` is what it offers, the policy library unless a test says otherwise. */
export function mountMcp(
  app: OpenAPIHono<Door>,
  parts: Parts,
  metrics: Metrics,
  surface: Surface = policySurface(
    parts.library,
    { version: parts.version, ...(parts.publicUrl ? { websiteUrl: parts.publicUrl } : {}) },
    metrics.countToolCall,
  ),
): void {
  const endpoint = { surface, handlers: handlersOf(surface) }
  const limit = bodyLimit({
    maxSize: MAX_BODY,
    onError(c) {
      closeAfter(c)
      return refuse(c, 413, REFUSED, 'The body is over 256 kB.')
    },
  })
  app.use('/mcp', admitHost(parts, refuseHost), admitOrigin(parts))
  app.post('/mcp', limitClients(parts, refuseForNow), checkMediaTypes, limit, async (c) => {
    let message: unknown
    try {
      message = parseJson(await c.req.arrayBuffer())
    } catch (error) {
      const why =
        error instanceof Refusal ? error.message : 'The body broke off before its end. Send it again.'
      return refuse(c, 400, PARSE_ERROR, why)
    }
    // Later protocol versions have none, and one request could carry any number of calls past the rate limit.
    if (Array.isArray(message))
      return refuse(c, 400, INVALID_REQUEST, 'Batches are not taken. Send one message at a time.')
    const answered = await answerHttp(endpoint, asTransportReads(c.req.raw), message, {
      setting: () => toolSetting(parts.now(), baseUrlOf(c, parts.publicUrl)),
      onFault: (error) => logRequestFault(parts.log, error, c),
    })
    // Made anew by Hono, so that it carries the headers of every response.
    return c.newResponse(answered.body, answered)
  })
}

function refuseHost(c: Context): Response {
  return refuse(c, 403, REFUSED, 'This host name is not served here.')
}

function refuseForNow(c: Context, seconds: number): Response {
  return refuse(c, 429, REFUSED, sayTooMany(seconds))
}

function admitOrigin({ guard }: Parts): MiddlewareHandler<Door> {
  return admitPages({
    kindOf: (origin) => (guard.isOrigin(origin) ? 'portal' : 'stranger'),
    methods: ['POST'],
    headers: ['Content-Type', 'Accept', 'Authorization', 'Mcp-Protocol-Version', 'Mcp-Session-Id'],
    refuse: (c) =>
      refuse(c, 403, REFUSED, 'This origin may not call here. ALLOWED_ORIGINS lists those that may.'),
  })
}

/** Before the body is read, so that what is no JSON is not refused as malformed JSON. */
const checkMediaTypes: MiddlewareHandler<Door> = async (c, next) => {
  const accept = (c.req.header('accept') ?? '').toLowerCase()
  if (!accept.includes('application/json') || !accept.includes('text/event-stream'))
    return refuse(c, 406, REFUSED, 'Send Accept: application/json, text/event-stream.')
  const wrong = wrongMediaType(c)
  if (wrong) return refuse(c, 415, REFUSED, wrong)
  return next()
}

/** The transport knows media types in small letters only. */
function asTransportReads(request: Request): Request {
  const names = ['accept', 'content-type'].filter((name) => /[A-Z]/.test(request.headers.get(name) ?? ''))
  if (names.length === 0) return request
  const headers = new Headers(request.headers)
  for (const name of names) headers.set(name, request.headers.get(name)?.toLowerCase() ?? '')
  return new Request(request.url, { method: request.method, headers })
}

function refuse(
  c: Context,
  status: 400 | 403 | 406 | 413 | 415 | 429,
  code: number,
  message: string,
): Response {
  return c.json({ jsonrpc: '2.0', id: null, error: { code, message } }, status)
}
