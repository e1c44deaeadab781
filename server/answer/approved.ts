/**
 * Answers from a clause that an editor approved for the question: in the clause's own words, or with what the register has of it.
 *
 * Law: an approval chooses the clause, and nothing else: what is said of it is proved like any other statement. Pure.
 */
import { yearOf } from '../../corpus/build.ts'
import type { Library, Ranked } from '../../corpus/library.ts'
import type { Clause, Target } from '../../corpus/types.ts'
import { endedNotices } from '../../tools/notices.ts'
import { aboutResponsibility } from './about-agencies.ts'
import { aboutClause, checkOfSubject } from './about-clause.ts'
import { aboutDocument } from './about-documents.ts'
import { aboutFact, yearsNotSpokenOf } from './about-facts.ts'
import { checkOfResponsibility } from './check-responsibility.ts'
import { type Draft, type DraftStatement, draft, type Span, titleSpan } from './draft.ts'
import { type Evidence, findEvidence, isTitle, sentenceSpans } from './evidence.ts'
import { questionKey } from './question-key.ts'
import type { Case, Focus } from './respond.ts'
import { ended, sayLabel, sayTitle, sayWords } from './say.ts'
import { further, original, spansOf, stated } from './say-evidence.ts'
import type { Question } from './understand.ts'

/** Which clause an editor approved for a question. */
export interface ClauseRef {
  documentId: string
  clauseId: string
}

/** The clause approved for the question that has this key, if any. */
export type FindApproved = (key: string) => ClauseRef | undefined

/** A question that says less than this and points back is asked of what the conversation is about. */
const SAYS_LITTLE = 12
/** Of a clause that shares no word with the question, this much is said. */
const MAX_CHARACTERS = 320

/** The clause approved for the question in these `words`, if it is on the shelves and no other document is asked for. */
export function approvedFor(
  words: string,
  question: Question,
  library: Library,
  find: FindApproved,
  documentId: string | undefined,
  focus: Focus | undefined,
): Clause | undefined {
  const key = questionKey(words)
  const found = key === '' ? undefined : find(key)
  if (!found || (documentId !== undefined && found.documentId !== documentId)) return undefined
  return focus && pointsBack(question) ? undefined : library.clause(found.documentId, found.clauseId)
}

/** `这项归谁管` means another clause in each conversation. */
export function pointsBack({ refersBack, fragment, mass }: Question): boolean {
  return (refersBack || fragment) && mass < SAYS_LITTLE
}

/** What the approved clause answers. */
export function aboutApproved(asked: Case): Draft | undefined {
  const { approved: clause, library, question, strings } = asked
  if (!clause) return undefined
  const { documentId, clauseId } = clause
  const ranked = library.search(question.query, { clauses: [clause] })
  const own: Case = { ...asked, named: [clause], ranked, followsUp: false }
  const drafted =
    HANDLERS.map((handler) => handler(own)).find((found) => found && answers(found, clause)) ??
    inOwnWords(own, clause)
  const targets = library.targetsOf(documentId, clauseId)
  const responsibilities = library.responsibilitiesOf(documentId, clauseId)
  const label = sayLabel(clause, question.lang)
  return {
    ...drafted,
    outcome: 'answered',
    responsibilities,
    targets: [...drafted.targets, ...targets.filter((target) => !drafted.targets.includes(target))],
    suggestions: [
      ...(responsibilities.length > 0 ? [strings.suggestions.agency(label)] : []),
      strings.suggestions.content(label),
    ],
    focus: [clause],
  }
}

/** Of one clause, in this order: a heading as such, what the head says of the document, who, then what. */
const HANDLERS = [
  aboutHeading,
  aboutDocument,
  checkOfResponsibility,
  aboutResponsibility,
  checkOfSubject,
  aboutFact,
]

/** A heading without text of its own says its title, and what stands under it. */
function aboutHeading(own: Case): Draft | undefined {
  const isHeading = own.named.every((clause) => bodyOf(clause).length === 0)
  return isHeading ? aboutClause({ ...own, question: { ...own.question, mass: 0 } }) : undefined
}

function answers({ outcome, statements: [first] }: Draft, clause: Clause): boolean {
  return outcome === 'answered' && (first?.spans.some((span) => span.clause === clause) ?? false)
}

/** The sentences of the clause that fit the question best, whatever was thought to be asked for. */
function inOwnWords(own: Case, clause: Clause): Draft {
  const { question, library, strings, today } = own
  const [ranked] = own.ranked
  const evidence =
    ranked &&
    (findEvidence(question.query, ranked, library, { number: question.wants.number }) ??
      findEvidence(question.query, ranked, library, { number: false }))
  const [first, ...rest] = evidence ? saidOf(evidence, ranked, own) : readOut(clause, own)
  const targets = evidence?.targets ?? targetsIn(first, library)
  const source = library.document(clause.documentId)?.source
  const year = source && yearsNotSpokenOf(own, clause).length > 0 ? yearOf(source) : undefined
  return draft(
    'answered',
    [{ ...first, text: (year ? strings.otherYear(year) : '') + first.text }, ...rest],
    {
      targets,
      notices: year
        ? [{ code: 'year_mismatch', detail: year }]
        : endedNotices(evidence ? targets.slice(0, 1) : targets, today),
    },
  )
}

type Statements = [DraftStatement, ...DraftStatement[]]

function saidOf(evidence: Evidence, ranked: Ranked, own: Case): Statements {
  return [
    { text: stated(evidence, own), spans: spansOf(evidence) },
    ...original(evidence, own).map((statement) => ({ ...statement, aside: true as const })),
    ...further(own, ranked, evidence),
  ]
}

/** How the clause begins, where it has no word of the question. */
function readOut(clause: Clause, { question: { lang }, library, strings }: Case): Statements {
  const [first = titleSpan(clause), ...rest] = bodyOf(clause)
  const title = lang === 'en' ? sayTitle(clause, lang, library) : ''
  const opening = strings.states(sayLabel(clause, lang), title, sayWords(first, lang))
  const near = rest.filter(({ end }) => end - first.start <= MAX_CHARACTERS)
  return [
    { text: ended(opening, lang), spans: [first] },
    ...near.map((span) => ({ text: ended(sayWords(span, lang), lang), spans: [span] })),
  ]
}

/** The sentences beneath the title; what a semicolon ends is read out as one of its own. */
function bodyOf(clause: Clause): Span[] {
  return sentenceSpans(clause)
    .filter((sentence) => !isTitle(sentence))
    .map(({ start, end }) => ({
      clause,
      start,
      end: /[;；]/.test(clause.text[end - 1] ?? '') ? end - 1 : end,
    }))
}

function targetsIn({ spans }: DraftStatement, library: Library): Target[] {
  return spans.flatMap(({ clause, start, end }) =>
    library
      .targetsOf(clause.documentId, clause.clauseId)
      .filter((target) => target.start < end && start < target.end),
  )
}
