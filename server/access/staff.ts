/**
 * Who is staff: the nouns of staff access.
 */
import { StaffRole } from '../store/store.ts'

/** A member of staff who may use what is for staff. */
export interface Staff {
  /** By which the audit trail knows them; none is ever `citizen`. */
  subject: string
  name: string
  role: StaffRole
}

/** Whoever sits at the machine itself while no sign-in is set up. */
export const LOCAL_STAFF: Staff = { subject: 'local', name: 'local', role: 'admin' }

/** Whoever holds STAFF_TOKEN; the token names no person. */
export const TOKEN_STAFF: Staff = { subject: 'token', name: 'token', role: 'admin' }

/** True if `role` may do what `wanted` may. */
export function mayActAs(role: StaffRole, wanted: StaffRole): boolean {
  return rank(role) >= rank(wanted)
}

/** The role that may do most. */
export function highest(roles: StaffRole[]): StaffRole | undefined {
  return roles.toSorted((a, b) => rank(b) - rank(a))[0]
}

/** In the schema's order, from the one that may least. */
function rank(role: StaffRole): number {
  return StaffRole.options.indexOf(role)
}
