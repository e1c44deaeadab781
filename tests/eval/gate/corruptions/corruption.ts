/**
 * What is to be corrupted, and a corruption of it.
 */
export interface RightStatement {
  id: string
  documentId: string
  lang: 'zh-Hans' | 'zh-Hant' | 'en'
  text: string
  clauseIds: string[]
  question?: string
}

export const CORRUPTION_KINDS = [
  'digit',
  'unit',
  'comparator',
  'agency_swapped',
  'agency_added',
  'lead_invented',
  'alone_invented',
  'year',
  'scope',
  'citation',
  'quote',
  'swapped',
  'reference',
  'document_number',
  'url',
  'number_added',
  'sentence_added',
  'denial',
  'reversed',
  'done',
  'promise',
] as const

export type CorruptionKind = (typeof CORRUPTION_KINDS)[number]

export interface Corruption {
  kind: CorruptionKind
  text: string
  clauseIds: string[]
  /** Id of the right statement. */
  of: string
}

/** A text with the statement's own citations, or one with others. */
export type Draft = string | { text: string; clauseIds: string[] }
