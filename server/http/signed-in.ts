/**
 * Who acts: the member of staff behind a request that a guard let in.
 */
import type { Context } from 'hono'
import { staffOf } from '../access/caller.ts'
import type { Staff } from '../access/staff.ts'
import type { Parts } from '../app.ts'

/** The member of staff; a route that asks this without a guard before it is a fault of ours. */
export async function signedIn(c: Context, parts: Parts): Promise<Staff> {
  const staff = await staffOf(c, parts)
  if (!staff) throw new Error('This route lets in callers who are not staff.')
  return staff
}
