/**
 * Reads the static files of the pages, as `npm run build` makes them, from the disk. Node only: entries and tests use it.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Asset, Assets } from './http/assets.ts'

const BUILT = new URL('web/dist/', import.meta.url)
const SWAGGER = new URL(
  '.',
  pathToFileURL(createRequire(import.meta.url).resolve('swagger-ui-dist/swagger-ui-bundle.js')),
)
const FROM_SWAGGER = ['swagger-ui.css', 'swagger-ui-bundle.js']

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** All files that /assets serves, by name; an Error where they were not built. */
export function readAssets(): Assets {
  if (!existsSync(new URL('console.js', BUILT)))
    throw new Error('The scripts of the pages are not built. Run npm run build first.')
  const built = readdirSync(BUILT).map((name) => [name, readAsset(new URL(name, BUILT))] as const)
  const swagger = FROM_SWAGGER.map((name) => [name, readAsset(new URL(name, SWAGGER))] as const)
  return new Map([...built, ...swagger])
}

function readAsset(file: URL): Asset {
  const body = readFileSync(file, 'utf8')
  const type = TYPES[extname(file.pathname)]
  if (!type) throw new Error(`${file.pathname}: no media type is known for this kind of file`)
  return { type, body, digest: createHash('sha256').update(body).digest('base64url').slice(0, 12) }
}
