/**
 * What a phrase hands on to the next of its sentence: date, place, each county, subject, noun.
 *
 * `Carried` is one sentence's memory; the functions here write it and fill gaps from it.
 */
import { fold } from './script.ts'
import type { Goal, Marks, Page, Span } from './target-amounts.ts'
import { type Lead, leadOf, part, pieceOf, rawOf, type Subject } from './target-nouns.ts'
import {
  BARE,
  BODIES,
  CAUSED,
  FREQUENCY,
  MANNER,
  MEASURE_END,
  OBJECT_OF,
  oneOf,
  RATE,
} from './target-words.ts'

/** What earlier phrases of a sentence hand on. */
export interface Carried {
  deadline?: string
  /** Dates in a row, for as many amounts: 到2024年、2025年和2026年. */
  years?: string[] | undefined
  /** 每个县(市、区), 每人每年 */
  per?: string
  /** 全市 */
  place?: string
  /** Whom the sentence is about: 督促|食盐批发企业|加强自查. */
  subject?: string
  /** 年满80周岁的, … */
  condition?: string
  noun?: string
  /** The noun is that of a target, which no phrase without one displaces. */
  told?: true
  /** The noun of the sentence before. */
  before?: string
}

/** Fills in what the phrase leaves to an earlier one. */
export function named(
  page: Page,
  phrase: Span,
  { verbs }: Lead,
  subjects: Subject[],
  goal: Goal,
  carried: Carried,
): Subject[] {
  const known = carried.noun ?? carried.before ?? ''
  const verb = rawOf(page, verbs)
  // 持续实施老旧小区改造,全年完成改造149个
  if (!subjects.length) return [{ indicator: known.endsWith(verb) ? known : verb + known, noun: known }]
  const among =
    goal.unit === '%' && page.text.startsWith('其中', phrase.start) && MEASURE_END.test(fold(known))
  return subjects.map((subject) => {
    const indicator = fold(subject.indicator)
    // 其中县城达到80%: the rate was named before.
    if (among && !MEASURE_END.test(indicator))
      return { indicator: known, noun: known, scope: subject.indicator }
    const subjectOfRate = goal.unit === '%' ? carried.subject : undefined
    // 总时长, 建筑面积, 交流比例 say little without the noun before them.
    const scope = subject.scope ?? subjectOfRate ?? (BARE.test(indicator) ? carried.noun : undefined)
    return { ...subject, ...(scope && { scope }) }
  })
}

const OWN_BODY = new RegExp(`^[^、]{0,12}(?:${oneOf(BODIES)})`)
const OFTEN = /^每(?:年|月|周|日|天|季|半年|学)/

/** 每个县 holds on for the next phrase, until another place, date or subject of its own takes over. */
export function carryScope(
  page: Page,
  marks: Marks,
  room: Span,
  { place, noun }: Lead,
  goal: Goal,
  carried: Carried,
): void {
  const per = perOf(page, marks, room)
  const own = OWN_BODY.test(noun.text) && MEASURE_END.test(noun.text)
  if (place) carried.place = /^全/.test(fold(place)) ? place : undefined
  else if (per || own) carried.place = undefined

  const known = marks.deadlines.some(({ start }) => start >= room.start) ? undefined : carried.per
  // 每个服务站配备…,每月组织…: each month of each station.
  const joins = per && known && OFTEN.test(fold(per)) && !FREQUENCY.test(fold(known))
  const ends =
    place ||
    own ||
    (noun.text && RATE.test(fold(goal.unit))) ||
    (known && (/^每[\d百千万]/.test(fold(known)) || noun.text.includes(fold(known).slice(-2))))
  carried.per = per ? (joins ? known + per : per) : ends ? undefined : known
}

/** The `每…` scope that governs the amounts of a phrase, or an empty string. */
export function perOf(page: Page, marks: Marks, room: Span): string {
  const own = marks.per.filter(({ start, end }) => start >= room.start && end <= room.end)
  return own.map(({ start, end }) => page.raw(start, end)).join('')
}

/** A phrase without a target may still hand on a condition, a subject or the noun of the next. */
export function carryPhrase(page: Page, phrase: Span, marks: Marks, carried: Carried): void {
  const whole = pieceOf(page, phrase, marks.all)
  if (whole.text.endsWith('的')) {
    carried.condition = rawOf(page, part(whole, 0, whole.text.length - 1))
    return
  }
  const who = CAUSED.exec(whole.text)?.groups?.who
  if (who)
    carried.subject = rawOf(page, part(whole, whole.text.indexOf(who), whole.text.indexOf(who) + who.length))

  const object = OBJECT_OF.exec(whole.text)
  if (carried.told || (MANNER.test(whole.text) && !object)) return
  const stated = leadOf(page, part(whole, 0, /按照/.exec(whole.text)?.index)).noun
  const noun = object ? part(whole, object.index + object[0].length) : stated
  if (noun.text.length > (object ? 1 : 2)) carried.noun = rawOf(page, noun)
}
