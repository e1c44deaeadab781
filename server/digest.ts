/**
 * Digests of secrets: what is kept or compared in their place.
 */

/** SHA-256 in hex. */
export async function digestOf(text: string): Promise<string> {
  return [...(await sha256(text))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Compares digests byte by byte to the end, so that the time tells nothing of the secret. */
export async function isSame(given: string, secret: string): Promise<boolean> {
  const [one, other] = await Promise.all([sha256(given), sha256(secret)])
  return one.reduce((difference, byte, index) => difference | (byte ^ (other[index] ?? 0)), 0) === 0
}

/** SHA-256. */
export async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}
