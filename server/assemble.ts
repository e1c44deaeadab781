/**
 * The only place where parts are chosen.
 */
import corpusFile from '../corpus/corpus.json' with { type: 'json' }
import { type Library, openLibrary } from '../corpus/library.ts'
import { Corpus } from '../corpus/types.ts'
import packageFile from '../package.json' with { type: 'json' }
import { answer } from './answer/answer.ts'
import { createApp, type Parts } from './app.ts'
import type { Config } from './config.ts'
import { guardOf } from './guard.ts'
import type { Assets } from './http/assets.ts'
import { openLog } from './log.ts'
import { openEndpoint } from './model/endpoint.ts'
import { openWriter } from './model/writer.ts'
import { openMemoryStore } from './store/memory.ts'
import { todayOf } from './today.ts'

/** Of this product. */
export const VERSION: string = packageFile.version

/** The committed corpus on its shelves. */
export function assembleLibrary(): Library {
  return openLibrary(Corpus.parse(corpusFile))
}

/** What answers: the model where one is configured, and the embedded answerer otherwise. */
export function assembleAnswerer({ model }: Config): Parts['answer'] {
  if (!model) return answer
  const now = () => new Date()
  return openWriter({
    endpoint: openEndpoint(model),
    now,
    today: () => todayOf(now()),
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds)
        signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true })
      }),
    ...(model.dailyTokens === undefined ? {} : { dailyTokens: model.dailyTokens }),
  })
}

/** The app as it is served; `assets` are read by the entry, which knows where files are, and when it is `closing`. */
export function assemble(config: Config, assets: Assets, closing?: AbortSignal) {
  const now = () => new Date()
  return createApp({
    library: assembleLibrary(),
    answer: assembleAnswerer(config),
    ...(closing ? { closing } : {}),
    ...(config.model?.prices ? { prices: config.model.prices } : {}),
    now,
    newId: () => crypto.randomUUID(),
    log: openLog(config.logLevel, (line) => console.log(line), now),
    assets,
    publicUrl: config.publicUrl,
    guard: guardOf(config),
    handoff: config.handoff,
    store: openMemoryStore(),
    version: VERSION,
  })
}
