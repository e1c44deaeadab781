/**
 * The embedded answerer: understand → look up → compose → number the citations → verify. Needs no model.
 */

import type { Library } from '../../corpus/library.ts'
import { hasHan, scriptOf } from '../../corpus/script.ts'
import type { Answer, Citation, Lang, Statement } from '../../corpus/types.ts'
import { cite } from '../../tools/cite.ts'
import type { Strings } from '../strings.ts'
import type { Draft, DraftStatement, Span } from './draft.ts'
import { languageOf } from './language.ts'
import { lookUp } from './look-up.ts'
import { type Case, type Focus, respond } from './respond.ts'
import { type Understanding, understand } from './understand.ts'
import { proved } from './verify.ts'

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
}

/** Only the last questions of a conversation bear on the next one. */
const TURNS_READ = 4

/** Answers one question from the library; any text gets an answer, and none throws. */
export function answer(ask: Ask, library: Library, setting: Setting): Answer {
  const understanding: Understanding = {
    library,
    today: setting.today,
  }
  const options = { ...(ask.documentId ? { documentId: ask.documentId } : {}) }
  let focus: Focus | undefined
  const earlier = (ask.history ?? []).filter(({ role }) => role === 'user').slice(-TURNS_READ)
  for (const { content } of earlier) {
    const question = understand(content, understanding, options)
    const drafted = respond(lookUp(question, understanding, focus))
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
  const asked = lookUp(question, understanding, focus)
  return finish(respond(asked), asked, setting)
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

function finish(draft: Draft, { question, library, strings }: Case, setting: Setting): Answer {
  const kept = provedOf(draft, library, strings)
  const citations: Citation[] = []
  const statements: Statement[] = kept.map(({ text, spans }) => ({
    text,
    citations: numbersOf(spans, citations, library, setting.baseUrl),
  }))
  const notices = [
    ...draft.notices,
    ...(question.cleaned.redacted ? [{ code: 'pii_redacted' as const, detail: '' }] : []),
  ]
  return {
    id: setting.id,
    question: question.cleaned.question,
    lang: question.lang,
    mode: 'embedded',
    outcome: draft.outcome,
    statements,
    answer: statements
      .map(({ text, citations: marks }) => text + marks.map((n) => `[${n}]`).join(''))
      .join('\n'),
    citations,
    responsibilities: draft.responsibilities.map(({ documentId, clauseId, agency, role, note }) => ({
      documentId,
      clauseId,
      agency,
      role,
      ...(note ? { note } : {}),
    })),
    targets: draft.targets,
    notices: uniqueNotices(notices, strings),
    suggestions: [...new Set(draft.suggestions)].filter((text) => text !== '').slice(0, 4),
    aiLabel: strings.aiLabel,
  }
}

/** The statements that their clauses prove; in place of a first one that they do not, the clause's own words. */
function provedOf(draft: Draft, library: Library, strings: Strings): DraftStatement[] {
  const kept = draft.statements.filter((statement) => proved(statement, draft, library))
  const [first] = draft.statements
  if (!first || kept.includes(first)) return kept
  const quotes = first.spans.map((span) => ({
    text: strings.original(span.clause.text.slice(span.start, span.end)),
    spans: [span],
  }))
  return [...quotes, ...kept.filter(({ text }) => quotes.every((quote) => quote.text !== text))]
}

/** The numbers of the citations of `spans`; new ones are added in order of first use. */
function numbersOf(spans: Span[], citations: Citation[], library: Library, baseUrl: string): number[] {
  const numbers = spans.map(({ clause, start, end }) => {
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
  })
  return [...new Set(numbers)]
}

function uniqueNotices(notices: Draft['notices'], strings: Strings): Answer['notices'] {
  return notices
    .filter(({ code }, i) => notices.findIndex((other) => other.code === code) === i)
    .map(({ code, detail }) => ({ code, text: strings.notices[code](detail) }))
}
