/**
 * A bare JSON route as a process of its own: what the server and the machine take without the product.
 */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const app = new Hono().post('/bare', async (c) => c.json({ question: (await c.req.json()).question }))

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
  console.log(`http://127.0.0.1:${port}`),
)
