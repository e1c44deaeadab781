/**
 * The documents as the browser holds them: fetched when first asked for, kept from then on.
 */
import type { Target } from '../../../../corpus/types.ts'
import type { AgencyView, Api, ClauseView, ListedDocument, WholeDocument } from '../answer/api.ts'

/** A document with all of its clauses. */
export interface ReadDocument {
  document: WholeDocument
  clauses: ClauseView[]
}

export type Shelf = ReturnType<typeof openShelf>

/** A shelf that asks `api`; what failed is asked for again the next time. */
export function openShelf(api: Api) {
  const kept = new Map<string, Promise<unknown>>()

  function once<Value>(key: string, fetched: () => Promise<Value>): Promise<Value> {
    const known = kept.get(key) as Promise<Value> | undefined
    if (known) return known
    const coming = fetched()
    kept.set(key, coming)
    coming.catch(() => kept.delete(key))
    return coming
  }

  return {
    documents: (): Promise<ListedDocument[]> => once('documents', api.documents),
    document: (id: string): Promise<ReadDocument> =>
      once(`document ${id}`, async () => {
        const [document, clauses] = await Promise.all([api.document(id), api.clauses(id)])
        return { document, clauses }
      }),
    targets: (): Promise<Target[]> => once('targets', api.targets),
    agencies: (): Promise<AgencyView[]> => once('agencies', api.agencies),
  }
}

/** The English names of the agencies of a document’s place, by their official ones. */
export function englishNames(
  agencies: AgencyView[],
  { document }: Pick<ReadDocument, 'document'>,
): Record<string, string> {
  const named = agencies.filter(({ place }) => place === document.place)
  return Object.fromEntries(named.flatMap(({ name, english }) => (english ? [[name, english]] : [])))
}
