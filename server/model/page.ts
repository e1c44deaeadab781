/**
 * The page of one answer: what is told of it, statement by statement, and what becomes of the whole.
 *
 * Law: only what is proved is told, and what was told stays.
 */
import { fold } from '../../corpus/script.ts'
import type { Answer, Clause } from '../../corpus/types.ts'
import { type Drafted, finish, openCitations, type Setting } from '../answer/answer.ts'
import type { DraftStatement } from '../answer/draft.ts'
import type { Outcome, ToolResult } from './conversation.ts'
import { factsOf, outcomeOf } from './facts.ts'
import { IRRELEVANT, openProver } from './prover.ts'
import type { ModelUse } from './use.ts'
import type { Written } from './written.ts'

/** Statements that a model may add. */
const MOST_STATEMENTS = 4
/** … and that are looked at. */
const MOST_OFFERED = 30

export interface Page {
  /** What was said at once; nothing where the embedded answerer is not sure. */
  said(): string | undefined
  /** A statement of the model: told if it is proved. */
  offer(written: Written): void
  /** What tools found; what was said before them was no answer. */
  takeResults(results: ToolResult[]): void
  /** The answer, once the model has ended. */
  close(spent: Outcome): Answer
  /** What it came to. */
  use(spent: Outcome): ModelUse
}

/** Opens a page and tells what is sure; `shown` are the clauses that the model sees. */
export function openPage(
  drafted: Drafted,
  embedded: DraftStatement[],
  shown: Clause[],
  setting: Setting,
): Page {
  const { draft, asked } = drafted
  const shelf = openCitations(asked.library, setting.baseUrl)
  const prover = openProver(drafted, embedded, shown, setting)
  const told: DraftStatement[] = []
  const added: DraftStatement[] = []
  const rejected: string[] = []
  let isFirstRejected = false
  let offered = 0

  const tell = (statement: DraftStatement) => {
    told.push(statement)
    const citations = shelf.numbersOf(statement.spans).flatMap((n) => shelf.citations[n - 1] ?? [])
    setting.tell?.({ text: statement.text, citations })
  }
  if (draft.certainty === 'sure') for (const statement of embedded) if (!statement.aside) tell(statement)
  const sure = [...told]
  const isUnproved = () => rejected.some((kind) => kind !== IRRELEVANT)

  return {
    said: () => (sure.length > 0 ? sure.map(({ text }) => text).join('\n') : undefined),
    offer(written) {
      if (isFirstRejected || added.length >= MOST_STATEMENTS || ++offered > MOST_OFFERED) return
      const statement = prover.prove(written, added.length === 0)
      if (typeof statement === 'string') {
        rejected.push(statement)
        // What has nothing to do with the question is left out; what is not proved makes the rest doubtful.
        isFirstRejected = statement !== IRRELEVANT && added.length === 0
      } else if (!told.some(({ text }) => saysAsMuch(text, statement.text))) {
        added.push(statement)
        tell(statement)
      }
    },
    takeResults(results) {
      isFirstRejected = false
      prover.takeResults(results)
    },
    close({ failure }) {
      // Who hears the whole at once has heard nothing yet: what broke off is not begun.
      const isBroken = failure !== undefined && setting.tell === undefined
      if (added.length > 0 && !isBroken)
        return finish(drafted, told, setting, {
          mode: 'llm',
          degraded: failure !== undefined,
          partial: true,
          outcome: sure.length > 0 ? draft.outcome : outcomeOf(added),
          facts: factsOf(drafted, added, sure.length > 0, setting.today),
        })
      const rest = embedded.filter((statement) => !sure.includes(statement))
      const agrees = sure.length > 0 || draft.outcome === 'out_of_scope'
      const degraded = failure !== undefined || isUnproved() || !agrees
      return finish(drafted, [...sure, ...rest], setting, { degraded })
    },
    use({ failure, calls, rounds, form, usage }) {
      const came = added.length > 0 ? 'used' : isUnproved() ? 'unproved' : 'nothing_added'
      return {
        outcome: failure ?? came,
        asked: true,
        calls,
        rounds,
        form,
        ...usage,
        statements: added.length,
        rejected,
      }
    },
  }
}

/** True if all of `other` is said in `one`. */
function saysAsMuch(one: string, other: string): boolean {
  const [first = '', second = ''] = [one, other].map((text) => fold(text).replace(/[\s\p{P}]/gu, ''))
  return first.includes(second)
}
