/**
 * Places that a question names, and the documents that it means by them. Pure.
 */
import type { Library } from './library.ts'
import { fold, segment } from './script.ts'
import { romanized } from './typos.ts'
import places from './words/places.json' with { type: 'json' }

/** Other words in which the characters of a place stand: 入海口, 医保定点. */
const WITHIN = new RegExp(places.within.join('|'), 'g')

/** A street, an estate: named after a place and in any city. */
const NAMED_AFTER = /^[东西南北中]?(?:路|街|大道|巷|站|小区|新村|花园|菜)/

/** Cities by their ending: two characters, set off from the words before them. Counties may be the city's own. */
const SMALL_PLACE =
  /(?:^|[^\p{Script=Han}]|[在去到是我问说帮查住])([\p{Script=Han}]{2})市(?![级域区长委里内外别分划场面容民集值政直属辖]|[^的,，。？?]{1,8}(?:局|委|办|部|院|联|会|中心|公司))/gu

const NOT_A_PLACE =
  /[我你他您们咱贵各个每本全该县市区城镇乡村社新老旧小大高山校景园住街地片辖去在到查买和与的了几多超早夜菜股鸟]|农村|工业|开发|自治|居民|请问|想问|问下|查询|查下|关于|哪些|是不|外来|在职|文创|夜间|如何|怎么|什么|根据|按照|今年|目前|现在|对于|以及|麻烦|告诉|介绍|联系|咨询|投诉|涉及|如果|属于|前往|还有|其中|由于|是否|具体|针对|拨打/

const ENGLISH = new RegExp(`\\b(?:${places.en.join('|')})\\b`, 'g')

/** English name → Chinese ones that are written so. */
const BY_ENGLISH = new Map<string, string[]>()
for (const place of places.zh)
  for (const english of romanized(place)) BY_ENGLISH.set(english, [...(BY_ENGLISH.get(english) ?? []), place])

const NAMES = new Set([...places.zh, ...places.en])

/** True if the folded words are the name of a city or province that we know. */
export function isPlaceName(folded: string): boolean {
  return NAMES.has(folded)
}

/** A city's name without 市, 县 …; folded. */
export function shortPlace(place: string): string {
  return fold(place).replace(/[市县区州]$/, '')
}

const WORDS = new Map<string, string[]>()

/** How people write a city: in full, short, and in Latin letters. Folded. */
export function placeWords(place: string): string[] {
  const short = shortPlace(place)
  const words = WORDS.get(place) ?? [fold(place), short, ...romanized(short)]
  WORDS.set(place, words)
  return words
}

/** Places that the question names and no document knows; folded. */
export function findForeignPlaces(folded: string, library: Library): string[] {
  const text = folded.replace(WITHIN, (word) => ' '.repeat(word.length))
  const found = new Set(placesIn(text, places.zh).filter((place) => !knows(library, place)))
  for (const [english] of folded.matchAll(ENGLISH)) if (!knowsEnglish(library, english)) found.add(english)
  for (const [whole, name] of text.matchAll(SMALL_PLACE))
    if (name && !NOT_A_PLACE.test(name) && !found.has(name) && !knows(library, name))
      found.add(`${name}${whole.at(-1)}`)
  return [...found]
}

/** Those of `names` that stand in the text as words of their own. */
function placesIn(text: string, names: string[]): string[] {
  const said = names.filter((name) => text.includes(name))
  if (said.length === 0) return []
  const words = segment(text)
  const starts = new Set(words.map(({ start }) => start))
  const ends = new Set(words.map(({ word, start }) => start + word.length))
  return said.filter((name) => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const end = at + name.length
      const opens = starts.has(at) || /[在去到从]/.test(text[at - 1] ?? '')
      const isWhole = opens && (ends.has(end) || /[省市县区的怎有哪]/.test(text[end] ?? ''))
      if (isWhole && !NAMED_AFTER.test(text.slice(end))) return true
    }
    return false
  })
}

function knowsEnglish(library: Library, place: string): boolean {
  const chinese = BY_ENGLISH.get(place.replaceAll(/[' ]/g, '')) ?? []
  // By its full name: the characters alone may stand in others (新洋港河北).
  if (chinese.some((name) => ['省', '市'].some((kind) => library.mentions(name + kind)))) return true
  return library.documents.some(({ source, gloss }) =>
    `${source.id} ${gloss?.issuer ?? ''}`.toLowerCase().includes(place),
  )
}

/** The documents whose place or title the question names, where there are several to choose from. */
export function documentsNamed(folded: string, library: Library): string[] | undefined {
  if (library.documents.length < 2) return undefined
  const named = library.documents.filter(({ source }) => {
    const [place = '', short = '', ...latin] = placeWords(source.place)
    return (
      folded.includes(place) ||
      latin.some((word) => word.length > 4 && folded.includes(word)) ||
      (place.length > 2 && placesIn(folded, [short]).length > 0) ||
      folded.includes(fold(source.title))
    )
  })
  return named.length > 0 && named.length < library.documents.length
    ? named.map(({ source }) => source.id)
    : undefined
}

function knows(library: Library, place: string): boolean {
  const bare = place.replace(/市$/, '')
  return (
    library.mentions(bare) ||
    library.documents.some(({ source }) => fold(source.place + source.title + source.issuer).includes(bare))
  )
}
