/**
 * Choosing and writing: the same chance on every run, the script and the manner of the statement. Pure.
 */
import { Converter } from 'opencc-js/cn2t'
import { scriptOf, simplify } from '../../../../corpus/script.ts'
import type { Context } from './context.ts'

/** FNV-1a: chance that is the same on every run. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return value
}

/** `list` turned so that it begins where the statement's id says. */
export function turned<T>(list: readonly T[], { statement }: Context, salt: string): T[] {
  const from = list.length > 0 ? hash(`${statement.id}/${salt}`) % list.length : 0
  return [...list.slice(from), ...list.slice(0, from)]
}

export function pick<T>(list: readonly T[], c: Context, salt: string): T | undefined {
  return turned(list, c, salt)[0]
}

const toTraditional = Converter({ from: 'cn', to: 'tw' })

/** Chinese words in the script of the statement. */
export function inScript(text: string, { statement }: Context): string {
  if (statement.lang === 'zh-Hans') return simplify(text)
  return scriptOf(text) === 'zh-Hans' ? toTraditional(text).replaceAll('週歲', '周歲') : text
}

export function say(c: Context, chinese: string, english: string): string {
  return c.english ? english : c.statement.lang === 'zh-Hans' ? simplify(chinese) : chinese
}

export function withSentence(c: Context, sentence: string): string {
  const text = c.text.trimEnd()
  const stop = /[。！？.!?；;][”」"’』)）]?$/.test(text) ? '' : c.english ? '.' : '。'
  return `${text}${stop}${c.english ? ' ' : ''}${sentence}`
}

/** `words` put at the end of the last sentence. */
export function withEnding(c: Context, words: string): string {
  return `${c.text.trimEnd().replace(/[。.；;]$/, '')}${words}${c.english ? '.' : '。'}`
}

/** An English statement as it goes on after words of introduction. */
export function lowered(text: string): string {
  const isName = /^(?:Yancheng|Jiangwan|Lianhai|Item|Article|Task|Communist|I)\b|^\w+ [A-Z]/.test(text)
  return isName && !/^The /.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
