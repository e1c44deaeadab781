/**
 * The configuration of staff access: its part of the environment.
 */
import { z } from 'zod'
import { isLoopback } from './local.ts'

const SHORTEST_TOKEN = 12

const printable = z.string().regex(/^[\x21-\x7e]{1,1000}$/, 'must be printable characters without spaces')

/** The keys of the environment, for the schema in config.ts. */
export const AccessEnvironment = {
  STAFF_TOKEN: printable.optional(),
  OIDC_ISSUER: z
    .string()
    .refine(
      isIssuer,
      'must be an https address as the identity provider names itself, such as https://id.example.cn',
    )
    .optional(),
  OIDC_CLIENT_ID: printable.optional(),
  OIDC_CLIENT_SECRET: printable.optional(),
  OIDC_ROLES_CLAIM: z
    .string()
    .regex(/^[\w.:/-]{1,200}$/, 'must be the name of a claim, such as roles or realm_access.roles')
    .optional(),
  OIDC_DEFAULT_ROLE: z.enum(['viewer'], 'must be viewer, or left out').optional(),
}

/** Not to be printed, wrong or not. */
export const ACCESS_SECRETS = ['STAFF_TOKEN', 'OIDC_CLIENT_SECRET']

type Given = z.output<z.ZodObject<typeof AccessEnvironment>>

/** How staff sign in; with neither, what is for staff is open on this machine only. */
export interface AccessConfig {
  token?: string
  oidc?: OidcConfig
}

export interface OidcConfig {
  issuer: string
  clientId: string
  clientSecret: string
  /** Of the claims, the one that names roles; left out, the usual ones do. */
  rolesClaim?: string
  /** Of whoever the provider lets in without naming a role. */
  defaultRole?: 'viewer'
}

/** What is wrong with values that are right each by itself. */
export function checkAccess(given: Given & { HOST: string }, context: z.core.$RefinementCtx): void {
  const wrong = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message })
  if (given.STAFF_TOKEN && given.STAFF_TOKEN.length < SHORTEST_TOKEN && !isLoopback(given.HOST))
    wrong(
      'STAFF_TOKEN',
      `must have at least ${SHORTEST_TOKEN} characters where HOST is not this machine only`,
    )
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = given
  const together = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }
  const missing = Object.entries(together).flatMap(([name, value]) => (value ? [] : [name]))
  if (missing.length < 3)
    for (const name of missing) wrong(name, `is missing; ${Object.keys(together).join(', ')} go together`)
}

/** The keys as the app takes them. */
export function readAccess(given: Given): AccessConfig {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given
  return {
    ...(given.STAFF_TOKEN ? { token: given.STAFF_TOKEN } : {}),
    ...(issuer && clientId && clientSecret
      ? {
          oidc: {
            issuer,
            clientId,
            clientSecret,
            ...(given.OIDC_ROLES_CLAIM ? { rolesClaim: given.OIDC_ROLES_CLAIM } : {}),
            ...(given.OIDC_DEFAULT_ROLE ? { defaultRole: given.OIDC_DEFAULT_ROLE } : {}),
          },
        }
      : {}),
  }
}

function isIssuer(address: string): boolean {
  const url = URL.parse(address)
  if (!url || url.search + url.hash + url.username + url.password !== '') return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}
