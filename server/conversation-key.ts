/**
 * Whose a conversation is: whoever holds its secret. The id is the secret's digest, so that no store has to be asked.
 */
import { sha256 } from './digest.ts'
import { base64url, randomText } from './random.ts'

const SECRET_BYTES = 16
/** 132 bits of the digest, which has 43 characters. */
const ID_LENGTH = 22

/** 128 random bits, as 22 characters of base64url. */
export function newSecret(): string {
  return randomText(SECRET_BYTES)
}

/** The id of the conversation that this secret opens; the secret cannot be told from it. */
export async function conversationIdOf(secret: string): Promise<string> {
  return base64url(await sha256(secret)).slice(0, ID_LENGTH)
}
