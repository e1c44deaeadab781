/**
 * Agencies of a statement: each stands in a cited clause or in its register; who leads or is alone is what the register says. Pure.
 */
import { type AgencyMention, findAgencyNames } from '../../../corpus/agency-mentions.ts'
import { fold } from '../../../corpus/script.ts'
import type { Agency, ReadResponsibility } from '../../../corpus/types.ts'
import departments from '../../../corpus/words/departments.json' with { type: 'json' }
import {
  type Fault,
  phrasesIn,
  type Reading,
  type Stretch,
  sentencesIn,
  settle,
  settleWords,
} from './reading.ts'
import { roleFaults } from './roles.ts'
import { BODIES_SAID } from './words-agencies.ts'
import { DENIES } from './words-denial.ts'

/** The faults among the agencies that a statement names, and what it says of them. */
export function agencyFaults(reading: Reading): Fault[] {
  const mentions = findAgencyNames(reading.rest, reading.library)
  const faults = [
    ...mentions.flatMap((mention) => unprovedAgency(mention, reading)),
    ...unknownBodies(mentions, reading),
    ...sentencesIn(reading.rest).flatMap((sentence) => roleFaults(sentence, mentions, reading)),
  ]
  for (const { start, end } of mentions) settle(reading, start, end)
  for (const name of shortNames(reading)) settleWords(reading, name)
  return faults
}

/** `Education, Human Resources and Finance bureaus`: what the English names of the clause's agencies are made of. */
function shortNames(reading: Reading): string[] {
  if (!reading.isLatin) return []
  const own = new Set(entriesOf(reading).map(({ agency }) => fold(agency)))
  return reading.library.agencies
    .filter(({ name }) => own.has(fold(name)))
    .flatMap(({ english = '' }) =>
      fold(english).split(
        /,| and |\b(?:municipal|bureau|commission|administration|office|department|federation|branch|of)\b/,
      ),
    )
    .map((words) => words.trim())
    .filter((words) => words.length >= 5)
}

function unprovedAgency(mention: AgencyMention, reading: Reading): Fault[] {
  const { said, start } = mention
  const isProved =
    reading.proof.includes(said) ||
    mention.agencies.some((agency) => isOfClause(agency, reading)) ||
    chineseNamesOf(said).some((name) => reading.proof.includes(name)) ||
    isBodyOf(said, reading)
  if (isProved || isDenied(start, reading, mention)) return []
  return [{ kind: 'agency', said }]
}

/** True if a cited clause names the agency, in its register or in its text. */
function isOfClause(agency: Agency, { cited, proof, library }: Reading): boolean {
  return cited.some(({ documentId, clauseId }) => {
    const source = library.document(documentId)?.source
    if (source?.place !== agency.place) return false
    const isNamed = library
      .responsibilitiesOf(documentId, clauseId)
      .some((entry) => fold(entry.agency) === fold(agency.name))
    const names = [agency.name, ...agency.aliases, ...(agency.stems ?? []).map((stem) => `${stem}部门`)]
    return isNamed || names.some((name) => proof.includes(fold(name)))
  })
}

/** A government or committee that the clause, or whoever issued the document, is. */
function isBodyOf(said: string, { proof, documents }: Reading): boolean {
  const text = [proof, ...documents.map(({ source }) => fold(source.issuer))].join('\n')
  return BODIES_SAID.some((body) => body.said.test(said) && body.text.test(text))
}

/** What the text may call a body that is said in English. */
function chineseNamesOf(said: string): string[] {
  return departments
    .filter(({ en }) => en.some((english) => english.toLowerCase() === said.replace(/^municipal /, '')))
    .flatMap(({ name, aliases, stems }) =>
      [name, ...aliases, ...stems.map((stem) => `${stem}部门`)].map(fold),
    )
}

/** An agency that the question names, in a phrase that denies it. */
function isDenied(start: number, reading: Reading, { said, agencies }: AgencyMention): boolean {
  const phrase = phraseAt(start, reading)
  if (!phrase || !DENIES.test(phrase.text)) return false
  const asked = findAgencyNames(reading.asked, reading.library)
  return (
    reading.asked.includes(said) ||
    asked.some((other) => other.agencies.some((agency) => agencies.includes(agency)))
  )
}

function phraseAt(offset: number, { rest }: Reading): Stretch | undefined {
  return sentencesIn(rest)
    .flatMap(phrasesIn)
    .find(({ start, end }) => offset >= start && offset < end)
}

/** A body by its ending, that no table knows: 市监督管理促进局. */
const BODY =
  /(?:(?:国家|省|市|县|区)\p{Script=Han}{2,14}?(?:局|委员会|办公室|[委办厅院署]|中心|支队|总队|集团|公司|协会|基金会)(?![部面势限托理事会法派]))|\b(?:municipal|provincial|national|city|county|state)(?: [a-z&]+){1,5}? (?:bureau|commission|administration|authority|ministry|department|committee|board)\b/gu

function unknownBodies(mentions: AgencyMention[], reading: Reading): Fault[] {
  const faults: Fault[] = []
  for (const match of reading.rest.matchAll(BODY)) {
    const [start, end] = [match.index, match.index + match[0].length]
    if (mentions.some((mention) => mention.start < end && start < mention.end)) continue
    const isProved = match[0].split(/[和与及]/).every((name) => reading.proof.includes(name))
    if (!isProved && !isBodyOf(match[0], reading)) faults.push({ kind: 'agency', said: match[0] })
  }
  return faults
}

export function entriesOf({ cited, library }: Reading): ReadResponsibility[] {
  return cited.flatMap(({ documentId, clauseId }) => library.responsibilitiesOf(documentId, clauseId))
}
