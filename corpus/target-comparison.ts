/**
 * How an amount is bound by the words around it: 不低于, 以上, 控制在…左右. Pure.
 */
import { AFTER, BEFORE, DURATION, LIGHT_VERBS, LIMIT, oneOf, VERBS } from './target-words.ts'
import type { Target } from './types.ts'

/** What stands around an amount, folded. */
export interface Words {
  unit: string
  left: string
  right: string
}

export interface Comparison {
  comparator?: Target['comparator']
  /** A word in front that leaves no doubt: 不低于, but not 超过 or 控制在. */
  firm: boolean
  /** A word in front at all. */
  leading: boolean
  /** A word behind: 以上. */
  trailing: boolean
  /** What is left of the words in front. */
  left: string
  /** How long the word behind is. */
  tail: number
  /** How long the base of a share is. */
  base?: number
}

const BEFORE_WORDS = BEFORE.map((row) => ({ ...row, pattern: new RegExp(`(?:${oneOf(row.words)})$`) }))
const AFTER_WORDS = AFTER.map((row) => ({ ...row, pattern: new RegExp(`^(?:${oneOf(row.words)})`) }))
/** 不低于|省定最低标准的|110%, 不少于|核定座位数|15% */
const OVER_BASE = new RegExp(
  `(?<word>${oneOf(BEFORE.flatMap(({ words }) => words.filter((word) => word.length > 2)))})(?<base>[^,、;。\\d]{2,20})$`,
)
/** 至少|建成1所 */
const OVER_VERB = new RegExp(
  `(?<word>至少|最少|最多|至多|最[长高](?=可|达|为))(?:${oneOf([...VERBS, ...LIGHT_VERBS])}|\\p{Script=Han}{1,3})$`,
  'u',
)

/** 申请前12个月内: what was, and no limit. */
const LOOKS_BACK = /(?:前|近|过去)$/

/** 不得一次性收取|超过3个月: the 不得 stands apart from the word that it turns round. */
const NOT_TO = /不得[^,;。、\d]{1,10}$/

/** How the words around an amount bound it: at least, at most, more than, about. */
export function comparisonOf({ unit, left, right }: Words): Comparison {
  let rest = left
  let row: (typeof BEFORE)[number] | undefined
  // 最长不超过: the word nearest the amount counts, unless it is a weak one.
  for (let found = wordBefore(rest); found; found = wordBefore(rest)) {
    if (!row || row.weak) row = found.row
    rest = rest.slice(0, -found.length)
  }
  const named = (word?: string) => BEFORE_WORDS.find(({ words }) => word && words.includes(word))
  const over = !row && /[%倍]$/.test(unit) ? OVER_BASE.exec(left) : null
  row ??= named(over?.groups?.word) ?? named(OVER_VERB.exec(left)?.groups?.word)

  const after = AFTER_WORDS.find(({ pattern }) => pattern.test(right))
  const limit = DURATION.test(unit) && LIMIT.test(right) && !LOOKS_BACK.test(left) ? 'lte' : undefined
  const turned = row?.comparator === 'gt' && NOT_TO.test(rest) ? 'lte' : undefined
  const strong = row?.weak ? undefined : (turned ?? row?.comparator)
  return {
    comparator: strong ?? after?.comparator ?? limit ?? row?.comparator,
    firm: strong === 'gte' || strong === 'lte',
    leading: Boolean(row),
    trailing: Boolean(after),
    left: over ? left.slice(0, over.index) : rest,
    tail: after?.pattern.exec(right)?.[0].length ?? 0,
    ...(over?.groups?.base && { base: over.groups.base.length }),
  }
}

/** 不超过 ends in 超过: the longer word is meant. */
function wordBefore(left: string): { row: (typeof BEFORE)[number]; length: number } | undefined {
  const found = BEFORE_WORDS.map((row) => ({ row, length: row.pattern.exec(left)?.[0].length ?? 0 }))
  return found.filter(({ length }) => length > 0).sort((a, b) => b.length - a.length)[0]
}
