/**
 * Cleans a question before anyone reads it: stray controls, personal numbers, orders to the machine. Pure.
 */
import { cleanText } from '../../corpus/clean-text.ts'
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
import { redact } from './redact.ts'

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
  const visible = cleanText(raw).replace(/\s+/g, ' ')
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
