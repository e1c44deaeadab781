/**
 * The lists of those responsible in a statement. Pure.
 */
import type { Agency, ReadResponsibility } from '../../../../corpus/types.ts'
import { rightMentions } from './agencies.ts'
import type { Context, Mention, Span } from './context.ts'
import { SHARED_HEAD, SHARED_TAIL, SHARED_TAIL_EN } from './words.ts'

/** Mentions that follow each other with nothing but a joint between them. */
export function runsOf(mentions: Mention[], c: Context): Mention[][] {
  const runs: Mention[][] = []
  for (const mention of mentions) {
    const last = runs.at(-1)?.at(-1)
    const joint = last ? c.text.slice(last.end, mention.start) : ''
    if (last && /^(?:[、，,和及與与]|以及|,? ?(?:and |& )?(?:the )?)$/.test(joint) && joint)
      runs.at(-1)?.push(mention)
    else runs.push([mention])
  }
  return runs
}

interface ResponsibleList extends Span {
  list: Mention[]
  /** 責任單位： */
  head?: string
  lead: Mention
  rest: Mention[]
}

/** The list of those responsible in the text, with the words that make it one. */
export function responsibleLists(c: Context): ResponsibleList[] {
  return runsOf(rightMentions(c), c).flatMap((list) => {
    const [lead, ...rest] = list
    const last = rest.at(-1)
    if (!lead || !last) return []
    const [before, behind] = [c.text.slice(0, lead.start), c.text.slice(last.end)]
    const [tail] = (c.english ? SHARED_TAIL_EN : SHARED_TAIL).exec(behind) ?? []
    if (tail !== undefined) {
      const by = c.english ? /\bthe $/i.exec(before)?.[0] : /由$/.exec(before)?.[0]
      return [{ list, lead, rest, start: lead.start - (by?.length ?? 0), end: last.end + tail.length }]
    }
    const [head] = (c.english ? undefined : SHARED_HEAD.exec(before)) ?? []
    return head ? [{ list, lead, rest, head, start: lead.start - head.length, end: last.end }] : []
  })
}

export function agencyOf(entry: ReadResponsibility | undefined, c: Context): Agency | undefined {
  const agency = c.agencies.find(({ name }) => name === entry?.agency)
  return c.english && !agency?.english ? undefined : agency
}

export function englishList(names: string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

export function capitalLike(c: Context, { start }: Span, words: string): string {
  return /^[A-Z]/.test(c.text.slice(start)) && (start === 0 || /[.!?]\s$/.test(c.text.slice(0, start)))
    ? words.charAt(0).toUpperCase() + words.slice(1)
    : words
}
