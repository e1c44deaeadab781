/**
 * What a right statement says and what its clauses say: figures, years, agencies, references. Pure.
 */
import type { Library } from '../../../../corpus/library.ts'
import { figureValue } from '../../../../corpus/numerals.ts'
import { plainValue, splitUnit } from '../../../../corpus/scale.ts'
import { fold, foldWithOffsets } from '../../../../corpus/script.ts'
import type { Agency, Clause, PolicyDocument, ReadResponsibility, Target } from '../../../../corpus/types.ts'
import type { RightStatement } from './corruption.ts'
import { chineseFigures, ENGLISH_YEAR, englishFigures, rounded, valuesIn } from './figures-said.ts'
import { overlaps, spans } from './spans.ts'

export interface Span {
  start: number
  end: number
}

/** An amount of the text; `start`/`end` are those of the figure alone. */
export interface Figure extends Span {
  value: number
  /** In single units. */
  plain: number
  /** Own characters behind the figure, with the multiplier. */
  unit: string
}

export interface Mention extends Span {
  agency: Agency
}

export interface Context {
  statement: RightStatement
  text: string
  english: boolean
  document: PolicyDocument
  cited: Clause[]
  /** Folded text of the cited clauses. */
  source: string
  stated: Set<number>
  register: ReadResponsibility[]
  registerOf(clause: Clause): ReadResponsibility[]
  targets: Target[]
  agencies: Agency[]
  figures: Figure[]
  years: Span[]
  labels: Label[]
  mentions: Mention[]
}

export function readContext(statement: RightStatement, library: Library): Context | undefined {
  const { documentId, clauseIds, text } = statement
  const document = library.document(documentId)
  const cited = clauseIds.flatMap((id) => library.clause(documentId, id) ?? [])
  if (!document || cited.length === 0) return undefined
  const english = statement.lang === 'en'
  const agencies = library.agencies.filter(
    ({ place, name }) => place === document.source.place && !name.startsWith('各'),
  )
  const years = yearsIn(text, english)
  const masked = [...maskedIn(text), ...years]
  return {
    statement,
    text,
    english,
    document,
    cited,
    source: cited.map((clause) => fold(clause.text)).join('\n'),
    stated: new Set(cited.flatMap(({ text, title }) => [...valuesIn(`${title}\n${text}`)])),
    register: cited.flatMap(({ clauseId }) => library.responsibilitiesOf(documentId, clauseId)),
    registerOf: ({ clauseId }) => library.responsibilitiesOf(documentId, clauseId),
    targets: cited.flatMap(({ clauseId }) => library.targetsOf(documentId, clauseId)),
    agencies,
    figures: (english ? englishFigures(text) : chineseFigures(text)).filter(
      (figure) => !masked.some((span) => overlaps(span, figure)),
    ),
    years,
    labels: labelsIn(text, english),
    mentions: mentionsIn(text, agencies),
  }
}

/** Titles, document numbers, addresses and references: figures in them count nothing. */
function maskedIn(text: string): Span[] {
  return spans(
    text,
    /《[^》]*》|[〔[]\d{4}[〕\]]\s?(?:No\. ?)?\d+号?號?|https?:\S+|第[\d、,，和及與与至到—–\-一二三四五六七八九十]+[項项條条章]|[任][務务]\d+|\b(?:Items?|Articles?|Tasks?|Clauses?|Sections?|Chapters?|No\.) ?(?:\d+(?:\.\d+)*(?:, and | and |, |–|-| to |\b))+|\d+\.\d+\.\d+/g,
  )
}

function yearsIn(text: string, english: boolean): Span[] {
  const titles = spans(text, /《[^》]*》|[〔[]\d{4}[〕\]]/g)
  const found = spans(text, english ? ENGLISH_YEAR : /(?<!\d)20\d\d(?= ?年|[—–-]20\d\d ?年)/g)
  return found.filter((span) => !titles.some((title) => overlaps(title, span)))
}

export interface Label extends Span {
  number: number
  /** 第, Item … */
  before: string
  after: string
  chinese: boolean
}

function labelsIn(text: string, english: boolean): Label[] {
  const pattern = english
    ? /\b((?:Item|Article|Task|Clause)s? )(\d+)()\b/gi
    : /(第)(\d+|[一二三四五六七八九十]+)([項项條条])/g
  return [...text.matchAll(pattern)].map(
    ({ index, 0: whole, 1: before = '', 2: raw = '', 3: after = '' }) => ({
      start: index,
      end: index + whole.length,
      number: figureValue(raw),
      before,
      after,
      chinese: !/\d/.test(raw),
    }),
  )
}

/** The agencies that the text names, in order, by any of their names of more than two characters. */
function mentionsIn(text: string, agencies: Agency[]): Mention[] {
  const { text: folded, at } = foldWithOffsets(text)
  const names = agencies
    .flatMap((agency) => namesOf(agency).map((name) => ({ name, agency })))
    .sort((a, b) => b.name.length - a.name.length)
  const found: Mention[] = []
  for (let i = 0; i < folded.length; i++) {
    const hit = names.find(({ name }) => folded.startsWith(name, i))
    if (!hit) continue
    const said = { start: at[i] ?? 0, end: at[i + hit.name.length] ?? text.length }
    const span = withTranslation(text, said)
    found.push({ agency: hit.agency, ...span })
    i = Math.max(i + hit.name.length - 1, at.indexOf(span.end) - 1)
  }
  return found
}

/** `Municipal Tax Bureau (市税务局)` is one mention, by whichever of its names it is known. */
function withTranslation(text: string, { start, end }: Span): Span {
  const [aside = ''] = /^ ?[（(]\p{Script=Han}+[)）]/u.exec(text.slice(end)) ?? []
  const [, name = ''] =
    /((?:(?:[A-Z][\w'’.-]*|of|and|for|the),? )*[A-Z][\w'’.-]* ?\()$/.exec(text.slice(0, start)) ?? []
  if (!name || !/^[)）]/.test(text.slice(end))) return { start, end: end + aside.length }
  const own = name.replace(/^(?:(?:The|Under|By|And|of|and|for|the),? )+/, '')
  return { start: start - own.length, end: end + 1 }
}

/** Folded names by which a text may call an agency outright; 社保 or `planning` are words of other things too. */
export function namesOf({ name, aliases, english }: Agency): string[] {
  const chinese = aliases.filter(
    (alias) => /^\p{Script=Han}{3,}$/u.test(alias) && /[局委办会联厅]$/.test(alias),
  )
  const latin = aliases.filter((alias) => /^[A-Z].* .*(?:Bureau|Commission|Committee|Federation)/.test(alias))
  const core = english?.replace(/^Municipal /, '')
  return [
    ...new Set([name, name.replace(/^市/, ''), ...chinese, ...latin, english ?? '', core ?? ''].map(fold)),
  ].filter((said) => said.length >= 3)
}

/** The targets of the cited clauses that have the value of the figure. */
export function targetsFor({ value, plain, unit }: Figure, c: Context): Target[] {
  const base = fold(splitUnit(unit).unit)
  return c.targets.filter((target) => {
    if (target.value === undefined) return false
    const own = rounded(plainValue({ value: target.value, unit: target.unit }))
    const sameUnit = c.english || !base || fold(splitUnit(target.unit ?? '').unit) === base
    return sameUnit && (own === rounded(plain) || (target.value === value && plain === value))
  })
}
