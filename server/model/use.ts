/**
 * What asking the model came to: for the log and the metrics, without a word of what was asked or said.
 */
import type { Outcome } from './conversation.ts'

export interface ModelUse {
  /** `used`, or why not: it was not asked (`settled`, `budget`, `resting`), added nothing, or failed. */
  outcome:
    | 'used'
    | 'nothing_added'
    | 'unproved'
    | 'settled'
    | 'budget'
    | 'resting'
    | NonNullable<Outcome['failure']>
  asked: boolean
  calls?: number
  rounds?: number
  form?: string
  /** Tokens. */
  input?: number
  output?: number
  statements?: number
  /** The kinds of fault for which statements were not shown. */
  rejected?: string[]
  ms?: number
}
