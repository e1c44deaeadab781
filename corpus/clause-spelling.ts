/**
 * Which clauses one spelling means: an id, a number at any level, a label, a title, or several of these.
 *
 * The whole of the input is the spelling: it is read into numbers, each with the level that words or brackets
 * around it name, and titles; a clause fits if its path has them all. Pure.
 */
import { anyNumber, CARDINALS, findClauseMentions, ORDINALS, TENS } from './clause-mentions.ts'
import type { Library } from './library.ts'
import { fold } from './script.ts'
import type { Clause, PolicyDocument } from './types.ts'

/** Outermost first. */
const LEVELS = ['part', 'section', 'item'] as const
type Level = (typeof LEVELS)[number]

const KINDS: Record<Level, Clause['kind'][]> = {
  part: ['part', 'chapter', 'annex'],
  section: ['section'],
  item: ['item', 'article'],
}

interface Numbered {
  value: number
  level?: Level
}

/** What a spelling says: its numbers, outermost first, and the titles that it gives. Folded. */
interface Spelling {
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
    pattern: new RegExp(`第?(${HAN_NUMBER}|\\d{1,3})(?:项任务|个任务|项|条|点|款|号|任务)`, 'y'),
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
      /(?:task|item|article|art|clause|cl|point|paragraph|para)s?(?![a-hj-uwyz])|任务|事项|条目|条款|项目/y,
    level: 'item',
    example: 'task 23',
  },
  { pattern: new RegExp(`第?(${HAN_NUMBER}|\\d{1,3})`, 'y'), example: '23' },
  { pattern: new RegExp(`(${LATIN_NUMBER})${END}`, 'y'), example: 'xxiii' },
  // What stands around numbers and says nothing of them.
  {
    pattern:
      /(?:number|num|no|of|in|under|the|heading|and|doc|document)(?![a-z])|编号|序号|标题|全文|原文|内容|条文|正文|一节|一项|一条|第|之|的|项|条|号/y,
    example: 'No. 23',
  },
  { pattern: /[^\p{L}\p{N}]/uy, example: '§' },
]

/** Names of what stands before the first number. */
const HEAD =
  /^(?:文件|文|公文)?(?:抬头|开头|头|首|题头|前言|引言|序言|导言)$|^(?:the )?(?:preamble|head|heading|beginning|opening|start|introduction)(?: of the document)?$|^document head(?:ing|er)?$/

/** Behind a number: another of the same path follows. */
const JOINS = /^\s*(?:[.·。/>-]|[(])\s*[\dⅰ-ⅿivx一二三四五六七八九十]/

/** Shorter than this, words fit titles by chance. */
const TITLE_PART = 2

/**
 * The clauses that one spelling means (`2.5.23`, `23`, `第23項`, `任務二十三`, `三(二)`, a title): several if it is
 * ambiguous. A bare number is an item or an article; where there is none so numbered, an id.
 */
export function clausesSpelt(spelling: string, library: Library, documentId?: string): Clause[] {
  const documents = library.documents.filter(({ source }) => !documentId || source.id === documentId)
  const folded = withoutGaps(fold(spelling)).trim()
  const all = documents.flatMap(({ clauses }) => clauses)
  const labelled = all.filter(({ clauseId, label }) => clauseId === folded || fold(label) === folded)
  if (labelled.length > 0 && !/^\d+$/.test(folded)) return labelled
  const bare = folded.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  const heads = documents.filter(({ source }) => HEAD.test(bare) || bareTitle(source.title) === bare)
  if (heads.length > 0) return heads.flatMap(headOf)
  const read = readSpelling(folded, titlesOf(documents))
  if (read) return documents.flatMap((document) => clausesFitting(read, document))
  const titled = all.filter(({ title }) => bare.length >= TITLE_PART && bareTitle(title).includes(bare))
  if (titled.length > 0) return titled
  return findClauseMentions(folded, library, documentId ? [documentId] : undefined).flatMap(
    ({ clauses }) => clauses,
  )
}

function headOf({ clauses }: PolicyDocument): Clause[] {
  return clauses.filter(({ kind }) => kind === 'head')
}

/** Folded titles, longest first, so that none is read as part of a longer one. */
function titlesOf(documents: PolicyDocument[]): string[] {
  const titles = documents.flatMap(({ clauses }) => clauses.map(({ title }) => bareTitle(title)))
  return [...new Set(titles)].filter((title) => title.length > 1).sort((a, b) => b.length - a.length)
}

/** No quotes, which people leave out or write otherwise, and no spaces between Chinese characters. */
function withoutGaps(folded: string): string {
  return folded
    .replace(/["'“”‘’「」『』《》]/g, '')
    .replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '')
}

function bareTitle(title: string): string {
  return withoutGaps(fold(title)).replace(/[^\p{L}\p{N}]+$/u, '')
}

/** What the whole of a spelling says; nothing where a part of it is neither number, title nor a word around them. */
function readSpelling(folded: string, titles: string[]): Spelling | undefined {
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
        const own = found.level ?? (isJoined ? undefined : level)
        read.numbers.push({ value, ...(own ? { level: own } : {}) })
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

function clausesFitting({ numbers, titles }: Spelling, { clauses }: PolicyDocument): Clause[] {
  const byNumber = numbers.length > 0 ? clausesOnceNumbered(numbers, clauses) : undefined
  if (titles.length === 0) return byNumber ?? []
  const own = (clause: Clause) => titles.includes(bareTitle(clause.title))
  const isUnder = (clause: Clause) =>
    titles.every((title) => clause.path.some((heading) => bareTitle(heading) === title))
  const byTitle = clauses.filter((clause) => own(clause) && isUnder(clause))
  if (!byNumber) return byTitle
  const kinds = kindsOf(clauses)
  const titled = byTitle.filter((clause) => fits(clause, inOrder(numbers), kinds, false))
  if (titled.length > 0) return titled
  const both = byNumber.filter(isUnder)
  // A number and a title that do not belong together: neither is more right than the other.
  return both.length > 0 ? both : [...new Set([...byNumber, ...byTitle])]
}

/** `第二十三(23)项` says one number twice. */
function clausesOnceNumbered(numbers: Numbered[], clauses: Clause[]): Clause[] {
  const found = clausesNumbered(numbers, clauses)
  const once = numbers.filter(({ value }, i) => value !== numbers[i - 1]?.value)
  return found.length > 0 || once.length === numbers.length ? found : clausesNumbered(once, clauses)
}

function clausesNumbered(said: Numbered[], clauses: Clause[]): Clause[] {
  const numbers = inOrder(said)
  const kinds = kindsOf(clauses)
  const id = numbers.map(({ value }) => value).join('.')
  const exact = clauses.filter(({ clauseId }) => clauseId === id)
  const [only] = numbers
  if (numbers.length === 1 && only) {
    const ending = clauses.filter(({ clauseId, kind }) => {
      const isLast = clauseId.split('.').at(-1) === String(only.value)
      return isLast && KINDS[only.level ?? 'item'].includes(kind)
    })
    return ending.length > 0 || only.level ? ending : exact
  }
  if (exact.some((clause) => fits(clause, numbers, kinds, true))) return exact
  const under = clauses.filter((clause) => fits(clause, numbers, kinds, false))
  const isLevelled = numbers.some(({ level }) => level !== undefined)
  return isLevelled && under.length > 0 ? under : exact
}

/** Outermost first: `item 3 of section 5 in part two` is turned round. */
function inOrder(numbers: Numbered[]): Numbered[] {
  const ranks = numbers.map(({ level }) => (level ? LEVELS.indexOf(level) : -1))
  const known = ranks.filter((rank) => rank >= 0)
  const falls = known.some((rank, i) => rank < (known[i - 1] ?? 0))
  return falls && known.length === ranks.length
    ? numbers.toSorted((a, b) => LEVELS.indexOf(a.level ?? 'item') - LEVELS.indexOf(b.level ?? 'item'))
    : numbers
}

/** True if the numbers stand in the clause's path in their order, the last one last, each at its level. */
function fits(
  { clauseId }: Clause,
  numbers: Numbered[],
  kinds: Map<string, Clause['kind']>,
  whole: boolean,
): boolean {
  const ids = clauseId.split('.')
  if (whole ? ids.length !== numbers.length : ids.length < numbers.length) return false
  const isAt = (position: number, { value, level }: Numbered) => {
    if (ids[position] !== String(value)) return false
    const kind = kinds.get(ids.slice(0, position + 1).join('.'))
    return level === undefined || (kind !== undefined && KINDS[level].includes(kind))
  }
  let position = ids.length - 1
  for (const [back, numbered] of numbers.toReversed().entries()) {
    if (back > 0) while (position >= 0 && !isAt(position, numbered)) position--
    if (position < 0 || !isAt(position, numbered)) return false
    position--
  }
  return true
}

function kindsOf(clauses: Clause[]): Map<string, Clause['kind']> {
  return new Map(clauses.map(({ clauseId, kind }) => [clauseId, kind]))
}
