/**
 * The store in Cloudflare D1. `wrangler d1 migrations apply` makes the tables.
 */
import { type AnyD1Database, drizzle } from 'drizzle-orm/d1'
import { openSqlStore } from './sql-store.ts'
import type { Store } from './store.ts'

/** The store in the database that a Worker is bound to. */
export function openD1Store(database: AnyD1Database): Store {
  return openSqlStore(drizzle(database))
}
