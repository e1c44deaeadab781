/**
 * The last look before a statement leaves: what it says must stand in what it cites.
 */
import { numeralValue } from '../../corpus/clauses.ts'
import type { Library } from '../../corpus/library.ts'
import { readNumbers } from '../../corpus/numerals.ts'
import { plainValue } from '../../corpus/scale.ts'
import { fold } from '../../corpus/script.ts'
import type { Draft, DraftStatement } from './draft.ts'

/** True if every number of the statement stands in a clause that it cites, or is a label, a count or the document's own date. */
export function proved(statement: DraftStatement, draft: Draft, library: Library): boolean {
  if (draft.outcome !== 'answered' && statement.spans.length === 0) return true
  const cited = statement.spans.map(({ clause }) => clause)
  const documents = cited.map(({ documentId }) => library.document(documentId)?.source)
  const proof = fold(
    [
      ...cited.flatMap((clause) => [clause.text, clause.clauseId, clause.label]),
      ...documents.flatMap((source) => (source ? [source.title, source.issuedOn, source.period ?? ''] : [])),
    ].join('\n'),
  )
  const values = new Set(readNumbers(proof).map(plainValue))
  const labels = cited.flatMap((clause) =>
    [...clause.clauseId.split('.'), ...(clause.label.match(/[零一二三四五六七八九十百\d]+/g) ?? [])].map(
      (part) => String(numeralValue(part)),
    ),
  )
  const digits = new Set([...(proof.match(/\d+(?:\.\d+)?/g) ?? []), ...labels])
  return readNumbers(fold(statement.text).replace(/(\d),(?=\d{3})/g, '$1')).every((figure) => {
    if (values.has(plainValue(figure)) || digits.has(String(figure.value))) return true
    // A count of what the statement itself lists.
    return figure.value === cited.length || figure.value === statement.spans.length
  })
}
