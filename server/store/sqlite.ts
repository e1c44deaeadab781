/**
 * The store in a SQLite file. Node only: assemble-node.ts and tests use it.
 */
import { Worker } from 'node:worker_threads'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import { openSqlStore } from './sql-store.ts'
import { IN_MEMORY, openConnection, type Place, type Query, type Rows } from './sqlite-connection.ts'
import type { Order, Reply } from './sqlite-thread.ts'
import type { Store } from './store.ts'

/** Runs all of the queries or none. */
type Run = (queries: Query[]) => Promise<Rows[]>

/** The store in `file`, which comes into being with its folder and grows to `maxPages` of 4 kB; calls fail while it cannot be opened. */
export function openSqliteStore(file: string, maxPages?: number): Store {
  const { run, close } = openThread({ file, ...(maxPages === undefined ? {} : { maxPages }) })
  return storeOf(run, close)
}

/** A store of its own in the memory of this process, gone with it. */
export function openSqliteStoreInMemory(): Store {
  const connection = openConnection({ file: IN_MEMORY })
  return storeOf(
    async (queries) => connection.run(queries),
    async () => connection.close(),
  )
}

function storeOf(run: Run, close: () => Promise<void>): Store {
  const db = drizzle(
    async (sql, params, method) => {
      const [rows = []] = await run([{ sql, params }])
      // Drizzle's type has no word for a row that is not there.
      return { rows: method === 'get' ? (rows[0] as unknown[]) : rows }
    },
    async (queries) => {
      const all = await run(queries.map(({ sql, params }) => ({ sql, params })))
      return all.map((rows) => ({ rows }))
    },
  )
  return openSqlStore(db, {
    close,
    // The log has the pages as they were before.
    scrub: async () => void (await run([{ sql: 'PRAGMA wal_checkpoint(TRUNCATE)', params: [] }])),
  })
}

function openThread(workerData: Place): { run: Run; close(): Promise<void> } {
  const waiting = new Map<number, { resolve(rows: Rows[]): void; reject(error: Error): void }>()
  let last = 0
  let thread: Worker | undefined

  const fail = (ended: Worker, error: Error) => {
    if (thread !== ended) return
    thread = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const begin = () => {
    const begun = new Worker(new URL('./sqlite-thread.ts', import.meta.url), { workerData })
    begun.on('message', (reply: Reply) => {
      const order = waiting.get(reply.id)
      waiting.delete(reply.id)
      if ('rows' in reply) order?.resolve(reply.rows)
      else order?.reject(new Error(reply.failure))
      if (waiting.size === 0) begun.unref()
    })
    begun.on('error', (error) => fail(begun, error instanceof Error ? error : new Error(String(error))))
    begun.on('exit', () => fail(begun, new Error('The thread of the store has ended.')))
    return begun
  }
  const send = (order: Omit<Order, 'id'>) =>
    new Promise<Rows[]>((resolve, reject) => {
      const id = ++last
      thread ??= begin()
      thread.ref()
      waiting.set(id, { resolve, reject })
      thread.postMessage({ id, ...order } satisfies Order)
    })
  return {
    run: (queries) => send({ queries }),
    async close() {
      if (thread) await send({})
    },
  }
}
