/**
 * What holds for every answer, whatever was asked: its form, its citations, and that facts are proved. Pure.
 */
import type { Library } from '../../corpus/library.ts'
import { fold } from '../../corpus/script.ts'
import type { Answer, Citation, Statement } from '../../corpus/types.ts'
import { agenciesNamed, comparable, denies, sentencesOf } from './text.ts'

/** The invariants that `answer` breaks; `asked` is what the user said, earlier questions included. */
export function breaches(answer: Answer, library: Library, asked: string): string[] {
  return [
    ...badForm(answer),
    ...answer.citations.flatMap((citation) => badCitation(citation, library)),
    ...answer.statements.flatMap((statement) => [
      ...(answer.lang === 'en' ? [] : unprovedNumbers(statement, answer, library, asked)),
      ...unprovedAgencies(statement, answer, library, asked),
    ]),
  ]
}

function badForm({ statements, answer, citations }: Answer): string[] {
  const problems: string[] = []
  if (!statements[0]?.text.trim()) problems.push('form: no first statement')
  if (statements.some(({ text }) => text.trim() === '')) problems.push('form: an empty statement')
  const joined = statements.map(({ text, citations: marks }) => text + marks.map((n) => `[${n}]`).join(''))
  if (answer !== joined.join('\n')) problems.push('form: answer is not its statements with their marks')
  const used = [...new Set(statements.flatMap((statement) => statement.citations))]
  const numbers = citations.map(({ n }) => n)
  if (numbers.some((n, i) => n !== i + 1)) problems.push(`form: citations numbered ${numbers.join(' ')}`)
  if (used.join() !== numbers.join())
    problems.push(`form: citations used ${used.join(' ')}, given ${numbers.join(' ')}`)
  return problems
}

function badCitation(citation: Citation, library: Library): string[] {
  const { documentId, clauseId, quote, start, end, url } = citation
  const clause = library.clause(documentId, clauseId)
  if (!clause) return [`citation: no clause ${documentId}#${clauseId}`]
  const problems: string[] = []
  if (quote === '' || clause.text.slice(start, end) !== quote)
    problems.push(`citation: the quote of ${clauseId} is not the slice ${start}–${end}`)
  if (citation.label !== clause.label || citation.path.join() !== clause.path.join())
    problems.push(`citation: label or path of ${clauseId}`)
  if (
    !/^https?:\/\/[^/]+/.test(url) ||
    !url.includes(`/documents/${encodeURIComponent(documentId)}?q=${start}-${end}#${clauseId}`)
  )
    problems.push(`citation: url ${url}`)
  return problems
}

/** Folded clause texts that a statement cites, without spaces and thousands separators. */
function proofs({ citations }: Statement, answer: Answer, library: Library) {
  return answer.citations
    .filter(({ n }) => citations.includes(n))
    .flatMap(({ documentId, clauseId }) => library.clause(documentId, clauseId) ?? [])
    .map((clause) => ({ clause, text: compact(clause.text) }))
}

function compact(text: string): string {
  return fold(text)
    .replace(/\s/g, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')
}

const UNITS = '%‰万亿个家户人名所条项座套场次亩头张元天年月日岁件斤辆台处本倍份期级米公平个小'
const NUMBER = new RegExp(`(?<!\\d)(?<value>\\d+(?:\\.\\d+)?)(?<unit>[万亿]?[${UNITS}]?)`, 'g')
const COUNT =
  /(?<=共|合计|涉及|列出|列有|分为|有|等|以下|这|前|各)(?:\d+)(?=[个家项条款处部类点方])|(?<!\d)(?:\d+)(?=[个家项条]?(?:责任)?(?:部门|单位|机构|任务|条款))/g

function unprovedNumbers(statement: Statement, answer: Answer, library: Library, asked: string): string[] {
  const cited = proofs(statement, answer, library)
  const counts = countsOf(statement, answer, library)
  const question = compact(asked)
  return sentencesOf(statement.text).flatMap((sentence) => {
    let text = compact(sentence)
    for (const { clause } of cited) text = withoutLabels(text, clause)
    text = withoutDocumentDates(text, library).replace(COUNT, (count) =>
      counts.has(Number(count)) ? '' : count,
    )
    return [...text.matchAll(NUMBER)]
      .filter(({ groups }) => {
        const { value = '', unit = '' } = groups ?? {}
        const proved = cited.some((proof) => holds(proof.text, value, unit))
        const denied =
          denies(sentence) && (holds(question, value, '') || isYearAskedFor(value, unit, question))
        return !proved && !denied
      })
      .map(([number]) => `number: ${number} does not stand in a clause that is cited`)
  })
}

/** 今年 asks for a year as plainly as its number does. */
function isYearAskedFor(value: string, unit: string, question: string): boolean {
  return unit === '年' && /^20\d\d$/.test(value) && /今年|本年|明年|后年|去年|目前|现在|最新/.test(question)
}

/** True if the number stands in `text` as a number of its own, with its unit. */
function holds(text: string, value: string, unit: string): boolean {
  const escaped = value.replace('.', '\\.')
  return new RegExp(`(?<!\\d|\\d\\.)${escaped}(?!\\d|\\.\\d)${unit}`).test(text)
}

function withoutLabels(text: string, { clauseId, label }: { clauseId: string; label: string }): string {
  const own = clauseId.split('.').at(-1)
  return text
    .replaceAll(compact(label), '')
    .replace(new RegExp(`(?:第|任务|条款|事项)${own}(?:项|条|款)?(?!\\d)`, 'g'), '')
    .replace(new RegExp(`(?<![\\d.])${clauseId.replaceAll('.', '\\.')}(?![\\d.])`, 'g'), (match) =>
      match.includes('.') ? '' : match,
    )
}

/** The document's own date, number and title are proved by its register. */
function withoutDocumentDates(text: string, library: Library): string {
  let rest = text
  for (const { source } of library.documents) {
    for (const words of [source.title, source.documentNumber, source.period])
      if (words && words.length > 4) rest = rest.replaceAll(compact(words), '')
    for (const date of [source.issuedOn, source.validUntil]) {
      const [year, month, day] = date?.split('-').map(Number) ?? []
      if (!year) continue
      rest = rest
        .replaceAll(`${year}年${month}月${day}日`, '')
        .replaceAll(`${year}年`, '')
        .replaceAll(date ?? '', '')
    }
    for (const [year] of (source.period ?? '').matchAll(/\d{4}/g)) rest = rest.replaceAll(`${year}年`, '')
  }
  return rest
}

/** Counts of what the answer itself lists. */
function countsOf(statement: Statement, answer: Answer, library: Library): Set<number> {
  const register = library.documents.flatMap(({ responsibilities }) =>
    responsibilities.map(({ agency }) => agency),
  )
  const clausesCited = (citations: Citation[]) =>
    new Set(citations.map(({ documentId, clauseId }) => `${documentId}#${clauseId}`)).size
  return new Set([
    clausesCited(answer.citations.filter(({ n }) => statement.citations.includes(n))),
    clausesCited(answer.citations),
    answer.statements.length - 1,
    answer.targets.length,
    agenciesNamed(statement.text, register).length,
    agenciesNamed(answer.answer, register).length,
    (statement.text.match(/、/g)?.length ?? 0) + 1,
  ])
}

function unprovedAgencies(statement: Statement, answer: Answer, library: Library, asked: string): string[] {
  const register = [
    ...new Set(
      library.documents.flatMap(({ responsibilities }) => responsibilities.map(({ agency }) => agency)),
    ),
  ]
  const cited = proofs(statement, answer, library)
  const question = comparable(asked)
  const askedFor = (name: string) =>
    library.agencies.some(
      (agency) =>
        comparable(agency.name) === comparable(name) &&
        [agency.name, ...agency.aliases, ...(agency.stems ?? [])].some((alias) =>
          question.includes(comparable(alias)),
        ),
    )
  return sentencesOf(statement.text).flatMap((sentence) =>
    agenciesNamed(sentence, register)
      .filter((name) => {
        const proved = cited.some(
          ({ clause, text }) =>
            text.includes(compact(name)) ||
            library
              .responsibilitiesOf(clause.documentId, clause.clauseId)
              .some(({ agency }) => comparable(agency) === comparable(name)),
        )
        return !proved && !(denies(sentence) && askedFor(name))
      })
      .map((name) => `agency: ${name} does not stand in a clause that is cited`),
  )
}
