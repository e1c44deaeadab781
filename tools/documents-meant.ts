/**
 * Which documents a query means: those of the city or the title that it names. Pure.
 */
import type { Library } from '../corpus/library.ts'
import { documentsNamed, findForeignPlaces } from '../corpus/place-mentions.ts'
import { fold } from '../corpus/script.ts'

/**
 * The documents to look in: `documentIds` where they are given, or else those of the city or title that the query
 * names; none where it names a place that no document knows, and nothing where all may be meant.
 */
export function documentsMeant(
  library: Library,
  query: string,
  documentIds?: string[],
): string[] | undefined {
  if (documentIds) return documentIds
  const folded = fold(query)
  return findForeignPlaces(folded, library).length > 0 ? [] : documentsNamed(folded, library)
}
