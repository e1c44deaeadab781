/**
 * Completes the build: files of others that our pages load, the data of Workers, and a list of what /assets serves.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import type { Plugin } from 'vite'
import { dataText } from '../bundle/data.ts'
import { DATA_FILE } from '../bundle/fetched-data.ts'

const FROM_SWAGGER = ['swagger-ui.css', 'swagger-ui-bundle.js']
const LIST = 'assets.json'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The plugin that does it, once all else is in `folder`. */
export function listAssets(folder: string): Plugin {
  return {
    name: 'list-assets',
    apply: 'build',
    closeBundle(error) {
      if (error) return
      const resolve = createRequire(import.meta.url).resolve
      for (const name of FROM_SWAGGER) copyFileSync(resolve(`swagger-ui-dist/${name}`), join(folder, name))
      const served = readdirSync(folder).map((name) => [name, listed(join(folder, name))])
      writeFileSync(join(folder, LIST), JSON.stringify(Object.fromEntries(served)))
      writeFileSync(join(folder, DATA_FILE), dataText())
    },
  }
}

function listed(file: string) {
  const type = TYPES[extname(file)]
  if (!type) throw new Error(`${file}: no media type is known for this kind of file`)
  return { type, digest: createHash('sha256').update(readFileSync(file)).digest('base64url').slice(0, 12) }
}
