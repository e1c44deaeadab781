/**
 * Turns out of the store, page after page, so that a long list is never in memory as a whole.
 */
import type { Store, Turn, TurnFilter } from '../store/store.ts'

/** A turn is some 10 kB. */
const PER_PAGE = 200

/** Pages of turns, newest first. */
export async function* pagesOfTurns(
  store: Pick<Store, 'turns'>,
  filter: TurnFilter,
): AsyncGenerator<Turn[], void, void> {
  let before: string | undefined
  do {
    const page = await store.turns({ ...filter, limit: PER_PAGE, ...(before ? { before } : {}) })
    yield page.items
    before = page.next
  } while (before !== undefined)
}

/** What `view` makes of the newest turns, of no more than `most`. */
export async function viewNewest<View>(
  store: Pick<Store, 'turns'>,
  filter: TurnFilter,
  most: number,
  view: (turn: Turn) => View,
): Promise<View[]> {
  const views: View[] = []
  for await (const page of pagesOfTurns(store, filter)) {
    views.push(...page.map(view))
    if (views.length >= most) break
  }
  return views.slice(0, most)
}
