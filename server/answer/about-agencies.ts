/**
 * Answers on who: which agencies answer for a clause, what an agency takes part in, claims about either.
 *
 * Law: no lead is named where the text names none.
 */
import type { Library } from '../../corpus/library.ts'
import { CLAIMED_SCOPE, IN_SCOPE, inScope } from '../../corpus/scope.ts'
import { fold } from '../../corpus/script.ts'
import type { Clause, ReadResponsibility } from '../../corpus/types.ts'
import { sharedNotices } from '../../tools/notices.ts'
import { type Draft, type DraftStatement, draft, type Span, titleSpan } from './draft.ts'
import { findEvidence } from './evidence.ts'
import type { Case } from './respond.ts'
import { ended, sayAgencies, sayHeading, sayLabel, sayTitle, sayWords } from './say.ts'

/** A clause whose agencies are asked for must fit at least this well, against the best that names none. */
const NAMES_AGENCIES = 0.5

/** `去哪办` asks for a place or a way unless it speaks of departments. */
const NAMES_A_BODY =
  /部门|单位|机关|局|委|谁|负责|归|管|投诉|反映|举报|转|派|\b(?:who|agenc|bureau|department|responsible|send|report|refer|complain)/

/** Who answers for a subject. */
export function aboutResponsibility(asked: Case): Draft | undefined {
  const { question, library, strings, named } = asked
  const { wants, lang } = question
  if (
    !wants.agency ||
    wants.attributes.some(({ asks }) => asks === 'phone' || asks === 'person' || asks === 'names') ||
    asksForDoer(asked)
  )
    return undefined
  const asksWay = wants.attributes.some(({ asks }) => asks === 'procedure' || asks === 'address')
  if (asksWay && !NAMES_A_BODY.test(question.folded)) return undefined
  const clauses = named.length > 0 ? named : [subjectClause(asked)].flatMap((clause) => clause ?? [])
  if (clauses.length === 0) return undefined
  const statements: DraftStatement[] = []
  const responsibilities: ReadResponsibility[] = []
  for (const clause of clauses.slice(0, 4)) {
    const entries = library.responsibilitiesOf(clause.documentId, clause.clauseId)
    if (entries.length === 0) continue
    const several = clauses.length > 1 ? sayHeading(clause, lang) : ''
    statements.push({ text: several + roleSentence(entries, asked), spans: [statementSpan(clause, library)] })
    const note = entries[0]?.note
    if (note) statements.push(...noteStatement(entries[0] as ReadResponsibility, asked))
    responsibilities.push(...entries)
  }
  if (statements.length === 0) return withoutAgency(asked, clauses[0] as Clause)
  const [clause] = clauses
  return draft('answered', statements, {
    responsibilities,
    notices: sharedNotices(responsibilities),
    suggestions: clause ? [strings.suggestions.content(sayLabel(clause, lang))] : [],
    focus: clauses,
  })
}

/** `由谁研发`, `谁来调解`: what the sentence itself says somebody does is a fact, not a division of duties. */
function asksForDoer({ question, ranked }: Case): boolean {
  const verb = /(?:由谁|谁来|谁去|谁在|由哪一?级(?:政府)?来?|谁)(?:给|帮|替)?(\p{Script=Han}{2})/u.exec(
    question.folded,
  )?.[1]
  return verb !== undefined && (ranked[0]?.units[0]?.unit.text.includes(verb) ?? false)
}

/** The slice of the clause that says who is responsible, or its title where nothing does. */
export function statementSpan(clause: Clause, library: Library): Span {
  const entry = library.responsibilitiesOf(clause.documentId, clause.clauseId)[0]
  return entry ? { clause, start: entry.start, end: entry.end } : titleSpan(clause)
}

/** The sentence that says who is responsible in which role, as the register has it. */
export function roleSentence(entries: ReadResponsibility[], { question, library, strings }: Case): string {
  const { wants, lang } = question
  const say = (list: ReadResponsibility[]) => sayAgencies(list, lang, library, strings.join)
  const leads = entries.filter(({ role }) => role === 'lead')
  const others = entries.filter(({ role }) => role !== 'lead')
  if (leads.length === 0) {
    if (entries.length === 1 && entries[0]?.role === 'sole') return strings.sole(say(entries))
    return wants.lead && !wants.participant
      ? strings.noLead(say(entries))
      : strings.shared(say(entries), entries.length)
  }
  if (wants.participant && !wants.lead)
    return others.length > 0
      ? strings.participants(say(others), say(leads))
      : strings.noParticipants(say(leads))
  return others.length > 0 ? strings.lead(say(leads), say(others)) : strings.leadOnly(say(leads))
}

/** The remark of a statement, cited where it stands (下同: in an earlier clause). */
function noteStatement(entry: ReadResponsibility, { library, strings }: Case): DraftStatement[] {
  const clause = library.clause(entry.documentId, entry.noteFrom ?? entry.clauseId)
  const note = entry.note ?? ''
  const at = clause?.text.indexOf(note) ?? -1
  // A remark made once for all clauses is not repeated with each: its clause would be cited everywhere.
  if (!clause || at < 0 || entry.noteFrom) return []
  return [{ text: strings.note(note), spans: [{ clause, start: at, end: at + note.length }] }]
}

/** The clause that a question on agencies is about. */
export function subjectClause({ named, ranked, library, focus, question }: Case): Clause | undefined {
  if (named.length > 0) return named[0]
  const [best] = ranked
  if (!best || !inScope(best, question.agencies.length > 0 ? CLAIMED_SCOPE : IN_SCOPE))
    return question.mass === 0 ? focus?.clauses[0] : undefined
  const naming = ranked.find(
    ({ clause }) => library.responsibilitiesOf(clause.documentId, clause.clauseId).length > 0,
  )
  return naming && naming.score >= best.score * NAMES_AGENCIES ? naming.clause : best.clause
}

/** True if a sentence names a body with what it has to do. */
export function saysWho({ clause, start, end }: Span): boolean {
  return SAYS_WHO.test(fold(clause.text.slice(start, end)))
}

/** The sentence as it stands, with the clause that states it. */
export function statesWho(span: Span, { question: { lang }, library, strings }: Case): DraftStatement {
  const { clause } = span
  const said = strings.states(sayLabel(clause, lang), sayTitle(clause, lang, library), sayWords(span, lang))
  return { text: ended(said, lang), spans: [span] }
}

/** A body with what it has to do, in a sentence. Folded. */
const SAYS_WHO =
  /(?:部门|单位|机构)(?:要|应|须|负责|主管|会同|按照?|配合|牵头)|市\p{Script=Han}{1,12}?(?:局|委|办|部|支队|中心|政府|院|会)(?:负责|牵头|主管|会同|配合|协助|应当|按照?职责)/u

/** The clause speaks of the subject but names no agency for it. */
function withoutAgency(asked: Case, clause: Clause): Draft {
  const { question, library, strings, ranked } = asked
  const { lang } = question
  const found = ranked.find((entry) => entry.clause === clause)
  const evidence = found && findEvidence(question.query, found, library, { number: false })
  const span = evidence?.span ?? titleSpan(clause)
  const label = sayLabel(clause, lang)
  // General duties (`審計部門要…`, `市A會同市B編制`) answer by themselves: they name a body, only not in a list.
  if (saysWho(span)) return draft('answered', [statesWho(span, asked)])
  return draft('not_stated', [
    { text: strings.noAgency(label), spans: [span] },
    { text: strings.nearest(label, clause.text.slice(span.start, span.end)), spans: [span] },
  ])
}
