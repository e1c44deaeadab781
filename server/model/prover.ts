/**
 * Proves what a model wrote: its clauses exist, its language is the answer's, it speaks of the question, and the gate lets it pass. Pure.
 */
import { findAgencyNames } from '../../corpus/agency-mentions.ts'
import { fold } from '../../corpus/script.ts'
import type { Clause } from '../../corpus/types.ts'
import type { Drafted, Setting } from '../answer/answer.ts'
import type { DraftStatement } from '../answer/draft.ts'
import { faultsOf } from '../answer/gate/gate.ts'
import type { FaultKind } from '../answer/gate/reading.ts'
import { FORMS } from './completion.ts'
import type { ToolResult } from './conversation.ts'
import { saysAbsence } from './facts.ts'
import { inLanguage } from './in-language.ts'
import { instructions, leaks } from './prompt.ts'
import { spansProving } from './quote.ts'
import { clauseMeant } from './shown.ts'
import type { Written } from './written.ts'

/** It is right, and has nothing to do with the question. */
export const IRRELEVANT = 'irrelevant'

/** Why a statement is not shown. */
export type Rejection = FaultKind | typeof IRRELEVANT | 'citation' | 'too_long' | 'language' | 'leak'

const LONGEST_STATEMENT = 400
/** Of what a question asks about, a statement from another clause than those that answer it has to have this share. */
const SPEAKS_OF_QUESTION = 0.4
/** … and an answer's first statement this part of what the embedded answer has. */
const NEARLY = 0.7

/** Tools that find a clause by what is asked; others give the one that is named, fitting or not. */
const SEARCHES = new Set(['search', 'search_clauses', 'lookup_target', 'lookup_agency'])

export interface Prover {
  /** The statement as it is shown, or why it is not; `isFirst` of what the model has to say. */
  prove(written: Written, isFirst: boolean): DraftStatement | Rejection
  /** What tools found for the model. */
  takeResults(results: ToolResult[]): void
}

/** The prover of one answer; `shown` are the clauses that the model sees. */
export function openProver(
  { draft, asked, questions }: Drafted,
  embedded: DraftStatement[],
  shown: Clause[],
  { audience = 'citizen', today }: Setting,
): Prover {
  const { library, question } = asked
  const { lang, query, wants } = question
  const system = FORMS.map((form) => instructions({ lang, audience, form, today })).join('\n')
  const answering = draft.statements.flatMap(({ spans }) => spans.map(({ clause }) => clause))
  const abstains = draft.outcome === 'not_stated' || draft.outcome === 'out_of_scope'
  const found: string[] = []

  function wasFound({ documentId, clauseId }: Clause): boolean {
    const names = [`"documentId":"${documentId}","clauseId":"${clauseId}"`, `"${documentId}#${clauseId}"`]
    return found.some((result) => names.some((name) => result.includes(name)))
  }

  function isRelevant(text: string, cited: Clause[], isFirst: boolean): boolean {
    // That nothing is stated has been said.
    if (draft.outcome === 'not_stated' && draft.certainty === 'sure' && saysAbsence(fold(text))) return false
    // The model found it in words of its own, which the question may not have.
    if (cited.every(wasFound)) return true
    if (draft.outcome === 'out_of_scope') return false
    const said = fold(text)
    const share = library.coverage(query, said)
    const isOfThese = cited.some((clause) => answering.includes(clause))
    if (draft.certainty === 'sure' && isOfThese) return true
    if (draft.certainty === 'sure' || !isFirst) return share >= SPEAKS_OF_QUESTION
    // The first of an answer says what was asked for, and speaks of it as the embedded answer does.
    const hasKind =
      (!wants.number || /\d/.test(said)) && (!wants.agency || findAgencyNames(said, library).length > 0)
    const embeddedShare = library.coverage(query, fold(embedded[0]?.text ?? ''))
    const isNear = isOfThese
      ? share >= embeddedShare * NEARLY
      : share >= Math.max(SPEAKS_OF_QUESTION, embeddedShare)
    return (hasKind || saysAbsence(said)) && isNear
  }

  return {
    prove(written, isFirst) {
      const meant = written.evidence.map((id) => clauseMeant(id, shown, library))
      const cited = [...new Set(meant.flatMap((clause) => clause ?? []))]
      if (cited.length === 0 && saysAbsence(fold(written.text))) return IRRELEVANT
      if (cited.length === 0 || meant.includes(undefined)) return 'citation'
      if (written.text.length > LONGEST_STATEMENT) return 'too_long'
      const names = cited.flatMap(({ documentId, clauseId }) =>
        library.responsibilitiesOf(documentId, clauseId).map(({ agency }) => agency),
      )
      const text = inLanguage(visible(written.text), lang, names)
      if (!text) return 'language'
      if (leaks(text, system, cited.map((clause) => clause.text).join('\n'))) return 'leak'
      if (!isRelevant(text, cited, isFirst)) return IRRELEVANT
      const [fault] = faultsOf({ text, clauses: cited, asked: questions, abstains }, library)
      if (fault) return fault.kind
      return { text, spans: cited.flatMap((clause) => spansProving(text, clause, library)) }
    },
    takeResults(results) {
      found.push(...results.flatMap(({ tool, content }) => (SEARCHES.has(tool) ? [content] : [])))
    },
  }
}

/** Without controls, marks of direction and other characters that nobody sees. */
function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}
