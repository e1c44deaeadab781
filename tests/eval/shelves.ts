/**
 * The libraries that the evaluation asks, and how it asks them. Reads files.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildCorpus, type Seed } from '../../corpus/build.ts'
import type { DictionaryEntry } from '../../corpus/dictionary.ts'
import { type Library, openLibrary } from '../../corpus/library.ts'
import { type Answer, Source } from '../../corpus/types.ts'
import { type Ask, answer, type Setting } from '../../server/answer/answer.ts'
import { readDictionary, readSeeds } from '../../server/ingest.ts'
import type { Question } from './question.ts'
import { Gold } from './register.ts'

export const FIXTURES = new URL('../fixtures/documents/', import.meta.url)
/** Documents of further cities, written without sight of the code, some with the register that people read. */
export const FURTHER = fileURLToPath(new URL('../fixtures/further/', import.meta.url))

/** After every deadline of the seeds, and the same on every run. */
export const TODAY = '2026-03-02'
const SETTING: Setting = { today: TODAY, id: 'eval', baseUrl: 'https://policy.example' }
const MAX_HISTORY_CHARACTERS = 4000

/** alone: only its own document is in the library · named: all are, and the question names it · unnamed: all are. */
export type Setup = 'alone' | 'named' | 'unnamed'

export interface Shelves {
  /** The id of the first document of the folder, or of the seeds: what a question without a document speaks of. */
  documentId: string
  /** The library in which `question` is asked. */
  library(question: Pick<Question, 'documentId'>, setup: Setup): Library
}

/** The seeds, the fixtures and the documents of `folder` (one `sources.json` or several `*.source.json`). */
export async function fillShelves(folder?: string): Promise<Shelves> {
  const added = folder ? readFolder(folder) : []
  const seeds = [...readSeeds(), ...readSeeds(FIXTURES), ...added]
  const first = added[0] ?? seeds[0]
  if (!first) throw new Error('seeds/sources.json lists no document')
  const dictionary = await readDictionary()
  const alone = new Map<string, Library>()
  let all: Library | undefined
  return {
    documentId: first.source.id,
    library(question, setup) {
      if (setup !== 'alone') {
        all ??= shelve(seeds, dictionary)
        return all
      }
      const { documentId = first.source.id } = question
      const seed = seeds.find(({ source }) => source.id === documentId)
      if (!seed) throw new Error(`no document ${documentId} in seeds/, tests/fixtures/documents/ or --source`)
      const library = alone.get(seed.source.id) ?? shelve([seed], dictionary)
      alone.set(seed.source.id, library)
      return library
    },
  }
}

/** Asks `question` after its history, with the product's own replies between the user's turns. */
export function replay(question: Question, library: Library, setup: Setup): Answer {
  const named = setup === 'named' && question.documentId ? { documentId: question.documentId } : {}
  const history: NonNullable<Ask['history']> = []
  for (const content of question.history ?? []) {
    const reply = answer({ question: content, history: [...history], ...named }, library, SETTING)
    history.push({ role: 'user', content })
    history.push({ role: 'assistant', content: reply.answer.slice(0, MAX_HISTORY_CHARACTERS) })
  }
  return answer(
    { question: question.question, ...(history.length > 0 ? { history } : {}), ...named },
    library,
    SETTING,
  )
}

function shelve(seeds: Seed[], dictionary: DictionaryEntry[]): Library {
  return openLibrary(buildCorpus(seeds, dictionary))
}

/** The documents of a folder: one `sources.json`, or several `*.source.json`. */
export function readFolder(folder: string): Seed[] {
  const url = pathToFileURL(`${folder.replace(/\/$/, '')}/`)
  const names = readdirSync(url)
  if (names.includes('sources.json')) return readSeeds(url)
  return names
    .filter((name) => name.endsWith('.source.json'))
    .map((name) => {
      const source = Source.parse(JSON.parse(readFileSync(new URL(name, url), 'utf8')))
      return { source, text: readFileSync(new URL(source.file, url), 'utf8'), digest: '' }
    })
}

/** The registers that people wrote down, of the fixtures and the seeds, or of `folder`. */
export function readGold(folder?: string): Gold[] {
  const url = folder
    ? pathToFileURL(`${folder.replace(/\/$/, '')}/`)
    : new URL('../fixtures/gold/', import.meta.url)
  return readdirSync(url)
    .filter((name) => name.endsWith(folder ? '.gold.json' : '.json'))
    .map((name) => {
      const content = JSON.parse(readFileSync(new URL(name, url), 'utf8'))
      return Gold.parse({ documentId: name.replace(/\.gold\.json$/, ''), ...content })
    })
}
