/**
 * Years and dates of a statement: they stand in a cited clause, or are its document's own. Pure.
 */
import { yearOf } from '../../../corpus/build.ts'
import { type Fault, phrasesIn, type Reading, sentencesIn } from './reading.ts'
import { DENIES } from './words-denial.ts'
import { WHICH } from './words-scope.ts'

/** Words that give a year from today: no document knows which year is this one. */
const FROM_TODAY = /今年|明年|去年|后年|前年|本年度?|\b(?:this|next|last) year\b/g

const YEAR = /(?<!\d[.,]?)(?:19|20)\d{2}(?![\d%]|[.,]\d|\s?(?![年至到版底末])\p{Script=Han})/gu
const MONTH_DAY = /(?<!\d)(1[0-2]|[1-9])月(?:(3[01]|[12]\d|[1-9])日)?/g
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const ENGLISH_MONTH = new RegExp(`\\b(?:(\\d{1,2}) )?(${MONTHS.join('|')})(?: (\\d{1,2})\\b)?`, 'g')

/** The years that a folded text states. */
export function yearsIn(text: string): string[] {
  return [...new Set([...text.matchAll(YEAR)].map(([year]) => year))]
}

/** The dates that are not proved. */
export function dateFaults(reading: Reading): Fault[] {
  const known = datesKnown(reading)
  const faults: Fault[] = []
  for (const sentence of sentencesIn(reading.rest)) {
    for (const phrase of phrasesIn(sentence)) {
      const denied = DENIES.test(phrase.text)
      for (const [year] of phrase.text.matchAll(YEAR)) {
        if (!known.years.has(year) && !(denied && reading.asked.includes(year)))
          faults.push({ kind: 'year', said: year })
      }
      for (const [word] of phrase.text.matchAll(FROM_TODAY))
        if (!isSaidSo(word, reading.proof) && !(reading.asked.includes(word) && denied))
          faults.push({ kind: 'year', said: word })
      for (const [word] of phrase.text.matchAll(WHICH))
        if (!denied && !reading.proof.includes(word)) faults.push({ kind: 'year', said: word })
      for (const match of phrase.text.matchAll(MONTH_DAY)) {
        if (/个$/.test(phrase.text.slice(0, match.index))) continue
        if (!known.days.has(dayOf(match[1], match[2])) && !reading.proof.includes(match[0]))
          faults.push({ kind: 'year', said: match[0] })
      }
      for (const match of phrase.text.matchAll(ENGLISH_MONTH)) {
        const month = String(MONTHS.indexOf(match[2] ?? '') + 1)
        if (match[2] === 'may' && !match[1] && !match[3]) continue
        if (!known.days.has(dayOf(month, match[1] ?? match[3])) && !reading.proof.includes(`${month}月`))
          faults.push({ kind: 'year', said: match[0] })
      }
    }
  }
  return faults
}

function isSaidSo(word: string, proof: string): boolean {
  return proof.includes(word) || (word === 'this year' && /今年|本年|当年|年内|全年/.test(proof))
}

function dayOf(month = '', day?: string): string {
  return day === undefined ? month : `${Number(month)}-${Number(day)}`
}

/** Years and days that the cited clauses, their targets and their documents name. */
function datesKnown({ cited, documents, proof, library }: Reading): {
  years: Set<string>
  days: Set<string>
} {
  const deadlines = cited.flatMap(({ documentId, clauseId }) =>
    library.targetsOf(documentId, clauseId).flatMap(({ deadline }) => deadline ?? []),
  )
  const own = documents.flatMap(({ source }) => [
    yearOf(source),
    source.issuedOn,
    source.period ?? '',
    source.title,
  ])
  const texts = [proof, ...deadlines, ...own]
  const days = [
    ...deadlines,
    ...documents.flatMap(({ source }) => [source.issuedOn, source.validUntil ?? '']),
  ]
  return {
    years: new Set(texts.flatMap((text) => text.match(/(?:19|20)\d{2}/g) ?? [])),
    days: new Set(
      days.flatMap((date) => {
        const [, month, day] = date.split('-').map(Number)
        return month && day ? [`${month}-${day}`, String(month)] : []
      }),
    ),
  }
}
