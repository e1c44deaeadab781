/**
 * Says a target's figure: `7萬人以上`, in English `70,000 or more (7萬人以上)`. Pure.
 */
import { splitUnit } from '../../corpus/scale.ts'
import { simplify } from '../../corpus/script.ts'
import type { Gloss, Lang, Target } from '../../corpus/types.ts'
import units from '../../corpus/words/units.json' with { type: 'json' }
import { stringsOf } from '../strings.ts'

const AROUND_BEFORE = '(?:不低[於于]|不少[於于]|不超[過过]|超[過过]?|至少|[約约]|近)?'
const AROUND_AFTER = '(?:以上|左右|以[內内]|以下)?'

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
  const unit = literal(target.unit ?? '')
  const number =
    target.value === undefined
      ? ''
      : `${numberPattern(target.value)}${target.valueMax === undefined ? '' : `[%]?[^\\d]{1,3}${numberPattern(target.valueMax)}`}`
  const found =
    number &&
    new RegExp(`${AROUND_BEFORE}(?<![\\d.])${number}\\s*${unit}${AROUND_AFTER}`).exec(target.quote)?.[0]
  if (found) return found
  return target.comparator === 'full'
    ? (/全部[^,，。;；]{0,6}|全覆[蓋盖]|[^,，。;；、]{0,6}全[^,，。;；]{0,4}/.exec(target.quote)?.[0] ??
        target.quote)
    : target.quote
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

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
