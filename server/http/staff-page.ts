/**
 * A page for staff: who may see it, in which language, and what is shown in its place where that cannot be.
 */
import type { Context, Handler, MiddlewareHandler } from 'hono'
import { ToolError } from '../../tools/tool.ts'
import { callerOf } from '../access/caller.ts'
import { isForeign } from '../access/own-page.ts'
import { requireStaffPage } from '../access/require.ts'
import { mayActAs, type Staff } from '../access/staff.ts'
import type { Door, Parts } from '../app.ts'
import type { StaffRole } from '../store/store.ts'
import { StoreDown } from '../store/watched.ts'
import type { Visit } from '../web/staff/frame.ts'
import { foreignPage, problemPage } from '../web/staff/problem-page.ts'
import { type Deed, type Problem, STAFF_WORDS } from '../web/staff/words.ts'
import { logRequestFault, Refusal } from './errors.ts'
import { languageOf } from './page-language.ts'

const STATUS: Record<Problem, 403 | 404 | 422 | 503> = {
  foreign: 403,
  forbidden: 403,
  not_found: 404,
  malformed: 422,
  store: 503,
}

type Run = (visit: Visit, c: Context<Door>) => Response | Promise<Response>

/** What is mounted for a page: its guards, and `run` for staff with this role or a higher one. */
export function pageFor(
  parts: Parts,
  role: StaffRole,
  run: Run,
): [MiddlewareHandler<Door>, MiddlewareHandler<Door>, Handler<Door>] {
  return [ownPagesOnly(parts), requireStaffPage(parts), (c) => show(c, parts, role, run)]
}

async function show(c: Context<Door>, parts: Parts, role: StaffRole, run: Run): Promise<Response> {
  const caller = await callerOf(c, parts)
  if (caller.kind !== 'staff') throw new Error('This page lets in callers who are not staff.')
  const visit = visitOf(c, parts, caller.staff)
  const refuse = (problem: Problem) => {
    if (problem === 'store') c.header('Retry-After', '5')
    return c.html(problemPage(visit, problem), STATUS[problem])
  }
  // Signed out or not is for the store to say; while it cannot, nothing of what it keeps is shown.
  if (!caller.isChecked) return refuse('store')
  if (!mayActAs(caller.staff.role, role)) return refuse('forbidden')
  try {
    return await run(visit, c)
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    if (problem === 'store') logRequestFault(parts.log, error, c)
    return refuse(problem)
  }
}

function ownPagesOnly(parts: Parts): MiddlewareHandler<Door> {
  return async (c, next) => {
    c.header('Cache-Control', 'no-store')
    if (!isForeign(c, parts)) return next()
    const lang = languageOf(c)
    return c.html(foreignPage({ lang, words: STAFF_WORDS[lang], assets: parts.assets }), STATUS.foreign)
  }
}

function visitOf(c: Context, { assets, access }: Parts, staff: Staff): Visit {
  const { lang: _lang, done, at, ...query } = c.req.query()
  const lang = languageOf(c)
  const words = STAFF_WORDS[lang]
  return {
    lang,
    words,
    assets,
    staff,
    maySignOut: access.isConfigured,
    address: { path: c.req.path, query },
    ...(isDeed(done, words.deeds) ? { done } : {}),
    ...(at === undefined ? {} : { at }),
  }
}

function isDeed(done: string | undefined, deeds: Record<Deed, string>): done is Deed {
  return done !== undefined && Object.hasOwn(deeds, done)
}

function problemOf(error: unknown): Problem | undefined {
  if (error instanceof StoreDown) return 'store'
  if (error instanceof Refusal) return error.status === 404 ? 'not_found' : 'malformed'
  return error instanceof ToolError ? 'not_found' : undefined
}
