/**
 * In which measure an amount is asked for: 几天, 多少钱, what share. Pure.
 */
import { fold } from '../corpus/script.ts'
import type { Target } from '../corpus/types.ts'

/** How people ask for a kind of measure, and the units that are of it. Folded. */
const MEASURES: { asks: RegExp; unit: RegExp; example: string }[] = [
  {
    asks: /多少钱|[出给补领发报交收]多少|补助|补贴|资助|价格?|收费|\b(?:money|price|cost|fee|bonus|subsid\w*|allowance|how much)\b/,
    unit: /元$/,
    example: '老楼装电梯政府出多少钱',
  },
  {
    asks: /比例|百分之|[%率]|\b(?:share|percent\w*|rate|ratio|coverage)\b/,
    unit: /^%$|百分点/,
    example: 'coverage rate of village sewage',
  },
  { asks: /几天|多少天|几日|\bhow many (?:days|nights)\b/, unit: /^[天日]$/, example: '免费住几天' },
  { asks: /几岁|多大年纪|\b(?:how old|age)\b/, unit: /^周?岁$/, example: '几岁起免费' },
  { asks: /多久|多长时间|\bhow (?:long|soon|fast)\b/, unit: /[年月天日]$|小时$|分钟$/, example: '多久能到' },
  {
    asks: /多长|多远|\b(?:how (?:long|far)|kilomet\w*|km)\b/,
    unit: /米$|公里$|里程$/,
    example: '健身步道多长',
  },
  { asks: /多大|面积|\bhow (?:large|big)\b|\barea\b/, unit: /平方米$|公顷$|亩$/, example: '综合体面积多大' },
]

/** The measure that is named itself: 几座, 多少家. */
const NAMED = /(?:多少|几)(\p{Script=Han}{1,2})/u

/** Whether a target is in the measure that the folded question asks for; never, where it names none. */
export function measureAsked(question: string): (target: Target) => boolean {
  const named = NAMED.exec(question)?.[1]
  const kinds = MEASURES.filter(({ asks }) => asks.test(question))
  return ({ unit }) => {
    if (unit === undefined) return false
    const folded = fold(unit)
    return named?.startsWith(folded) === true || kinds.some((kind) => kind.unit.test(folded))
  }
}
