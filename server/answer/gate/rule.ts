/**
 * A row of the word tables by which the gate reads a statement, and whether a text meets one. Pure.
 */

/** A pattern with an example that meets it. */
export interface Rule {
  pattern: RegExp
  example: string
}

/** True if a text meets one of the rules. */
export function meets(rules: Rule[], text: string): boolean {
  return rules.some(({ pattern }) => pattern.test(text))
}
