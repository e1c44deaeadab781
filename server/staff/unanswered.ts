/**
 * What went unanswered or was rated down, those that ask alike together: what an editor has to look at, most asked first.
 */
import { z } from 'zod'
import { Outcome } from '../../corpus/types.ts'
import { groupByLikeness } from '../answer/likeness.ts'
import { questionKey } from '../answer/question-key.ts'
import { Feedback, type Store, Turn, type TurnFilter } from '../store/store.ts'
import { viewNewest } from './read-turns.ts'

/** Of each sort; more would be read by nobody. */
const MOST_READ = 2_000

/** Outcomes that leave the asker without what was asked. */
export const UNANSWERED: Outcome[] = ['not_stated', 'out_of_scope', 'clarify']

export const AskedQuestion = z.object({
  answerId: z.string(),
  conversationId: z.string(),
  question: z.string(),
  outcome: Outcome,
  askedAt: Turn.shape.askedAt,
  rating: Feedback.shape.rating.optional(),
  comment: Feedback.shape.comment,
  reviewedAt: Turn.shape.reviewedAt,
  reviewedBy: Turn.shape.reviewedBy,
})
export type AskedQuestion = z.infer<typeof AskedQuestion>

export const QuestionGroup = z.object({
  question: z.string().describe('In its most recent wording.'),
  count: z.number().int(),
  lastAskedAt: Turn.shape.askedAt,
  outcomes: z.partialRecord(Outcome, z.number().int()),
  downVotes: z.number().int(),
  questions: z.array(AskedQuestion).describe('Newest first.'),
})
export type QuestionGroup = z.infer<typeof QuestionGroup>

/** The groups of what was asked since `from`, and of how many questions they were made. */
export async function readUnanswered(
  store: Pick<Store, 'turns'>,
  wanted: Pick<TurnFilter, 'from' | 'reviewed'>,
): Promise<{ groups: QuestionGroup[]; read: number }> {
  const newest = await readQuestions(store, wanted)
  return { groups: groupQuestions(newest), read: newest.length }
}

/** Those of them, not reviewed yet, that ask what has this key; newest first. */
export async function readAskings(
  store: Pick<Store, 'turns'>,
  key: string,
  from: string,
): Promise<AskedQuestion[]> {
  const open = await readQuestions(store, { from, reviewed: false })
  return open.filter(({ question }) => questionKey(question) === key)
}

async function readQuestions(
  store: Pick<Store, 'turns'>,
  wanted: Pick<TurnFilter, 'from' | 'reviewed'>,
): Promise<AskedQuestion[]> {
  const [unanswered, ratedDown] = await Promise.all([
    viewNewest(store, { ...wanted, outcomes: UNANSWERED }, MOST_READ, questionOf),
    viewNewest(store, { ...wanted, rating: 'down' }, MOST_READ, questionOf),
  ])
  const each = new Map([...unanswered, ...ratedDown].map((one) => [one.answerId, one]))
  return [...each.values()].toSorted(byTime).slice(0, MOST_READ)
}

/** Those that ask alike together: largest group first, and of those of a size the one asked last. Pure. */
function groupQuestions(asked: AskedQuestion[]): QuestionGroup[] {
  return groupByLikeness(asked, ({ question }) => question)
    .flatMap(groupOf)
    .toSorted((a, b) => b.count - a.count || b.lastAskedAt.localeCompare(a.lastAskedAt))
}

function groupOf(questions: AskedQuestion[]): QuestionGroup[] {
  const sorted = questions.toSorted(byTime)
  const [latest] = sorted
  if (!latest) return []
  const outcomes = Outcome.options
    .map((outcome) => [outcome, sorted.filter((one) => one.outcome === outcome).length] as const)
    .filter(([, count]) => count > 0)
  return [
    {
      question: latest.question,
      count: sorted.length,
      lastAskedAt: latest.askedAt,
      outcomes: Object.fromEntries(outcomes),
      downVotes: sorted.filter(({ rating }) => rating === 'down').length,
      questions: sorted,
    },
  ]
}

function questionOf({
  answer,
  conversationId,
  askedAt,
  feedback,
  reviewedAt,
  reviewedBy,
}: Turn): AskedQuestion {
  return {
    answerId: answer.id,
    conversationId,
    question: answer.question,
    outcome: answer.outcome,
    askedAt,
    ...(feedback ? { rating: feedback.rating } : {}),
    ...(feedback?.comment ? { comment: feedback.comment } : {}),
    ...(reviewedAt ? { reviewedAt } : {}),
    ...(reviewedBy ? { reviewedBy } : {}),
  }
}

/** Newest first. */
function byTime(a: AskedQuestion, b: AskedQuestion): number {
  return b.askedAt.localeCompare(a.askedAt)
}
