/**
 * Reads how a clause is called into numbers, each with the level that words or brackets around it name, and titles.
 *
 * Law: the whole of the input is read, or nothing. Pure.
 */
import { anyNumber, CARDINALS, ORDINALS, TENS } from './number-words.ts'

/** Outermost first. */
export const LEVELS = ['part', 'section', 'item'] as const
export type Level = (typeof LEVELS)[number]

export interface Numbered {
  value: number
  level?: Level
  /** As it was written. */
  said: string
  /** A title stands before it: 重點任務2 is mostly what is numbered so under it. */
  isBehind: boolean
}

/** What a spelling says: its numbers, outermost first, and the titles that it gives. Folded. */
export interface Spelling {
  numbers: Numbered[]
  titles: string[]
}

const HAN_NUMBER = '[零〇一二两三四五六七八九十百廿卅壹贰叁参肆伍陆柒捌玖拾]{1,5}'
const TENS_BEFORE = `(?:(?:${TENS.join('|')})[- ]?)?`
/** `2nd`, `twenty-third`: stands before the word for its level, where `23` stands behind it. */
const ORDINAL = `\\d{1,3}(?:st|nd|rd|th)|${TENS_BEFORE}(?:${ORDINALS.join('|')})|${TENS.map((ten) => `${ten.slice(0, -1)}ieth`).join('|')}`
const LATIN_NUMBER = `${ORDINAL}|\\d{1,3}|${TENS_BEFORE}(?:${CARDINALS.join('|')})|${TENS.join('|')}|[ivx]{1,7}`
/** No letter goes on behind it. */
const END = '(?![a-z])'

interface Token {
  /** Sticky; group 1 is the number, if it has one. */
  pattern: RegExp
  /** The level of its own number, or, without one, of the number that follows. */
  level?: Level
  example: string
}

/** What a spelling is made of, the longer ways of writing first. Folded. */
const TOKENS: Token[] = [
  { pattern: /(?<=\p{Script=Han}{3})(?:一[节项条章]|这?部分)/uy, example: '統籌發展和安全一節' },
  {
    pattern: new RegExp(`第?(${HAN_NUMBER}|\\d{1,3})(?:大?部分|部份|大?章|大块|大项|编|篇)`, 'y'),
    level: 'part',
    example: '第二部分',
  },
  {
    pattern: new RegExp(`第?[(]?(${HAN_NUMBER}|\\d{1,3})[)]?小?节`, 'y'),
    level: 'section',
    example: '第五节',
  },
  {
    pattern: new RegExp(`第?[(](${HAN_NUMBER})[)](?:部分|条|款|项|点)?`, 'y'),
    level: 'section',
    example: '(二)',
  },
  {
    // A paragraph stays inside its article: 第七条第二款.
    pattern: new RegExp(`(?<=[条項项])的?第(?:${HAN_NUMBER}|\\d{1,3})款`, 'y'),
    example: '第七条第二款',
  },
  {
    pattern: new RegExp(`第?(${HAN_NUMBER}|\\d{1,3})(?:项任务|个任务|项|条|点|款|号|任务|措施|举措)`, 'y'),
    level: 'item',
    example: '第23项',
  },
  { pattern: new RegExp(`(${HAN_NUMBER})、`, 'y'), level: 'part', example: '二、' },
  {
    pattern: new RegExp(`(?:the )?(${ORDINAL}) ?(?:part|chapter)${END}`, 'y'),
    level: 'part',
    example: '2nd part',
  },
  {
    pattern: new RegExp(`(?:the )?(${ORDINAL}) ?section${END}`, 'y'),
    level: 'section',
    example: 'the third section',
  },
  {
    pattern: new RegExp(`(?:the )?(${ORDINAL}) ?(?:task|item|clause|article|point)${END}`, 'y'),
    level: 'item',
    example: 'the twenty-third task',
  },
  { pattern: /(?:part|chapter|pt|ch)(?![a-hj-uwyz])/y, level: 'part', example: 'part II' },
  { pattern: /(?:sub-?)?(?:section|sec)(?![a-hj-uwyz])/y, level: 'section', example: 'section 5' },
  {
    pattern:
      /(?:task|item|measure|article|art|clause|cl|point|paragraph|para)s?(?![a-hj-uwyz])|任务|事项|条目|条款|项目|措施|举措/y,
    level: 'item',
    example: 'task 23',
  },
  { pattern: new RegExp(`(${LATIN_NUMBER})${END}`, 'y'), example: '21st' },
  { pattern: new RegExp(`第?(${HAN_NUMBER}|\\d{1,3})`, 'y'), example: '第廿三' },
  // What stands around numbers and says nothing of them.
  {
    pattern:
      /(?:number|num|no|of|in|under|the|heading|doc|document)(?![a-z])|编号|序号|标题|里面?的?|当?中的?|全文|原文|内容|条文|正文|一节|一项|一条|第|之|的|项|条|号/y,
    example: 'No. 23',
  },
  { pattern: /[^\p{L}\p{N}]/uy, example: '§' },
]

/** Behind a number: another of the same path follows. */
const JOINS = /^\s*(?:[.·。/>-]|[(])\s*[\dⅰ-ⅿivx一二三四五六七八九十]/

/** What the whole of a spelling says; nothing where a part of it is neither number, title nor a word around them. */
export function readSpelling(folded: string, titles: string[]): Spelling | undefined {
  const read: Spelling = { numbers: [], titles: [] }
  let level: Level | undefined
  for (let at = 0; at < folded.length; ) {
    const title = titles.find((one) => folded.startsWith(one, at))
    const found = title ? undefined : tokenAt(folded, at)
    if (title) {
      read.titles.push(title)
      at += title.length
    } else if (!found) return undefined
    else {
      at += found.text.length
      if (found.number === undefined) level = found.level ?? level
      else {
        const value = Number(found.number) === 0 ? 0 : anyNumber(found.number)
        if (Number.isNaN(value)) return undefined
        // `section 2.1`, `section 1(2)`: joined numbers are a path, and the word before it names no level of it.
        const isJoined = JOINS.test(folded.slice(at))
        // `任務(九)` is a task, though brackets alone number sections.
        const own = isJoined ? found.level : (level ?? found.level)
        read.numbers.push({
          value,
          said: found.number,
          isBehind: read.titles.length > 0,
          ...(own ? { level: own } : {}),
        })
        level = undefined
      }
    }
  }
  return read.numbers.length + read.titles.length > 0 ? read : undefined
}

function tokenAt(folded: string, at: number) {
  for (const token of TOKENS) {
    token.pattern.lastIndex = at
    const match = token.pattern.exec(folded)
    if (match && match[0] !== '') return { level: token.level, text: match[0], number: match[1] }
  }
  return undefined
}

const MOST_FRAMES = 4

/** What people say around the name of a clause. Folded, without gaps. */
const FRAMES: { pattern: RegExp; example: string }[] = [
  {
    pattern:
      /^(?:请|麻烦|帮我|给我|我想)*(?:查|看|读|找|问|念|说|打开|告诉我)*(?:一下|下)?(?:[这该本]?(?:份|个)?(?:文件|通知|意见|方案|办法|政策)(?:里面?|中|上|内)?的?)?(?:(?:关于|有关)|[讲说写谈])?(?:的是)?/u,
    example: '请看文件里的(一), 关于拥军优属服务的那一项',
  },
  {
    pattern:
      /(?:的?(?:[那这该呢嗰]一?个?|一)?(?:项|条|款|节|段|章|点|任务|工作|部分)|的(?:内容|规定|原文|全文)|是?(?:什么|啥))$/u,
    example: '殡葬服务那项, 主要目标那一节的内容',
  },
  {
    pattern:
      /^(?:please )?(?:(?:show|read|open|get|give|see|find|fetch)(?: me)? )?(?:the )?(?:text of )?(?:the )?(?:(?:item|task|clause|section|part|article|one) )?(?:(?:on|about|for|called|titled|named) )?(?:the )?/,
    example: 'the section on main goals',
  },
  { pattern: / (?:item|task|clause|section|part|article|please)$/, example: 'main goals section' },
]

/** The name of a clause alone: without what is said around it. */
export function withoutFrame(folded: string): string {
  let text = folded
  // One after another and few of them: a pattern that repeats itself takes for ever on hostile input.
  for (let round = 0; round < MOST_FRAMES; round++)
    for (const { pattern } of FRAMES) text = text.replace(pattern, '').trim()
  return text
}

/** No quotes, which people leave out or write otherwise, and no spaces between Chinese characters. */
export function withoutGaps(folded: string): string {
  return folded
    .replace(/["'“”‘’「」『』《》]/g, '')
    .replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '')
}
