/**
 * What a gloss calls the indicator of a target in English. Pure.
 */
import type { Gloss, Target } from './types.ts'

/** A measure of what the gloss names: its area is not the thing. */
const MEASURES = /(?:率|比例|面[積积]|[數数])$/

/** The English name; one that is near counts only if it stands in the target's own quote, or it is of another target. */
export function englishIndicator({ indicator, quote }: Target, gloss?: Gloss): string | undefined {
  const names = new Map(Object.entries(gloss?.indicators ?? {}))
  const exact = names.get(indicator)
  if (exact !== undefined) return exact
  const near = Array.from(names.keys())
    .filter((name) => quote.includes(name) && (indicator.includes(name) || name.includes(indicator)))
    .filter((name) => name.includes(indicator) || MEASURES.test(name) || !MEASURES.test(indicator))
    .sort((a, b) => Math.abs(a.length - indicator.length) - Math.abs(b.length - indicator.length))[0]
  return near === undefined ? undefined : names.get(near)
}
