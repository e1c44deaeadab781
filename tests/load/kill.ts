/**
 * Kills or stops the product under writers, starts it again on the same files, and looks for every write that it had confirmed.
 */
import { DatabaseSync } from 'node:sqlite'
import { startProduct } from './started.ts'

const WRITERS = 8
/** Confirmed in a round before it is killed. */
const LEAST = 25
const LONGEST_MS = 20_000
const TOKEN = 'token-of-the-kill-test'
const PAGE = 200

export interface Killed {
  rounds: number
  /** Feedback that was answered with 201. */
  confirmed: number
  /** … and not there afterwards. */
  lost: number
  /** What SQLite's own check said after each round. */
  integrity: string[]
  /** Milliseconds of each start after a kill. */
  starts: number[]
}

/** Writers send feedback and ask questions for `milliseconds`, and longer on a slow machine, then kill -9; so many rounds on the files of `dataDir`. */
export async function killUnderWriters(
  dataDir: string,
  rounds: number,
  milliseconds: number,
): Promise<Killed> {
  const environment = environmentOf(dataDir)
  const confirmed: string[] = []
  const integrity: string[] = []
  const starts: number[] = []
  for (let round = 0; round < rounds; round++) {
    const product = await startProduct(environment)
    if (round > 0) starts.push(product.startedIn)
    const isOver = { yes: false }
    const writers = Array.from({ length: WRITERS }, (_, writer) =>
      write(product.url, `${round}-${writer}`, confirmed, isOver),
    )
    const before = confirmed.length
    const from = performance.now()
    while (performance.now() - from < milliseconds || confirmed.length - before < LEAST) {
      if (performance.now() - from > LONGEST_MS) break
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await product.end('SIGKILL')
    isOver.yes = true
    await Promise.all(writers)
    integrity.push(checkOf(`${dataDir}/policy-chat.db`))
  }
  const product = await startProduct(environment)
  starts.push(product.startedIn)
  const kept = await keptFeedback(product.url)
  await product.end('SIGTERM')
  const lost = confirmed.filter((id) => !kept.has(id)).length
  return { rounds, confirmed: confirmed.length, lost, integrity, starts }
}

export interface Stopped {
  /** Feedback that was answered with 201, and answers that were given. */
  confirmed: number
  /** … and not there afterwards. */
  lost: number
  exitCode: number | null
  /** Milliseconds from SIGTERM to the end of the process. */
  endedIn: number
}

/** Writers send feedback and ask questions for `milliseconds`, and go on while SIGTERM ends the product. */
export async function stopUnderWriters(dataDir: string, milliseconds: number): Promise<Stopped> {
  const product = await startProduct(environmentOf(dataDir))
  const confirmed: string[] = []
  const answered: string[] = []
  const isOver = { yes: false }
  const writers = Array.from({ length: WRITERS }, (_, writer) =>
    write(product.url, `stop-${writer}`, confirmed, isOver, answered),
  )
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  const from = performance.now()
  const exitCode = await product.end('SIGTERM')
  const endedIn = performance.now() - from
  isOver.yes = true
  await Promise.all(writers)
  const again = await startProduct(environmentOf(dataDir))
  const kept = await keptFeedback(again.url)
  const conversations = await keptConversations(again.url)
  await again.end('SIGTERM')
  const lost = [
    ...confirmed.filter((id) => !kept.has(id)),
    ...answered.filter((id) => !conversations.has(id)),
  ]
  return { confirmed: confirmed.length + answered.length, lost: lost.length, exitCode, endedIn }
}

function environmentOf(dataDir: string): Record<string, string> {
  return { DATA_DIR: dataDir, STAFF_TOKEN: TOKEN, LOG_LEVEL: 'silent' }
}

/** Sends until the server is gone; what it confirmed is noted before the next is sent. */
async function write(
  url: string,
  name: string,
  confirmed: string[],
  isOver: { yes: boolean },
  answered: string[] = [],
): Promise<void> {
  for (let i = 0; !isOver.yes; i++) {
    const answerId = `a-${name}-${i}`
    try {
      const response = await post(`${url}/api/feedback`, { answerId, rating: 'up' })
      if (response.status === 201) confirmed.push(answerId)
      if (i % 10 !== 0) continue
      const chat = await post(`${url}/api/chat`, { question: '谁负责消防安全' })
      if (chat.status === 200) answered.push(JSON.parse(chat.body).conversationId)
    } catch {
      // Cut off: not confirmed. A server that is gone refuses at once.
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
}

async function post(url: string, body: object): Promise<{ status: number; body: string }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: await response.text() }
}

async function keptFeedback(url: string): Promise<Set<string>> {
  return new Set(await listed(url, '/api/staff/feedback', 'feedback', 'answerId'))
}

async function keptConversations(url: string): Promise<Set<string>> {
  return new Set(await listed(url, '/api/conversations', 'conversations', 'id'))
}

/** This field of all entries of a list for staff, page by page. */
async function listed(url: string, path: string, list: string, field: string): Promise<string[]> {
  const found: string[] = []
  let cursor = ''
  do {
    const response = await fetch(`${url}${path}?limit=${PAGE}${cursor}`, {
      headers: { Authorization: `Bearer ${TOKEN}` },
    })
    if (!response.ok) throw new Error(`${path} said ${response.status}`)
    const page = await response.json()
    found.push(...page[list].map((entry: Record<string, string>) => entry[field]))
    cursor = page.nextCursor ? `&cursor=${encodeURIComponent(page.nextCursor)}` : ''
  } while (cursor !== '')
  return found
}

/** `ok`, or what is wrong with the file, before anything of ours has opened it again. */
function checkOf(file: string): string {
  const db = new DatabaseSync(file)
  try {
    return String(db.prepare('PRAGMA integrity_check').get()?.integrity_check)
  } finally {
    db.close()
  }
}
