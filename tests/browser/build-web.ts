/**
 * Before all tests: builds what runs in browsers, since tests read it as the server does; not again if nothing changed.
 */
import { spawnSync } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const VITE = ['node_modules/vite/bin/vite.js', 'build', '--config', 'server/web/vite.config.ts']
const DEADLINE_MS = 60_000

/** A process of its own: Vitest sets NODE_ENV, with which a build is none for production. */
export function setup(): void {
  if (isBuilt()) return
  const { NODE_ENV: _test, ...env } = process.env
  const built = spawnSync(process.execPath, VITE, { cwd: ROOT, env, encoding: 'utf8', timeout: DEADLINE_MS })
  if (built.status !== 0) throw new Error(`The web does not build:\n${built.stdout}\n${built.stderr}`)
}

/** True if what is built is newer than all that it is built from. */
function isBuilt(): boolean {
  const built = globSync('server/web/dist/console.js', { cwd: ROOT })
  const sources = globSync(
    [
      'server/web/client/**/*.*',
      'server/web/*.ts',
      'server/bundle/*.ts',
      'corpus/**/*.*',
      'package-lock.json',
    ],
    { cwd: ROOT },
  )
  const timeOf = (file: string) => statSync(`${ROOT}${file}`).mtimeMs
  return built.length > 0 && Math.min(...built.map(timeOf)) > Math.max(...sources.map(timeOf))
}
