/**
 * Compares the register that was read out of a document with one that a person wrote down (`fixtures/gold`). Pure.
 */
import { z } from 'zod'
import type { Library } from '../../corpus/library.ts'
import { Role, Target } from '../../corpus/types.ts'
import { comparable } from './text.ts'

const GoldTarget = Target.pick({
  clauseId: true,
  indicator: true,
  comparator: true,
  value: true,
  valueMax: true,
  unit: true,
}).extend({
  /** The slice that states it; two names for one thing. */
  quote: z.string().optional(),
  text: z.string().optional(),
  /** List sizes and counts of what exists: neither missed nor beyond. */
  optional: z.boolean().optional(),
})
type GoldTarget = z.infer<typeof GoldTarget>

const GoldResponsibility = z.object({
  clauseId: z.string(),
  agency: z.string(),
  role: Role,
  /** A class of units (各縣區政府, 有關部門), not an agency: may be read or not. */
  collective: z.boolean().optional(),
})

export const Gold = z.object({
  documentId: z.string(),
  clauses: z.array(z.object({ clauseId: z.string(), label: z.string().optional() })).optional(),
  responsibilities: z.array(GoldResponsibility).optional(),
  optionalResponsibilities: z.array(GoldResponsibility.partial()).optional(),
  targets: z.array(GoldTarget),
  optionalTargets: z.array(GoldTarget).optional(),
})
export type Gold = z.infer<typeof Gold>

export interface TargetScore {
  firm: number
  /** Firm targets that are in the register. */
  found: number
  /** Of those, how many have the right comparator. */
  comparators: number
  /** Targets of the register that no person wrote down. */
  beyond: Target[]
  missed: GoldTarget[]
  /** `[written down, read]`, where the comparator differs. */
  differing: [GoldTarget, Target][]
}

export function scoreTargets(gold: Gold, library: Library): TargetScore {
  const left = new Set(library.targetsOf(gold.documentId))
  const firm = gold.targets.filter(({ optional }) => !optional)
  const pairs = pair(firm, left, library, gold.documentId)
  pair(
    [...gold.targets.filter(({ optional }) => optional), ...(gold.optionalTargets ?? [])],
    left,
    library,
    gold.documentId,
  )
  const differing = pairs.filter(([wanted, read]) => wanted.comparator !== read.comparator)
  const matched = new Set(pairs.map(([wanted]) => wanted))
  return {
    firm: firm.length,
    found: pairs.length,
    comparators: pairs.length - differing.length,
    beyond: [...left],
    missed: firm.filter((wanted) => !matched.has(wanted)),
    differing,
  }
}

export interface ResponsibilityScore {
  wanted: number
  found: number
  /** `clauseId agency role` that is missing, or stands there though nobody wrote it down. */
  missed: string[]
  beyond: string[]
}

export function scoreResponsibilities(gold: Gold, library: Library): ResponsibilityScore {
  const key = (entry: { clauseId?: string; agency?: string; role?: string }) =>
    `${entry.clauseId} ${comparable(entry.agency ?? '')} ${entry.role ?? ''}`
  const all = gold.responsibilities ?? []
  const wanted = new Set(all.filter(({ collective }) => !collective).map(key))
  const allowed = new Set([...all, ...(gold.optionalResponsibilities ?? [])].map(key))
  const read = library.responsibilitiesOf(gold.documentId).map(key)
  const missed = [...wanted].filter((entry) => !read.includes(entry))
  return {
    wanted: wanted.size,
    found: wanted.size - missed.length,
    missed,
    beyond: read.filter((entry) => !allowed.has(entry)),
  }
}

/** Pairs what was written down with what was read, one to one, in order; takes the pairs' targets out of `left`. */
function pair(
  wanted: GoldTarget[],
  left: Set<Target>,
  library: Library,
  documentId: string,
): [GoldTarget, Target][] {
  return wanted.flatMap((entry) => {
    const text = library.clause(documentId, entry.clauseId)?.text ?? ''
    const read = [...left]
      .filter((target) => target.clauseId === entry.clauseId && sameValue(entry, target))
      .map((target) => ({ target, overlap: overlap(entry, target, text) }))
      .filter(({ overlap }) => overlap > 0)
      .sort((a, b) => b.overlap - a.overlap)[0]?.target
    if (!read) return []
    left.delete(read)
    return [[entry, read] as [GoldTarget, Target]]
  })
}

function sameValue(a: Pick<Target, 'value' | 'valueMax' | 'unit'>, b: typeof a): boolean {
  return (
    amount(a.value, a.unit) === amount(b.value, b.unit) &&
    amount(a.valueMax, a.unit) === amount(b.valueMax, b.unit)
  )
}

/** 7 萬人 and 70000 人 are the same amount. */
function amount(value: number | undefined, unit = ''): number | undefined {
  if (value === undefined) return undefined
  const factor = unit.startsWith('億') || unit.startsWith('亿') ? 1e8 : /^[萬万]/.test(unit) ? 1e4 : 1
  return Math.round(value * factor * 100) / 100
}

/** How well the slices agree (above 0, up to 1); without a slice, how many of the indicator's characters are there. */
function overlap({ quote, text: slice, indicator }: GoldTarget, target: Target, text: string): number {
  const words = quote ?? slice ?? ''
  const from = words === '' ? -1 : text.indexOf(words)
  if (from >= 0) {
    const shared = Math.min(target.end, from + words.length) - Math.max(target.start, from)
    return shared / words.length
  }
  const read = comparable(target.indicator + target.quote)
  const characters = [...comparable(indicator)]
  return (1 + characters.filter((char) => read.includes(char)).length) / (1 + characters.length)
}
