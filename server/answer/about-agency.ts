/**
 * Answers on one agency: the tasks it takes part in, exactly.
 */
import { namesHeard } from '../../corpus/agencies.ts'
import { type Library, sentencesOf } from '../../corpus/library.ts'
import { IN_SCOPE, inScope } from '../../corpus/scope.ts'
import { fold, hasHan } from '../../corpus/script.ts'
import type { Agency, Clause } from '../../corpus/types.ts'
import { sharedNotices } from '../../tools/notices.ts'
import { saysWho, statementSpan, statesWho } from './about-agencies.ts'
import { type Draft, type DraftStatement, draft, type Span, titleSpan } from './draft.ts'
import type { Case } from './respond.ts'
import { sayAgency, sayLabel, sayTitle } from './say.ts'

/** What follows the name of one who does something. */
const DOES = /^(?:来|在|要|所|共)?(?:牵头|负责|参与|配合|管|承担|领|分到)/

/** A find this many times as sure as need be is what the question is about, whatever else it says. */
const SURELY = 2

/** What a named agency takes part in, exactly. */
export function aboutAgency(asked: Case): Draft | undefined {
  const { question, library, strings } = asked
  const { wants, lang } = question
  const mention = question.agencies[0]
  if (!mention) return undefined
  const { coverage = 0, confidence = 0 } = asked.ranked[0] ?? {}
  const found = question.mass > 0 && confidence >= IN_SCOPE && !question.except
  const topical = found && coverage > 0.5
  const onSubject = topical || (found && confidence >= IN_SCOPE * SURELY)
  const asksTasks =
    wants.tasks || wants.list || (!wants.agency && (question.mass === 0 || !wants.number) && !onSubject)
  // `教育局牵头的有哪几件事` asks what it does, whatever else the words may be about.
  const isDoer = wants.tasks && DOES.test(question.folded.slice(mention.end))
  if (!asksTasks || (topical && wants.agency && !isDoer)) return undefined
  if (!wants.tasks && wants.attributes.some(({ asks }) => asks === 'person' || asks === 'phone'))
    return undefined
  if (question.clauses.length > 0) return undefined
  if (mention.agencies.length === 0)
    return asked.ranked[0] && inScope(asked.ranked[0]) ? undefined : unknownBody(asked)
  const agencies = ofDocuments(mention.agencies, asked)
  if (agencies.length > 1) {
    return draft('clarify', [{ text: strings.clarifyTopic, spans: [] }], {
      suggestions: agencies.map(({ place, name }) => `${place} ${name}`),
    })
  }
  const agency = agencies[0]
  if (!agency) return unknownBody(asked)
  const documents = library.documents.filter(
    ({ source }) =>
      source.place === agency.place && (!question.documentIds || question.documentIds.includes(source.id)),
  )
  // Two agencies named together: the tasks that they share.
  const others = ofOthers(asked, agency)
  const takesPart = (name: string, clauseId: string, documentId: string) =>
    library.responsibilitiesOf(documentId, clauseId).some((entry) => entry.agency === name)
  const entries = documents.flatMap(({ source }) =>
    library
      .responsibilitiesOf(source.id)
      .filter(
        (entry) =>
          entry.agency === agency.name &&
          others.every(({ name }) => takesPart(name, entry.clauseId, source.id)),
      ),
  )
  if (entries.length === 0 && others.length === 0) return unknownBody(asked, agency)
  const leaves = question.except ? exceptClauses(question.except, asked) : []
  const wantedRole = wants.lead
    ? (['lead', 'sole'] as const)
    : wants.participant
      ? (['participant', 'shared'] as const)
      : undefined
  const kept = entries.filter(
    ({ clauseId, documentId }) =>
      !leaves.some((clause) => clause.clauseId === clauseId && clause.documentId === documentId),
  )
  const ofRole = wantedRole
    ? kept.filter(({ role }) => (wantedRole as readonly string[]).includes(role))
    : kept
  const elsewhere = mention.agencies.filter(({ place }) => place !== agency.place)
  const name = sayAgency(agency.name, documents[0]?.source.id ?? '', lang, library)
  const together = [
    name,
    ...others.map((other) => sayAgency(other.name, documents[0]?.source.id ?? '', lang, library)),
  ]
  const said = elsewhere.length > 0 ? strings.ofPlace(agency.place, name) : strings.join(together)
  const listed = ofRole.length > 0 ? ofRole : kept
  const clauses = listed.flatMap((entry) => library.clause(entry.documentId, entry.clauseId) ?? [])
  const roles = new Set(kept.map(({ role }) => role))
  const items = listed.map((entry) => {
    const clause = library.clause(entry.documentId, entry.clauseId) as Clause
    return strings.taskItem(
      sayLabel(clause, lang),
      sayTitle(clause, lang, library),
      roles.size > 1 || entry.role === 'lead' ? strings.roles[entry.role] : '',
    )
  })
  const spans = clauses.flatMap((clause) => [statementSpan(clause, library)])
  const sentence = wants.lead && ofRole.length > 0 ? strings.tasksLed : strings.tasks
  const text = sentence(said, listed.length, items.join(lang === 'en' ? '; ' : '、'))
  const opening: DraftStatement[] =
    wants.lead && ofRole.length === 0 ? [{ text: strings.ledNone(said) + text, spans }] : [{ text, spans }]
  return draft('answered', opening, {
    responsibilities: listed,
    notices: sharedNotices(listed),
    suggestions: [
      ...elsewhere.map((other) => strings.suggestions.tasks(strings.ofPlace(other.place, other.name))),
      ...clauses.slice(0, 3).map((clause) => strings.suggestions.content(sayLabel(clause, lang))),
    ],
  })
}

/** No statement makes it responsible: what sentences say that it is to do is told, or else where it is named. */
function unknownBody(asked: Case, agency?: Agency): Draft {
  const { strings, ranked, question } = asked
  const named = sentencesNaming(asked, agency)
  const duties = named.filter(saysWho)
  if (duties.length > 0)
    return draft(
      'answered',
      duties.slice(0, MAX_DUTIES).map((span) => statesWho(span, asked)),
    )
  const best = ranked[0]
  const text = strings.agencyUnknown(question.agencies[0]?.said ?? '')
  const span = named[0] ?? (best && titleSpan(best.clause))
  if (!span) return draft('not_stated', [{ text, spans: [] }])
  const { clause, start, end } = span
  return draft('not_stated', [
    { text, spans: [] },
    { text: strings.nearest(sayLabel(clause, question.lang), clause.text.slice(start, end)), spans: [span] },
  ])
}

const MAX_DUTIES = 3

/** The sentences that name the agency, in the order of the documents. */
function sentencesNaming({ library, question }: Case, agency?: Agency): Span[] {
  const names = [question.agencies[0]?.said ?? '', ...(agency ? namesHeard(agency) : [])]
    .map(fold)
    .filter((name) => name.length >= SHORTEST_NAME && hasHan(name))
  const isNamed = (text: string) => names.some((name) => fold(text).includes(name))
  return library.documents
    .filter(({ source }) => question.documentIds?.includes(source.id) ?? true)
    .flatMap(({ clauses }) => clauses.filter(({ text }) => isNamed(text)))
    .flatMap((clause) =>
      sentencesOf(clause.text)
        .filter(({ start, end }) => isNamed(clause.text.slice(start, end)))
        .map((sentence) => ({ clause, ...sentence })),
    )
}

const SHORTEST_NAME = 3

/** The other agencies of the same place that the question names. */
function ofOthers({ question }: Case, agency: Agency): Agency[] {
  const others = question.agencies
    .slice(1)
    .flatMap(({ agencies }) =>
      agencies.filter(({ place, name }) => place === agency.place && name !== agency.name),
    )
  return [...new Set(others)]
}

/**
 * Two cities have the same bureau: that of the document named or spoken of is meant, the one that leads
 * if a lead is asked for, or else that of the home place, which is the first document's; the answer then
 * says the place, and the others are suggested.
 */
function ofDocuments(agencies: Agency[], { question, library, focus }: Case): Agency[] {
  if (agencies.length < 2 && !question.documentIds) return agencies
  const wanted = question.documentIds ?? focus?.clauses.map(({ documentId }) => documentId) ?? []
  const places = new Set(
    library.documents.flatMap(({ source }) => (wanted.includes(source.id) ? [source.place] : [])),
  )
  const placed = agencies.filter(({ place }) => places.has(place))
  if (placed.length > 0 || question.documentIds) return placed
  const leading = agencies.filter((agency) => question.wants.lead && leadsAnywhere(agency, library))
  if (leading.length === 1) return leading
  const home = library.documents
    .map(({ source }) => source.place)
    .find((place) => agencies.some((agency) => agency.place === place))
  return agencies.filter(({ place }) => place === home)
}

function leadsAnywhere(agency: Agency, library: Library): boolean {
  return library.documents.some(
    ({ source, responsibilities }) =>
      source.place === agency.place &&
      responsibilities.some((entry) => entry.agency === agency.name && entry.role === 'lead'),
  )
}

function exceptClauses(subject: string, { library, question }: Case): Clause[] {
  return library
    .search(subject, { limit: 1, ...(question.documentIds ? { documentIds: question.documentIds } : {}) })
    .map(({ clause }) => clause)
}
