/**
 * Whether what a statement says might be true of another clause. Pure.
 */
import { fold } from '../../../../corpus/script.ts'
import type { Agency, Clause, ReadResponsibility } from '../../../../corpus/types.ts'
import { type Context, namesOf } from './context.ts'
import { rounded, valuesIn } from './figures-said.ts'

/** True if every figure and agency of the statement stands in `clause`; undefined if there are none. */
export function factsStandIn(c: Context, clause: Clause): boolean | undefined {
  if (c.figures.length + c.mentions.length === 0) return undefined
  const values = valuesIn(`${clause.title}\n${clause.text}`)
  return (
    c.figures.every(({ value, plain }) => values.has(value) || values.has(rounded(plain))) &&
    c.mentions.every(({ agency }) => isNamedIn(agency, fold(clause.text), c.registerOf(clause)))
  )
}

export function isNamedIn(agency: Agency, source: string, register: ReadResponsibility[]): boolean {
  if (register.some((entry) => entry.agency === agency.name)) return true
  if (namesOf(agency).some((name) => source.includes(name))) return true
  // 发展改革、教育等部门
  return /部门|有关单位/.test(source) && (agency.stems ?? []).some((stem) => source.includes(stem))
}

/** Share of the character pairs of `text` that stand in `source`; both folded. */
export function overlap(text: string, source: string): number {
  const pairs = [...text].flatMap((char, i) => (/\p{Script=Han}/u.test(char) ? [text.slice(i, i + 2)] : []))
  return pairs.filter((pair) => source.includes(pair)).length / (pairs.length || 1)
}
