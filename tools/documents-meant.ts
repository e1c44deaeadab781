/**
 * Which documents a query means: those of the city or the title that it names. Pure.
 */
import type { Library } from '../corpus/library.ts'
import { documentsNamed, findForeignPlaces } from '../corpus/place-mentions.ts'
import { fold } from '../corpus/script.ts'

/**
 * The documents to look in, of those in `documentIds` if they are given; none where the query names a place that
 * no document knows, and nothing where all of them may be meant.
 */
export function documentsMeant(
  library: Library,
  query: string,
  documentIds?: string[],
): string[] | undefined {
  const folded = fold(query)
  if (findForeignPlaces(folded, library).length > 0) return []
  // Whoever has chosen the documents has chosen.
  return documentIds ?? documentsNamed(folded, library)
}
