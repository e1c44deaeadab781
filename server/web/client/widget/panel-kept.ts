/**
 * The conversation as the tab keeps it, so that it goes on when a link of the portal is followed.
 */

import type { Turn } from '../answer/conversation.ts'
import { type ConversationKey, readKey } from '../answer/conversation-key.ts'
import { readTurn, turnToKeep } from '../answer/kept-turn.ts'
import { keep, readKept } from '../common/preferences.ts'

const TURNS = 'policy-chat:turns'
const KEY = 'policy-chat:conversation'
const MAX_KEPT = 20
const TAB = () => sessionStorage

/** Keeps the newest turns, and the key of what the server keeps of them. */
export function keepTurns(turns: Turn[], key?: ConversationKey): void {
  keep(TURNS, turns.slice(-MAX_KEPT).map(turnToKeep), TAB)
  keep(KEY, key ?? {}, TAB)
}

/** The turns kept; a question without its answer can be asked again. */
export function readTurns(): Turn[] {
  const kept = readKept<unknown>(TURNS, TAB)
  return Array.isArray(kept) ? kept.flatMap((turn) => readTurn(turn) ?? []) : []
}

/** The key kept, if there is one. */
export function readTurnsKey(): ConversationKey | undefined {
  return readKey(readKept(KEY, TAB))
}
