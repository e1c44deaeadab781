/**
 * Answers that set two or more things side by side.
 */

import { IN_SCOPE } from '../../corpus/scope.ts'
import type { Target } from '../../corpus/types.ts'
import { endedNotice } from './about-facts.ts'
import { type Draft, type DraftStatement, draft } from './draft.ts'
import { findEvidence } from './evidence.ts'
import type { Case } from './respond.ts'
import { spansOf, stated } from './say-evidence.ts'

/** Two or more things side by side: each with its own figure. */
export function aboutComparison(asked: Case): Draft | undefined {
  const { question, library, strings, named } = asked
  if (!question.wants.compare || asked.followsUp) return undefined
  const whole = asked.ranked[0]
  const parts =
    named.length > 1
      ? named.map((clause) => ({ query: question.query, clauses: [clause] }))
      : subjects(asked).map((part) => ({ query: library.query(part), clauses: undefined }))
  if (parts.length < 2) return undefined
  const statements: DraftStatement[] = []
  const targets: Target[] = []
  for (const { query, clauses } of parts.slice(0, 4)) {
    const found = library.search(query, {
      limit: 3,
      ...(clauses ? { clauses } : {}),
      ...(question.documentIds ? { documentIds: question.documentIds } : {}),
    })
    // A part leans on the sentence it stands in: the clause that fits the whole question comes first.
    const inWhole =
      found.find(({ clause, score }) => clause === whole?.clause && score >= (found[0]?.score ?? 0) * 0.6) ??
      found[0]
    const evidence =
      inWhole && findEvidence(query, inWhole, library, { number: question.wants.number || !clauses })
    if (!inWhole || !evidence || inWhole.confidence < IN_SCOPE * 0.7) return undefined
    statements.push({ text: stated(evidence, asked), spans: spansOf(evidence) })
    targets.push(...evidence.targets.slice(0, 1))
  }
  const unique = statements.filter(
    ({ text }, i) => statements.findIndex((other) => other.text === text) === i,
  )
  if (unique.length < 2) return undefined
  return draft('answered', unique, {
    targets,
    notices: endedNotice(asked, targets),
    suggestions: [strings.suggestions.examples[0] ?? ''],
  })
}

/** The things compared: what stands between the conjunctions. */
function subjects({ question }: Case): string[] {
  const text = question.folded.replace(
    /^.*?(?:compare[ds]?(?: the)?(?: targets?)?(?: for| of)?|比较一?下?|对比一?下?)[:：]?/,
    '',
  )
  return text
    .split(
      /\s*(?:和|与|跟|同|比|还是|以及|、|,|，|;|\bvs\.?|\bversus\b|\band\b|\bor\b|\bthan\b|\bto\b(?= the)|&)\s*/,
    )
    .map((part) => part.replace(/哪个.*$|相差.*$|差多少.*$|which .*$/, '').trim())
    .filter((part) => part.length > 1)
}
