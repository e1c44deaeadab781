/**
 * What agencies are said to decide, approve, pay or assess: the text says so of them. Pure.
 */
import { type AgencyMention, findAgencyNames } from '../../../corpus/agency-mentions.ts'
import { type Fault, phrasesIn, type Reading, type Stretch, sentencesIn } from './reading.ts'
import { meets } from './rule.ts'
import { ACTS } from './words-acts.ts'
import { ABSENCE, DENIES } from './words-denial.ts'

/** The acts of a phrase that the text does not tell of the agencies beside them. */
export function actFaults(phrase: Stretch, mentions: AgencyMention[], reading: Reading): Fault[] {
  const { text, start, end } = phrase
  const here = mentions.filter((mention) => mention.start >= start && mention.end <= end)
  if (here.length === 0 || DENIES.test(text) || meets(ABSENCE, text)) return []
  return ACTS.flatMap(({ zh, en, stated }) => {
    const match = (reading.isLatin ? en : zh).exec(text)
    if (!match) return []
    return here
      .filter((mention) => reading.isLatin || isDoneBy(mention, start + match.index, reading))
      .filter((mention) => !isToldOf(mention, stated, reading))
      .map(({ said }) => ({ kind: 'agency' as const, said: `${said} ${match[0]}` }))
  })
}

/** Characters between an agency and what it does. */
const NEAR = 14

/** 市A…发放, or 审核由市A…. */
function isDoneBy({ start, end }: AgencyMention, act: number, { rest }: Reading): boolean {
  return act >= end ? act - end <= NEAR : /由(?:县级?|市级?|省级?|镇|各|本级)?\s*$/.test(rest.slice(0, start))
}

/** True if the text has the act beside the agency, or beside none where only the register names it. */
function isToldOf(mention: AgencyMention, stated: RegExp, reading: Reading): boolean {
  const { isLatin, library } = reading
  const [said, proof] = [shortened(mention.said), shortened(reading.proof)]
  const sentences = sentencesIn(proof)
  const phrases = sentences.flatMap(phrasesIn).filter(({ text }) => stated.test(text))
  if (phrases.some(({ text }) => text.includes(said))) return true
  const isOthers = phrases.some(({ text }) => DONE_BY.test(text) || findAgencyNames(text, library).length > 0)
  // English names are not held against the text's; that others do it is.
  if (isOthers) return isLatin && !phrases.some(({ text }) => DONE_BY.test(text))
  if (!isLatin && proof.includes(said))
    return sentences.some(({ text }) => text.includes(said) && stated.test(text))
  return phrases.length > 0
}

/** 镇政府 is said for 镇人民政府. */
function shortened(text: string): string {
  return text.replaceAll('人民政府', '政府')
}

/** The text says by whom: 由第三方机构承担. */
const DONE_BY = /由\p{Script=Han}{2,10}(?:机构|组织|部门|政府|单位)(?:承担|负责|办理|确定)/u
