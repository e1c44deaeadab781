/**
 * Citations: a verbatim slice of a clause, with the address that opens the document there.
 */
import type { Library } from '../corpus/library.ts'
import type { Citation, Clause } from '../corpus/types.ts'

/** The address of a whole document; `baseUrl` without a closing slash. */
export function documentUrl(baseUrl: string, documentId: string): string {
  return `${baseUrl}/documents/${encodeURIComponent(documentId)}`
}

/** The address at which a document opens at a clause. */
export function clauseUrl(baseUrl: string, { documentId, clauseId }: Clause): string {
  return `${documentUrl(baseUrl, documentId)}#${clauseId}`
}

/** The address at which a document opens with the slice highlighted. */
export function citationUrl(baseUrl: string, clause: Clause, start: number, end: number): string {
  return `${documentUrl(baseUrl, clause.documentId)}?q=${start}-${end}#${clause.clauseId}`
}

/** The title of a document with whose and when it is: `關于…的實施意見（鹽城市，2022）`. */
export function titleWithPlace(library: Library, documentId: string): string {
  const source = library.document(documentId)?.source
  return source ? `${source.title}（${source.place}，${source.issuedOn.slice(0, 4)}）` : documentId
}

/** The citation numbered `n` of `clause.text.slice(start, end)`. */
export function cite(
  library: Library,
  clause: Clause,
  start: number,
  end: number,
  n: number,
  baseUrl: string,
): Citation {
  return {
    n,
    documentId: clause.documentId,
    documentTitle: library.document(clause.documentId)?.source.title ?? clause.documentId,
    clauseId: clause.clauseId,
    label: clause.label,
    path: clause.path,
    quote: clause.text.slice(start, end),
    start,
    end,
    url: citationUrl(baseUrl, clause, start, end),
  }
}
