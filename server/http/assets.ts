/**
 * Static files: styles, scripts and the icon of our pages, and what pages of others load from us.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Door } from '../app.ts'
import { Refusal } from './errors.ts'

/** A name with the hash that the build gives it; names of our own have small letters only (`swagger-ui-bundle.js`). */
const HASHED = /-(?=[\w-]*[A-Z\d_])[\w-]{8,}\.(?:js|css)$/

/** For a file whose address changes with it. */
const FOR_GOOD = 'public, max-age=31536000, immutable'

/** What the build writes down of a file: its media type, and its digest, by which browsers keep it until it changes. */
const Listed = z.object({ type: z.string(), digest: z.string() })
const Manifest = z.record(z.string(), Listed)

/** A file; its body is at hand, or got when somebody wants it. */
export interface Asset extends z.infer<typeof Listed> {
  body: string | (() => Promise<string | ReadableStream>)
}

export type Assets = Map<string, Asset>

/** The files that the build listed, by name. */
export function readManifest(json: string): z.infer<typeof Manifest> {
  return Manifest.parse(JSON.parse(json))
}

/** The address of an asset; it changes with the content. */
export function assetUrl(assets: Assets, name: string): string {
  return `/assets/${name}?v=${assets.get(name)?.digest ?? ''}`
}

/** Mounts /assets/:name. */
export function mountAssets(app: OpenAPIHono<Door>, assets: Assets): void {
  app.get('/assets/:name', (c) => {
    const name = c.req.param('name')
    const asset = assets.get(name)
    if (!asset) throw new Refusal(404, 'There is no such file.')
    const isFixed = HASHED.test(name) || c.req.query('v') === asset.digest
    return sendAsset(c, asset, isFixed ? FOR_GOOD : 'no-cache')
  })
}

/** The file, which any page may load; nothing where the browser has it already. `keeping` says for how long that counts. */
export async function sendAsset(
  c: Context,
  { type, body, digest }: Asset,
  keeping: string,
): Promise<Response> {
  // On 304 too: browsers take the headers of the file they keep from there.
  const headers = {
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': keeping,
    ETag: `"${digest}"`,
  }
  // Within a list, and weak where a proxy has packed the file.
  if (c.req.header('if-none-match')?.includes(headers.ETag)) return c.body(null, 304, headers)
  const content = typeof body === 'string' ? body : await body()
  return c.body(content, 200, { ...headers, 'Content-Type': type })
}
