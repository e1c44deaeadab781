/**
 * The app with the stand-in as its model: what tests of the model are made of.
 */
import { openLibrary } from '../corpus/library.ts'
import type { Answer } from '../corpus/types.ts'
import type { Log } from '../server/log.ts'
import { openEndpoint } from '../server/model/endpoint.ts'
import type { Deadlines } from '../server/model/watch.ts'
import { openWriter } from '../server/model/writer.ts'
import { todayOf } from '../server/today.ts'
import { firstSeed, testApp } from './fake-answer.ts'
import type { StandIn } from './stand-in/stand-in.ts'

export const LIBRARY = openLibrary(firstSeed())

interface Changed {
  deadlines?: Deadlines
  dailyTokens?: number
  now?: () => Date
  log?: Log
  apiKey?: string
  prices?: { input: number; output: number }
  totalMs?: number
  closing?: AbortSignal
}

/** An app that asks the stand-in. */
export function appWith(
  { url }: Pick<StandIn, 'url'>,
  { deadlines, dailyTokens, now = () => new Date(), log, apiKey, prices, totalMs, closing }: Changed = {},
) {
  const answer = openWriter({
    endpoint: openEndpoint({ model: 'stand-in', baseUrl: url, ...(apiKey ? { apiKey } : {}) }, deadlines),
    now,
    today: () => todayOf(now()),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    ...(dailyTokens === undefined ? {} : { dailyTokens }),
    ...(totalMs === undefined ? {} : { totalMs }),
  })
  return testApp({
    library: LIBRARY,
    answer,
    now,
    ...(log ? { log } : {}),
    ...(prices ? { prices } : {}),
    ...(closing ? { closing } : {}),
  })
}

type App = ReturnType<typeof appWith>

/** The whole answer to a question. */
export async function ask(app: App, question: string, more: object = {}): Promise<Answer> {
  const response = await app.request('/api/chat', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ question, ...more }),
  })
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as Answer
}

export interface Event {
  event: string
  data: unknown
}

/** The events of a streamed answer, as they come. */
export async function* stream(app: App, question: string, signal?: AbortSignal): AsyncGenerator<Event> {
  const response = await app.request('/api/chat', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
    body: JSON.stringify({ question }),
    ...(signal ? { signal } : {}),
  })
  let text = ''
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  try {
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      text += read.value
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = /^event: (.*)$/m.exec(block)?.[1]
        const data = /^data: (.*)$/m.exec(block)?.[1]
        if (event && data) yield { event, data: JSON.parse(data) }
      }
    }
  } finally {
    await reader?.cancel().catch(() => {})
  }
}
