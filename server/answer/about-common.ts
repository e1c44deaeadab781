/**
 * Answers on agencies that several clauses have in common.
 */
import type { Clause } from '../../corpus/types.ts'
import { statementSpan } from './about-agencies.ts'
import { type Draft, draft } from './draft.ts'
import type { Case } from './respond.ts'
import { sayAgencies, sayHeading, sayLabel } from './say.ts'

/** Agencies that several clauses have in common. */
export function aboutCommon(asked: Case): Draft | undefined {
  const { question, library, strings, focus } = asked
  if (
    !question.wants.common &&
    !(question.refersBack && question.clauses.length > 0 && question.wants.agency && focus)
  )
    return undefined
  const clauses =
    question.clauses.length >= 2
      ? question.clauses.flatMap((mention) => mention.clauses)
      : commonSubjects(asked)
  const unique = [...new Set(clauses)].filter(
    (clause) => library.responsibilitiesOf(clause.documentId, clause.clauseId).length > 0,
  )
  if (unique.length < 2) return undefined
  const lists = unique.map((clause) => library.responsibilitiesOf(clause.documentId, clause.clauseId))
  const leads = lists.map((list) => list.filter(({ role }) => role === 'lead'))
  if (question.wants.lead && leads.every((list) => list.length > 0)) {
    const statements = unique.map((clause, i) => ({
      text:
        sayHeading(clause, question.lang) +
        strings.leadOnly(sayAgencies(leads[i] ?? [], question.lang, library, strings.join)),
      spans: [statementSpan(clause, library)],
    }))
    return draft('answered', statements, { responsibilities: leads.flat() })
  }
  const shared = (lists[0] ?? []).filter(({ agency }) =>
    lists.every((list) => list.some((entry) => entry.agency === agency)),
  )
  const labels = strings.join(unique.map((clause) => sayLabel(clause, question.lang)))
  const spans = unique.map((clause) => statementSpan(clause, library))
  const text =
    shared.length > 0
      ? strings.common(labels, sayAgencies(shared, question.lang, library, strings.join))
      : strings.commonNone(labels)
  return draft('answered', [{ text, spans }], {
    responsibilities: lists.flat().filter(({ agency }) => shared.some((entry) => entry.agency === agency)),
  })
}

/** The two that the conversation spoke of last. */
const BOTH = /[两二](?:项|个|条|者)|\b(?:both|the two)\b/

/** Two subjects joined by a conjunction, or what the conversation was about and what is asked now. */
function commonSubjects({ question, focus, library }: Case): Clause[] {
  const named = question.clauses.flatMap((mention) => mention.clauses)
  if (named.length > 0 && focus) return [...focus.clauses, ...named]
  if (focus && BOTH.test(question.folded)) return [...focus.before, ...focus.clauses]
  const parts = question.folded
    .split(/和|与|跟|以及|、| and | & |,|vs/)
    .filter((part) => part.trim().length > 1)
  return parts.flatMap((part) =>
    library
      .search(part, { limit: 1 })
      .filter(({ coverage }) => coverage > 0.4)
      .map(({ clause }) => clause),
  )
}
