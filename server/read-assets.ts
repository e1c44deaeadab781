/**
 * Reads the static files of the pages, as `npm run build` makes them, from the disk. Node only: entries and tests use it.
 */
import { readFileSync } from 'node:fs'
import { type Assets, readManifest } from './http/assets.ts'

const BUILT = new URL('web/dist/', import.meta.url)

/** All files that /assets serves, by name; an Error where they were not built. */
export function readAssets(): Assets {
  return new Map(
    Object.entries(readManifest(readBuilt('assets.json'))).map(([name, listed]) => [
      name,
      { ...listed, body: readBuilt(name) },
    ]),
  )
}

function readBuilt(name: string): string {
  try {
    return readFileSync(new URL(name, BUILT), 'utf8')
  } catch (error) {
    throw new Error('The scripts of the pages are not built. Run npm run build first.', { cause: error })
  }
}
