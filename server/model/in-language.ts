/**
 * The model's words in the language and script of the answer. Pure.
 */
import { hasHan, scriptOf, simplify, traditional } from '../../corpus/script.ts'
import type { Lang } from '../../corpus/types.ts'
import { ended } from '../answer/say.ts'

/** Quotes and official names stay as written, whatever the language around them. */
const AS_WRITTEN = /「[^」]*」|“[^”]*”|《[^》]*》|[(（][^)）]*[)）]/g

/**
 * `text` as it is shown, in the script of the answer, or nothing where it is in another language. The official `names`
 * stay as the document writes them.
 */
export function inLanguage(text: string, lang: Lang, names: string[]): string | undefined {
  const own = text.replace(AS_WRITTEN, '')
  if (lang === 'en') return /[a-z]{3}/i.test(own) && latinShare(own) > 0.5 ? ended(text, lang) : undefined
  if (!hasHan(own)) return undefined
  const convert = lang === 'zh-Hans' ? simplify : scriptOf(own) === 'zh-Hans' ? traditional : undefined
  if (!convert) return ended(text, lang)
  const official = names.reduce((words, name) => words.replaceAll(convert(name), name), convert(text))
  return ended(official, lang)
}

function latinShare(text: string): number {
  const latin = text.match(/[a-z]/gi)?.length ?? 0
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return latin / Math.max(1, latin + han)
}
