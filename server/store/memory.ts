/**
 * A store in the memory of this process: bounded, and gone with it.
 */
import type { Feedback, Store } from './store.ts'

/** With the longest comments some 20 MB. */
export const MAX_FEEDBACK = 5_000

export interface MemoryStore extends Store {
  newestFeedback(limit: number): Promise<Feedback[]>
}

/** An empty store; of feedback it keeps the newest. */
export function openMemoryStore(): MemoryStore {
  const kept = new Map<string, Feedback>()
  return {
    async addFeedback(feedback) {
      const { answerId } = feedback
      kept.delete(answerId)
      kept.set(answerId, feedback)
      const [oldest] = kept.keys()
      if (kept.size > MAX_FEEDBACK && oldest !== undefined) kept.delete(oldest)
    },
    newestFeedback: async (limit) => [...kept.values()].toReversed().slice(0, limit),
  }
}
