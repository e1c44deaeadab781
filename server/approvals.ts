/**
 * The approvals in force, in memory: which clause answers a question first.
 *
 * Law: an answer never waits for them and never fails with them. One whose clause reads otherwise than when it was
 * approved is out of force; while the store cannot be read, the last list that could be stays.
 */
import type { Library } from '../corpus/library.ts'
import type { Clause } from '../corpus/types.ts'
import type { ClauseRef } from './answer/approved.ts'
import { questionKey } from './answer/question-key.ts'
import { digestOf } from './digest.ts'
import type { Log } from './log.ts'
import type { Approval } from './store/store.ts'

/** An instance hears after this long of what was approved at another. */
const REFRESH_MS = 30_000

export interface Approvals {
  /** The clause approved for the question that has this key; from memory. */
  find(key: string): ClauseRef | undefined
  /** False until the store was read once. */
  isRead(): boolean
  /** Reads the store again if that was not done lately; never throws. `now` after a change. */
  refresh(when?: 'now'): Promise<void>
}

/** The approvals that `load` reads; none until the first refresh. */
export function openApprovals({
  library,
  load,
  now,
  log,
}: {
  library: Library
  load(): Promise<Approval[]>
  now(): Date
  log: Log
}): Approvals {
  let inForce = new Map<string, ClauseRef>()
  let dueAt = 0
  let begun = 0
  let shown = 0

  return {
    find: (key) => inForce.get(key),
    isRead: () => shown > 0,
    async refresh(when) {
      const time = now().getTime()
      if (when !== 'now' && time < dueAt) return
      // Said before it is read: those who come meanwhile do not read it too.
      dueAt = time + REFRESH_MS
      const turn = ++begun
      try {
        const read = await approvalsInForce(await load(), library)
        // Of two that overlap, the one begun later knows more.
        if (turn < shown) return
        shown = turn
        inForce = new Map(read.toSorted(byTime).map((one) => [questionKey(one.question), refOf(one)]))
      } catch {
        log('warn', 'approvals_unread')
      }
    },
  }
}

/** Of `approvals`, those whose clause is on the shelves and has the text for which it was approved. */
export async function approvalsInForce(approvals: Approval[], library: Library): Promise<Approval[]> {
  const clauses = new Map(
    approvals.flatMap(({ documentId, clauseId }) => {
      const clause = library.clause(documentId, clauseId)
      return clause ? [[`${documentId}#${clauseId}`, clause] as const] : []
    }),
  )
  const digests = new Map(
    await Promise.all(
      [...clauses].map(async ([key, clause]) => [key, await clauseDigestOf(clause)] as const),
    ),
  )
  return approvals.filter(
    ({ documentId, clauseId, clauseDigest }) => digests.get(`${documentId}#${clauseId}`) === clauseDigest,
  )
}

/** What an approval keeps of its clause: SHA-256 of the text, in hex. */
export function clauseDigestOf({ text }: Clause): Promise<string> {
  return digestOf(text)
}

/** Of two for the same question, the later one counts. */
function byTime(a: Approval, b: Approval): number {
  return a.approvedAt.localeCompare(b.approvedAt)
}

function refOf({ documentId, clauseId }: Approval): ClauseRef {
  return { documentId, clauseId }
}
