/**
 * `npm run eval`: asks all questions and prints the share that is fully right. An entry.
 *
 * Law: of a fresh set only shares are printed, never a question or an answer.
 */
import { parseArgs, styleText } from 'node:util'
import { groupsOf, isRight, type Judged, judgeAll, ownQuestions, setOf, share } from './evaluate.ts'
import { printGate } from './gate/run.ts'
import { lookAll } from './lookups.ts'
import { type Question, QuestionSet, readQuestions } from './question.ts'
import { scoreResponsibilities, scoreTargets } from './register.ts'
import { rankOf, sameInEitherScript } from './retrieval.ts'
import { fillShelves, readGold, type Setup, type Shelves } from './shelves.ts'

const USAGE = `npm run eval -- [--set tuned|fixture|fresh] [--id ID] [--quiet] [--json]
npm run eval -- --file questions.jsonl [--source DIR] [--show]     an external set: shares only, unless --show
npm run eval -- --gate [--file statements.jsonl] [--show] [--quiet]             what the gate lets through and holds back`

const SETUPS: Record<Setup, string> = {
  alone: 'its document alone',
  named: 'all documents, documentId given',
  unnamed: 'all documents, none named',
}

await main()

async function main(): Promise<void> {
  const { set, id, file, source, gate, fresh, show, quiet, json } = readFlags()
  const shelves = await fillShelves(source)
  if (gate) {
    printGate(shelves, { file, listed: !quiet && (!file || Boolean(show)) })
    return
  }
  const asked = file ? readQuestions(file) : ownQuestions()
  const external = { documentId: shelves.documentId, set: externalSet(show && !fresh) }
  const labelled = asked.map((question) =>
    file ? { ...external, ...question, set: external.set } : { ...question },
  )
  const questions = labelled.filter(
    (question) => (!set || setOf(question) === set) && (!id || question.id === id),
  )
  if (id) {
    for (const question of questions) showOne(question, shelves)
    return
  }
  const judged = judgeAll(questions, shelves)
  if (json) {
    printJson(judged)
    return
  }
  printShares(judged)
  printSetups(questions, shelves)
  printRetrieval(questions, shelves)
  if (!file) printLookups(shelves, !quiet)
  printRegister(shelves, source, !quiet && (!source || (show && !fresh)))
  if (!quiet) printWrong(judged)
}

/** An external set is fresh until somebody asks to see it. */
function externalSet(shown: boolean | undefined): QuestionSet {
  return shown ? 'tuned' : 'fresh'
}

function readFlags() {
  try {
    const { values } = parseArgs({
      options: {
        set: { type: 'string' },
        id: { type: 'string' },
        file: { type: 'string' },
        source: { type: 'string' },
        gate: { type: 'boolean' },
        fresh: { type: 'boolean' },
        show: { type: 'boolean' },
        quiet: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    })
    return { ...values, set: values.set === undefined ? undefined : QuestionSet.parse(values.set) }
  } catch {
    console.error(USAGE)
    process.exit(2)
  }
}

function printShares(judged: Judged[]): void {
  console.log(`${'fully right'.padEnd(28)}${share(judged.filter(isRight).length, judged.length)}`)
  for (const by of ['set', 'lang', 'kind', 'style'] as const) {
    console.log(`\nby ${by}`)
    for (const [name, group] of groupsOf(judged, ({ question }) =>
      by === 'set' ? setOf(question) : question[by],
    ))
      console.log(`  ${name.padEnd(26)}${share(group.filter(isRight).length, group.length)}`)
  }
}

/** The same questions with the other documents beside their own. */
function printSetups(questions: Question[], shelves: Shelves): void {
  console.log('\nby library')
  for (const [set, group] of groupsOf(questions, setOf)) {
    for (const setup of ['alone', 'named', 'unnamed'] as const) {
      const right = judgeAll(group, shelves, setup).filter(isRight).length
      console.log(`  ${`${set}: ${SETUPS[setup]}`.padEnd(42)}${share(right, group.length)}`)
    }
  }
}

function printRetrieval(questions: Question[], shelves: Shelves): void {
  console.log('\nretrieval alone (questions with one expected clause)')
  for (const [name, group] of groupsOf(questions, (question) => `${setOf(question)} ${question.lang}`)) {
    const ranks = group.flatMap((question) => rankOf(question, shelves.library(question, 'alone')) ?? [])
    const within = (top: number) =>
      share(ranks.filter((rank) => rank > 0 && rank <= top).length, ranks.length)
    console.log(`  ${name.padEnd(18)} hit@1 ${within(1).padEnd(18)} hit@3 ${within(3)}`)
  }
  const chinese = questions.filter(({ lang }) => lang !== 'en')
  const same = chinese.filter((question) => sameInEitherScript(question, shelves.library(question, 'alone')))
  console.log(`  same top three in either script ${share(same.length, chinese.length)}`)
}

/** What the look-up tools find, asked as MCP clients ask. */
function printLookups(shelves: Shelves, listed: boolean): void {
  console.log(
    '\nlook-ups (the target among the first three; the exact clauses of a topic; an agency and all its tasks; a quote and where it is from)',
  )
  const looked = lookAll(shelves.library({}, 'alone'))
  for (const [name, group] of groupsOf(looked, ({ kind, set }) => `${kind} ${set}`)) {
    console.log(`  ${name.padEnd(26)}${share(group.filter(({ right }) => right).length, group.length)}`)
    const wrong = group.filter(({ right, set }) => !right && set !== 'fresh')
    if (listed) for (const { asked } of wrong) console.log(`    ${asked}`)
  }
}

/** The register beside what people wrote down; an external one in figures only. */
function printRegister(shelves: Shelves, folder: string | undefined, listed: boolean | undefined): void {
  console.log(
    '\nregister (firm targets found · comparators right · beyond them; responsibilities with roles)',
  )
  for (const gold of readGold(folder)) {
    const library = shelves.library(gold, 'alone')
    const targets = scoreTargets(gold, library)
    console.log(
      `  ${gold.documentId.padEnd(32)}${share(targets.found, targets.firm)} · ${share(targets.comparators, targets.found).trim()} · ${targets.beyond.length}`,
    )
    if (listed) {
      for (const { clauseId, quote, text } of targets.missed)
        console.log(`    missed ${clauseId} ${quote ?? text}`)
      for (const [wanted, read] of targets.differing)
        console.log(`    ${read.comparator}, should be ${wanted.comparator}: ${read.clauseId} ${read.quote}`)
      for (const { clauseId, indicator, quote } of targets.beyond)
        console.log(`    beyond ${clauseId} ${indicator}: ${quote}`)
    }
    if (!gold.responsibilities) continue
    const agencies = scoreResponsibilities(gold, library)
    console.log(
      `  ${''.padEnd(32)}${share(agencies.found, agencies.wanted)} responsibilities, ${agencies.beyond.length} beyond`,
    )
    if (listed) for (const entry of [...agencies.missed, ...agencies.beyond]) console.log(`    ${entry}`)
  }
}

function printWrong(judged: Judged[]): void {
  const open = judged.filter(({ question }) => setOf(question) !== 'fresh')
  const wrong = open.filter((entry) => !isRight(entry))
  if (wrong.length === 0) return
  console.log('\nwrong')
  for (const { question, answer, problems } of wrong) {
    const { id, kind, lang, style, history } = question
    console.log(`\n${styleText('bold', id)} ${kind} ${lang} ${style}`)
    console.log(`  ${[...(history ?? []), question.question].join('  ▸  ')}`)
    for (const problem of problems) console.log(styleText('red', `  ✗ ${problem}`))
    console.log(`  → ${answer.outcome}: ${answer.statements[0]?.text ?? ''}`)
    console.log(`  cites ${answer.citations.map(({ clauseId }) => clauseId).join(' ')}`)
  }
  console.log('\nproblems by sort (answers that have them)')
  const sorts = wrong.flatMap(({ problems }) => [...new Set(problems.map(sortOf))])
  for (const [sort, group] of groupsOf(sorts, (name) => name))
    console.log(`  ${sort.padEnd(26)}${String(group.length).padStart(5)}`)
}

/** `not cited: 2.5.23` → `not cited`. */
function sortOf(problem: string): string {
  return (
    /^(?:not cited|none cited|cited beside|does not say|says none|says|does not name|names|presents|answered|in|first statement|form|citation|number|agency)\b/.exec(
      problem,
    )?.[0] ?? 'too long'
  )
}

function showOne(question: Question, shelves: Shelves): void {
  if (setOf(question) === 'fresh') {
    console.log(`${question.id}: of a fresh set only shares are printed`)
    return
  }
  console.dir(judgeAll([question], shelves)[0], { depth: null })
  const found = shelves.library(question, 'alone').search(question.question, { limit: 5 })
  console.log('search: clause, score, coverage, best sentence')
  for (const { clause, unit, score, coverage } of found)
    console.log(
      `  ${clause.clauseId.padEnd(8)} ${score.toFixed(2)} ${coverage.toFixed(2)} ${unit.text.slice(0, 80)}`,
    )
}

function printJson(judged: Judged[]): void {
  const shares = groupsOf(judged, ({ question }) => setOf(question)).map(([set, group]) => [
    set,
    { right: group.filter(isRight).length, total: group.length },
  ])
  const questions = judged
    .filter(({ question }) => setOf(question) !== 'fresh')
    .map(({ question: { id, question }, answer, problems }) => ({ id, question, problems, answer }))
  console.log(JSON.stringify({ ...Object.fromEntries(shares), questions }))
}
