/**
 * GET /api/settings: what the pages and the widget have to know of how the product is set up, and of who calls.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { staffOf } from '../access/caller.ts'
import type { Door, Parts } from '../app.ts'
import { mountGet } from './route.ts'

/** Mounts the route. The console asks now and then, which keeps the session of whoever uses it from running out. */
export function mountSettings(app: OpenAPIHono<Door>, parts: Parts): void {
  const { handoff, access } = parts
  mountGet(
    app,
    {
      path: '/api/settings',
      tag: 'Settings',
      summary: 'Where people are sent whom no answer helps, and whether the caller is signed in as staff',
      query: z.strictObject({}),
      answers: 'SettingsResponse',
    },
    async (_query, c) => {
      const isSignedIn = access.isConfigured && (await staffOf(c, parts)) !== undefined
      return isSignedIn ? { handoff, signedIn: true } : { handoff }
    },
  )
}
