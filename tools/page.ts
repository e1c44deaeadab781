/**
 * Pages of a long list: an opaque cursor says where the next page starts. Pure.
 */
const CURSOR = /^[\w-]{1,24}$/

/** The `limit` entries of `all` from `offset`, with the cursor of the page after them if there is one. */
export function pageOf<T>(all: T[], offset: number, limit: number): { items: T[]; nextCursor?: string } {
  const end = offset + limit
  return {
    items: all.slice(offset, end),
    ...(end < all.length ? { nextCursor: toBase64Url(`o${end}`) } : {}),
  }
}

/** The offset that `cursor` stands for; undefined if it is none of ours. */
export function offsetOf(cursor: string): number | undefined {
  if (!CURSOR.test(cursor)) return undefined
  const digits = /^o(\d{1,9})$/.exec(fromBase64Url(cursor))?.[1]
  return digits === undefined ? undefined : Number(digits)
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
