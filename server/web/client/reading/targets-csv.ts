/**
 * Targets as a file: what the table shows, with quote and address, and the label that it was read out automatically.
 */
import { englishIndicator } from '../../../../corpus/indicator-name.ts'
import type { Lang, Target } from '../../../../corpus/types.ts'
import { placeHref } from '../common/place.ts'
import type { ReadingStrings } from '../strings/reading.ts'
import { type Cell, writeCsv } from './csv.ts'
import type { ReadDocument } from './shelf.ts'

interface Wording {
  say: ReadingStrings
  lang: Lang
  /** Before the addresses. */
  origin: string
}

export function targetsCsv(
  targets: Target[],
  { document, clauses }: ReadDocument,
  { say, lang, origin }: Wording,
): string {
  const rows = targets.map((target): Cell[] => {
    const { clauseId, comparator, value, valueMax, unit, scope, deadline, quote } = target
    const clause = clauses.find((entry) => entry.clauseId === clauseId)
    const agencies = (clause?.responsibilities ?? []).map(({ agency }) => agency).join('、')
    return [
      document.title,
      clause?.label ?? clauseId,
      clause?.title,
      target.indicator,
      ...(lang === 'en' ? [englishIndicator(target, document.gloss)] : []),
      say.bounds[comparator],
      value,
      valueMax,
      unit,
      scope,
      deadline,
      agencies,
      quote,
      `${origin}${placeHref(target, lang)}`,
    ]
  })
  return writeCsv([heads(say, lang), ...rows, [say.targetTable.label]])
}

function heads({ csv }: ReadingStrings, lang: Lang): string[] {
  const { document, label, title, indicator, indicatorEnglish, comparator, value, valueMax } = csv
  const { unit, scope, deadline, agencies, quote, url } = csv
  return [
    document,
    label,
    title,
    indicator,
    ...(lang === 'en' ? [indicatorEnglish] : []),
    comparator,
    value,
    valueMax,
    unit,
    scope,
    deadline,
    agencies,
    quote,
    url,
  ]
}
