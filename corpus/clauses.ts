/**
 * The chunker: cuts one text into clauses.
 *
 * A clause is the smallest unit a person would cite, so we cut where the
 * document numbers itself and never by length. Law: the clauses joined give
 * the text back. Pure: text in, clauses out.
 */
import { scriptOf } from './script.ts'
import type { Clause } from './types.ts'

type Kind = Clause['kind']

interface Numbering {
  kind: Kind
  /** Matches at the start of a line; group `n` is the number. */
  pattern: RegExp
  example: string
}

const CHINESE_NUMBER = '[零〇一二三四五六七八九十百廿卅]+'

/** How Chinese official documents number themselves, from the outside in. */
export const NUMBERINGS: Numbering[] = [
  { kind: 'annex', pattern: /^附[件錄录]\s*(?<n>[\d０-９]{0,2})\s*[:：]?\s*$/, example: '附件1' },
  {
    kind: 'chapter',
    pattern: new RegExp(`^第(?<n>${CHINESE_NUMBER}|[\\d０-９]+)[章編编]`),
    example: '第三章 服务',
  },
  { kind: 'part', pattern: new RegExp(`^(?<n>${CHINESE_NUMBER})、`), example: '一、總體要求' },
  { kind: 'section', pattern: new RegExp(`^[(（](?<n>${CHINESE_NUMBER})[)）]`), example: '(一)指導思想' },
  {
    kind: 'section',
    pattern: new RegExp(`^第(?<n>${CHINESE_NUMBER}|[\\d０-９]+)[節节]`),
    example: '第二节 保障',
  },
  {
    kind: 'article',
    pattern: new RegExp(`^第(?<n>${CHINESE_NUMBER}|[\\d０-９]+)[條条](?!例)`),
    example: '第十二條',
  },
  {
    kind: 'item',
    pattern: /^(?<n>[\d０-９]{1,3})\s*[﹒.．、](?![\d０-９])/,
    example: '1﹒持續推動產業富民。',
  },
]

/** Outer kinds first: a heading closes every open heading of its own depth or deeper. */
const DEPTH: Record<Kind, number> = {
  head: 0,
  annex: 1,
  chapter: 2,
  part: 2,
  section: 3,
  item: 4,
  article: 4,
}

interface Heading {
  kind: Kind
  number: number
  numeral: string
  start: number
  /** Offset behind the number mark, where the title begins. */
  body: number
}

/**
 * Cuts `text` into clauses, in order; every character belongs to exactly one.
 *
 * `clauseId` is the path of the document's own numbers in Arabic digits; what stands before
 * the first number is clause `0`.
 */
export function cutClauses(documentId: string, text: string): Clause[] {
  const headings = findHeadings(text)
  const words = scriptOf(text) === 'zh-Hans' ? HANS : HANT
  const clauses: Clause[] = []
  const firstStart = headings[0]?.start ?? text.length
  if (firstStart > 0) {
    const head = text.slice(0, firstStart)
    clauses.push({
      documentId,
      clauseId: '0',
      kind: 'head',
      label: words.head,
      title: words.head,
      path: [words.head],
      text: head,
      start: 0,
    })
  }
  const running = itemsRunThrough(headings)
  const open: { heading: Heading; title: string }[] = []
  const taken = new Set<string>()
  headings.forEach((heading, i) => {
    while (
      open.length > 0 &&
      DEPTH[(open.at(-1) as { heading: Heading }).heading.kind] >= DEPTH[heading.kind]
    )
      open.pop()
    const end = headings[i + 1]?.start ?? text.length
    const body = text.slice(heading.start, end)
    const title = titleOf(text.slice(heading.body, end), heading)
    open.push({ heading, title })
    const clauseId = unique(open.map(({ heading: h }) => idPart(h)).join('.'), taken)
    clauses.push({
      documentId,
      clauseId,
      kind: heading.kind,
      label: labelOf(
        open.map((entry) => entry.heading),
        running,
        words,
      ),
      title,
      path: open.map((entry) => entry.title),
      text: body,
      start: heading.start,
    })
  })
  return clauses
}

/** Digits as they are written on cheques. */
const FORMAL_DIGITS = '壹贰叁肆伍陆柒捌玖拾'

/** The Arabic value of a Chinese or Arabic numeral up to 999, such as 二十三, 廿三, 一百零五 or 23; NaN otherwise. */
export function numeralValue(numeral: string): number {
  if (/^[\d０-９]+$/.test(numeral)) return Number(numeral.normalize('NFKC'))
  let total = 0
  let digit = -1
  for (const written of numeral) {
    const formal = FORMAL_DIGITS.indexOf(written)
    const char = formal >= 0 ? ('一二三四五六七八九十'[formal] ?? written) : written
    const value = '零一二三四五六七八九'.indexOf(
      char === '〇' ? '零' : char === '兩' || char === '两' ? '二' : char,
    )
    if (value >= 0) digit = value
    else if (char === '十') {
      total += (digit < 0 ? 1 : digit) * 10
      digit = -1
    } else if (char === '百') {
      total += (digit < 0 ? 1 : digit) * 100
      digit = -1
    } else if (char === '廿') total += 20
    else if (char === '卅') total += 30
    else return Number.NaN
  }
  return total + Math.max(digit, 0)
}

const HANT = { head: '文件抬頭', item: (n: number) => `第${n}項` }
const HANS: typeof HANT = { head: '文件抬头', item: (n) => `第${n}项` }

function findHeadings(text: string): Heading[] {
  const headings: Heading[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length
    const heading = headingOf(line.trimStart(), offset + indent)
    if (heading && fits(heading, headings))
      headings.push({ ...heading, start: headings.length ? offset : offset })
    offset += line.length + 1
  }
  return headings
}

function headingOf(line: string, start: number): Heading | undefined {
  for (const { kind, pattern } of NUMBERINGS) {
    const match = pattern.exec(line)
    if (!match) continue
    const numeral = match.groups?.n ?? ''
    const number = numeral ? numeralValue(numeral) : 1
    if (!Number.isNaN(number)) return { kind, number, numeral, start, body: start + match[0].length }
  }
  return undefined
}

/** Numbers that do not count on from the last of their kind are running text; inside an article all stay inside. */
function fits(heading: Heading, before: Heading[]): boolean {
  const outer = before.findLast((h) => DEPTH[h.kind] < DEPTH[heading.kind] || h.kind === 'article')
  const inArticle =
    before.some((h) => h.kind === 'article') && ['section', 'item', 'part'].includes(heading.kind)
  if (inArticle && outer && before.lastIndexOf(outer) >= before.findLastIndex((h) => h.kind === 'annex'))
    return false
  if (heading.kind === 'annex') return true
  const previous = before.findLast((h) => h.kind === heading.kind)
  if (!previous || heading.number === 1) return true
  return heading.number > previous.number && heading.number <= previous.number + 3
}

/** True if item numbers never restart, so that `第23項` is enough to find one. */
function itemsRunThrough(headings: Heading[]): boolean {
  const numbers = headings.filter((h) => h.kind === 'item').map((h) => h.number)
  return new Set(numbers).size === numbers.length
}

function idPart(heading: Heading): string {
  return heading.kind === 'annex' ? `annex${heading.number}` : String(heading.number)
}

function unique(id: string, taken: Set<string>): string {
  let candidate = id
  for (let i = 2; taken.has(candidate); i++) candidate = `${id}-${i}`
  taken.add(candidate)
  return candidate
}

function labelOf(open: Heading[], running: boolean, words: typeof HANT): string {
  const own = open.at(-1) as Heading
  if (own.kind === 'item' && running) return words.item(own.number)
  if (own.kind === 'article') return `第${own.numeral}${words === HANS ? '条' : '條'}`
  if (own.kind === 'chapter') return `第${own.numeral}章`
  if (own.kind === 'annex') return `附件${own.numeral}`
  return open
    .filter((h) => h.kind !== 'annex')
    .map((h) => {
      if (h.kind === 'section') return `(${h.numeral})`
      return h.kind === 'item' ? words.item(h.number) : h.kind === 'chapter' ? `第${h.numeral}章` : h.numeral
    })
    .join('')
}

const MAX_TITLE = 40
/** An article has rarely a title: its first words stand in for one. */
const MAX_GIST = 24

function titleOf(body: string, heading: Heading): string {
  const line = body.trimStart().split('\n')[0]?.trim() ?? ''
  const bracketed = /^[【〔[(（](?<title>[^】〕\])）]{2,20})[】〕\])）]/.exec(line)?.groups?.title
  if (heading.kind === 'article' && bracketed) return bracketed
  const sentence = line.split(/[。；;]/)[0] ?? ''
  if (heading.kind !== 'article' && sentence.length > 0 && sentence.length <= MAX_TITLE)
    return sentence.replace(/[:：]$/, '')
  const phrase = line.split(/[。；;，,：:]/)[0] ?? ''
  return phrase.slice(0, heading.kind === 'article' ? MAX_GIST : MAX_TITLE) || heading.numeral
}
