/**
 * The product as staff use it: a sign-in is set up, and each role has somebody who is signed in.
 */
import { Hono } from 'hono'
import { openTestStore } from '#runtime'
import { accessOf } from '../server/access/access.ts'
import { createApp } from '../server/app.ts'
import { readConfig } from '../server/config.ts'
import type { StaffRole, Store } from '../server/store/store.ts'
import { type Changed, testParts } from './fake-answer.ts'

export const STAFF = { viewer: 'wang', editor: 'li', admin: 'chen' } as const
/** Of the clock of tests, by day in China. */
export const TODAY = '2026-11-23'

/** `changed` is what a test has otherwise. */
export function openStaff(changed: Changed = {}) {
  const bare = changed.store ?? openTestStore()
  const down = new Set<keyof Store>()
  const store = breakable(bare, down)
  const now = changed.now ?? (() => new Date('2026-11-23T12:00:00Z'))
  const access = accessOf(readConfig({ STAFF_TOKEN: 'a-long-staff-token' }), { store, now })
  const parts = testParts({ access, peerOf: () => '203.0.113.7', ...changed, store })
  const app = createApp(parts)

  /** The cookie of somebody with this role, as the sign-in gives it. */
  async function signIn(role: StaffRole): Promise<Record<string, string>> {
    const subject = STAFF[role]
    const door = new Hono().get('/', async (c) => {
      await access.sessions.begin(c, { subject, name: subject, role })
      return c.text('')
    })
    const cookie = (await door.request('http://localhost/')).headers.get('set-cookie') ?? ''
    return { Cookie: cookie.split(';')[0] ?? '' }
  }

  return {
    app,
    parts,
    store: bare,
    signIn,
    /** From now on these calls of the store fail. */
    fail(...calls: (keyof Store)[]) {
      for (const call of calls) down.add(call)
    },
    async get(path: string, role: StaffRole = 'viewer') {
      return app.request(path, { headers: await signIn(role) })
    },
    async send(path: string, role: StaffRole, body: object, method = 'POST') {
      const headers = { ...(await signIn(role)), 'Content-Type': 'application/json' }
      return app.request(path, { method, headers, body: JSON.stringify(body) })
    },
    /** Sends a form as a browser sends one of our own pages'. */
    async submit(path: string, role: StaffRole, fields: [string, string][], headers: object = {}) {
      const sent = {
        ...(await signIn(role)),
        'Content-Type': 'application/x-www-form-urlencoded',
        Origin: 'http://localhost',
        'Sec-Fetch-Site': 'same-origin',
        ...headers,
      }
      return app.request(path, { method: 'POST', headers: sent, body: String(new URLSearchParams(fields)) })
    },
  }
}

/** `store`, where the calls in `down` fail. */
function breakable(store: Store, down: Set<keyof Store>): Store {
  const calls = Object.entries(store).map(([name, call]) => [
    name,
    (...given: unknown[]) =>
      down.has(name as keyof Store) ? Promise.reject(new Error('disk I/O error')) : call(...given),
  ])
  return Object.fromEntries(calls)
}
