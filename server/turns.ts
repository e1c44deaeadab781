/**
 * Turns: answers begin one by one, so that a server with much to answer still hears of whoever comes new.
 *
 * An answer takes some milliseconds of the one thread, and Node accepts one connection in each round of its loop. A round
 * that answers everybody who is connected already would let newcomers, health checks too, wait for seconds.
 */
import { setImmediate } from 'node:timers'
import type { Parts } from './app.ts'

/** Rounds of the loop from one beginning to the next: so many may come in meanwhile. An empty round takes microseconds. */
const ROUNDS = 8

/** `answer`, begun one by one in the order of the questions. */
export function inTurns(answer: Parts['answer']): Parts['answer'] {
  const waiting: (() => void)[] = []
  let isTurning = false
  let round = 0
  const turn = () => {
    if (round === 0) waiting.shift()?.()
    round = (round + 1) % ROUNDS
    if (waiting.length > 0 || round > 0) setImmediate(turn)
    else isTurning = false
  }
  return async (...asked) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
      if (isTurning) return
      isTurning = true
      setImmediate(turn)
    })
    return answer(...asked)
  }
}
