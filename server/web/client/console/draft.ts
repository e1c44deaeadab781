/**
 * What was typed and not asked, kept by the tab on the way through the sign-in, and there only, for whoever typed it.
 */
import { keep, ownPlace, readKept } from '../common/preferences.ts'

const DRAFT = 'policy-chat:draft'
const TAB = () => sessionStorage

/** Keeps it until its owner has the console open again. */
export function keepDraft(typed: string, owner?: string): void {
  keep(ownPlace(DRAFT, owner), typed, TAB)
}

/** What was kept; from then on it is not. */
export function takeDraft(owner?: string): string {
  const place = ownPlace(DRAFT, owner)
  const draft = readKept<unknown>(place, TAB)
  if (typeof draft !== 'string' || draft === '') return ''
  keep(place, '', TAB)
  return draft
}
