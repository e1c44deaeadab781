/**
 * Numbers as people write them of clauses: figures, Chinese numerals, Roman letters, English words. Pure.
 */
import { numeralValue } from './clauses.ts'

/** The value of a number in Arabic digits, Chinese numerals, Roman letters or English words, ordinals too; NaN for anything else. */
export function anyNumber(text: string): number {
  const word = text.toLowerCase()
  const roman = romanValue(word)
  if (!Number.isNaN(roman)) return roman
  const inWords = ENGLISH_NUMBERS.get(word.replace(' ', '-'))
  if (inWords !== undefined) return inWords
  if (/^\d+(?:st|nd|rd|th)$/.test(word)) return Number.parseInt(word, 10)
  // `一〇`: the digits of a number, written one by one. OpenCC folds 參 to 参, where the numeral is 叁.
  const value = /^[零一二三四五六七八九]{2,3}$/.test(text)
    ? Number([...text].map((digit) => numeralValue(digit)).join(''))
    : numeralValue(text.replaceAll('参', '叁'))
  return value > 0 ? value : Number.NaN
}

/** Numbers in English words: 1–19, then the tens from twenty. */
export const CARDINALS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
export const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
export const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const UNITS = 9

const ENGLISH_NUMBERS = new Map<string, number>([
  ...CARDINALS.map((word, i) => [word, i + 1] as const),
  ...ORDINALS.map((word, i) => [word, i + 1] as const),
  ...TENS.flatMap((ten, i) => {
    const value = (i + 2) * 10
    return [
      [ten, value] as const,
      [`${ten.slice(0, -1)}ieth`, value] as const,
      ...[CARDINALS, ORDINALS].flatMap((words) =>
        words.slice(0, UNITS).map((word, k) => [`${ten}-${word}`, value + k + 1] as const),
      ),
    ]
  }),
])

const ROMAN_DIGITS: Record<string, number> = { i: 1, v: 5, x: 10 }

/** The value of a Roman numeral up to 39; NaN for anything else. */
function romanValue(word: string): number {
  if (!/^x{0,3}(?:ix|iv|v?i{0,3})$/.test(word) || word === '') return Number.NaN
  const values = [...word].map((letter) => ROMAN_DIGITS[letter] ?? 0)
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0)
}
