/**
 * Which agency a name means: by any alias, with its city around or within it; and which were perhaps meant. Pure.
 *
 * Law: a name that fits several agencies is never decided here.
 */
import { namesHeard } from '../corpus/agencies.ts'
import { findAgencyMentions } from '../corpus/agency-mentions.ts'
import type { Library } from '../corpus/library.ts'
import { fold } from '../corpus/script.ts'
import type { Agency } from '../corpus/types.ts'
import { nearestWord, romanized, soundAlike } from '../corpus/typos.ts'
import { ToolError } from './tool.ts'

const SHORTEST_PART = 2
const MAX_CHOICES = 8

/**
 * The agencies that `name` names: by their official name, or else by an alias, or else by either with their city
 * and the like around or within it; or else those whose official name contains it. `documentIds` keeps to the
 * agencies of those documents' cities.
 */
export function findAgencies(library: Library, name: string, documentIds?: string[]): Agency[] {
  const wanted = fold(name).trim()
  const places = documentIds && new Set(documentIds.map((id) => library.document(id)?.source.place))
  const isHere = ({ place }: Agency) => !places || places.has(place)
  const names = namesOf(library)
  const named = [names.official.get(wanted), names.byName.get(wanted), calledBare(wanted, names)]
  for (const agencies of named) {
    const here = (agencies ?? []).filter(isHere)
    if (here.length > 0) return here
  }
  if (wanted.length < SHORTEST_PART) return []
  return library.agencies.filter((agency) => isHere(agency) && isPartOf(wanted, agency))
}

/** The one agency that `name` names; `unknown` if none does; throws a ToolError with the choices if several do. */
export function agencyNamed(library: Library, name: string, documentIds?: string[]): Agency | 'unknown' {
  const found = findAgencies(library, name, documentIds)
  if (found.length > 1) {
    const choices = found.slice(0, MAX_CHOICES).map((agency) => fullName(agency, library))
    const more = found.length > MAX_CHOICES ? ' …' : ''
    throw new ToolError(
      'ambiguous',
      `This name fits several agencies: ${choices.join(', ')}${more}. Ask again with one of them.`,
    )
  }
  return found[0] ?? 'unknown'
}

/** The agencies that a name which names none may mean: with one slip of the pen, or several joined in one name. */
export function nearAgencies(library: Library, name: string): Agency[] {
  const wanted = fold(name).trim()
  const mentions = findAgencyMentions(wanted, library)
  const rest = mentions.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), wanted)
  if (mentions.length > 1 && JOINING.test(rest))
    return [...new Set(mentions.flatMap(({ agencies }) => agencies))]
  const near = [...namesOf(library).byCity.values()].flatMap(({ words, byBareName }) => {
    const bare = bareName(wanted, words)
    const known = [...byBareName.keys()]
    const slips = /[a-z]/.test(bare)
      ? [nearestWord(bare, known)]
      : known.filter((candidate) => isSlip(bare, candidate))
    return slips.flatMap((slip) => (slip === undefined ? [] : (byBareName.get(slip) ?? [])))
  })
  return [...new Set(near)]
}

/** The official name, with its city before it where another city has an agency of that name. */
export function fullName(agency: Agency, library: Library): string {
  const { name, place } = agency
  return (namesOf(library).official.get(fold(name)) ?? []).length > 1 ? place + name.replace(/^市/, '') : name
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

interface CityNames {
  /** How people write the city: in full, short, and in Latin letters. Folded. */
  words: string[]
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
    names.byCity.set(source.place, { words: wordsFor(source.place), byBareName: new Map() })
  for (const agency of library.agencies) {
    const { name, place, stems = [], english = '' } = agency
    const city = names.byCity.get(place)
    add(names.official, fold(name), agency)
    add(names.official, fold(place + name.replace(/^市/, '')), agency)
    for (const heard of [...namesHeard(agency), ...stems, english].filter((one) => one !== '').map(fold)) {
      add(names.byName, heard, agency)
      const bare = bareName(heard, city?.words ?? [])
      if (city && bare.length >= SHORTEST_PART) add(city.byBareName, bare, agency)
    }
  }
  NAMES.set(library, names)
  return names
}

function add(map: Map<string, Agency[]>, name: string, agency: Agency): void {
  const others = map.get(name) ?? []
  if (!others.includes(agency)) map.set(name, [...others, agency])
}

function wordsFor(place: string): string[] {
  const whole = fold(place)
  const short = whole.replace(/[市县区州]$/, '')
  return [whole, short, ...romanized(short)]
}

function calledBare(wanted: string, { byCity }: Names): Agency[] {
  const called = [...byCity.values()].flatMap(
    ({ words, byBareName }) => byBareName.get(bareName(wanted, words)) ?? [],
  )
  return [...new Set(called)]
}

/** Words in a name that leave it the same agency: `the`, `of`, `Municipal`, 人民政府; 委员会 is 委. Folded. */
const IN_ANY_NAME =
  /\b(?:the|of|for|city|municipal|municipality|people's|peoples|government|china|prc)\b|中华人民共和国|人民政府|(?<=委)员会|[\s,.'’()（）·-]/g

/** A folded name without its city and without words that any name may have. */
function bareName(name: string, city: string[]): string {
  return city.reduce((text, word) => text.replaceAll(word, ''), name).replace(IN_ANY_NAME, '')
}
