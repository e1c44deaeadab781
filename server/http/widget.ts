/**
 * The widget that portals put on their pages, and a sample of such a page.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Door } from '../app.ts'
import { portalPage } from '../web/portal-page.ts'
import { type Assets, sendAsset } from './assets.ts'
import { Refusal } from './errors.ts'
import { languageOf } from './page-language.ts'

/** Its address is written into pages of others and never changes: so long may a browser go without the newest. */
const FIVE_MINUTES = 'public, max-age=300'

/** As a careful portal has it: scripts, styles and calls from named places only, nothing inline. */
const PORTAL_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Mounts /widget.js and /portal. */
export function mountWidget(app: OpenAPIHono<Door>, assets: Assets): void {
  app.get('/widget.js', (c) => {
    const script = assets.get('widget.js')
    if (!script) throw new Refusal(404, 'There is no such file.')
    return sendAsset(c, script, FIVE_MINUTES)
  })

  app.get('/portal', (c) => {
    c.header('Content-Security-Policy', PORTAL_POLICY)
    return c.html(portalPage(languageOf(c), assets))
  })
}
