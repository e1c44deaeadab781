/**
 * Watches one completion: the SDK waits for a silent body for ever, so that deadlines are ours.
 */
import { type Failure, Fault } from './completion.ts'

/** Milliseconds. The total of an answer is the caller's `signal`. */
export interface Deadlines {
  /** Until the response begins. */
  connect: number
  /** Until the first token, from the start. */
  firstToken: number
  /** Between two tokens. */
  idle: number
}

export const DEADLINES: Deadlines = { connect: 6_500, firstToken: 7_000, idle: 4_000 }

/** The deadlines of one completion: the SDK waits for a silent body for ever, so that we watch. */
export function openWatch(signal: AbortSignal, { connect, firstToken, idle }: Deadlines) {
  const own = new AbortController()
  let failure: Failure | undefined
  let rejectAll: (error: Error) => void = () => {}
  const ended = new Promise<never>((_, reject) => {
    rejectAll = reject
  })
  ended.catch(() => {})
  const stop = (why: Failure) => {
    failure ??= why
    own.abort()
    rejectAll(new Fault(failure))
  }
  const leave = () => stop(signal.reason === TIME_IS_UP ? 'timeout' : 'left')
  if (signal.aborted) leave()
  signal.addEventListener('abort', leave, { once: true })
  let quiet = setTimeout(() => stop('timeout'), connect)
  const first = setTimeout(() => stop('timeout'), firstToken)

  async function* each<T>(stream: AsyncIterable<T>): AsyncGenerator<T> {
    const iterator = stream[Symbol.asyncIterator]()
    for (;;) {
      const next = await Promise.race([iterator.next(), ended])
      if (next.done) return
      yield next.value
    }
  }
  return {
    signal: own.signal,
    /** The reason why it was stopped. */
    failure: () => failure,
    bounded: <T>(promise: PromiseLike<T>): Promise<T> => Promise.race([promise, ended]),
    connected: () => clearTimeout(quiet),
    /** Something came. */
    heard() {
      clearTimeout(first)
      clearTimeout(quiet)
      quiet = setTimeout(() => stop('timeout'), idle)
    },
    stop,
    each,
    close() {
      clearTimeout(first)
      clearTimeout(quiet)
      signal.removeEventListener('abort', leave)
      own.abort()
    },
  }
}
export type Watch = ReturnType<typeof openWatch>

/** The reason of a signal that ends an answer because its time is up, not because somebody left. */
export const TIME_IS_UP = 'time is up'
