/**
 * An amount for each said of the whole city, or the other way round. Pure.
 */
import { fold } from '../../../../corpus/script.ts'
import { type Context, targetsFor } from './context.ts'
import type { Draft } from './corruption.ts'
import { isDenial } from './denied.ts'
import { OPENING_VERB, PER, PER_UNIT, PER_UNIT_EN } from './words.ts'
import { say, withEnding } from './writing.ts'

export function changeScope(c: Context): Draft[] {
  if (isDenial(c.text) || c.figures.every(({ unit }) => TIME.test(unit ?? ''))) return []
  return c.targets.some(({ scope }) => scope && PER.test(scope))
    ? [...wholeCity(c), ...eachCounty(c)]
    : eachCounty(c)
}

/** `10日内` is a term, and no amount that each has. */
const TIME = /^(?:日|天|[個个]?月|年|[個个]?工作日|次|days?|)$/

/** Said without the unit to which the amount applies. */
function wholeCity(c: Context): string[] {
  const scopes = c.targets.map(({ scope = '' }) => fold(scope)).join(';')
  return (c.english ? PER_UNIT_EN : PER_UNIT).flatMap(([pattern, other], i) => {
    const [said] = pattern.exec(c.text) ?? []
    if (!said || (i === 0 && !/县/.test(scopes)) || (!c.english && !scopes.includes(fold(said).slice(0, 2))))
      return []
    const text = c.text.replace(pattern, /^E/.test(said) ? 'The whole city' : say(c, other, other))
    return [text.replace(/全市全市/, '全市')]
  })
}

/** 每縣 put before what is meant for the city. */
function eachCounty(c: Context): string[] {
  const cityWide = c.figures.some((figure) => {
    const own = targetsFor(figure, c)
    return own.length > 0 && own.every(({ scope = '', quote }) => !PER.test(scope) && !PER.test(quote))
  })
  if (!cityWide || /每|各[縣县]|\beach\b|\bevery\b|\bper\b/i.test(c.text)) return []
  if (c.english) {
    const wide = /\b(?:city-?wide|across the (?:whole |entire )?city|throughout the city|in the city)\b/i
    if (wide.test(c.text)) return [c.text.replace(wide, 'in each county')]
    const single =
      c.figures.length === 1 && c.mentions.length + c.labels.length === 0 && !/[.;] /.test(c.text)
    return single ? [withEnding(c, ' in each county')] : []
  }
  const each = say(c, '每個縣（市、區）', '')
  if (/全市/.test(c.text)) return [c.text.replace('全市', each)]
  const [verb] = OPENING_VERB.exec(c.text) ?? []
  return verb ? [c.text.replace(OPENING_VERB, each + verb)] : []
}
