/**
 * A clause by its label, as a link to where it stands; by its ids where it is not on the shelves.
 */
import { html } from 'hono/html'
import type { Library } from '../../../corpus/library.ts'
import { scriptOfDocument } from '../../../corpus/script.ts'
import type { Lang } from '../../../corpus/types.ts'
import { placeHref } from '../client/common/place.ts'
import type { Html } from '../layout.ts'

/** The link, with the title of the document. */
export function clauseLink(
  { documentId, clauseId }: { documentId: string; clauseId: string },
  lang: Lang,
  library: Library,
): Html {
  const document = library.document(documentId)
  const clause = library.clause(documentId, clauseId)
  if (!document || !clause) return html`<code>${documentId}#${clauseId}</code>`
  const script = scriptOfDocument(document)
  return html`<a href="${placeHref({ documentId, clauseId }, lang)}" lang="${script}">${clause.label} ${clause.label === clause.title ? '' : clause.title}</a> <cite lang="${script}">${document.source.title}</cite>`
}
