/**
 * The multiplier that Chinese writes into a unit: 7 萬人 are 70,000 人. Pure.
 */

/** Longest first; in either script. */
const MULTIPLIERS: [RegExp, number][] = [
  [/^[萬万][億亿]/, 1e12],
  [/^[億亿]/, 1e8],
  [/^千[萬万]/, 1e7],
  [/^百[萬万]/, 1e6],
  [/^[萬万]/, 1e4],
  [/^千(?!米|瓦|克|卡)/, 1e3],
]

/** `萬人` → factor 10,000 and unit 人; a unit without a multiplier has factor 1. */
export function splitUnit(unit: string): { factor: number; unit: string } {
  for (const [pattern, factor] of MULTIPLIERS)
    if (pattern.test(unit)) return { factor, unit: unit.replace(pattern, '') }
  return { factor: 1, unit }
}

/** The value in single units: 7 萬人 → 70,000. */
export function plainValue({ value, unit = '' }: { value: number; unit?: string }): number {
  return value * splitUnit(unit).factor
}
