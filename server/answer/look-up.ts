/**
 * Looks up what an understood question may be about, before anything is said: clauses named by number,
 * clauses spoken of before, clauses that fit. Pure.
 */

import type { ClauseMention } from '../../corpus/clause-mentions.ts'
import { numeralValue } from '../../corpus/clauses.ts'
import type { Library, Ranked } from '../../corpus/library.ts'
import type { Query } from '../../corpus/query.ts'
import { IN_SCOPE, inScope } from '../../corpus/scope.ts'
import { fold } from '../../corpus/script.ts'
import type { Clause } from '../../corpus/types.ts'
import { stringsOf } from '../strings.ts'
import { LAST_OF_SECTION, NTH_UNDER } from './patterns.ts'
import type { Case, Focus } from './respond.ts'
import type { Question, Understanding } from './understand.ts'

const RANKED = 8
/** A question with less content than this leans on what was said before. */
const THIN = 12
/** What was spoken of is kept while it fits at least this well against the best of all. */
const STAYS = 0.45
const FRAGMENT_STAYS = 0.18
/** A question that finds its clause as surely as this has changed the subject. */
const NEW_SUBJECT = 1.8
const SURE_ALONE = 1.6
const BEFORE_WEIGHT = 0.5
const COVERS = 0.3
/** How much more a clause of the home place counts where the documents are of several. */
const HOME_COUNTS = 1.05
/** A fragment of a word or two (`鎮級的呢`) may be written otherwise in the text. */
const SAYS_LITTLE = 8
/** Offsets of the question before lie beyond any of this one. */
export const BEYOND = 10_000
/** Words of intent are looked for only where they find something plainly better. */
const SURE_OF_PLAIN_WORDS = 1.8

/** Everything that the question may be about; `focus` is what the conversation has been about. */
export function lookUp(asked: Question, { library, today }: Understanding, focus?: Focus): Case {
  const ranked = asked.mass > 0 ? rank(asked, library) : []
  const question = {
    ...asked,
    clauses: asked.clauses.map((mention) => narrowed(mention, ranked, library, focus)),
  }
  const found = {
    question,
    library,
    strings: stringsOf(question.lang),
    today,
    named: [],
    ranked,
    followsUp: false,
    ...(focus ? { focus } : {}),
  }
  const last = lastOfSection(question, ranked, library)
  if (last) return { ...found, named: [last], ranked: within([last], question, library) }
  const exact = question.clauses.filter(
    ({ said, clauses }) => clauses.length === 1 && /^\d+(?:\.\d+)+$/.test(said),
  )
  const numbered = (exact.length > 0 ? exact : question.clauses).flatMap(({ clauses }) =>
    clauses.length === 1 ? clauses : [],
  )
  if (numbered.length > 0) return { ...found, named: numbered, ranked: within(numbered, question, library) }
  const leans =
    question.refersBack ||
    question.fragment ||
    question.mass < THIN ||
    (ranked[0]?.confidence ?? 0) < NEW_SUBJECT
  return focus && focus.clauses.length > 0 && leans ? followUp(found, focus) : found
}

/** What `这项归谁管`, `就業率呢`, `下一项呢` mean in this conversation. */
function followUp(found: Case, focus: Focus): Case {
  const { library } = found
  const question = inherit(found.question, focus)
  const about = (clauses: Clause[], named: Clause[], by: Question = question): Case => ({
    ...found,
    question,
    named,
    ranked: within(clauses, by, library),
    followsUp: true,
  })
  const beside =
    question.neighbour === undefined ? undefined : neighbourOf(focus.clauses[0], question.neighbour, library)
  if (beside) return about([beside], [beside])
  // `那信访局呢` after what another agency does: the same is asked of this one.
  const ofAnother =
    question.agencies.length > 0 &&
    question.mass === 0 &&
    focus.question.agencies.length > 0 &&
    focus.question.clauses.length === 0
  if (ofAnother && question.fragment)
    return {
      ...found,
      question: { ...question, wants: focus.question.wants },
      named: [],
      ranked: [],
      followsUp: true,
    }
  const both = question.refersBack && /两|both|二者|都/.test(question.folded)
  const spokenOf = both ? [...new Set([...focus.before, ...focus.clauses])] : focus.clauses
  if (question.mass === 0)
    return {
      ...about(spokenOf, spokenOf, focus.question),
      question: { ...question, query: focus.question.query },
    }
  const merged =
    question.fragment || question.mass < THIN
      ? { ...question, query: leaningOn(question.query, focus.question.query) }
      : question
  // A fragment that says little by itself (`那农村的呢`) is read together with the question before.
  const sure =
    found.ranked[0] &&
    inScope(found.ranked[0]) &&
    found.ranked[0].confidence + 0.4 * found.ranked[0].coverage >= SURE_ALONE
  const ranked = sure ? found.ranked : rank(merged, library)
  const [best] = ranked
  const kept = within(spokenOf, question, library)
  const share = (kept[0]?.score ?? 0) / (best?.score ?? 1)
  const points = question.refersBack && !(best && best.confidence >= IN_SCOPE * 1.5 && share < STAYS)
  if (
    points ||
    (kept.length > 0 &&
      share >= (question.fragment ? FRAGMENT_STAYS : STAYS) &&
      (question.mass < SAYS_LITTLE || coversAsMuch(kept[0], best))) ||
    !best ||
    !inScope(best)
  ) {
    return {
      ...found,
      question: merged,
      named: points ? spokenOf : [],
      ranked: within(spokenOf, kept.length > 0 ? merged : focus.question, library),
      followsUp: true,
    }
  }
  return { ...found, question: sure ? question : merged, ranked, followsUp: true }
}

/** A fragment that names something which the clause spoken of does not have (`退伍回来的那批呢`) leaves it. */
function coversAsMuch(kept: Ranked | undefined, best: Ranked | undefined): boolean {
  return (kept?.coverage ?? 0) >= (best?.coverage ?? 0) * COVERS
}

/** `query` with what was asked before, at half its weight. */
function leaningOn(query: Query, before: Query): Query {
  return {
    ...query,
    grams: [
      ...query.grams,
      ...before.grams.map((entry) => ({
        ...entry,
        start: entry.start + BEYOND,
        weight: (entry.weight ?? 1) * BEFORE_WEIGHT,
      })),
    ],
    concepts: [
      ...query.concepts,
      ...before.concepts.map((concept) => ({
        ...concept,
        start: concept.start + BEYOND,
        end: concept.end + BEYOND,
        weight: concept.weight * BEFORE_WEIGHT,
      })),
    ],
  }
}

/** The clauses that fit; where the words of intent are all there is, those too are looked for. */
function rank(question: Question, library: Library): Ranked[] {
  const limits = { limit: RANKED, ...(question.documentIds ? { documentIds: question.documentIds } : {}) }
  const ranked = preferringHome(worthReading(library.search(question.query, limits)), library)
  if (ranked[0] && inScope(ranked[0])) return ranked
  const plain = worthReading(library.search(library.query(question.folded, true), limits))
  return (plain[0]?.confidence ?? 0) >= IN_SCOPE * SURE_OF_PLAIN_WORDS ? plain : ranked
}

/** Of two cities the home place is meant, unless the other is found plainly better. */
function preferringHome(ranked: Ranked[], library: Library): Ranked[] {
  const home = homePlace(library)
  const places = new Set(library.documents.map(({ source }) => source.place))
  if (places.size < 2) return ranked
  const weigh = ({ clause, score }: Ranked) =>
    score * (library.document(clause.documentId)?.source.place === home ? HOME_COUNTS : 1)
  return [...ranked].sort((a, b) => weigh(b) - weigh(a))
}

/** A heading without text of its own answers nothing. */
function worthReading(ranked: Ranked[]): Ranked[] {
  return ranked.filter(
    ({ clause }) => !((clause.kind === 'part' || clause.kind === 'chapter') && clause.text.length < 40),
  )
}

function within(clauses: Clause[], question: Question, library: Library): Ranked[] {
  return library.search(question.query, {
    clauses,
    limit: RANKED,
  })
}

/** The place that a question means which names none: that of the first document. */
function homePlace(library: Library): string | undefined {
  return library.documents[0]?.source.place
}

/**
 * Of the clauses that a number fits, the one found by content too, those of the document spoken of,
 * or those of the home place.
 */
function narrowed(mention: ClauseMention, ranked: Ranked[], library: Library, focus?: Focus): ClauseMention {
  if (mention.clauses.length < 2) return mention
  const found = ranked.find(({ clause }) => mention.clauses.includes(clause))
  if (found && inScope(found)) return { ...mention, clauses: [found.clause] }
  const spokenOf = focus?.clauses[0]?.documentId
  const inFocus = mention.clauses.filter(({ documentId }) => documentId === spokenOf)
  if (inFocus.length > 0) return { ...mention, clauses: inFocus }
  const places = mention.clauses.map(({ documentId }) => library.document(documentId)?.source.place)
  const atHome = mention.clauses.filter((_, i) => places[i] === homePlace(library))
  return atHome.length > 0
    ? { ...mention, clauses: atHome, elsewhere: mention.clauses.filter((clause) => !atHome.includes(clause)) }
    : mention
}

/** `保障措施最后一条`: the last clause under the section that the question names, or of the document. */
function lastOfSection(question: Question, ranked: Ranked[], library: Library): Clause | undefined {
  const [, nth, item] =
    NTH_UNDER.map(({ pattern }) => pattern.exec(question.folded)).find((match) => match !== null) ?? []
  if (nth === undefined && !LAST_OF_SECTION.some(({ pattern }) => pattern.test(question.folded)))
    return undefined
  const documentId =
    question.documentIds?.[0] ?? ranked[0]?.clause.documentId ?? library.documents[0]?.source.id ?? ''
  const clauses = library.clausesOf(documentId)
  const heading = clauses.find(
    (clause) =>
      clause.kind !== 'item' &&
      clause.kind !== 'article' &&
      clause.title.length > 1 &&
      question.folded.includes(fold(clause.title)),
  )
  if (nth !== undefined)
    return (
      heading &&
      clauses.find(
        ({ clauseId }) =>
          clauseId ===
          [heading.clauseId, ...[nth, item].flatMap((one) => (one ? numeralValue(one) : []))].join('.'),
      )
    )
  return heading
    ? clauses.filter(({ clauseId }) => clauseId.startsWith(`${heading.clauseId}.`)).at(-1)
    : clauses.findLast(({ kind }) => kind === 'item' || kind === 'article')
}

function neighbourOf(clause: Clause | undefined, step: -1 | 1, library: Library): Clause | undefined {
  if (!clause) return undefined
  const alike = library.clausesOf(clause.documentId).filter(({ kind }) => kind === clause.kind)
  return alike[alike.indexOf(clause) + step]
}

/** A fragment (`就業率呢`) wants what the question before wanted. */
function inherit(question: Question, focus: Focus): Question {
  const { wants } = question
  if (focus.question.wants.document && question.mass < THIN && !wants.document) {
    const aspect = wants.attributes.some(({ asks }) => asks === 'time')
      ? 'date'
      : wants.agency
        ? 'issuer'
        : undefined
    if (aspect) return { ...question, wants: { ...wants, document: aspect } }
  }
  const wantsSomething =
    wants.agency ||
    wants.number ||
    wants.tasks ||
    wants.content ||
    wants.list ||
    wants.check ||
    wants.attributes.length > 0
  if (wantsSomething || !question.fragment) return question
  return {
    ...question,
    wants: { ...focus.question.wants, attributes: [], check: false, alone: false, leadClaim: false },
  }
}
