/**
 * Agencies that a question names: in any alias, in Chinese or English, with one wrong character. Pure.
 */
import { coreName, namesHeard } from './agencies.ts'
import type { Library } from './library.ts'
import { fold, segment } from './script.ts'
import type { Agency } from './types.ts'
import { soundAlike } from './typos.ts'
import departments from './words/departments.json' with { type: 'json' }

export interface AgencyMention {
  /** Agencies of the register that the words fit; several where a short name is shared. */
  agencies: Agency[]
  /** The words, for a body that no document names. */
  said: string
  start: number
  end: number
}

interface Alias {
  text: string
  agencies: Agency[]
  latin: boolean
}

const ENGLISH_BODIES = [
  'bureau',
  'department',
  'commission',
  'office',
  'authority',
  'authorities',
  'administration',
]

const TOO_GENERAL = new Set([
  'public',
  'general',
  'state',
  'local',
  'municipal',
  'market',
  'national',
  'office',
  'bureau',
  'people',
])

interface Finder {
  named(folded: string): AgencyMention[]
  misspelt(folded: string): AgencyMention[]
}

const FINDERS = new WeakMap<Library, Finder>()

/** The agencies that a folded text names, in order; where it names none, one whose name has a wrong character. */
export function findAgencyMentions(folded: string, library: Library): AgencyMention[] {
  const found = findAgencyNames(folded, library)
  return found.length > 0 ? found : finderOf(library).misspelt(folded)
}

/** The agencies that a folded text names, each letter right. */
export function findAgencyNames(folded: string, library: Library): AgencyMention[] {
  return finderOf(library).named(folded)
}

/** Aliases run into the thousands, so they are sorted once for a library. */
function finderOf(library: Library): Finder {
  const finder = FINDERS.get(library) ?? openFinder(library)
  FINDERS.set(library, finder)
  return finder
}

/** Finds agencies by name. */
function openFinder(library: Library): Finder {
  const aliases = new Map<string, Agency[]>()
  const add = (name: string, agency?: Agency) => {
    const key = fold(name)
    const known = aliases.get(key) ?? []
    if (agency && !known.includes(agency)) known.push(agency)
    aliases.set(key, known)
  }
  for (const { name, aliases: others, en } of departments) {
    for (const other of [
      name,
      ...others.filter((alias) => alias.length > 2),
      ...en.filter((english) => english.includes(' ')),
    ])
      add(other)
    add(`市${name}`)
  }
  const firstWords = departments.map(({ en }) => en[0]?.split(' ')[0]?.toLowerCase() ?? '')
  const shortEnglish = (english: string): string[] => {
    const first =
      english
        .replace(/^Municipal /, '')
        .split(' ')[0]
        ?.toLowerCase() ?? ''
    if (first.length < 4 || TOO_GENERAL.has(first) || firstWords.filter((word) => word === first).length > 1)
      return []
    return ENGLISH_BODIES.map((body) => `${first} ${body}`)
  }
  for (const agency of library.agencies) {
    for (const name of [...namesHeard(agency), ...shortEnglish(agency.english ?? '')]) add(name, agency)
    // A body asked for with the name of its city: 盐城财政局.
    add(fold(agency.place).replace(/市$/, '') + coreName(agency.name, agency.place), agency)
  }
  const sorted: Alias[] = [...aliases]
    .map(([text, agencies]) => ({ text, agencies, latin: /^[a-z]/.test(text) }))
    .sort((a, b) => b.text.length - a.text.length)
  const byStart = new Map<string, Alias[]>()
  for (const alias of sorted) {
    const key = alias.text.slice(0, 2)
    byStart.set(key, [...(byStart.get(key) ?? []), alias])
  }
  const slips = openSlips(
    sorted.filter(
      ({ text, latin, agencies }) => !latin && text.length >= MISSPELT_FROM && agencies.length > 0,
    ),
  )
  return {
    named: (folded) => findAliases(folded, byStart),
    misspelt: (folded) => findMisspelt(folded, slips),
  }
}

/** Names this long are recognised with one wrong character that sounds alike. */
const MISSPELT_FROM = 3

/** Which two of the first three characters of a name are right, if one of its characters is wrong. */
const RIGHT_PAIRS = [
  [0, 1],
  [1, 2],
  [0, 2],
] as const

/** Aliases by each pair of their first three characters, longest first. */
type Slips = Map<string, Alias[]>[]

function openSlips(aliases: Alias[]): Slips {
  return RIGHT_PAIRS.map(([a, b]) => {
    const byPair = new Map<string, Alias[]>()
    for (const alias of aliases) {
      const key = `${alias.text[a]}${alias.text[b]}`
      byPair.set(key, [...(byPair.get(key) ?? []), alias])
    }
    return byPair
  })
}

function findMisspelt(folded: string, slips: Slips): AgencyMention[] {
  let best: AgencyMention | undefined
  for (let i = 0; i + MISSPELT_FROM <= folded.length; i++) {
    RIGHT_PAIRS.forEach(([a, b], k) => {
      for (const { text, agencies } of slips[k]?.get(`${folded[i + a]}${folded[i + b]}`) ?? []) {
        if (best && text.length <= best.said.length) break
        if (!isSlip(folded, i, text)) continue
        best = { agencies, said: folded.slice(i, i + text.length), start: i, end: i + text.length }
      }
    })
  }
  return best ? [best] : []
}

/** True if `name` stands at `at` but for one character that sounds like the right one. */
function isSlip(folded: string, at: number, name: string): boolean {
  if (at + name.length > folded.length) return false
  let wrong = -1
  for (let k = 0; k < name.length; k++) {
    if (folded[at + k] === name[k]) continue
    if (wrong >= 0) return false
    wrong = k
  }
  if (wrong < 0 || !soundAlike(folded[at + wrong] ?? '', name[wrong] ?? '')) return false
  // 聚 of 聚焦 is no slip for 局.
  const opensWord = () => segment(folded).some(({ word, start }) => start === at + wrong && word.length > 1)
  return wrong < name.length - 1 || !opensWord()
}

function findAliases(folded: string, byStart: Map<string, Alias[]>): AgencyMention[] {
  const found: AgencyMention[] = []
  for (let i = 0; i < folded.length; i++) {
    const alias = byStart
      .get(folded.slice(i, i + 2))
      ?.find((entry) => folded.startsWith(entry.text, i) && wholeWord(folded, i, entry))
    if (!alias) continue
    const plural = alias.latin && folded[i + alias.text.length] === 's' ? 1 : 0
    found.push({ agencies: alias.agencies, said: alias.text, start: i, end: i + alias.text.length + plural })
    i += alias.text.length + plural - 1
  }
  return found
}

function wholeWord(text: string, at: number, { text: alias, latin }: Alias): boolean {
  if (!latin) return true
  return !/[a-z]/.test(text[at - 1] ?? '') && !/^(?:[a-rt-z]|s[a-z])/.test(text.slice(at + alias.length))
}
