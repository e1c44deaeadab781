/**
 * The corpus and the long word lists, which a Worker fetches with its static assets.
 *
 * In its code they would be most of it, and the size of the bundle would depend on how much is on the shelves.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const resolve = createRequire(import.meta.url).resolve

/** The modules that are such data, by the names that the file has for them. */
export const DATA: Record<string, string> = {
  corpus: fileURLToPath(new URL('../../corpus/corpus.json', import.meta.url)),
  lay: fileURLToPath(new URL('../../corpus/words/lay.json', import.meta.url)),
  english: fileURLToPath(new URL('../../corpus/words/english.json', import.meta.url)),
  traditional: resolve('opencc-js/dict/STPhrases'),
}

/** The file: what each of the modules exports. */
export function dataText(): string {
  const exported = Object.entries(DATA).map(([name, file]) => [name, exportedBy(file)])
  return JSON.stringify(Object.fromEntries(exported))
}

/** A JSON file, or a script that exports one string. */
function exportedBy(file: string): unknown {
  const text = readFileSync(file, 'utf8')
  const [, json = text] = /^export default (".*");?\s*$/s.exec(text) ?? []
  return JSON.parse(json)
}
