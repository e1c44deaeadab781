/**
 * Prints what the gate lets through and what it holds back.
 *
 * Law: of an external set only shares are printed, unless somebody asks to see it.
 */
import { groupsOf, ownQuestions, setOf, share } from '../evaluate.ts'
import type { Question } from '../question.ts'
import type { Shelves } from '../shelves.ts'
import { type Gated, gateCorruptions, gateDrafts, gateStatements, isGatedWell } from './gated.ts'
import { OWN_STATEMENTS, readStatements } from './statement.ts'

interface Wish {
  /** An external set. */
  file?: string
  listed: boolean
}

/** Prints the shares of the gate, and what it judged wrongly if that is `listed`. */
export function printGate(shelves: Shelves, { file, listed }: Wish): void {
  const statements = readStatements(file ?? OWN_STATEMENTS)
  const gated = gateStatements(statements, shelves)
  const answers = file ? [] : gateDrafts(openQuestions(), shelves)
  const started = performance.now()
  const corruptions = gateCorruptions(statements, shelves)
  const took = (performance.now() - started) / corruptions.length

  const right = [...gated.filter(({ isRight }) => isRight), ...answers]
  print('right statements passed', right, ({ kind, lang }) => `${kind} ${lang}`, listed)
  print('corruptions of right statements caught', corruptions, ({ kind }) => kind, listed)
  const wrong = gated.filter(({ isRight }) => !isRight)
  print('wrong statements caught, written by people', wrong, ({ kind }) => kind, listed)
  console.log(`\n${took.toFixed(2)} ms a corruption, making it included`)
}

/** Of a fresh set nothing is looked at. */
function openQuestions(): Question[] {
  return ownQuestions().filter((question) => setOf(question) !== 'fresh')
}

function print(title: string, gated: Gated[], groupOf: (entry: Gated) => string, listed: boolean): void {
  console.log(`\n${title.padEnd(46)}${share(gated.filter(isGatedWell).length, gated.length)}`)
  for (const [name, group] of groupsOf(gated, groupOf)) {
    console.log(`  ${name.padEnd(44)}${share(group.filter(isGatedWell).length, group.length)}`)
    if (!listed) continue
    for (const { id, clauseIds, text, faults } of group.filter((entry) => !isGatedWell(entry))) {
      const why = faults.map(({ kind, said }) => ` ✗ ${kind}: ${said.trim()}`).join('')
      console.log(`    ${id} [${clauseIds.join(' ')}] ${text}${why}`)
    }
  }
}
