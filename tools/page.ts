/**
 * Pages of a long list: an opaque cursor says where the next page starts. Pure.
 */
import { z } from 'zod'
import { MAX_RESULT, ToolError } from './tool.ts'

const MAX_CURSOR = 40

/** What a page leaves for the fields beside its items. */
const MAX_ITEMS = MAX_RESULT - 2_000

/** Where a page starts. */
export const cursorInput = z
  .string()
  .max(MAX_CURSOR)
  .optional()
  .describe('上一页的 nextCursor。nextCursor of the page before.')

/** The fields of a tool that answers in pages. */
export function pageInput(most: number, usual: number) {
  return {
    limit: z.number().int().min(1).max(most).default(usual).describe('最多返回几条。Results on a page.'),
    cursor: cursorInput,
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

export interface PageWanted {
  limit: number
  cursor?: string
  /** What the list was made by: a cursor of another list is refused. */
  by: object
}

export interface Page<T> {
  items: T[]
  rest: { total: number; nextCursor?: string }
}

/** The entries of `all` that are wanted, as `view` makes them of each and its place on the page, from 0. */
export function pageOf<T, View>(
  all: T[],
  { limit, cursor, by }: PageWanted,
  view: (item: T, place: number) => View,
  trim: (items: View[]) => View[] = (items) => items,
): Page<View> {
  const offset = cursor === undefined ? 0 : offsetOf(cursor, by)
  const items = trim(all.slice(offset, offset + limit).map(view))
  const end = offset + items.length
  const isLast = items.length === 0 || end >= all.length
  return { items, rest: { total: all.length, ...(isLast ? {} : { nextCursor: cursorOf(end, by) }) } }
}

/** A page of a tool: it ends early rather than be too large for a result. */
export function toolPage<T, View>(
  all: T[],
  wanted: PageWanted,
  view: (item: T, place: number) => View,
): Page<View> {
  return pageOf(all, wanted, view, fitting)
}

/** As many of `items`, from the first, as a result has room for; one at least. */
export function fitting<T>(items: T[]): T[] {
  let length = 0
  const count = items.findIndex((item, i) => {
    length += JSON.stringify(item).length + 1
    return length > MAX_ITEMS && i > 0
  })
  return count < 0 ? items : items.slice(0, count)
}

function cursorOf(offset: number, by: object): string {
  return toBase64Url(`${offset}.${digestOf(by)}`)
}

function offsetOf(cursor: string, by: object): number {
  const [, offset, digest] = /^(\d{1,9})\.(\w{1,8})$/.exec(fromBase64Url(cursor)) ?? []
  if (offset === undefined || digest !== digestOf(by))
    throw new ToolError(
      'invalid',
      'The cursor is not one of this list. Pass on nextCursor unchanged with the same arguments, or leave it out.',
    )
  return Number(offset)
}

/** Tells lists apart (FNV-1a, 32 bits): a slip is to be noticed, nobody is to be kept out. */
function digestOf(by: object): string {
  let hash = 0x811c9dc5
  for (const unit of JSON.stringify(by)) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36)
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
