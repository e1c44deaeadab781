/**
 * A store that fails: questions are answered all the same, what could not be kept is counted, and it is said.
 */
import { execFileSync } from 'node:child_process'
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../corpus/types.ts'
import { openSqliteStore } from '../server/store/sqlite.ts'
import type { Store } from '../server/store/store.ts'
import { testApp } from './fake-answer.ts'
import { keptAnswer } from './store-contract.ts'

let folder: string
let stores: Store[] = []
let cleanUps: (() => void)[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-faults-'))
})
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close().catch(() => {})))
  for (const cleanUp of cleanUps) cleanUp()
  rmSync(folder, { recursive: true, force: true })
  stores = []
  cleanUps = []
})

type App = ReturnType<typeof testApp>

function open(file: string, maxPages?: number): App {
  const store = openSqliteStore(file, maxPages)
  stores.push(store)
  return testApp({ store })
}

async function ask(app: App): Promise<Answer> {
  const response = await app.request('/api/chat', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ question: `谁负责消防安全${'？'.repeat(900)}` }),
  })
  expect(response.status).toBe(200)
  return response.json()
}

const history = (app: App) => app.request('/api/conversations')

async function health(app: App): Promise<{ status: string; store: string; answersLost: number }> {
  const response = await app.request('/readyz')
  expect(response.status).toBe(200)
  return response.json()
}

async function lostByMetrics(app: App): Promise<number> {
  const text = await (await app.request('/metrics')).text()
  return Number(/^store_writes_lost_total (\d+)$/m.exec(text)?.[1])
}

/** Every promise of a product whose store takes nothing, whatever the reason. */
async function expectToAnswerWithout(app: App): Promise<void> {
  for (let i = 0; i < 3; i++) expect((await ask(app)).outcome).toBe('answered')
  await expect.poll(() => lostByMetrics(app), { timeout: 8_000 }).toBeGreaterThanOrEqual(3)
  expect(await health(app)).toMatchObject({ status: 'degraded', store: 'unavailable' })
  expect((await (await app.request('/healthz')).json()).status).toBe('ok')
}

/** … and that of one that cannot even be read. */
async function expectNoHistory(app: App): Promise<void> {
  for (const path of ['/api/conversations', '/api/conversations/x']) {
    const response = await app.request(path)
    expect(response.status).toBe(503)
    expect((await response.json()).error).toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('answered all the same'),
    })
  }
  const feedback = await app.request('/api/feedback', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ answerId: 'a', rating: 'up' }),
  })
  expect(feedback.status).toBe(503)
}

/** The store takes everything again. */
async function expectToRecover(app: App): Promise<void> {
  await expect.poll(() => health(app), { timeout: 5_000 }).toMatchObject({ status: 'ok', store: 'ok' })
  const { answersLost } = await health(app)
  const { conversationId, conversationSecret = '' } = await ask(app)
  const headers = { 'x-conversation-secret': conversationSecret }
  expect((await app.request(`/api/conversations/${conversationId}`, { headers })).status).toBe(200)
  expect((await health(app)).answersLost).toBe(answersLost)
}

describe('a store', () => {
  it('that somebody else has locked loses what it is given until it is let go', async () => {
    const file = join(folder, 'policy.db')
    const app = open(file)
    await ask(app)
    expect((await history(app)).status).toBe(200)
    const other = new DatabaseSync(file, { timeout: 2_000 })
    cleanUps.push(() => other.close())
    other.exec('BEGIN EXCLUSIVE')
    await expectToAnswerWithout(app)
    other.exec('ROLLBACK')
    await expectToRecover(app)
  })

  it('that is locked while questions come in lets whoever reads its history wait for seconds at most', async () => {
    const file = join(folder, 'policy.db')
    const app = open(file)
    await ask(app)
    const other = new DatabaseSync(file, { timeout: 2_000 })
    cleanUps.push(() => other.close())
    other.exec('BEGIN EXCLUSIVE')
    const traffic = setInterval(() => void ask(app), 100)
    cleanUps.push(() => clearInterval(traffic))
    await new Promise((resolve) => setTimeout(resolve, 300))
    const patience = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 5_000))
    const response = await Promise.race([history(app), patience])
    expect(response && [200, 503].includes(response.status)).toBe(true)
  })

  it('that was overwritten in place, or has another file in its place, begins anew', async () => {
    const file = join(folder, 'policy.db')
    const app = open(file)
    await ask(app)
    expect((await history(app)).status).toBe(200)
    truncateSync(file)
    await ask(app)
    await expectToRecover(app)
    const backup = join(folder, 'backup.db')
    const before = openSqliteStore(backup)
    await before.addAnswers([keptAnswer('从备份来', 1)])
    await before.close()
    await ask(app)
    expect((await history(app)).status).toBe(200)
    renameSync(backup, file)
    await expectToRecover(app)
    const { conversations } = await (await history(app)).json()
    const questions = conversations.map(({ firstQuestion }: { firstQuestion: string }) => firstQuestion)
    expect(questions).toContain('从备份来')
  })

  it('that is no database answers nothing of history, and leaves the file as it is', async () => {
    const file = join(folder, 'policy.db')
    writeFileSync(file, 'garbage '.repeat(2_000))
    const app = open(file)
    await expectToAnswerWithout(app)
    await expectNoHistory(app)
    rmSync(file)
    await expectToRecover(app)
  })

  it('whose pages are torn says so', async () => {
    const file = join(folder, 'policy.db')
    const before = openSqliteStore(file)
    for (let i = 0; i < 5; i++)
      await before.addAudit({ id: `${i}`, at: '2026-11-23T12:00:00.000Z', actor: 'li', action: 'exported' })
    await before.close()
    const { size } = statSync(file)
    const torn = openSync(file, 'r+')
    writeSync(torn, Buffer.alloc(size - 1024, 0x5a), 0, size - 1024, 1024)
    closeSync(torn)
    const app = open(file)
    await expectToAnswerWithout(app)
    await expectNoHistory(app)
  })

  it('whose folder cannot be made is waited for', async () => {
    const parent = join(folder, 'data')
    writeFileSync(parent, 'a file where the folder should be')
    const app = open(join(parent, 'policy.db'))
    await expectToAnswerWithout(app)
    await expectNoHistory(app)
    rmSync(parent)
    await expectToRecover(app)
  })

  it('that was deleted under the running server begins anew', async () => {
    const file = join(folder, 'deep', 'policy.db')
    const app = open(file)
    const { conversationId } = await ask(app)
    expect((await history(app)).status).toBe(200)
    rmSync(join(folder, 'deep'), { recursive: true })
    await ask(app)
    await expectToRecover(app)
    const ids = (await (await history(app)).json()).conversations.map(({ id }: { id: string }) => id)
    expect(ids).not.toContain(conversationId)
    expect(ids.length).toBeGreaterThan(0)
  })

  it('on a disk that is full keeps what it has and loses the rest', async () => {
    // A file system of 1 MB where we may mount one; otherwise a limit of pages, which fails in the same words.
    const disk = mountSmall(join(folder, 'disk'))
    const app = open(join(disk ?? folder, 'policy.db'), disk ? undefined : 60)
    const first = await ask(app)
    if (disk) writeFileSync(join(disk, 'filler'), Buffer.alloc(700_000))
    for (let i = 0; i < 400; i++) await ask(app)
    await expectToAnswerWithout(app)
    const headers = { 'x-conversation-secret': first.conversationSecret ?? '' }
    expect((await app.request(`/api/conversations/${first.conversationId}`, { headers })).status).toBe(200)
    if (!disk) return
    rmSync(join(disk, 'filler'))
    await expectToRecover(app)
  })
})

/** A small file system at `path`, if this process may mount one. */
function mountSmall(path: string): string | undefined {
  mkdirSync(path)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  cleanUps.push(() => execFileSync('umount', [path]))
  return path
}
