/**
 * Amounts that are goals: which numbers of a phrase somebody is to reach, and how (at least, at most).
 *
 * Also opens a clause for reading. All offsets here are of the folded text. Pure.
 */
import { type Amount, type Deadline, readDeadlines, readNumbers } from './numerals.ts'
import { splitUnit } from './scale.ts'
import { fold, foldWithOffsets } from './script.ts'
import { type Comparison, comparisonOf, type Words } from './target-comparison.ts'
import { AGE, BASE, CLASS, DURATION, LIGHT_VERBS, oneOf, PER, PERIOD, SIZE, VERBS } from './target-words.ts'
import type { Target } from './types.ts'

export interface Span {
  start: number
  end: number
}

export interface Page {
  /** The folded text. */
  text: string
  /** As `text`, with what must not be cut or counted (quotes, brackets, skipped spans) blotted out. */
  shape: string
  /** The source offset of each character of `text`. */
  at: number[]
  raw(start: number, end: number): string
  amounts: Amount[]
}

const OPAQUE = /“[^“”\n]*”|‘[^‘’\n]*’|"[^"\n]*"|《[^《》\n]*》|〔[^〕\n]*〕|\[[^\]\n]*\]|\([^()\n]*\)/g

/** The clause text folded for reading, with the spans to skip blanked out. */
export function openPage(raw: string, skip: Span[]): Page {
  const { text, at } = foldWithOffsets(raw)
  const folded = (span: Span): Span => ({ start: at.indexOf(span.start), end: at.indexOf(span.end) })
  let shape = text.replace(OPAQUE, (inner) =>
    isAside(inner) ? inner.replace(/[()]/g, ',') : '_'.repeat(inner.length),
  )
  const blot = ({ start, end }: Span, char: string) => {
    if (start >= 0 && end > start) shape = shape.slice(0, start) + char.repeat(end - start) + shape.slice(end)
  }
  for (const span of skip) blot(folded(span), '。')
  const amounts = readNumbers(raw)
    .map((amount) => ({ ...amount, ...folded(amount) }))
    .filter(({ start }) => !/[_。]/.test(shape.charAt(start)))
  // 1,200 is one number: its comma cuts nothing.
  for (const amount of amounts) blot(amount, '0')
  return { text, shape, at, raw: (start, end) => raw.slice(at[start], at[end]), amounts }
}

/** (其中农村公厕59座) is a phrase; (市、区) and (2021年版) are names. */
function isAside(inner: string): boolean {
  const counted = (unit?: string) => unit && !/^[年月日]$/.test(unit)
  return inner.length > 8 && inner.startsWith('(') && readNumbers(inner).some(({ unit }) => counted(unit))
}

/** What is no part of an indicator: dates, 每个县 and 每人每月, 比2020年. */
export interface Marks {
  deadlines: Deadline[]
  per: Span[]
  /** The years that the goal is to take. */
  periods: Span[]
  all: Span[]
}

/** The marks of one phrase: amounts, comparators, deadlines, in folded offsets. */
export function marksOf(page: Page, phrase: Span, year: string): Marks {
  const text = page.text.slice(phrase.start, phrase.end)
  const shift = <T extends Span>(span: T): T => ({
    ...span,
    start: span.start + phrase.start,
    end: span.end + phrase.start,
  })
  const find = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map((m) => shift({ start: m.index, end: m.index + m[0].length }))
  const deadlines = readDeadlines(text, year).map(shift)
  const per = find(PER)
  const periods = find(PERIOD)
  return { deadlines, per, periods, all: [...deadlines, ...per, ...periods, ...find(BASE)] }
}

/** `start` and `end` take in 不低于 and 以上. */
export interface Goal extends Span {
  value: number
  valueMax?: number
  unit: string
  comparator: Target['comparator']
  /** What a share is measured against: 不低于|省定最低标准的|110%. */
  base?: Span
  /** The comparator stands in front of it. */
  led?: true
  /** It says what a thing is to be like: 面积不少于1000平方米的综合体. */
  spec?: true
}

/** The amounts of a phrase that are goals, each with its comparator; ages, names and dates are left out. */
export function goalsOf(page: Page, phrase: Span, marks: Marks): Goal[] {
  const marked = ({ start, end }: Span) => marks.all.some((mark) => start < mark.end && mark.start < end)
  const amounts = page.amounts.filter((a) => a.start >= phrase.start && a.end <= phrase.end && !marked(a))
  const goals: Goal[] = []
  for (const [i, low] of amounts.entries()) {
    if (isRange(page, amounts[i - 1], low)) continue
    const next = amounts[i + 1]
    const high = isRange(page, low, next) ? next : undefined
    const room = { start: goals.at(-1)?.end ?? phrase.start, end: phrase.end }
    const goal = goalOf(page, room, low, high, marks)
    if (goal) goals.push(goal)
  }
  return spread(page, withoutClasses(page, goals))
}

/** 突破10亿元、50亿元的企业: a list of sizes that tell things apart sets no goal. */
function withoutClasses(page: Page, goals: Goal[]): Goal[] {
  return goals.filter((_goal, i) => {
    let first = i
    while (areListed(page, goals[first - 1], goals[first])) first--
    let last = i
    while (areListed(page, goals[last], goals[last + 1])) last++
    const isSize = /^[gl]t$/.test(goals[first]?.comparator ?? '')
    return first === last || !isSize || !OF_SOMETHING.test(page.text.slice(goals[last]?.end))
  })
}

const OF_SOMETHING = /^(?:以上|以下)?的(?=[^,;。])/

function isRange(page: Page, low: Amount | undefined, high: Amount | undefined): boolean {
  if (!low || !high) return false
  const between = page.text.slice(low.end, high.start)
  return (
    /^(?:-|—|–|~|至|到)+$/.test(between) || (between === '以上' && /^以下/.test(page.text.slice(high.end)))
  )
}

function goalOf(
  page: Page,
  room: Span,
  low: Amount,
  high: Amount | undefined,
  marks: Marks,
): Goal | undefined {
  const last = high ?? low
  const unit = last.unit ?? low.unit ?? ''
  const words = {
    unit: fold(unit),
    left: page.text.slice(room.start, low.start),
    right: page.text.slice(last.end, room.end),
  }
  const said = comparisonOf(words)
  const each = marks.per.some(({ start, end }) => start >= room.start && end <= room.end)
  if (!isAmount(low, words, said, each)) return undefined

  const more = /[余多]/.test(fold(low.raw)) ? 'gt' : 'eq'
  const start = room.start + said.left.length
  const goal: Goal = {
    start,
    end: last.end + said.tail,
    value: high ? inUnit(low, unit) : low.value,
    ...(high && { valueMax: high.value }),
    unit,
    comparator: high ? 'range' : (said.comparator ?? more),
    ...(said.leading && { led: true }),
    ...(said.base && { base: { start: low.start - said.base, end: low.start } }),
  }
  return asGoal(goal, words.unit, words.right.slice(said.tail), said)
}

/** The value of an amount in the unit of another of its kind: 8000元至1.2万元. */
function inUnit({ value, unit }: Amount, wanted: string): number {
  const [own, other] = [splitUnit(unit ?? wanted), splitUnit(wanted)]
  return own.unit === other.unit ? (value * own.factor) / other.factor : value
}

const REACHED = /(?:达到?|降至|升至|提高[到至]|提升[到至]|保持在|稳定在|为)$/
const LENGTHENED = /(?:达到?|[高长短][到至])$/
const ENDS_IN_VERB = new RegExp(`(?:${oneOf([...VERBS, ...LIGHT_VERBS].filter((verb) => verb.length > 1))})$`)

/** Leaves out ages, classes, spans of time, bare figures and Chinese figures that are a manner of speaking. */
function isAmount(
  { raw, value }: Amount,
  { unit, left, right }: Words,
  said: Comparison,
  each: boolean,
): boolean {
  const compared = said.comparator !== undefined
  if (CLASS.test(unit) || /(?:满|提前)$/.test(left) || /^范围/.test(right)) return false
  if (AGE.test(unit)) return /寿命|年龄/.test(left)
  if (!unit) return !/^(?:[:∶]|年|\s*[、.)])/.test(right.slice(said.tail)) && (compared || REACHED.test(left))
  if (DURATION.test(unit) && (/近$/.test(left) || (!compared && !LENGTHENED.test(left)))) return false
  if (/\d/.test(raw)) return true

  // 万元 is 1万元 only where something is made of it; 数十家 and 上百家 are no number.
  if (/[数几上]$/.test(left)) return false
  if (/^[万萬亿億]/.test(raw)) return compared || ENDS_IN_VERB.test(left)
  if (value >= 10 || /[%元番倍成]$/.test(unit) || compared) return true
  // 每季度一次, 新建三所; but not 一项, 三个方面.
  return (each && /次|名/.test(unit)) || (value > 1 && ENDS_IN_VERB.test(left))
}

/** An amount that tells things apart is no goal: 10万元以下的案件, 超过500人的项目, 亿元以上项目. */
function asGoal(goal: Goal, unit: string, behind: string, { firm, trailing }: Comparison): Goal | undefined {
  if (/^的(?=[^,;。])/.test(behind)) {
    if (firm) return { ...goal, spec: true }
    if (
      /^的(?:标准|比例|金额|额度|价格|费用|奖励|奖补|补助|补贴|资助)(?!对象|人员|家庭|企业|项目)/.test(behind)
    )
      return goal
    return unit === '%' || goal.comparator === 'eq' ? goal : undefined
  }
  if (/^的|^[^,;。]{0,6}条件/.test(behind)) return undefined
  const sorts =
    goal.comparator !== 'range' &&
    trailing &&
    (SIZE.test(unit) || DURATION.test(unit)) &&
    /^(?![和及])\p{Script=Han}/u.test(behind)
  return sorts ? undefined : goal
}

/** True if nothing but a list mark stands between two goals: 95%|和|85%以上. */
export function areListed(page: Page, before: Span | undefined, after: Span | undefined): boolean {
  return Boolean(before && after && /^(?:、|和|及|与|以及)$/.test(page.text.slice(before.end, after.start)))
}

/** 分别达95%和85%以上, 分别超过90%、75%: one word covers the list, except what is whole already. */
function spread(page: Page, goals: Goal[]): Goal[] {
  const told = goals.map((goal) => ({ ...goal }))
  const cover = (goal: Goal, other: Goal | undefined) => {
    const whole = goal.value === 100 && goal.unit === '%'
    if (other && !whole && goal.comparator === 'eq') goal.comparator = other.comparator
  }
  told.forEach((goal, i) => {
    const before = told[i - 1]
    if (before?.led && areListed(page, before, goal)) cover(goal, before)
    if (before?.led && goal.comparator === before.comparator) goal.led = true
  })
  told.reduceRight<Goal | undefined>((after, goal) => {
    if (areListed(page, goal, after)) cover(goal, after)
    return goal
  }, undefined)
  return told
}
