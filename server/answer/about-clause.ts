/**
 * Answers on what one clause says.
 */

import { englishIndicator } from '../../corpus/indicator-name.ts'
import { inScope } from '../../corpus/scope.ts'
import { fold } from '../../corpus/script.ts'
import type { Clause } from '../../corpus/types.ts'
import { statementSpan } from './about-agencies.ts'
import { LITTLE_CONTENT } from './about-documents.ts'
import { type Draft, type DraftStatement, draft, titleSpan } from './draft.ts'
import { sentenceSpans } from './evidence.ts'
import { sayFigure } from './figures.ts'
import { ASKS_OPENING, CLAIMS_SUBJECT } from './patterns.ts'
import type { Case } from './respond.ts'
import { ended, sayAgencies, sayLabel, sayTitle, sayWords } from './say.ts'

const LONG_CLAUSE = 620
const ALL_IN_TITLE = 0.8

/** What one clause, named by its number, says. */
export function aboutClause(asked: Case): Draft | undefined {
  const { question, named, library, strings } = asked
  const { wants, lang } = question
  const clause = named[0] ?? titled(asked)
  if (!clause || named.length > 1) return undefined
  const fits = asked.ranked[0]?.confidence ?? 0
  // `一(二)写了哪几条原则` asks for all of the clause that is so called.
  const asksByTitle = library.appraise(question.query, fold(clause.title)) >= question.mass * ALL_IN_TITLE
  const saysNothingOnIt = question.mass < LITTLE_CONTENT || fits < 1 || asksByTitle
  const asksOther = wants.number || wants.agency || wants.attributes.length > 0 || asked.followsUp
  const wholeClause =
    named.length === 0 ||
    question.mass === 0 ||
    (!asksOther && (wants.content || wants.list ? saysNothingOnIt : fits < 0.6))
  if (!wholeClause || (asked.followsUp && !wants.content && question.neighbour === undefined))
    return undefined
  const children = library
    .clausesOf(clause.documentId)
    .filter(
      (other) =>
        other.clauseId.startsWith(`${clause.clauseId}.`) &&
        other.clauseId.split('.').length === clause.clauseId.split('.').length + 1,
    )
  const label = sayLabel(clause, lang)
  const span = titleSpan(clause)
  const statements: DraftStatement[] = [
    { text: strings.clause(label, quotedTitle(clause, asked)), spans: [span] },
  ]
  statements.push(...contents(clause, asked))
  if (
    children.length > 0 &&
    clause.text.length < 200 &&
    !ASKS_OPENING.some(({ pattern }) => pattern.test(question.folded))
  ) {
    const items = children.map((child) =>
      strings.taskItem(sayLabel(child, lang), sayTitle(child, lang, library), ''),
    )
    statements.push({
      text: strings.list(children.length, items.join(lang === 'en' ? '; ' : '、')),
      spans: children.map(titleSpan),
    })
  }
  const responsibilities = library.responsibilitiesOf(clause.documentId, clause.clauseId)
  if (responsibilities.length > 0) {
    statements.push({
      text: strings.clauseAgencies(sayAgencies(responsibilities, lang, library, strings.join)),
      spans: [statementSpan(clause, library)],
    })
  }
  return draft('answered', statements, {
    responsibilities,
    targets: library.targetsOf(clause.documentId, clause.clauseId),
    suggestions: responsibilities.length > 0 ? [strings.suggestions.agency(label)] : [],
    focus: [clause],
  })
}

/** A clause that has all of a subject, half as well as the best, is about it; one nearly as good is not denied. */
const COVERS_SUBJECT = 0.8
const HALF_AS_WELL = 0.5
const NEARLY_AS_WELL = 0.6

/** Whether a clause named by number is about what the question says it is about. */
export function checkOfSubject(asked: Case): Draft | undefined {
  const { question, named, library, strings } = asked
  const { wants, lang } = question
  const [clause] = named
  const asksOther = wants.number || wants.agency || wants.list || wants.attributes.length > 0
  if (!clause || named.length > 1 || !wants.check || asksOther || question.agencies.length > 0)
    return undefined
  if (question.mass === 0 || !CLAIMS_SUBJECT.some(({ pattern }) => pattern.test(question.folded)))
    return undefined
  if (question.claimed.length > 0) return undefined
  const ranked = library.search(question.query, { documentIds: [clause.documentId] })
  const [best] = ranked
  const own = ranked.find((entry) => entry.clause === clause)
  const share = best && own ? own.score / best.score : 0
  const isRight =
    own !== undefined && (own === best || (own.coverage >= COVERS_SUBJECT && share >= HALF_AS_WELL))
  const isWrong = !isRight && share < NEARLY_AS_WELL
  const verdict = isRight ? strings.verdict.right : isWrong ? strings.verdict.wrong : ''
  const titleOf = (one: Clause, opening = ''): DraftStatement => ({
    text: opening + strings.clause(sayLabel(one, lang), quotedTitle(one, asked)),
    spans: [titleSpan(one)],
  })
  const instead = isWrong && best && inScope(best) ? [titleOf(best.clause)] : []
  return draft('answered', [titleOf(clause, verdict), ...instead], {
    focus: [clause],
    notices: isWrong ? [{ code: 'premise_corrected', detail: sayLabel(clause, lang) }] : [],
  })
}

/** The section whose title is all that the question asks about (`基本原则有哪几条`). */
function titled({ question, ranked, library }: Case): Clause | undefined {
  const [best] = ranked
  const { wants } = question
  if (
    !best ||
    best.clause.kind === 'item' ||
    best.clause.kind === 'article' ||
    wants.agency ||
    wants.number ||
    wants.compare ||
    wants.attributes.length > 0
  )
    return undefined
  const mass = library.mass(question.query)
  return mass > 0 && library.appraise(question.query, fold(best.clause.title)) >= mass * 0.9
    ? best.clause
    : undefined
}

function quotedTitle(clause: Clause, { question, library }: Case): string {
  const title = sayTitle(clause, question.lang, library)
  return question.lang === 'en' && !title.startsWith('「') ? `“${title}”` : title
}

/** The clause's sentences; of a long one those with figures, and the first. */
function contents(clause: Clause, asked: Case): DraftStatement[] {
  const { question, library, strings } = asked
  const { lang } = question
  const body = sentenceSpans(clause).filter(
    ({ start, end }) =>
      fold(clause.text.slice(start, end))
        .replace(/^[\d.、(（)）一二三四五六七八九十第条章]+/, '')
        .replace(/[。\s]/g, '') !== fold(clause.title),
  )
  if (body.length === 0) return []
  if (lang === 'en') {
    const gloss = library.document(clause.documentId)?.gloss
    const figures = library.targetsOf(clause.documentId, clause.clauseId).flatMap((target) => {
      const name = englishIndicator(target, gloss)
      return name
        ? [
            {
              text: `${name[0]?.toUpperCase()}${name.slice(1)}: ${sayFigure(target, lang, gloss)}.`,
              spans: [{ clause, start: target.start, end: target.end }],
            },
          ]
        : []
    })
    return [
      ...figures,
      ...body.map((span) => ({
        text: strings.original(clause.text.slice(span.start, span.end)),
        spans: [span],
      })),
    ]
  }
  const length = body.reduce((sum, { start, end }) => sum + end - start, 0)
  const kept =
    length <= LONG_CLAUSE
      ? body
      : body.filter(({ start, end }, i) => i === 0 || /\d/.test(clause.text.slice(start, end)))
  return kept.map((span) => ({ text: ended(sayWords(span, lang), lang), spans: [span] }))
}
