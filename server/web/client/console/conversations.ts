/**
 * The conversations that this browser keeps, newest first, each with the key of what the server keeps of it.
 *
 * Law: whoever signs in finds their own, and none of those who sat here before.
 */

import type { Turn } from '../answer/conversation.ts'
import { type ConversationKey, readKey } from '../answer/conversation-key.ts'
import { readTurn, turnToKeep } from '../answer/kept-turn.ts'
import { keep, ownPlace, readKept } from '../common/preferences.ts'
import type { GivenStaff } from './staff-line.ts'

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

/** Whose what this browser keeps is; nothing where nobody signs in. */
export function ownerOf(staff?: GivenStaff): string | undefined {
  return staff?.canSignOut ? (staff.id ?? `${staff.name}/${staff.role}`) : undefined
}

/** Those of `owner`, or where nobody has to sign in, of whoever sits at this machine. */
export function openConversations(owner?: string) {
  const place = ownPlace(KEY, owner)

  /** What is kept; whatever has another shape is left out. */
  function read(): KeptConversation[] {
    const kept = readKept<unknown>(place)
    return Array.isArray(kept) ? kept.flatMap((value) => readConversation(value) ?? []) : []
  }

  return {
    read,

    /**
     * Keeps `conversation`, without the turns that were `replaced`; the list as it is now, and whether it could be
     * kept. Read anew each time: another tab may have gone on with it.
     */
    keep(
      conversation: KeptConversation,
      replaced: string[] = [],
    ): { all: KeptConversation[]; done: boolean } {
      const all = withTurnsOf(conversation, read(), replaced)
      return { all, done: keepAsManyAsFit(place, all) }
    },

    /** Calls `changed` with the list when another tab has changed it; what is returned ends that. */
    watch(changed: (all: KeptConversation[]) => void): () => void {
      const look = ({ key }: StorageEvent) => {
        if (key === place || key === null) changed(read())
      }
      addEventListener('storage', look)
      return () => removeEventListener('storage', look)
    },

    /** Forgets a conversation; the list as it is now. */
    drop(dropped: string): KeptConversation[] {
      const all = read().filter(({ id }) => id !== dropped)
      keep(place, all.map(toKeep))
      return all
    },
  }
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

/** `kept` with what is new in `conversation`, which comes first. */
function withTurnsOf(
  conversation: KeptConversation,
  kept: KeptConversation[],
  replaced: string[],
): KeptConversation[] {
  const elsewhere = kept.find(({ id }) => id === conversation.id)
  const before = elsewhere?.turns ?? []
  const key = conversation.key ?? elsewhere?.key
  const own = new Set([...conversation.turns.map(({ id }) => id), ...replaced])
  const turns = [...before.filter(({ id }) => !own.has(id)), ...conversation.turns]
  turns.sort((a, b) => (a.at < b.at ? -1 : 1))
  const others = kept.filter(({ id }) => id !== conversation.id)
  return [{ ...conversation, key, turns: turns.slice(-MAX_KEPT_TURNS) }, ...others].slice(
    0,
    MAX_CONVERSATIONS,
  )
}

function keepAsManyAsFit(place: string, all: KeptConversation[]): boolean {
  for (let count = all.length; count > 0; count = Math.floor(count / 2))
    if (keep(place, all.slice(0, count).map(toKeep))) return true
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
