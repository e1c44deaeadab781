/**
 * What arrives as text, made fit to be read: well-formed, without what people cannot see. Pure.
 */

/**
 * What people cannot see but machines read: controls, zero-width, bidi, annotation, tag and variation
 * characters, fillers, private and unassigned ones, the blank of Braille. Tabs and line breaks are seen.
 */
const INVISIBLE =
  /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}]|\p{Default_Ignorable_Code_Point}|\p{Noncharacter_Code_Point}|\u2800/gu

/** Well-formed text without invisible characters, within it too; trimmed. */
export function cleanText(text: string): string {
  return withoutInvisible(text.toWellFormed()).trim()
}

/** `text` without what people cannot see. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '')
}

/** A value with all its texts cleaned, names of fields too. */
export function cleanTexts(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleanTexts)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [cleanText(key), cleanTexts(part)]))
}
