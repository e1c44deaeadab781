/**
 * A text as a pattern that meets just this text. Pure.
 */

/** `text` with the signs of patterns escaped. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
