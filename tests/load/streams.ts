/**
 * Readers of streamed answers: those that read to the end, and those that leave in the middle.
 */
import { type ClientRequest, request } from 'node:http'

/** No answer is sure of it by itself, so that the model is asked. */
export const FOR_THE_MODEL = '养老床位和消防之间有什么关系'
const PATIENCE_MS = 30_000

/** What one reader saw. */
export interface Read {
  /** Milliseconds to the first byte; nothing where none came. */
  firstByte?: number
  /** `answer` and `error` events: a stream has exactly one. */
  ends: number
  error?: string
}

export interface Reader {
  read: Promise<Read>
  /** Hangs up. */
  leave(): void
}

/** Opens the stream of an answer. */
export function openReader(url: string, question: string): Reader {
  let sent: ClientRequest | undefined
  const read = new Promise<Read>((resolve) => {
    const from = performance.now()
    const seen: Read = { ends: 0 }
    const end = (error?: Error) => resolve({ ...seen, ...(error ? { error: String(error) } : {}) })
    const headers = { 'Content-Type': 'application/json', Accept: 'text/event-stream' }
    sent = request(`${url}/api/chat`, { method: 'POST', agent: false, headers }, (response) => {
      let heard = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => {
        seen.firstByte ??= performance.now() - from
        heard += chunk
      })
      response.on('end', () => {
        seen.ends = heard.match(/^event: (?:answer|error)$/gm)?.length ?? 0
        end()
      })
      response.on('error', end)
    })
    sent.setTimeout(PATIENCE_MS, () => sent?.destroy(new Error('no end in sight')))
    sent.on('error', end)
    sent.end(JSON.stringify({ question }))
  })
  return { read, leave: () => sent?.destroy() }
}

/** Waits until `isSo`, and how long that took; nothing where it never was. */
export async function waitUntil(isSo: () => boolean, deadlineMs: number): Promise<number | undefined> {
  const from = performance.now()
  while (!isSo()) {
    if (performance.now() - from > deadlineMs) return undefined
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return performance.now() - from
}
