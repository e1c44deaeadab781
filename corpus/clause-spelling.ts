/**
 * Which clauses one spelling means: an id, a number at any level, a label, a title, or several of these.
 *
 * A clause fits if its path has all the numbers, each at its level, and all the titles that the spelling has. Pure.
 */
import { findClauseMentions, hasItems } from './clause-mentions.ts'
import type { Library } from './library.ts'
import { documentsNamed, findForeignPlaces, placeWords } from './place-mentions.ts'
import {
  LEVELS,
  type Level,
  type Numbered,
  readSpelling,
  type Spelling,
  withoutFrame,
  withoutGaps,
} from './read-spelling.ts'
import { fold } from './script.ts'
import type { Clause, PolicyDocument } from './types.ts'

const KINDS: Record<Level, Clause['kind'][]> = {
  part: ['part', 'chapter', 'annex'],
  section: ['section'],
  item: ['item', 'article'],
}

/** Names of what stands before the first number. */
const HEAD =
  /^(?:文件|文|公文)?(?:抬头|开头|头|首|题头|前言|引言|序言|导言)$|^(?:the )?(?:preamble|head|heading|beginning|opening|start|introduction)(?: of the document)?$|^document head(?:ing|er)?$/

const BELOW_ZERO = /^-\s*\d/

/** From the end, or from another clause: that is worked out, not read. */
const COUNTED_FROM_ELSEWHERE = /倒数|除了|以外|[上下前后]一[项条节款个]|\b(?:last but|except|next|previous)\b/

/** Shorter than this, words fit titles by chance. */
const TITLE_PART = 2
const ENGLISH_TITLE_PART = 5

/**
 * The clauses that one spelling means (`2.5.23`, `23`, `第23項`, `任務二十三`, `三(二)`, a title): several if it is
 * ambiguous. A bare number is an item or an article; where there is none so numbered, an id.
 */
export function clausesSpelt(spelling: string, library: Library, documentId?: string): Clause[] {
  const folded = withoutGaps(fold(spelling)).trim()
  const meant = documentId ? [documentId] : documentsNamed(folded, library)
  const documents = library.documents.filter(({ source }) => meant?.includes(source.id) ?? true)
  const whole = clausesCalled(folded, documents)
  if (whole) return whole
  if (COUNTED_FROM_ELSEWHERE.test(folded) || findForeignPlaces(folded, library).length > 0) return []
  return (
    clausesCalled(withoutFrame(folded), documents) ??
    clausesCalled(withoutFrame(withoutDocument(folded, documents)), documents) ??
    findClauseMentions(folded, library, meant).flatMap(({ clauses }) => clauses)
  )
}

/**
 * The clauses that all of `folded` calls: by id or label, as the head, by numbers and titles, or by part of a title.
 * None is a number that nothing has; nothing at all, no name of a clause.
 */
function clausesCalled(folded: string, documents: PolicyDocument[]): Clause[] | undefined {
  const all = documents.flatMap(({ clauses }) => clauses)
  const labelled = all.filter(({ clauseId, label }) => clauseId === folded || fold(label) === folded)
  if (labelled.length > 0 && !/^\d+$/.test(folded)) return labelled
  const bare = bareTitle(folded.replace(/^[^\p{L}\p{N}]+/u, ''))
  const heads = documents.filter(({ source }) => HEAD.test(bare) || bareTitle(source.title) === bare)
  if (heads.length > 0) return heads.flatMap(headOf)
  if (BELOW_ZERO.test(folded)) return []
  const read = readSpelling(folded, titlesOf(documents))
  if (read) return documents.flatMap((document) => clausesFitting(read, document))
  if (bare.length < TITLE_PART) return undefined
  const titled = documents.flatMap((document) =>
    document.clauses.filter((clause) => isPartOfTitle(bare, clause, document)),
  )
  return titled.length > 0 ? titled : undefined
}

/** `青澜市保障性租赁住房管理办法第七条`, `Yancheng task 23`: the number alone. */
function withoutDocument(folded: string, documents: PolicyDocument[]): string {
  const names = documents.flatMap(({ source: { title, place } }) => [bareTitle(title), ...placeWords(place)])
  return names
    .filter((name) => name.length >= TITLE_PART)
    .sort((a, b) => b.length - a.length)
    .reduce((text, name) => text.replace(name, ''), folded)
    .replace(/^(?:'s)?\s+/, '')
}

function headOf({ clauses }: PolicyDocument): Clause[] {
  return clauses.filter(({ kind }) => kind === 'head')
}

/** Folded titles in either language, longest first, so that none is read as part of a longer one. */
function titlesOf(documents: PolicyDocument[]): string[] {
  const titles = documents.flatMap((document) =>
    document.clauses.flatMap((clause) => [bareTitle(clause.title), englishTitle(clause, document)]),
  )
  return [...new Set(titles)].filter((title) => title.length > 1).sort((a, b) => b.length - a.length)
}

/** Folded; empty where the document has no English. */
function englishTitle({ clauseId }: Clause, { gloss }: PolicyDocument): string {
  return bareTitle(gloss?.clauses[clauseId] ?? '')
}

function isPartOfTitle(bare: string, clause: Clause, document: PolicyDocument): boolean {
  if (bareTitle(clause.title).includes(bare)) return true
  if (bare.length < ENGLISH_TITLE_PART) return false
  return ` ${englishTitle(clause, document)} `.includes(` ${bare} `)
}

function bareTitle(title: string): string {
  return withoutGaps(fold(title)).replace(/[^\p{L}\p{N}]+$/u, '')
}

function clausesFitting({ numbers, titles: given }: Spelling, document: PolicyDocument): Clause[] {
  const { clauses } = document
  const titles = given.map((title) => {
    const meant = clauses.find((clause) => englishTitle(clause, document) === title)
    return meant ? bareTitle(meant.title) : title
  })
  const byNumber = numbers.length > 0 ? clausesOnceNumbered(numbers, clauses) : undefined
  if (titles.length === 0) return byNumber ?? []
  const own = (clause: Clause) => titles.includes(bareTitle(clause.title))
  const isUnder = (clause: Clause) =>
    titles.every((title) => clause.path.some((heading) => bareTitle(heading) === title))
  const byTitle = clauses.filter((clause) => own(clause) && isUnder(clause))
  if (!byNumber) return byTitle
  const kinds = kindsOf(clauses)
  const both = byNumber.filter(isUnder)
  const isBehind = numbers.every((number) => number.isBehind)
  const below = both.filter((clause) => !own(clause))
  if (isBehind && below.length > 0) return below
  const titled = byTitle.filter((clause) => fits(clause, inOrder(numbers), kinds, false))
  if (titled.length > 0) return titled
  if (isBehind) {
    // 保障措施第二條: what is numbered so right under the title.
    const last = numbers.map(({ value }) => value).join('.')
    const children = clauses.filter(({ clauseId }) =>
      byTitle.some((title) => clauseId === `${title.clauseId}.${last}`),
    )
    if (children.length > 0) return children
  }
  // A number and a title that do not belong together: neither is more right than the other.
  return both.length > 0 ? both : [...new Set([...byNumber, ...byTitle])]
}

/** `第二十三(23)项` says one number twice; `第23項和第24項` is two spellings. */
function clausesOnceNumbered(numbers: Numbered[], clauses: Clause[]): Clause[] {
  const items = numbers.filter(({ level }) => level === 'item')
  if (items.length > 1) return [...new Set(items.flatMap((item) => clausesNumbered([item], clauses)))]
  const found = clausesNumbered(numbers, clauses)
  // Written twice alike, as in `1.1.1`, they are two numbers of a path.
  const once = numbers.filter(({ value, said }, i) => {
    const before = numbers[i - 1]
    return value !== before?.value || said === before.said
  })
  return found.length > 0 || once.length === numbers.length ? found : clausesNumbered(once, clauses)
}

function clausesNumbered(said: Numbered[], clauses: Clause[]): Clause[] {
  const numbers = inOrder(said)
  const kinds = kindsOf(clauses)
  const id = numbers.map(({ value }) => value).join('.')
  const exact = clauses.filter(({ clauseId }) => clauseId === id)
  const [only] = numbers
  if (numbers.length === 1 && only) {
    const level = only.level ?? 'item'
    const allowed = level === 'item' && !hasItems(clauses) ? KINDS.part : KINDS[level]
    const ending = clauses.filter(({ clauseId, kind }) => {
      const isLast = clauseId.split('.').at(-1) === String(only.value)
      return isLast && allowed.includes(kind)
    })
    return ending.length > 0 || only.level ? ending : exact
  }
  if (exact.some((clause) => fits(clause, numbers, kinds, true))) return exact
  const under = clauses.filter((clause) => fits(clause, numbers, kinds, false))
  const isLevelled = numbers.some(({ level }) => level !== undefined)
  return isLevelled && under.length > 0 ? under : exact
}

/** Outermost first: `item 3 of section 5 in part two` is turned round. */
function inOrder(numbers: Numbered[]): Numbered[] {
  const ranks = numbers.map(({ level }) => (level ? LEVELS.indexOf(level) : -1))
  const known = ranks.filter((rank) => rank >= 0)
  const falls = known.some((rank, i) => rank < (known[i - 1] ?? 0))
  return falls && known.length === ranks.length
    ? numbers.toSorted((a, b) => LEVELS.indexOf(a.level ?? 'item') - LEVELS.indexOf(b.level ?? 'item'))
    : numbers
}

/** True if the numbers stand in the clause's path in their order, the last one last, each at its level. */
function fits(
  { clauseId }: Clause,
  numbers: Numbered[],
  kinds: Map<string, Clause['kind']>,
  whole: boolean,
): boolean {
  const ids = clauseId.split('.')
  if (whole ? ids.length !== numbers.length : ids.length < numbers.length) return false
  const isAt = (position: number, { value, level }: Numbered) => {
    if (ids[position] !== String(value)) return false
    const kind = kinds.get(ids.slice(0, position + 1).join('.'))
    return level === undefined || (kind !== undefined && KINDS[level].includes(kind))
  }
  let position = ids.length - 1
  for (const [back, numbered] of numbers.toReversed().entries()) {
    if (back > 0) while (position >= 0 && !isAt(position, numbered)) position--
    if (position < 0 || !isAt(position, numbered)) return false
    position--
  }
  return true
}

function kindsOf(clauses: Clause[]): Map<string, Clause['kind']> {
  return new Map(clauses.map(({ clauseId, kind }) => [clauseId, kind]))
}
