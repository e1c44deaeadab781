/**
 * Mends misspelt English words of a question, so that what it wants is understood. Pure.
 */
import { englishWords } from '../../corpus/english.ts'
import { GLOSSARY_WORDS } from '../../corpus/query.ts'
import { nearestWord, soundAlike } from '../../corpus/typos.ts'
import departments from '../../corpus/words/departments.json' with { type: 'json' }
import places from '../../corpus/words/places.json' with { type: 'json' }
import stop from '../../corpus/words/stop.json' with { type: 'json' }

/** Words of intent that the tables do not hold. */
const ASKING =
  'address telephone phone agency agencies responsible responsibility department bureau committee commission target number percentage compare difference achieved achieve eligible qualify issued published document deadline opening hours money yuan where which tasks task item section clause article chapter part'.split(
    ' ',
  )

const KNOWN = new Map<string, string>()
for (const phrase of [
  ...ASKING,
  ...stop.en,
  ...stop.faintEn,
  ...places.en,
  ...departments.flatMap(({ en }) => en),
]) {
  for (const { word, stem } of englishWords(phrase)) if (!KNOWN.has(stem)) KNOWN.set(stem, word)
}

for (const [stem, word] of GLOSSARY_WORDS) if (!KNOWN.has(stem)) KNOWN.set(stem, word)

const WORDS = [...new Set(KNOWN.values())]

/** `text` with English words that neither the tables nor `isWord` know replaced by the known word they are a slip of; lengths may change. */
export function spellEnglish(text: string, isWord: (stem: string) => boolean): string {
  let mended = text
  for (const { word, stem } of englishWords(text).reverse()) {
    if (/^\d/.test(word) || KNOWN.has(stem) || KNOWN.has(word) || isWord(stem)) continue
    const near = nearestWord(word, WORDS)
    const at = mended.lastIndexOf(word)
    if (near && at >= 0 && !word.startsWith(near))
      mended = mended.slice(0, at) + near + mended.slice(at + word.length)
  }
  return mended
}

/** Words that ask, which an input method easily gets wrong (哪些部们). */
const ASKING_ZH = ['部门', '单位', '负责', '责任', '任务', '牵头', '多少', '哪些', '哪个']

/** Cantonese as it is written, folded → the written standard; the longer first. */
const CANTONESE: [RegExp, string][] = [
  [/边啲|边几个/g, '哪些'],
  [/边(?:个|间)(?!境|界|缘)/g, '哪个'],
  [/边度|边处/g, '哪里'],
  [/几多/g, '多少'],
  [/有冇/g, '有没有'],
  [/冇/g, '没有'],
  [/点(?:样|算)|点(?=搞|做|办|解|计|控|处)/g, '怎样'],
  [/乜(?:嘢|野)?|咩(?:嘢|野)?/g, '什么'],
  [/呢(?=份|件|个|项|度|条|啲|张|种|间|区)/g, '这'],
  [/嗰/g, '那'],
  [/係/g, '是'],
  [/嘅/g, '的'],
  [/唔/g, '不'],
  [/咗/g, '了'],
  [/喺/g, '在'],
  [/俾|畀/g, '给'],
  [/揾|搵/g, '找'],
  [/佢/g, '他'],
  [/哋/g, '们'],
  [/啲/g, '些'],
]

/** `text` (folded) in the written standard, misheard words of asking mended: one wrong character that sounds right, in no document. */
export function spellAsking(text: string, library: { mentions(folded: string): boolean }): string {
  let mended = CANTONESE.reduce((said, [from, to]) => said.replace(from, to), text)
  for (const word of ASKING_ZH) {
    for (let i = 0; i + 2 <= mended.length; i++) {
      const said = mended.slice(i, i + 2)
      const wrong = [0, 1].filter((at) => said[at] !== word[at])
      const [at] = wrong
      if (
        wrong.length !== 1 ||
        at === undefined ||
        !soundAlike(said[at] ?? '', word[at] ?? '') ||
        library.mentions(said)
      )
        continue
      mended = mended.slice(0, i) + word + mended.slice(i + 2)
    }
  }
  return mended
}
