/**
 * Asks the answerer for a door: with what it may not know by itself, counted and logged without a word of the question,
 * and kept once it is given.
 */
import type { Context } from 'hono'
import type { Answer } from '../../corpus/types.ts'
import { staffOf } from '../access/caller.ts'
import type { Ask, Setting } from '../answer/answer.ts'
import type { Parts } from '../app.ts'
import { CITIZEN } from '../audit-event.ts'
import { waitFor } from '../patience.ts'
import type { Entrance } from '../store/store.ts'
import { todayOf } from '../today.ts'
import { conversationFor, type OpenConversation } from './conversation.ts'
import { goOnAfter } from './go-on.ts'
import type { Metrics } from './metrics.ts'
import { baseUrlOf } from './origin.ts'

/** How a door hears of statements before the answer is whole, lets go of it, or is in a hurry. */
export type Hearing = Pick<Setting, 'signal' | 'tell' | 'report' | 'hurried'>

/** Through which door it was asked, and in which conversation; in one of its own where none is named. */
interface Asking {
  entrance: Entrance
  conversation?: OpenConversation
}

/** The answer to `ask`; ended early where the asker leaves. */
export async function answerQuestion(
  c: Context,
  parts: Parts,
  metrics: Metrics,
  ask: Ask,
  { entrance, conversation }: Asking,
  hearing: Hearing = { signal: c.req.raw.signal },
): Promise<Answer> {
  const id = parts.newId()
  const askedAt = parts.now().toISOString()
  const startedAt = performance.now()
  const tokens = { input: 0, output: 0 }
  const staff = await staffOf(c, parts)
  await freshApprovals(c, parts)
  const given = await parts.answer(ask, parts.library, {
    today: todayOf(parts.now()),
    id,
    baseUrl: baseUrlOf(c, parts.publicUrl),
    audience: staff ? 'staff' : 'citizen',
    approved: parts.approvals.find,
    ...hearing,
    ...(parts.closing ? { closing: parts.closing } : {}),
    report(use) {
      hearing.report?.(use)
      tokens.input += use.input ?? 0
      tokens.output += use.output ?? 0
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
  const milliseconds = Math.round((performance.now() - startedAt) * 10) / 10
  metrics.countAnswer(given.outcome, given.lang)
  const { id: conversationId } = conversation ?? (await conversationFor(c, parts))
  const answer = conversation ? { ...given, conversationId } : given
  const asker = staff?.subject ?? CITIZEN
  const corpus = await parts.corpusDigest()
  const kept = { answer, conversationId, askedAt, asker, entrance, corpus, milliseconds, tokens }
  goOnAfter(c, parts.history.keep(kept))
  return conversation?.secret ? { ...answer, conversationSecret: conversation.secret } : answer
}

/** The first question of a process may wait so long for what editors have approved, and none after it. */
const FIRST_READING_MS = 250

async function freshApprovals(c: Context, { approvals }: Parts): Promise<void> {
  const wasRead = approvals.isRead()
  const reading = approvals.refresh()
  goOnAfter(c, reading)
  if (!wasRead) await waitFor(reading, FIRST_READING_MS, () => {})
}

const PRICED_TOKENS = 1_000_000

/** In the currency of the prices; nothing where none are configured. */
function costOf(
  { input = 0, output = 0 }: { input?: number; output?: number },
  prices: Parts['prices'],
): number | undefined {
  return prices && (input * prices.input + output * prices.output) / PRICED_TOKENS
}
