/**
 * The conversations that this browser keeps, newest first, each with the key of what the server keeps of it.
 */

import type { Turn } from '../answer/conversation.ts'
import { type ConversationKey, readKey } from '../answer/conversation-key.ts'
import { readTurn, turnToKeep } from '../answer/kept-turn.ts'
import { keep, readKept } from '../common/preferences.ts'

export interface KeptConversation {
  id: string
  /** When it was last added to; ISO 8601. */
  at: string
  turns: Turn[]
  /** Nothing of one that the server does not keep. */
  key?: ConversationKey
}

const KEY = 'policy-chat:conversations'
const MAX_CONVERSATIONS = 60
const MAX_KEPT_TURNS = 100

/** What is kept; whatever has another shape is left out. */
export function readConversations(): KeptConversation[] {
  const kept = readKept<unknown>(KEY)
  return Array.isArray(kept) ? kept.flatMap((value) => readConversation(value) ?? []) : []
}

/**
 * Keeps `conversation`, without the turns that were `replaced`; the list as it is now, and whether it could be kept.
 * Read anew each time: another tab may have gone on with it.
 */
export function keepConversation(
  conversation: KeptConversation,
  replaced: string[] = [],
): { all: KeptConversation[]; done: boolean } {
  const kept = readConversations()
  const elsewhere = kept.find(({ id }) => id === conversation.id)
  const before = elsewhere?.turns ?? []
  const key = conversation.key ?? elsewhere?.key
  const own = new Set([...conversation.turns.map(({ id }) => id), ...replaced])
  const turns = [...before.filter(({ id }) => !own.has(id)), ...conversation.turns]
  turns.sort((a, b) => (a.at < b.at ? -1 : 1))
  const others = kept.filter(({ id }) => id !== conversation.id)
  const all = [{ ...conversation, key, turns: turns.slice(-MAX_KEPT_TURNS) }, ...others].slice(
    0,
    MAX_CONVERSATIONS,
  )
  return { all, done: keepAsManyAsFit(all) }
}

/** Calls `changed` with the list when another tab has changed it; what is returned ends that. */
export function watchConversations(changed: (all: KeptConversation[]) => void): () => void {
  const look = ({ key }: StorageEvent) => {
    if (key === KEY || key === null) changed(readConversations())
  }
  addEventListener('storage', look)
  return () => removeEventListener('storage', look)
}

/** Forgets a conversation; the list as it is now. */
export function dropConversation(dropped: string): KeptConversation[] {
  const all = readConversations().filter(({ id }) => id !== dropped)
  keep(KEY, all.map(toKeep))
  return all
}

/** Those in whose questions or answers `wanted` stands, both as `fold` writes them. */
export function findConversations(
  all: KeptConversation[],
  wanted: string,
  fold: (text: string) => string,
): KeptConversation[] {
  const word = fold(wanted.trim())
  return all.filter(({ turns }) =>
    turns.some(({ question, answer }) => fold(`${question}\n${answer?.answer ?? ''}`).includes(word)),
  )
}

/** A conversation is called by its first question. */
export function titleOf({ turns }: KeptConversation): string {
  return turns[0]?.question ?? ''
}

function keepAsManyAsFit(all: KeptConversation[]): boolean {
  for (let count = all.length; count > 0; count = Math.floor(count / 2))
    if (keep(KEY, all.slice(0, count).map(toKeep))) return true
  return false
}

function toKeep({ id, at, turns, key }: KeptConversation) {
  return { id, at, turns: turns.map(turnToKeep), key }
}

function readConversation(value: unknown): KeptConversation | undefined {
  const { id, at, turns, key } = (value ?? {}) as Partial<KeptConversation>
  if (typeof id !== 'string' || typeof at !== 'string' || !Array.isArray(turns)) return undefined
  const read = turns.flatMap((turn: unknown) => readTurn(turn) ?? [])
  return read.length > 0 ? { id, at, turns: read, key: readKey(key) } : undefined
}
