/**
 * A fake answerer for tests of the doors only: well-formed Answers on the fire safety clause, whatever is asked.
 */
import { ASSETS, openTestStore } from '#runtime'
import corpusFile from '../corpus/corpus.json' with { type: 'json' }
import { openLibrary } from '../corpus/library.ts'
import { Corpus } from '../corpus/types.ts'
import { accessOf } from '../server/access/access.ts'
import { createApp, type Parts } from '../server/app.ts'
import { openApprovals } from '../server/approvals.ts'
import { readConfig } from '../server/config.ts'
import { openCorpusDigest } from '../server/corpus-digest.ts'
import { guardOf } from '../server/guard.ts'
import { openHistory } from '../server/store/history.ts'
import type { Store } from '../server/store/store.ts'
import { watchStore } from '../server/store/watched.ts'
import { cite } from '../tools/cite.ts'

const DOCUMENT = 'yancheng-2022-minsheng'
const CLAUSE = '2.5.23'

/** Two statements, two citations of clause 2.5.23, one notice, two suggestions. */
export const fakeAnswer: Parts['answer'] = (ask, library, { id, baseUrl }) => {
  const clause = library.clause(DOCUMENT, CLAUSE)
  if (!clause) throw new Error('the fixture needs clause 2.5.23 of the first seed')
  const statementOfAgencies = clause.text.lastIndexOf('(')
  const fire = clause.text.indexOf('消防')
  return {
    id,
    question: ask.question,
    lang: 'zh-Hans',
    mode: 'embedded',
    outcome: 'answered',
    statements: [
      { text: '消防安全由市應急局、市發改委等按职责分工共同负责；文件没有指定牵头单位。', citations: [1] },
      { text: '相关任务写在“深入開展安全生產整治”一项。', citations: [2, 1] },
    ],
    answer: '消防安全由…共同负责。[1]\n相关任务…[2][1]',
    citations: [
      cite(library, clause, statementOfAgencies, clause.text.length, 1, baseUrl),
      cite(library, clause, fire, fire + 30, 2, baseUrl),
    ],
    responsibilities: [],
    targets: [],
    notices: [
      { code: 'shared_responsibility', text: '文件写明由多个部门按职责分工负责，没有写明牵头单位。' },
    ],
    suggestions: ['第23项还讲了什么？', '市應急局还负责哪些任务？'],
    aiLabel: '本回答由程序自动生成，请以所引原文为准。',
  }
}

/** What a test may have otherwise: parts, and a store as it is before anybody watches it. */
export type Changed = Partial<Omit<Parts, 'store'>> & { store?: Store }

/** The parts of the product, quiet and with a clock that stands still; `changed` says what the test is about. */
export function testParts({ store: bare = openTestStore(), ...changed }: Changed = {}): Parts {
  let ids = 0
  let secrets = 0
  const store = watchStore(bare, () => performance.now())
  const now = changed.now ?? (() => new Date('2026-11-23T12:00:00Z'))
  return {
    library: LIBRARY,
    answer: fakeAnswer,
    now,
    newId: () => `id-${++ids}`,
    log: () => {},
    assets: ASSETS,
    guard: guardOf({ host: '127.0.0.1', allowedOrigins: [] }),
    handoff: { url: 'tel:12345' },
    access: accessOf(readConfig({}), { store, now }),
    // As if asked by this machine, where the console is open.
    peerOf: () => '127.0.0.1',
    newSecret: () => `secret-${++secrets}`.padEnd(22, 'x'),
    store,
    history: openHistory(store, changed.log ?? (() => {})),
    approvals: openApprovals({
      library: changed.library ?? LIBRARY,
      load: store.approvals,
      now,
      log: () => {},
    }),
    corpusDigest: openCorpusDigest(changed.library ?? LIBRARY),
    version: '0.0.0-test',
    ...changed,
  }
}

/** The app on those parts. */
export function testApp(changed: Changed = {}) {
  return createApp(testParts(changed))
}

/** The first seed alone: whatever else is on the shelves, these tests are about its clauses. */
export function firstSeed(): Corpus {
  const { documents, agencies, dictionary } = Corpus.parse(corpusFile)
  const document = documents.find(({ source }) => source.id === DOCUMENT)
  if (!document) throw new Error(`the corpus has no ${DOCUMENT}`)
  const ofPlace = agencies.filter(({ place }) => place === document.source.place)
  return { documents: [document], agencies: ofPlace, dictionary }
}

const LIBRARY = openLibrary(firstSeed())
