/**
 * Signing in and out: by token, or by way of the government's identity provider.
 *
 * Law: a sign-in leads to a path of ours and nowhere else, and what came to nothing is recorded.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Lang } from '../../corpus/types.ts'
import { staffOf, tryToken } from '../access/caller.ts'
import { isForeign } from '../access/own-page.ts'
import { SignInError, type SignInFault } from '../access/provider.ts'
import { logRefused, note, noteRefused } from '../access/record.ts'
import { returnPath } from '../access/return-path.ts'
import { type Staff, TOKEN_STAFF } from '../access/staff.ts'
import type { Door, Parts } from '../app.ts'
import { type SignInPage, signInPage } from '../web/sign-in-page.ts'
import { logRequestFault } from './errors.ts'
import { baseUrlOf } from './origin.ts'
import { languageOf } from './page-language.ts'
import { closeAfter } from './read.ts'

const MAX_BODY = 16 * 1024
const FORM = /^application\/x-www-form-urlencoded\s*(?:;|$)/i
const CALLBACK = '/sign-in/callback'
/** Paths are read against it; where it leads does not matter. */
const BASE = 'http://own.invalid'

const STATUS: Record<SignInFault, 400 | 403 | 502 | 503> = {
  stale: 400,
  denied: 403,
  no_role: 403,
  provider: 502,
  unreachable: 503,
}

/** Those that say something of who wanted to sign in; the others come of themselves. */
const OF_PEOPLE: SignInFault[] = ['denied', 'no_role']

type Said = Partial<Omit<SignInPage, 'assets' | 'ways'>>

/** Mounts the routes. */
export function mountSignIn(app: OpenAPIHono<Door>, parts: Parts): void {
  const { access } = parts
  const limit = bodyLimit({
    maxSize: MAX_BODY,
    onError(c) {
      closeAfter(c)
      return show(c, parts, 413, { news: 'malformed' })
    },
  })
  const ownPages: MiddlewareHandler<Door> = async (c, next) =>
    isForeign(c, parts) ? show(c, parts, 403, { news: 'foreign' }) : next()

  app.use('/sign-in/*', keepNothing)
  app.use('/sign-out', keepNothing)

  app.get('/sign-in', async (c) => {
    const returnTo = backIn(chosenLang(c), returnPath(c.req.query('return')))
    if (await staffOf(c, parts)) return c.redirect(returnTo, 303)
    if (!access.isConfigured) return show(c, parts, 403, { returnTo })
    const isOut = c.req.query('signed-out') !== undefined
    return show(c, parts, 200, { returnTo, ...(isOut ? { news: 'signed_out' } : {}) })
  })

  app.post('/sign-in', ownPages, limit, async (c) => {
    if (!FORM.test(c.req.header('content-type') ?? '')) return show(c, parts, 415, { news: 'malformed' })
    const form = new URLSearchParams(new TextDecoder().decode(await c.req.arrayBuffer()))
    const returnTo = returnPath(form.get('return') ?? undefined)
    if (!access.isToken) return show(c, parts, 403, { returnTo })
    const tried = await tryToken(c, parts, form.get('token')?.trim() ?? '')
    if (tried === 'right') return begin(c, parts, TOKEN_STAFF, returnTo)
    if (tried.kind === 'wrong_token') return show(c, parts, 401, { returnTo, news: 'wrong_token' })
    c.header('Retry-After', String(tried.seconds))
    return show(c, parts, 429, { returnTo, news: 'throttled', seconds: tried.seconds })
  })

  app.get('/sign-in/oidc', async (c) => {
    const returnTo = returnPath(c.req.query('return'))
    if (!access.provider) return show(c, parts, 403, { returnTo })
    try {
      const { url, flow } = await access.provider.begin(baseUrlOf(c, parts.publicUrl) + CALLBACK)
      await access.flows.write(c, { flow, returnTo, lang: signInLanguage(c, returnTo) })
      return c.redirect(url.href, 303)
    } catch (error) {
      return refuse(c, parts, error, { returnTo })
    }
  })

  app.get(CALLBACK, async (c) => {
    if (!access.provider) return show(c, parts, 403)
    const way = await access.flows.take(c)
    const back = { returnTo: way?.returnTo ?? '/', lang: way?.lang ?? signInLanguage(c) }
    try {
      if (!way) throw new SignInError('stale', 'Nobody had begun to sign in.')
      const url = new URL(baseUrlOf(c, parts.publicUrl) + CALLBACK + new URL(c.req.url).search)
      return await begin(c, parts, await access.provider.finish(url, way.flow), back.returnTo, back.lang)
    } catch (error) {
      return refuse(c, parts, error, back)
    }
  })

  app.post('/sign-out', ownPages, async (c) => {
    try {
      const staff = await access.sessions.end(c)
      if (staff) note(c, parts, 'signed_out', staff.subject)
    } catch (error) {
      logRequestFault(parts.log, error, c)
      return show(c, parts, 503, { news: 'not_revoked' })
    }
    const endUrl = await endUrlOf(c, parts)
    const lang = chosenLang(c)
    if (!endUrl) return c.redirect(`/sign-in?signed-out${lang ? `&lang=${lang}` : ''}`, 303)
    // By this header and not by a redirect, which `form-action` would stop on its way to another site.
    c.header('Refresh', `0; url=${endUrl}`)
    return show(c, parts, 200, { news: 'signed_out', endUrl })
  })
}

/** Begins a session, which takes the store. */
async function begin(c: Context, parts: Parts, staff: Staff, returnTo: string, lang = signInLanguage(c)) {
  try {
    await parts.access.sessions.begin(c, staff)
  } catch (error) {
    logRequestFault(parts.log, error, c)
    return show(c, parts, 503, { returnTo, lang, news: 'store' })
  }
  note(c, parts, 'signed_in', staff.subject)
  return c.redirect(returnTo, 303)
}

function refuse(c: Context, parts: Parts, error: unknown, said: Said): Response | Promise<Response> {
  if (!(error instanceof SignInError)) throw error
  const { fault, subject, message } = error
  const keep = OF_PEOPLE.includes(fault) ? noteRefused : logRefused
  keep(c, parts, { reason: fault, detail: message, ...(subject ? { actor: subject } : {}) })
  const claim = fault === 'no_role' ? parts.access.provider?.claim : undefined
  return show(c, parts, STATUS[fault], { ...said, news: fault, ...(claim ? { claim } : {}) })
}

/** A provider that is down, or has no such address, keeps nobody from signing out of here. */
async function endUrlOf(c: Context, { access, publicUrl }: Parts): Promise<string | undefined> {
  const returnUri = `${baseUrlOf(c, publicUrl)}/sign-in`
  const url = await access.provider?.endUrl(returnUri).catch(() => undefined)
  return url?.href
}

function show(c: Context, parts: Parts, status: Status, said: Said = {}): Response | Promise<Response> {
  const { access, assets } = parts
  const ways = { token: access.isToken !== undefined, provider: access.provider !== undefined }
  const page = { lang: signInLanguage(c, said.returnTo), returnTo: '/', ...said }
  return c.html(signInPage({ ...page, assets, ways }), status)
}

type Status = 200 | 401 | 413 | 415 | 429 | (typeof STATUS)[SignInFault]

const keepNothing: MiddlewareHandler<Door> = async (c, next) => {
  c.header('Cache-Control', 'no-store')
  await next()
}

/** As it was chosen here, or on the page that led here. */
function signInLanguage(c: Context, returnTo = '/'): Lang {
  const ofReturn = new URL(returnTo, BASE).searchParams.get('lang') ?? undefined
  return languageOf(c, chosenLang(c) ?? ofReturn)
}

function chosenLang(c: Context): Lang | undefined {
  return Lang.safeParse(c.req.query('lang')).data
}

/** The way back in the language that was chosen here; as it was, where it has no room for that. */
function backIn(lang: Lang | undefined, returnTo: string): string {
  if (!lang) return returnTo
  const { pathname, searchParams, hash } = new URL(returnTo, BASE)
  searchParams.set('lang', lang)
  const path = `${pathname}?${searchParams}${hash}`
  return returnPath(path) === path ? path : returnTo
}
