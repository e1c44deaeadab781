/**
 * The documents on the shelves. Pure.
 */
import { z } from 'zod'
import type { Library } from '../corpus/library.ts'
import { type Concept, gramsOf, type Query } from '../corpus/query.ts'
import { fold } from '../corpus/script.ts'
import { type PolicyDocument, Source } from '../corpus/types.ts'
import { PageOutput, pageInput, toolPage } from './page.ts'
import { defineTool, freeText, MAX_NAME } from './tool.ts'

const MAX_DOCUMENTS = 100
const DEFAULT_DOCUMENTS = 20
/** A document is found if it has this share of what is asked for in its particulars. */
const FITS = 0.5

export const listDocuments = defineTool({
  name: 'list_documents',
  title: '列出文件 List the documents',
  description:
    '列出收录的政策文件：标题、发文机关、日期、文号、有效期。用来确认收录了哪些文件，或取得 documentId。要查内容用 search。\n' +
    'List the policy documents held here: title, issuer, date, number, validity. Use it to see what is covered or to get a documentId. For what they say use search.',
  input: z.strictObject({
    query: freeText(
      MAX_NAME,
      '标题、地名、发文机关、文号或年份。Words of the title, place, issuer, number or year.',
    ).optional(),
    ...pageInput(MAX_DOCUMENTS, DEFAULT_DOCUMENTS),
  }),
  output: z.object({
    documents: z
      .array(
        Source.omit({ file: true }).extend({
          clauseCount: z.number().int().describe('条数。Number of clauses.'),
          responsibilityCount: z.number().int().describe('责任条目数。Number of responsibilities.'),
          targetCount: z.number().int().describe('指标数。Number of targets.'),
        }),
      )
      .describe('文件。The documents.'),
    ...PageOutput,
  }),
  run(library, { query, limit, cursor }) {
    const found = query === undefined ? library.documents : findDocuments(library, query)
    const { items, rest } = toolPage(found, { limit, cursor, by: { list: 'documents', query } }, view)
    return { documents: items, ...rest }
  },
})

/** Those whose particulars have what `query` says, best first. */
export function findDocuments(library: Library, query: string): PolicyDocument[] {
  const folded = fold(query)
  const asked = library.query(query)
  return library.documents
    .map((document) => {
      const particulars = particularsOf(document)
      const says = particulars.includes(folded)
      return { document, share: says ? 1 : shareFound(asked, particulars) }
    })
    .filter(({ share }) => share >= FITS)
    .sort((a, b) => b.share - a.share)
    .map(({ document }) => document)
}

function particularsOf({ source, gloss }: PolicyDocument): string {
  const { id, title, issuer, place, issuedOn, documentNumber, period } = source
  const all = [id, title, issuer, place, issuedOn, documentNumber, period, gloss?.title, gloss?.issuer]
  return fold(all.filter((part) => part !== undefined).join('\n'))
}

function view({ source, clauses, responsibilities, targets }: PolicyDocument) {
  const { file: _file, ...particulars } = source
  return {
    ...particulars,
    clauseCount: clauses.length,
    responsibilityCount: responsibilities.length,
    targetCount: targets.length,
  }
}

/** Which share (0–1) of what the query asks for stands in the folded `text`. */
function shareFound(query: Query, text: string): number {
  const bigrams = [...new Set(query.grams.map(({ gram }) => gram).filter((gram) => gram.length > 1))]
  const parts = bigrams.length + query.concepts.length
  // Words that only ask (有哪些文件) ask for all.
  if (query.grams.length + query.concepts.length === 0) return 1
  if (parts === 0) return 0
  const grams = bigrams.filter((gram) => text.includes(gram)).length
  return (grams + query.concepts.reduce((sum, concept) => sum + bestSaying(concept, text), 0)) / parts
}

function bestSaying({ sayings }: Concept, text: string): number {
  return Math.max(
    0,
    ...sayings.map(({ text: said, kind, weight }) => {
      if (text.includes(said)) return weight
      if (kind === 'en') return 0
      const bigrams = gramsOf(said).filter(({ gram }) => gram.length > 1)
      const found = bigrams.filter(({ gram }) => text.includes(gram)).length
      return bigrams.length > 1 && found * 2 >= bigrams.length ? (weight * found) / bigrams.length / 2 : 0
    }),
  )
}
