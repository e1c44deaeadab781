/**
 * The language of a question: that of its grammar, not of the names in it. Pure.
 */
import { hasHan, scriptOf } from '../../corpus/script.ts'
import type { Lang } from '../../corpus/types.ts'

/** Words that hold a sentence together. */
const CHINESE_GRAMMAR =
  /[的吗呢吧了几谁哪么啥是在有和与或给把被请帮问想要怎嗎麼幾誰請幫問什为為到个個这這那]|多少|一下|负责|負責/g
const ENGLISH_GRAMMAR =
  /\b(?:the|a|an|of|is|are|was|does|do|did|how|what|who|which|where|when|why|for|in|on|to|by|and|with|many|much|there|under|from|should|can|will|about|please|tell|me|my|it|its|that|this)\b/gi

const QUOTED = /"[^"]*"|“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》/g

/** Quotation marks of Traditional writing. */
const CORNER_QUOTES = /[「『]/

/** The language and script to answer in; a Chinese text that both scripts write alike counts as Simplified. */
export function languageOf(question: string): Lang {
  if (!hasHan(question)) return 'en'
  // What is quoted is in the language of the text; `agencies(task="…")` is English all the same.
  const unquoted = question.replace(QUOTED, '')
  const text = /\p{L}/u.test(unquoted) ? unquoted : question
  if (!hasHan(text))
    return /[a-z]{4,}/i.test(text)
      ? 'en'
      : (scriptOf(question) ?? (CORNER_QUOTES.test(question) ? 'zh-Hant' : 'zh-Hans'))
  const script =
    scriptOf(text) ?? scriptOf(question) ?? (CORNER_QUOTES.test(question) ? 'zh-Hant' : 'zh-Hans')
  const english = text.match(ENGLISH_GRAMMAR)?.length ?? 0
  const chinese = text.match(CHINESE_GRAMMAR)?.length ?? 0
  const latinWords = text.match(/[A-Za-z]{2,}/g)?.length ?? 0
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  // `city library 那种城市书房，今年 how many 家新建` is Chinese with English in it.
  if (english > chinese && !(chinese > 0 && han > latinWords * 2)) return 'en'
  // No grammar at all: the longer half decides (`rural toilets 公廁`).
  return english === 0 && chinese === 0 && latinWords * 2 > han ? 'en' : script
}
