/**
 * Pages of a long list: an opaque cursor says where the next page starts. Pure.
 */
import { z } from 'zod'

const CURSOR = /^[\w-]{1,24}$/

const NOT_OURS = 'not one of ours; pass on nextCursor unchanged, or leave it out'

/** Characters of JSON that a result may have: it travels twice, as data and as text, within 50,000. */
export const MAX_RESULT = 22_000

/** What a page leaves for the fields beside its items. */
const MAX_ITEMS = MAX_RESULT - 2_000

/** The fields of a tool that answers in pages. */
export function pageInput(most: number, usual: number) {
  return {
    limit: z.number().int().min(1).max(most).default(usual).describe('最多返回几条。Results on a page.'),
    cursor: z
      .string()
      .max(24)
      .refine((cursor) => offsetOf(cursor) !== undefined, NOT_OURS)
      .optional()
      .describe('上一页的 nextCursor。nextCursor of the page before.'),
  }
}

/** The fields of its result, beside the items. */
export const PageOutput = {
  total: z.number().int().describe('全部条数。How many there are on all pages.'),
  nextCursor: z
    .string()
    .optional()
    .describe('还有下一页时才有。Only where there is a next page; pass it as cursor.'),
}

/** The `limit` entries of `all` from `offset`, with the cursor of the page after them if there is one. */
export function pageOf<T>(all: T[], offset: number, limit: number): { items: T[]; nextCursor?: string } {
  const end = offset + limit
  return { items: all.slice(offset, end), ...(end < all.length ? { nextCursor: cursorOf(end) } : {}) }
}

/** A page of a tool, small enough for a result: `view` makes its entries, `place` counts them on the page from 0. */
export function toolPage<T, View>(
  all: T[],
  { limit, cursor }: { limit: number; cursor?: string },
  view: (item: T, place: number) => View,
): { items: View[]; rest: { total: number; nextCursor?: string } } {
  const offset = (cursor ? offsetOf(cursor) : 0) ?? 0
  const viewed = all.slice(offset, offset + limit).map(view)
  const items = fitting(viewed, MAX_ITEMS)
  const end = offset + items.length
  const nextCursor = items.length > 0 && end < all.length ? cursorOf(end) : undefined
  return { items, rest: { total: all.length, ...(nextCursor ? { nextCursor } : {}) } }
}

/** As many of `items`, from the first, as have at most `characters` of JSON; one at least. */
function fitting<T>(items: T[], characters: number): T[] {
  let length = 0
  const count = items.findIndex((item, i) => {
    length += JSON.stringify(item).length + 1
    return length > characters && i > 0
  })
  return count < 0 ? items : items.slice(0, count)
}

/** The offset that `cursor` stands for; undefined if it is none of ours. */
export function offsetOf(cursor: string): number | undefined {
  if (!CURSOR.test(cursor)) return undefined
  const digits = /^o(\d{1,9})$/.exec(fromBase64Url(cursor))?.[1]
  return digits === undefined ? undefined : Number(digits)
}

function cursorOf(offset: number): string {
  return toBase64Url(`o${offset}`)
}

function toBase64Url(text: string): string {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return ''
  }
}
