/**
 * What a browser keeps for us while somebody is at the identity provider: encrypted, and gone after a while.
 */
import type { Context } from 'hono'
import { EncryptJWT, jwtDecrypt } from 'jose'
import { z } from 'zod'
import { Lang } from '../../corpus/types.ts'
import { openCookie } from './cookies.ts'
import type { KeyFor } from './keys.ts'
import { Flow } from './provider.ts'

const SECONDS = 600

/** The round at the provider, and how the way goes on from there. */
const Way = z.object({ flow: Flow, returnTo: z.string(), lang: Lang })
type Way = z.infer<typeof Way>

export interface FlowCookie {
  write(c: Context, way: Way): Promise<void>
  /** What was written, for one use. */
  take(c: Context): Promise<Way | undefined>
}

/** The cookie, under a key of its own. */
export function openFlowCookie(keyFor: KeyFor, now: () => Date, publicUrl: string | undefined): FlowCookie {
  const cookie = openCookie('policy-chat-sign-in', publicUrl)
  return {
    async write(c, way) {
      const sealed = await new EncryptJWT({ way })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setExpirationTime(Math.floor(now().getTime() / 1000) + SECONDS)
        .encrypt(await keyFor('sign-in'))
      cookie.write(c, sealed, SECONDS)
    },
    async take(c) {
      const sealed = cookie.read(c)
      if (sealed === undefined) return undefined
      cookie.remove(c)
      const options = { currentDate: now(), requiredClaims: ['exp'] }
      const opened = await jwtDecrypt(sealed, await keyFor('sign-in'), options).catch(() => undefined)
      return Way.safeParse(opened?.payload.way).data
    },
  }
}
