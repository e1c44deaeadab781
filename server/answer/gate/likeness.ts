/**
 * Where the cited clauses speak of what is said. Pure.
 */
import { figuresIn, figuresOf, isSame } from './amounts.ts'
import { contentOf } from './content.ts'
import { phrasesIn, type Reading, type Stretch, sentencesIn } from './reading.ts'

/** The phrase of the cited clauses that is most like what is said. */
export function phraseLike(said: string, reading: Reading): string {
  return likest(said, sentencesIn(reading.proof).flatMap(phrasesIn), reading)
}

/** The sentences of the cited clauses that have the figures of the phrase, or else the one most like it. */
export function sentenceLike({ text, start, end }: Stretch, reading: Reading): string {
  const figures = figuresIn(reading.text.slice(start, end), reading.isLatin)
  const stated = reading.cited.flatMap((clause) => figuresOf(clause, reading.library))
  const places = stated.filter(({ value }) => figures.some((figure) => isSame(figure.value, value)))
  if (places.length > 0) return places.map(({ sentence }) => sentence).join()
  return likest(text, sentencesIn(reading.proof), reading) || reading.proof
}

function likest(said: string, stretches: Stretch[], { library }: Reading): string {
  const { matters } = contentOf(said, library)
  const scores = stretches.map(({ text }) =>
    matters
      .filter(({ sayings }) => sayings.some((saying) => text.includes(saying)))
      .reduce((sum, { weight }) => sum + weight, 0),
  )
  const best = Math.max(...scores)
  return best > 0 ? (stretches[scores.indexOf(best)]?.text ?? '') : ''
}
