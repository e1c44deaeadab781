/**
 * Years that a text states in figures. Pure.
 */

/** Years that a folded question states (2026, 26年). */
export function statedYears(folded: string): number[] {
  const years = new Set<number>()
  for (const match of folded.matchAll(
    /(?<![\d.])((?:19|20)\d{2})(?!\d|\.\d|\s*(?:个|家|名|人|座|平|米|元|户|所|套(?!餐)|场(?![馆所景])|亩|辆|张|间|处(?![置理罚])|条(?![例件款])|项(?!目)|次|万|亿|公里|千米|吨|斤))/g,
  ))
    years.add(Number(match[1]))
  for (const match of folded.matchAll(/(?<!\d)(\d{2})年(?!代|以|内|来|前|后|级|龄)/g)) {
    const year = 2000 + Number(match[1])
    if (year >= 2010 && year <= 2045) years.add(year)
  }
  return [...years]
}

/** Years relative to today. */
const RELATIVE_YEARS: { offset: number; pattern: RegExp; example: string }[] = [
  { offset: -2, pattern: /前年|\bthe year before last\b|\btwo years ago\b/, example: '前年' },
  { offset: -1, pattern: /去年|上一年|上年(?!度)|\blast year(?:'s)?\b/, example: '去年' },
  {
    offset: 0,
    pattern: /今年|本年|这一年|本年度|今年度|\bthis year(?:'s)?\b|\bcurrent year\b/,
    example: '今年',
  },
  { offset: 1, pattern: /明年|下一年|\bnext year(?:'s)?\b/, example: '明年' },
  { offset: 2, pattern: /后年/, example: '后年' },
]

/** Years that a folded text gives from today (今年, last year), absolute; `today` is YYYY-MM-DD. */
export function relativeYears(folded: string, today: string): number[] {
  return RELATIVE_YEARS.flatMap(({ offset, pattern }) =>
    pattern.test(folded) ? [Number(today.slice(0, 4)) + offset] : [],
  )
}
