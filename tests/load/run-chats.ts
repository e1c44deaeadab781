/**
 * 1,000 chats at 100 at a time, beside a bare JSON route; none may be lost, and memory stays flat from round to round.
 */
import { ask, type Chats, distinctQuestions, quantile } from './chats.ts'
import { inMb, ms, type Report } from './report.ts'
import { heldBy, memoryOf, type Started, startBare, startProduct } from './started.ts'

const TOKEN = 'token-of-the-load-test'
const COUNT = 1_000
const AT_A_TIME = 100
const ROUNDS = 3
const WARM_UP = 300
const PAUSE_MS = 4_000
const MAX_GROWTH_MB = 250
/** Between two rounds of the same, once the garbage is gone. */
const NOISE_MB = 10

/** Asks, compares, counts what was kept, and watches the memory. */
export async function runChats(dataDir: string, report: Report): Promise<void> {
  const questions = distinctQuestions(COUNT)
  const bare = await measureBare(questions)
  report.add('a bare JSON route', said(bare))

  const product = await startProduct({ DATA_DIR: dataDir, STAFF_TOKEN: TOKEN }, { measured: true })
  try {
    const load = { url: product.url, questions, atATime: AT_A_TIME }
    await ask({ ...load, questions: questions.slice(0, WARM_UP) })
    const atFirst = memoryOf(product).now
    const after: number[] = []
    const held: number[] = [await heldBy(product)]
    for (let round = 1; round <= ROUNDS; round++) {
      const chats = await ask(load)
      after.push(memoryOf(product).now)
      held.push(await heldBy(product))
      const isWell = chats.errors.length === 0 && chats.mixedUp === 0
      report.add(`${questions.length} chats, ${AT_A_TIME} at a time, round ${round}`, said(chats), isWell)
      if (!isWell) report.add('  what went wrong', `${[...new Set(chats.errors)].slice(0, 3)}`)
      if (round === 1)
        report.add(
          '  beside the bare route',
          `${(rate(bare) / rate(chats)).toFixed(1)} times fewer per second`,
        )
    }
    await reportKept(product, WARM_UP + ROUNDS * questions.length, report)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    await ask({ ...load, questions: questions.slice(0, AT_A_TIME) })
    reportMemory(held, atFirst, after, memoryOf(product), report)
  } finally {
    await product.end('SIGTERM')
  }
}

async function measureBare(questions: string[]): Promise<Chats> {
  const server = await startBare()
  try {
    const load = { url: server.url, questions, atATime: AT_A_TIME }
    await ask({ ...load, questions: questions.slice(0, WARM_UP) }, '/bare')
    return await ask(load, '/bare')
  } finally {
    await server.end('SIGTERM')
  }
}

async function reportKept({ url }: Started, expected: number, report: Report): Promise<void> {
  const headers = { Authorization: `Bearer ${TOKEN}` }
  const list = await fetch(`${url}/api/conversations?limit=1`, { headers })
  const { total } = await list.json()
  const metrics = await (await fetch(`${url}/metrics`, { headers })).text()
  const lost = Number(/^store_writes_lost_total (\d+)$/m.exec(metrics)?.[1])
  report.add('  kept', `${total} of ${expected}, ${lost} counted as lost`, total === expected && lost === 0)
}

function reportMemory(
  held: number[],
  atFirst: number,
  after: number[],
  { now, most }: ReturnType<typeof memoryOf>,
  report: Report,
): void {
  const grown = (held.at(-1) ?? 0) - (held.at(-2) ?? 0)
  report.add('  memory held: warm, after each round', inMb(held), grown <= NOISE_MB)
  const sizes = `${inMb([atFirst, ...after])}; at most ${inMb([most])}, after a pause ${inMb([now])}`
  report.add('  memory of the process', sizes, most - atFirst <= MAX_GROWTH_MB)
}

function said(chats: Chats): string {
  const { times, errors, mixedUp } = chats
  const wrong = `${errors.length} errors, ${mixedUp} mixed up`
  return `${wrong}, ${rate(chats).toFixed(0)} a second, p50 ${ms(quantile(times, 0.5))}, p95 ${ms(quantile(times, 0.95))}`
}

function rate({ times, milliseconds }: Chats): number {
  return (1000 * times.length) / milliseconds
}
