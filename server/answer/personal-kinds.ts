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
import { MAIL_ADDRESS } from './personal-mail.ts'
import { after, DIGIT_OR_X, digits, GAP, number, type PersonalKind, PROVINCES } from './personal-patterns.ts'
import { TELEPHONES } from './personal-telephones.ts'
import { ACCOUNT_WORDS, CARD_WORDS, DOCUMENT_WORDS } from './personal-words.ts'

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
    name: 'resident id in two pieces',
    pattern: number('[1-9]\\d{5}\\D{1,8}(?:19|20)\\d{6}(?:\\D{0,6}[\\dXx*]{4}(?!\\d))?'),
    isPersonal: isIdInPieces,
    example: '身份证前六位320902，后面199001011234',
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
  ...TELEPHONES,
  {
    name: 'e-mail',
    pattern: MAIL_ADDRESS,
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
      /(?<=(?:微信|微讯|薇信|v信|wechat|weixin|(?<![a-z])(?:vx|wx|qq))\s?(?:号码?|id|[:：])[:：是为 ]{0,3})[a-z][\w-]{4,19}/giu,
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
      `[${PROVINCES}]\\s?[A-Z]\\s?[·.・•-]?\\s?(?=[A-Z\\d ]{0,5}\\d)(?:[DFABCEGHJK][A-Z\\d]\\d{4}|\\d{5}[DFABCEGHJK]|[A-Z\\d](?: ?[A-Z\\d]){4}|[A-Z\\d]{4}[挂学警港澳])(?![A-Z\\d])`,
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

/** The place apart from the birthday; a date after a sum is none, so an id is spoken of, or the rest follows. */
function isIdInPieces(found: Found): boolean {
  const place = found.written.slice(0, 6)
  const rest = found.written.slice(6).replace(/[^\dXx*]/g, '')
  return (
    saysBirthday(`${place}${rest.slice(0, 8)}0000`) &&
    (rest.length === 12 || isCalledId(found)) &&
    !isAmount(found)
  )
}
