/**
 * Conversations that are deleted at the server as they are here. What does not get through waits in the browser, and
 * is tried again when console or widget next open.
 */
import { keep, readKept } from '../common/preferences.ts'
import { type Api, ApiFault } from './api.ts'
import { type ConversationKey, readKey } from './conversation-key.ts'

const WAITING = 'policy-chat:to-delete'
const MAX_WAITING = 100

export interface Deletions {
  /** Deletes what the server keeps of a conversation; false if that has to wait. */
  start(key: ConversationKey): Promise<boolean>
  /** Tries again what has waited, until one fails; false if one has to wait on. */
  catchUp(): Promise<boolean>
}

/** Deletions that go through `api`, and wait in `storage`: the browser's, or that of the tab. */
export function openDeletions(
  api: Pick<Api, 'deleteConversation'>,
  storage: () => Storage = () => localStorage,
): Deletions {
  async function start(key: ConversationKey): Promise<boolean> {
    // Kept before the call: the page may be closed meanwhile.
    keepWaiting([...waitingBut(key), key].slice(-MAX_WAITING))
    try {
      await api.deleteConversation(key)
    } catch (error) {
      if (!isGone(error)) return false
    }
    keepWaiting(waitingBut(key))
    return true
  }

  function keepWaiting(keys: ConversationKey[]): void {
    keep(WAITING, keys, storage)
  }

  function readWaiting(): ConversationKey[] {
    const kept = readKept<unknown>(WAITING, storage)
    return Array.isArray(kept) ? kept.flatMap((value) => readKey(value) ?? []) : []
  }

  /** Read anew each time: another tab may be deleting too. */
  function waitingBut({ id }: ConversationKey): ConversationKey[] {
    return readWaiting().filter((key) => key.id !== id)
  }

  return {
    start,
    async catchUp() {
      for (const key of readWaiting()) if (!(await start(key))) return false
      return true
    },
  }
}

/** The server knows none of this id and secret, and will not another time. */
function isGone(error: unknown): boolean {
  return error instanceof ApiFault && error.reason === 'refused'
}
