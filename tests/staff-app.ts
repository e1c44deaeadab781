/**
 * The app as an environment makes it, with a door of each kind for staff to try, and a clock that tests move on.
 */
import { openTestStore } from '#runtime'
import { accessOf } from '../server/access/access.ts'
import { callerOf } from '../server/access/caller.ts'
import { requireKey, requireStaff, requireStaffOrLocal, requireStaffPage } from '../server/access/require.ts'
import { createApp } from '../server/app.ts'
import { readConfig } from '../server/config.ts'
import { guardOf } from '../server/guard.ts'
import { type Changed, testParts } from './fake-answer.ts'

export const TOKEN = 'correct-horse-battery'
/** When the clock begins. */
export const START = Date.parse('2026-11-23T08:00:00Z')

export type StaffApp = ReturnType<typeof staffApp>

/** That app, its store and its clock. */
export function staffApp(environment: Record<string, string> = {}, changed: Changed = {}) {
  const clock = { time: START }
  const config = readConfig(environment)
  const store = changed.store ?? openTestStore()
  const now = changed.now ?? (() => new Date(clock.time))
  const access = accessOf(config, { store, now })
  const { publicUrl } = config
  const parts = testParts({ guard: guardOf(config), publicUrl, now, ...changed, store, access })
  const app = createApp(parts)

  app.use('/api/probe/*', requireStaff(parts))
  app.all('/api/probe', async (c) => c.json({ secret: 'probe', caller: await callerOf(c, parts) }))
  app.get('/api/probe/fault', () => {
    throw new Error('ours')
  })
  app.use('/api/edit', requireStaff(parts, 'editor'))
  app.post('/api/edit', (c) => c.json({ secret: 'edit' }))
  app.get('/desk', requireStaffPage(parts), (c) => c.text('desk'))
  app.post('/v1/probe', requireKey(parts), (c) => c.json({ secret: 'v1' }))
  app.get('/figures', requireStaffOrLocal(parts), (c) => c.text('figures'))
  return { app, store, clock }
}
