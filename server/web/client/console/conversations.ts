/**
 * The conversations that this browser keeps, newest first. Until the server has a store, they live here.
 */
import type { Turn } from '../answer/conversation.ts'
import { readTurn, turnToKeep } from '../answer/kept-turn.ts'
import { keep, readKept } from '../common/preferences.ts'

export interface KeptConversation {
  id: string
  /** When it was last added to; ISO 8601. */
  at: string
  turns: Turn[]
}

const KEY = 'policy-chat:conversations'
const MAX_CONVERSATIONS = 60
const MAX_KEPT_TURNS = 40

/** What is kept; whatever has another shape is left out. */
export function readConversations(): KeptConversation[] {
  const kept = readKept<unknown>(KEY)
  return Array.isArray(kept) ? kept.flatMap((value) => readConversation(value) ?? []) : []
}

/**
 * Keeps `conversation` in place of the one with its id; the list as it is now, and whether it could be kept.
 * Read anew each time: another tab may have added to it.
 */
export function keepConversation(conversation: KeptConversation): {
  all: KeptConversation[]
  done: boolean
} {
  const turns = conversation.turns.filter(({ state }) => state !== 'asking').slice(-MAX_KEPT_TURNS)
  const others = readConversations().filter(({ id }) => id !== conversation.id)
  const all = [{ ...conversation, turns }, ...others].slice(0, MAX_CONVERSATIONS)
  return { all, done: keepAsManyAsFit(all) }
}

/** Forgets a conversation; the list as it is now. */
export function dropConversation(dropped: string): KeptConversation[] {
  const all = readConversations().filter(({ id }) => id !== dropped)
  keep(KEY, all.map(toKeep))
  return all
}

/** Those in whose questions or answers `wanted` stands. */
export function findConversations(all: KeptConversation[], wanted: string): KeptConversation[] {
  const word = wanted.trim().toLowerCase()
  return all.filter(({ turns }) =>
    turns.some(({ question, answer }) => `${question}\n${answer?.answer ?? ''}`.toLowerCase().includes(word)),
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

function toKeep({ id, at, turns }: KeptConversation) {
  return { id, at, turns: turns.map(turnToKeep) }
}

function readConversation(value: unknown): KeptConversation | undefined {
  const { id, at, turns } = (value ?? {}) as Partial<KeptConversation>
  if (typeof id !== 'string' || typeof at !== 'string' || !Array.isArray(turns)) return undefined
  const read = turns.flatMap((turn: unknown) => readTurn(turn) ?? [])
  return read.length > 0 ? { id, at, turns: read } : undefined
}
