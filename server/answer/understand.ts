/**
 * Understands a question: what it names and what it wants, before anything is looked up. Pure.
 */

import { type AgencyMention, findAgencyMentions } from '../../corpus/agency-mentions.ts'
import { type ClauseMention, findClauseMentions } from '../../corpus/clause-mentions.ts'
import type { Library } from '../../corpus/library.ts'
import { documentsNamed, findForeignPlaces } from '../../corpus/place-mentions.ts'
import type { Query } from '../../corpus/query.ts'
import { fold } from '../../corpus/script.ts'
import type { Lang } from '../../corpus/types.ts'
import { relativeYears, statedYears } from '../../corpus/years.ts'
import { type Claim, claimedFigures } from './claimed-figures.ts'
import { type Cleaned, clean } from './clean.ts'
import { languageOf } from './language.ts'
import * as patterns from './patterns.ts'
import { spellAsking, spellEnglish } from './spelling.ts'

/** What the words of a question ask for; several may hold. */
export interface Wants {
  agency: boolean
  lead: boolean
  participant: boolean
  tasks: boolean
  number: boolean
  count: boolean
  check: boolean
  alone: boolean
  leadClaim: boolean
  list: boolean
  compare: boolean
  common: boolean
  content: boolean
  achieved: boolean
  eligibility: boolean
  document?: patterns.DocumentAspect
  attributes: (typeof patterns.ATTRIBUTES)[number][]
}

export interface Question {
  cleaned: Cleaned
  lang: Lang
  /** The topic, folded: Simplified, half width, lower case. */
  folded: string
  /** Of `folded`, what asks; a caller's story left out. */
  asking: string
  wants: Wants
  agencies: AgencyMention[]
  clauses: ClauseMention[]
  /** Figures that it asserts. */
  claimed: Claim[]
  years: number[]
  places: string[]
  /** What is left to look up once agencies, clause numbers and years are taken away. */
  query: Query
  /** `query`'s weight: 0 where nothing is left. */
  mass: number
  refersBack: boolean
  fragment: boolean
  neighbour?: -1 | 1
  /** The subject that a list is to leave out. */
  except?: string
  documentIds?: string[]
}

export interface Understanding {
  library: Library
  today: string
}

/** What stands outside the part that asks counts less: a caller's story names many things. */
const STORY_WEIGHT = 0.4
/** In a longer question the document is asked about only where it asks, not in its story. */
const SHORT_QUESTION = 60
/** An English match as short as `whose job` names nothing else. */
const SHORT_IDIOM = 12
const STORY_FROM_CHARACTERS = 10
/** An asking part below this weight only points (`这个事谁负责`): then the story says what it is about. */
const SAYS_SOMETHING = 9

/** Understands one turn; `lang` overrides the language of the question's own words. */
export function understand(
  raw: string,
  { library, today }: Understanding,
  options: { lang?: Lang; documentId?: string } = {},
): Question {
  const cleaned = clean(raw)
  const folded = spellAsking(spellEnglish(fold(cleaned.topic), library.knowsEnglish), library)
  const documentIds = options.documentId ? [options.documentId] : documentsNamed(folded, library)
  const clauses = findClauseMentions(folded, library, documentIds)
  const agencies = findAgencyMentions(folded, library)
  const except = patterns.EXCEPT.map(({ pattern }) => pattern.exec(folded)?.[1]).find(
    (subject) => subject !== undefined,
  )
  const rest = blank(
    folded,
    [...agencies.filter((mention) => mention.agencies.length > 0), ...clauses],
    except,
  )
  const parts = partsOf(folded)
  const asked = askingPart(parts, folded)
  const years = [...new Set([...statedYears(folded), ...relativeYears(asked, today)])]
  const duties = meets(patterns.DUTIES_OF_UNITS, folded)
  const query = duties ? library.query(folded, true) : weighStory(library.query(rest), parts, library)
  const unnamed = agencies.reduce(
    (text, { start, end }) => text.slice(0, start) + 'x'.repeat(end - start) + text.slice(end),
    folded,
  )
  const asking = askingPart(parts, unnamed)
  return {
    cleaned,
    lang: options.lang ?? languageOf(cleaned.topic || cleaned.question),
    folded,
    asking: asked,
    wants: {
      ...wantsIn(unnamed, asking),
      ...(duties ? { agency: false, tasks: false, leadClaim: false } : {}),
    },
    agencies,
    clauses,
    claimed: claimedFigures(folded, clauses),
    years,
    places: findForeignPlaces(askingPart(parts, rest), library),
    query,
    mass: library.mass(query),
    refersBack: meets(patterns.REFERS_BACK, folded),
    fragment: meets(patterns.FRAGMENT, folded),
    ...maybe('neighbour', patterns.NEIGHBOURS.find(({ pattern }) => pattern.test(folded))?.step),
    ...maybe('except', except),
    ...maybe('documentIds', documentIds),
  }
}

/** True if one of `rules` meets the folded text. */
export function meets(rules: patterns.Rule[], folded: string): boolean {
  return rules.some(({ pattern }) => pattern.test(folded))
}

function wantsOf(folded: string): Wants {
  const document = patterns.ASKS_DOCUMENT.find(({ pattern }) => pattern.test(folded))?.aspect
  return {
    agency: meets(patterns.ASKS_AGENCY, folded),
    lead: meets(patterns.ASKS_LEAD, folded),
    participant: meets(patterns.ASKS_PARTICIPANT, folded),
    tasks: meets(patterns.ASKS_AGENCY_TASKS, folded),
    number: meets(patterns.ASKS_NUMBER, folded),
    count: meets(patterns.ASKS_COUNT, folded),
    check:
      meets(patterns.CHECKS, folded) ||
      (meets(patterns.HEARSAY, folded) && !meets(patterns.ASKS_NUMBER, folded)),
    alone: meets(patterns.CLAIMS_ALONE, folded),
    leadClaim: meets(patterns.CLAIMS_LEAD, folded),
    list: meets(patterns.ASKS_LIST, folded),
    compare: meets(patterns.COMPARES, folded),
    common: meets(patterns.ASKS_COMMON, folded),
    content: meets(patterns.ASKS_CONTENT, folded),
    achieved: meets(patterns.ASKS_ACHIEVED, folded),
    eligibility: meets(patterns.ASKS_ELIGIBILITY, folded),
    ...maybe('document', document),
    attributes: patterns.ATTRIBUTES.filter(({ pattern }) => pattern.test(folded)),
  }
}

/** The folded question with what was recognised taken out, character for character, so that offsets hold. */
function blank(folded: string, spans: { start: number; end: number }[], except: string | undefined): string {
  let text = folded
  const cut = (start: number, end: number) => {
    text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
  }
  for (const { start, end } of spans) cut(start, end)
  if (except) cut(folded.indexOf(except), folded.indexOf(except) + except.length)
  for (const rule of [...patterns.REFERS_BACK, ...patterns.ASKS_AGENCY]) {
    const match = rule.pattern.exec(folded)
    // Chinese patterns meet the words of intent alone; English ones reach over what is asked about.
    if (match && (/\p{Script=Han}/u.test(match[0]) || match[0].length <= SHORT_IDIOM))
      cut(match.index, match.index + match[0].length)
  }
  for (const match of folded.matchAll(/(?:19|20)\d{2}年?度?|今年|明年|去年|前年|本年度?/g))
    cut(match.index, match.index + match[0].length)
  return text
}

interface Part {
  start: number
  end: number
  asks: boolean
}

function partsOf(folded: string): Part[] {
  if (folded.length < STORY_FROM_CHARACTERS) return []
  // What stands before a colon is the heading of what follows: `Shanghai 2022 plan: how many flats`.
  const parts = [
    ...folded.matchAll(/(?:[^,。.!?;:\n，？！；]{1,40}:\s*)?[^,。.!?;:\n，？！；]+[,。.!?;:\n，？！；]*/g),
  ].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    asks: asksSomething(match[0]),
  }))
  // `…, right?` asks about what it follows.
  parts.forEach((part, i) => {
    const before = parts[i - 1]
    if (before && part.asks && patterns.TAG.test(folded.slice(part.start, part.end))) before.asks = true
  })
  return parts.some(({ asks }) => asks) && parts.some(({ asks }) => !asks) ? parts : []
}

/** The parts of a long question that do not ask weigh less than the part that does, if that says anything. */
function weighStory(query: Query, parts: Part[], library: Library): Query {
  if (parts.length === 0) return query
  const asks = (start: number) => parts.find((part) => start >= part.start && start < part.end)?.asks ?? true
  const asked = {
    ...query,
    grams: query.grams.filter(({ start }) => asks(start)),
    concepts: query.concepts.filter(({ start }) => asks(start)),
  }
  // An asking part that only points (`这个事谁负责`) speaks of what was said just before it.
  const pointsBack = library.mass(asked) < SAYS_SOMETHING
  const firstAsking = parts.findIndex((part) => part.asks)
  const weightAt = (start: number) => {
    const at = parts.findIndex((part) => start >= part.start && start < part.end)
    return asks(start) || (pointsBack && at === firstAsking - 1)
      ? 1
      : pointsBack
        ? STORY_WEIGHT * 1.5
        : STORY_WEIGHT
  }
  return {
    ...query,
    grams: query.grams.map((entry) => ({ ...entry, weight: (entry.weight ?? 1) * weightAt(entry.start) })),
    concepts: query.concepts.map((concept) => ({
      ...concept,
      weight: concept.weight * weightAt(concept.start),
    })),
  }
}

/**
 * What the question wants is said where it asks; claims and comparisons stand anywhere in it
 * (`…只归应急局管，是吗`), and so does the document in a short question.
 */
function wantsIn(whole: string, asking: string): Wants {
  const pointed = lastQuestion(asking)
  const asked = { ...wantsOf(asking), ...(pointed ? { attributes: wantsOf(pointed).attributes } : {}) }
  if (whole === asking) return asked
  const { check, alone, leadClaim, compare, common, eligibility, document } = wantsOf(whole)
  const claims = { ...asked, check, alone, leadClaim, compare, common }
  return whole.length <= SHORT_QUESTION ? { ...claims, eligibility, document } : claims
}

/** The last of several questions that end in a question mark: what it asks for is asked of that one. */
function lastQuestion(asking: string): string | undefined {
  const questions = asking.match(/(?<![^.。?？!！])[^.。?？!！]+[?？]/g) ?? []
  const last = questions.at(-1)
  return last && last.length >= MEANS_SOMETHING ? last : undefined
}

/** A question shorter than this (`对吗？`) says nothing by itself. */
const MEANS_SOMETHING = 7

/** What the question wants is said in the parts that ask; numbers in the story are no question. */
function askingPart(parts: Part[], text: string): string {
  return parts.length === 0
    ? text
    : parts.flatMap(({ start, end, asks }) => (asks ? text.slice(start, end) : [])).join('')
}

function asksSomething(part: string): boolean {
  const { agency, number, tasks, content, list, compare, achieved, attributes } = wantsOf(part)
  return (
    agency ||
    number ||
    tasks ||
    content ||
    list ||
    compare ||
    achieved ||
    attributes.length > 0 ||
    /[?？]|问|想(?:知道|了解|咨询)|了解|吗|呢|有没有|是否|\bask|\bwants? to know|\bwonder/.test(part)
  )
}

function maybe<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>)
}
