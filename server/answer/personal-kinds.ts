/**
 * The kinds of personal numbers: how each is written, what tells it from amounts and dates, an example.
 *
 * Read in plain digits (`plain-digits.ts`), in this order. Wrong check digits are slips of the hand: an id or card
 * that otherwise looks like one is taken out all the same. Unified social credit codes name companies, and stay.
 */
import { hasCheckDigit, isCardNumber, saysBirthday, saysBirthdayShort } from './personal-checks.ts'
import {
  type Found,
  isAmount,
  isCalledCode,
  isCalledId,
  isDialled,
  isHotline,
  isOfPerson,
  plain,
} from './personal-context.ts'
import { ACCOUNT_WORDS, CARD_WORDS, DOCUMENT_WORDS, LEADS_TO, PHONE_WORDS } from './personal-words.ts'

export interface PersonalKind {
  name: string
  pattern: RegExp
  /** True unless said: the pattern alone tells. */
  isPersonal?(found: Found): boolean
  example: string
}

/** What people put between the digits of one number. */
const GAP = '(?:[\\p{Pd}−·•・._/\\s]|横?杠|空格|(?<=\\d) ?dash ){0,3}'
/** … and between its groups, where these leave no doubt; but not what was taken out. */
const APART = '(?:[^\\p{L}\\p{N}\\p{Co}]|杠|空格|然后|后面是?|再|接着|and|then){1,6}'
const digits = (count: number, most = count) => `\\d(?:${GAP}\\d){${count - 1},${most - 1}}`
/** Not within a longer number, and not the decimals of one; but `3.138…` is the third of a list. */
const number = (pattern: string, flags = '') =>
  new RegExp(`(?<![\\d+]|(?<!\\d)(?:0|\\d{3})\\.)(?:${pattern})(?!\\d)`, `gu${flags}`)
/** What follows one of the words, with at most a few words between. */
const after = (words: string, pattern: string) =>
  new RegExp(`(?<=${words}(?:${LEADS_TO}){0,6})(?:${pattern})`, 'giu')

const EXTENSION =
  '(?:\\s*[,，(（-]?\\s*(?:转|轉|分机号?|分機|内线|ext(?:ension)?\\.?|x|#)\\s*\\d{1,6}[)）]?)?'
const AREA = '(?:10|2\\d|[3-9]\\d{2})'
const LOCAL = `[2-9](?:${GAP}\\d){6,7}`
const COUNTRY = `(?:(?:\\+|00)\\s?\\(?86\\)?|\\(86\\))${GAP}`
/** X as people write it, the sign of multiplication and other alphabets too. */
const DIGIT_OR_X = '[\\dXx×ХхΧχ]'
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼蘇滬遼魯贛雲晉陝閩貴粵寧瓊'
/** One for the city, and two among the rest. */
const MOST_LETTERS = 3

/** In this order: a number that two could take is the first one's. */
export const PERSONAL_KINDS: PersonalKind[] = [
  {
    name: 'resident id, and that of a disabled person with two digits more',
    pattern: number(`[1-9](?:${GAP}\\d){16}${GAP}${DIGIT_OR_X}(?:(?:${GAP}\\d){1,2}(?:B\\d)?)?`),
    isPersonal: isResidentId,
    example: '320902 19900101 1234',
  },
  {
    name: 'resident id of the old form',
    pattern: number(`[1-9](?:${GAP}\\d){14}`),
    isPersonal: (found) =>
      saysBirthdayShort(plain(found.written)) && !isAmount(found) && !isCalledCode(found),
    example: '320902900101123',
  },
  {
    name: 'beginning of a resident id',
    pattern: number(`[1-9](?:${GAP}\\d){13,16}`),
    isPersonal: (found) =>
      saysBirthday(`${plain(found.written)}0000`.slice(0, 18)) &&
      (/^\d+$/.test(found.written) || isCalledId(found)) &&
      !isAmount(found) &&
      !isCalledCode(found),
    example: '32090219900101',
  },
  {
    name: 'document of a person, by its word',
    pattern: after(
      DOCUMENT_WORDS,
      `(?:[A-Z]{1,3}${GAP})?\\d(?:${GAP}[\\dX×]){6,19}(?![\\d年])(?:\\(\\w\\))?`,
    ),
    isPersonal: isOfPerson,
    example: '身份证号 32090219900101',
  },
  {
    name: 'bank card',
    pattern: number(digits(13, 19)),
    isPersonal: isCard,
    example: '6222 0212 3456 7890',
  },
  {
    name: 'bank card or account, by its word',
    pattern: after(CARD_WORDS, `${digits(9, 25)}(?!\\d)`),
    isPersonal: isOfPerson,
    example: '卡号 1234567890123',
  },
  {
    name: 'several numbers run together',
    pattern: number('(?<![A-Za-z])\\d{22,}'),
    isPersonal: (found) => !isAmount(found),
    example: '1380013800013900139000',
  },
  {
    name: 'mobile',
    pattern: number(`(?:${COUNTRY}|86${GAP}|0)?1${GAP}[3-9](?:${GAP}\\d){9}${EXTENSION}`, 'i'),
    isPersonal: isDialled,
    example: '+86 138-1234-5678',
  },
  {
    name: 'mobile in its groups, or digit by digit',
    pattern: number(
      `(?:\\((?=1[3-9]\\d\\)))?1[3-9]\\d${APART}\\d{4}${APART}\\d{4}|1${APART}[3-9](?:${APART}\\d){9}`,
      'i',
    ),
    isPersonal: isDialled,
    example: '138，1234，5678',
  },
  {
    name: 'number with the code of its country',
    pattern:
      /(?<![\d+])(?:\+|(?<![\d.])00(?=[1-9]))\s?\(?\d{1,3}\)?[\s.()-]{0,2}(?:\(0\))?\d(?:[\s.()-]{0,2}\d){6,11}(?!\d)/gu,
    isPersonal: (found) => !isAmount(found),
    example: '+852 9123 4567',
  },
  {
    name: 'landline with its area',
    pattern: number(
      `[([（【]?(?:0${AREA}|(?<=\\()0[2-8](?=\\))|${COUNTRY}0?${AREA})[)\\]）】]?${GAP}[([（]?${LOCAL}[)\\]）]?(?:-\\d{1,4}(?!\\d)|${EXTENSION})`,
      'i',
    ),
    isPersonal: isDialled,
    example: '(0515)8823 1234 转 801',
  },
  {
    name: 'mobile of Taiwan',
    pattern: number(`09\\d{2}${GAP}\\d{3}${GAP}\\d{3}`),
    isPersonal: isDialled,
    example: '0912-345-678',
  },
  {
    name: 'telephone, by its word',
    pattern: after(PHONE_WORDS, `(?<!\\d)${digits(7, 13)}(?!\\d)${EXTENSION}`),
    isPersonal: (found) => isDialled(found) && isOfPerson(found) && !isHotline(found),
    example: '座机 8823 1234',
  },
  {
    name: 'local number with an extension',
    pattern: number(`[2-9]\\d{3}${GAP}\\d{3,4}\\s*(?:转|轉|分机|ext\\.?)\\s*\\d{1,6}`, 'i'),
    example: '88231234转801',
  },
  {
    name: 'e-mail',
    pattern:
      /(?<![\w.+-])(?:[\w.+-]+\s?(?:@|[([{<（【]\s?at\s?[)\]}>）】]|艾特|#(?=\w+\.(?:com|cn|net|org)))\s?[\w-]+(?:\s?(?:\.|。|点|[([]\s?dot\s?[)\]])\s?[a-z][\w-]+)+|[\w.+-]+ at [\w-]+(?: dot [a-z]+)+)/giu,
    example: 'li.ming@example.com',
  },
  {
    name: 'account, by its word',
    pattern: after(ACCOUNT_WORDS, '(?=[\\w-]*\\d)[A-Za-z\\d](?:[\\w-]| (?=\\d)){4,19}(?![\\w年])'),
    isPersonal: (found) => !isHotline(found) && !isAmount(found),
    example: '微信 zhang_san88',
  },
  {
    name: 'account of letters only, called by its number or id',
    pattern:
      /(?<=(?:微信|微訊|薇信|v信|wechat|weixin|(?<![a-z])(?:vx|wx|qq))\s?(?:号码?|號碼?|id|[:：])[:：是为為 ]{0,3})[a-z][\w-]{4,19}/giu,
    example: '微信号：zhangsan',
  },
  {
    name: 'passport or permit',
    pattern:
      /(?<![A-Za-z\d])(?:[EG]\d{8}|E[A-HJ-NP-Z]\d{7}|[CWHMLT]\d{8}|[HM]\d{10}|C[A-HJ-NP-Z]\d{7})(?![\dA-Za-z])/giu,
    example: 'E12345678',
  },
  {
    name: 'id of Hong Kong, of Taiwan, or of a foreign resident',
    pattern:
      /(?<![A-Za-z\d])(?:[A-Z]{1,2}\d{6}\s?\([\dA]\)|[A-Z][1289]\d{8}|[A-Z]{3}\d{12})(?![\dA-Za-z])/giu,
    example: 'A123456(7)',
  },
  {
    name: 'number plate',
    pattern: new RegExp(
      `[${PROVINCES}]\\s?[A-Z]\\s?[·.・•-]?\\s?(?=[A-Z\\d ]{0,5}\\d)(?:[DFABCEGHJK][A-Z\\d]\\d{4}|\\d{5}[DFABCEGHJK]|[A-Z\\d](?: ?[A-Z\\d]){4}|[A-Z\\d]{4}[挂学警港澳掛學])(?![A-Z\\d])`,
      'giu',
    ),
    isPersonal: (found) => (found.written.match(/[A-Z]/gi) ?? []).length <= MOST_LETTERS,
    example: '苏J·D12345',
  },
]

function isResidentId(found: Found): boolean {
  const id = plain(found.written).slice(0, 18)
  if (!saysBirthday(id)) return false
  return hasCheckDigit(id) || isCalledId(found) || !(isAmount(found) || isCalledCode(found))
}

function isCard(found: Found): boolean {
  return isDialled(found) && !isCalledCode(found) && isCardNumber(plain(found.written))
}
