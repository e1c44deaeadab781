/**
 * The app: every URL on one page. A pure function of a Request; what it needs comes in as parts.
 */
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { compress } from 'hono/compress'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { requestId } from 'hono/request-id'
import type { Library } from '../corpus/library.ts'
import type { Answer } from '../corpus/types.ts'
import type { Access } from './access/access.ts'
import { requireKey, requireStaffOrLocal } from './access/require.ts'
import type { Ask, Setting } from './answer/answer.ts'
import type { Approvals } from './approvals.ts'
import type { Handoff } from './config.ts'
import type { Guard } from './guard.ts'
import { admitHosts, admitToApi } from './http/admit-pages.ts'
import { type Assets, mountAssets } from './http/assets.ts'
import { mountChat } from './http/chat.ts'
import { mountCompletions } from './http/completions.ts'
import { mountConversations } from './http/conversations.ts'
import { mountDocuments } from './http/documents.ts'
import { answerError, answerMethod, answerNotFound } from './http/errors.ts'
import { mountFeedback } from './http/feedback.ts'
import { headers, keepNothing, measure, staySecure } from './http/headers.ts'
import { mountHealth } from './http/health.ts'
import { mountLimits } from './http/limit.ts'
import { mountMcp } from './http/mcp.ts'
import { openMetrics } from './http/metrics.ts'
import { mountPages } from './http/pages.ts'
import { mountReference } from './http/reference.ts'
import { mountRegister } from './http/register.ts'
import { mountSearch } from './http/search.ts'
import { mountSettings } from './http/settings.ts'
import { mountSignIn } from './http/sign-in.ts'
import { mountStaffApi } from './http/staff-api.ts'
import { mountStaffPages } from './http/staff-pages.ts'
import { mountWidget } from './http/widget.ts'
import type { Limiter } from './limit/limiter.ts'
import type { Log } from './log.ts'
import type { History } from './store/history.ts'
import type { WatchedStore } from './store/watched.ts'

/** What the app is made of; chosen in assemble.ts. */
export interface Parts {
  library: Library
  answer(ask: Ask, library: Library, setting: Setting): Answer | Promise<Answer>
  /** Aborted when the server closes. */
  closing?: AbortSignal
  /** Of the model, for a million tokens. */
  prices?: { input: number; output: number }
  now(): Date
  newId(): string
  /** 128 random bits for whoever begins a conversation. */
  newSecret(): string
  log: Log
  assets: Assets
  /** Without a closing slash. */
  publicUrl?: string
  guard: Guard
  handoff: Handoff
  store: WatchedStore
  history: History
  approvals: Approvals
  /** Of the library, in hex. */
  corpusDigest(): Promise<string>
  /** Of this product. */
  version: string
  access: Access
  /** The address at the other end of the connection; left out, or where there is no socket, nobody is local. */
  peerOf?(c: Context): string | undefined
  /** Left out, nobody is limited. */
  limiter?: Limiter
  /** Who calls, as the limit counts them: an address, which nobody can forge. */
  clientOf?(c: Context): string
}

/** What is large and the same for everybody; answers are neither. */
const PACKED = [
  '/',
  '/portal',
  '/widget.js',
  '/assets/*',
  '/documents/*',
  '/api/documents/*',
  '/api/targets',
  '/api/agencies',
]

/** What a request carries through the app. */
export type Door = { Variables: { requestId: string } }

/** The app of these parts. */
export function createApp(parts: Parts): OpenAPIHono<Door> {
  const app = new OpenAPIHono<Door>()
  const metrics = openMetrics()

  app.use(requestId({ generator: parts.newId }))
  app.use(measure(parts, metrics))
  app.use(headers(parts))
  app.use(staySecure(parts))
  app.use(keepNothing())
  app.use(methodNotAllowed({ app, onMethodNotAllowed: answerMethod }))
  app.use(admitHosts(parts))
  app.use('/api/*', admitToApi(parts))
  app.use('/v1/*', requireKey(parts))
  app.use('/metrics', requireStaffOrLocal(parts))
  mountLimits(app, parts)
  for (const path of PACKED) app.use(path, compress())
  app.notFound(answerNotFound)
  app.onError(answerError(parts.log))

  mountPages(app, parts, metrics) //        GET  /   /documents/:id
  mountSignIn(app, parts) //                GET  POST /sign-in   GET /sign-in/oidc   /sign-in/callback   POST /sign-out
  mountChat(app, parts, metrics) //         POST /api/chat
  mountCompletions(app, parts, metrics) //  POST /v1/chat/completions   GET /v1/models
  mountConversations(app, parts) //         GET  /api/conversations   GET DELETE /api/conversations/:id
  mountStaffApi(app, parts) //              GET  /api/staff/usage   /unanswered   /feedback   /audit   /export   /approvals
  mountStaffPages(app, parts) //            GET  /staff   /unanswered   /conversations   /feedback   /approvals   /approve
  mountFeedback(app, parts, metrics) //     POST /api/feedback
  mountSearch(app, parts) //                GET  /api/search
  mountDocuments(app, parts) //             GET  /api/documents   /:id   /:id/clauses   /:id/clauses/:clauseId
  mountRegister(app, parts) //              GET  /api/targets   /api/agencies
  mountSettings(app, parts) //              GET  /api/settings
  mountMcp(app, parts, metrics) //          POST /mcp
  mountHealth(app, parts, metrics) //       GET  /healthz   /readyz   /metrics
  mountAssets(app, parts.assets) //         GET  /assets/:name
  mountWidget(app, parts.assets) //         GET  /widget.js   /portal
  mountReference(app, parts) //             GET  /openapi.json   /docs
  return app
}
