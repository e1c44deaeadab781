/**
 * Another agency, or one more. Pure.
 */
import type { Agency } from '../../../../corpus/types.ts'
import type { Context, Mention } from './context.ts'
import type { Draft } from './corruption.ts'
import { isDenial } from './denied.ts'
import { runsOf } from './responsible.ts'
import { replaceAt, sentenceAround } from './spans.ts'
import { isNamedIn } from './truth.ts'
import { NO_LEAD, OPEN_LIST, REPLY } from './words.ts'
import { inScript, pick, turned } from './writing.ts'

/** Agencies that no cited clause names, nor the statement. */
function strangers(c: Context): Agency[] {
  const named = c.mentions.map(({ agency }) => agency)
  return c.agencies.filter(
    (agency) =>
      !named.includes(agency) &&
      !isNamedIn(agency, c.source, c.register) &&
      (!c.english || agency.english !== undefined),
  )
}

/** The agency's name in the language and manner of the mention beside which it is to stand. */
export function nameLike({ name, english = '' }: Agency, like: Mention | undefined, c: Context): string {
  const said = like ? c.text.slice(like.start, like.end) : ''
  if (c.english) {
    const own =
      said && !/Municipal|^\p{Script=Han}/u.test(said) ? english.replace(/^Municipal /, '') : english
    return /\(/.test(said) ? `${own} (${name})` : own
  }
  const full = inScript(name, c)
  return said && !said.startsWith('市') && like?.agency.name.startsWith('市') ? full.replace(/^市/, '') : full
}

export function rightMentions(c: Context): Mention[] {
  return c.mentions.filter((mention) => {
    const sentence = sentenceAround(c.text, mention.start)
    const rest = sentence.replace(REPLY, '').replace(NO_LEAD, '')
    return rest.includes(c.text.slice(mention.start, mention.end)) && !isDenial(rest)
  })
}

export function swapAgency(c: Context): Draft[] {
  const others = turned(strangers(c), c, 'stranger')
  return turned(rightMentions(c), c, 'mention').flatMap((mention, i) => {
    const other = others[i % others.length]
    return other ? [replaceAt(c.text, mention, nameLike(other, mention, c))] : []
  })
}

export function addAgency(c: Context): Draft[] {
  const other = pick(strangers(c), c, 'added')
  if (!other || OPEN_LIST.test(c.source)) return []
  const lists = runsOf(rightMentions(c), c)
  return turned(lists, c, 'list').flatMap((list) => {
    const [first, next] = list
    const last = list.at(-1)
    if (!first || !last) return []
    const name = nameLike(other, first, c)
    if (!next) return withPartner(first, name, c)
    const the = /\bthe $/.test(c.text.slice(0, first.start).toLowerCase()) ? 'the ' : ''
    const joined = c.english ? `, ${the}${name}` : `、${name}`
    const at = { start: first.end, end: first.end }
    return [replaceAt(c.text, at, joined)]
  })
}

/** A second one beside one that is alone in charge. */
function withPartner(mention: Mention, name: string, c: Context): string[] {
  if (c.register.length !== 1 || !/^(?:独家|單獨|单独)?[负負][责責]/.test(c.text.slice(mention.end)))
    return []
  return c.english ? [] : [replaceAt(c.text, { start: mention.end, end: mention.end }, `、${name}`)]
}
