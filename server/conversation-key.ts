/**
 * Whose a conversation is: whoever holds its secret. The id is the secret's digest, so that no store has to be asked.
 */

const SECRET_BYTES = 16
/** 132 bits of the digest, which has 43 characters. */
const ID_LENGTH = 22

/** 128 random bits, as 22 characters of base64url. */
export function newSecret(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)))
}

/** The id of the conversation that this secret opens; the secret cannot be told from it. */
export async function conversationIdOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return base64url(new Uint8Array(digest)).slice(0, ID_LENGTH)
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
