/**
 * Responds to an understood question: the first handler that knows what to do drafts the answer.
 */
import type { Library, Ranked } from '../../corpus/library.ts'
import type { Clause, NoticeCode } from '../../corpus/types.ts'
import type { Strings } from '../strings.ts'
import { aboutResponsibility } from './about-agencies.ts'
import { aboutAgency } from './about-agency.ts'
import { aboutClause, checkOfSubject } from './about-clause.ts'
import { aboutCommon } from './about-common.ts'
import { aboutComparison } from './about-comparison.ts'
import { aboutDocument } from './about-documents.ts'
import { aboutFact } from './about-facts.ts'
import { aboutList } from './about-list.ts'
import { aboutApproved } from './approved.ts'
import { checkOfResponsibility } from './check-responsibility.ts'
import { type Certainty, type Draft, draft } from './draft.ts'
import { OFF_TOPIC } from './patterns.ts'
import { meets, type Question } from './understand.ts'

/** What the conversation has been about. */
export interface Focus {
  clauses: Clause[]
  /** The clauses of the turn before that one: `这两个` means both. */
  before: Clause[]
  question: Question
}

/** One question with all that was found for it. */
export interface Case {
  question: Question
  library: Library
  strings: Strings
  today: string
  focus?: Focus
  /** Clauses that the question names by number, or points back to. */
  named: Clause[]
  /** Clauses that fit what it asks about, best first. */
  ranked: Ranked[]
  /** True if `ranked` was kept to what the conversation was about. */
  followsUp: boolean
  /** The clause that an editor approved for this question. */
  approved?: Clause
}

type Handler = (asked: Case) => Draft | undefined

/** As sure as the clause that it found. */
const BY_RANK = 'by rank'

/** In this order: what an editor approved, what cannot be answered, what is asked by number, who, then what; each with how sure it is. */
const HANDLERS: [Handler, Certainty | typeof BY_RANK][] = [
  [aboutApproved, 'sure'],
  [declined, 'settled'],
  [offTopic, 'settled'],
  [elsewhere, 'settled'],
  [unknownClause, 'settled'],
  [aboutCommon, 'sure'],
  [aboutDocument, 'sure'],
  [checkOfResponsibility, 'sure'],
  [aboutAgency, 'sure'],
  [aboutResponsibility, BY_RANK],
  [checkOfSubject, BY_RANK],
  [aboutClause, 'sure'],
  [aboutList, 'sure'],
  [aboutComparison, BY_RANK],
  [aboutFact, BY_RANK],
]

/** The draft of the answer; every question gets one. */
export function respond(asked: Case): Draft {
  for (const [handler, certainty] of HANDLERS) {
    const drafted = handler(asked)
    if (drafted)
      return withElsewhere({ ...drafted, certainty: certaintyOf(drafted, certainty, asked) }, asked)
  }
  return outOfScope(asked)
}

/** A clause that fits this much less well leaves no doubt which is meant: 97 of 100 such answers are right (tuned set). */
const CLEARLY_BEHIND = 0.85

const HELD_AGAINST_TEXT = new Set<NoticeCode>(['premise_corrected', 'year_mismatch'])

function certaintyOf(
  { outcome, notices }: Draft,
  certainty: Certainty | typeof BY_RANK,
  { named, ranked: [best, next] }: Case,
): Certainty {
  if (outcome === 'clarify') return 'settled'
  if (certainty !== BY_RANK) return certainty
  // What the text does not state, or states otherwise than the question does, it states so to any reader.
  if (outcome === 'not_stated' || notices.some(({ code }) => HELD_AGAINST_TEXT.has(code))) return 'sure'
  const isClear = named.length > 0 || (best && (next?.score ?? 0) <= best.score * CLEARLY_BEHIND)
  return isClear ? 'sure' : 'unsure'
}

/** Suggests the clauses of other cities' documents that a number fits too. */
function withElsewhere(drafted: Draft, asked: Case): Draft {
  const others = asked.question.clauses.flatMap(({ elsewhere = [] }) => elsewhere)
  return others.length === 0
    ? drafted
    : {
        ...drafted,
        suggestions: [...others.map((clause) => inItsDocument(clause, asked)), ...drafted.suggestions],
      }
}

/** A clause with the title of its document. */
function inItsDocument({ documentId, label }: Clause, { library }: Case): string {
  return `${library.document(documentId)?.source.title} ${label}`
}

/** Nothing in the documents bears on the question. */
export function outOfScope({ strings, library }: Case): Draft {
  return draft(
    'out_of_scope',
    [{ text: strings.outOfScope(library.documents[0]?.source.title ?? ''), spans: [] }],
    { suggestions: strings.suggestions.examples },
  )
}

function declined({ question, strings }: Case): Draft | undefined {
  if (!question.cleaned.empty) return undefined
  return draft('declined', [{ text: strings.declined, spans: [] }], {
    suggestions: strings.suggestions.examples,
  })
}

/** The weather, the lottery, where to eat: said to be out of scope, whatever words it shares with a clause. */
function offTopic(asked: Case): Draft | undefined {
  return meets(OFF_TOPIC, asked.question.asking) ? outOfScope(asked) : undefined
}

function elsewhere({ question, strings }: Case): Draft | undefined {
  // `This came from the Jiangsu government, right?` asks who issued the document held here.
  if (question.wants.check && question.wants.document) return undefined
  const place = question.places[0]
  return place
    ? draft('out_of_scope', [{ text: strings.otherPlace(place), spans: [] }], {
        suggestions: strings.suggestions.examples,
      })
    : undefined
}

/** A number that no clause has, or that several have. */
function unknownClause(asked: Case): Draft | undefined {
  const { question, strings, named } = asked
  const ambiguous = question.clauses.find(({ clauses }) => clauses.length > 1)
  if (ambiguous && named.length === 0) {
    const many = new Set(ambiguous.clauses.map(({ documentId }) => documentId)).size > 1
    const choices = ambiguous.clauses.map((clause) =>
      many ? inItsDocument(clause, asked) : `${clause.clauseId} ${clause.title}`,
    )
    return draft('clarify', [{ text: strings.clarifyClause(ambiguous.said), spans: [] }], {
      suggestions: choices,
    })
  }
  const missing = question.clauses.find(({ clauses }) => clauses.length === 0)
  if (!missing || named.length > 0 || question.mass > 0) return undefined
  return draft('not_stated', [{ text: strings.clauseUnknown(missing.said), spans: [] }], {
    suggestions: strings.suggestions.examples,
  })
}
