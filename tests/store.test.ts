/**
 * The store on Node, in memory and in a file. On D1 the same promise is asked in workerd.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api'
import { afterEach, describe, expect, it } from 'vitest'
import * as schema from '../server/store/schema.ts'
import { openSqliteStore, openSqliteStoreInMemory } from '../server/store/sqlite.ts'
import type { Store } from '../server/store/store.ts'
import { itKeepsThePromiseOfTheStore, keptAnswer, timeAt } from './store-contract.ts'

const MIGRATIONS = new URL('../server/store/migrations/', import.meta.url)

const opened: Store[] = []
const folders: string[] = []

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe.each([
  ['in memory', openSqliteStoreInMemory],
  ['in a file', () => openSqliteStore(join(newFolder(), 'data', 'policy.db'))],
])('the store %s', (_where, open) => {
  itKeepsThePromiseOfTheStore(async () => {
    const store = open()
    opened.push(store)
    return store
  })
})

it('leaves nothing of what was deleted in its files', async () => {
  const folder = newFolder()
  const store = openSqliteStore(join(folder, 'policy.db'))
  opened.push(store)
  const words = (name: string) =>
    keptAnswer(`${name}家的事`, 1, { conversationId: name, answer: { id: name } })
  await store.addAnswers([words('geheim'), ...Array.from({ length: 30 }, (_, i) => words(`other${i}`))])
  const event = { at: timeAt(2), actor: 'li', action: 'deleted_conversation' } as const
  await store.removeConversation('geheim', { ...event, id: 'e' })
  const text = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))).toString()
  expect(text).toContain('other7家的事')
  expect(text).not.toContain('geheim家的事')
})

it('has migrations that lead to its tables', async () => {
  const journal = readdirSync(new URL('meta/', MIGRATIONS)).filter((name) => name.endsWith('_snapshot.json'))
  const newest = JSON.parse(readFileSync(new URL(`meta/${journal.toSorted().at(-1)}`, MIGRATIONS), 'utf8'))
  const missing = await generateSQLiteMigration(newest, await generateSQLiteDrizzleJson(schema))
  expect(missing, 'npm run migrations writes what is missing').toEqual([])
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-'))
  folders.push(folder)
  return folder
}
