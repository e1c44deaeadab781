/**
 * The conversation as the tab keeps it, so that it goes on when a link of the portal is followed.
 */

import type { Turn } from '../answer/conversation.ts'
import { readTurn, turnToKeep } from '../answer/kept-turn.ts'
import { keep, readKept } from '../common/preferences.ts'

const KEY = 'policy-chat:turns'
const MAX_KEPT = 20
const TAB = () => sessionStorage

/** Keeps the newest turns. */
export function keepTurns(turns: Turn[]): void {
  keep(KEY, turns.slice(-MAX_KEPT).map(turnToKeep), TAB)
}

/** The turns kept; a question without its answer can be asked again. */
export function readTurns(): Turn[] {
  const kept = readKept<unknown>(KEY, TAB)
  return Array.isArray(kept) ? kept.flatMap((turn) => readTurn(turn) ?? []) : []
}
