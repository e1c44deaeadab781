/**
 * Which conversation a question belongs to, and what was said in it before.
 */
import type { Context } from 'hono'
import type { ChatRequest } from '../../corpus/types.ts'
import type { Parts } from '../app.ts'
import { conversationIdOf } from '../conversation-key.ts'
import { waitFor } from '../patience.ts'

export const SECRET_HEADER = 'x-conversation-secret'

const SECRET = /^[\w-]{22}$/
/** An answer does not wait longer for what the store remembers. */
const RECALL_MS = 250
/** The answerer reads no more questions than these. */
const TURNS = 4
const MAX_TURN = 4_000

export interface OpenConversation {
  id: string
  /** Of one that begins: told once, with its first answer. */
  secret?: string
}

/** True if the request proves that conversation `id` is its own. */
export async function holdsConversation(c: Context, id: string): Promise<boolean> {
  const secret = c.req.header(SECRET_HEADER) ?? ''
  return SECRET.test(secret) && (await conversationIdOf(secret)) === id
}

/** The conversation that the request goes on with; a new one where it names none or does not prove that it is its own. */
export async function conversationFor(
  c: Context,
  { newSecret }: Parts,
  id?: string,
): Promise<OpenConversation> {
  if (id !== undefined && (await holdsConversation(c, id))) return { id }
  const secret = newSecret()
  return { id: await conversationIdOf(secret), secret }
}

/** The last turns of a conversation, as the body of a question would have them; nothing where the store is slow or down. */
export async function recall({ store, history }: Parts, id: string): Promise<ChatRequest['history']> {
  const remembered = history
    .settled()
    .then(() => store.conversation(id))
    .catch(() => undefined)
  const conversation = await waitFor(remembered, RECALL_MS, () => undefined)
  return conversation?.turns.slice(-TURNS).flatMap(({ answer: { question, answer } }) => [
    { role: 'user' as const, content: question },
    { role: 'assistant' as const, content: answer.slice(0, MAX_TURN) },
  ])
}
