/**
 * For the people and machines that run the product: alive, ready, and what it has done so far.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Door, Parts } from '../app.ts'
import type { Metrics } from './metrics.ts'

/** Mounts /healthz, /readyz and /metrics. */
export function mountHealth(
  app: OpenAPIHono<Door>,
  { library, corpusDigest, store, history }: Parts,
  metrics: Metrics,
): void {
  const clauses = library.documents.reduce((sum, document) => sum + document.clauses.length, 0)
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    const [corpus, isUp] = await Promise.all([corpusDigest(), store.isUp()])
    return c.json({
      // Not 503: questions are answered without the store, and a balancer would take every instance away.
      status: isUp ? 'ok' : 'degraded',
      documents: library.documents.length,
      clauses,
      corpus,
      store: isUp ? 'ok' : 'unavailable',
      answersLost: history.lost(),
    })
  })
  app.get('/metrics', async (c) => {
    const text = metrics.text({ storeIsUp: await store.isUp(), answersLost: history.lost() })
    return c.body(text, 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
}
