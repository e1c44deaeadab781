/**
 * For the people and machines that run the product: alive, ready, and what it has done so far.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Door, Parts } from '../app.ts'
import type { Metrics } from './metrics.ts'

/** Mounts /healthz, /readyz and /metrics. */
export function mountHealth(app: OpenAPIHono<Door>, { library }: Parts, metrics: Metrics): void {
  const clauses = library.documents.reduce((sum, document) => sum + document.clauses.length, 0)
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) =>
    c.json({
      status: 'ok',
      documents: library.documents.length,
      clauses,
      corpus: await digestOf(library.documents.map(({ digest }) => digest)),
    }),
  )
  app.get('/metrics', (c) =>
    c.body(metrics.text(), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }),
  )
}

/** SHA-256 of the documents' digests in order, in hex: two servers with the same one give the same answers. */
async function digestOf(digests: string[]): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(digests.join('\n')))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
