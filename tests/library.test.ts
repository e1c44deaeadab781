import { describe, expect, it } from 'vitest'
import { openLibrary } from '../corpus/library.ts'
import { readQuery } from '../corpus/query.ts'
import { firstCorpus } from './first-corpus.ts'

const library = openLibrary(firstCorpus)
const FIRST = firstCorpus.documents[0]?.source.id ?? ''

describe('a search kept to some clauses', () => {
  it('finds a clause however many others fit the words better', () => {
    const words = ['2.1.2', '2.2.8', '2.3.12', '2.4.19'].map((id) => library.clause(FIRST, id)?.text).join('')

    const sought = library.clausesOf(FIRST).filter(({ clauseId }) => clauseId === '2.5.24')
    const [found] = library.search(words, { clauses: sought })

    expect(found?.clause.clauseId).toBe('2.5.24')
  })

  it('brings nothing from another document', () => {
    expect(library.search('消防', { documentIds: ['another-document'] })).toEqual([])
  })
})

it.each([
  ['这摊子事归哪几家'],
  ['谁来拍板'],
  ['歸哪個局處'],
  ['找哪個衙門'],
  ['該向誰反映'],
  ['谁挑大梁'],
  ['电视上放的'],
  ['spell it out, no fewer than'],
])('words that only ask, or tell where something was heard, are no subject: %s', (words) => {
  const meant = readQuery(words, {}).concepts.filter(
    ({ weight, sayings }) => weight >= 1 && sayings.some(({ kind }) => kind === 'han'),
  )
  expect(meant).toEqual([])
})
