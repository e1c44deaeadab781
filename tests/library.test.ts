import { describe, expect, it } from 'vitest'
import { openLibrary } from '../corpus/library.ts'
import { firstCorpus } from './first-corpus.ts'

const library = openLibrary(firstCorpus)
const FIRST = firstCorpus.documents[0]?.source.id ?? ''

describe('a search kept to some clauses', () => {
  it('finds a clause however many others fit the words better', () => {
    const words = ['2.1.2', '2.2.8', '2.3.12', '2.4.19'].map((id) => library.clause(FIRST, id)?.text).join('')

    const [found] = library.search(words, { clauseIds: ['2.5.24'] })

    expect(found?.clause.clauseId).toBe('2.5.24')
  })

  it('brings nothing from another document', () => {
    expect(library.search('消防', { documentIds: ['another-document'] })).toEqual([])
  })
})
