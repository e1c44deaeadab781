/**
 * A streamed answer, whatever its events look like: kept alive, told statement by statement, ended when the reader leaves.
 */
import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Answer } from '../../corpus/types.ts'
import type { Told } from '../answer/answer.ts'
import type { Parts } from '../app.ts'
import type { Hearing } from './answer-question.ts'
import { logRequestFault } from './errors.ts'

const HEARTBEAT_MS = 10_000
/** A reader that takes nothing for so long is gone, whatever its socket says. */
const STREAM_DEADLINE_MS = 120_000

/** How a door writes what happens; each is sent before the next. */
export interface Events {
  begin(stream: SSEStreamingApi): Promise<void>
  /** A statement that is proved; `index` counts from 0. */
  statement(stream: SSEStreamingApi, told: Told, index: number): Promise<void>
  end(stream: SSEStreamingApi, given: Answer): Promise<void>
  fault(stream: SSEStreamingApi): Promise<void>
}

/** The response that streams what `respond` answers. */
export function streamAnswer(
  c: Context,
  parts: Parts,
  respond: (hearing: Hearing) => Promise<Answer>,
  events: Events,
): Response {
  const response = streamSSE(c, async (stream) => {
    const left = new AbortController()
    stream.onAbort(() => left.abort())
    const heartbeat = setInterval(() => stream.write(': still here\n\n'), HEARTBEAT_MS)
    const deadline = setTimeout(() => stream.abort(), STREAM_DEADLINE_MS)
    let told = 0
    let sent: Promise<void> = Promise.resolve()
    const tell = (statement: Told) => {
      const index = told++
      sent = sent.then(() => events.statement(stream, statement, index))
    }
    try {
      await events.begin(stream)
      const given = await respond({ signal: AbortSignal.any([left.signal, c.req.raw.signal]), tell })
      for (const { text, citations } of given.statements.slice(told))
        tell({ text, citations: citations.flatMap((n) => given.citations[n - 1] ?? []) })
      await sent
      await events.end(stream, given)
    } catch (error) {
      logRequestFault(parts.log, error, c)
      await events.fault(stream)
    } finally {
      clearInterval(heartbeat)
      clearTimeout(deadline)
    }
  })
  response.headers.set('Cache-Control', 'no-store, no-transform')
  response.headers.set('X-Accel-Buffering', 'no')
  return response
}
