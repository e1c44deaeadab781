/**
 * One connection to a SQLite file, through the driver that Node has. Synchronous: it belongs in a thread of its own.
 *
 * Law: what it is told to write is on the disk when it returns, or nothing of it is.
 */
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'

const MIGRATIONS = fileURLToPath(new URL('migrations', import.meta.url))
export const IN_MEMORY = ':memory:'
/** For so long may another process hold the file; the thread does nothing else meanwhile. */
const BUSY_MS = 1_000
const MAX_STATEMENTS = 200
/** What people ask is for nobody else on the machine. */
const ONLY_OURS = 0o700

/** Where the database is, and how large it may become. */
export interface Place {
  file: string
  maxPages?: number
}

export interface Query {
  sql: string
  params: unknown[]
}

/** Rows as arrays of values; of what gives none, an empty list. */
export type Rows = unknown[][]

export interface Connection {
  /** Runs all of them or none; throws the driver's error. */
  run(queries: Query[]): Rows[]
  close(): void
}

/** Opens the file when it is needed, with the newest tables; after a failure the next call tries anew. */
export function openConnection(place: Place): Connection {
  const { file } = place
  let opened: Opened | undefined
  // Files are moved and deleted under running servers: SQLite would write on into what nobody finds again.
  const current = () => {
    if (opened && inodeOf(file) !== opened.inodes.get(file)) leave()
    opened ??= open(place)
    return opened
  }
  const leave = () => {
    if (opened) leaveMoved(opened)
    opened = undefined
  }
  return {
    run(queries) {
      const { db, statements } = current()
      const [only] = queries
      try {
        if (only && queries.length === 1) return [rowsOf(db, statements, only)]
        return inTransaction(db, () => queries.map((query) => rowsOf(db, statements, query)))
      } catch (error) {
        // What was written over in place is no longer what was opened.
        if (!PASSING.has(codeOf(error))) leave()
        throw error
      }
    },
    close() {
      opened?.db.close()
      opened = undefined
    },
  }
}

/** Busy, locked, full, refused by a constraint (https://sqlite.org/rescode.html): the connection is as good as before. */
const PASSING = new Set([5, 6, 13, 19])

/** The primary result code. */
function codeOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
}

/** Closes it; where its file was moved, with the log that SQLite would leave to whatever file has the name now. */
function leaveMoved({ db, inodes }: Opened): void {
  const own = [...inodes.keys()].filter((file) => inodeOf(file) === inodes.get(file))
  const [file] = inodes.keys()
  db.close()
  if (file !== undefined && !own.includes(file)) for (const log of own) rmSync(log, { force: true })
}

interface Opened {
  db: DatabaseSync
  statements: Map<string, StatementSync>
  /** Of the file and of the files of its log. */
  inodes: Map<string, number | undefined>
}

function open({ file, maxPages }: Place): Opened {
  if (file !== IN_MEMORY) mkdirSync(dirname(file), { recursive: true, mode: ONLY_OURS })
  const db = new DatabaseSync(file, { timeout: BUSY_MS })
  try {
    // FULL: an acknowledged write survives a power cut too.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
    // What people had deleted is not to be found in the file either.
    db.exec('PRAGMA secure_delete = ON')
    if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${maxPages}`)
    migrate(db)
  } catch (error) {
    db.close()
    throw error
  }
  const inodes = new Map(['', '-wal', '-shm'].map((ending) => [file + ending, inodeOf(file + ending)]))
  return { db, statements: new Map(), inodes }
}

function inodeOf(file: string): number | undefined {
  return file.startsWith(IN_MEMORY) ? undefined : statSync(file, { throwIfNoEntry: false })?.ino
}

/** Leads the tables to their newest form; several processes may try at once. */
function migrate(db: DatabaseSync): void {
  inTransaction(db, () => {
    db.exec('CREATE TABLE IF NOT EXISTS migrations (madeAt INTEGER PRIMARY KEY, hash TEXT NOT NULL)')
    const done = db.prepare('SELECT max(madeAt) AS last FROM migrations').get()
    const last = Number(done?.last ?? 0)
    for (const { folderMillis, hash, sql } of readMigrationFiles({ migrationsFolder: MIGRATIONS })) {
      if (folderMillis <= last) continue
      for (const statement of sql) db.exec(statement)
      db.prepare('INSERT INTO migrations VALUES (?, ?)').run(folderMillis, hash)
    }
  })
}

function inTransaction<T>(db: DatabaseSync, run: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = run()
    db.exec('COMMIT')
    return result
  } catch (error) {
    // Of a full disk SQLite has rolled back by itself.
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function rowsOf(db: DatabaseSync, statements: Map<string, StatementSync>, { sql, params }: Query): Rows {
  const known = statements.get(sql)
  const statement = known ?? db.prepare(sql)
  if (!known) {
    statement.setReturnArrays(true)
    if (statements.size >= MAX_STATEMENTS) statements.clear()
    statements.set(sql, statement)
  }
  return statement.all(...(params as SQLInputValue[])) as unknown as Rows
}
