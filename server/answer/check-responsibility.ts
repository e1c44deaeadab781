/**
 * Checks claims about who is responsible: one alone, one in the lead, one among others.
 */
import type { Clause } from '../../corpus/types.ts'
import { sharedNotices } from '../../tools/notices.ts'
import { roleSentence, statementSpan, subjectClause } from './about-agencies.ts'
import { claimedFigures } from './claimed-figures.ts'
import { type Draft, type DraftStatement, draft } from './draft.ts'
import { findEvidence } from './evidence.ts'
import { CLAIMS_ALONE } from './patterns.ts'
import type { Case } from './respond.ts'
import { ended, sayAgencies, sayAgency, sayLabel, sayTitle, sayWords } from './say.ts'

/** Checks `只有市A负责`, `市A牵头`, `is B one of them` against the register. */
export function checkOfResponsibility(asked: Case): Draft | undefined {
  const { question, library, strings } = asked
  const { wants, lang } = question
  const mention = question.agencies.find(({ agencies }) => agencies.length > 0) ?? question.agencies[0]
  if (!mention) return undefined
  const claims = wants.alone || wants.leadClaim
  const asksMembership =
    wants.check && (question.refersBack || question.clauses.length > 0 || question.mass > 0) && !wants.tasks
  if (!claims && !asksMembership) return undefined
  if (wants.leadClaim && wants.tasks && question.mass === 0) return undefined
  const clause = subjectClause(asked)
  if (!clause) return undefined
  const entries = library.responsibilitiesOf(clause.documentId, clause.clauseId)
  if (entries.length === 0) return undefined
  const own = entries.find((entry) =>
    question.agencies.some(({ agencies }) => agencies.some(({ name }) => name === entry.agency)),
  )
  const leads = entries.filter(({ role }) => role === 'lead')
  const all = sayAgencies(entries, lang, library, strings.join)
  const said = sayAgency(
    own?.agency ?? mention.agencies[0]?.name ?? mention.said,
    clause.documentId,
    lang,
    library,
  )
  // A number in the claim (`the renovation of 194 compounds`): the right one is given with it.
  const claimed = CLAIMS_ALONE.reduce((text, { pattern }) => text.replace(pattern, blanks), question.folded)
  const assertsFigure = claimedFigures(claimed, question.clauses).length > 0
  const figure = wants.number || assertsFigure ? figureOf(asked, clause) : undefined
  const spans = [statementSpan(clause, library)]
  const label = sayLabel(clause, lang)
  const verdict = (text: string): DraftStatement => ({ text, spans })
  const respond = (text: string, corrected: boolean): Draft =>
    // What is asked comes first: the figure, or who is responsible.
    draft(
      'answered',
      wants.number && figure ? [figure, verdict(text)] : [verdict(text), ...(figure ? [figure] : [])],
      {
        responsibilities: entries,
        notices: [
          ...(corrected ? [{ code: 'premise_corrected' as const, detail: label }] : []),
          ...sharedNotices(entries),
        ],
        focus: [clause],
      },
    )
  if (!own) return respond(strings.notInvolved(said, all), claims || wants.check)
  if (wants.leadClaim && !wants.alone) {
    if (leads.length === 0)
      return entries.length === 1 ? respond(strings.sole(all), false) : respond(strings.noLead(all), true)
    return own.role === 'lead'
      ? respond(strings.leadConfirmed(said), false)
      : respond(strings.leadIs(said, sayAgencies(leads, lang, library, strings.join)), true)
  }
  if (wants.alone) {
    if (entries.length === 1) return respond(strings.sole(all), false)
    return respond(
      leads.length > 0 ? roleSentence(entries, asked) : strings.notAlone(all, entries.length),
      true,
    )
  }
  if (wants.agency && !question.refersBack) return undefined
  return respond(strings.takesPart(said, label), false)
}

/** `一家` claims that one agency is alone, not a number. */
function blanks(words: string): string {
  return ' '.repeat(words.length)
}

function figureOf({ question, library, strings, ranked }: Case, clause: Clause): DraftStatement | undefined {
  const found =
    ranked.find((entry) => entry.clause === clause) ??
    library.search(question.query, { clauses: [clause] })[0]
  const evidence = found && findEvidence(question.query, found, library, { number: true })
  if (!evidence) return undefined
  const text = strings.states(
    sayLabel(clause, question.lang),
    sayTitle(clause, question.lang, library),
    sayWords(evidence.span, question.lang),
  )
  return { text: ended(text, question.lang), spans: [evidence.span] }
}
