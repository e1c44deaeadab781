/**
 * The conversations that this browser keeps, newest first. Until the server has a store, they live here.
 */
import type { Turn } from './conversation.ts'
import { keep, readKept } from './preferences.ts'

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
  return Array.isArray(kept) ? kept.filter(isConversation) : []
}

/**
 * Keeps `conversation` in place of the one with its id; the list as it is now.
 * Read anew each time: another tab may have added to it.
 */
export function keepConversation(conversation: KeptConversation): { all: KeptConversation[]; done: boolean } {
  const turns = conversation.turns.filter(({ state }) => state !== 'asking').slice(-MAX_KEPT_TURNS)
  const others = readConversations().filter(({ id }) => id !== conversation.id)
  const all = [{ ...conversation, turns }, ...others].slice(0, MAX_CONVERSATIONS)
  return { all, done: keepAsManyAsFit(all) }
}

export function dropConversation(dropped: string): KeptConversation[] {
  const all = readConversations().filter(({ id }) => id !== dropped)
  keep(KEY, all)
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
    if (keep(KEY, all.slice(0, count))) return true
  return false
}

function isConversation(value: unknown): value is KeptConversation {
  const { id, at, turns } = (value ?? {}) as Partial<KeptConversation>
  return typeof id === 'string' && typeof at === 'string' && Array.isArray(turns) && turns.every(isTurn)
}

/** True if it can be shown: its texts are texts, its lists are lists. */
export function isTurn(value: unknown): value is Turn {
  const { id, question, at, state, told, answer } = (value ?? {}) as Partial<Turn>
  const isText = [id, question, at, state].every((text) => typeof text === 'string')
  return isText && Array.isArray(told) && (answer === undefined || isAnswer(answer))
}

function isAnswer(answer: Turn['answer']): boolean {
  const { statements, citations, notices, suggestions, responsibilities } = answer ?? {}
  return [statements, citations, notices, suggestions, responsibilities].every((list) => Array.isArray(list))
}
