/**
 * The database as the store uses it.
 */
import type { BatchItem } from 'drizzle-orm/batch'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'

/** What SQLite and D1 have in common. */
export type Database = BaseSQLiteDatabase<'async', unknown> & {
  /** All of them or none. */
  batch(queries: readonly [BatchItem<'sqlite'>, ...BatchItem<'sqlite'>[]]): Promise<unknown>
}
