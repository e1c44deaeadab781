/**
 * Whether the documents speak of what is asked. Pure.
 */
import type { Ranked } from './library.ts'

/** Below this confidence a question names no subject of the documents … */
export const IN_SCOPE = 1.45

/** … or, where it names an agency with it or asks for a list, below this. */
export const CLAIMED_SCOPE = 0.9

const COVERAGE_COUNTS = 0.4

/** True if the documents speak of what is asked: well found, or little asked and all of it found. */
export function inScope({ confidence, coverage }: Ranked, least = IN_SCOPE): boolean {
  return confidence + COVERAGE_COUNTS * coverage >= least || (coverage >= 0.8 && confidence >= least * 0.4)
}
