/**
 * A task turned round, a goal told as done, a promise to the one who asks. Pure.
 */
import type { Context } from './context.ts'
import type { Draft } from './corruption.ts'
import { isDenial } from './denied.ts'
import { DONE, DONE_EN, PROMISED, REVERSALS, REVERSALS_EN } from './reversed-words.ts'
import { say, turned, withSentence } from './writing.ts'

/** What is to be built is to be demolished; what is free is at one's own expense. */
export function reverse(c: Context): Draft[] {
  if (isDenial(c.text)) return []
  return (c.english ? REVERSALS_EN : REVERSALS)
    .filter(([pattern, , mayBeTrue]) => pattern.test(c.text) && !mayBeTrue.test(c.source))
    .map(([pattern, other]) => c.text.replace(pattern, say(c, other, other)))
}

/** What is a goal is done; not where the clause says of anything that it is. */
export function tellAsDone(c: Context): Draft[] {
  if (isDenial(c.text) || /已|完成情况/.test(c.source)) return []
  const [pattern, other] = c.english ? DONE_EN : DONE
  return pattern.test(c.text) ? [c.text.replace(pattern, say(c, other, other))] : []
}

export function promise(c: Context): Draft[] {
  return turned(PROMISED, c, 'promise')
    .slice(0, 1)
    .map(([chinese, english]) => withSentence(c, say(c, chinese, english)))
}
