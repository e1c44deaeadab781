/**
 * Targets: reads the numeric goals out of a clause.
 *
 * Each comma-level phrase is read by itself; what an earlier phrase of the sentence
 * plainly governs (a deadline, each county, the noun of a list) is carried along.
 * Law: `clause.text.slice(start, end) === quote`. Pure.
 */
import { fold } from './script.ts'
import {
  areListed,
  type Goal,
  goalsOf,
  type Marks,
  marksOf,
  openPage,
  type Page,
  type Span,
} from './target-amounts.ts'
import { type Carried, carryPhrase, carryScope, named, perOf } from './target-carry.ts'
import {
  borderOf,
  joined,
  type Lead,
  leadOf,
  NOTHING,
  part,
  pieceOf,
  rawOf,
  type Subject,
  sharedHead,
  subjectsOf,
  trimmedEnd,
} from './target-nouns.ts'
import {
  BACKGROUND,
  BASELINE,
  DEFINITION,
  DONE,
  FREQUENCY,
  FULL,
  MEASURE,
  PEOPLE,
  STANDING,
} from './target-words.ts'
import type { Clause, Target } from './types.ts'

/** A target without its place in the document; `at` is the folded offset of its amount. */
type Reading = Pick<Target, 'indicator' | 'comparator' | 'value' | 'valueMax' | 'unit' | 'scope'> & {
  at: number
}

/** Reads the targets of `clause` in text order; `year` is the document's, `skip` what to leave unread. */
export function findTargets(clause: Clause, year: string, skip: Span[] = []): Target[] {
  if (clause.kind === 'head') return []
  const page = openPage(clause.text, skip)
  const targets: Target[] = []
  let frame: Carried = {}
  let before: string | undefined
  for (const sentence of cut(page, { start: 0, end: page.text.length }, /[。!?\n]/)) {
    const text = page.text.slice(sentence.start, sentence.end)
    if (DEFINITION.test(text) || BASELINE.test(text)) continue
    const carried: Carried = ENUMERATED.test(text) ? { ...frame } : { before }
    for (const phrase of cut(page, sentence, /[,;:]/))
      targets.push(...readPhrase(page, clause, year, phrase, carried))
    before = carried.noun ?? before
    // What stands before a colon, or names the goals, governs the lines below it.
    if (/:\s*$|目标/.test(text)) frame = { deadline: carried.deadline, noun: before }
  }
  return targets
}

const ENUMERATED = /^\s*(?:——?|\([一二三四五六七八九十\d]+\)|\d+[.、)]|[一二三四五六七八九十]是)/
const NUMBERED =
  /^(?:\s|——?|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、](?!\d)|第[一二三四五六七八九十百]+条|。)+/

function cut(page: Page, { start, end }: Span, separator: RegExp): Span[] {
  const pieces: Span[] = []
  let from = start
  for (let i = start; i <= end; i++) {
    if (i < end && !separator.test(page.shape.charAt(i))) continue
    if (page.shape.slice(from, i).trim()) pieces.push({ start: from, end: i })
    from = i + 1
  }
  return pieces
}

/** Leaves the number of the clause and the blanks around a phrase outside. */
function trimmed(page: Page, { start, end }: Span): Span {
  const lead = NUMBERED.exec(page.text.slice(start, end))?.[0].length ?? 0
  const tail = /[\s。]*$/.exec(page.shape.slice(start + lead, end))?.[0].length ?? 0
  return { start: start + lead, end: end - tail }
}

function readPhrase(page: Page, clause: Clause, year: string, span: Span, carried: Carried): Target[] {
  const phrase = trimmed(page, span)
  const text = page.text.slice(phrase.start, phrase.end)
  const marks = marksOf(page, phrase, year)
  const afresh = page.shape.charAt(span.start - 1) === ';'
  if (afresh) Object.assign(carried, { per: undefined, condition: undefined, place: undefined })
  const standing =
    FREQUENCY.test(text) ||
    STANDING.test(text) ||
    marks.periods.length > 0 ||
    (afresh && marks.per.length > 0)
  const inherited = standing ? undefined : carried.deadline

  const readings = readingsOf(page, phrase, text, marks, carried)
  const rows = [datesBefore(page, marks, readings), standing ? undefined : carried.years]
  const years = rows.find((dates) => isEachItsOwn(dates, readings, text))
  const targets = readings.map(({ at, ...reading }, i): Target => {
    const deadline = years?.[i] ?? marks.deadlines.findLast(({ end }) => end <= at)?.date ?? inherited
    return {
      documentId: clause.documentId,
      clauseId: clause.clauseId,
      ...reading,
      ...(deadline && { deadline }),
      quote: page.raw(phrase.start, phrase.end),
      start: page.at[phrase.start] ?? 0,
      end: page.at[phrase.end] ?? 0,
    }
  })
  // 完成2023年度项目 does not undo a date that still holds.
  const last = marks.deadlines.at(-1)?.date
  if (last && (last.slice(0, 4) >= year || !carried.deadline)) {
    carried.deadline = last
    carried.years = datesInRow(page, marks.deadlines)
  }
  if (targets.length === 0 && text) carryPhrase(page, phrase, marks, carried)
  // 2022年新增4万人, said in 2023, is what was reached.
  return targets.filter(({ deadline = carried.deadline }) => !deadline || deadline.slice(0, 4) >= year)
}

/** The dates of the phrase that stand in a row before its first amount. */
function datesBefore(page: Page, marks: Marks, [first]: Reading[]): string[] | undefined {
  return datesInRow(
    page,
    marks.deadlines.filter(({ end }) => first !== undefined && end <= first.at),
  )
}

/** 2023年、2024年分别完成100个、120个: as many dates as amounts of one thing, or said to be each its own. */
function isEachItsOwn(dates: string[] | undefined, readings: Reading[], text: string): boolean {
  if (!dates || dates.length < 2 || dates.length !== readings.length || /[共总]/.test(text)) return false
  return /分别/.test(text) || readings.every(({ indicator }) => indicator === readings[0]?.indicator)
}

function datesInRow(page: Page, deadlines: Marks['deadlines']): string[] | undefined {
  const isRow = deadlines.every((date, i) => i === 0 || areListed(page, deadlines[i - 1], date))
  return isRow ? deadlines.map(({ date }) => date) : undefined
}

function readingsOf(page: Page, phrase: Span, text: string, marks: Marks, carried: Carried): Reading[] {
  if (/基础上$/.test(text) || (DONE.test(text) && !/应当?|按照/.test(text))) return []
  const goals = BACKGROUND.test(text) ? [] : goalsOf(page, phrase, marks)
  const readings = [
    ...readGoals(page, phrase, goals, marks, carried),
    ...readFull(page, phrase, goals, marks, carried),
  ]
  return readings.sort((a, b) => a.at - b.at)
}

function readGoals(page: Page, phrase: Span, goals: Goal[], marks: Marks, carried: Carried): Reading[] {
  const readings: Reading[] = []
  let verbs = NOTHING
  for (let i = 0; i < goals.length; ) {
    const group = groupAt(page, goals, i)
    const [goal] = group
    if (!goal) break
    const outer = goals[i - 1]
    const from = startOf(page, phrase, outer, goal)
    const left = leadOf(page, trimmedEnd(pieceOf(page, { start: from, end: goal.start }, marks.all)))
    const right = rightOf(page, phrase, left, goals, i + group.length - 1, marks)
    // 新建、改造城市公厕79座、农村公厕59座: the verbs hold for the list.
    if (left.verbs.text) verbs = left.verbs
    else if (outer && !left.light && !page.text.slice(outer.end, from + 2).includes('其中'))
      left.verbs = verbs
    left.noun = joined(sharedHead(page, phrase, left.noun), left.noun)

    carryScope(page, marks, { start: from, end: group.at(-1)?.end ?? goal.end }, left, goal, carried)
    const subjects = named(
      page,
      phrase,
      left,
      subjectsOf(page, left, right, goal, group.length),
      goal,
      carried,
    )
    for (const [k, member] of group.entries()) {
      const own =
        group.length === 1 ? subjects : [subjects.length === group.length ? subjects[k] : subjects[0]]
      for (const subject of own)
        if (subject?.indicator) readings.push(readingOf(page, subject, member, left, carried))
    }
    const noun = subjects[0]?.noun
    if (noun && (!carried.noun || !MEASURE.test(fold(noun)))) carried.noun = noun
    carried.told = true
    i += group.length
  }
  return readings
}

/** 95%和85%以上 are read together. */
function groupAt(page: Page, goals: Goal[], i: number): Goal[] {
  let end = i + 1
  while (areListed(page, goals[end - 1], goals[end])) end++
  return goals.slice(i, end)
}

function startOf(page: Page, phrase: Span, outer: Goal | undefined, goal: Goal): number {
  if (!outer) return phrase.start
  return goal.spec && !outer.spec ? outer.end : borderOf(page, outer, goal)
}

function rightOf(page: Page, phrase: Span, left: Lead, goals: Goal[], last: number, marks: Marks) {
  const [goal, follower] = [goals[last], goals[last + 1]]
  // 建设10个|面积不少于1000平方米的|综合体: the noun of the 10 stands behind the 的.
  const nested = follower?.spec && !goal?.spec && !left.noun.text
  const [from, next] = nested ? [follower, goals[last + 2]] : [goal, follower]
  if (!from) return NOTHING
  const right = pieceOf(
    page,
    { start: from.end, end: next ? borderOf(page, from, next) : phrase.end },
    marks.all,
  )
  return part(right, 0, /(?:、|以及|和|及|与|并)$/.exec(right.text)?.index)
}

function readingOf(
  page: Page,
  { indicator, scope }: Subject,
  goal: Goal,
  { place }: Lead,
  carried: Carried,
): Reading {
  const base = goal.base && page.raw(goal.base.start, goal.base.end).replace(/的$/, '')
  const scopes = [carried.condition, scope, carried.per ?? place ?? carried.place, base].filter(Boolean)
  return {
    indicator,
    comparator: goal.comparator,
    value: goal.value,
    ...(goal.valueMax !== undefined && { valueMax: goal.valueMax }),
    ...(goal.unit && { unit: goal.unit }),
    ...(scopes.length > 0 && { scope: scopes.join('，') }),
    at: goal.start,
  }
}

/** 技防设施全覆盖, 公墓全部回购到位: goals without a number. */
function readFull(page: Page, phrase: Span, goals: Goal[], marks: Marks, carried: Carried): Reading[] {
  const readings: Reading[] = []
  for (const match of page.text.slice(phrase.start, phrase.end).matchAll(FULL)) {
    const [word, at] = [match[0], phrase.start + match.index]
    const behind = pieceOf(page, { start: at + word.length, end: phrase.end }, marks.all)
    if (page.shape.charAt(at) === '_' || (word !== '全部' && /^[^、和及并]/.test(behind.text))) continue

    const from = goals.findLast(({ end }) => end <= at)?.end ?? phrase.start
    const before = pieceOf(page, { start: from, end: at }, marks.all)
    const left = leadOf(page, trimmedEnd(part(before, 0, /全(?:面)?覆盖[、和]$/.exec(before.text)?.index)))
    const { who, what } = servedOf(left)
    const whole = part(what, 0, /实现$/.exec(what.text)?.index)
    const name = rawOf(page, word === '全部' ? joined(whole, behind) : whole) || carried.noun
    if (!name || (word === '全部' && what.text.length < 2)) continue
    // 产前筛查,实现孕产妇和新生儿全覆盖: what they are all to get was said before.
    const forPeople = PEOPLE.test(what.text) && carried.noun
    const own = rawOf(page, who) || perOf(page, marks, { start: phrase.start, end: at }) || left.place
    const scope = forPeople ? name : (own ?? carried.subject)
    const indicator = forPeople || (/联网|清零/.test(word) ? name + page.raw(at, at + word.length) : name)
    readings.push({ indicator, comparator: 'full', ...(scope && { scope }), at })
  }
  return readings
}

/** 对低保家庭成员|实行|就业帮扶 */
function servedOf({ noun }: Lead) {
  const at = /实行|实施|开展|提供/.exec(noun.text)?.index
  return at === undefined
    ? { who: NOTHING, what: noun }
    : { who: part(noun, 0, at), what: part(noun, at + 2) }
}
