/**
 * The language of a page: as the reader chose it, or else as the browser asks for it.
 */
import { Lang } from '../../corpus/types.ts'

export const LANGS = Lang.options

/** `chosen` is the page's ?lang=, `accepted` the header Accept-Language. */
export function pageLanguage(chosen: string | undefined, accepted = ''): Lang {
  const choice = Lang.safeParse(chosen)
  if (choice.success) return choice.data
  const wishes = accepted
    .split(',')
    .map((wish, order) => {
      const [tag = '', ...parameters] = wish.trim().split(';')
      const q = Number(/^\s*q=([\d.]+)/.exec(parameters[0] ?? '')?.[1] ?? 1)
      return { lang: langOf(tag.toLowerCase()), q, order }
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q || a.order - b.order)
  return wishes.find(({ lang }) => lang !== undefined)?.lang ?? 'zh-Hans'
}

function langOf(tag: string): Lang | undefined {
  if (/^zh-(hant|tw|hk|mo)\b/.test(tag)) return 'zh-Hant'
  if (/^zh\b/.test(tag)) return 'zh-Hans'
  if (/^en\b/.test(tag)) return 'en'
  return undefined
}
