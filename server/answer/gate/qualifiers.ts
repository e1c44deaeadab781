/**
 * For which persons a figure is: what qualifies them in the clause is not left out where they are counted. Pure.
 */
import { fold } from '../../../corpus/script.ts'
import type { Figure } from './amounts.ts'
import type { Reading } from './reading.ts'
import { PERSONS, QUALIFIERS } from './words-qualifiers.ts'

/** True if the figure is said of persons without what qualifies them in each of the clauses' figures. */
export function isWidened(figure: Figure, stated: Figure[], { text, asked }: Reading): boolean {
  if (!PERSONS.test(figure.phrase)) return false
  const said = `${text} ${asked}`
  return (
    stated.length > 0 &&
    stated.every((other) =>
      QUALIFIERS.some(({ zh, en }) => zh.test(groupOf(other)) && !zh.test(said) && !en.test(said)),
    )
  )
}

/** Whom the clause counts: the register's words, or those up to what is done for them. */
function groupOf({ target, unit }: Figure): string {
  if (!target || !/^(?:名|人|位|户)$/.test(unit)) return ''
  return fold(`${target.scope ?? ''} ${target.indicator}`)
}
