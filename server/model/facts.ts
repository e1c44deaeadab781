/**
 * The facts behind what a model wrote: the register's entries for the clauses that its statements cite. Pure.
 */
import { findAgencyNames } from '../../corpus/agency-mentions.ts'
import { readNumbers } from '../../corpus/numerals.ts'
import { plainValue } from '../../corpus/scale.ts'
import { fold } from '../../corpus/script.ts'
import type { Answer, Clause, ReadResponsibility, Target } from '../../corpus/types.ts'
import { endedNotices, sharedNotices } from '../../tools/notices.ts'
import type { Drafted, Finish } from '../answer/answer.ts'
import type { DraftStatement } from '../answer/draft.ts'
import { ABSENCE } from '../answer/gate/words-denial.ts'

/** What the statements, the first of them above all, make of the answer. */
export function outcomeOf([first]: DraftStatement[]): Answer['outcome'] {
  return first && saysAbsence(fold(first.text)) ? 'not_stated' : 'answered'
}

/** True if the folded text says that something is not stated. */
export function saysAbsence(said: string): boolean {
  return ABSENCE.some(({ pattern }) => pattern.test(said)) && !SPEAKS_OF_LEAD.test(said)
}

/** That no lead is named is an answer. */
const SPEAKS_OF_LEAD = /牵头|\blead/

/** The facts of the draft where it stays, and those that the added statements speak of. */
export function factsOf(
  { draft, asked }: Drafted,
  added: DraftStatement[],
  isKept: boolean,
  today: string,
): NonNullable<Finish['facts']> {
  const { library } = asked
  const responsibilities = isKept ? [...draft.responsibilities] : []
  const targets = isKept ? [...draft.targets] : []
  const namedNow: ReadResponsibility[] = []
  for (const { text, spans } of added) {
    const said = fold(text)
    const figures = new Set(readNumbers(said).map(plainValue))
    const named = findAgencyNames(said, library).flatMap(({ agencies }) => agencies)
    for (const clause of new Set(spans.map((span) => span.clause))) {
      const entries = library.responsibilitiesOf(clause.documentId, clause.clauseId)
      if (entries.some(({ agency }) => named.some(({ name }) => fold(name) === fold(agency))))
        addAll(namedNow, entries)
      addAll(
        targets,
        targetsIn(clause, spans, figures, library.targetsOf(clause.documentId, clause.clauseId)),
      )
    }
  }
  addAll(responsibilities, namedNow)
  const kept = isKept ? draft.notices : draft.notices.filter(({ code }) => code === 'year_mismatch')
  return {
    responsibilities,
    targets,
    notices: [...kept, ...sharedNotices(namedNow), ...endedNotices(targets, today)],
  }
}

function targetsIn(
  clause: Clause,
  spans: DraftStatement['spans'],
  figures: Set<number>,
  targets: Target[],
): Target[] {
  return targets.filter(
    ({ start, end, value, unit }) =>
      value !== undefined &&
      figures.has(plainValue({ value, ...(unit ? { unit } : {}) })) &&
      spans.some((span) => span.clause === clause && span.start < end && start < span.end),
  )
}

function addAll<T extends ReadResponsibility | Target>(list: T[], more: T[]): void {
  for (const entry of more) if (!list.includes(entry)) list.push(entry)
}
