/**
 * The wording of a statement: what it says is what the cited clauses speak of, and more so than any other clause. Pure.
 */
import { fold } from '../../../corpus/script.ts'
import { figuresIn } from './amounts.ts'
import { type Content, contentOf, shareIn } from './content.ts'
import { graveFaults } from './grave.ts'
import { type Fault, type Reading, type Stretch, sentencesLeft } from './reading.ts'
import { FRAME } from './words-content.ts'
import { ABSENCE } from './words-denial.ts'

/** A sentence says what no cited clause speaks of, where less than `share` of its content stands there and more than `missed` does not. */
const STRAY: { share: number; missed: number }[] = [
  { share: 0.3, missed: 6 },
  { share: 0.6, missed: 10 },
]
/** … and one that has no figure to tell what it speaks of. */
const STRAY_IN_WORDS: { share: number; missed: number }[] = [...STRAY, { share: 0.65, missed: 3 }]
/** … and an English one, whose words reach the text through a dictionary. */
const STRAY_EN: { share: number; missed: number }[] = [
  { share: 0.22, missed: 5 },
  { share: 0.3, missed: 13 },
]
/** … and one whose figure was proved: that tells what it speaks of. */
const BESIDE_FACT: Record<'en' | 'zh', { share: number; missed: number }[]> = {
  en: [{ share: 0.1, missed: 12 }],
  zh: [{ share: 0.3, missed: 12 }],
}
/** Another clause that speaks of so much more of it is the one that should have been cited. */
const FITS_BETTER = 0.25
/** … unless the cited ones speak of nearly all of it. */
const SPEAKS_OF_ALL = 0.75
/** … or little is said at all. */
const LEAST_MASS = 9

/** The faults in the wording of a statement, once its figures and agencies are proved. */
export function wordingFaults(reading: Reading): Fault[] {
  // What the documents do not state is, rightly, not found in them.
  const spoken = sentencesLeft(reading).filter(
    ({ text }) => !ABSENCE.some(({ pattern }) => pattern.test(text)),
  )
  const bare = spoken.map(({ text, start, end }) => ({
    text: withoutNames(withoutFrame(text), reading),
    start,
    end,
  }))
  const whole = bare.map(({ text }) => text).join('。')
  return [...graveFaults(reading), ...strays(bare, reading), ...misplaced(whole, reading)]
}

/** A text without the words that only say that something is stated. */
export function withoutFrame(text: string): string {
  return text.replace(FRAME, (words) => ' '.repeat(words.length))
}

/** The place and the issuer of a document are no content of a clause of it. */
function withoutNames(text: string, { documents, isLatin }: Reading): string {
  if (!isLatin) return text
  const names = documents.flatMap(({ gloss }) => fold(gloss?.issuer ?? '').split(/[^a-z]+/))
  return text.replace(/[a-z]+/g, (word) => (names.includes(word) ? ' '.repeat(word.length) : word))
}

/** Of the content of `text`, the share (0–1) that the cited clauses speak of. */
export function coverageOf(text: string, { cited, library }: Reading): number {
  return shareIn(contentOf(text, library), cited, library)
}

function strays(sentences: Stretch[], reading: Reading): Fault[] {
  return sentences.flatMap(({ text, start, end }) => {
    const content = contentOf(text, reading.library)
    const share = shareIn(content, reading.cited, reading.library)
    const limits = limitsFor(reading.text.slice(start, end), reading)
    const isStray = limits.some((limit) => share < limit.share && content.mass * (1 - share) > limit.missed)
    return isStray ? [{ kind: 'wording' as const, said: text.trim() }] : []
  })
}

function limitsFor(text: string, reading: Reading): { share: number; missed: number }[] {
  if (tellsByFact(text, reading)) return BESIDE_FACT[reading.isLatin ? 'en' : 'zh']
  if (reading.isLatin) return STRAY_EN
  return figuresIn(text, false).length > 0 ? STRAY : STRAY_IN_WORDS
}

/** A figure or the number of a clause, proved by now, tells of what the sentence speaks. */
function tellsByFact(text: string, { isLatin }: Reading): boolean {
  return (
    figuresIn(text, isLatin).some(({ value }) => value >= TELLING) ||
    /第[\d一二三四五六七八九十]{1,3}条/.test(text)
  )
}

/** What rests on more clauses than these is a list, and like no one of them. */
const FEW_CLAUSES = 3

function misplaced(text: string, reading: Reading): Fault[] {
  const { library, cited } = reading
  if (cited.length > FEW_CLAUSES || hasTellingFigure(reading)) return []
  const content = contentOf(text, library)
  if (content.mass < LEAST_MASS) return []
  const own = shareIn(content, cited, library)
  if (own >= SPEAKS_OF_ALL) return []
  const better = betterThan(own + FITS_BETTER, content, reading)
  return better ? [{ kind: 'wording', said: better }] : []
}

/** A figure of two digits, proved by now, tells the clause better than words do. */
const TELLING = 10

function hasTellingFigure({ text, isLatin }: Reading): boolean {
  return figuresIn(text, isLatin).some(({ value }) => value >= TELLING)
}

/** The clause of the same documents that speaks of more than `share` of the content. */
function betterThan(share: number, content: Content, { documents, library }: Reading): string | undefined {
  return documents
    .flatMap(({ clauses }) => clauses)
    .find((clause) => shareIn(content, [clause], library) > share)?.clauseId
}
