/**
 * Asks the answerer for a door: with what it may not know by itself, and counted and logged without a word of the question.
 */
import type { Context } from 'hono'
import type { Answer } from '../../corpus/types.ts'
import type { Setting } from '../answer/answer.ts'
import type { Parts } from '../app.ts'
import { todayOf } from '../today.ts'
import type { Metrics } from './metrics.ts'
import { baseUrlOf } from './origin.ts'

/** How a door hears of statements before the answer is whole, lets go of it, or is in a hurry. */
export type Hearing = Pick<Setting, 'signal' | 'tell' | 'report' | 'hurried'>

/** The answer to `ask`; ended early where the asker leaves. */
export async function answerQuestion(
  c: Context,
  parts: Parts,
  metrics: Metrics,
  ask: Parameters<Parts['answer']>[0],
  hearing: Hearing = { signal: c.req.raw.signal },
): Promise<Answer> {
  const id = parts.newId()
  const given = await parts.answer(ask, parts.library, {
    today: todayOf(parts.now()),
    id,
    baseUrl: baseUrlOf(c, parts.publicUrl),
    ...hearing,
    ...(parts.closing ? { closing: parts.closing } : {}),
    report(use) {
      hearing.report?.(use)
      const cost = costOf(use, parts.prices)
      metrics.countModel(use, cost)
      parts.log('info', 'model', {
        requestId: c.get('requestId'),
        answerId: id,
        ...use,
        ...(cost === undefined ? {} : { cost }),
      })
    },
  })
  metrics.countAnswer(given.outcome, given.lang)
  return given
}

const PRICED_TOKENS = 1_000_000

/** In the currency of the prices; nothing where none are configured. */
function costOf(
  { input = 0, output = 0 }: { input?: number; output?: number },
  prices: Parts['prices'],
): number | undefined {
  return prices && (input * prices.input + output * prices.output) / PRICED_TOKENS
}
