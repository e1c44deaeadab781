/**
 * Who leads, shares, is alone or has no part: what a statement says of its agencies is what the register says. Pure.
 */

import type { AgencyMention } from '../../../corpus/agency-mentions.ts'
import { literal } from '../../../corpus/literal.ts'
import { fold } from '../../../corpus/script.ts'
import type { ReadResponsibility } from '../../../corpus/types.ts'
import { actFaults } from './acts.ts'
import { entriesOf } from './agencies.ts'
import { type Fault, phrasesIn, type Reading, type Stretch } from './reading.ts'
import { meets, type Rule } from './rule.ts'
import { ALONE, ANSWERS_FOR, ASSISTS, LEADS, NO_PART, SHARES } from './words-agencies.ts'
import { ABSENCE, DENIES } from './words-denial.ts'

export function roleFaults(sentence: Stretch, mentions: AgencyMention[], reading: Reading): Fault[] {
  return [
    ...phrasesIn(sentence).flatMap((phrase) => [
      ...leadFaults(phrase, mentions, reading),
      ...aloneFaults(phrase, mentions, reading),
      ...assistFaults(phrase, mentions, reading),
      ...actFaults(phrase, mentions, reading),
    ]),
    ...singleFaults(sentence, mentions, reading),
    ...phrasesIn(sentence).flatMap((phrase) => noPartFaults(phrase, mentions, reading)),
  ]
}

/** Who leads is who the register says leads; that nobody does is what the register has none for. */
function leadFaults(phrase: Stretch, mentions: AgencyMention[], reading: Reading): Fault[] {
  const faults: Fault[] = []
  for (const { match, start, end } of matchesOf(LEADS, phrase)) {
    if (standsSo(start, end, reading)) continue
    const denied = DENIES.test(phrase.text) || meets(ABSENCE, phrase.text)
    const bound = boundTo(start, end, phrase, mentions)
    const entries = entriesOf(reading)
    if (denied) {
      const denies = bound.filter((mention) =>
        entriesFor(mention, entries).some(({ role }) => role === 'lead'),
      )
      const hasLead = entries.some(({ role }) => role === 'lead')
      if (bound.length > 0 ? denies.length > 0 : hasLead) faults.push({ kind: 'lead', said: match })
      continue
    }
    // Where nobody is said to lead, the word alone must stand in the text (各牵头单位).
    const wrong = bound.filter((mention) => !leads(mention, entries, reading))
    if (bound.length > 0 ? wrong.length > 0 : !speaksOfLead(match, entries, reading))
      faults.push({ kind: 'lead', said: bound.length > 0 ? wrong.map(({ said }) => said).join(' ') : match })
  }
  return faults
}

function speaksOfLead(word: string, entries: ReadResponsibility[], { proof, isLatin }: Reading): boolean {
  if (proof.includes(word) || entries.some(({ role }) => role === 'lead')) return true
  return isLatin && !/\blead/.test(word)
}

function leads(mention: AgencyMention, entries: ReadResponsibility[], { proof }: Reading): boolean {
  return (
    entriesFor(mention, entries).some(({ role }) => role === 'lead') ||
    new RegExp(`${literal(mention.said)}(?:、[^,;。]{2,30})?(?:负责)?牵头`).test(proof)
  )
}

/** The words stand so in a cited clause, with what is beside them: 牵头做好…. */
function standsSo(start: number, end: number, { rest, proof }: Reading): boolean {
  const around = 4
  const behind = rest.slice(start, end + around).trim()
  const before = rest.slice(Math.max(0, start - around), end).trim()
  return behind.length > end - start && proof.includes(behind) && proof.includes(before)
}

const LISTED = /^[\s、,和与及跟&]*(?:and)?[\s(（]*$/

const FEW =
  /^[)）\s]*(?:等)?(?:部门|单位)?(?:共同|联合|负责|作为|按职责|来|是|为|is|are|as|will|the|to|jointly|,)*\s*(?:the)?\s*$/

const FOLLOWS =
  /^\s*(?:单位|部门|机关|agency|agencies|body|department|bureau|unit)?\s*(?:是|为|由|:|is|are|by|was|were|named|the|of|)\s*(?:the\s*)?$/

/** The agencies that are said to lead: the list right before the word, or right behind `牵头单位是`, `led by`. */
function boundTo(start: number, end: number, phrase: Stretch, mentions: AgencyMention[]): AgencyMention[] {
  const here = mentions.filter((mention) => mention.start >= phrase.start && mention.end <= phrase.end)
  const before = here.filter((mention) => mention.end <= start)
  const text = (from: number, to: number) => phrase.text.slice(from - phrase.start, to - phrase.start)
  const behind = here.filter((mention) => mention.start >= end)
  const first = behind[0]
  if (first && FOLLOWS.test(text(end, first.start)) && text(end, first.start).trim() !== '')
    return listFrom(behind, text)
  const last = before.at(-1)
  if (last && FEW.test(text(last.end, start)))
    return listFrom(before.toReversed(), (a, b) => text(b, a) || text(a, b))
  if (first && FOLLOWS.test(text(end, first.start))) return listFrom(behind, text)
  return last ? listFrom(before.toReversed(), (a, b) => text(b, a) || text(a, b)) : listFrom(behind, text)
}

/** The first of `mentions` and those that are listed with it. */
function listFrom(mentions: AgencyMention[], text: (from: number, to: number) => string): AgencyMention[] {
  const list = mentions.slice(0, 1)
  for (const mention of mentions.slice(1)) {
    const last = list.at(-1)
    if (!last) break
    const between = mention.start >= last.end ? text(last.end, mention.start) : text(mention.end, last.start)
    if (!LISTED.test(between.replace(/[()（）]/g, ''))) break
    list.push(mention)
  }
  return list
}

/** That an agency has no part in it, of one that the register names. */
function noPartFaults({ text, start, end }: Stretch, mentions: AgencyMention[], reading: Reading): Fault[] {
  const match = NO_PART.exec(text)
  if (!match || meets(LEADS, text) || meets(ABSENCE, text)) return []
  const entries = entriesOf(reading)
  const isSole = new Set(entries.map(({ agency }) => agency)).size === 1
  // Not alone is right of all who share.
  if (meets(ALONE, text) && !isSole) return []
  const named = mentions.filter((mention) => mention.start >= start && mention.end <= end)
  const wronged = named.filter((mention) => entriesFor(mention, entries).length > 0)
  return wronged.length > 0 || (named.length === 0 && /^\s*市级|其[他余]|\bothers?\b/.test(text))
    ? [{ kind: 'denial', said: match[0] }]
    : []
}

/** The lead is not alone where others are meant without a name. */
const OPEN_LIST = /各?(?:有关|相关)(?:部门|单位)/

/** That one agency is alone needs a register that names no other. */
function aloneFaults(phrase: Stretch, mentions: AgencyMention[], reading: Reading): Fault[] {
  const here = mentions.filter((mention) => mention.start >= phrase.start && mention.end <= phrase.end)
  return [...matchesOf(ALONE, phrase), ...justBefore(here, phrase)]
    .filter(
      ({ start, end }) => here.length > 0 && !standsSo(start, end, reading) && !DENIES.test(phrase.text),
    )
    .filter(() => {
      const entries = entriesOf(reading)
      const ofLead = meets(LEADS, phrase.text) && entries.some(({ role }) => role === 'lead')
      const counted = entries.filter(({ role }) => !ofLead || role === 'lead')
      const isOpen = !ofLead && counted.some(({ role }) => role === 'lead') && OPEN_LIST.test(reading.proof)
      return entries.length === 0 || isOpen || clausesOf(counted).some((group) => group.length > 1)
    })
    .map(({ match }) => ({ kind: 'alone' as const, said: match }))
}

/** That some only help needs a register, or a text, in which they do. */
function assistFaults(phrase: Stretch, mentions: AgencyMention[], reading: Reading): Fault[] {
  const entries = entriesOf(reading)
  if (DENIES.test(phrase.text) || meets(ABSENCE, phrase.text) || entries.length === 0) return []
  const here = mentions.filter((mention) => mention.start >= phrase.start && mention.end <= phrase.end)
  const ofBodies = here.length > 0 || /其[他余]|各?(?:部门|单位)|\bothers?\b/.test(phrase.text)
  if (!ofBodies || entries.some(({ role }) => role === 'participant')) return []
  return matchesOf(ASSISTS, phrase)
    .filter(({ match, start, end }) => !standsSo(start, end, reading) && !reading.proof.includes(match))
    .map(({ match }) => ({ kind: 'lead' as const, said: match }))
}

/** 仅市A, 只市A负责. */
function justBefore(mentions: AgencyMention[], { text, start }: Stretch): Matched[] {
  return mentions.flatMap((mention) => {
    const match = /[仅只](?:有|由|归|是|能由)?$/.exec(text.slice(0, mention.start - start))
    return match ? [{ match: match[0], start: start + match.index, end: mention.start }] : []
  })
}

/** `由市A负责` of a duty that several share says that it is A's alone. */
function singleFaults(sentence: Stretch, mentions: AgencyMention[], reading: Reading): Fault[] {
  const here = mentions.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
  const names = new Set(here.map(({ said, agencies }) => agencies[0]?.name ?? said))
  if (names.size !== 1 || SHARES.test(sentence.text) || DENIES.test(sentence.text)) return []
  const [mention] = here
  const answers = ANSWERS_FOR.some(({ pattern }) => {
    const { who, whom } = pattern.exec(sentence.text)?.groups ?? {}
    return [who, whom].some((words) => words !== undefined && mention && words.includes(mention.said))
  })
  const entries = entriesOf(reading)
  if (!answers || !mention || entries.length === 0) return []
  const isAlone = entriesFor(mention, entries).some(({ role }) => role === 'sole' || role === 'lead')
  return isAlone || clausesOf(entries).every((group) => group.length === 1)
    ? []
    : [{ kind: 'alone', said: mention.said }]
}

function entriesFor({ agencies, said }: AgencyMention, entries: ReadResponsibility[]): ReadResponsibility[] {
  return entries.filter(({ agency }) => {
    const name = fold(agency)
    return name === said || agencies.some((other) => fold(other.name) === name)
  })
}

function clausesOf(entries: ReadResponsibility[]): ReadResponsibility[][] {
  const groups = new Map<string, ReadResponsibility[]>()
  for (const entry of entries) {
    const key = `${entry.documentId}#${entry.clauseId}`
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups.values()]
}

interface Matched {
  match: string
  start: number
  end: number
}

function matchesOf(rules: Rule[], { text, start }: Stretch): Matched[] {
  return rules.flatMap(({ pattern }) =>
    [...text.matchAll(new RegExp(pattern.source, `g${pattern.flags.replace('g', '')}`))].map((match) => ({
      match: match[0],
      start: start + match.index,
      end: start + match.index + match[0].length,
    })),
  )
}
