/**
 * The register in words that people read: values, deadlines, who answers for a clause. Pure.
 */
import { plainValue, splitUnit } from '../../../../corpus/scale.ts'
import type { Gloss, Lang, Responsibility, Role, Target } from '../../../../corpus/types.ts'
import type { ReadingStrings } from '../strings/reading.ts'

/** In the order in which they are told. */
export const ROLES: Role[] = ['lead', 'sole', 'shared', 'participant']
const MAX_DIGITS = 6

/** `bound` in the reader's words, `amount` as the document counts; in English its plain number, `written` beside. */
export interface SaidValue {
  bound: string
  amount: string
  written?: string
}

/** The value of a target: 不低于 + 7萬人, at least + 70,000 people (7萬人). */
export function sayValue(target: Target, lang: Lang, { bounds }: ReadingStrings, gloss?: Gloss): SaidValue {
  const { comparator, value, unit = '' } = target
  const bound = bounds[comparator]
  if (value === undefined) return { bound, amount: '' }
  const written = `${numbers(target, 1)}${unit}`
  if (lang !== 'en') return { bound, amount: written }
  const { factor, unit: single } = splitUnit(unit)
  const plain = numbers(target, factor)
  if (single === '' || single === '%') return { bound, amount: `${plain}${single}` }
  const english = gloss?.units[single] ?? ''
  return { bound, amount: english ? `${plain} ${english}` : plain, written }
}

function numbers({ value = 0, valueMax }: Target, factor: number): string {
  const say = (number: number) =>
    (number * factor).toLocaleString('en-US', { maximumFractionDigits: MAX_DIGITS })
  return valueMax === undefined ? say(value) : `${say(value)}–${say(valueMax)}`
}

/** 2022 → 2022年内, 2022-12-31 → 2022年底; any other date in full. */
export function sayDeadline(deadline: string | undefined, lang: Lang, say: ReadingStrings): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(deadline ?? '') ?? []
  if (!deadline || !year) return deadline ?? ''
  if (!month) return say.within(year)
  if (month === '12' && day === '31') return say.endOf(year)
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  return date.toLocaleDateString(lang, {
    year: 'numeric',
    month: 'long',
    ...(day ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  })
}

/** Who answers for a clause, by role. */
export interface Responsible {
  groups: { role: Role; agencies: string[] }[]
  /** Several share it, and the document names none of them as lead. */
  isLeadless: boolean
  notes: { note: string; noteFrom?: string }[]
}

/** Agencies and remarks each once. */
export function responsibleFor(entries: Responsibility[]): Responsible {
  const groups = ROLES.map((role) => ({
    role,
    agencies: distinct(entries.filter((entry) => entry.role === role).map(({ agency }) => agency)),
  })).filter(({ agencies }) => agencies.length > 0)
  const isLed = entries.some(({ role }) => role === 'lead' || role === 'sole')
  const notes = entries.filter(({ note }) => note !== undefined)
  return {
    groups,
    isLeadless: !isLed && entries.length > 1,
    notes: notes
      .filter(({ note }, index) => notes.findIndex((other) => other.note === note) === index)
      .map(({ note = '', noteFrom }) => ({ note, noteFrom })),
  }
}

export type TargetOrder = 'document' | 'indicator' | 'value' | 'deadline'

/** Targets in an order; those without a value or deadline stand last, either way. */
export function sortTargets(targets: Target[], order: TargetOrder, descending: boolean): Target[] {
  const turn = descending ? -1 : 1
  if (order === 'document') return descending ? [...targets].reverse() : targets
  const keyOf = (target: Target): string | number | undefined => {
    if (order === 'indicator') return target.indicator
    if (order === 'deadline') return target.deadline
    return target.value === undefined ? undefined : plainValue({ value: target.value, unit: target.unit })
  }
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh')
  return targets
    .map((target) => ({ target, key: keyOf(target) }))
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined)
        return Number(a.key === undefined) - Number(b.key === undefined)
      return turn * compare(a.key, b.key)
    })
    .map(({ target }) => target)
}

function distinct(names: string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) === index)
}
