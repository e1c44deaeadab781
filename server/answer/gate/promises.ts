/**
 * That the one who asks, or one of theirs, is entitled: no document knows them, and what it grants is said of whom it grants it. Pure.
 */
import { type Fault, phrasesIn, type Reading, sentencesIn } from './reading.ts'
import { DENIES } from './words-denial.ts'
import { CONDITION, PROMISES } from './words-promise.ts'

/** What is promised to a person outright. */
export function promiseFaults({ text }: Reading): Fault[] {
  return sentencesIn(text)
    .filter((sentence) => !CONDITION.test(sentence.text))
    .flatMap(phrasesWithTheNext)
    .flatMap((phrase) => {
      const [said] = PROMISES.map(({ pattern }) => pattern.exec(phrase)).find((found) => found !== null) ?? []
      return said && !DENIES.test(phrase) ? [{ kind: 'promise' as const, said }] : []
    })
}

/** `您父亲82岁，可享受…`: the person stands in the one phrase and what is promised in the next. */
function phrasesWithTheNext(sentence: Parameters<typeof phrasesIn>[0]): string[] {
  const phrases = phrasesIn(sentence).map(({ text }) => text.trim())
  return phrases.map((phrase, i) => [phrase, phrases[i + 1] ?? ''].join(' '))
}
