/**
 * What a text gives in an order: figures behind their names (分别), grades (C到D). Pure.
 */
import { type Figure, isSame } from './amounts.ts'
import { evidence, subjectStated } from './binding.ts'
import type { Fault, Reading } from './reading.ts'
import { EACH_ITS_OWN, GRADES, RATIOS } from './words-bounds.ts'

/** Grades and shares said in the other direction than the text has them. */
export function gradeFaults({ text, proof }: Reading): Fault[] {
  return [GRADES, RATIOS].flatMap((pattern) => {
    const stated = [...proof.matchAll(pattern)].map(([, from, to]) => `${from} ${to}`)
    return [...text.matchAll(pattern)]
      .filter(([, from, to]) => stated.includes(`${to} ${from}`) && !stated.includes(`${from} ${to}`))
      .map(([said]) => ({ kind: 'binding' as const, said }))
  })
}

/** True if a figure that is given to one of several names in turn is, in the clause, another's. */
export function isOutOfTurn(figure: Figure, said: Figure[], stated: Figure[], reading: Reading): boolean {
  const word = EACH_ITS_OWN.exec(figure.phrase)
  if (!word) return false
  const from = /\p{Script=Han}/u.test(word[0]) ? word.index : 0
  const list = said.filter(({ phrase, raw }) => phrase === figure.phrase && phrase.indexOf(raw, from) >= from)
  const places = placesOf(list, stated)
  const i = list.indexOf(figure)
  const own = places[i]
  if (i < 0 || list.length < 2 || !own) return false
  const names = namesBefore(list[0], list.length)
  const verdicts = names.flatMap((name, at) => turnOf({ ...figure, subject: name }, at, places, reading))
  // Where the names tell nothing (城乡), the clause's own order tells.
  if (verdicts.length === 0)
    return places.some((place, at) => at > 0 && place.start < (places[at - 1]?.start ?? 0))
  return verdicts.some(({ at, isOwn }) => at === i && !isOwn)
}

interface Turn {
  at: number
  isOwn: boolean
}

/** Whether the name is that of the figure at its place, if it tells one from another. */
function turnOf(name: Figure, at: number, places: Figure[], reading: Reading): Turn[] {
  const own = places[at]
  if (!own) return []
  return places
    .filter((other) => other !== own)
    .flatMap((other) => {
      const [ours, theirs] = [subjectStated(own), subjectStated(other)]
      const [right, wrong] = [evidence(name, ours, theirs, reading), evidence(name, theirs, ours, reading)]
      return right === wrong ? [] : [{ at, isOwn: right > wrong }]
    })
}

/** The figures of one sentence of the clause that are those of the list. */
function placesOf(list: Figure[], stated: Figure[]): Figure[] {
  const sentences = [...new Set(stated.map(({ sentence }) => sentence))]
  const found = sentences.map((sentence) =>
    list.flatMap(
      ({ value }) => stated.find((other) => other.sentence === sentence && isSame(other.value, value)) ?? [],
    ),
  )
  return found.find((places) => places.length === list.length) ?? []
}

/** The last so many of the names before a list. */
function namesBefore(first: Figure | undefined, count: number): string[] {
  const [head = ''] = (first?.ahead ?? '').split(EACH_ITS_OWN)
  const names = head.split(/[、,和与及]|\band\b/).filter((name) => name.trim() !== '')
  return names.length < count ? [] : names.slice(-count)
}
