/**
 * What runs in workerd: the entry, the store on D1, and the tests of the doors, which run on Node as well.
 *
 * One file, since each starts anew and loads the whole product.
 */
import { describe } from 'vitest'

describe.each([
  ['the Worker', () => import('./entry.tests.ts')],
  ['the store on D1', () => import('./store.tests.ts')],
  ['http', () => import('../http.test.ts')],
  ['bad input', () => import('../bad-input.test.ts')],
  ['feedback', () => import('../feedback.test.ts')],
  ['completions', () => import('../completions.test.ts')],
  ['cors', () => import('../cors.test.ts')],
  ['serving', () => import('../serving.test.ts')],
  ['headers', () => import('../headers.test.ts')],
  ['access', () => import('../access.test.ts')],
  ['sign-in', () => import('../sign-in.test.ts')],
  ['staff API', () => import('../staff-api.test.ts')],
  ['staff pages', () => import('../staff-pages.test.ts')],
  ['conversations', () => import('../conversations.test.ts')],
  ['pages', () => import('../pages.test.ts')],
])('%s', async (_what, load) => {
  await load()
})
