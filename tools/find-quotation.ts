/**
 * Finds a quotation in clauses: as it is written, or else in other writing, abridged, or changed. Pure.
 *
 * Law: what is told apart only by script, width, spaces or marks is the same wording; a figure that differs is not.
 */
import { differencesOf, nearestSlice } from '../corpus/align.ts'
import { normalForm, withoutMarks } from '../corpus/normal-form.ts'
import type { Folded } from '../corpus/script.ts'
import type { Clause } from '../corpus/types.ts'
import { cutOff, type Slice, sourceSlice, wholeFigures, wholeWords, withPairs } from './quoted-slice.ts'

/** More than this share of its characters changed, and a wording is not one of the text's. */
const NEAR = 0.3
/** Clauses compared character by character. */
const COMPARED = 4
const MAX_GRAMS = 40
const SHORT_QUOTE = 12
/** Pairs of characters that are compared within some hundredths of a second. */
const MAX_COMPARISONS = 4_000_000
const MAX_DIFFERENCES = 8

/** What an assistant puts around and into what it quotes. */
const MARKUP: { pattern: RegExp; as: string; example: string }[] = [
  {
    pattern: /\[([^\]\n]*)\]\((?:https?:|policy:)[^)\s]*\)/g,
    as: '$1',
    example: '[城市公廁79座](https://…)',
  },
  { pattern: /\[\d{1,2}\]|\*\*|__|`/g, as: '', example: '**79座**[1]' },
  { pattern: /^\s*(?:#{1,6}|>|[-*•]|\d{1,2}[.)])\s+/, as: '', example: '# 主要目标' },
  {
    pattern:
      /\s*[(（[](?:第[\d一二三四五六七八九十]+[项項条條]|clause\b|item\b|source\b|来源|來源|出处|出處)[^)）\]]*[)）\]][。.]?\s*$/i,
    as: '',
    example: '…79座（第8项）',
  },
]

/** Stand for what a quotation leaves out. In normal form. */
const DOTS = /[[(]?(?:\.{3,}|⋯+)[\])]?/
/** Shorter parts of an abridged quotation stand in a clause by chance. */
const SHORTEST_PART = 4
const MAX_SHOWN = 60

const OTHER_WRITING =
  '只有字形、全半角、标点或空格不同；引用时请用 citation.quote。Only script, width, marks or spacing differ; quote citation.quote.'

export interface Found {
  match: 'exact' | 'normalized' | 'near'
  clause: Clause
  /** Offsets in the clause's text. */
  start: number
  end: number
  differences: string[]
}

/** Where `given` stands, or what comes nearest to it; nothing where no clause has a wording like it. */
export function findQuotation(given: string, clauses: Clause[]): Found | undefined {
  if (!/[\p{L}\p{N}]/u.test(given)) return undefined
  const exact = findExact(given, clauses)
  if (exact) return exact
  const quote = MARKUP.reduce((text, { pattern, as }) => text.replace(pattern, as), given)
  return (
    findNormalized(quote, clauses) ??
    findAcross(quote, clauses) ??
    findAbridged(quote, clauses) ??
    findNear(quote, clauses)
  )
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
  const wanted = formsOf(quote)
  for (const kind of ['form', 'bare'] as const) {
    const { text } = wanted[kind]
    if (text === '') continue
    for (const clause of clauses) {
      const form = formsOfClause(clause)[kind]
      const at = form.text.indexOf(text)
      if (at < 0) continue
      const { start, end } = withPairs(clause.text, sourceSlice(clause.text, form, at, at + text.length))
      const differences = [OTHER_WRITING, ...cutOff(clause.text, start, end)]
      return { match: 'normalized', clause, start, end, differences }
    }
  }
  return undefined
}

/** A quotation that runs on from a clause into the next, over as many as it likes: the longest part is cited. */
function findAcross(quote: string, clauses: Clause[]): Found | undefined {
  const wanted = formsOf(quote).bare.text
  if (wanted === '') return undefined
  for (const [, run] of Map.groupBy(clauses, ({ documentId }) => documentId)) {
    const start = joined(run).indexOf(wanted)
    if (start < 0) continue
    let offset = 0
    const parts = run.flatMap((clause) => {
      const { bare } = formsOfClause(clause)
      const from = Math.max(0, start - offset)
      const to = Math.min(bare.text.length, start + wanted.length - offset)
      offset += bare.text.length
      if (to <= from) return []
      const slice = withPairs(clause.text, sourceSlice(clause.text, bare, from, to))
      return [{ clause, start: from === 0 ? 0 : slice.start, end: slice.end }]
    })
    const [longest, ...others] = parts.toSorted((x, y) => y.end - y.start - (x.end - x.start))
    if (!longest) continue
    const cut = parts.flatMap(({ clause, start, end }) => cutOff(clause.text, start, end))
    const note = runsOver(
      parts.length,
      others.map(({ clause }) => clause),
    )
    return { match: 'near', ...longest, differences: [note, ...cut] }
  }
  return undefined
}

const JOINED = new WeakMap<Clause, string>()

/** The clauses of a document as one, without marks. */
function joined(run: Clause[]): string {
  const [first] = run
  const known = first && JOINED.get(first)
  if (known !== undefined) return known
  const text = run.map((clause) => formsOfClause(clause).bare.text).join('')
  if (first) JOINED.set(first, text)
  return text
}

/** A quotation that says by dots that it leaves something out: the parts have to stand in their order. */
function findAbridged(quote: string, clauses: Clause[]): Found | undefined {
  const parts = normalForm(quote)
    .text.split(DOTS)
    .map((part) => formsOf(part).bare.text)
    .filter((part) => part !== '')
  if (parts.length < 2 || parts.some((part) => part.length < SHORTEST_PART)) return undefined
  for (const clause of clauses) {
    const { bare } = formsOfClause(clause)
    const slices: Slice[] = []
    for (const part of parts) {
      const start = bare.text.indexOf(part, slices.at(-1)?.end ?? 0)
      if (start < 0) break
      slices.push({ start, end: start + part.length })
    }
    if (slices.length < parts.length) continue
    const standing = slices.map(({ start, end }) => sourceSlice(clause.text, bare, start, end))
    const differences = standing.slice(1).map(({ start }, i) => {
      const left = clause.text.slice(standing[i]?.end, start)
      return `引文略去 the quotation leaves out: “${left.length > MAX_SHOWN ? `${left.slice(0, MAX_SHOWN)}…` : left}”`
    })
    const [start, end] = [standing[0]?.start ?? 0, standing.at(-1)?.end ?? 0]
    const cut = standing.flatMap((slice) => cutOff(clause.text, slice.start, slice.end))
    return {
      match: 'near',
      clause,
      start,
      end,
      differences: [...differences, ...cut].slice(0, MAX_DIFFERENCES),
    }
  }
  return undefined
}

function findNear(quote: string, clauses: Clause[]): Found | undefined {
  const form = normalForm(quote)
  const wanted = form.text
  const grams = gramsOf(wanted)
  const likely = likeliest(grams, clauses)
  // In case of a tie the clause alone comes first.
  const passages = [...likely.map((clause) => ({ clause, next: undefined })), ...pairsOf(likely, clauses)]
  const nearest = passages
    .map(({ clause, next }) => {
      const whole = next ? { ...clause, text: clause.text + next.text } : clause
      const { text } = formsOfClause(whole).form
      const stretch = likeliestStretch(grams, text, wanted.length)
      const { start, end, distance } = nearestSlice(wanted, text.slice(stretch.start, stretch.end))
      return { clause, next, whole, start: stretch.start + start, end: stretch.start + end, distance }
    })
    // What stands in one of the two is found in it alone.
    .filter(({ clause, next, start, end }) => {
      const border = formsOfClause(clause).form.text.length
      return !next || (start < border && border < end)
    })
    .sort((a, b) => a.distance - b.distance)[0]
  if (!nearest || nearest.distance > wanted.length * NEAR) return undefined
  const { clause, next, whole } = nearest
  const source = formsOfClause(whole).form
  const slice = wholeWords(source.text, wholeFigures(source.text, nearest.start, nearest.end), wanted)
  const standing = source.text.slice(slice.start, slice.end)
  const differences = differencesOf(wanted, standing).map((difference) => {
    const from = sourceSlice(quote, form, difference.wantedStart, difference.wantedEnd)
    const to = sourceSlice(whole.text, source, slice.start + difference.start, slice.start + difference.end)
    return `引文 quote: “${quote.slice(from.start, from.end)}” → 原文 source: “${whole.text.slice(to.start, to.end)}”`
  })
  const found = sourceSlice(whole.text, source, slice.start, slice.end)
  const cited = next ? longerPart(clause, next, found) : { clause, ...found, notes: [] }
  return {
    match: 'near',
    clause: cited.clause,
    start: cited.start,
    end: cited.end,
    differences: [...new Set([...cited.notes, ...differences])].slice(0, MAX_DIFFERENCES),
  }
}

/** Each of `likely` with the clause after it, and with the one before. */
function pairsOf(likely: Clause[], clauses: Clause[]): { clause: Clause; next: Clause }[] {
  const firsts = likely.flatMap((clause) => [clauses.indexOf(clause) - 1, clauses.indexOf(clause)])
  return [...new Set(firsts)].flatMap((i) => {
    const [clause, next] = [clauses[i], clauses[i + 1]]
    return clause && next?.documentId === clause.documentId ? [{ clause, next }] : []
  })
}

/** Of a slice of two clauses joined, the part in the clause that has more of it. */
function longerPart(clause: Clause, next: Clause, { start, end }: Slice) {
  const border = clause.text.length
  const [ours, theirs] = [Math.min(end, border) - start, end - Math.max(start, border)]
  const isOurs = ours >= theirs
  const part = isOurs
    ? { clause, start, end: Math.min(end, border) }
    : { clause: next, start: Math.max(start, border) - border, end: end - border }
  const isOver = ours > 0 && theirs > 0
  return { ...part, notes: isOver ? [runsOver(2, [isOurs ? next : clause])] : [] }
}

function runsOver(count: number, others: Clause[]): string {
  const named = others.slice(0, MAX_DIFFERENCES).map(({ label, title }) => `${label} ${title}`)
  return `引文跨了${count}条，其余部分在 the quotation runs over ${count} clauses, the rest stands in: ${named.join('; ')}`
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
    .map((clause) => ({
      clause,
      shared: grams.filter((gram) => formsOfClause(clause).form.text.includes(gram)).length,
    }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, COMPARED)
    .map(({ clause }) => clause)
}

/** Of a long text the part around most of the short strings: comparing all of it would take seconds. */
function likeliestStretch(grams: string[], text: string, length: number): Slice {
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

interface Forms {
  form: Folded
  /** The form without its marks. */
  bare: Folded
}

const FORMS = new WeakMap<Clause, Forms>()

function formsOfClause(clause: Clause): Forms {
  const forms = FORMS.get(clause) ?? formsOf(clause.text)
  FORMS.set(clause, forms)
  return forms
}

function formsOf(text: string): Forms {
  const form = normalForm(text)
  return { form, bare: withoutMarks(form) }
}
