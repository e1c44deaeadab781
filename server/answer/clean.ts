/**
 * Cleans a question before anyone reads it: stray controls, personal numbers, orders to the machine. Pure.
 */
import { fold } from '../../corpus/script.ts'
import {
  ASKS_AGENCY,
  ASKS_AGENCY_TASKS,
  ASKS_CONTENT,
  ASKS_LIST,
  ASKS_NUMBER,
  ATTRIBUTES,
  ORDERS,
  SMALL_TALK,
} from './patterns.ts'

/** What stands in the place of an id, phone or card number. */
const REDACTED = '***'

/** Invisible controls, bidi marks, zero-width characters and tags: they carry no question. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu

/** What people put between the digits of one number. */
const GAP = '[-–—−·.•_/ ]{0,2}'
const digits = (count: number) => `\\d(?:${GAP}\\d){${count - 1}}`
const personal = (pattern: string, flags = 'g') => new RegExp(`(?<!\\d|\\d\\.)(?:${pattern})(?!\\d)`, flags)

/** Personal numbers, as they are written in China, in plain digits. Longest first. */
const PERSONAL: RegExp[] = [
  personal(`\\d{6}${GAP}(?:19|20)\\d{2}${GAP}(?:0[1-9]|1[0-2])${GAP}(?:[0-2]\\d|3[01])${GAP}\\d{3}[\\dXx]`), // resident id
  personal(`\\d{6}${GAP}\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])${GAP}\\d{3}`), // resident id of the old form
  personal(`\\d{4}${GAP}\\d{2}(?:\\d{2})?${GAP}${digits(10)}(?:${GAP}\\d){0,3}`), // bank card
  personal(`(?:\\+?86${GAP})?1${GAP}[3-9](?:${GAP}\\d){9}`), // mobile
  personal(`[(（]?0\\d{2,3}[)）]?${GAP}[2-9]\\d{3}${GAP}\\d{3,4}`), // landline with area code
  /[\w.+-]+ ?@ ?[\w-]+(?:\.[\w-]+)+/g, // e-mail
  /(?<=护照(?:号码?)?[:：是为 ]{0,3})[A-Za-z]{1,2}\d{7,8}(?!\d)/g, // passport
  /(?<=(?:微信|微訊|wechat|weixin|qq)(?:号码?|號碼?|id)?[:：是为為 ]{0,3})[\w-]{5,20}/gi, // accounts
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼蘇滬遼魯贛雲晉陝閩貴粵寧瓊][A-Z] ?[·. ]?[A-Z0-9]{5,6}(?![A-Za-z0-9])/g, // number plate
]

export interface Cleaned {
  /** Well-formed, redacted: this is the question as understood. */
  question: string
  /** The question without orders to the machine and small talk: what is looked up. */
  topic: string
  redacted: boolean
  /** True if something in it was an order to misbehave. */
  ordered: boolean
  /** True if nothing but small talk or orders is left. */
  empty: boolean
}

/** Redacts personal numbers and takes orders and small talk away. */
export function clean(raw: string): Cleaned {
  const visible = inPlainDigits(raw.toWellFormed()).replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
  const question = redact(visible)
  const aside = question.replace(BRACKETED, (group) => (matches(ORDERS, group) ? ' ' : group))
  const sentences = sentencesOf(aside).map(piecesOf)
  const kept = sentences.flatMap(withoutOrders)
  const ordered = aside !== question || kept.length < sentences.flat().length
  const serious = kept.filter((piece) => !isSmallTalk(piece))
  return {
    question,
    topic: serious.join(' ').replace(INTRODUCES, ' ').trim(),
    redacted: question !== visible,
    ordered,
    empty: serious.join('').replace(/[\s\p{P}]/gu, '') === '',
  }
}

/** `text` with ids, phone and card numbers, plates, accounts and mail addresses replaced by `***`; digits become plain. */
export function redact(text: string): string {
  return PERSONAL.reduce((rest, pattern) => rest.replace(pattern, REDACTED), inPlainDigits(text))
}

/** Digits of other widths and kinds (１, 𝟏, ①) as plain ones, and the signs between them. */
function inPlainDigits(text: string): string {
  return text
    .replace(/[\p{Nd}①-⑨⓪]/gu, (digit) => {
      const plain = digit.normalize('NFKC')
      return /^\d$/.test(plain) ? plain : digit
    })
    .replace(/(?<=\d)[－＿．／＠\u3000\u00a0]+(?=[\dXx])/g, (signs) => signs.normalize('NFKC'))
}

/** What a number was introduced with (`我电话***`) asks for nothing. */
const INTRODUCES =
  /(?:我的?|他的?|她的?|本人)?(?:手机|电话|身份证|联系方式|联系电话|银行卡|卡|邮箱|手機|電話|身份證|聯絡電話|信箱|phone|mobile|tel|id card|id|card|e-?mail)(?:号码?|號碼?|number| no\.?)?\s*(?:[:：是为為]|is)?\s*\*\*\*/gi

/** An order may stand in brackets before the question. */
const BRACKETED = /[（(【[][^（(【[）)】\]]{4,}[）)】\]]/g

function isSmallTalk(piece: string): boolean {
  return fold(piece)
    .split(/[,，、]/)
    .map((part) => part.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, ''))
    .every((part) => part === '' || SMALL_TALK.some(({ pattern }) => pattern.test(part)))
}

function matches(rules: { pattern: RegExp }[], piece: string): boolean {
  const folded = fold(piece)
  return rules.some(({ pattern }) => pattern.test(folded))
}

/** Beside an order only what asks something is kept: `写一首诗，送给妈妈` is one order. */
function withoutOrders(pieces: string[]): string[] {
  const kept = pieces.filter((piece) => !matches(ORDERS, piece))
  if (kept.length === pieces.length) return pieces
  return kept.filter(
    (piece) =>
      matches(
        [...ASKS_AGENCY, ...ASKS_NUMBER, ...ASKS_CONTENT, ...ASKS_LIST, ...ASKS_AGENCY_TASKS, ...ATTRIBUTES],
        piece,
      ) || /[?？吗呢]/.test(piece),
  )
}

function sentencesOf(text: string): string[] {
  return text.match(/[^。！？!?\n]+?(?:[。！？!?\n]+|(?<=[a-z0-9)"'%])\.\s+|$)/giu) ?? []
}

/** Comma phrases: an order is often only a part of the sentence. */
function piecesOf(sentence: string): string[] {
  return (
    sentence
      .match(/[^；;，:：]+?(?:[；;，:：]+|,\s*(?=\p{Script=Han})|$)/giu)
      ?.filter((piece) => piece.trim() !== '') ?? []
  )
}
