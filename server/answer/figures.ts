/**
 * Says a target's figure: `7萬人以上`, in English `70,000 or more (7萬人以上)`. Pure.
 */
import { literal } from '../../corpus/literal.ts'
import { splitUnit } from '../../corpus/scale.ts'
import { fold, foldWithOffsets, simplify } from '../../corpus/script.ts'
import { AFTER, BEFORE, oneOf } from '../../corpus/target-words.ts'
import type { Gloss, Lang, Target } from '../../corpus/types.ts'
import units from '../../corpus/words/units.json' with { type: 'json' }
import { stringsOf } from '../strings.ts'

/** The words that bound an amount, those with which the register reads them: a 不得 that is lost turns it round. */
const BEFORE_IT = oneOf(BEFORE.flatMap(({ words, weak }) => (weak ? [] : words)))
// One character may end another word: 签约率.
const FROM_AFAR = oneOf(BEFORE.flatMap(({ words }) => words.filter((word) => word.length > 1)))
const BEHIND_IT = oneOf(AFTER.flatMap(({ words }) => words))

/** Between such a word and its amount: 至少公布1次. */
const BETWEEN = '[^,。;、]{1,8}?'

/** The figure of `target` as a person says it in `lang`. */
export function sayFigure(target: Target, lang: Lang, gloss?: Gloss): string {
  const written = asWritten(target)
  if (lang === 'zh-Hans') return simplify(written)
  if (lang === 'zh-Hant') return written
  if (target.comparator === 'full' || target.value === undefined)
    return `${stringsOf('en').comparator.full('', '')} (${written})`
  const { factor, unit } = splitUnit(target.unit ?? '')
  const name = unit === '%' ? '%' : (gloss?.units[unit] ?? englishUnit(unit))
  const say = (value: number) => (value * factor).toLocaleString('en-US', { maximumFractionDigits: 6 })
  const tail = name === '%' ? '%' : name ? ` ${name}` : ''
  const value = target.comparator === 'range' ? say(target.value) : say(target.value) + tail
  const said = stringsOf('en').comparator[target.comparator](
    value,
    say(target.valueMax ?? target.value) + tail,
  )
  return `${said} (${written})`
}

/** The figure in the text's own characters, with the words that bound it (`26萬頭以上`). */
function asWritten(target: Target): string {
  const unit = literal(fold(target.unit ?? ''))
  const number =
    target.value === undefined
      ? ''
      : `${numberPattern(target.value)}${target.valueMax === undefined ? '' : `[%]?[^\\d]{1,3}${numberPattern(target.valueMax)}`}`
  if (number) {
    const amount = `(?<![\\d.])${number}\\s*${unit}(?<after>${BEHIND_IT})?`
    const beside = found(`(?<before>${BEFORE_IT})?${amount}`, target.quote)
    const isBound = beside?.before || beside?.after || !BOUND.has(target.comparator)
    const afar = isBound ? undefined : found(`(?<before>${FROM_AFAR})(?:${BETWEEN})?${amount}`, target.quote)
    const said = afar ?? beside
    if (said) return said.text
  }
  return target.comparator === 'full'
    ? (/全部[^,，。;；]{0,6}|全覆[蓋盖]|[^,，。;；、]{0,6}全[^,，。;；]{0,4}/.exec(target.quote)?.[0] ??
        target.quote)
    : target.quote
}

const BOUND = new Set<Target['comparator']>(['gte', 'lte', 'gt', 'lt', 'approx'])

/** What meets the folded pattern, in the quote's own characters. */
function found(
  pattern: string,
  quote: string,
): { text: string; before: string | undefined; after: string | undefined } | undefined {
  const { text, at } = foldWithOffsets(quote)
  const match = new RegExp(pattern).exec(text)
  if (!match) return undefined
  const said = quote.slice(at[match.index], at[match.index + match[0].length])
  return { text: said, before: match.groups?.before, after: match.groups?.after }
}

function numberPattern(value: number): string {
  const grouped = value.toLocaleString('en-US', { maximumFractionDigits: 6 })
  return `(?:${literal(String(value))}|${literal(grouped)})`
}

function englishUnit(unit: string): string {
  const table: Record<string, string> = units
  const folded = simplify(unit)
  return Object.hasOwn(table, folded) ? (table[folded] ?? '') : ''
}
