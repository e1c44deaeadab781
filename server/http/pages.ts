/**
 * The pages: GET / with its question box, and GET /documents/:id.
 */

import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { cleanText } from '../../corpus/clean-text.ts'
import { ChatRequest } from '../../corpus/types.ts'
import { staffOf } from '../access/caller.ts'
import { requireStaffPage } from '../access/require.ts'
import type { Door, Parts } from '../app.ts'
import { digestOf } from '../digest.ts'
import { documentPage } from '../web/document-page.ts'
import { notFoundPage } from '../web/plain-pages.ts'
import { questionPage } from '../web/question-page.ts'
import { answerQuestion } from './answer-question.ts'
import { viewDocument } from './documents.ts'
import { logRequestFault } from './errors.ts'
import type { Metrics } from './metrics.ts'
import { languageOf } from './page-language.ts'

/** Mounts both pages. A page takes any parameter: addresses get decorated on their way through mail and chat. */
export function mountPages(app: OpenAPIHono<Door>, parts: Parts, metrics: Metrics): void {
  const documents = parts.library.documents.map(viewDocument)

  const staffOnly = requireStaffPage(parts)
  // The plain form is for everybody, as portals lead citizens to it; the console is not.
  app.get('/', (c, next) => (isPlain(c) ? next() : staffOnly(c, next)))
  app.get('/', async (c) => {
    const question = cleanText(c.req.query('question') ?? '')
    const plain = isPlain(c)
    const staff = plain ? undefined : await staffOf(c, parts)
    const page = {
      lang: languageOf(c),
      assets: parts.assets,
      documents,
      handoff: parts.handoff,
      question,
      plain,
      ...(staff
        ? {
            staff: {
              id: await digestOf(staff.subject),
              name: staff.name,
              role: staff.role,
              canSignOut: parts.access.isConfigured,
            },
          }
        : {}),
    }
    if (question === '') return c.html(questionPage(page))

    c.header('Cache-Control', 'no-store')
    if (!ChatRequest.shape.question.safeParse(question).success)
      return c.html(questionPage({ ...page, question: '', problem: 'too_long' }), 422)
    try {
      const hearing = { signal: c.req.raw.signal, hurried: true }
      const answer = await answerQuestion(c, parts, metrics, { question }, { entrance: 'page' }, hearing)
      // As understood: what is personal does not stand in the page's addresses either.
      return c.html(questionPage({ ...page, question: answer.question, answer }))
    } catch (error) {
      logRequestFault(parts.log, error, c)
      return c.html(questionPage({ ...page, problem: 'failed' }), 500)
    }
  })

  app.get('/documents/:id', async (c) => {
    const lang = languageOf(c)
    const isStaff = (await staffOf(c, parts)) !== undefined
    // Staff are led back to the console, all others to the form.
    c.header('Vary', 'Cookie', { append: true })
    const document = parts.library.document(c.req.param('id'))
    if (!document) return c.html(notFoundPage(lang, parts.assets, isStaff), 404)
    const { library, assets } = parts
    const wanted = { slice: c.req.query('q'), clauseId: c.req.query('clause') }
    return c.html(documentPage({ lang, assets, library, document, isStaff, ...wanted }))
  })
}

function isPlain(c: Context): boolean {
  return c.req.query('plain') === '1'
}
