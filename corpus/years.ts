/**
 * Years that a text states in figures. Pure.
 */

/** Years that a folded question states (2026, 26年). */
export function statedYears(folded: string): number[] {
  const years = new Set<number>()
  for (const match of folded.matchAll(
    /(?<![\d.])((?:19|20)\d{2})(?!\d|\.\d|\s*(?:个|家|名|人|座|平|米|元|户|所))/g,
  ))
    years.add(Number(match[1]))
  for (const match of folded.matchAll(/(?<!\d)(\d{2})年(?!代|以|内|来|前|后|级|龄)/g)) {
    const year = 2000 + Number(match[1])
    if (year >= 2010 && year <= 2045) years.add(year)
  }
  return [...years]
}
