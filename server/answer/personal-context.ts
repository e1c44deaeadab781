/**
 * What a number is by what stands around it: a sum, a list, a date, a hotline, or somebody's. Pure.
 */

/** A number that fits the pattern of a kind, and what stands around it. */
export interface Found {
  written: string
  before: string
  after: string
}

const AMOUNT_AFTER =
  /^\s*(?:[多余]?[万亿萬億]|元(?!宵|旦)|圆|美元|欧元|块(?!儿)|[吨斤克米里亩畝度升%％]|公[斤里顷]|平方|立方|千[瓦克米]|人次|人民币|yuan|rmb|cny|usd|kwh|tons?|metres?|km|people|households|次|件(?!号)|个(?!人)|起|户(?!名)|部(?!门)|之间|以[上下内])/iu
const CURRENCY_BEFORE =
  /(?:[￥¥$€£]|rmb|cny|usd|eur|人民币|金额|总额|预算|资金|投资|产值|收入|支出)[：:为達达约約共是]*\s*$/iu
const DECIMALS_AFTER = /^\.\d{1,2}(?=\s*(?:$|[元万亿萬億,。;)]|yuan))/iu

/** Money or goods, by the word before or the unit after. */
export function isAmount({ before, after }: Found): boolean {
  return AMOUNT_AFTER.test(after) || CURRENCY_BEFORE.test(before) || DECIMALS_AFTER.test(after)
}

const YEAR = /^(?:19|20)\d{2}$/
const MONTH = /^(?:0?[1-9]|1[0-2])$/
const SAYS_PHONE = /(?:电话|電話|手机|手機|phone|mobile|tel|cell)[^\d]{0,4}$/iu

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

const DATE = /^(?:19|20)\d{2}[^\d]*(?:0?[1-9]|1[0-2])[^\d]+(?:0?[1-9]|[12]\d|3[01])$/u

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

const SAYS_ID = /(?:身份|身份證|证件?号|證件?號|(?<![a-z])id|证号|號碼|号码?)[^\d]{0,4}$/iu
const SAYS_COMPANY =
  /(?:信用代?码?|代码|代碼|税号|稅號|纳税人\S{0,4}|项目\S{0,3}|编[号码]|文号|账务)[：:是为為\s]*$/iu

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
