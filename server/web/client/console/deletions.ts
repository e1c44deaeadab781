/**
 * Conversations that are deleted at the server as they are here. What does not get through waits in this browser, and
 * is tried again when the console next opens.
 */
import { type Api, ApiFault } from '../answer/api.ts'
import { type ConversationKey, readKey } from '../answer/conversation-key.ts'
import { keep, readKept } from '../common/preferences.ts'

const WAITING = 'policy-chat:to-delete'
const MAX_WAITING = 100

export interface Deletions {
  /** Deletes what the server keeps of a conversation; false if that has to wait. */
  start(key: ConversationKey): Promise<boolean>
  /** Tries again what has waited, until one fails. */
  catchUp(): Promise<void>
}

/** Deletions that go through `api`. */
export function openDeletions(api: Pick<Api, 'deleteConversation'>): Deletions {
  async function start(key: ConversationKey): Promise<boolean> {
    // Kept before the call: the page may be closed meanwhile.
    keep(WAITING, [...waitingBut(key), key].slice(-MAX_WAITING))
    try {
      await api.deleteConversation(key)
    } catch (error) {
      if (!isGone(error)) return false
    }
    keep(WAITING, waitingBut(key))
    return true
  }

  return {
    start,
    async catchUp() {
      for (const key of readWaiting()) if (!(await start(key))) return
    },
  }
}

function readWaiting(): ConversationKey[] {
  const kept = readKept<unknown>(WAITING)
  return Array.isArray(kept) ? kept.flatMap((value) => readKey(value) ?? []) : []
}

/** Read anew each time: another tab may be deleting too. */
function waitingBut({ id }: ConversationKey): ConversationKey[] {
  return readWaiting().filter((key) => key.id !== id)
}

/** The server knows none of this id and secret, and will not another time. */
function isGone(error: unknown): boolean {
  return error instanceof ApiFault && error.reason === 'refused'
}
