/**
 * Which agency a name means: by any alias, with its city around or within it; and which were perhaps meant. Pure.
 *
 * Law: a name that fits several agencies is never decided here.
 */
import { namesHeard } from '../corpus/agencies.ts'
import { findAgencyMentions } from '../corpus/agency-mentions.ts'
import type { Library } from '../corpus/library.ts'
import { isPlaceName, placeWords } from '../corpus/place-mentions.ts'
import { fold, hasHan } from '../corpus/script.ts'
import type { Agency } from '../corpus/types.ts'
import { nearestWord, soundAlike } from '../corpus/typos.ts'
import { ToolError } from './tool.ts'

const SHORTEST_PART = 2
const MAX_CHOICES = 8

/**
 * The agencies that `name` names: by their official name, or else by an alias, or else by either with their city
 * and the like around or within it, or by its Chinese and English names side by side. `documentIds` keeps to the
 * agencies of those documents' cities.
 */
export function findAgencies(library: Library, name: string, documentIds?: string[]): Agency[] {
  const isHere = livesIn(library, documentIds)
  const wanted = bareWriting(name)
  const whole = namesakes(wanted, library).filter(isHere)
  if (whole.length > 0) return whole
  const pieces = piecesOf(wanted)
  if (pieces.length === 0) return []
  const called = pieces.map((piece) => ({ piece, agencies: namesakes(piece, library).filter(isHere) }))
  // An English name that we do not know says nothing against the Chinese one beside it.
  const isDoubtful = called.some(({ piece, agencies }) => agencies.length === 0 && hasHan(piece))
  const found = called.map(({ agencies }) => agencies).filter((agencies) => agencies.length > 0)
  if (isDoubtful) return []
  return (found[0] ?? []).filter((agency) => found.every((agencies) => agencies.includes(agency)))
}

/** The one agency that `name` names; `unknown` if none does; throws a ToolError with the choices where it is not clear. */
export function agencyNamed(library: Library, name: string, documentIds?: string[]): Agency | 'unknown' {
  const found = findAgencies(library, name, documentIds)
  const [only, ...others] = found
  if (only && others.length === 0) return only
  const near = only ? found : nearAgencies(library, name, documentIds)
  if (near.length === 0) return 'unknown'
  const choices = near.slice(0, MAX_CHOICES).map((agency) => fullName(agency, library))
  const more = near.length > MAX_CHOICES ? ' …' : ''
  const fits = only ? 'This name fits several agencies' : 'No agency goes by this name; these may be meant'
  throw new ToolError('ambiguous', `${fits}: ${choices.join(', ')}${more}. Ask again with one of them.`)
}

/** The names in one, if it is not one alone. */
function piecesOf(wanted: string): string[] {
  const pieces = (wanted.match(WRITINGS) ?? []).map((piece) => piece.trim())
  return pieces.length < 2 ? [] : pieces.filter((piece) => !ROLE.test(piece))
}

/**
 * The agencies that a name which names none may mean: with one slip of the pen, by part of their name, or several
 * joined in one name. A body that is known, though no document names it, is no slip for another.
 */
export function nearAgencies(library: Library, name: string, documentIds?: string[]): Agency[] {
  const isHere = livesIn(library, documentIds)
  const wanted = bareWriting(name)
  const mentions = findAgencyMentions(wanted, library)
  const rest = mentions.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), wanted)
  const joined = mentions.length > 1 && JOINING.test(rest)
  if (joined) return [...new Set(mentions.flatMap(({ agencies }) => agencies))].filter(isHere)
  const cities = [...namesOf(library).byCity.values()]
  const isCity = cities.some((city) => bareName(rest, city) === '')
  const isKnownBody = mentions.length > 0 && mentions.every(({ agencies }) => agencies.length === 0)
  if (isKnownBody && isCity) return []
  if (wanted.length < SHORTEST_PART) return []
  const slips = cities.flatMap((city) => {
    const bare = bareName(wanted, city)
    const known = [...city.byBareName.keys()]
    const near = /[a-z]/.test(bare)
      ? [nearestWord(bare, known)]
      : known.filter((candidate) => isSlip(bare, candidate))
    return near.flatMap((slip) => (slip === undefined ? [] : (city.byBareName.get(slip) ?? [])))
  })
  const parts = library.agencies.filter((agency) => isPartOf(wanted, agency))
  const pieces = piecesOf(wanted).flatMap((piece) => namesakes(piece, library))
  return [...new Set([...pieces, ...slips, ...parts])].filter(isHere)
}

/** Of the cities of these documents, or of any. */
function livesIn(library: Library, documentIds?: string[]): (agency: Agency) => boolean {
  const places = documentIds && new Set(documentIds.map((id) => library.document(id)?.source.place))
  return ({ place }) => !places || places.has(place)
}

/** Agencies whose name has `query` in it, or that go by it: for a list that a person looks through. */
export function agenciesLike(library: Library, query: string): Agency[] {
  const found = findAgencies(library, query)
  return found.length > 0 ? found : library.agencies.filter((agency) => isPartOf(bareWriting(query), agency))
}

/** The official name, with its city before it where another city has an agency that goes by that name. */
export function fullName({ name, place }: Agency, library: Library): string {
  return namesakes(fold(name), library).length > 1 ? place + name.replace(/^市/, '') : name
}

/** A name in one script, with another in the other script beside it or in brackets: `市財政局 (Finance Bureau)`. */
const WRITINGS = /[\p{Script=Han}\d、·]+|[a-z][a-z\s&'’,.-]*/gu

/** What stands around a name, and is no part of it: marks, quotes, a number. Folded. */
const AROUND =
  /^[\s\p{P}\p{S}]*(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、)]|\d{1,2}(?=市))?[\s\p{P}\p{S}]*|[\s\p{P}\p{S}]+$/gu

/** Said of a name in brackets, and no name: 市財政局（牽頭）. */
const ROLE = /^(?:牵头|配合|负责|主办|参与)(?:单位)?$/

/** Of a body that is named by its matter: `department of finance` is the finance bureau. */
const BODY_OF =
  /^(?:(?:dept|department|bureau|office|commission|administration|authority)\.?) (?:of|for) (.+)$/

/** A name folded, without what stands around it. */
function bareWriting(name: string): string {
  return withAnd(fold(name).replace(AROUND, '')).trim()
}

function withAnd(folded: string): string {
  return folded.replace(/ ?& ?/g, ' and ')
}

/** Agencies by official name, alias, or either without what any name may have. `wanted` folded. */
function namesakes(wanted: string, library: Library): Agency[] {
  const names = namesOf(library)
  const matter = BODY_OF.exec(wanted)?.[1]
  const ways = [
    names.official.get(wanted),
    names.byName.get(wanted),
    calledBare(wanted, names),
    ...(matter ? [names.byName.get(`${matter} bureau`), calledBare(`${matter} bureau`, names)] : []),
  ]
  // Of each city in the first way that it has: what one calls so officially is another's alias.
  const found = new Map<string, Agency[]>()
  for (const agencies of ways)
    for (const [place, ofPlace] of Map.groupBy(agencies ?? [], (agency) => agency.place))
      if (!found.has(place)) found.set(place, ofPlace)
  return [...found.values()].flat()
}

/** Between the names of several agencies. */
const JOINING = /^(?:[\s、,;/&]|和|与|及|跟|and)*$/

function isPartOf(wanted: string, { name, english = '' }: Agency): boolean {
  if (fold(name).includes(wanted)) return true
  return ` ${english.toLowerCase()} `.includes(` ${wanted} `)
}

function isSlip(said: string, name: string): boolean {
  if (said.length !== name.length || said.length < 3) return false
  const wrong = [...said].flatMap((char, i) => (char === name[i] ? [] : [i]))
  const [at] = wrong
  return wrong.length === 1 && at !== undefined && soundAlike(said[at] ?? '', name[at] ?? '')
}

interface Names {
  /** By official name, and by city and official name. */
  official: Map<string, Agency[]>
  byName: Map<string, Agency[]>
  byCity: Map<string, CityNames>
}

interface City {
  /** How people write it, the longest first. Folded. */
  words: string[]
  /** Any of them; 盐城市场监管局 is of 盐城. */
  pattern: RegExp
}

interface CityNames extends City {
  /** By a name without what `bareName` takes away. */
  byBareName: Map<string, Agency[]>
}

const NAMES = new WeakMap<Library, Names>()

/** All names of all agencies, sorted once for a library. */
function namesOf(library: Library): Names {
  const known = NAMES.get(library)
  if (known) return known
  const names: Names = { official: new Map(), byName: new Map(), byCity: new Map() }
  for (const { source } of library.documents)
    names.byCity.set(source.place, { ...cityOf(source.place), byBareName: new Map() })
  for (const agency of library.agencies) {
    const { name, place, stems = [], english = '' } = agency
    const city = names.byCity.get(place)
    add(names.official, fold(name), agency)
    add(names.official, fold(place + name.replace(/^市/, '')), agency)
    for (const heard of [...namesHeard(agency), ...stems, english].filter((one) => one !== '').map(fold)) {
      add(names.byName, heard, agency)
      const bare = city && bareName(heard, city)
      if (bare && bare.length >= SHORTEST_PART) add(city.byBareName, bare, agency)
    }
  }
  NAMES.set(library, names)
  return names
}

function add(map: Map<string, Agency[]>, name: string, agency: Agency): void {
  const key = withAnd(name)
  const others = map.get(key) ?? []
  if (!others.includes(agency)) map.set(key, [...others, agency])
}

function cityOf(place: string): City {
  const words = placeWords(place)
  return { words, pattern: new RegExp(`(?:${words.join('|')})(?!场)`, 'g') }
}

function calledBare(wanted: string, { byCity }: Names): Agency[] {
  const called = [...byCity.values()].flatMap((city) => city.byBareName.get(bareName(wanted, city)) ?? [])
  return [...new Set(called)]
}

/** Words in a name that leave it the same agency: `the`, `of`, `Municipal`, 人民政府; 委员会 is 委. Folded. */
const IN_ANY_NAME =
  /'s\b|\b(?:the|of|for|city|municipal|municipality|people's|peoples|government|china|prc)\b|中华人民共和国|人民政府|(?<=委)员会|[\s,.'’()（）·-]/g

/** A folded name without its city and without words that any name may have. */
function bareName(name: string, { words, pattern }: City): string {
  const named = words.find((word) => name.includes(word))
  const ofCity = named === undefined ? name : withoutProvince(name, named)
  return ofCity
    .replace(pattern, '')
    .replace(IN_ANY_NAME, '')
    .replace(/^市(?!场)/, '')
}

/** A name without the province before or behind its city: 江苏盐城财政局, `Finance Bureau of Yancheng, Jiangsu`. */
function withoutProvince(name: string, city: string): string {
  const at = name.indexOf(city)
  const [before, behind] = [name.slice(0, at), name.slice(at + city.length)]
  const isProvince = /^\p{Script=Han}{2,3}省$/u.test(before) || isPlaceName(before.trim())
  return (isProvince ? '' : before) + city + behind.replace(/^, ?[a-z]+(?: province)?(?:, ?china)?$/, '')
}
