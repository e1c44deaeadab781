/**
 * What a number is by what stands around it: a sum, a list, a date, a hotline, or somebody's. Pure.
 */
import { CARD_WORDS, DOCUMENT_WORDS, LEADS_TO, PHONE_WORDS } from './personal-words.ts'

/** A number that fits the pattern of a kind, and what stands around it. */
export interface Found {
  written: string
  before: string
  after: string
}

/** Units that are words of their own, whatever follows; but 元旦, 元月. */
const MONEY = '(?:美|欧|港|日)?元(?![旦宵月件素老首气朝宝])|圆(?![满通])|块钱|港币|人民币'
const MEASURES =
  '吨|亩|平[方米]|立方|千[瓦克米]|公[斤里顷]|厘米|[人件户]次|人口|[%％]|yuan|rmb|cny|usd|kwh|tons?|metres?|km|people|households'
/** Units that begin other words too (户主, 次日, 个别, 起码, 万一): what follows tells. */
const COUNTS = '[万亿]|[人户件次个部起块斤克米升度台张辆套处座名位棵株份条宗笔栋间项]|以[上下内]|之间'
/** What is counted, or how; all but letters ends a unit as well. */
const COUNTED =
  '居民|市民|家庭|农户|住户|用户|群众|老人|老年|儿童|学生|职工|企业|项目|岗位|[床座车]位|工单|诉求|失物|物品|垃圾|树木|图书|设施|设备|住房|房屋|公厕|电梯|城镇|农村|左右|以[上下内]|参[保加与]|享受|受益'
const UNIT_AFTER = new RegExp(
  `^\\s*[多余]?[万亿]{0,2}(?:${MONEY}|(?:${MEASURES})(?![a-z])|(?:${COUNTS})(?=$|[^\\p{L}]|${COUNTED}))`,
  'iu',
)
const CURRENCY_BEFORE = /(?:[￥¥$€£]|rmb|cny|usd|eur|人民币)[：:为达约共是]*\s*$/iu
const SUM_BEFORE = /(?:金额|总额|预算|资金|投资|产值|收入|支出)[：:为达约共是]*\s*$/iu
const DECIMALS_AFTER = /^\.\d{1,2}(?=\s*(?:$|[元万亿,。;)]|yuan))/iu

const CALLED = new RegExp(
  `(?:${[PHONE_WORDS, CARD_WORDS, DOCUMENT_WORDS].join('|')})(?:${LEADS_TO}){0,6}$`,
  'iu',
)
const MOBILE = /^(?:(?:00)?86|0)?1[3-9]\d{9}$/
const LONG = /^\d{14,}X?$/
/** No sum begins so. */
const AREA_FIRST = /^(?:[([（【]?0\d|\+)/

/**
 * Money or goods, by the word before or the unit after. What has the form of a mobile, card or id and is called one
 * is one, whatever follows; a mobile's form is no sum without a unit.
 */
export function isAmount({ written, before, after }: Found): boolean {
  const number = plain(written)
  const isMobile = MOBILE.test(number)
  if (AREA_FIRST.test(written)) return false
  if ((isMobile || LONG.test(number)) && CALLED.test(before)) return false
  return (
    UNIT_AFTER.test(after) ||
    CURRENCY_BEFORE.test(before) ||
    DECIMALS_AFTER.test(after) ||
    (!isMobile && SUM_BEFORE.test(before))
  )
}

const YEAR = /^(?:19|20)\d{2}$/
const MONTH = /^(?:0?[1-9]|1[0-2])$/
const SAYS_PHONE = /(?:电话|手机|phone|mobile|tel|cell)[^\d]{0,4}$/iu

/** Numbers in a row, not the groups of one: `14 17 24 31 105`, `1500 2000 2000`, `15.5 16.7`, `2021—2025, 12`. */
export function isList({ written, before }: Found): boolean {
  if (SAYS_PHONE.test(before)) return false
  const groups: string[] = written.match(/\d+/g) ?? []
  const gaps: string[] = written.match(/(?<=\d)[^\d]+(?=\d)/g) ?? []
  const [first = '', second = ''] = groups
  const isShort = groups.length >= 5 && groups.every((group) => /^[1-9]\d{0,2}$/.test(group))
  // The last may be cut: what is one digit too long for a telephone is read up to its last.
  const rises = groups.slice(1, -1).every((group, i) => Number(group) > Number(groups[i]))
  const isRound = groups.length >= 3 && groups.every((group) => /^[1-9]\d*0$/.test(group))
  const hasDecimals = gaps.includes('.') && gaps.some((gap) => /^\s+$/.test(gap))
  const startsWithYear = YEAR.test(first) && (YEAR.test(second) || MONTH.test(second))
  return (isShort && rises) || isRound || hasDecimals || startsWithYear
}

/** `15000-200000元` is a range, `13800138000元` a sum. */
export function isDialled(found: Found): boolean {
  return !isAmount(found) && !isList(found)
}

const DATE =
  /^(?:19|20)\d{2}(?:[^\d]*(?:0?[1-9]|1[0-2])[^\d]+(?:0?[1-9]|[12]\d|3[01])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/u

/** Whoever is named before it is a person, and it is no sum and no date: so it is that person's. */
export function isOfPerson(found: Found): boolean {
  return !isAmount(found) && !DATE.test(found.written.trim())
}

/** Numbers that anybody may call. */
const HOTLINE = /^(?:0[1-9]\d{1,2})?(?:12\d{3}|1[12]\d|9[56]\d{3,4}|[48]00\d{7})$/

/** True for a number that anybody may call: nobody's in particular. */
export function isHotline({ written }: Found): boolean {
  return HOTLINE.test(plain(written))
}

const SAYS_ID = /(?:身份|证件?号|(?<![a-z])id|号码?)[^\d]{0,4}$/iu
const SAYS_COMPANY = /(?:信用代?码?|代码|税号|纳税人\S{0,4}|项目\S{0,3}|编[号码]|文号|账务)[：:是为\s]*$/iu

/** True where the word for an id stands before it. */
export function isCalledId({ before }: Found): boolean {
  return SAYS_ID.test(before)
}

/** True where it is called the code of a company or a project. */
export function isCalledCode({ before }: Found): boolean {
  return SAYS_COMPANY.test(before)
}

/** The digits alone, an X in capitals among them. */
export function plain(written: string): string {
  return written.replace(/[^\dXx×ХхΧχ]/gu, '').replace(/[×ХхΧχx]/gu, 'X')
}
