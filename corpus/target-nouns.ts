/**
 * What is measured: takes the words around a goal apart into modal words, place, verbs and noun,
 * and gives each member of a list its own full name.
 *
 * Pure; all offsets are of the folded text, all words handed out are the document's own.
 */
import type { Goal, Page, Span } from './target-amounts.ts'
import {
  BEFORE,
  BODIES,
  EACH_EQUALLY,
  LIGHT_VERBS,
  LIST,
  LISTED,
  MEASURE_END,
  MODALS,
  oneOf,
  PAIRS,
  PLACE,
  REACHING,
  VERBS,
} from './target-words.ts'

/** Characters of the folded text with their offsets; marks cut out of the middle leave no gap. */
export interface Piece {
  text: string
  at: number[]
}

export const NOTHING: Piece = { text: '', at: [] }

/** The folded text of a span with its offsets, some spans left out. */
export function pieceOf(page: Page, { start, end }: Span, without: Span[] = []): Piece {
  const at: number[] = []
  for (let i = start; i < end; i++) {
    if (!without.some((mark) => i >= mark.start && i < mark.end)) at.push(i)
  }
  return { text: at.map((i) => page.text.charAt(i)).join(''), at }
}

/** A part of a piece, offsets kept. */
export function part({ text, at }: Piece, from: number, to = text.length): Piece {
  return { text: text.slice(from, to), at: at.slice(from, to) }
}

/** Pieces one after the other as one. */
export function joined(...pieces: Piece[]): Piece {
  return { text: pieces.map(({ text }) => text).join(''), at: pieces.flatMap(({ at }) => at) }
}

/** The document's own characters, without list marks at the edges. */
export function rawOf(page: Page, { at }: Piece): string {
  const raw = at.map((i) => page.raw(i, i + 1)).join('')
  return raw.replace(/^[\s、的]+|[\s、]+$/g, '')
}

const END = new RegExp(`(?:${oneOf(REACHING)}|达到?人均|${EACH_EQUALLY}|累计|[的、\\s])$`)

/** 应 is no word of its own here. */
const IN_A_WORD = /[响反适供对相]应$/

/** Drops 达到, 保持在, 分别 … from the end. */
export function trimmedEnd(piece: Piece): Piece {
  if (IN_A_WORD.test(piece.text)) return piece
  const length = END.exec(piece.text)?.[0].length
  return length ? trimmedEnd(part(piece, 0, piece.text.length - length)) : piece
}

export interface Lead {
  /** 全市, as written. */
  place?: string
  /** 新建、改造 */
  verbs: Piece
  /** A verb was taken off that says nothing (建成). */
  light: boolean
  noun: Piece
}

const longer = (words: string[]) => oneOf(words.filter((word) => word.length > 1))
const HEAVY = new RegExp(`^(?:${longer(VERBS)})(?!率|比例|数|者|机构|站|方|所)[、和]?`)
const LIGHT = new RegExp(`^(?:${longer(LIGHT_VERBS)})(?!率|比例|用地|化|面积|规模|数|者|方|单位|期)`)
const MODAL = new RegExp(
  `^(?:${longer(MODALS)}|[且但、\\s]|可(?!再|持续|支配|行|靠|办|用|及)|在(?!全)[^,、的]{1,8}?(?=组织|开展|举办|建成|建设|新建))`,
)
/** One character is a word of its own only if nothing, or another such word, follows it. */
const SHORT = new RegExp(`^(?:${[...MODALS, ...LIGHT_VERBS].filter((word) => word.length === 1).join('|')})`)
const TOWARDS = /^[对为向给将把](?![外口接标民内军])/

/** Takes modal words, place and verbs off the front: 确保|全市|新建、改造|城市公厕. */
export function leadOf(page: Page, piece: Piece): Lead {
  const lead: Lead = { verbs: NOTHING, light: false, noun: piece }
  const take = (length: number) => {
    const taken = part(lead.noun, 0, length)
    lead.noun = part(lead.noun, length)
    return taken
  }
  for (let first = true; ; ) {
    const { text } = lead.noun
    const [modal, heavy, light, place] = [MODAL, HEAVY, LIGHT, PLACE].map(
      (word) => word.exec(text)?.[0].length ?? 0,
    )
    if (heavy && heavy >= Math.max(light ?? 0, modal ?? 0)) lead.verbs = joined(lead.verbs, take(heavy))
    else if (light && light >= (modal ?? 0)) lead.light = Boolean(take(light))
    else if (modal) take(modal)
    else if (place) lead.place = rawOf(page, take(place))
    else if ((first && TOWARDS.test(text)) || standsAlone(text)) {
      if (LIGHT_VERBS.includes(take(1).text)) lead.light = true
    } else return lead
    first &&= Boolean(modal)
  }
}

function standsAlone(text: string): boolean {
  const next = text.slice(1)
  if (!SHORT.test(text)) return false
  return (
    !next ||
    [MODAL, HEAVY, LIGHT, PLACE].some((word) => word.test(next)) ||
    (next.length === 1 && SHORT.test(next))
  )
}

/** Where the words of one goal end and those of the next begin. */
export function borderOf(page: Page, before: Goal, after: Goal): number {
  const between = page.shape.slice(before.end, after.start)
  if (/^[、和及与]/.test(between)) return before.end + 1
  const all = [...between.matchAll(LIST)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  const commas = all.filter(({ start }) => between.charAt(start) === '、')
  const marks = commas.length ? commas : all
  // …综合体、新建、改造|公厕5个: the verbs stay together.
  const isVerb = (i: number) => {
    const word = between.slice(marks[i - 1]?.end, marks[i]?.start)
    return HEAVY.exec(word)?.[0] === word
  }
  let last = marks.length - 1
  while (last > 0 && isVerb(last)) last--
  const mark = marks[last]
  if (mark) return before.end + mark.end
  const verb = LAST_VERB.exec(between)?.[0].length ?? 0
  return verb && verb < between.length ? after.start - verb : before.end
}

const LAST_VERB = new RegExp(`(?:${oneOf([...LIGHT_VERBS, ...VERBS])})$`)
const COMPARED = new RegExp(`^(?:${oneOf(BEFORE.flatMap(({ words }) => words))}|达到?)(?=\\d)`)

/** 集体经营性收入|超30万元的村达85%、超50万元的村达40%: the second village is of the same income. */
export function sharedHead(page: Page, phrase: Span, noun: Piece): Piece {
  const word = COMPARED.exec(noun.text)?.[0]
  const first = word ? page.text.slice(phrase.start, noun.at[0]).indexOf(word) : -1
  if (first <= 0) return NOTHING
  return leadOf(page, pieceOf(page, { start: phrase.start, end: phrase.start + first })).noun
}

export interface Subject {
  indicator: string
  /** The indicator without its verb, for a later phrase to take up. */
  noun: string
  scope?: string
}

/** Names what `count` goals measure, from the words before and behind them; nothing if the phrase does not say. */
export function subjectsOf(page: Page, left: Lead, right: Piece, goal: Goal, count: number): Subject[] {
  const { verbs, noun } = left
  const behind = behindOf(right)
  if (!behind.text)
    return noun.text ? listSubjects(page, left, isListed(page, noun, goal) || count > 1, count) : []
  if (!noun.text) return [behindSubject(page, verbs, behind)]
  if (!goal.spec) return [{ indicator: rawOf(page, joined(verbs, noun, behind)), noun: rawOf(page, noun) }]
  if (MEASURE_END.test(noun.text))
    return [{ indicator: rawOf(page, joined(behind, noun)), noun: rawOf(page, behind) }]
  return [specSubject(page, left, behind) ?? behindSubject(page, verbs, behind)]
}

function isListed(page: Page, noun: Piece, goal: Goal): boolean {
  const nearEnd = (noun.at.at(-1) ?? goal.start) - 6
  return LISTED.test(page.text.slice(Math.max(nearEnd, 0), goal.start))
}

const LINK = /^(?:[\s的内]|标准(?!化)|比例|规模|限额|要求|进行|配套|开展|用于|给予|配置|建设(?=[^\s]{2}))+/

/** Drops what leads from the amount to its noun: 的标准配套建设|社区养老服务用房. */
function behindOf(right: Piece): Piece {
  const link = LINK.exec(right.text)?.[0].length ?? 0
  return trimmedEnd(part(right, link, /作为/.exec(right.text)?.index))
}

const QUALIFIER = /^[^,;。]{0,20}?(?:周?岁(?:[至到-]\d+周?岁)?(?:以[上下])?|范围内)/
const SERVED = /在|购买|免费|提供|安装|实施|进行|开展|给予|发放|配备/

/** 10000名|60周岁以上经济困难独居老人|在厨房…安装呼叫装置: whom it is for is the scope. */
function behindSubject(page: Page, verbs: Piece, behind: Piece): Subject {
  const qualifier = QUALIFIER.exec(behind.text)?.[0].length ?? 0
  const group = qualifier ? SERVED.exec(behind.text.slice(qualifier))?.index : undefined
  const noun = part(behind, qualifier)
  return {
    indicator: rawOf(page, joined(verbs, noun)),
    noun: rawOf(page, noun),
    ...(group && { scope: rawOf(page, part(behind, 0, qualifier + group)) }),
  }
}

const BODY_END = new RegExp(`(?:${oneOf(BODIES)})$`)
const STANDARD = /(?:应当?)?(?:按照?|设置|配置|配备|在)$/

/** 新建住宅小区按照每百户不少于30平方米的标准配套建设|用房: the subject in front is the scope. */
function specSubject(page: Page, { verbs, noun }: Lead, behind: Piece): Subject | undefined {
  const subject = part(noun, 0, STANDARD.exec(noun.text)?.index)
  if (!BODY_END.test(subject.text)) return undefined
  const name = rawOf(page, behind)
  return { indicator: name, noun: name, scope: rawOf(page, joined(verbs, subject)) }
}

/** A分别达, A和B均达, A率和B率达: one subject for each member that is measured. */
function listSubjects(page: Page, { verbs, noun }: Lead, listed: boolean, count: number): Subject[] {
  const marker = listed ? LISTED.exec(noun.text) : null
  const list = part(noun, 0, marker?.index)
  const tail = marker ? trimmedEnd(part(noun, marker.index + marker[0].length)) : NOTHING
  const members = membersOf(page, list)
  if (members.length > 1 && (listed || members.every(({ text }) => MEASURE_END.test(text)))) {
    return distributed(page, verbs, members, tail)
  }
  const name = rawOf(page, joined(list, tail))
  const pair = count === 2 ? PAIRS.find(({ word }) => name.includes(word)) : undefined
  if (!pair) return [{ indicator: rawOf(page, joined(verbs, list, tail)), noun: name }]
  return pair.members.map((member) => ({
    indicator: name.replace(pair.word, member),
    noun: name,
    scope: member,
  }))
}

function membersOf(page: Page, list: Piece): Piece[] {
  const members: Piece[] = []
  let from = 0
  for (const { 0: mark, index } of list.text.matchAll(LIST)) {
    if (page.shape.charAt(list.at[index] ?? 0) === '_') continue
    members.push(part(list, from, index))
    from = index + mark.length
  }
  return [...members, part(list, from)].filter(({ text }) => text)
}

const HEAD = new RegExp(`^.{0,24}?(?:${oneOf(BODIES)})(?=.{2})`)

/** 农贸市场|建档率 and 快检率: the head is shared; 普惠园 and 优质园|覆盖率: the ending is. */
function distributed(page: Page, verbs: Piece, members: Piece[], tail: Piece): Subject[] {
  const [first = NOTHING, last = NOTHING] = [members[0], members.at(-1)]
  const head = part(first, 0, HEAD.exec(first.text)?.[0].length ?? 0)
  const rest = first.text.slice(head.text.length)
  // 城镇居民收入增速 and 农村居民收入增速 have a head each.
  const shares = head.text !== '' && MEASURE_END.test(rest) && !last.text.endsWith(rest)
  const turn = last.text.lastIndexOf(first.text.slice(-1))
  const ending = turn > 0 && !MEASURE_END.test(first.text) ? part(last, turn + 1) : NOTHING
  return members.map((member) => {
    const [front, back] = [
      shares && member !== first ? head : NOTHING,
      member === last || MEASURE_END.test(member.text) ? NOTHING : ending,
    ]
    const whole = joined(front, member, back, tail)
    return {
      indicator: rawOf(page, joined(verbs, whole)),
      noun: rawOf(page, whole),
      ...(shares && { scope: rawOf(page, head) }),
    }
  })
}
