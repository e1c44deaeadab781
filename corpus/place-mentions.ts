/**
 * Places that a question names, and the documents that it means by them. Pure.
 */
import type { Library } from './library.ts'
import { fold } from './script.ts'
import { romanized } from './typos.ts'
import places from './words/places.json' with { type: 'json' }

const PLACES_ZH = places.zh

const PLACES_EN = places.en

/** Counties and districts by their ending: two characters, set off from the words before them. */
const SMALL_PLACE =
  /(?:^|[^\p{Script=Han}]|[在去到是我问说帮查住])([\p{Script=Han}]{2})[市县区](?!级|域|长|委|里|内|外|别|分|划|场|面|容)/gu

const NOT_A_PLACE =
  /[我你他您们咱贵各个每本全该县市区城镇乡村社新老旧小大高山校景园住街地片辖去和与的了几多]|农村|工业|开发|自治|居民/

/** Places that the question names and no document knows; folded. */
export function findForeignPlaces(folded: string, library: Library): string[] {
  const found = new Set<string>()
  for (const place of PLACES_ZH) if (folded.includes(place) && !knows(library, place)) found.add(place)
  for (const place of PLACES_EN) {
    if (
      new RegExp(`\\b${place}\\b`).test(folded) &&
      !library.documents.some(({ source, gloss }) =>
        `${source.id} ${gloss?.issuer ?? ''}`.toLowerCase().includes(place),
      )
    )
      found.add(place)
  }
  for (const [whole, name] of folded.matchAll(SMALL_PLACE))
    if (name && !NOT_A_PLACE.test(name) && !found.has(name) && !knows(library, name))
      found.add(`${name}${whole.at(-1)}`)
  return [...found]
}

/** The documents whose place or title the question names, where there are several to choose from. */
export function documentsNamed(folded: string, library: Library): string[] | undefined {
  if (library.documents.length < 2) return undefined
  const named = library.documents.filter(({ source }) => {
    const place = fold(source.place)
    return (
      folded.includes(place) ||
      romanized(place.replace(/[市县区州]$/, '')).some(
        (latin) => latin.length > 4 && folded.includes(latin),
      ) ||
      (place.length > 2 && folded.includes(place.replace(/[市县区州]$/, ''))) ||
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
