/**
 * Answers on what: figures, facts, conditions, comparisons, and what the text does not state.
 */
import { yearOf } from '../../corpus/build.ts'
import type { Library, Ranked } from '../../corpus/library.ts'
import { inScope } from '../../corpus/scope.ts'
import { fold } from '../../corpus/script.ts'
import type { Clause, Target } from '../../corpus/types.ts'
import { endedNotices } from '../../tools/notices.ts'
import type { NotStated } from '../strings.ts'
import { checkFigures, speaksOf } from './claimed-figures.ts'
import { type Draft, type DraftStatement, draft } from './draft.ts'
import { type Evidence, findEvidence, type Wanted } from './evidence.ts'
import type { Case } from './respond.ts'
import { ended, sayLabel } from './say.ts'
import { further, original, spansOf, stated, withFigures } from './say-evidence.ts'

/** Another clause than the best is taken for its figure only if it fits nearly as well. */
const NEARLY_AS_GOOD = 0.8

/** … and for what a text seldom states (an address, a sum of money), only if it fits as well. */
const AS_GOOD = 0.92

/** A claimed figure may lead to a clause that fits less well, if it stands there. */
const CLAIM_STANDS = 0.5

const INDICATOR_FITS = 0.6

/** A goal without a number. */
const FULL = /全覆盖|全部/

/** A figure or a fact, a condition, a check of a claimed figure. */
export function aboutFact(asked: Case): Draft | undefined {
  const { question, ranked } = asked
  const { wants } = question
  const [best] = ranked
  if (question.mass === 0 && !best)
    return asked.focus || question.clauses.length > 0 ? undefined : clarify(asked)
  if (!best || (!inScope(best) && !asked.followsUp && asked.named.length === 0)) return undefined
  const attribute = wants.attributes[0]
  const wanted: Wanted = {
    number: wants.number || attribute?.asks === 'share' || (wants.check && question.claimed.length > 0),
    whole: wants.compare,
    years: question.years,
    units: question.claimed.flatMap(({ unit }) => unit ?? []),
    ...(attribute?.asks === 'share'
      ? { kind: 'share' as const }
      : wants.count
        ? { kind: 'count' as const }
        : {}),
  }
  const found =
    gather(asked, { ...wanted, ...(attribute ? { evidence: attribute.evidence } : {}) }) ??
    (attribute?.weaker
      ? gather(asked, { ...wanted, number: false, evidence: attribute.weaker })
      : undefined) ??
    (wants.number && !attribute ? gather(asked, { ...wanted, number: false, evidence: FULL }) : undefined)
  if (wants.achieved) return notStated(asked, 'achieved', best, found?.evidence)
  if (wants.eligibility && !(wants.check && question.claimed.length > 0))
    return notStated(
      asked,
      'eligibility',
      found?.ranked ?? best,
      found?.evidence ?? findEvidence(question.query, best, asked.library, { number: false }),
    )
  if (!found) return notStated(asked, (attribute?.asks as NotStated | undefined) ?? 'number', best)
  const otherYears = yearsNotSpokenOf(asked, found.ranked.clause)
  return compose(asked, found.ranked, found.evidence, otherYears)
}

/** The notice that the date of the target answered with lies before today. */
export function endedNotice({ today, question }: Case, targets: Target[]): Draft['notices'] {
  return question.wants.achieved ? [] : endedNotices(targets.slice(0, 1), today)
}

/** True if the clause has a goal for one of the years, or names it. */
function speaksOfYears(clause: Clause, years: number[], library: Library): boolean {
  return years.some(
    (year) =>
      clause.text.includes(`${year}年`) ||
      library
        .targetsOf(clause.documentId, clause.clauseId)
        .some(({ deadline }) => deadline?.startsWith(String(year))),
  )
}

interface Found {
  ranked: Ranked
  evidence: Evidence
}

/** The best clause that has what is wanted; the next best only if it fits nearly as well. */
function gather({ question, ranked, library }: Case, wanted: Wanted): Found | undefined {
  const best = ranked[0]?.score ?? 0
  const standing = question.wants.check
    ? ranked.filter(({ clause, score }) => score >= best * CLAIM_STANDS && speaksOf(clause, question.claimed))
    : []
  // A year that the documents do speak of is looked for where they do.
  const ofYear =
    ranked[0] && speaksOfYears(ranked[0].clause, question.years, library)
      ? []
      : ranked.filter(
          ({ clause, score }) =>
            score >= best * CLAIM_STANDS && speaksOfYears(clause, question.years, library),
        )
  const least = best * (wanted.evidence && !wanted.number ? AS_GOOD : NEARLY_AS_GOOD)
  for (const entry of [...standing, ...ofYear, ...ranked.filter(({ score }) => score >= least)]) {
    const evidence = findEvidence(question.query, entry, library, wanted)
    if (evidence) return { ranked: entry, evidence }
  }
  return wanted.number && !wanted.evidence ? byIndicator({ question, ranked, library }) : undefined
}

/** A figure of another clause, if what it measures is what is asked: its indicator fits as the best sentence does. */
function byIndicator({
  question,
  ranked,
  library,
}: Pick<Case, 'question' | 'ranked' | 'library'>): Found | undefined {
  const [best] = ranked
  const wanted = best ? library.appraise(question.query, best.unit.text) : 0
  for (const entry of ranked.filter(({ score }) => score >= (best?.score ?? 0) * CLAIM_STANDS)) {
    const target = library
      .targetsOf(entry.clause.documentId, entry.clause.clauseId)
      .find(({ indicator }) => library.appraise(question.query, fold(indicator)) >= wanted * INDICATOR_FITS)
    const evidence = target && findEvidence(question.query, entry, library, { number: true })
    if (evidence) return { ranked: entry, evidence }
  }
  return undefined
}

function compose(asked: Case, ranked: Ranked, evidence: Evidence, otherYears: number[]): Draft {
  const { question, strings, library } = asked
  const { lang, wants } = question
  const { clause } = ranked
  const document = library.document(clause.documentId)
  const year = document ? yearOf(document.source) : ''
  const statements: DraftStatement[] = []
  const notices: Draft['notices'] = []
  const targets = wants.number || wants.check ? evidence.targets.slice(0, evidence.certain ? 1 : 4) : []
  const verdict = wants.check || question.agencies.length === 0 ? checkFigures(asked, evidence) : undefined
  const label = sayLabel(clause, lang)
  if (otherYears.length > 0) {
    notices.push({ code: 'year_mismatch', detail: year })
    statements.push({ text: strings.otherYear(year) + stated(evidence, asked), spans: spansOf(evidence) })
  } else if (verdict === 'contradicted') {
    notices.push({ code: 'premise_corrected', detail: label })
    statements.push({
      text: ended(strings.corrected(withFigures(evidence, asked), label), lang),
      spans: spansOf(evidence),
    })
  } else if (verdict === 'confirmed')
    statements.push({
      text: ended(strings.confirmed(withFigures(evidence, asked), label), lang),
      spans: spansOf(evidence),
    })
  else statements.push({ text: stated(evidence, asked), spans: spansOf(evidence) })
  statements.push(
    ...original(evidence, asked).map((statement) => ({ ...statement, aside: true as const })),
    ...further(asked, ranked, evidence),
  )
  if (otherYears.length === 0) notices.push(...endedNotice(asked, wants.number ? evidence.targets : []))
  const asksAhead = otherYears.some(
    (asks) => asks !== Number(asked.today.slice(0, 4)) || question.folded.includes(String(asks)),
  )
  return draft(asksAhead ? 'not_stated' : 'answered', statements, {
    notices,
    targets,
    responsibilities: library.responsibilitiesOf(clause.documentId, clause.clauseId),
    suggestions:
      library.responsibilitiesOf(clause.documentId, clause.clauseId).length > 0
        ? [strings.suggestions.agency(label), strings.suggestions.content(label)]
        : [strings.suggestions.content(label)],
    focus: [clause],
  })
}

/** Years asked for of which neither the document nor the clause speaks. */
export function yearsNotSpokenOf({ question, library }: Case, clause: Clause): number[] {
  const document = library.document(clause.documentId)
  const own = document ? yearOf(document.source) : ''
  const spoken = library
    .targetsOf(clause.documentId, clause.clauseId)
    .map(({ deadline }) => deadline?.slice(0, 4))
  return question.years.filter(
    (year) => String(year) !== own && !spoken.includes(String(year)) && !clause.text.includes(String(year)),
  )
}

/** Says that it is not stated, and shows the nearest passage. */
function notStated(asked: Case, reason: NotStated, best: Ranked, evidence?: Evidence): Draft {
  const { question, strings, library } = asked
  const { lang } = question
  const near = evidence ?? findEvidence(question.query, best, library, { number: false })
  const label = sayLabel(best.clause, lang)
  const years = yearsNotSpokenOf(asked, best.clause)
  const document = library.document(best.clause.documentId)
  const notices: Draft['notices'] =
    years.length > 0 && document ? [{ code: 'year_mismatch', detail: yearOf(document.source) }] : []
  const statements: DraftStatement[] = [{ text: strings.notStated[reason], spans: near ? [near.span] : [] }]
  if (near) {
    const text = best.clause.text.slice(near.span.start, near.span.end).replace(/\s*\n\s*/g, '')
    const say = reason === 'eligibility' ? strings.condition : strings.nearest
    statements.push({ text: say(label, text), spans: [near.span] })
  }
  return draft('not_stated', statements, {
    notices,
    focus: [best.clause],
    responsibilities: library.responsibilitiesOf(best.clause.documentId, best.clause.clauseId),
  })
}

function clarify({ strings }: Case): Draft {
  return draft('clarify', [{ text: strings.clarifyTopic, spans: [] }], {
    suggestions: strings.suggestions.examples,
  })
}
