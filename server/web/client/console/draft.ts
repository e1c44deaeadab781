/**
 * What was typed and not asked, kept by the tab on the way through the sign-in, and there only.
 */
import { keep, readKept } from '../common/preferences.ts'

const DRAFT = 'policy-chat:draft'
const TAB = () => sessionStorage

/** Keeps it until the console is open again. */
export function keepDraft(typed: string): void {
  keep(DRAFT, typed, TAB)
}

/** What was kept; from then on it is not. */
export function takeDraft(): string {
  const draft = readKept<unknown>(DRAFT, TAB)
  if (typeof draft !== 'string' || draft === '') return ''
  keep(DRAFT, '', TAB)
  return draft
}
