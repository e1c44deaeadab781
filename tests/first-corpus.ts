/**
 * The corpus of the first document alone, so that tests about it hold whatever else is added to seeds/.
 */
import corpusFile from '../corpus/corpus.json' with { type: 'json' }
import { Corpus } from '../corpus/types.ts'

const FIRST = 'yancheng-2022-minsheng'

const whole = Corpus.parse(corpusFile)
const documents = whole.documents.filter(({ source }) => source.id === FIRST)

export const firstCorpus: Corpus = {
  ...whole,
  documents,
  agencies: whole.agencies.filter(({ place }) => documents.some(({ source }) => source.place === place)),
}
