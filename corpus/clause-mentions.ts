/**
 * Clauses that a question names by number, in any spelling. Pure.
 */
import type { Library } from './library.ts'
import { anyNumber } from './number-words.ts'
import { fold } from './script.ts'
import type { Clause, PolicyDocument } from './types.ts'

export interface ClauseMention {
  start: number
  end: number
  /** The clauses that the spelling fits; several are an ambiguity, none an error. */
  clauses: Clause[]
  /** Clauses of other cities' documents that the spelling fits too. */
  elsewhere?: Clause[]
  said: string
}

const NUM = '(?:\\d{1,3}|[零〇一二三四五六七八九十百廿壹贰叁肆伍陆柒捌玖拾]{1,5})'

/** A whole path, an item's number alone, a part's alone, or a section's with an item's. */
type Kind = 'path' | 'bare' | 'part' | 'under'

/** Spellings of clauses: the numbers of the path, outermost first; a bare number is an item or an article. Folded. */
const SPELLINGS: {
  kind: Kind
  pattern: RegExp
  example: string
  /** The innermost number is said first. */
  inverted?: true
}[] = [
  {
    kind: 'path',
    pattern:
      /\b(?:item|task|point) (\w+),? (?:of|in|under) (?:the )?section \(?(\w+)\)?,? (?:of|in|under) (?:the )?(?:part|chapter) (\w+)/g,
    example: 'item 3 of section (5) in part two',
    inverted: true,
  },
  {
    kind: 'path',
    pattern:
      /\b(?:section|item|point|paragraph) \(?(\w+)\)?,? (?:of|in|under) (?:the )?(?:part|chapter|section) \(?(\w+)\)?/g,
    example: 'section 5 of part two',
    inverted: true,
  },
  {
    kind: 'path',
    pattern: new RegExp(
      `第?(${NUM})(?:部分|部份|章|大项)(?:的)?[,，\\s]*第?(?:[(（](${NUM})[)）](?:节|部分|条|小节|段)?|(${NUM})(?:节|部分|条|小节|段))(?:的)?[,，\\s]*第?(${NUM})(?:项|条|点|个任务)`,
      'g',
    ),
    example: '第二部分第五节第23项',
  },
  {
    kind: 'path',
    pattern: /(?<![\d.a-z])(\d{1,2})\.(\d{1,2})(?:\.(\d{1,3}))?(?![\d.%]|\s*(?:万|亿|%|个|家|岁|倍|公里))/g,
    example: '2.5.23',
  },
  {
    kind: 'path',
    pattern: new RegExp(
      `第?(${NUM})(?:部分|部份|大点|大项|章|节|块)(?:的)?[,，\\s]*第?[(（]?(${NUM})[)）]?(?:条|项|点|款|节|段|小点|部分|个)`,
      'g',
    ),
    example: '第三部分第四條',
  },
  {
    kind: 'path',
    pattern: new RegExp(
      `(?<![\\p{Script=Han}])([一二三四五六七八九十]{1,3})[、.]?[(（]([一二三四五六七八九十]{1,3})[)）](?:的)?第?(${NUM})(?:项|条|点|款|(?=的|呢|说|讲|写|是|$))`,
      'gu',
    ),
    example: '二(八)第3项',
  },
  {
    kind: 'under',
    pattern: new RegExp(`第[(（](${NUM})[)）](?:部分|节|块|大项|条)?(?:的)?第(${NUM})(?:项|条|点|款)`, 'g'),
    example: '第(七)部分第2项',
  },
  {
    kind: 'path',
    pattern:
      /(?<![\p{Script=Han}])([一二三四五六七八九十]{1,3})[、.]?[(（]([一二三四五六七八九十]{1,3})[)）]/gu,
    example: '三(二)',
  },
  {
    kind: 'path',
    pattern: /\b(?:part|section|chapter) (\w+)[,:]?\s*(?:section|item|point|paragraph|\()\s*(\w+)\)?/g,
    example: 'part three, section 2',
  },
  {
    // A paragraph stays inside its article.
    kind: 'bare',
    pattern: new RegExp(`第(${NUM})[条项]的?第(?:${NUM})款`, 'g'),
    example: '第七条第二款',
  },
  {
    kind: 'bare',
    pattern: new RegExp(
      `第\\s*(${NUM})\\s*(?:项|条|号|款|点|个任务|(?=[\\s,、。?？的和与跟说讲写是由归谁]|$))(?!级|期|批|年|季度|书记|次|回)`,
      'g',
    ),
    example: '第23項',
  },
  {
    // A slip in the word behind the number: 第十三顼.
    kind: 'bare',
    pattern: new RegExp(
      `第(${NUM})(?![级期批年季个次回天版届部章节块大小])\\p{Script=Han}(?=都?(?:说|讲|写|的?内容|是什么|是啥|归谁|谁))`,
      'gu',
    ),
    example: '第十三顼说的啥',
  },
  {
    kind: 'bare',
    pattern: new RegExp(
      `(?:任务|事项|条目|item|task|article|clause)\\s*[:#]?(${NUM})(?:项|条|号)?(?![\\d.]|级|期|年|[共览些起样般直律])`,
      'g',
    ),
    example: '任务二十三',
  },
  {
    kind: 'bare',
    pattern: new RegExp(`(?:^|[,。\\s])(${NUM})(?:项|条)(?=内容|的|是|说|讲|写|什么|啥|呢|$)`, 'g'),
    example: '23项内容',
  },
  {
    kind: 'bare',
    pattern: /(?:第\s*|\b(?:task|item|article|clause)\s+)([ivx]{1,6})(?=项|条|\b)/g,
    example: 'item XIV',
  },
  {
    kind: 'bare',
    pattern:
      /\b(\d{1,2}(?:st|nd|rd|th)|(?:twenty-|thirty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth)|twentieth)\s+(?:task|item|clause|article|point|one)\b/g,
    example: 'the twenty-third task',
  },
  { kind: 'bare', pattern: /(?:^|[,。\s])(?:那|还有)?(\d{1,2})\s*呢/g, example: '23呢' },
  {
    kind: 'bare',
    pattern: /(?:^|[,。\s])(\d{1,2})\s*(?=(?:主要)?(?:讲|说|写|是)(?:了|的)?(?:什么|啥|哪))/g,
    example: '13 讲什么',
  },
  {
    kind: 'bare',
    pattern: new RegExp(`(?<![\\d.哪每这那任同某几有])(${NUM})\\s*号?(?:任务|项(?:任务|工作))(?!以|都)`, 'g'),
    example: '23项任务',
  },
  {
    kind: 'bare',
    pattern:
      /\b(?:tasks?|items?|articles?|claus(?:es?)?|nos?\.?|number|point)\s*(?:no\.?\s*|number\s*|#)?(\d{1,3}|[a-z]+(?:-[a-z]+)?)\b(?!\s+(?:(?:people's|city|middle|primary|high|central|municipal)\s+)?(?:hospital|school|kindergarten|bus|road|bridge|line|station|bureau|clinic))/g,
    example: 'task fourteen',
  },
  { kind: 'part', pattern: new RegExp(`第(${NUM})(?:部分|大部分|章|大块|大点)`, 'g'), example: '第二部分' },
  { kind: 'part', pattern: /\b(?:part|section|chapter) (\d{1,2}|[a-z]+)\b/g, example: 'part three' },
]

/** Numbers that go on a list of clauses: `tasks 14, 17 and 24`, `第3項和第4項`. */
const LIST_TAIL = new RegExp(
  `^\\s*(?:,|、|和|与|及|跟|还有|以及|and|&|or|或|,\\s*and)\\s*(?:第|任务|task |item |article )?\\s*(${NUM})(?:\\s*(?:项|条|号|款))?(?![\\d.%]|\\s*(?:个|家|座|场|万|亿|%|km|公里|岁|年|月|日))`,
)

/** The clauses that `folded` names by number, in order; `documentIds` limits where they are sought. */
export function findClauseMentions(
  folded: string,
  library: Library,
  documentIds?: string[],
): ClauseMention[] {
  const documents = library.documents.filter(({ source }) => !documentIds || documentIds.includes(source.id))
  const found: ClauseMention[] = titlesIn(folded, documents)
  const byTitle = found.length > 0
  const taken = (start: number, end: number) =>
    found.some((mention) => start < mention.end && mention.start < end)
  for (const { kind, pattern, inverted } of SPELLINGS) {
    // Where a clause is called by its title, `第三章` is of something else (`我论文第三章卡住了`).
    if (byTitle && kind === 'part') continue
    for (const match of folded.matchAll(pattern)) {
      const start = match.index
      let end = start + match[0].length
      if (taken(start, end)) continue
      const numbers = match
        .slice(1)
        .filter((part) => part !== undefined)
        .map(anyNumber)
      if (numbers.some(Number.isNaN)) continue
      if (inverted) numbers.reverse()
      found.push({
        start,
        end,
        said: match[0],
        clauses: documents.flatMap((document) => clausesNumbered(document.clauses, numbers, kind)),
      })
      for (
        let tail = kind === 'bare' ? LIST_TAIL.exec(folded.slice(end)) : null;
        tail;
        tail = LIST_TAIL.exec(folded.slice(end))
      ) {
        const number = anyNumber(tail[1] ?? '')
        found.push({
          start: end,
          end: end + tail[0].length,
          said: tail[0].trim(),
          clauses: documents.flatMap((document) => clausesNumbered(document.clauses, [number], 'bare')),
        })
        end += tail[0].length
      }
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** A title this long is nobody's chance wording. */
const TITLE_FROM = 6

/** The clauses that the question calls by their whole title. */
function titlesIn(folded: string, documents: PolicyDocument[]): ClauseMention[] {
  return documents.flatMap(({ clauses }) =>
    clauses.flatMap((clause) => {
      const title = fold(clause.title)
      const isCalled = title.length >= TITLE_FROM && (clause.kind !== 'part' || !hasItems(clauses))
      const start = isCalled ? folded.indexOf(title) : -1
      return start >= 0 ? [{ start, end: start + title.length, clauses: [clause], said: title }] : []
    }),
  )
}

function clausesNumbered(clauses: Clause[], numbers: number[], kind: Kind): Clause[] {
  const id = numbers.join('.')
  if (kind === 'under') return clauses.filter(({ clauseId }) => clauseId.endsWith(`.${id}`))
  if (kind !== 'bare') {
    const exact = clauses.filter((clause) => clause.clauseId === id)
    if (exact.length > 0 || kind === 'part') return exact
    return clauses.filter(
      (clause) =>
        clause.clauseId.startsWith(`${numbers[0]}.`) && clause.clauseId.endsWith(`.${numbers.at(-1)}`),
    )
  }
  const isItem = hasItems(clauses) ? IS_ITEM : IS_PART
  return clauses.filter(
    ({ kind, clauseId }) => isItem.has(kind) && (clauseId === id || clauseId.endsWith(`.${id}`)),
  )
}

const IS_ITEM = new Set<Clause['kind']>(['item', 'article'])
const IS_PART = new Set<Clause['kind']>(['part', 'section'])

/** A document of parts alone (一、二、三) is cited by them as others are by their items. */
export function hasItems(clauses: Clause[]): boolean {
  return clauses.some(({ kind }) => IS_ITEM.has(kind))
}
