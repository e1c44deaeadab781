/**
 * What arrives as text, made fit to be read: well-formed, without what people cannot see. Pure.
 */

/** What people cannot see but machines read: controls, zero-width, bidi, tag and variation characters. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}]|\p{Variation_Selector}/gu

/** Well-formed text without invisible characters, trimmed. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, '').trim()
}
