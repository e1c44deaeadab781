/**
 * Whether a quotation stands in a document as it is quoted, and where it does not, what the text says instead. Pure.
 */
import { z } from 'zod'
import { Citation } from '../corpus/types.ts'
import { cite } from './cite.ts'
import { findQuotation } from './find-quotation.ts'
import { DocumentId, defineTool, requireDocument } from './tool.ts'

const MAX_QUOTE = 2000

export const verifyQuote = defineTool({
  name: 'verify_quote',
  title: '核验引文 Verify a quotation',
  description:
    '核对一段引文是否逐字出现在文件中。exact 一字不差；normalized 只差简繁、全半角、标点或空格；near 有改动，differences 列出不同，citation 是原文；none 文件没有这句话。写进答案前先核验；找原文用 search。\n' +
    'Check that a quotation stands in the documents word for word. exact: verbatim; normalized: only script, width, marks or spacing differ; near: changed, see differences and the citation; none: not in the documents. Use before you quote; to find a passage use search.',
  input: z.strictObject({
    quote: z
      .string()
      .min(1)
      .max(MAX_QUOTE)
      .describe('引文，照抄，不要概括或翻译。The quotation as you would give it, not a paraphrase.'),
    documentId: DocumentId.optional(),
  }),
  output: z.object({
    match: z
      .enum(['exact', 'normalized', 'near', 'none'])
      .describe('exact 一字不差，normalized 只差写法，near 有改动，none 没有。How close it is.'),
    citation: Citation.optional().describe('原文所在。Where the text stands, verbatim.'),
    differences: z
      .array(z.string())
      .describe('引文与原文的不同，或截去的“不”“以上”、半个数字。Where it differs, or what it cuts off.'),
  }),
  run(library, { quote, documentId }, { baseUrl }) {
    requireDocument(library, documentId)
    const clauses = library.documents
      .filter(({ source }) => documentId === undefined || source.id === documentId)
      .flatMap((document) => document.clauses)
    const found = findQuotation(quote, clauses)
    if (!found) return { match: 'none' as const, differences: [] }
    const { match, clause, start, end, differences } = found
    return { match, citation: cite(library, clause, start, end, 1, baseUrl), differences }
  },
})
