/**
 * Lists that are sorted by time, page by page: where one ends, and what comes after.
 */
import { and, eq, lt, or, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Page } from './store.ts'

const BETWEEN = '~'

/** Where a page ends: time and id of its last entry. */
export function placeOf(time: string, id: string): string {
  return time + BETWEEN + id
}

export function olderThan(
  [time, id]: readonly [SQLiteColumn, SQLiteColumn],
  place: string | undefined,
): SQL | undefined {
  if (place === undefined) return undefined
  const at = place.indexOf(BETWEEN)
  const [placeTime, placeId] = [place.slice(0, at), place.slice(at + 1)]
  return or(lt(time, placeTime), and(eq(time, placeTime), lt(id, placeId)))
}

/** `found` has one more than wanted where the list goes on. */
export function pageOf<T>(
  found: T[],
  all: { total: number } | undefined,
  limit: number,
  place: (entry: T) => string,
): Page<T> {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    total: all?.total ?? items.length,
    ...(found.length > limit && last !== undefined ? { next: place(last) } : {}),
  }
}
