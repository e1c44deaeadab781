/**
 * Kills under writers, a store that somebody else has locked, and the full run of random requests.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { assembleAnswerer } from '../../server/assemble.ts'
import { readConfig } from '../../server/config.ts'
import { openLog } from '../../server/log.ts'
import { testApp } from '../fake-answer.ts'
import { fuzzDoors } from '../hostile/fuzz.ts'
import { logFaults } from '../hostile/judge.ts'
import { ask, type Chats, distinctQuestions, quantile } from './chats.ts'
import { killUnderWriters, stopUnderWriters } from './kill.ts'
import { ms, type Report } from './report.ts'
import { type Started, startProduct } from './started.ts'
import { waitUntil } from './streams.ts'

const KILLS = 5
const WRITING_MS = 4_000
const MIN_CONFIRMED = 1_000
const DRAIN_MS = 10_000
const LOCKED_MS = 3_000
const AT_A_TIME = 20
/** About every other one has a body. */
const REQUESTS = 4_500
const BODIES = 2_000
const SEED = 20_261_123
const RECOVERY_MS = 15_000

/** kill -9 five times under writers, and SIGTERM once. */
export async function runKills(dataDir: string, report: Report): Promise<void> {
  const { confirmed, lost, integrity, starts } = await killUnderWriters(dataDir, KILLS, WRITING_MS)
  const isWell = confirmed >= MIN_CONFIRMED && lost === 0 && integrity.every((said) => said === 'ok')
  report.add(
    `${KILLS} times kill -9 under writers`,
    `${lost} of ${confirmed} confirmed writes lost, integrity ${[...new Set(integrity)].join(', ')}`,
    isWell,
  )
  report.add('  starts afterwards', starts.map(ms).join(', '))
  const stopped = await stopUnderWriters(join(dataDir, 'stopped'), 2_000)
  const { exitCode, endedIn } = stopped
  report.add(
    'SIGTERM under writers',
    `exit code ${exitCode} after ${ms(endedIn)}, ${stopped.lost} of ${stopped.confirmed} lost`,
    exitCode === 0 && endedIn <= DRAIN_MS && stopped.lost === 0,
  )
}

/** Somebody else locks the file while people ask. */
export async function runLocked(dataDir: string, report: Report): Promise<void> {
  mkdirSync(dataDir, { recursive: true })
  const product = await startProduct({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  try {
    await chatsFor(product, 1_000)
    const before = await chatsFor(product, LOCKED_MS)
    report.add('chats before the store is locked', said(before), before.errors.length === 0)
    const other = new DatabaseSync(join(dataDir, 'policy-chat.db'), { timeout: RECOVERY_MS })
    other.exec('BEGIN EXCLUSIVE')
    const during = await chatsFor(product, LOCKED_MS)
    other.exec('ROLLBACK')
    other.close()
    report.add(`chats while it is locked for ${LOCKED_MS / 1000} s`, said(during), during.errors.length === 0)
    await reportRecovery(product, report)
  } finally {
    await product.end('SIGTERM')
  }
}

async function reportRecovery({ url }: Started, report: Report): Promise<void> {
  let health = { store: '', answersLost: 0 }
  let isAsking = false
  const look = async () => {
    isAsking = true
    health = await (await fetch(`${url}/readyz`)).json()
    isAsking = false
  }
  const took = await waitUntil(() => {
    if (!isAsking && health.store !== 'ok') void look()
    return health.store === 'ok'
  }, RECOVERY_MS)
  const measured = `${health.answersLost} counted as lost, the store is ${health.store}`
  report.add(
    '  afterwards',
    took === undefined ? measured : `${measured} after ${ms(took)}`,
    took !== undefined,
  )
}

/** Random requests at every door. */
export async function runFuzz(_dataDir: string, report: Report): Promise<void> {
  const lines: string[] = []
  const write = (line: string) => lines.push(line)
  const log = openLog('debug', write, () => new Date())
  const app = testApp({ answer: assembleAnswerer(readConfig({})), log })
  let bodies = 0
  const counted = {
    request(path: string, init?: RequestInit) {
      if (init?.body !== undefined) bodies++
      return app.request(path, init)
    },
  }
  const from = performance.now()
  const wrong = await fuzzDoors(counted, REQUESTS, SEED).then(
    () => undefined,
    (error: Error) => error.message,
  )
  const inLog = logFaults(lines)
  report.add(
    `${REQUESTS} random requests at every door`,
    `${bodies} with a body, ${inLog.length} bad lines in the log, ${ms(performance.now() - from)}`,
    !wrong && inLog.length === 0 && bodies >= BODIES,
  )
  if (wrong) report.add('  what went wrong', wrong)
}

function chatsFor({ url }: Started, milliseconds: number): Promise<Chats> {
  const end = performance.now() + milliseconds
  const questions = Array.from({ length: 20 }, () => QUESTIONS).flat()
  return ask({ url, questions, atATime: AT_A_TIME, isOver: () => performance.now() > end })
}

const QUESTIONS = distinctQuestions(500)

function said({ times, errors }: Chats): string {
  return `${times.length} chats, ${errors.length} errors, p95 ${ms(quantile(times, 0.95))}`
}
