/**
 * An answerer that waits for the test: it says a statement, ends or breaks down when it is told to.
 */
import { type Ask, answer } from '../../server/answer/answer.ts'
import type { Parts } from '../../server/app.ts'

type Order = 'statement' | 'end' | 'crash'

export interface PacedAnswer {
  answer: Parts['answer']
  /** What was asked, in order. */
  asks: Ask[]
  /** The next statement is said; of the question that is open, or else of the next. */
  say(): void
  /** What is left is said, and the answer is whole. */
  end(): void
  /** The answerer throws. */
  crash(): void
  /** How many askers left before their answer was whole. */
  readonly left: number
}

/** Says what `whole` answers, one question at a time. */
export function pacedAnswer(whole: Parts['answer'] = answer): PacedAnswer {
  const asks: Ask[] = []
  const orders: Order[] = []
  let left = 0
  let wake = () => {}
  const give = (order: Order) => {
    orders.push(order)
    wake()
  }
  const ordered = () =>
    new Promise<void>((resolve) => {
      wake = resolve
    })

  return {
    asks,
    get left() {
      return left
    },
    say: () => give('statement'),
    end: () => give('end'),
    crash: () => give('crash'),
    async answer(ask, library, setting) {
      asks.push(ask)
      const given = await whole(ask, library, setting)
      const leave = () => {
        left++
        wake()
      }
      setting.signal?.addEventListener('abort', leave, { once: true })
      let told = 0
      for (;;) {
        const order = setting.signal?.aborted ? 'end' : orders.shift()
        if (order === 'crash') throw new Error('The answerer broke down, as the test wanted')
        if (order === 'end') break
        if (order === 'statement') tell(told++)
        else await ordered()
      }
      setting.signal?.removeEventListener('abort', leave)
      return given

      function tell(index: number): void {
        const statement = given.statements[index]
        if (!statement) throw new Error(`The answer has only ${given.statements.length} statements`)
        const citations = statement.citations.flatMap((n) => given.citations[n - 1] ?? [])
        setting.tell?.({ text: statement.text, citations })
      }
    },
  }
}
