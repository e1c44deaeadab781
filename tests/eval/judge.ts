/**
 * The judge: what is wrong with an answer to a question of the evaluation; nothing means fully right.
 *
 * Follows the rules of the example questions to the letter, and adds the invariants that every answer keeps. Pure.
 */
import type { Library } from '../../corpus/library.ts'
import { hasHan } from '../../corpus/script.ts'
import type { Answer } from '../../corpus/types.ts'
import { breaches } from './invariants.ts'
import type { Question } from './question.ts'
import { agenciesNamed, comparable, denies, sentencesOf } from './text.ts'

/** A citizen's question is answered in a few sentences; these kinds may take more. */
const LONG_KINDS = new Set(['list', 'clause', 'compare', 'agency-tasks'])
const MAX_CHARACTERS = 700

/** 各縣區政府 and the like may be named beside any agency. */
const A_CLASS_OF_UNITS = /^(?:市[級级])?(?:各|有關|有关)/

/** Beside the clauses that are expected. */
const MAX_OTHER_CLAUSES = 2

/** What is wrong with `answer`, each in a few words. */
export function judge(question: Question, answer: Answer, library: Library): string[] {
  return [
    ...wrongOutcome(question, answer, library),
    ...wrongClauses(question, answer, library),
    ...wrongStrings(question, answer),
    ...wrongAgencies(question, answer, library),
    ...wrongForm(question, answer),
    ...breaches(answer, library, [question.question, ...(question.history ?? [])].join('\n')),
  ]
}

/** The id of a clause that a question names: an integer is an item of the document. */
export function clauseIdOf(ref: number | string, documentId: string, library: Library): string {
  if (typeof ref === 'string') return ref
  const item = library
    .clausesOf(documentId)
    .find(({ kind, clauseId }) => kind === 'item' && clauseId.split('.').at(-1) === String(ref))
  return item?.clauseId ?? String(ref)
}

/** The document that a question is asked of. */
export function documentIdOf(question: Question, library: Library): string {
  return question.documentId ?? library.documents[0]?.source.id ?? ''
}

function wrongOutcome(question: Question, answer: Answer, library: Library): string[] {
  const { abstain, abstainOrContain, related } = question.expect
  if (answer.outcome !== 'answered') return []
  if (abstainOrContain) {
    const missing = abstainOrContain.filter((text) => !contains(answer.answer, text))
    return missing.length > 0 ? [`answered, without ${missing.join(' | ')}`] : []
  }
  if (!abstain) return []
  if (!asksAnotherYear(question, library) && !asksWhetherQualified(question))
    return ['answered, should abstain']
  const documentId = documentIdOf(question, library)
  const near = (related ?? []).map((ref) => clauseIdOf(ref, documentId, library))
  const shown = near.length === 0 || near.some((clauseId) => citedIds(answer, documentId).has(clauseId))
  return shown ? [] : [`answered, without citing ${near.join(' or ')}`]
}

/** Asked for a year that the document does not speak of, abstaining and its own year are both right. */
function asksAnotherYear({ question, note, documentId }: Question, library: Library): boolean {
  if (/(?:other|another) year/i.test(note ?? '') || /明年|后年|後年|next year/i.test(question)) return true
  const source = (library.document(documentId ?? '') ?? library.documents[0])?.source
  const own = JSON.stringify([source?.issuedOn, source?.period, source?.validUntil, source?.title])
  return [...question.matchAll(/20\d\d/g)].some(([year]) => !own.includes(year))
}

const QUALIFIES_ZH =
  /(?:能不能|能|可以|可不可以|算不算|能否)[評评]|[評评]得上|[夠够]不[夠够]格|符不符合|符合.{0,6}[條条]件[嗎吗]|有(?:[沒没]有)?[資资]格|算不算/
const QUALIFIES_EN =
  /\b(?:do|does|would|am|is|are|can|could) (?:I|we|he|she|they|my \w+)\b.*\b(?:qualif|eligib|entitled)/i

function asksWhetherQualified({ question, note }: Question): boolean {
  return (
    /personal|qualif|eligib/i.test(note ?? '') || QUALIFIES_ZH.test(question) || QUALIFIES_EN.test(question)
  )
}

function wrongClauses(question: Question, answer: Answer, library: Library): string[] {
  const { clauses, clausesAnyOf } = question.expect
  if (!clauses && !clausesAnyOf) return []
  const documentId = documentIdOf(question, library)
  const resolve = (refs: (number | string)[] = []) => refs.map((ref) => clauseIdOf(ref, documentId, library))
  const expected = resolve(clauses)
  const anyOf = resolve(clausesAnyOf)
  const cited = citedIds(answer, documentId)
  const problems: string[] = []
  const missing = expected.filter((clauseId) => !cited.has(clauseId))
  if (missing.length > 0) problems.push(`not cited: ${missing.join(' ')}`)
  if (anyOf.length > 0 && !anyOf.some((clauseId) => cited.has(clauseId)))
    problems.push(`none cited of: ${anyOf.join(' ')}`)
  const others = [...cited].filter(
    (clauseId) =>
      !expected.includes(clauseId) &&
      !anyOf.includes(clauseId) &&
      !isTolerated(question, clauseId, documentId, library),
  )
  if (others.length > othersAllowed(question, expected.length))
    problems.push(`cited beside them: ${others.join(' ')}`)
  return problems
}

function othersAllowed({ kind }: Question, expected: number): number {
  if (kind === 'agency-tasks') return 0
  return kind === 'list' ? Math.max(MAX_OTHER_CLAUSES, Math.floor(expected / 3)) : MAX_OTHER_CLAUSES
}

/** Of an agency's tasks a note may allow others: those in which the register names the agency too. */
function isTolerated(question: Question, clauseId: string, documentId: string, library: Library): boolean {
  if (question.kind !== 'agency-tasks' || !question.note) return false
  const agencies = (question.expect.agencies ?? []).map(comparable)
  return library
    .responsibilitiesOf(documentId, clauseId)
    .some(({ agency }) => agencies.includes(comparable(agency)))
}

/** Clauses of another document count by their whole address. */
function citedIds(answer: Answer, documentId: string): Set<string> {
  return new Set(
    answer.citations.map((citation) =>
      citation.documentId === documentId ? citation.clauseId : `${citation.documentId}#${citation.clauseId}`,
    ),
  )
}

function wrongStrings({ expect }: Question, { answer }: Answer): string[] {
  const problems: string[] = []
  for (const text of expect.mustContain ?? [])
    if (!contains(answer, text)) problems.push(`does not say ${text}`)
  for (const group of expect.mustContainAnyOf ?? [])
    if (!group.some((text) => contains(answer, text))) problems.push(`says none of ${group.join(' | ')}`)
  for (const text of expect.mustNotContain ?? []) if (contains(answer, text)) problems.push(`says ${text}`)
  return problems
}

function contains(answer: string, text: string): boolean {
  return comparable(answer).includes(comparable(text))
}

function wrongAgencies(question: Question, answer: Answer, library: Library): string[] {
  const { agencies, mayName, noSoleLead } = question.expect
  const problems: string[] = []
  const missing = (agencies ?? []).filter((name) => !contains(answer.answer, name))
  if (missing.length > 0) problems.push(`does not name ${missing.join(' ')}`)
  if (agencies && question.kind === 'agency') {
    const allowed = [...agencies, ...(mayName ?? [])].map(comparable)
    const register = library.responsibilitiesOf(documentIdOf(question, library)).map(({ agency }) => agency)
    const others = agenciesNamed(answer.answer, register).filter(
      (name) => !allowed.includes(comparable(name)) && !A_CLASS_OF_UNITS.test(name),
    )
    if (others.length > 0) problems.push(`names ${others.join(' ')}`)
  }
  if (noSoleLead) {
    const claim = answer.statements
      .map(({ text }) => soleLead(text))
      .find((sentence) => sentence !== undefined)
    if (claim) problems.push(`presents a single lead: ${claim}`)
  }
  return problems
}

const SOLE_LEAD = [
  /牵头(?:单位|部门|机构)?(?:是|为|:)[^,。;]/,
  /(?:局|委|办|会|联|社|海关|公司|部门)(?:一家|单独|独家|独自)?(?:负责)?牵头(?!单位|部门|机构)/,
  /(?:由|仅|只有|就是)[^,。;、]{2,14}(?:一家|单独|独家|独自)(?:负责|承担|牵头)/,
  /\b(?:led|headed) by\b/,
  /\blead (?:agency|unit|body|bureau|department)\b.{0,12}(?:\bis\b|:)/,
  /\b(?:alone|solely) (?:is )?(?:responsible|leads)|\bleads (?:task|item|it\b|this)/,
]

function soleLead(text: string): string | undefined {
  return sentencesOf(text).find(
    (sentence) => SOLE_LEAD.some((pattern) => pattern.test(sentence)) && !denies(sentence),
  )
}

function wrongForm(question: Question, answer: Answer): string[] {
  const problems: string[] = []
  if (answer.lang !== question.lang) problems.push(`in ${answer.lang}, should be ${question.lang}`)
  const first = answer.statements[0]?.text ?? ''
  if (answer.lang === 'en' ? !/[a-z]{2,}.*\s.*[a-z]/i.test(first) : !hasHan(first))
    problems.push(`first statement is not ${answer.lang}`)
  const length = lengthOf(answer)
  if (!LONG_KINDS.has(question.kind) && length > MAX_CHARACTERS) problems.push(`${length} characters long`)
  return problems
}

/** Official Chinese names in brackets do not make an English answer long. */
function lengthOf({ answer, lang }: Answer): number {
  return lang === 'en'
    ? answer.replace(/ ?[(（][^()（）]*\p{Script=Han}[^()（）]*[)）]/gu, '').length
    : answer.length
}
