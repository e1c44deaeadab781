/**
 * What is stated, denied. Pure.
 */
import { fold } from '../../../../corpus/script.ts'
import { numberOf } from './clauses.ts'
import { type Context, targetsFor } from './context.ts'
import type { Draft } from './corruption.ts'
import { isDenial } from './denied.ts'
import { CONTRARIES, CONTRARIES_EN, DUTY, LEAD_WORD, MEASURES } from './words.ts'
import { inScript, say, turned } from './writing.ts'

export function deny(c: Context): Draft[] {
  if (isDenial(c.text)) return []
  return [...leadDenied(c), ...amountDenied(c), ...contrary(c), ...titleDenied(c)]
}

function leadDenied(c: Context): string[] {
  const [first] = c.cited
  const isLed = c.register.some(({ role }) => role === 'lead')
  if (!first || !isLed || !LEAD_WORD.test(c.text)) return []
  return [say(c, '文件沒有指定牽頭單位。', 'The document names no lead agency for this work.')]
}

const LONG_INDICATOR = 24

/** That the document gives no figure, of one that it gives. */
function amountDenied(c: Context): string[] {
  const targets = turned(c.figures, c, 'denied').flatMap((figure) => targetsFor(figure, c).slice(0, 1))
  return targets.slice(0, 1).flatMap(({ indicator, unit = '' }) => {
    const english = c.document.gloss?.indicators[indicator]
    if (c.english)
      return [
        english ? `The document gives no figure for: ${english}.` : 'The document gives no figure for this.',
      ]
    if (indicator.length > LONG_INDICATOR) return [say(c, '文件沒有給出具體數字。', '')]
    const [, measure = '數量'] = MEASURES.find(([units]) => units.test(fold(unit))) ?? []
    const what = /[率數数例額额準准标限积積间間]$/.test(indicator) ? '' : `的具體${measure}`
    return [say(c, `文件沒有寫明〓${what}。`, '').replace('〓', inScript(indicator, c))]
  })
}

function contrary(c: Context): string[] {
  const [pattern, other] =
    (c.english ? CONTRARIES_EN : CONTRARIES).find(([found]) => found.test(c.text)) ?? []
  return pattern && other ? [c.text.replace(pattern, say(c, other, other))] : []
}

function titleDenied(c: Context): string[] {
  const [clause] = c.cited
  const isGoal = c.figures.some((figure) => targetsFor(figure, c).length > 0)
  if (!clause || !/item|article/.test(clause.kind) || !(isGoal || DUTY.test(c.text))) return []
  const number = numberOf(clause)
  if (c.english)
    return [`${clause.kind === 'article' ? 'Article' : 'Item'} ${number} contains no such requirement.`]
  return [say(c, '〓沒有提出這方面的要求。', '').replace('〓', inScript(clause.label, c))]
}
