/**
 * Typing errors: a pair of characters that no text has, heard as one that a text has (保彰 → 保障).
 *
 * Input methods produce homophones, so the sound is the way back. Pure.
 */
import type { Concept, Query } from './query.ts'
import { segment } from './script.ts'
import pinyin from './words/pinyin.json' with { type: 'json' }

const HOMOPHONE_WEIGHT = 0.8
const MAX_CANDIDATES = 3

/** Character → its syllables without tone, near sounds (zh/z, in/ing) made equal. */
const SOUNDS = new Map<string, Set<string>>()
const SYLLABLES = new Map<string, string[]>()
for (const [syllable, characters] of Object.entries(pinyin)) {
  for (const character of characters)
    SYLLABLES.set(character, [...(SYLLABLES.get(character) ?? []), syllable])
  const sound = nearSound(syllable)
  for (const character of characters) SOUNDS.set(character, (SOUNDS.get(character) ?? new Set()).add(sound))
}

/** The characters and pairs of characters that the texts have. */
export interface Vocabulary {
  has(bigram: string): boolean
  /** Characters of the texts that sound like `character`. */
  soundingLike(character: string): string[]
}

/** The vocabulary of the texts' n-grams. */
export function openVocabulary(grams: Iterable<string>): Vocabulary {
  const known = new Set<string>()
  const bySound = new Map<string, string[]>()
  for (const gram of grams) {
    if (gram.length === 2) known.add(gram)
    if (gram.length !== 1) continue
    for (const sound of SOUNDS.get(gram) ?? []) bySound.set(sound, [...(bySound.get(sound) ?? []), gram])
  }
  return {
    has: (bigram) => known.has(bigram),
    soundingLike: (character) =>
      [...new Set([...(SOUNDS.get(character) ?? [])].flatMap((sound) => bySound.get(sound) ?? []))].filter(
        (other) => other !== character,
      ),
  }
}

/** Adds to `query` what its unknown characters may have meant: one that mends every pair it stands in. */
export function withHomophones(query: Query, vocabulary: Vocabulary): Query {
  const heard: Concept[] = []
  for (const run of query.text.matchAll(/\p{Script=Han}{2,}/gu)) {
    const text = run[0]
    const lengths = wordLengths(text)
    for (let i = 0; i < text.length; i++) {
      if (isWord(lengths, i)) continue
      const before = text[i - 1] ?? ''
      const after = text[i + 1] ?? ''
      const char = text[i] ?? ''
      // A pair with a longer word beside it says nothing, if there is a single character on the other side.
      const pairs = [
        { length: lengths[i - 1] ?? 0, with: (other: string) => before + other },
        { length: lengths[i + 1] ?? 0, with: (other: string) => other + after },
      ].filter(({ length }) => length > 0)
      const single = pairs.filter(({ length }) => length === 1)
      const telling = single.length > 0 ? single : pairs
      if (telling.some((pair) => vocabulary.has(pair.with(char)))) continue
      const meant = vocabulary
        .soundingLike(char)
        .filter((other) => telling.every((pair) => vocabulary.has(pair.with(other))))
      if (meant.length === 0) continue
      heard.push({
        asked: before + char + after,
        start: run.index + i - before.length,
        end: run.index + i + 1 + after.length,
        weight: 1,
        sayings: meant
          .slice(0, MAX_CANDIDATES)
          .map((other) => ({ text: before + other + after, kind: 'han', weight: HOMOPHONE_WEIGHT })),
      })
    }
  }
  return heard.length > 0 ? { ...query, concepts: [...query.concepts, ...heard] } : query
}

/** For each character, how long the word is that it stands in. */
function wordLengths(text: string): number[] {
  return segment(text).flatMap(({ word }) => [...word].map(() => word.length))
}

/** True of a character in a longer word, or alone between two: a typing error breaks words up. */
function isWord(lengths: number[], at: number): boolean {
  return (lengths[at] ?? 0) > 1 || ((lengths[at - 1] ?? 0) > 1 && (lengths[at + 1] ?? 0) > 1)
}

/** How `name` may be written in pinyin without tones (连海 → lianhai): one spelling for each reading. */
export function romanized(name: string): string[] {
  return [...name].reduce<string[]>(
    (spellings, character) =>
      spellings.flatMap((spelling) =>
        (SYLLABLES.get(character) ?? []).map((syllable) => spelling + syllable),
      ),
    [''],
  )
}

/** True if two characters have a near sound in common. */
export function soundAlike(a: string, b: string): boolean {
  return [...(SOUNDS.get(a) ?? [])].some((sound) => SOUNDS.get(b)?.has(sound))
}

/** The known word nearest to a misspelt one (one slip in 5–7 letters, two in longer words), if any. */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  if (word.length < 5) return undefined
  const allowed = word.length >= 8 ? 2 : 1
  let best: string | undefined
  let bestDistance = allowed + 1
  for (const candidate of known) {
    if (candidate[0] !== word[0] || Math.abs(candidate.length - word.length) > allowed) continue
    const distance = editDistance(word, candidate, bestDistance)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

function nearSound(syllable: string): string {
  return syllable.replace(/^([zcs])h/, '$1').replace(/([aei])ng$/, '$1n')
}

/** Optimal string alignment: insert, delete, replace, swap neighbours; gives up beyond `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] ?? 0) + 1)
      row.push(value)
    }
    if (Math.min(...row) >= limit) return limit
    before = last
    last = row
  }
  return last[b.length] ?? limit
}
