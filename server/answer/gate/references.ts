/**
 * What a statement refers to: quotes, titles, clauses, dates of the document, numbers of documents, addresses. Pure.
 *
 * Each is proved and blanked out, so that its figures are not read as amounts, or it is a fault.
 */
import { findClauseMentions } from '../../../corpus/clause-mentions.ts'
import { normalForm, withoutMarks } from '../../../corpus/normal-form.ts'
import { figureValue } from '../../../corpus/numerals.ts'
import { fold, remembering } from '../../../corpus/script.ts'
import type { Clause, Source } from '../../../corpus/types.ts'
import { contentOf, shareIn } from './content.ts'
import { at, type Fault, phrasesIn, type Reading, sentencesIn, settle, settleWords } from './reading.ts'
import { ISSUED } from './words-scope.ts'

/** The faults among what the statement refers to; blanks out what is proved. */
export function referenceFaults(reading: Reading): Fault[] {
  return [
    ...markup(reading),
    ...quotes(reading),
    ...documents(reading),
    ...addresses(reading),
    ...clauses(reading),
  ]
}

const MARKUP = /<\/?[a-z!][^>]*>?|\]\(|```|!\[|&(?:lt|gt|amp|#\d+|#x[\da-f]+);|\bjavascript:|\bdata:text/

function markup({ text }: Reading): Fault[] {
  const found = MARKUP.exec(text)
  return found ? [{ kind: 'markup', said: found[0] }] : []
}

const QUOTED = /“([^“”]{2,})”|「([^「」]{2,})」|『([^『』]{2,})』|《([^《》]{2,})》|"([^"]{4,})"/g
/** A word of few characters is set off, not quoted. */
const SHORT_QUOTE = 4

/** What stands in quotation marks stands so in a cited clause, or is the title of a clause or document. */
function quotes(reading: Reading): Fault[] {
  const faults: Fault[] = []
  const found = [...reading.rest.matchAll(QUOTED)]
  if (found.length === 0) return []
  const sources = [...reading.cited.map(plainOf), ...titlesOf(reading).map(plain)]
  const asked = plain(reading.asked)
  for (const match of found) {
    const quoted = plain(match.slice(1).find((group) => group !== undefined) ?? '')
    const pieces = quoted.split(/…+|\.{3,}/).filter((piece) => piece !== '')
    // An English rendering is no quote: its words are held against the clause, and more strictly than others.
    if (!/\p{Script=Han}/u.test(quoted) && reading.isLatin) {
      const content = contentOf(match[0], reading.library)
      if (content.mass > RENDERED && shareIn(content, reading.cited, reading.library) < RENDERS)
        faults.push({ kind: 'quote', said: match[0] })
      continue
    }
    if (pieces.every((piece) => sources.some((source) => source.includes(piece)) || isTermOf(piece, reading)))
      settle(reading, match.index, match.index + match[0].length)
    else if (quoted.length >= SHORT_QUOTE && !asked.includes(quoted))
      faults.push({ kind: 'quote', said: match[0] })
  }
  return faults
}

/** A rendering of so much content has to have this share of it in the clause. */
const RENDERED = 8
const RENDERS = 0.5

/** A short term is a phrase of the text with words left out: “满90不满100” of 年满90周岁不满100周岁. */
const TERM = 8

function isTermOf(piece: string, { proof }: Reading): boolean {
  if (piece.length > TERM) return false
  return sentencesIn(proof)
    .flatMap(phrasesIn)
    .some(({ text }) => {
      let at = 0
      for (const char of plain(text)) if (char === piece[at]) at++
      return at === piece.length && text.length <= piece.length * 3
    })
}

const PLAIN = new WeakMap<Clause, string>()

function plainOf(clause: Clause): string {
  const known = PLAIN.get(clause) ?? plain(clause.text)
  PLAIN.set(clause, known)
  return known
}

const plain = remembering((text: string) => withoutMarks(normalForm(text)).text)

function titlesOf({ cited, documents, library }: Reading): string[] {
  return [
    ...cited.flatMap(({ path, label }) => [...path, label]),
    ...documents.flatMap(({ source, gloss }) => [
      source.title,
      source.issuer,
      source.place,
      source.documentNumber ?? '',
      gloss?.title ?? '',
      gloss?.issuer ?? '',
      ...cited.map(({ clauseId }) => gloss?.clauses[clauseId] ?? ''),
      ...Object.entries(gloss?.indicators ?? {}).flat(),
    ]),
    // An indicator may be put together from what stands apart: 城镇居民收入 of 城乡居民收入.
    ...cited.flatMap(({ documentId, clauseId }) =>
      library.targetsOf(documentId, clauseId).map(({ indicator }) => indicator),
    ),
  ].filter((title) => title !== '')
}

const DOCUMENT_NUMBER =
  /[\p{Script=Han}a-z]{0,12}[〔[(【]\s*(?:19|20)\d{2}\s*[〕\])】]\s*第?\s*\d+\s*号?|\b(?:document|file|notice|decree|order) (?:no\.?|number)\s*[\d[(〔][\d\s[\]()〔〕-]*|\p{Script=Han}{2,8}发?第?\d{1,4}号(?:文件?|令)/gu

/** The document's own title, number and dates are proved by its register. */
function documents(reading: Reading): Fault[] {
  for (const { source, gloss } of reading.documents) {
    const names = [
      source.title,
      source.issuer,
      source.documentNumber,
      source.period,
      gloss?.title,
      gloss?.issuer,
    ]
    const english = reading.cited.flatMap(({ clauseId, text }) => [
      gloss?.clauses[clauseId],
      ...Object.entries(gloss?.indicators ?? {}).flatMap(([name, said]) =>
        text.includes(name) ? [said] : [],
      ),
    ])
    for (const name of [...names, ...english]) if (name && name.length > 4) settleWords(reading, fold(name))
    // The day of issue is no other day: 自…起施行 has to stand in the clause.
    if (!ISSUED.test(reading.text)) continue
    for (const date of [source.issuedOn, source.validUntil])
      for (const said of date ? sayings(date) : []) settleWords(reading, said)
  }
  const faults: Fault[] = []
  for (const match of reading.rest.matchAll(DOCUMENT_NUMBER)) {
    const number = match[0].replace(/^.*[的是为和与及即]/, '')
    if (reading.cited.some((clause) => plainOf(clause).includes(plain(number))))
      settle(reading, match.index, match.index + match[0].length)
    else faults.push({ kind: 'document_number', said: match[0] })
  }
  return faults
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** How a date is written: 2022年8月16日, 2022-08-16, 16 August 2022, August 16, 2022. */
function sayings(date: Source['issuedOn']): string[] {
  const [year = '', month = '', day = ''] = date.split('-')
  const [m, d, name] = [Number(month), Number(day), MONTHS[Number(month) - 1] ?? '']
  return [
    `${year}年${m}月${d}日`,
    date,
    `${year}/${m}/${d}`,
    ...[name, name.slice(0, 3)].flatMap((word) => [
      `${d} ${word} ${year}`,
      `${word} ${d}, ${year}`,
      `${word} ${d} ${year}`,
    ]),
    `${year}年${m}月`,
    `${name} ${year}`,
  ]
}

const ADDRESS =
  /https?:\/?\/?\S+|\bwww\.\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|org|net|gov|edu|io|example|info|top|xyz)\b(?:\/\S*)?|[\w.+-]+@[\w-]+\.\w+|(?<![\d.])(?:\+?\d{2,3}[- ])?(?:0\d{2,3}[- ]?\d{7,8}|1[3-9]\d{9}|400[- ]?\d{3}[- ]?\d{4})(?!\d)/g

/** Web addresses, mail addresses and telephone numbers stand in the clause. */
function addresses(reading: Reading): Fault[] {
  const faults: Fault[] = []
  for (const match of reading.rest.matchAll(ADDRESS)) {
    // 14 billion in figures is as long as a telephone number.
    if (!reading.raw.includes(match[0])) continue
    if (reading.proof.includes(match[0])) settle(reading, match.index, match.index + match[0].length)
    else faults.push({ kind: 'address', said: match[0] })
  }
  return faults
}

/** The shapes of a clause's number that leave no doubt: a bare `3項` may count. */
const CALLS_CLAUSE =
  /^\s*第|^(?:任务|事项|条目)|^(?:item|task|article|clause|section|part|chapter|point|no)|[(（]|\d\.\d|th\b|st\b|nd\b|rd\b/
const DECIMAL = /^\s*\d+\.\d+\s*$/
/** `第一批`, `task 3` of another thing. */
const LEVEL_ALONE = /^(?:part|section|chapter) [a-z]+$/

/** A clause that is called by its number is one that is cited, or stands above it, or is called so by the text. */
function clauses(reading: Reading): Fault[] {
  const faults: Fault[] = []
  const ids = reading.documents.map(({ source }) => source.id)
  const calledByText = new Set(
    findClauseMentions(reading.proof, reading.library, ids).flatMap((mention) => mention.clauses),
  )
  for (const { said, start, end, clauses: called } of findClauseMentions(
    reading.rest,
    reading.library,
    ids,
  )) {
    if (!CALLS_CLAUSE.test(said) || /^\D*$/.test(said.replace(/[一二三四五六七八九十]/g, '1'))) {
      continue
    }
    // 2.8 places are an amount, and section 2.8 is a clause.
    if (DECIMAL.test(said) && !CALLED.test(reading.rest.slice(0, start))) continue
    if (LEVEL_ALONE.test(said) && called.length === 0) continue
    const isCited = called.some((clause) => reading.cited.some((own) => isWithin(own, clause)))
    if (isCited || called.some((clause) => calledByText.has(clause)) || reading.proof.includes(said.trim()))
      settle(reading, start, end + furtherOf(reading, end))
    else if (isLeftOut(start, reading)) settle(reading, start, end)
    else if (called.length > 0 || /^第/.test(said)) faults.push({ kind: 'reference', said })
  }
  for (const { label } of reading.cited) settleWords(reading, fold(label))
  return faults
}

/** `Section 1.3`: the word before tells that a clause is meant. */
const CALLED = /\b(?:section|item|article|part|chapter|clause|task)s? $/

/** 第五条不在其中: the text lists others. */
function isLeftOut(start: number, { text, proof }: Reading): boolean {
  const phrase = at(sentencesIn(text).flatMap(phrasesIn), start)?.text ?? ''
  return LEFT_OUT.test(phrase) && findNumerals(proof).length > 1
}

const LEFT_OUT = /不在其中|不在其列|不适用|除外|\bnot (?:among|one of|included|apply)/

/** `Articles 8, 9 and 12`: how far the list goes on with numbers that the text calls so, or that are cited. */
function furtherOf({ rest, proof, cited }: Reading, from: number): number {
  const [list = ''] = /^(?: ?(?:,|and|&|、|和|及) ?\d{1,2}(?![\d.%]))+/.exec(rest.slice(from)) ?? []
  const isCalled = (number: string) =>
    cited.some(({ clauseId }) => clauseId.split('.').at(-1) === number) ||
    findNumerals(proof).includes(Number(number))
  return (list.match(/\d+/g) ?? []).every(isCalled) ? list.length : 0
}

function findNumerals(proof: string): number[] {
  return [...proof.matchAll(/第([\d一二三四五六七八九十]{1,4})[条项款章]/g)].map(([, numeral = '']) =>
    figureValue(numeral),
  )
}

function isWithin(own: Clause, outer: Clause): boolean {
  return (
    own.documentId === outer.documentId &&
    (own.clauseId === outer.clauseId || own.clauseId.startsWith(`${outer.clauseId}.`))
  )
}
