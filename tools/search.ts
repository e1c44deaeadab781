/**
 * The search of ChatGPT's contract: one string in, ids with titles and addresses out. Pure.
 */
import { z } from 'zod'
import { titleWithPlace } from './cite.ts'
import { fitting } from './page.ts'
import { idOf } from './read-clause.ts'
import { searchClauses } from './search-clauses.ts'
import { defineTool, freeText, MAX_QUERY } from './tool.ts'

const MAX_RESULTS = 10

export const search = defineTool({
  name: 'search',
  title: '检索政策 Search the policy documents',
  description:
    '凡政策内容的问题，先用它：按词句检索所有文件的条文，返回 id、标题、网址和一句原文；再用 fetch 读全文。要按文件、单位筛选或翻页用 search_clauses；数字指标用 lookup_target；谁负责用 lookup_agency。\n' +
    'First step for any question on the policy texts: finds clauses in all documents and gives ids, titles, addresses and one verbatim sentence each; then read with fetch. For filters or pages use search_clauses, for figures lookup_target, for who is responsible lookup_agency.',
  input: z.strictObject({
    query: freeText(
      MAX_QUERY,
      '关键词或整句问题，简体、繁体、英文均可。Keywords or a question, Chinese or English.',
    ),
  }),
  output: z.object({
    results: z
      .array(
        z.object({
          id: z.string().describe('documentId#clauseId，可用于 fetch。For fetch.'),
          title: z.string().describe('条号、标题与文件。Label, title and document.'),
          url: z.string().describe('网址，打开即见原文。Address that opens the text there.'),
          text: z.string().optional().describe('最相关的一句原文。The most relevant sentence, verbatim.'),
        }),
      )
      .describe('最相关的在前。Best first.'),
  }),
  run(library, { query }, { baseUrl }) {
    const hits = searchClauses(library, { query, limit: MAX_RESULTS }, baseUrl)
    const results = hits.map((hit) => ({
      id: idOf(hit),
      title: `${hit.label} ${hit.title} ${titleWithPlace(library, hit.documentId)}`,
      url: hit.url,
      text: hit.quote,
    }))
    return { results: fitting(results) }
  },
})
