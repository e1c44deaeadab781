/**
 * For whom, how often and by when a figure holds: as widely as the clause says, and no wider. Pure.
 */
import { fold } from '../../../corpus/script.ts'
import type { Figure } from './amounts.ts'
import { yearsIn } from './dates.ts'
import type { Reading } from './reading.ts'
import { FOR_EACH, PER, PER_ENTITY, PER_HEAD, PERIODS, SAYS_PERIOD, TOTAL, WHOLE } from './words-scope.ts'

/** An amount for each of several is said as one, and no other is. */
export function isScopedAlike(figure: Figure, other: Figure, { text }: Reading): boolean {
  const scope = scopeOf(other)
  const each = FOR_EACH.exec(figure.phrase)
  if (each && !PER.test(scope) && !isSpan(figure))
    return PER_ENTITY.test(each[0]) ? PER_ENTITY.test(other.phrase) : PER.test(other.sentence)
  if (!PER.test(scope) || isSpan(figure)) return true
  if (PER_ENTITY.test(scope) ? !PER_ENTITY.test(text) : !PER.test(text) && !IN_A.test(text)) return false
  if (each && PER_ENTITY.test(each[0]) && !PER_ENTITY.test(scope + other.phrase)) return false
  const isSaidFor = (per: RegExp) => !per.test(scope) || per.test(figure.phrase)
  const isEach = isSaidFor(PER_HEAD) && isSaidFor(PER_ENTITY)
  if (WHOLE.test(figure.phrase) && !(isEach && PER.test(figure.phrase))) return false
  const isTotal = TOTAL.test(figure.phrase) && !TOTAL.test(other.sentence)
  if (isTotal && !(isEach && PER.test(figure.phrase))) return false
  // 每人每月 said without the month.
  return SAYS_PERIOD.every(({ zh }, i) => !zh.test(scope) || isPeriodIn(i, isTotal ? figure.phrase : text))
}

function isPeriodIn(i: number, text: string): boolean {
  const { zh, en } = PERIODS[i] ?? {}
  return Boolean(zh?.test(text) || en?.test(text))
}

/** 一年最多2次 says of how often too. */
const IN_A = /(?<!第)一(?:年|个月|天|周)(?!内|以内|级|后|前|期)/

/** For whom or how often: as the register has it, or as the phrase says right before the amount. */
function scopeOf({ target, phrase, raw }: Figure): string {
  if (target?.scope) return fold(target.scope)
  const ahead = phrase.slice(0, Math.max(0, phrase.indexOf(raw)))
  return /(?:每[\p{Script=Han}]{1,4}?)+(?=[^每,]{0,10}$)/u.exec(ahead)?.[0] ?? ''
}

/** A stretch of time is no amount for each. */
function isSpan({ unit, phrase, raw }: Figure): boolean {
  const behind = phrase.slice(phrase.indexOf(raw) + raw.length)
  return (
    /^(?:年|个月|月|日|天|个?工作日)$/.test(unit) &&
    (/^(?:以|之)?[内前后]/.test(behind) ||
      /\b(?:over|within|for|after|in)\s*$/.test(phrase.slice(0, phrase.indexOf(raw))))
  )
}

/** A figure for another year than the one that is said with it. */
export function isDatedAlike(figure: Figure, other: Figure): boolean {
  const [year, ...others] = yearsIn(figure.phrase)
  const said = year ?? yearsIn(figure.ahead).at(-1)
  const stated = yearsIn(other.ahead).at(-1)
  if (!said || others.length > 0) return true
  const deadline = other.target?.deadline?.slice(0, 4)
  const known = [deadline, stated].filter((one) => one !== undefined)
  return known.length === 0 || known.includes(said)
}
