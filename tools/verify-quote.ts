/**
 * Whether a quotation stands in a document as it is quoted, and where it does not, what the text says instead. Pure.
 */
import { z } from 'zod'
import { differencesOf, nearestSlice } from '../corpus/align.ts'
import { normalForm } from '../corpus/normal-form.ts'
import type { Folded } from '../corpus/script.ts'
import { Citation, type Clause } from '../corpus/types.ts'
import { cite } from './cite.ts'
import { DocumentId, defineTool, requireDocument } from './tool.ts'

const MAX_QUOTE = 2000
/** More than this share of its characters changed, and a wording is not one of the text's. */
const NEAR = 0.3
/** Clauses compared character by character. */
const COMPARED = 4
const MAX_GRAMS = 40
const SHORT_QUOTE = 12
/** Pairs of characters that are compared within some hundredths of a second. */
const MAX_COMPARISONS = 4_000_000
const MAX_DIFFERENCES = 8

/** Put around a quotation, and behind it, by those who quote. */
const OUTSIDE = /^["']+|["'.,;:…]+$/g

const OTHER_WRITING =
  '只有字形、全半角、标点或空格不同；引用时请用 citation.quote。Only script, width, marks or spacing differ; quote citation.quote.'

export const verifyQuote = defineTool({
  name: 'verify_quote',
  title: '核验引文 Verify a quotation',
  description:
    '核对一段引文是否逐字出现在文件中。exact 一字不差；normalized 只差简繁、全半角、标点或空格；near 有改动，differences 列出不同，citation 是原文；none 文件没有这句话。写进答案前先核验；找原文用 search。\n' +
    'Check that a quotation stands in the documents word for word. exact: verbatim; normalized: only script, width, marks or spacing differ; near: changed, see differences and the citation; none: not in the documents. Use before you quote; to find a passage use search.',
  input: z.strictObject({
    quote: z
      .string()
      .min(1)
      .max(MAX_QUOTE)
      .describe('引文，照抄，不要概括或翻译。The quotation as you would give it, not a paraphrase.'),
    documentId: DocumentId.optional(),
  }),
  output: z.object({
    match: z
      .enum(['exact', 'normalized', 'near', 'none'])
      .describe('exact 一字不差，normalized 只差写法，near 有改动，none 没有。How close it is.'),
    citation: Citation.optional().describe('原文所在。Where the text stands, verbatim.'),
    differences: z
      .array(z.string())
      .describe('引文与原文的不同，或截去的“不”“以上”、半个数字。Where it differs, or what it cuts off.'),
  }),
  run(library, { quote, documentId }, { baseUrl }) {
    requireDocument(library, documentId)
    const clauses = library.documents
      .filter(({ source }) => documentId === undefined || source.id === documentId)
      .flatMap((document) => document.clauses)
    const found =
      findExact(quote, clauses) ??
      findNormalized(quote, clauses) ??
      findAcross(quote, clauses) ??
      findNear(quote, clauses)
    if (!found) return { match: 'none' as const, differences: [] }
    const { match, clause, start, end, differences } = found
    return { match, citation: cite(library, clause, start, end, 1, baseUrl), differences }
  },
})

interface Found {
  match: 'exact' | 'normalized' | 'near'
  clause: Clause
  /** Offsets in the clause's text. */
  start: number
  end: number
  differences: string[]
}

function findExact(quote: string, clauses: Clause[]): Found | undefined {
  for (const clause of clauses) {
    const start = clause.text.indexOf(quote)
    if (start < 0) continue
    const end = start + quote.length
    return { match: 'exact', clause, start, end, differences: cutOff(clause.text, start, end) }
  }
  return undefined
}

function findNormalized(quote: string, clauses: Clause[]): Found | undefined {
  const whole = normalForm(quote).text
  for (const wanted of new Set([whole, whole.replace(OUTSIDE, '')])) {
    if (wanted === '') continue
    for (const clause of clauses) {
      const form = formOf(clause)
      const at = form.text.indexOf(wanted)
      if (at < 0) continue
      const { start, end } = sourceSlice(clause.text, form, at, at + wanted.length)
      const differences = [OTHER_WRITING, ...cutOff(clause.text, start, end)]
      return { match: 'normalized', clause, start, end, differences }
    }
  }
  return undefined
}

/** A quotation that runs on from a clause into the next: the longer part is cited. */
function findAcross(quote: string, clauses: Clause[]): Found | undefined {
  for (const [i, clause] of clauses.entries()) {
    const next = clauses[i + 1]
    if (next?.documentId !== clause.documentId) continue
    const from = Math.max(0, clause.text.length - quote.length + 1)
    const at = (clause.text.slice(from) + next.text).indexOf(quote)
    const start = from + at
    if (at < 0 || start >= clause.text.length) continue
    const length = clause.text.length - start
    const [longer, other] = length * 2 >= quote.length ? [clause, next] : [next, clause]
    const part =
      longer === clause ? { start, end: clause.text.length } : { start: 0, end: quote.length - length }
    const note = `引文跨了两条，另一部分在 the quotation runs over two clauses, the rest stands in: ${other.label} ${other.title}`
    return { match: 'near', clause: longer, ...part, differences: [note] }
  }
  return undefined
}

function findNear(quote: string, clauses: Clause[]): Found | undefined {
  const form = normalForm(quote)
  const wanted = form.text
  const grams = gramsOf(wanted)
  const nearest = likeliest(grams, clauses)
    .map((clause) => {
      const { text } = formOf(clause)
      const stretch = likeliestStretch(grams, text, wanted.length)
      const { start, end, distance } = nearestSlice(wanted, text.slice(stretch.start, stretch.end))
      return { clause, start: stretch.start + start, end: stretch.start + end, distance }
    })
    .sort((a, b) => a.distance - b.distance)[0]
  if (!nearest || nearest.distance > wanted.length * NEAR) return undefined
  const { clause } = nearest
  const source = formOf(clause)
  const slice = wholeFigures(source.text, nearest.start, nearest.end)
  const standing = source.text.slice(slice.start, slice.end)
  const differences = differencesOf(wanted, standing).map((difference) => {
    const from = sourceSlice(quote, form, difference.wantedStart, difference.wantedEnd)
    const to = sourceSlice(clause.text, source, slice.start + difference.start, slice.start + difference.end)
    return `引文 quote: “${quote.slice(from.start, from.end)}” → 原文 source: “${clause.text.slice(to.start, to.end)}”`
  })
  const { start, end } = sourceSlice(clause.text, source, slice.start, slice.end)
  return {
    match: 'near',
    clause,
    start,
    end,
    differences: [...new Set(differences)].slice(0, MAX_DIFFERENCES),
  }
}

/** Words right before a quotation that turn it round, and right behind it that bound its figure. */
const TURNS_ROUND = /(?:不|未|無|无|非|免)$/
const BOUNDS = /^(?:以上|以下|以內|以内|左右|以外)/

/** What a verbatim slice leaves off so that it says something else: half of a figure, a 不, an 以上. */
function cutOff(text: string, start: number, end: number): string[] {
  const whole = wholeFigures(text, start, end)
  const isCut = whole.start < start || whole.end > end
  const before = TURNS_ROUND.exec(text.slice(Math.max(0, start - 1), start))?.[0]
  const behind = BOUNDS.exec(text.slice(end))?.[0]
  return [
    ...(isCut
      ? [`引文截断了数字，原文为 a figure is cut, the source has: “${text.slice(whole.start, whole.end)}”`]
      : []),
    ...(before ? [`原文前面还有 the source has before it: “${before}”`] : []),
    ...(behind ? [`原文后面还有 the source has behind it: “${behind}”`] : []),
  ]
}

/** The slice with the figures at its borders whole: `59`, not `5`. */
function wholeFigures(text: string, start: number, end: number): { start: number; end: number } {
  const isFigure = (at: number) => /[\d.]/.test(text[at] ?? '')
  let [from, to] = [start, end]
  if (end > start && /\d/.test(text[start] ?? '')) while (from > 0 && isFigure(from - 1)) from--
  if (end > start && /\d/.test(text[end - 1] ?? '')) while (isFigure(to)) to++
  // A full stop behind a figure is no part of it.
  return { start: from, end: to > end && text[to - 1] === '.' ? to - 1 : to }
}

/** Short strings of what is wanted, evenly spread. */
function gramsOf(wanted: string): string[] {
  const length = wanted.length < SHORT_QUOTE ? 2 : 3
  const count = Math.max(0, wanted.length - length + 1)
  const step = Math.max(1, Math.floor(count / MAX_GRAMS))
  return Array.from({ length: Math.ceil(count / step) }, (_, i) => wanted.slice(i * step, i * step + length))
}

/** The clauses that have most of the short strings. */
function likeliest(grams: string[], clauses: Clause[]): Clause[] {
  return clauses
    .map((clause) => ({ clause, shared: grams.filter((gram) => formOf(clause).text.includes(gram)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, COMPARED)
    .map(({ clause }) => clause)
}

/** Of a long text the part around most of the short strings: comparing all of it would take seconds. */
function likeliestStretch(grams: string[], text: string, length: number): { start: number; end: number } {
  const size = Math.max(length, SHORT_QUOTE)
  if (text.length * length <= MAX_COMPARISONS) return { start: 0, end: text.length }
  const hits = new Array<number>(Math.ceil(text.length / size) + 1).fill(0)
  for (const gram of grams)
    for (let at = text.indexOf(gram); at >= 0; at = text.indexOf(gram, at + 1)) {
      const bucket = Math.floor(at / size)
      hits[bucket] = (hits[bucket] ?? 0) + 1
    }
  const both = hits.map((count, i) => count + (hits[i + 1] ?? 0))
  const best = both.indexOf(Math.max(...both))
  return { start: Math.max(0, (best - 1) * size), end: Math.min(text.length, (best + 3) * size) }
}

/** The offsets in `text` of `form.text.slice(start, end)`; an empty slice is empty. */
function sourceSlice(
  text: string,
  { at }: Folded,
  start: number,
  end: number,
): { start: number; end: number } {
  const from = at[start] ?? 0
  const last = at[end - 1] ?? from
  const width = String.fromCodePoint(text.codePointAt(last) ?? 0).length
  return { start: from, end: end > start ? last + width : from }
}

const FORMS = new WeakMap<Clause, Folded>()

function formOf(clause: Clause): Folded {
  const form = FORMS.get(clause) ?? normalForm(clause.text)
  FORMS.set(clause, form)
  return form
}
