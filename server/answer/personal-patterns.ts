/**
 * What the patterns of personal numbers are made of: gaps, groups, areas, and where a number begins and ends. Pure.
 */
import type { Found } from './personal-context.ts'
import { LEADS_TO } from './personal-words.ts'

/** How one kind of number is written, and what tells it from amounts and dates. */
export interface PersonalKind {
  name: string
  pattern: RegExp
  /** True unless said: the pattern alone tells. */
  isPersonal?(found: Found): boolean
  example: string
}

/** What people put between the digits of one number. */
export const GAP = '(?:[\\p{Pd}−·•・._/\\s]|横?杠|空格|(?<=\\d) ?dash ){0,3}'
/** … and between its groups, where these leave no doubt; but not what was taken out. */
export const APART = '(?:[^\\p{L}\\p{N}\\p{Co}]|杠|空格|然后|后面是?|再|接着|[嗯呃哦啊]|那个|and|then){1,6}'
/** So many digits, with gaps between. */
export const digits = (count: number, most = count) => `\\d(?:${GAP}\\d){${count - 1},${most - 1}}`
/** Not within a longer number, and not the decimals of one; but `3.138…` is the third of a list. */
export const number = (pattern: string, flags = '') =>
  new RegExp(`(?<![\\d+]|(?<!\\d)(?:0|\\d{3})\\.)(?:${pattern})(?!\\d)`, `gu${flags}`)
/** What follows one of the words, with at most a few words between. */
export const after = (words: string, pattern: string) =>
  new RegExp(`(?<=${words}(?:${LEADS_TO}){0,6})(?:${pattern})`, 'giu')

/** What is dialled after the number. */
export const EXTENSION = '(?:\\s*[,，(（-]?\\s*(?:转|分机号?|内线|ext(?:ension)?\\.?|x|#)\\s*\\d{1,6}[)）]?)?'
/** The area after its 0, the local number, and the country before both. */
export const AREA = '(?:10|2\\d|[3-9]\\d{2})'
export const LOCAL = `[2-9](?:${GAP}\\d){6,7}`
export const COUNTRY = `(?:(?:\\+|00)\\s?\\(?86\\)?|\\(86\\))${GAP}`
/** X as people write it, the sign of multiplication and other alphabets too. */
export const DIGIT_OR_X = '[\\dXx×ХхΧχ]'
/** What plates begin with. */
export const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
