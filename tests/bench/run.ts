/**
 * `npm run bench`: what an answer costs beside a raw search of the same question, and what the doors cost over HTTP.
 */

import { buildCorpus } from '../../corpus/build.ts'
import { type Library, openLibrary } from '../../corpus/library.ts'
import { answer } from '../../server/answer/answer.ts'
import { readDictionary, readSeeds } from '../../server/ingest.ts'
import { setOf } from '../eval/evaluate.ts'
import { readQuestions } from '../eval/question.ts'
import { FIXTURES } from '../eval/shelves.ts'
import { bigCorpus } from './big-corpus.ts'
import { coldStarts, loadDoors, loadSearches } from './http.ts'
import type { Reply } from './load.ts'
import { measureWorker } from './worker.ts'

const CLAUSES = 2_000
const MILLISECONDS = 2_000
const WARM_UP_ROUNDS = 1
/** GET /api/search takes no longer query. */
const LONGEST_SEARCH = 500
const SETTING = { today: '2026-03-02', id: 'bench', baseUrl: 'http://127.0.0.1:8787' }

const WIDTHS = [34, 12, 10, 10, 10]

const questions = readQuestions(new URL('../eval/questions.jsonl', import.meta.url))
  .filter((question) => setOf(question) === 'tuned' && !question.history)
  .map(({ question }) => question)
const dictionary = await readDictionary()
const small = openLibrary(buildCorpus(readSeeds(), dictionary))
const manyClauses = bigCorpus([...readSeeds(), ...readSeeds(FIXTURES)], CLAUSES, dictionary)
const big = openLibrary(manyClauses)

row('', 'per second', 'p50 ms', 'p99 ms', 'mean ms')
for (const library of [small, big]) compareWithSearch(library)

const { bare, chat, mcp } = await loadDoors(questions)
console.log('\nover HTTP, 16 connections kept alive')
timesRow('a bare JSON route', bare.times, bare.milliseconds)
timesRow('POST /api/chat', chat.times, chat.milliseconds)
ratioRow(bare, chat)
timesRow('POST /mcp, a trivial tool', mcp.times, mcp.milliseconds)
ratioRow(bare, mcp)

const short = questions.filter((question) => question.length <= LONGEST_SEARCH)
const searches = await loadSearches(big, short)
console.log(`\nsearch over HTTP, ${CLAUSES} clauses`)
timesRow('GET /api/search', searches.http.times, searches.http.milliseconds)
timesRow('POST /mcp, search', searches.mcp.times, searches.mcp.milliseconds)
ratioRow(searches.http, searches.mcp)

const starts = await coldStarts()
console.log(`\ncold start to the first healthy reply, ms: ${starts.map((time) => time.toFixed(0)).join(' ')}`)

const worker = await measureWorker(manyClauses)
const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`
console.log(`\nin workerd, ${CLAUSES} clauses`)
console.log(`  bundle ${kB(worker.size)}, gzipped ${kB(worker.packed)}`)
console.log(`  first reply after ${worker.start.toFixed(0)} ms, ${worker.startCpu} ms of it on the processor`)
console.log(`  heap of the isolate ${worker.heap.toFixed(0)} MB (Workers allow 128)`)
console.log(`  workerd ${worker.resident.map((size) => size.toFixed(0)).join(' MB, and then ')} MB`)

/** Question by question in turn, so that both meet the same state of the machine. */
function compareWithSearch(library: Library): void {
  const clauses = library.documents.reduce((count, document) => count + document.clauses.length, 0)
  const answering: number[] = []
  const searching: number[] = []
  const round = (keep: boolean) => {
    for (const question of questions) {
      const start = performance.now()
      library.rawSearch(question)
      const between = performance.now()
      answer({ question }, library, SETTING)
      const end = performance.now()
      if (!keep) continue
      searching.push(between - start)
      answering.push(end - between)
    }
  }
  for (let i = 0; i < WARM_UP_ROUNDS; i++) round(false)
  const started = performance.now()
  while (performance.now() - started < MILLISECONDS) round(true)
  console.log(`\n${clauses} clauses`)
  timesRow('raw MiniSearch search', searching, sum(searching))
  timesRow('answer', answering, sum(answering))
  console.log(
    `  ratio p50 ${(at(answering, 0.5) / at(searching, 0.5)).toFixed(2)}, p99 ${(at(answering, 0.99) / at(searching, 0.99)).toFixed(2)}, mean ${(sum(answering) / sum(searching)).toFixed(2)}`,
  )
}

function timesRow(name: string, times: number[], milliseconds: number): void {
  const perSecond = (1000 * times.length) / milliseconds
  const mean = sum(times) / times.length
  row(
    `  ${name}`,
    perSecond.toFixed(0),
    at(times, 0.5).toFixed(3),
    at(times, 0.99).toFixed(3),
    mean.toFixed(3),
  )
}

function ratioRow(plain: Reply, measured: Reply): void {
  const rate = ({ times, milliseconds }: Reply) => times.length / milliseconds
  console.log(`  ratio of replies per second ${(rate(plain) / rate(measured)).toFixed(2)}`)
  const failures = plain.failures + measured.failures
  if (failures > 0) console.log(`  failures ${failures}`)
}

function row(...cells: string[]): void {
  console.log(
    cells.map((cell, i) => (i === 0 ? cell.padEnd(WIDTHS[i] ?? 0) : cell.padStart(WIDTHS[i] ?? 0))).join(''),
  )
}

function at(times: number[], quantile: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0
}

function sum(times: number[]): number {
  return times.reduce((total, time) => total + time, 0)
}
