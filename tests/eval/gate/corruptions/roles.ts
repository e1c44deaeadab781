/**
 * A lead invented or exchanged, or one agency said to be alone. Pure.
 */
import type { ReadResponsibility } from '../../../../corpus/types.ts'
import { nameLike, rightMentions } from './agencies.ts'
import type { Context, Mention, Span } from './context.ts'
import type { Draft } from './corruption.ts'
import { deniesAt } from './denied.ts'
import { agencyOf, capitalLike, englishList, responsibleLists } from './responsible.ts'
import { exchange, replaceAt, sentenceAround, sentenceSpan } from './spans.ts'
import { LEAD_WORD } from './words.ts'
import { hash, pick, say, withSentence } from './writing.ts'

export function inventLead(c: Context): Draft[] {
  const leads = c.register.filter(({ role }) => role === 'lead')
  if (leads.length > 0) return [...exchangeLead(c, leads), ...participantLeads(c)].slice(0, 1)
  const shared = c.register.filter(({ role }) => role === 'shared')
  const lead = agencyOf(pick(shared, c, 'lead'), c)
  if (shared.length < 2 || !lead) return []
  const said = nameLike(lead, undefined, c)
  const appended = withSentence(c, say(c, '這項工作由〓牽頭。', 'The 〓 takes the lead.').replace('〓', said))
  const only = onlyDenialOfLead(
    c,
    say(c, '這項工作由〓牽頭。', 'The lead agency is the 〓.').replace('〓', said),
  )
  return only.length > 0 ? only : [...leadsWritten(c), appended]
}

/** 文件沒有指定牽頭單位, turned into its contrary. */
function onlyDenialOfLead(c: Context, sentence: string): string[] {
  const at = c.text.search(LEAD_WORD)
  if (at < 0 || !deniesAt(c, at)) return []
  const span = sentenceSpan(c.text, at)
  const [blank = ''] = /^\s*/.exec(c.text.slice(span.start)) ?? []
  return [replaceAt(c.text, span, blank + sentence)]
}

function leadsWritten(c: Context): string[] {
  return responsibleLists(c).map((found) => {
    const name = ({ start, end }: Span) => c.text.slice(start, end)
    const rest = found.rest.map(name)
    if (c.english) {
      const others = rest.map((other) => `the ${other}`)
      return replaceAt(
        c.text,
        found,
        `${capitalLike(c, found, 'the ')}${name(found.lead)} leads, supported by ${englishList(others)},`,
      )
        .replace(/,( for\b.*)?\.$/, (_, what = '') => `${what}.`)
        .replace(/, according to their[^,.]*/, '')
        .replace(/,,/, ',')
    }
    const others = rest.join('、')
    return found.head
      ? replaceAt(
          c.text,
          found,
          say(c, '牽頭單位：〓；配合單位：', '').replace('〓', name(found.lead)) + others,
        )
      : replaceAt(c.text, found, `由${name(found.lead)}${say(c, '牽頭', '')}，${others}配合`)
  })
}

/** A participant named as the lead, put behind a statement that speaks of no roles. */
function participantLeads(c: Context): string[] {
  const isOnly = ({ agency }: ReadResponsibility) =>
    c.register.every((entry) => entry.agency !== agency || entry.role === 'participant')
  const participant = agencyOf(pick(c.register.filter(isOnly), c, 'participant'), c)
  if (!participant || LEAD_WORD.test(c.text)) return []
  const sentence = say(c, '這項工作由〓牽頭。', 'The 〓 takes the lead.')
  return [withSentence(c, sentence.replace('〓', nameLike(participant, undefined, c)))]
}

/** The lead and a participant in each other's place. */
function exchangeLead(c: Context, leads: ReadResponsibility[]): string[] {
  const roleOf = ({ agency }: Mention) => c.register.find((entry) => entry.agency === agency.name)?.role
  const mentions = rightMentions(c)
  const lead = mentions.find((mention) => roleOf(mention) === 'lead')
  if (!lead || !LEAD_WORD.test(c.text) || new Set(leads.map(({ clauseId }) => clauseId)).size > 1) return []
  const participants = c.register.filter(
    ({ agency, role }) => role === 'participant' && !leads.some((entry) => entry.agency === agency),
  )
  const isParticipant = ({ agency }: Mention) => participants.some((entry) => entry.agency === agency.name)
  const named = pick(mentions.filter(isParticipant), c, 'participant')
  const other = agencyOf(pick(participants, c, 'participant'), c)
  if (named) {
    const [a, b] = named.start < lead.start ? [named, lead] : [lead, named]
    return [exchange(c.text, a, b, nameLike(b.agency, a, c), nameLike(a.agency, b, c))]
  }
  return other && LEAD_WORD.test(sentenceAround(c.text, lead.start))
    ? [replaceAt(c.text, lead, nameLike(other, lead, c))]
    : []
}

export function inventAlone(c: Context): Draft[] {
  const several = c.cited.every((clause) => {
    const register = c.registerOf(clause)
    return register.length === 0 || new Set(register.map(({ agency }) => agency)).size > 1
  })
  const agency = agencyOf(pick(c.register, c, 'alone'), c)
  if (!several || !agency) return []
  const speaksOfThem = c.mentions.length > 0 || hash(`${c.statement.id}/alone`) % 3 === 0
  const said = nameLike(
    agency,
    c.mentions.find((mention) => mention.agency === agency),
    c,
  )
  const sentence = say(
    c,
    pick(['這項工作只由〓負責。', '這項工作由〓獨家負責。', '〓是唯一的責任單位。'], c, 'alone') ?? '',
    pick(
      ['Only the 〓 is responsible for this.', 'The 〓 alone is responsible for this work.'],
      c,
      'alone',
    ) ?? '',
  )
  const appended = speaksOfThem ? [withSentence(c, sentence.replace('〓', said))] : []
  return [...aloneWritten(c), ...appended]
}

function aloneWritten(c: Context): string[] {
  return responsibleLists(c).map((found) => {
    const lead = c.text.slice(found.lead.start, found.lead.end)
    if (c.english)
      return replaceAt(c.text, found, `${capitalLike(c, found, 'only ')}the ${lead} is responsible`).replace(
        / (?:according to|in line with|under) their (?:respective )?\w+( of \w+)?/,
        '',
      )
    if (found.head) return replaceAt(c.text, found, say(c, '責任單位只有', '') + lead)
    return replaceAt(
      c.text,
      found,
      say(c, pick(['只由〓負責', '由〓獨家負責'], c, 'only') ?? '', '').replace('〓', lead),
    )
  })
}
