/**
 * Static files from our own origin: styles, scripts and the icon of the pages.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Door } from '../app.ts'
import { Refusal } from './errors.ts'

/** A file with its digest, by which browsers keep it until it changes. */
export interface Asset {
  type: string
  body: string
  digest: string
}

export type Assets = Map<string, Asset>

/** The address of an asset; it changes with the content. */
export function assetUrl(assets: Assets, name: string): string {
  return `/assets/${name}?v=${assets.get(name)?.digest ?? ''}`
}

/** Mounts /assets/:name. */
export function mountAssets(app: OpenAPIHono<Door>, assets: Assets): void {
  app.get('/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'))
    if (!asset) throw new Refusal(404, 'There is no such file.')
    const current = c.req.query('v') === asset.digest
    return c.body(asset.body, 200, {
      'Content-Type': asset.type,
      'Cache-Control': current ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
  })
}
