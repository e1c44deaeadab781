/**
 * Answers with a model as the writer: what is sure is said at once, and what the model adds is shown once it is proved.
 *
 * Law: nothing that the gate did not pass is told, and what was told stays. Where the model is of no use, the embedded answer is given.
 */

import type { Library } from '../../corpus/library.ts'
import type { Answer, Clause } from '../../corpus/types.ts'
import { tools } from '../../tools/index.ts'
import {
  type Ask,
  type Drafted,
  draftOf,
  type Finish,
  finish,
  provedOf,
  type Setting,
} from '../answer/answer.ts'
import { redact } from '../answer/redact.ts'
import { toolSetting } from '../tool-setting.ts'
import { openBreaker } from './breaker.ts'
import { openBudget } from './budget.ts'
import type { Form, Message } from './completion.ts'
import { converse, openKnown } from './conversation.ts'
import { definitionsOf } from './definitions.ts'
import type { Endpoint } from './endpoint.ts'
import { openPage } from './page.ts'
import { instructions, questionWith } from './prompt.ts'
import { clausesToShow, shownClause } from './shown.ts'
import { estimateTokens } from './tokens.ts'
import type { ModelUse } from './use.ts'
import { TIME_IS_UP } from './watch.ts'

/** An answer is whole within 15 s; the rest is for what is around the model, on a loaded machine too. */
const TOTAL_MS = 12_500
const HISTORY_TOKENS = 1_200
const LONGEST_TURN = 600

/** What a writer is made of; clock and timers come from outside. */
export interface Writing {
  endpoint: Endpoint
  /** Tokens a day, without a limit if undefined. */
  dailyTokens?: number
  now(): Date
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
  today(): string
  /** Milliseconds that the model has for an answer; 12,500 unless a test has less. */
  totalMs?: number
}

/** The answerer that asks the model; one for the life of the process, since it remembers what the endpoint is able to do. */
export function openWriter(writing: Writing) {
  const clock = () => writing.now().getTime()
  const known = openKnown(clock)
  const breaker = openBreaker(clock)
  const budget = openBudget(writing.dailyTokens, writing.today)
  const definitions = definitionsOf(tools)

  return async (ask: Ask, library: Library, setting: Setting): Promise<Answer> => {
    const startedAt = clock()
    const drafted = draftOf(ask, library, setting)
    const embedded = provedOf(drafted)
    const alone = (outcome: ModelUse['outcome'], more: Finish = {}) => {
      setting.report?.({ outcome, asked: false })
      return finish(drafted, embedded, setting, more)
    }
    const { certainty } = drafted.draft
    if (certainty === 'settled' || (certainty === 'sure' && setting.hurried)) return alone('settled')
    if (budget.isSpent()) return alone('budget')
    if (!breaker.admits()) return alone('resting', { degraded: true })

    const shown = clausesToShow(drafted)
    const page = openPage(drafted, embedded, shown, setting)
    const end = endOf(setting, (writing.totalMs ?? TOTAL_MS) - (clock() - startedAt))
    const spent = await converse({
      endpoint: writing.endpoint,
      known,
      breaker,
      tools,
      definitions,
      library,
      toolSetting: toolSetting(writing.now(), setting.baseUrl),
      signal: end.signal,
      wait: writing.wait,
      messages: (form) => messagesOf(ask, drafted, shown, page.said(), form, setting),
      onStatement: page.offer,
      onResults: page.takeResults,
    })
    end.clear()
    budget.spend(spent.usage.input + spent.usage.output)
    const answer = page.close(spent)
    setting.report?.({
      ...page.use(spent),
      ms: clock() - startedAt,
    })
    return answer
  }
}

/** Ends when the time is up, the asker leaves or the server closes. */
function endOf(
  { signal: left, closing }: Pick<Setting, 'signal' | 'closing'>,
  totalMs: number,
): { signal: AbortSignal; clear(): void } {
  const controller = new AbortController()
  const stop = () => controller.abort(TIME_IS_UP)
  const leave = () => controller.abort('left')
  const timer = setTimeout(stop, totalMs)
  if (left?.aborted) leave()
  if (closing?.aborted) stop()
  left?.addEventListener('abort', leave, { once: true })
  closing?.addEventListener('abort', stop, { once: true })
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer)
      left?.removeEventListener('abort', leave)
      closing?.removeEventListener('abort', stop)
    },
  }
}

/** The messages of one question. Nothing that people wrote stands in the system's. */
function messagesOf(
  { history = [] }: Ask,
  { asked: { question, library } }: Drafted,
  shown: Clause[],
  said: string | undefined,
  form: Form,
  { today, audience = 'citizen' }: Setting,
): Message[] {
  const { cleaned, lang } = question
  const words = cleaned.ordered ? cleaned.topic : cleaned.question
  return [
    { role: 'system', content: instructions({ lang, audience, form, today }) },
    ...turnsOf(history),
    {
      role: 'user',
      content: questionWith(
        words,
        shown.map((clause) => shownClause(clause, library)),
        said,
        lang,
      ),
    },
  ]
}

/** The last turns that fit, without personal numbers and marks of citations. */
function turnsOf(history: NonNullable<Ask['history']>): Message[] {
  const turns: Message[] = []
  let left = HISTORY_TOKENS
  for (const { role, content } of history.toReversed()) {
    const words = redact(content.replace(/\[\d+\]/g, '').replace(/\s+/g, ' '))
      .slice(0, LONGEST_TURN)
      .toWellFormed()
    left -= estimateTokens(words)
    if (left < 0) break
    turns.unshift({ role, content: words })
  }
  return turns
}
