/**
 * The digest of the whole corpus.
 */
import type { Library } from '../corpus/library.ts'
import { digestOf } from './digest.ts'

/** Gives SHA-256 of the documents' digests in order, in hex: two servers with the same one give the same answers. */
export function openCorpusDigest({ documents }: Library): () => Promise<string> {
  let known: string | undefined
  return async () => {
    known ??= await digestOf(documents.map(({ digest }) => digest).join('\n'))
    return known
  }
}
