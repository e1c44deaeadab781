/**
 * The kinds of telephone numbers: by their form, by the word before, by what is said after.
 */
import { isAmount, isDialled, isHotline, isOfPerson } from './personal-context.ts'
import {
  APART,
  AREA,
  after,
  COUNTRY,
  digits,
  EXTENSION,
  GAP,
  LOCAL,
  number,
  type PersonalKind,
} from './personal-patterns.ts'
import { CALL_ME, CALLING_WORDS, PHONE_WORDS, PLACE_WORDS, TOLD } from './personal-words.ts'

/** In this order: a number that two could take is the first one's. */
export const TELEPHONES: PersonalKind[] = [
  {
    name: 'mobile',
    pattern: number(`(?:${COUNTRY}|86${GAP}|0)?1${GAP}[3-9](?:${GAP}\\d){9}${EXTENSION}`, 'i'),
    isPersonal: isDialled,
    example: '+86 138-1234-5678',
  },
  {
    name: 'mobile in its groups, or digit by digit',
    pattern: number(
      `(?:\\((?=1[3-9]\\d\\)))?1[3-9]\\d${APART}\\d{4}${APART}\\d{4}|1${APART}[3-9](?:${APART}\\d){9}|(?=\\(?\\d{1,10}[()])\\(?1[()]?[3-9](?:[()]?\\d){9}\\)?`,
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
    name: 'telephone, by what is done with it or told of it, or by its place',
    pattern: new RegExp(
      [
        after(CALLING_WORDS, `(?<!\\d)[2-9]\\d{2,3}${GAP}\\d{4}(?!\\d)`),
        after(`${PHONE_WORDS}${TOLD}`, '(?<!\\d)[2-9]\\d{2,3}-?\\d{4}(?!\\d)'),
        // In tables, columns follow the place.
        after(PLACE_WORDS, '(?<!\\d)[2-9]\\d{2,3}-?\\d{4}(?!\\d)'),
      ]
        .map(({ source }) => source)
        .join('|'),
      'giu',
    ),
    isPersonal: (found) => isDialled(found) && isOfPerson(found),
    example: '打8823-1234找我',
  },
  {
    name: 'telephone, by what is said after',
    pattern: number(`[2-9]\\d{2,3}${GAP}\\d{4}(?=\\s?[,，]?\\s?${CALL_ME})`, 'i'),
    example: '88231234找我',
  },
  {
    name: 'local number with an extension',
    pattern: number(`[2-9]\\d{3}${GAP}\\d{3,4}\\s*(?:转|分机|ext\\.?)\\s*\\d{1,6}`, 'i'),
    example: '88231234转801',
  },
]
