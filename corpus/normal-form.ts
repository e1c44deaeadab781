/**
 * The form in which a quotation is compared with a text: script, width, case, spaces and kinds of marks put aside.
 *
 * Law: no character that carries meaning is dropped, so that a figure or a word that differs still differs. Pure.
 */
import { type Folded, foldWithOffsets } from './script.ts'

/** Marks that writers put for one another, each kind as one. */
const KINDS_OF_MARK: { pattern: RegExp; as: string; example: string }[] = [
  { pattern: /[“”„‟"«»]/, as: '"', example: '“厕所革命”, "厕所革命"' },
  { pattern: /[‘’‚‛'`´]/, as: "'", example: '‘一件事’' },
  { pattern: /[‐-―−~〜～─-]/, as: '-', example: '30%—40%, 30%-40%' },
  { pattern: /[。｡]/, as: '.', example: '负责。' },
  { pattern: /[·•‧・]/, as: '·', example: '穆罕默德·阿里' },
]

/** The form of `text`, with the way back to its offsets. */
export function normalForm(text: string): Folded {
  const folded = foldWithOffsets(text)
  let out = ''
  const at: number[] = []
  for (let i = 0; i < folded.text.length; i++) {
    const char = folded.text[i] ?? ''
    if (/\s/.test(char)) continue
    const plain = KINDS_OF_MARK.find(({ pattern }) => pattern.test(char))?.as ?? char
    if (plain === '-' && out.endsWith('-')) continue
    out += plain
    at.push(folded.at[i] ?? 0)
  }
  at.push(folded.at.at(-1) ?? text.length)
  return { text: out, at }
}

/** Commas, brackets and the like; a mark of per cent is a word. */
const MARK = /[\p{P}<>]/u
const SPOKEN_MARK = /[%‰&@#]/

/** Beside a figure these are part of what it says: -7.5%, 30%-40%, <2.8. */
const SIGN = /[-<>/]/
const FIGURE = /[\d%‰]/

/** `form` without marks, save those that make a figure another: `7.5`, `.4`, `30-40`, `-7.5%`. */
export function withoutMarks({ text, at }: Folded): Folded {
  const is = (pattern: RegExp, i: number) => pattern.test(text[i] ?? '')
  const isKept = (i: number) => {
    if (!is(MARK, i) || is(SPOKEN_MARK, i)) return true
    if (is(SIGN, i)) return is(FIGURE, i - 1) || is(FIGURE, i + 1)
    return is(/\d/, i + 1) && (text[i] === '.' || is(/\d/, i - 1))
  }
  const kept = Array.from({ length: text.length }, (_, i) => i).filter(isKept)
  return { text: kept.map((i) => text[i]).join(''), at: [...kept, text.length].map((i) => at[i] ?? 0) }
}
