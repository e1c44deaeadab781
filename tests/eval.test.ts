import { describe, expect, it } from 'vitest'
import { isRight, judgeAll, ownQuestions, setOf, share } from './eval/evaluate.ts'
import { breaches } from './eval/invariants.ts'
import { lookAll } from './eval/lookups.ts'
import { simplified, traditional } from './eval/retrieval.ts'
import { fillShelves, replay } from './eval/shelves.ts'

/** The share of the tuned set that must be fully right. */
const BAR = 0.95

const shelves = await fillShelves()
const questions = ownQuestions()
const judged = judgeAll(questions, shelves)

describe('the evaluation', () => {
  it('gets the tuned questions right', () => {
    const tuned = judged.filter(({ question }) => setOf(question) === 'tuned')
    const right = tuned.filter(isRight)
    expect(right.length / tuned.length, 'npm run eval lists what is wrong').toBeGreaterThanOrEqual(BAR)
  })

  it('prints what it gets right of the sets that nobody tunes on', () => {
    for (const set of ['fixture', 'fresh'] as const) {
      const entries = judged.filter(({ question }) => setOf(question) === set)
      console.log(`${set}: ${share(entries.filter(isRight).length, entries.length)}`)
    }
    expect(judged).toHaveLength(questions.length)
  })
})

describe('the look-up tools', () => {
  const looked = lookAll(shelves.library({}, 'alone'))

  it.each([
    ['target', 0.95],
    ['topic', 0.93],
    ['off topic', 0.85],
    ['agency', 0.99],
    ['spelling', 0.99],
    ['quote', 0.99],
  ])('find what is asked: %s', (kind, bar) => {
    const tuned = looked.filter((entry) => entry.kind === kind && entry.set === 'tuned')
    const wrong = tuned.filter(({ right }) => !right).map(({ asked }) => asked)
    expect(1 - wrong.length / tuned.length, wrong.join('\n')).toBeGreaterThanOrEqual(bar)
  })
})

describe('every answer', () => {
  it('keeps its form, quotes exactly, and proves its numbers and agencies', () => {
    const broken = judged.flatMap(({ question, answer }) => {
      const asked = [question.question, ...(question.history ?? [])].join('\n')
      return breaches(answer, shelves.library(question, 'alone'), asked).map((breach) =>
        setOf(question) === 'fresh' ? 'a fresh question' : `${question.id} ${breach}`,
      )
    })
    expect(broken).toEqual([])
  })

  it('cites the same clauses whether asked in Simplified or in Traditional', () => {
    const differing = questions
      .filter(({ lang }) => lang !== 'en')
      .filter((question) => {
        const library = shelves.library(question, 'alone')
        const cited = (convert: (text: string) => string) =>
          replay(
            { ...question, question: convert(question.question), history: question.history?.map(convert) },
            library,
            'alone',
          )
            .citations.map(({ clauseId }) => clauseId)
            .join(' ')
        const hans = (text: string) => simplified(text)
        return cited(hans) !== cited((text) => traditional(hans(text)))
      })
    expect(differing.map((question) => (setOf(question) === 'fresh' ? 'fresh' : question.id))).toEqual([])
  })
})
