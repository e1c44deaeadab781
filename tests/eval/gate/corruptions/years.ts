/**
 * Another year, or one put in. Pure.
 */
import type { PolicyDocument } from '../../../../corpus/types.ts'
import { type Context, targetsFor } from './context.ts'
import type { Draft } from './corruption.ts'
import { deniesAt, isDenial } from './denied.ts'
import { replaceAt } from './spans.ts'
import { PER } from './words.ts'
import { say, turned, withEnding } from './writing.ts'

export function changeYear(c: Context): Draft[] {
  const known = yearsOf(c.document)
  const moved = turned(
    c.years.filter(({ start }) => !deniesAt(c, start)),
    c,
    'year',
  ).flatMap((span) => {
    const year = Number(c.text.slice(span.start, span.end))
    const other = turned([1, -1, 2, -2, 3, -3], c, 'years').find((by) => !known.has(year + by))
    return other === undefined ? [] : [replaceAt(c.text, span, String(year + other))]
  })
  return [...moved.slice(0, 1), ...yearPutIn(c, known)]
}

/** The years of which the document speaks. */
function yearsOf({ source, clauses }: PolicyDocument): Set<number> {
  const text = [source.title, source.issuedOn, source.period ?? '', ...clauses.map(({ text }) => text)].join(
    '\n',
  )
  return new Set([...text.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => Number(year)))
}

function yearPutIn(c: Context, known: Set<number>): string[] {
  const goal = c.figures
    .flatMap((figure) => targetsFor(figure, c))
    .find(
      ({ scope = '', comparator, unit = '' }) =>
        (!PER.test(scope) || /[县縣]/.test(scope)) && /eq|gte/.test(comparator) && !unit.endsWith('元'),
    )
  if (c.years.length > 0 || !goal || isDenial(c.text)) return []
  const from = Number(c.document.source.issuedOn.slice(0, 4))
  const year = turned([1, 2, 3, 4, 5], c, 'put in')
    .map((by) => from + by)
    .find((candidate) => !known.has(candidate))
  if (!year) return []
  const [chinese, english] = goal.unit === '%' ? ['達到', 'reached'] : ['完成', 'completed']
  return [withEnding(c, say(c, `，${year}年底前${chinese}`, `, to be ${english} by the end of ${year}`))]
}
