/**
 * What the browser makes by itself: ids, and the day.
 */

/** As good as unique; randomUUID is not there over plain HTTP. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('')
}

/** The day where the reader is, as YYYY-MM-DD. */
export function today(): string {
  const now = new Date()
  const two = (part: number) => `0${part}`.slice(-2)
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
