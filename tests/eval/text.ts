/**
 * How the evaluation compares texts: folded, and sentence by sentence. Pure.
 */
import { fold } from '../../corpus/script.ts'

/** Folded, without spaces, dashes and thousands separators: two texts that say the same compare equal. */
export function comparable(text: string): string {
  return fold(text)
    .replace(/[\s\p{Pd}−]/gu, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')
}

/** The folded sentences of `text`. */
export function sentencesOf(text: string): string[] {
  return fold(text)
    .split(/(?<=[。;!?\n])|(?<=[a-z)]\.)\s/)
    .filter((sentence) => sentence.trim() !== '')
}

const DENIAL_ZH =
  /不是|并非|并不|不正确|不对|不准确|不符|不在|不负责|不包括|不含|不参与|不属|不涉及|不由|有误|错|没|未|无|而非|否/
const DENIAL_EN = /\bnot\b|n't\b|\bno\b|\bnone\b|incorrect|wrong|without|neither|\bnor\b|rather than|instead/

/** True if a folded sentence denies something. */
export function denies(sentence: string): boolean {
  return DENIAL_ZH.test(sentence) || DENIAL_EN.test(sentence)
}

/** Those of `names` that `text` names, each once; a name inside a longer one does not count. */
export function agenciesNamed(text: string, names: string[]): string[] {
  let rest = comparable(text)
  const longestFirst = [...new Set(names)].sort((a, b) => b.length - a.length)
  return longestFirst.filter((name) => {
    const folded = comparable(name)
    if (!rest.includes(folded)) return false
    rest = rest.replaceAll(folded, '〓')
    return true
  })
}
