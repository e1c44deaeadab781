/**
 * What proves to the server that a conversation is ours: its id, and the secret that was told once.
 *
 * Law: it is kept beside the turns and sent in a header, and nowhere else: not shown, not copied, in no address.
 */
import type { Answer } from '../../../../corpus/types.ts'
import { type Check, shape } from './checks.ts'

export interface ConversationKey {
  id: string
  secret: string
}

/** Of what may stand in a header: what was kept may have been written by others. */
const token: Check = (value) => typeof value === 'string' && /^[\w-]{1,100}$/.test(value)
const isKey = shape({ id: token, secret: token })

/** The key that was kept; nothing where it has another shape. */
export function readKey(value: unknown): ConversationKey | undefined {
  if (!isKey(value)) return undefined
  const { id, secret } = value as ConversationKey
  return { id, secret }
}

/** The answer as it may be shown and handed on, and the key that came with it, if a conversation has begun. */
export function takeKey({ conversationSecret: secret, ...answer }: Answer): {
  answer: Answer
  key?: ConversationKey
} {
  const key = readKey({ id: answer.conversationId, secret })
  return key ? { answer, key } : { answer }
}
