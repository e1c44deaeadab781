/**
 * Reads the digits of a text however they are written (１, ①, 𝟏, 壹, `one three eight`), with the way back to the text. Pure.
 *
 * Law: `at` keeps the source offset of every unit, so that what is found in `text` is taken out of the source.
 */
import { withoutInvisible } from '../../corpus/clean-text.ts'
import { simplify } from '../../corpus/script.ts'

export interface PlainDigits {
  /** NFKC, Simplified, digits plain, without what people cannot see. */
  text: string
  /** For each UTF-16 unit of `text`, the offset of its source; one more entry at the end for the length. */
  at: number[]
}

/** Digits of any script and frame are plain, all else stays what it is. */
export function asWritten(text: string): PlainDigits {
  return inSimplified(read(text))
}

/** As `asWritten`, and digits that are said in words or that look like letters are digits too. */
export function asSpoken(text: string): PlainDigits {
  return inSimplified(
    SPOKEN.reduce((reading, [pattern, digitsOf]) => rewrite(reading, pattern, digitsOf), read(text)),
  )
}

/** Last, since 參 is a digit of cheques and 参 is none. */
function inSimplified({ text, at }: PlainDigits): PlainDigits {
  const simplified = simplify(text)
  return { text: simplified.length === text.length ? simplified : text, at }
}

function read(text: string): PlainDigits {
  let plain = ''
  const at: number[] = []
  let offset = 0
  for (const char of text) {
    const seen = plainOf(char)
    plain += seen
    for (let i = 0; i < seen.length; i++) at.push(offset)
    offset += char.length
  }
  at.push(offset)
  return { text: plain, at }
}

/** Framed digits that have no plain form in Unicode, or one with its frame: the first, the last, the value of the first. */
const FRAMED: [number, number, number][] = [
  [0x2460, 0x2473, 1], // ①
  [0x2474, 0x2487, 1], // ⑴
  [0x2488, 0x249b, 1], // ⒈
  [0x24ea, 0x24ea, 0], // ⓪
  [0x24eb, 0x24f4, 11], // ⓫
  [0x24f5, 0x24fe, 1], // ⓵
  [0x24ff, 0x24ff, 0], // ⓿
  [0x2776, 0x277f, 1], // ❶
  [0x2780, 0x2789, 1], // ➀
  [0x278a, 0x2793, 1], // ➊
  [0x1f100, 0x1f100, 0], // 🄀
  [0x1f101, 0x1f10a, 0], // 🄁
  [0x1f10b, 0x1f10c, 0], // 🄋
]

/** Marks that are put on a digit: keycaps, strokes, accents. */
const MARK = /^\p{M}$/u
const DIGIT = /^\p{Nd}$/u

function plainOf(char: string): string {
  if (char <= '\u007f') return char
  if (MARK.test(char) || withoutInvisible(char) === '') return ''
  if (DIGIT.test(char)) return String(digitOf(char))
  const code = char.codePointAt(0) ?? 0
  const framed = FRAMED.find(([first, last]) => code >= first && code <= last)
  if (framed) return String(code - framed[0] + framed[2])
  return char.normalize('NFKC')
}

/** Unicode lays out the digits of every script in runs of ten that begin with its zero. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let before = 0
  while (DIGIT.test(String.fromCodePoint(code - before - 1))) before++
  return before % 10
}

/** The signs of Chinese for one digit each, those of cheques and those said on the telephone too. */
const CHINESE = new Map(
  [
    '〇零洞○◯',
    '一壹幺弌',
    '二贰貳弍两兩',
    '三叁參弎',
    '四肆',
    '五伍',
    '六陆陸',
    '七柒拐',
    '八捌',
    '九玖勾',
  ].flatMap((signs, value) => [...signs].map((sign): [string, string] => [sign, String(value)])),
)
const SIGN = `[${[...CHINESE.keys()].join('')}]`
/** Not the first of a word that follows a number: `88231234一直没人接`. */
const CHINESE_SIGN = new RegExp(`${SIGN}(?=${SIGN})|(?<!\\d{7} ?)${SIGN}|${SIGN}(?!\\p{Script=Han})`, 'gu')

/** `七千零一` and `零五百一十五` within a number, `一百三十九` at its head. */
const COUNTED = new RegExp(
  '(?<=\\d)ONE千(?:[零〇]?ONE百)?(?:[零〇]?ONE?十)?[零〇]?ONE?(?=\\d)|(?<=\\d)[零〇]ONE百(?:ONE?十)?[零〇]?ONE?(?=\\d)|ONE百(?:ONE十)?[零〇]?ONE?(?=(?:[ ,，-]?(?:ONE|\\d)){8})'.replaceAll(
    'ONE',
    SIGN,
  ),
  'gu',
)
/** What stands for a blank in addresses and pages. */
const MARKUP = /%2[\da-f]|&nbsp;|&#160;|<\/?[a-z][^<>]{0,30}>/giu

const ENGLISH = new Map(
  ['zero oh o nought', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].flatMap(
    (words, value) => words.split(' ').map((word): [string, string] => [word, String(value)]),
  ),
)
const ENGLISH_WORD = `(?:${[...ENGLISH.keys()].join('|')}|double|triple|\\d)`
/** A few words in a row may be a count; a number to be dialled has more. */
const ENGLISH_RUN = new RegExp(
  `(?<![a-z\\d])${ENGLISH_WORD}(?:[ ,.;-]{1,3}${ENGLISH_WORD}){5,}(?![a-z\\d])`,
  'giu',
)
const TIMES = new Map([
  ['double', 2],
  ['triple', 3],
])

/** Letters that a scan or a hurried hand has for digits. */
const LETTERS = new Map([
  ['O', '0'],
  ['o', '0'],
  ['l', '1'],
  ['I', '1'],
  ['|', '1'],
  ['S', '5'],
  ['B', '8'],
])
const LETTER_RUN = /(?<![A-Za-z\d|])[\dOolI|](?:[- ]?[\dOolI|SB]){7,}(?![A-Za-z\d])/gu
/** Of a run, at least so many are digits. */
const DIGITS_AMONG_LETTERS = 5

/** In this order: what a digit is written with, and the digits it stands for. */
const SPOKEN: [RegExp, (said: string) => string][] = [
  [MARKUP, () => ' '],
  [COUNTED, digitsOfCount],
  [CHINESE_SIGN, (sign) => CHINESE.get(sign) ?? sign],
  [/(?<=\d)[2-4] ?个 ?\d(?!\d)/gu, (said) => (said.at(-1) ?? '').repeat(Number(said[0]))],
  [ENGLISH_RUN, digitsOfWords],
  [LETTER_RUN, digitsOfLetters],
]

function digitsOfCount(said: string): string {
  const places = [...'千百十'].map((place) => signValue(said[said.indexOf(place) - 1]))
  const digits = [...places, signValue(said.at(-1))].join('')
  return /^[零〇]/.test(said) ? digits : digits.replace(/^0+/, '')
}

function signValue(sign = ''): string {
  return CHINESE.get(sign) ?? '0'
}

function digitsOfWords(run: string): string {
  let digits = ''
  let times = 1
  for (const word of run.toLowerCase().split(/[ ,.;-]+/)) {
    const repeated = TIMES.get(word)
    if (!repeated) digits += (ENGLISH.get(word) ?? word).repeat(times)
    times = repeated ?? 1
  }
  return digits
}

function digitsOfLetters(run: string): string {
  if (run.replace(/\D/g, '').length < DIGITS_AMONG_LETTERS) return run
  return run.replace(/[OolI|SB]/g, (letter) => LETTERS.get(letter) ?? letter)
}

/** Every match of `pattern` replaced, its units leading back to where it starts. */
function rewrite(
  { text, at }: PlainDigits,
  pattern: RegExp,
  digitsOf: (said: string) => string,
): PlainDigits {
  let written = ''
  const from: number[] = []
  let end = 0
  const keep = (until: number) => {
    written += text.slice(end, until)
    for (let i = end; i < until; i++) from.push(at[i] ?? 0)
  }
  for (const match of text.matchAll(pattern)) {
    const digits = digitsOf(match[0])
    keep(match.index)
    written += digits
    for (let i = 0; i < digits.length; i++) from.push(at[match.index] ?? 0)
    end = match.index + match[0].length
  }
  keep(text.length)
  from.push(at[text.length] ?? 0)
  return { text: written, at: from }
}
