/**
 * The only place where parts are chosen.
 */
import corpusFile from '../corpus/corpus.json' with { type: 'json' }
import { type Library, openLibrary } from '../corpus/library.ts'
import { Corpus } from '../corpus/types.ts'
import packageFile from '../package.json' with { type: 'json' }
import { answer } from './answer/answer.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { guardOf } from './guard.ts'
import type { Assets } from './http/assets.ts'
import { openLog } from './log.ts'

/** Of this product. */
export const VERSION: string = packageFile.version

/** The committed corpus on its shelves. */
export function assembleLibrary(): Library {
  return openLibrary(Corpus.parse(corpusFile))
}

/** The app as it is served; `assets` are read by the entry, which knows where files are. */
export function assemble(config: Config, assets: Assets) {
  const now = () => new Date()
  return createApp({
    library: assembleLibrary(),
    answer,
    now,
    newId: () => crypto.randomUUID(),
    log: openLog(config.logLevel, (line) => console.log(line), now),
    assets,
    publicUrl: config.publicUrl,
    guard: guardOf(config),
    version: VERSION,
  })
}
