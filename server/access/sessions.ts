/**
 * Sessions of staff: a signed cookie, and a row in the store that signing out removes.
 *
 * Law: whoever reads the store cannot sign in with what it says, and a store that is down signs nobody out.
 */
import type { Context } from 'hono'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { digestOf } from '../digest.ts'
import { waitFor } from '../patience.ts'
import { randomText } from '../random.ts'
import { type Session, StaffRole, type Store } from '../store/store.ts'
import { openCookie } from './cookies.ts'
import type { KeyFor } from './keys.ts'
import type { Staff } from './staff.ts'

const MINUTE = 60
const LONGEST = 8 * 60 * MINUTE
const IDLE = 60 * MINUTE
const RENEW_AFTER = 10 * MINUTE

const ID_BYTES = 32
/** What staff ask waits no longer for a store that hangs. */
const PATIENCE_MS = 500

/** What the cookie says; `end` is the second at which the session ends however busy it is. */
const Claims = z.object({
  sid: z.string().regex(/^[\w-]{43}$/),
  sub: z.string(),
  name: z.string(),
  role: StaffRole,
  iat: z.number(),
  end: z.number(),
})
type Claims = z.infer<typeof Claims>

/** `isChecked` is false where the store could not be asked whether the session goes on. */
export interface Resumed {
  staff: Staff
  isChecked: boolean
}

export interface Sessions {
  /** Begins one and ends the one before; throws where the store cannot keep it. */
  begin(c: Context, staff: Staff): Promise<void>
  /** The one that the request belongs to, if it goes on; its cookie is renewed now and then. */
  resume(c: Context): Promise<Resumed | undefined>
  /** Ends the one that the request belongs to, and says whose it was; throws where the store still holds it. */
  end(c: Context): Promise<Staff | undefined>
}

interface Surroundings {
  store: Pick<Store, 'addSession' | 'session' | 'removeSession'>
  now(): Date
  keyFor: KeyFor
  publicUrl?: string
}

/** Sessions in this store. */
export function openSessions({ store, now, keyFor, publicUrl }: Surroundings): Sessions {
  const cookie = openCookie('policy-chat-session', publicUrl)

  const write = async (c: Context, claims: Omit<Claims, 'iat'>) => {
    const { sub, end, ...rest } = claims
    const second = secondOf(now())
    const token = await new SignJWT({ ...rest, end })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(sub)
      .setIssuedAt(second)
      .setExpirationTime(Math.min(second + IDLE, end))
      .sign(await keyFor('session'))
    cookie.write(c, token)
  }
  const read = async (c: Context): Promise<Claims | undefined> => {
    const token = cookie.read(c)
    if (token === undefined) return undefined
    const options = { algorithms: ['HS256'], currentDate: now(), requiredClaims: ['exp'] }
    const verified = await jwtVerify(token, await keyFor('session'), options).catch(() => undefined)
    return Claims.safeParse(verified?.payload).data
  }

  return {
    async begin(c, { subject, name, role }) {
      const before = await read(c)
      const sid = randomText(ID_BYTES)
      const end = secondOf(now()) + LONGEST
      await store.addSession({
        id: await digestOf(sid),
        subject,
        name,
        role,
        startedAt: now().toISOString(),
        expiresAt: new Date(end * 1000).toISOString(),
      })
      await write(c, { sid, sub: subject, name, role, end })
      // Whatever comes of it, the browser has forgotten that one.
      if (before) await store.removeSession(await digestOf(before.sid)).catch(() => {})
    },

    async resume(c) {
      const claims = await read(c)
      if (!claims) return undefined
      const row = await rowOf(store, claims)
      if (row !== 'unknown' && !goesOn(row, now())) {
        cookie.remove(c)
        return undefined
      }
      if (secondOf(now()) - claims.iat >= RENEW_AFTER) await write(c, claims)
      return row === 'unknown'
        ? { staff: { subject: claims.sub, name: claims.name, role: claims.role }, isChecked: false }
        : { staff: { subject: row.subject, name: row.name, role: row.role }, isChecked: true }
    },

    async end(c) {
      const claims = await read(c)
      cookie.remove(c)
      if (!claims) return undefined
      await store.removeSession(await digestOf(claims.sid))
      return { subject: claims.sub, name: claims.name, role: claims.role }
    },
  }
}

async function rowOf({ session }: Surroundings['store'], { sid }: Claims) {
  const id = await digestOf(sid)
  const unknown = () => 'unknown' as const
  return waitFor(session(id).catch(unknown), PATIENCE_MS, unknown)
}

function goesOn(row: Session | undefined, now: Date): row is Session {
  return row !== undefined && row.expiresAt > now.toISOString()
}

function secondOf(date: Date): number {
  return Math.floor(date.getTime() / 1000)
}
