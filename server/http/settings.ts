/**
 * GET /api/settings: what the pages and the widget have to know of how the product is set up.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Door, Parts } from '../app.ts'
import { mountGet } from './route.ts'

/** Mounts the route. */
export function mountSettings(app: OpenAPIHono<Door>, { handoff }: Parts): void {
  mountGet(
    app,
    {
      path: '/api/settings',
      tag: 'Settings',
      summary: 'Where people are sent whom no answer helps',
      query: z.strictObject({}),
      answers: 'SettingsResponse',
    },
    () => ({ handoff }),
  )
}
