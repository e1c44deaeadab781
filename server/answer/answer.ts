/**
 * The embedded answerer: understand → look up → compose → prove → number the citations. Needs no model.
 */

import type { Library } from '../../corpus/library.ts'
import { hasHan, scriptOf } from '../../corpus/script.ts'
import type { Answer, Citation, Lang, Statement } from '../../corpus/types.ts'
import { cite } from '../../tools/cite.ts'
import type { Audience } from '../model/prompt.ts'
import type { ModelUse } from '../model/use.ts'
import { PARTIAL, type Strings } from '../strings.ts'
import { approvedFor, type FindApproved } from './approved.ts'
import type { Draft, DraftStatement, Span } from './draft.ts'
import { faultsOf } from './gate/gate.ts'
import { languageOf } from './language.ts'
import { lookUp } from './look-up.ts'
import { redact } from './redact.ts'
import { type Case, type Focus, respond } from './respond.ts'
import { type Question, type Understanding, understand } from './understand.ts'

export interface Ask {
  question: string
  history?: { role: 'user' | 'assistant'; content: string }[]
  lang?: Lang
  documentId?: string
}

/** What the door passes in, because the middle of the house knows no clock, randomness or network. */
export interface Setting {
  /** Today, `YYYY-MM-DD`. */
  today: string
  /** The id of the answer. */
  id: string
  /** Absolute, without a closing slash: citations' addresses start with it. */
  baseUrl: string
  /** For whom it is worded; citizens unless said. */
  audience?: Audience
  /** Which clause an editor approved for a question; none unless said. */
  approved?: FindApproved
  /** True where nothing is shown before all of it: what is sure waits for no model. */
  hurried?: boolean
  /** Aborted when the asker leaves. */
  signal?: AbortSignal
  /** Aborted when the server closes: answers end with what they have. */
  closing?: AbortSignal
  /** Hears of statements as they are proved, before the answer is whole; what is told stays, and comes first. */
  tell?(statement: Told): void
  /** Hears what asking the model came to. */
  report?(use: ModelUse): void
}

/** A statement with the citations that prove it. */
export interface Told {
  text: string
  citations: Citation[]
}

/** Only the last questions of a conversation bear on the next one. */
const TURNS_READ = 4

/** What the embedded answerer would say, before it is numbered, with all that was found for it. */
export interface Drafted {
  draft: Draft
  asked: Case
  /** The questions of the conversation, this one last: what they assert may be denied. */
  questions: string
}

/** Answers one question from the library; any text gets an answer, and none throws. */
export function answer(ask: Ask, library: Library, setting: Setting): Answer {
  const drafted = draftOf(ask, library, setting)
  return finish(drafted, provedOf(drafted), setting)
}

/** Understands and drafts; what it drafted is not yet proved. */
export function draftOf(
  ask: Ask,
  library: Library,
  { today, approved }: Pick<Setting, 'today' | 'approved'>,
): Drafted {
  const understanding: Understanding = { library, today }
  const options = { ...(ask.documentId ? { documentId: ask.documentId } : {}) }
  let focus: Focus | undefined
  const find = (words: string, question: Question): Case => {
    const clause = approved && approvedFor(words, question, library, approved, ask.documentId, focus)
    return { ...lookUp(question, understanding, focus), ...(clause ? { approved: clause } : {}) }
  }
  const earlier = (ask.history ?? []).filter(({ role }) => role === 'user').slice(-TURNS_READ)
  for (const { content } of earlier) {
    const question = understand(content, understanding, options)
    const drafted = respond(find(content, question))
    if (drafted.focus.length > 0 || question.agencies.length > 0) {
      focus = {
        clauses: drafted.focus,
        before: focus?.clauses ?? [],
        question,
      }
    }
  }
  const lang = ask.lang ?? spokenBefore(ask.question, focus)
  const question = understand(ask.question, understanding, { ...options, ...(lang ? { lang } : {}) })
  const asked = find(ask.question, question)
  return {
    draft: respond(asked),
    asked,
    questions: [...earlier.map(({ content }) => redact(content)), question.cleaned.question].join('\n'),
  }
}

/** Chinese that both scripts write alike is in the script of the conversation. */
function spokenBefore(question: string, focus: Focus | undefined): Lang | undefined {
  const before = focus?.question.lang
  return before &&
    before !== 'en' &&
    hasHan(question) &&
    scriptOf(question) === undefined &&
    languageOf(question) !== 'en'
    ? before
    : undefined
}

/** What a writer adds to an answer, or says of it. */
export interface Finish {
  mode?: Answer['mode']
  outcome?: Answer['outcome']
  /** A model was configured, and its answer could not be used. */
  degraded?: boolean
  /** … or not to its end. */
  partial?: boolean
  /** In place of those of the draft. */
  facts?: Pick<Draft, 'responsibilities' | 'targets' | 'notices'>
}

/** The answer of these statements, with its citations numbered in order of first use. */
export function finish(
  { draft, asked: { question, library, strings } }: Drafted,
  kept: DraftStatement[],
  setting: Setting,
  {
    mode = 'embedded',
    outcome = draft.outcome,
    degraded = false,
    partial = false,
    facts = draft,
  }: Finish = {},
): Answer {
  const shelf = openCitations(library, setting.baseUrl)
  const statements: Statement[] = kept.map(({ text, spans }) => ({ text, citations: shelf.numbersOf(spans) }))
  const notices = [
    ...facts.notices,
    ...(question.cleaned.redacted ? [{ code: 'pii_redacted' as const, detail: '' }] : []),
    ...(degraded ? [{ code: 'degraded' as const, detail: partial ? PARTIAL : '' }] : []),
  ]
  return {
    id: setting.id,
    question: question.cleaned.question,
    lang: question.lang,
    mode,
    outcome,
    statements,
    answer: statements
      .map(({ text, citations: marks }) => text + marks.map((n) => `[${n}]`).join(''))
      .join('\n'),
    citations: shelf.citations,
    responsibilities: facts.responsibilities.map(({ documentId, clauseId, agency, role, note }) => ({
      documentId,
      clauseId,
      agency,
      role,
      ...(note ? { note } : {}),
    })),
    targets: facts.targets,
    notices: uniqueNotices(notices, strings),
    suggestions: [...new Set(draft.suggestions)].filter((text) => text !== '').slice(0, 4),
    aiLabel: strings.aiLabel,
  }
}

/** The statements that their clauses prove; in place of a first one that they do not, the clause's own words. */
export function provedOf({ draft, asked, questions }: Drafted): DraftStatement[] {
  const { library, strings } = asked
  const kept = draft.statements.filter((statement) => isProved(statement, draft, library, questions))
  const [first] = draft.statements
  if (!first || kept.includes(first)) return kept
  const quotes = first.spans.map((span) => ({
    text: strings.original(span.clause.text.slice(span.start, span.end)),
    spans: [span],
  }))
  return [...quotes, ...kept.filter(({ text }) => quotes.every((quote) => quote.text !== text))]
}

/** What says nothing of a clause (`the documents do not cover this`) needs none. */
function isProved(
  { text, spans }: DraftStatement,
  { outcome }: Draft,
  library: Library,
  asked: string,
): boolean {
  if (spans.length === 0) return outcome !== 'answered' || !SAYS_A_FACT.test(text)
  const clauses = [...new Set(spans.map(({ clause }) => clause))]
  return faultsOf({ text, clauses, asked, abstains: outcome === 'not_stated' }, library).length === 0
}

const SAYS_A_FACT = /\d/

/** Citations numbered from 1 in order of first use. */
export interface CitationShelf {
  citations: Citation[]
  /** The numbers of the citations of `spans`; new ones are added. */
  numbersOf(spans: Span[]): number[]
}

/** An empty shelf; the addresses of its citations start with `baseUrl`. */
export function openCitations(library: Library, baseUrl: string): CitationShelf {
  const citations: Citation[] = []
  const numberOf = ({ clause, start, end }: Span) => {
    const known = citations.find(
      (entry) =>
        entry.documentId === clause.documentId &&
        entry.clauseId === clause.clauseId &&
        entry.start === start &&
        entry.end === end,
    )
    if (known) return known.n
    const citation = cite(library, clause, start, end, citations.length + 1, baseUrl)
    citations.push(citation)
    return citation.n
  }
  return { citations, numbersOf: (spans) => [...new Set(spans.map(numberOf))] }
}

function uniqueNotices(notices: Draft['notices'], strings: Strings): Answer['notices'] {
  return notices
    .filter(({ code }, i) => notices.findIndex((other) => other.code === code) === i)
    .map(({ code, detail }) => ({ code, text: strings.notices[code](detail) }))
}
