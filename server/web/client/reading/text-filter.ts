/**
 * What a filter leaves: texts that have every word typed. Pure.
 */

/** True for texts that have every word that is wanted. */
export function filterOf(wanted: string, fold: (text: string) => string): (texts: string[]) => boolean {
  const words = fold(wanted).split(/\s+/).filter(Boolean)
  return (texts) => {
    if (words.length === 0) return true
    const text = fold(texts.join('\n'))
    return words.every((word) => text.includes(word))
  }
}
