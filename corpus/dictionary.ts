/**
 * The dictionary: English words → the Chinese words of this corpus.
 *
 * Reduced at ingest from a general Chinese–English dictionary to the words that the texts use,
 * because the whole of it costs 21 MB and 3 s at run time. Pure.
 */
import { stem } from './english.ts'
import { fold } from './script.ts'

/** A headword with its English renderings, most usual first. */
export interface DictionaryEntry {
  headword: string
  renderings: string[]
}

const MAX_WORDS_PER_KEY = 5
const MAX_HEADWORD = 6
/** Renderings of more words than this are explanations, not names. */
const MAX_RENDERING_WORDS = 4
const NOISE = new Set(
  'a an the of to for in on at by with and or as be is it one sb sth etc from up out off into that this these his her their who which not no lit fig esp variant old used abbr see also'.split(
    ' ',
  ),
)

/** English stem → Chinese words (folded) that occur in `texts`, best first. */
export function reduceDictionary(entries: DictionaryEntry[], texts: string[]): Record<string, string[]> {
  const corpus = fold(texts.join('\n'))
  const scored = new Map<string, Map<string, number>>()
  for (const { headword, renderings } of entries) {
    const word = fold(headword)
    if (word.length < 2 || word.length > MAX_HEADWORD || !corpus.includes(word)) continue
    renderings.forEach((rendering, position) => {
      const words = wordsOf(rendering)
      if (words.length === 0 || words.length > MAX_RENDERING_WORDS) return
      for (const key of words) {
        const score = 1 / words.length / (1 + position * 0.2)
        const words0 = scored.get(key) ?? new Map<string, number>()
        words0.set(word, Math.max(words0.get(word) ?? 0, score))
        scored.set(key, words0)
      }
    })
  }
  const keys = [...scored.keys()].sort()
  return Object.fromEntries(
    keys.map((key) => {
      const words = [...(scored.get(key) ?? [])].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
      return [key, words.slice(0, MAX_WORDS_PER_KEY).map(([word]) => word)]
    }),
  )
}

function wordsOf(rendering: string): string[] {
  const plain = rendering.toLowerCase().replace(/\([^)]*\)|\[[^\]]*\]|[^a-z\s-]/g, ' ')
  return [
    ...new Set(
      plain
        .split(/[\s-]+/)
        .filter((word) => word.length > 1 && !NOISE.has(word))
        .map(stem),
    ),
  ]
}
