/**
 * What a portal may set on the script tag. A wrong value is named and ignored, never more.
 */
import type { Lang } from '../../../../corpus/types.ts'

export interface Options {
  lang: Lang
  title?: string
  greeting?: string
  suggestions?: string[]
  /** `#rgb` or `#rrggbb`. */
  color?: string
  position: 'bottom-right' | 'bottom-left'
  open: boolean
  theme: 'light' | 'dark' | 'auto'
  elder: boolean
  /** Answers come from this document only. */
  documentId?: string
}

type Given = Record<string, string | undefined>

const MAX_TITLE = 60
const MAX_GREETING = 500
const MAX_SUGGESTION = 200
const MAX_SUGGESTIONS = 8

/** The options among the data attributes, and what is wrong with the others; `pageLang` is the page's own. */
export function readOptions(given: Given, pageLang = ''): { options: Options; wrong: string[] } {
  const wrong: string[] = []

  /** The value, if it is set and `read` can make something of it. */
  function take<Value>(name: string, wanted: string, read: (value: string) => Value | undefined) {
    const value = given[name]?.trim()
    if (value === undefined) return undefined
    const taken = read(value)
    if (taken === undefined) wrong.push(`data-${name}="${value.slice(0, MAX_TITLE)}" (${wanted})`)
    return taken
  }

  const options: Options = {
    lang: take('lang', 'zh-Hans, zh-Hant or en', langOf) ?? langOf(pageLang) ?? 'zh-Hans',
    title: take('title', `1 to ${MAX_TITLE} characters`, textUpTo(MAX_TITLE)),
    greeting: take('greeting', `1 to ${MAX_GREETING} characters`, textUpTo(MAX_GREETING)),
    suggestions: take(
      'suggestions',
      `up to ${MAX_SUGGESTIONS} questions: a JSON array, or separated by |`,
      questionsIn,
    ),
    color: take('color', 'such as #0b5c6b', (value) =>
      /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(value) ? value.toLowerCase() : undefined,
    ),
    position:
      take('position', 'bottom-right or bottom-left', oneOf('bottom-right', 'bottom-left')) ?? 'bottom-right',
    open: take('open', 'open or closed', oneOf('open', 'closed')) === 'open',
    theme: take('theme', 'light, dark or auto', oneOf('light', 'dark', 'auto')) ?? 'light',
    // Written without a value it is on, as attributes of HTML are.
    elder:
      ['', 'true', 'on'].indexOf(
        take('elder', 'true or false', oneOf('', 'true', 'on', 'false', 'off')) ?? 'off',
      ) >= 0,
    documentId: take('document', 'the id of a document', (value) =>
      /^[\w.-]{1,64}$/.test(value) ? value : undefined,
    ),
  }
  return { options, wrong }
}

/** The language that a tag such as `zh-CN` asks for. */
function langOf(tag: string): Lang | undefined {
  if (/^zh-(?:hant|tw|hk|mo)\b/i.test(tag)) return 'zh-Hant'
  if (/^zh(?:-|$)/i.test(tag)) return 'zh-Hans'
  return /^en(?:-|$)/i.test(tag) ? 'en' : undefined
}

function oneOf<Value extends string>(...values: Value[]) {
  return (given: string): Value | undefined => values.find((value) => value === given)
}

function textUpTo(limit: number) {
  return (text: string): string | undefined => (text !== '' && text.length <= limit ? text : undefined)
}

function questionsIn(value: string): string[] | undefined {
  const list = value.charAt(0) === '[' ? listIn(value) : value.split('|')
  if (!list || list.length > MAX_SUGGESTIONS) return undefined
  const questions = list.map((item) => (typeof item === 'string' ? item.trim() : ''))
  const isFit = (question: string) => question !== '' && question.length <= MAX_SUGGESTION
  return questions.every(isFit) ? questions : undefined
}

function listIn(json: string): unknown[] | undefined {
  try {
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) ? list : undefined
  } catch {
    return undefined
  }
}
