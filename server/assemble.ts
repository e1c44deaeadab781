/**
 * The only place where parts are chosen.
 */
import corpusFile from '../corpus/corpus.json' with { type: 'json' }
import { type Library, openLibrary } from '../corpus/library.ts'
import { Corpus } from '../corpus/types.ts'
import packageFile from '../package.json' with { type: 'json' }
import { accessOf } from './access/access.ts'
import { answer } from './answer/answer.ts'
import { createApp, type Parts } from './app.ts'
import { openApprovals } from './approvals.ts'
import type { Config } from './config.ts'
import { newSecret } from './conversation-key.ts'
import { openCorpusDigest } from './corpus-digest.ts'
import { guardOf } from './guard.ts'
import { openLog } from './log.ts'
import { openEndpoint } from './model/endpoint.ts'
import { openWriter } from './model/writer.ts'
import { openHistory, openUnsharedHistory } from './store/history.ts'
import type { Store } from './store/store.ts'
import { watchStore } from './store/watched.ts'
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

/** What an entry brings along: what is different on Node and on Workers. */
export interface Platform extends Pick<Parts, 'assets' | 'closing' | 'limiter' | 'peerOf' | 'clientOf'> {
  store: Store
  /** False where a request must not wait for what another one began. */
  isShared: boolean
  /** Puts answers in an order in which to begin; left out, each begins at once. */
  queue?(answer: Parts['answer']): Parts['answer']
}

/** The app as it is served, and the parts that its entry goes on with. */
export function assemble(
  config: Config,
  { store: bare, isShared, queue = (answer) => answer, ...platform }: Platform,
) {
  const now = () => new Date()
  const log = openLog(config.logLevel, (line) => console.log(line), now)
  const library = assembleLibrary()
  const store = watchStore(bare, () => now().getTime())
  const parts: Parts = {
    ...platform,
    library,
    answer: queue(assembleAnswerer(config)),
    ...(config.model?.prices ? { prices: config.model.prices } : {}),
    now,
    newId: () => crypto.randomUUID(),
    newSecret,
    log,
    publicUrl: config.publicUrl,
    guard: guardOf(config),
    handoff: config.handoff,
    store,
    access: accessOf(config, { store, now }),
    history: isShared ? openHistory(store, log) : openUnsharedHistory(store, log),
    approvals: openApprovals({ library, load: store.approvals, now, log }),
    corpusDigest: openCorpusDigest(library),
    version: VERSION,
  }
  return { app: createApp(parts), parts }
}
