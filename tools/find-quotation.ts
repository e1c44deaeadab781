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

/** Marks of a citation and of emphasis, which an assistant puts into what it quotes. */
const MARKUP = /\[\d{1,2}\]|\*\*|__|`/g

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
  const exact = findExact(given, clauses)
  if (exact) return exact
  const quote = given.replace(MARKUP, '')
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
      const slice = sourceSlice(clause.text, bare, from, to)
      return [{ clause, start: from === 0 ? 0 : slice.start, end: slice.end }]
    })
    const [longest, ...others] = parts.toSorted((x, y) => y.end - y.start - (x.end - x.start))
    if (!longest) continue
    const named = others.slice(0, MAX_DIFFERENCES).map(({ clause: { label, title } }) => `${label} ${title}`)
    const note = `引文跨了${parts.length}条，其余部分在 the quotation runs over ${parts.length} clauses, the rest stands in: ${named.join('; ')}`
    return { match: 'near', ...longest, differences: [note] }
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
    return { match: 'near', clause, start, end, differences: differences.slice(0, MAX_DIFFERENCES) }
  }
  return undefined
}

function findNear(quote: string, clauses: Clause[]): Found | undefined {
  const form = normalForm(quote)
  const wanted = form.text
  const grams = gramsOf(wanted)
  const nearest = likeliest(grams, clauses)
    .map((clause) => {
      const { text } = formsOfClause(clause).form
      const stretch = likeliestStretch(grams, text, wanted.length)
      const { start, end, distance } = nearestSlice(wanted, text.slice(stretch.start, stretch.end))
      return { clause, start: stretch.start + start, end: stretch.start + end, distance }
    })
    .sort((a, b) => a.distance - b.distance)[0]
  if (!nearest || nearest.distance > wanted.length * NEAR) return undefined
  const { clause } = nearest
  const source = formsOfClause(clause).form
  const slice = wholeWords(source.text, wholeFigures(source.text, nearest.start, nearest.end), wanted)
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
