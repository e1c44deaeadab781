/**
 * The store: what the product keeps of those who use it. An interface; assemble.ts chooses what is behind it.
 *
 * Law: an error that it throws names nothing of what was to be kept, for errors are logged.
 */
import { z } from 'zod'

const MAX_COMMENT = 2000

export const Feedback = z.object({
  id: z.string(),
  answerId: z.string().regex(/^[\w-]{1,100}$/, 'must be the id of an answer'),
  rating: z.enum(['up', 'down']),
  /** Without personal numbers. */
  comment: z.string().min(1).max(MAX_COMMENT).optional(),
  receivedAt: z.iso.datetime(),
})
export type Feedback = z.infer<typeof Feedback>

export interface Store {
  /** Keeps it in place of what was said of the same answer before: a rating comes first, its comment after. */
  addFeedback(feedback: Feedback): Promise<void>
}
