/**
 * 100 slow senders and 20 clients that never read: the server gets rid of them, and others do not notice.
 */
import { askWithoutReading, type Slow, sendSlowly } from './bad-clients.ts'
import { ask, distinctQuestions, quantile } from './chats.ts'
import { inMb, ms, type Report } from './report.ts'
import { heldBy, memoryOf, type Started, socketsOf, startProduct } from './started.ts'
import { waitUntil } from './streams.ts'

const SENDERS = 50
/** The server's own timeouts, a second between two looks, and two for a machine that is busy. */
const GONE_AFTER_MS: Record<Slow, number> = { headers: 8_000, body: 23_000 }
const NOT_READING = 20
/** Some 7 MB for each of them, more than the kernel takes. */
const LARGE = { path: '/api/documents/yancheng-2022-minsheng/clauses', times: 100 }
/** No sign of life for 20 s, twice where something had gone out before the first look, and what is sent until then. */
const FREED_AFTER_MS = 60_000
const AT_A_TIME = 10
const MAX_GROWTH_MB = 250
const NOISE_MB = 10

/** Measures both beside ordinary clients. */
export async function runBadClients(dataDir: string, report: Report): Promise<void> {
  const product = await startProduct({ DATA_DIR: dataDir }, { measured: true })
  try {
    const alone = await ordinary(product, 2_000)
    report.add(`ordinary clients alone, ${AT_A_TIME} at a time`, alone.said, alone.isWell)
    await meetSlowSenders(product, report)
    await meetNonReaders(product, report)
  } finally {
    await product.end('SIGTERM')
  }
}

async function meetSlowSenders(product: Started, report: Report): Promise<void> {
  const slow = (what: Slow) =>
    Promise.all(Array.from({ length: SENDERS }, () => sendSlowly(product.url, what)))
  const senders = Promise.all([slow('headers'), slow('body')])
  const meanwhile = await ordinary(product, GONE_AFTER_MS.headers)
  report.add('ordinary clients beside 100 slow senders', meanwhile.said, meanwhile.isWell)
  const [headers, body] = await senders
  for (const [what, times] of [
    ['headers', headers],
    ['body', body],
  ] as const) {
    const longest = Math.max(...times)
    report.add(
      `${SENDERS} that send their ${what} byte by byte`,
      `all gone after ${ms(longest)}`,
      longest <= GONE_AFTER_MS[what],
    )
  }
}

async function meetNonReaders(product: Started, report: Report): Promise<void> {
  const sockets = socketsOf(product)
  const held = [await heldBy(product)]
  const before = memoryOf(product).now
  const idle = Array.from({ length: NOT_READING }, () =>
    askWithoutReading(product.url, LARGE.path, LARGE.times),
  )
  await waitUntil(() => socketsOf(product) >= sockets + NOT_READING, FREED_AFTER_MS)
  const from = performance.now()
  const meanwhile = await ordinary(product, 5_000)
  report.add(`ordinary clients beside ${NOT_READING} that never read`, meanwhile.said, meanwhile.isWell)
  const freed = await waitUntil(() => socketsOf(product) <= sockets, FREED_AFTER_MS)
  for (const socket of idle) socket.destroy()
  const after = ms(performance.now() - from)
  report.add(
    `${NOT_READING} that never read`,
    freed === undefined ? `held after ${after}` : `all gone after ${after}`,
    freed !== undefined,
  )
  await ordinary(product, 2_000)
  held.push(await heldBy(product))
  report.add('  memory held: before, afterwards', inMb(held), (held[1] ?? 0) - (held[0] ?? 0) <= NOISE_MB)
  const { now, most } = memoryOf(product)
  report.add(
    '  memory of the process: before, at most, now',
    inMb([before, most, now]),
    most - before <= MAX_GROWTH_MB,
  )
}

/** Chats for so long. */
async function ordinary({ url }: Started, milliseconds: number): Promise<{ said: string; isWell: boolean }> {
  const end = performance.now() + milliseconds
  const questions = Array.from({ length: 50 }, () => distinct()).flat()
  const chats = await ask({ url, questions, atATime: AT_A_TIME, isOver: () => performance.now() > end })
  const { times, errors, mixedUp } = chats
  return {
    said: `${times.length} chats, ${errors.length} errors, p95 ${ms(quantile(times, 0.95))}`,
    isWell: errors.length + mixedUp === 0,
  }
}

let questions: string[] | undefined

function distinct(): string[] {
  questions ??= distinctQuestions(500)
  return questions
}
