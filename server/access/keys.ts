/**
 * Keys for what cookies hold, made of the secrets that the configuration has anyway.
 *
 * Law: instances with the same configuration have the same keys, so that they share nothing but the store; a secret
 * that changes ends every session.
 */
import type { AccessConfig } from './settings.ts'

const BYTES = 32

/** The key for one purpose. */
export type KeyFor = (purpose: 'session' | 'sign-in') => Promise<Uint8Array>

/**
 * Keys by HKDF-SHA-256. Of both secrets where there are two: whoever comes by a cookie could otherwise try short tokens
 * against it.
 */
export function openKeys({ token = '', oidc }: AccessConfig): KeyFor {
  const secrets = new TextEncoder().encode(JSON.stringify([oidc?.clientSecret ?? '', token]))
  const made = new Map<string, Uint8Array>()
  return async (purpose) => {
    const known = made.get(purpose)
    if (known) return known
    const source = await crypto.subtle.importKey('raw', secrets, 'HKDF', false, ['deriveBits'])
    const info = new TextEncoder().encode(`policy-chat ${purpose}`)
    const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(BYTES), info }
    const key = new Uint8Array(await crypto.subtle.deriveBits(derivation, source, BYTES * 8))
    made.set(purpose, key)
    return key
  }
}
