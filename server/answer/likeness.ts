/**
 * Likeness of questions: puts together those that ask about the same, for whoever looks through them.
 *
 * What two questions share counts the more the fewer questions have it; script, courtesy and words of intent do not
 * count, but what is asked for does (who, how many, how to). Pure.
 */
import { isNumber, readQuery } from '../../corpus/query.ts'
import { fold } from '../../corpus/script.ts'
import * as patterns from './patterns.ts'
import { questionKey } from './question-key.ts'
import { meets } from './understand.ts'

/** Groups whose questions are on average as alike as this are one. */
const ALIKE = 0.38
/** Those that share less than this of telling parts are not compared. */
const LEAST_TELLING = ALIKE / 4
/** What more groups than this have tells too little to look for all of them. */
const MOST_HAVING = 100
/** More change next to nothing. */
const PASSES = 2
/** What a long story asks stands at its end. */
const MAX_CHARACTERS = 120

const CHARACTER_WEIGHT = 0.4
const NUMBER_WEIGHT = 0.5
/** What an everyday word means, beside the word itself. */
const MEANING_WEIGHT = 0.3
/** Who does it and how much of it there is are two questions. */
const ASKS_OTHERWISE = 0.3
/** What is asked for was understood of one of the two only. */
const ASKS_UNCLEAR = 0.9

/** `items` in groups of about the same question: the largest first, in each the order in which they came. */
export function groupByLikeness<T>(items: T[], questionOf: (item: T) => string): T[][] {
  const byKey = new Map<string, number[]>()
  items.forEach((item, i) => {
    const question = questionOf(item)
    const key = questionKey(question) || fold(question)
    byKey.set(key, [...(byKey.get(key) ?? []), i])
  })
  const members = [...byKey.values()]
  return grouped([...byKey.keys()].map(read))
    .map((group) => group.flatMap((at) => members[at] ?? []).sort((a, b) => a - b))
    .sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
    .map((group) => group.map((i) => items[i] as T))
}

/** What a question says, each part with its weight, and what it asks for. */
interface Reading {
  parts: Map<string, number>
  aims: string[]
}

function read(key: string): Reading {
  const words = key.slice(-MAX_CHARACTERS)
  const { grams, concepts } = readQuery(words, {})
  const parts = new Map<string, number>()
  const add = (part: string, weight: number) => parts.set(part, Math.max(parts.get(part) ?? 0, weight))
  for (const { gram } of grams)
    add(gram, isNumber(gram) ? NUMBER_WEIGHT : gram.length > 1 ? 1 : CHARACTER_WEIGHT)
  for (const { sayings, weight: share } of concepts)
    for (const { text, kind, weight } of sayings) {
      if (kind === 'en') add(text, 1)
      else
        for (let i = 0; i + 1 < text.length; i++) add(text.slice(i, i + 2), MEANING_WEIGHT * weight * share)
    }
  return { parts, aims: aimsOf(words) }
}

/** What the words ask for: who, how many, where, how to … */
function aimsOf(words: string): string[] {
  const isAsked = (aim: string, ...rules: patterns.Rule[][]) =>
    rules.some((one) => meets(one, words)) ? [aim] : []
  return [
    ...isAsked('agency', patterns.ASKS_AGENCY, patterns.ASKS_LEAD),
    ...isAsked('tasks', patterns.ASKS_AGENCY_TASKS),
    ...isAsked('number', patterns.ASKS_NUMBER),
    ...patterns.ATTRIBUTES.filter(({ pattern }) => pattern.test(words)).map(({ asks }) => asks),
  ]
}

/** Some questions as one: what they say on average, and what each of them asks for. */
interface Group {
  members: number[]
  parts: Map<string, number>
  /** The weight of all parts. */
  mass: number
  aims: string[][]
}

/** The indices of the readings in groups. */
function grouped(readings: Reading[]): number[][] {
  const rarity = rarityIn(readings)
  let groups = readings.map(({ parts, aims }, i) =>
    groupOf([i], new Map([...parts].map(([part, weight]) => [part, weight * rarity(part)])), [aims]),
  )
  // What came too early to find its like finds it once others have.
  for (let pass = 0; pass < PASSES; pass++) {
    const joined = join(groups)
    if (joined.length === groups.length) break
    groups = joined
  }
  return groups.map(({ members }) => members)
}

/** The logarithm of how few have a part: what all questions share tells none of them apart. */
function rarityIn(readings: Reading[]): (part: string) => number {
  const frequency = new Map<string, number>()
  for (const { parts } of readings)
    for (const part of parts.keys()) frequency.set(part, (frequency.get(part) ?? 0) + 1)
  return (part) => Math.log(1 + readings.length / (frequency.get(part) ?? 1))
}

/** Each group joins the one before it that is most like it, if one is like enough. */
function join(groups: Group[]): Group[] {
  const joined: Group[] = []
  /** Part → the joined groups that have it, with its weight there. */
  const having = new Map<string, Map<number, number>>()
  const keep = (group: Group, at: number) => {
    joined[at] = group
    for (const [part, weight] of group.parts) {
      if (!tells(part)) continue
      const those = having.get(part) ?? new Map<number, number>()
      having.set(part, those.set(at, weight))
    }
  }
  for (const group of groups) {
    const shared = new Map<number, number>()
    for (const [part, weight] of group.parts) {
      const those = having.get(part)
      if (!those || those.size > MOST_HAVING) continue
      for (const [at, other] of those) shared.set(at, (shared.get(at) ?? 0) + Math.min(weight, other))
    }
    let best: { at: number; group: Group; likeness: number } | undefined
    for (const [at, common] of shared) {
      const other = joined[at] as Group
      if (common < LEAST_TELLING * (group.mass + other.mass)) continue
      const likeness = likenessOf(group, other)
      if (likeness >= ALIKE && likeness > (best?.likeness ?? 0)) best = { at, group: other, likeness }
    }
    keep(best ? united(best.group, group) : group, best?.at ?? joined.length)
  }
  return joined
}

/** Single characters, which many share, tell too little to look for what has them. */
function tells(part: string): boolean {
  return part.length > 1
}

/** 0–1: the weight of what both say in that of all they say, if they ask for the same of it. */
function likenessOf(one: Group, other: Group): number {
  let common = 0
  for (const [part, weight] of one.parts) common += Math.min(weight, other.parts.get(part) ?? 0)
  const overlap = (2 * common) / (one.mass + other.mass)
  return overlap < ALIKE ? overlap : overlap * agreement(one.aims, other.aims)
}

function groupOf(members: number[], parts: Map<string, number>, aims: string[][]): Group {
  return { members, parts, aims, mass: [...parts.values()].reduce((sum, weight) => sum + weight, 0) }
}

function united(one: Group, other: Group): Group {
  const size = one.members.length + other.members.length
  const parts = new Map<string, number>()
  for (const { parts: own, members } of [one, other])
    for (const [part, weight] of own)
      parts.set(part, (parts.get(part) ?? 0) + (weight * members.length) / size)
  return groupOf([...one.members, ...other.members], parts, [...one.aims, ...other.aims])
}

/** On average, how far they ask for the same of what they speak of. */
function agreement(these: string[][], those: string[][]): number {
  let sum = 0
  for (const aims of these) for (const others of those) sum += agreementOf(aims, others)
  return sum / (these.length * those.length)
}

function agreementOf(aims: string[], others: string[]): number {
  if (aims.length === 0 && others.length === 0) return 1
  if (aims.length === 0 || others.length === 0) return ASKS_UNCLEAR
  return aims.some((aim) => others.includes(aim)) ? 1 : ASKS_OTHERWISE
}
