/**
 * The role that an identity provider gives somebody, read out of the claims about them.
 */
import { StaffRole } from '../store/store.ts'
import { highest } from './staff.ts'

/** Where the product is told no claim, it looks at these. */
export const USUAL_CLAIMS = ['roles', 'role', 'groups']
/** Groups are an organisation's: its `admin` need not be ours, so that only our own prefix counts there. */
const SHARED_CLAIM = 'groups'

/** A role of another product (`archive:admin`) is none of ours. */
const ROLE = /^\/?(?:policy-chat[:/._-])?(viewer|editor|admin)$/i
const OWN_ROLE = /^\/?policy-chat[:/._-](viewer|editor|admin)$/i

/** The highest role among the claims; nothing where there is none. */
export function roleOf(claims: Record<string, unknown>, claim?: string): StaffRole | undefined {
  const named = claim === undefined ? USUAL_CLAIMS : [claim]
  return highest(
    named.flatMap((name) => {
      const pattern = claim === undefined && name === SHARED_CLAIM ? OWN_ROLE : ROLE
      return valuesOf(claimAt(claims, name)).flatMap((value) => roleIn(value, pattern))
    }),
  )
}

/** By its name, or by its path where it stands within others (`realm_access.roles`). */
function claimAt(claims: Record<string, unknown>, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name]
  return name
    .split('.')
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, part)
          ? (value as Record<string, unknown>)[part]
          : undefined,
      claims,
    )
}

function valuesOf(claim: unknown): string[] {
  if (typeof claim === 'string') return claim.split(/[\s,]+/)
  return Array.isArray(claim) ? claim.filter((value) => typeof value === 'string') : []
}

function roleIn(value: string, pattern: RegExp): StaffRole[] {
  const role = StaffRole.safeParse(pattern.exec(value.trim())?.[1]?.toLowerCase())
  return role.success ? [role.data] : []
}
