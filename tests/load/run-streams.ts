/**
 * 200 streams at once, with and without a model that is slow, and 200 readers that leave in the middle.
 */
import { openStandIn, type StandIn } from '../stand-in/stand-in.ts'
import { distinctQuestions, quantile } from './chats.ts'
import { inMb, ms, type Report } from './report.ts'
import { heldBy, memoryOf, type Started, socketsOf, startProduct } from './started.ts'
import { FOR_THE_MODEL, openReader, type Read, waitUntil } from './streams.ts'

const COUNT = 200
/** From the reader's leaving to the end of the model's work. */
const CANCEL_MS = 1_500
const PATIENCE_MS = 15_000
const MAX_GROWTH_MB = 250
/** Connections to the model take some seconds to go. */
const PAUSE_MS = 5_000
const NOISE_MB = 15

/** Streams of the embedded answerer, of a slow model, and such as are left. */
export async function runStreams(dataDir: string, report: Report): Promise<void> {
  const model = await openStandIn({ fault: 'slow-first-token' })
  const plain = await startProduct({ DATA_DIR: `${dataDir}-plain` })
  const slow = await startProduct(
    { DATA_DIR: dataDir, OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'stand-in' },
    { measured: true },
  )
  try {
    const questions = distinctQuestions(COUNT)
    await readAll(plain, questions)
    reportReads(`${COUNT} streams`, await readAll(plain, questions), report)
    const sockets = socketsOf(slow)
    const before = memoryOf(slow).now
    const asked = questions.map(() => FOR_THE_MODEL)
    reportReads(`${COUNT} streams that wait for a model`, await readAll(slow, asked), report)
    const held = [await heldBy(slow)]
    report.add('  model calls', `${model.calls.length}`)
    await dropAll(slow, sockets, model, report)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    held.push(await heldBy(slow))
    report.add('  memory held: before, now', inMb(held), (held[1] ?? 0) - (held[0] ?? 0) <= NOISE_MB)
    const { now, most } = memoryOf(slow)
    report.add(
      '  memory of the process: before, at most, now',
      inMb([before, most, now]),
      most - before <= MAX_GROWTH_MB,
    )
  } finally {
    await Promise.all([plain.end('SIGTERM'), slow.end('SIGTERM')])
    await model.close()
  }
}

function readAll({ url }: Started, questions: string[]): Promise<Read[]> {
  return Promise.all(questions.map((question) => openReader(url, question).read))
}

function reportReads(what: string, reads: Read[], report: Report): void {
  const ended = reads.filter(({ ends, error }) => ends === 1 && !error).length
  const first = reads.flatMap(({ firstByte }) => firstByte ?? [])
  const measured = `${ended} of ${reads.length} ended with one event, first byte p95 ${ms(quantile(first, 0.95))}`
  report.add(what, measured, ended === reads.length)
}

async function dropAll(product: Started, sockets: number, model: StandIn, report: Report): Promise<void> {
  model.behave('silence-after-headers')
  const before = model.calls.length
  const readers = Array.from({ length: COUNT }, () => openReader(product.url, FOR_THE_MODEL))
  const calls = () => model.calls.slice(before)
  await waitUntil(() => calls().length >= COUNT, PATIENCE_MS)
  const asked = calls().length
  const leftAt = Date.now()
  for (const { leave } of readers) leave()
  await waitUntil(() => calls().every(({ closedEarly }) => closedEarly), PATIENCE_MS)
  const cancelled = calls().filter(({ closedEarly }) => closedEarly)
  const slowest = Math.max(...cancelled.map(({ closedAt = 0 }) => closedAt - leftAt))
  const isWell = asked === COUNT && cancelled.length === calls().length && slowest <= CANCEL_MS
  report.add(
    `${COUNT} readers that leave`,
    `${cancelled.length} of ${calls().length} model calls cancelled, the last after ${ms(slowest)}`,
    isWell,
  )
  // Idle connections to the model are kept for some seconds.
  const freed = await waitUntil(() => socketsOf(product) <= sockets, PATIENCE_MS)
  const measured = `${sockets} at first, ${socketsOf(product)} now`
  report.add('  sockets', measured, freed !== undefined)
}
