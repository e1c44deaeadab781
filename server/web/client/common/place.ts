/**
 * A place of the documents: a clause, and the slice of its text that is meant, in UTF-16 offsets.
 */
import type { Citation, Lang } from '../../../../corpus/types.ts'

export interface Place {
  documentId: string
  /** Empty for the document as a whole. */
  clauseId: string
  start?: number
  end?: number
}

/** Where a place stands on the document's own page; `clause` is for readers without script. */
export function placeHref({ documentId, clauseId, start, end }: Place, lang: Lang): string {
  const query = new URLSearchParams({ lang })
  if (start !== undefined && end !== undefined) query.set('q', `${start}-${end}`)
  if (clauseId) query.set('clause', clauseId)
  return `/documents/${encodeURIComponent(documentId)}?${query}${clauseId ? `#${encodeURIComponent(clauseId)}` : ''}`
}

/** A click that asks for a new tab or window keeps what it does. */
export function isPlainClick({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return !(ctrlKey || metaKey || shiftKey || altKey)
}

/** Where a citation stands. */
export function placeOf({ documentId, clauseId, start, end }: Citation): Place {
  return { documentId, clauseId, start, end }
}

/** True if `place` is the very slice that the citation quotes. */
export function isAt(place: Place | undefined, citation: Citation): boolean {
  if (place?.documentId !== citation.documentId || place.clauseId !== citation.clauseId) return false
  return place.start === citation.start && place.end === citation.end
}
