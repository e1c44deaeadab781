/**
 * GET /api/staff/export: every turn of some days as a file.
 *
 * Law: it is written down before it begins, and a file that breaks off cannot be taken for a whole one.
 */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { every } from 'hono/combine'
import { z } from 'zod'
import { Lang } from '../../corpus/types.ts'
import { requireStaff } from '../access/require.ts'
import type { Door, Parts } from '../app.ts'
import { writeDown } from '../staff/acts.ts'
import { Day, type Days, instantsOf } from '../staff/days.ts'
import { type ExportFormat, writeExport } from '../staff/export.ts'
import { pagesOfTurns } from '../staff/read-turns.ts'
import type { Turn } from '../store/store.ts'
import { STAFF_WORDS } from '../web/staff/words.ts'
import { logRequestFault } from './errors.ts'
import { readQuery } from './read.ts'
import { refusalsOf } from './route.ts'
import { schemaRef } from './schemas.ts'
import { signedIn } from './signed-in.ts'
import { pageFor } from './staff-page.ts'

const ExportQuery = z.strictObject({
  format: z.enum(['json', 'csv']).default('json'),
  from: Day.optional(),
  to: Day.optional(),
  lang: Lang.optional().describe('Names the columns of the table in this language.'),
})

const TYPES: Record<ExportFormat, string> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8; header=present',
}

const exportRoute = createRoute({
  method: 'get',
  path: '/api/staff/export',
  tags: ['Staff'],
  summary:
    'Every turn as a file, newest first; from and to are days in China, included, and all days where left out',
  request: { query: ExportQuery },
  responses: {
    200: {
      description: 'The file',
      content: {
        'application/json': { schema: schemaRef('ExportResponse') },
        'text/csv': { schema: { type: 'string' } },
      },
    },
    ...refusalsOf([401, 403, 422, 503]),
  },
})

/** Mounts the route. */
export function mountStaffExport(app: OpenAPIHono<Door>, parts: Parts): void {
  const { store, history, now } = parts
  app.openAPIRegistry.registerPath(exportRoute)
  const send = async (c: Context<Door>) => {
    const { format, lang, ...days } = readQuery(c, ExportQuery)
    await history.settled()
    const pages = await begun(pagesOfTurns(store, instantsOf(days)))
    await writeDown(parts, await signedIn(c, parts), 'exported', { detail: { format, ...days } })
    const text = writeExport(format, pages, now().toISOString(), lang && STAFF_WORDS[lang].columns)
    return c.body(
      streamOf(text, (error) => logRequestFault(parts.log, error, c)),
      200,
      {
        'Content-Type': TYPES[format],
        'Content-Disposition': `attachment; filename="${nameOf(days, format)}"`,
      },
    )
  }
  // Whoever follows a link is told as on a page what went wrong, all others as by the rest of the API.
  const asPage = every(...pageFor(parts, 'viewer', (_visit, c) => send(c)))
  const asApi = requireStaff(parts)
  app.get('/api/staff/export', (c, next) => (isNavigation(c) ? asPage : asApi)(c, next), send)
}

function isNavigation(c: Context): boolean {
  return /\btext\/html\b/.test(c.req.header('accept') ?? '')
}

/** The pages, the first of them read already: a store that is down is to be an answer, and no broken file. */
async function begun(pages: AsyncGenerator<Turn[], void, void>): Promise<AsyncIterable<Turn[]>> {
  const first = await pages.next()
  return (async function* () {
    if (!first.done) yield first.value
    yield* pages
  })()
}

/** The next piece is made when the last one was taken. What fails in between breaks the connection off. */
function streamOf(
  pieces: AsyncGenerator<string, void, void>,
  report: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      } catch (error) {
        report(error)
        controller.error(error)
      }
    },
    async cancel() {
      await pieces.return()
    },
  })
}

/** `policy-chat-2026-11-01-2026-11-23.csv` */
function nameOf({ from, to }: Partial<Days>, format: ExportFormat): string {
  return `${['policy-chat', from, to].filter((part) => part !== undefined).join('-')}.${format}`
}
