/**
 * Years and places that a question names. Pure.
 */
import type { Library } from '../../corpus/library.ts'
import { fold } from '../../corpus/script.ts'
import places from '../../corpus/words/places.json' with { type: 'json' }
import { RELATIVE_YEARS } from './patterns.ts'

/** Years that a folded text gives from today (今年, last year), absolute; `today` is YYYY-MM-DD. */
export function relativeYears(folded: string, today: string): number[] {
  return RELATIVE_YEARS.flatMap(({ offset, pattern }) =>
    pattern.test(folded) ? [Number(today.slice(0, 4)) + offset] : [],
  )
}

const PLACES_ZH = places.zh

const PLACES_EN = places.en

/** Counties and districts by their ending: two characters, set off from the words before them. */
const SMALL_PLACE =
  /(?:^|[^\p{Script=Han}]|[在去到是我问说帮查住])([\p{Script=Han}]{2})[市县区](?!级|域|长|委|里|内|外|别|分|划)/gu

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

function knows(library: Library, place: string): boolean {
  const bare = place.replace(/市$/, '')
  return (
    library.mentions(bare) ||
    library.documents.some(({ source }) => fold(source.place + source.title + source.issuer).includes(bare))
  )
}
