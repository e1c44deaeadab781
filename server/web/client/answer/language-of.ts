/**
 * The language of a question as the answer to it will have it, told by its letters: for what is shown before the
 * answer itself says so.
 */
import type { Lang } from '../../../../corpus/types.ts'

/** Frequent characters that only one of the two ways to write Chinese has. */
const SIMPLIFIED =
  '谁么吗负责关门时间来个们对应说过还给请问办证资钱学医疗养老业补贴护车费标准项规发现开几岁无电话农'
const TRADITIONAL =
  '誰麼嗎負責關門時間來個們對應說過還給請問辦證資錢學醫療養業補貼護車費標準項規發現開幾歲無電話農'

/** `fallback` where the letters do not tell: the language of the interface. */
export function languageOf(question: string, fallback: Lang): Lang {
  const letters = Array.from(question)
  const words = (question.match(/[a-z]+/gi) ?? []).length
  const chinese = letters.filter(isChinese).length
  if (words > chinese) return 'en'
  if (chinese === 0) return fallback
  const simplified = letters.filter((letter) => isOnly(letter, SIMPLIFIED, TRADITIONAL)).length
  const traditional = letters.filter((letter) => isOnly(letter, TRADITIONAL, SIMPLIFIED)).length
  if (simplified !== traditional) return simplified > traditional ? 'zh-Hans' : 'zh-Hant'
  return fallback === 'en' ? 'zh-Hans' : fallback
}

function isChinese(letter: string): boolean {
  return /\p{Script=Han}/u.test(letter)
}

function isOnly(letter: string, here: string, there: string): boolean {
  return here.includes(letter) && !there.includes(letter)
}
