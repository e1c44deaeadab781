/**
 * The government's identity provider: OpenID Connect with authorization code, PKCE, state and nonce.
 *
 * Law: it is asked when somebody signs in and not before, never for long, and never elsewhere than it says itself;
 * what it answers is shown to nobody.
 */
import * as openid from 'openid-client'
import { z } from 'zod'
import { roleOf, USUAL_CLAIMS } from './roles.ts'
import type { OidcConfig } from './settings.ts'
import type { Staff } from './staff.ts'

const TIMEOUT_SECONDS = 5
/** Its addresses and what it can do may change. */
const REMEMBER_MS = 3_600_000
const MAX_NAME = 100
const MAX_SUBJECT = 255

/** Of its errors, those that mean: not now. */
const PASSING = ['temporarily_unavailable', 'server_error']

/** What the browser keeps while somebody is at the provider. */
export const Flow = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() })
export type Flow = z.infer<typeof Flow>

/** `stale`: this round is over, begin again · `denied`: it let nobody in · `no_role`: it let in somebody without a role. */
export type SignInFault = 'stale' | 'denied' | 'no_role' | 'unreachable' | 'provider'

/** A sign-in that came to nothing; the message is for the log. */
export class SignInError extends Error {
  readonly fault: SignInFault
  /** Who it was, where that is known. */
  readonly subject: string | undefined

  constructor(fault: SignInFault, message: string, subject?: string) {
    super(message)
    this.fault = fault
    this.subject = subject
  }
}

export interface Provider {
  /** The claim in which a role is looked for, as people are told. */
  claim: string
  /** Where to send somebody to sign in, and what to keep until they return to `redirectUri`. */
  begin(redirectUri: string): Promise<{ url: URL; flow: Flow }>
  /** Who returned by the address `url`; throws a SignInError. */
  finish(url: URL, flow: Flow): Promise<Staff>
  /** Where to sign out of the provider too, to return to `returnUri`; nothing where it has no such address. */
  endUrl(returnUri: string): Promise<URL | undefined>
}

/** The provider of this configuration; `clock` is in milliseconds. */
export function openProvider(config: OidcConfig, clock: () => number): Provider {
  let known: { at: number; client: openid.Configuration } | undefined
  const claim = config.rolesClaim ?? USUAL_CLAIMS.join(', ')

  const clientOf = async () => {
    if (known && Math.abs(clock() - known.at) < REMEMBER_MS) return known.client
    // The outcome and not the promise of it: on Workers one request must not wait for another's.
    const client = await discover(config)
    known = { at: clock(), client }
    return client
  }

  return {
    claim,
    async begin(redirectUri) {
      const client = await clientOf().catch(rethrow)
      const flow = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
      }
      const url = openid.buildAuthorizationUrl(client, {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      })
      return { url, flow }
    },

    async finish(url, { state, nonce, verifier }) {
      if (url.searchParams.get('state') !== state) throw new SignInError('stale', 'The state is another one.')
      const claims = await clientOf()
        .then((client) => claimsOf(client, url, { state, nonce, verifier }, config.rolesClaim))
        .catch(rethrow)
      // Apart from the subjects that are ours, such as `token`.
      const subject = `oidc:${claims.sub.slice(0, MAX_SUBJECT)}`
      const role = roleOf(claims, config.rolesClaim) ?? config.defaultRole
      if (!role) throw new SignInError('no_role', 'No claim names a role.', subject)
      return { subject, name: nameIn(claims), role }
    },

    async endUrl(returnUri) {
      const client = await clientOf().catch(rethrow)
      if (!client.serverMetadata().end_session_endpoint) return undefined
      return openid.buildEndSessionUrl(client, { post_logout_redirect_uri: returnUri })
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<openid.Configuration> {
  const server = new URL(issuer)
  // Of this machine only, as the configuration has it.
  const local = server.protocol === 'http:' ? [openid.allowInsecureRequests] : []
  return openid.discovery(server, clientId, clientSecret, authentication(clientSecret), {
    timeout: TIMEOUT_SECONDS,
    execute: [...local, openid.enableNonRepudiationChecks],
  })
}

/** As the standard has it where nothing is said, and otherwise as the provider takes it. */
function authentication(secret: string): openid.ClientAuth {
  const basic = openid.ClientSecretBasic(secret)
  const post = openid.ClientSecretPost(secret)
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...rest)
  }
}

type Claims = Record<string, unknown> & { sub: string }

/** What the ID token says, and where it names no role what the provider says of the person besides. */
async function claimsOf(
  client: openid.Configuration,
  url: URL,
  { state, nonce, verifier }: Flow,
  claim: string | undefined,
): Promise<Claims> {
  const tokens = await openid.authorizationCodeGrant(client, url, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new SignInError('provider', 'The provider gave no ID token.')
  if (roleOf(claims, claim) || !client.serverMetadata().userinfo_endpoint) return claims
  return { ...claims, ...(await openid.fetchUserInfo(client, tokens.access_token, claims.sub)) }
}

function nameIn({ name, preferred_username: username, sub }: Claims): string {
  const written = [name, username, sub].find((value) => typeof value === 'string' && value.trim() !== '')
  const line = String(written)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  return [...line].slice(0, MAX_NAME).join('')
}

/** Codes of the library for answers that belong to another round of signing in. */
const OF_ANOTHER_ROUND = ['OAUTH_JWT_CLAIM_COMPARISON_FAILED', 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED']

/** As an error whose message holds nothing that the provider wrote. */
function rethrow(error: unknown): never {
  if (error instanceof SignInError) throw error
  if (error instanceof openid.AuthorizationResponseError)
    throw new SignInError(
      PASSING.includes(error.error) ? 'unreachable' : 'denied',
      'The provider let nobody in.',
    )
  if (error instanceof openid.ResponseBodyError)
    throw error.error === 'invalid_grant'
      ? new SignInError('stale', 'The provider does not take the code.')
      : new SignInError('provider', `The provider answered ${error.status}.`)
  if (error instanceof openid.ClientError) {
    const { code = 'none' } = error
    if (OF_ANOTHER_ROUND.includes(code))
      throw new SignInError('stale', `The ID token does not fit (${code}).`)
    const isLate = ['OAUTH_TIMEOUT', 'OAUTH_ABORT'].includes(code)
    throw new SignInError(isLate ? 'unreachable' : 'provider', `The provider answered wrongly (${code}).`)
  }
  // What fetch throws where nobody answers.
  throw new SignInError('unreachable', 'The provider cannot be reached.')
}
