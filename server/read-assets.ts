/**
 * Reads the static files of the pages from the disk. Node only: entries and tests use it.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Asset, Assets } from './http/assets.ts'

const OURS = new URL('web/assets/', import.meta.url)
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

/** All files that /assets serves, by name. */
export function readAssets(): Assets {
  const ours = readdirSync(OURS).map((name) => [name, readAsset(new URL(name, OURS))] as const)
  const swagger = FROM_SWAGGER.map((name) => [name, readAsset(new URL(name, SWAGGER))] as const)
  return new Map([...ours, ...swagger])
}

function readAsset(file: URL): Asset {
  const body = readFileSync(file, 'utf8')
  const type = TYPES[extname(file.pathname)]
  if (!type) throw new Error(`${file.pathname}: no media type is known for this kind of file`)
  return { type, body, digest: createHash('sha256').update(body).digest('base64url').slice(0, 12) }
}
