/**
 * Whether a figure is said of what the clause says it of, and not of what it says of another. Pure.
 */
import { fold } from '../../../corpus/script.ts'
import { type Figure, isSame } from './amounts.ts'
import { unitsFit } from './bounds.ts'
import { isOutOfTurn } from './order.ts'
import type { Reading } from './reading.ts'
import { EACH_ITS_OWN } from './words-bounds.ts'

/** So many things must be said of the other figure alone. */
const DISTINCT = 2

/** … and so many times as many as of its own, if some are said of that. */
const RATHER = 5

/** What is granted from an age on is told by so many. */
const OF_AGES = 6

/** True if what is said of the figure is what the clause says of another of its figures, and not of this one. */
export function isOfAnother(
  figure: Figure,
  own: Figure[],
  said: Figure[],
  stated: Figure[],
  reading: Reading,
): boolean {
  if (EACH_ITS_OWN.test(figure.phrase)) return isOutOfTurn(figure, said, stated, reading)
  // An age is a condition, and its subject stands elsewhere.
  if (reading.isLatin && isAge(figure, own) && expressionsIn(figure.subject, reading).length < DISTINCT)
    return false
  const ours = own.map(subjectStated).join(' ')
  return stated.some((other) => {
    if (isSame(other.value, figure.value) || !unitsFit(figure.unit, other.unit)) return false
    if (own.some(({ target }) => target && target === other.target)) return false
    if (isPairedRather(figure, [other], own, said, stated)) return true
    if (isPairedRather(figure, own, [other], said, stated)) return false
    const theirs = subjectStated(other)
    const isApart = !reading.isLatin && own.every(({ phrase }) => phrase !== other.phrase)
    const goals = Boolean(other.target) && own.every(({ target }) => target)
    const mistaken = evidence(figure, theirs, ours, reading)
    const right = evidence(figure, ours, theirs, reading)
    if (right > 0 && !(goals && mistaken >= RATHER * right)) return false
    // Only goals are told apart by one of them alone: what else is counted (age, size) is part of what they are goals of.
    if (goals && mistaken >= DISTINCT) return true
    if (isAge(figure, own) && isApart && mistaken >= OF_AGES) return true
    // Two that were exchanged each tell.
    return said.some(
      (second) =>
        isSame(second.value, other.value) &&
        mistaken > 0 &&
        evidence(second, ours, theirs, reading) > 0 &&
        evidence(second, theirs, ours, reading) === 0,
    )
  })
}

/** 超50万元的村达到40%以上: it goes with the figures that go with `these` in the clause, more than with those of `those`. */
function isPairedRather(
  figure: Figure,
  these: Figure[],
  those: Figure[],
  said: Figure[],
  stated: Figure[],
): boolean {
  const mates = matesOf(figure, said)
  if (mates.length === 0) return false
  const shared = (places: Figure[]) =>
    Math.max(
      ...places.map(
        (place) =>
          matesOf(place, stated).filter((other) =>
            mates.some((mate) => isSame(mate.value, other.value) && unitsFit(mate.unit, other.unit)),
          ).length,
      ),
    )
  return shared(these) > shared(those)
}

/** The figures of other units in its sentence; where its own unit comes there again, those of its item alone. */
function matesOf(figure: Figure, all: Figure[]): Figure[] {
  const beside = all.filter(
    (other) => other.sentence === figure.sentence && other !== figure && !other.isBase,
  )
  const others = beside.filter(({ unit }) => !unitsFit(unit, figure.unit))
  if (others.length === beside.length) return others
  return others.filter((other) => !PARTS.test(between(figure, other)))
}

/** Parts the items of a list, or has another figure in it. */
const PARTS = /[、,;和及与]|\band\b|\d/

function between(one: Figure, other: Figure): string {
  const [first, last] = one.start < other.start ? [one, other] : [other, one]
  return last.ahead.slice(last.ahead.length - Math.max(0, last.start - first.end))
}

function isAge({ unit }: Figure, own: Figure[]): boolean {
  return [unit, ...own.map((one) => one.unit)].some((one) => one.endsWith('岁'))
}

/** How much of what is said of a figure stands in `here` alone. */
export function evidence(
  { subject }: Pick<Figure, 'subject'>,
  here: string,
  there: string,
  reading: Reading,
): number {
  return expressionsIn(subject, reading)
    .filter((sayings) => isRather(here, there, sayings))
    .reduce((sum, [saying = '']) => sum + (/\d/.test(saying) ? DISTINCT : 1), 0)
}

/** True if it stands here and not there, or more narrowly here: 城市公厕 and not just 公厕. */
function isRather(here: string, there: string, sayings: string[]): boolean {
  const [own, other] = [here, there].map((text) => longestIn(text, sayings))
  if (!own || own === other) return false
  return !other || own.includes(other)
}

function longestIn(text: string, sayings: string[]): string | undefined {
  return sayings.filter((saying) => text.includes(saying)).sort((a, b) => b.length - a.length)[0]
}

export function subjectStated({ target, subject }: Figure): string {
  return target ? fold(`${target.indicator} ${target.scope ?? ''}`) : subject
}

/** The pairs of characters of what is said; in English each thing said, in the ways in which a text may say it. */
function expressionsIn(said: string, { isLatin, library }: Reading): string[][] {
  if (!isLatin)
    return [...said.matchAll(/(?=(\p{Script=Han}{2}))|(\d+(?:\.\d+)?)/gu)].map(([, pair, digits]) => [
      pair ?? digits ?? '',
    ])
  return library
    .query(said)
    .concepts.map(({ sayings }) => sayings.flatMap(({ kind, text }) => (kind === 'han' ? [text] : [])))
}
