/**
 * What is not said unless the text says so, and what the text says only as a denial. Pure.
 */
import { sentenceLike } from './likeness.ts'
import { type Fault, phrasesIn, type Reading, type Stretch, sentencesLeft } from './reading.ts'
import { meets } from './rule.ts'
import { ABSENCE, DENIES } from './words-denial.ts'
import { GRAVE, type Grave } from './words-grave.ts'

/** The faults of words that are too grave for the text, or that leave its denial out. */
export function graveFaults(reading: Reading): Fault[] {
  const phrases = sentencesLeft(reading)
    .flatMap(phrasesIn)
    .filter(({ text }) => !meets(ABSENCE, text))
  return phrases
    .flatMap((phrase) => [
      ...GRAVE.flatMap((row) => tooGrave(row, phrase, reading)),
      ...undenied(phrase, reading),
    ])
    .map((said) => ({ kind: 'wording' as const, said }))
}

function tooGrave({ said, stated, denies }: Grave, phrase: Stretch, reading: Reading): string[] {
  const match = said.exec(phrase.text)
  if (!match) return []
  const [words] = match
  if (
    denies
      ? said.test(reading.asked) || reading.abstains
      : DENIES.test(phrase.text) || UNDONE.test(phrase.text.slice(0, match.index))
  )
    return []
  return stated.test(sentenceLike(phrase, reading)) ? [] : [words]
}

/** 不会拆除, nothing is cut: what is said is denied. */
const UNDONE = /(?:不(?!断)|[未没无非])\p{Script=Han}{0,2}$|\b(?:nothing|nobody|never|none|without)\b/u

/** 无人工干预, 不重复享受: what the text denies in so many words. */
const DENIED =
  /(?:无(?!障碍)|不(?:再|得|予|发生)?|未)(?<deed>(?![低少超高多足满大小同断仅但限止良便等])\p{Script=Han}{4})|免[收征缴交除](?<fee>\p{Script=Han}{3})/gu

const NEGATES = /[不无未没免非停禁]|除外/

/** What the text denies in so many words, said as if it did not. */
function undenied({ text }: Stretch, { proof, abstains }: Reading): string[] {
  if (abstains || NEGATES.test(text) || !/\p{Script=Han}/u.test(text)) return []
  return [...proof.matchAll(DENIED)]
    .map(({ groups }) => groups?.deed ?? groups?.fee ?? '')
    .filter((deed) => text.includes(deed) && !standsUndenied(deed, proof))
}

function standsUndenied(deed: string, proof: string): boolean {
  const before = proof.split(deed).slice(0, -1)
  return before.some((words) => !NEGATES.test(words.slice(-4)))
}
