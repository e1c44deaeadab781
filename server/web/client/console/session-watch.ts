/**
 * Looks now and then whether whoever is signed in still is: a session may end while the page stays open.
 */
import { type Api, ApiFault } from '../answer/api.ts'

const EVERY_MS = 60_000

export interface SessionWatch {
  /** Asks the server. */
  look(): Promise<void>
  /** Asks it if the last time was a while ago. */
  lookAgain(): void
}

/** Calls `found` with what the server says; where it says nothing, nothing is known. */
export function watchSession(api: Pick<Api, 'settings'>, found: (hasEnded: boolean) => void): SessionWatch {
  let lookedAt = Date.now()

  async function look(): Promise<void> {
    lookedAt = Date.now()
    try {
      found((await api.settings()).signedIn !== true)
    } catch (error) {
      if (error instanceof ApiFault && error.reason === 'not_allowed') found(true)
    }
  }

  return {
    look,
    lookAgain() {
      if (Date.now() - lookedAt >= EVERY_MS) look()
    },
  }
}
