/**
 * The fetch of ChatGPT's contract: an id in, a clause or a whole document out, verbatim, in pages if it is long. Pure.
 */
import { z } from 'zod'
import { yearOf } from '../corpus/build.ts'
import type { Library } from '../corpus/library.ts'
import type { Clause, PolicyDocument } from '../corpus/types.ts'
import { clauseUrl, documentUrl, titleWithPlace } from './cite.ts'
import { endedNotices, sharedNotices } from './notices.ts'
import { idOf } from './read-clause.ts'
import { defineTool, freeText, MAX_NAME, ToolError, type ToolSetting, withNotices } from './tool.ts'

/** A page at most, in characters of JSON: clients cut or store away what is longer than about twice that. */
const PAGE = 20_000

/** `document`, `document#clause`, and either of them with `@2` for its second page. */
const ID = /^([a-z0-9][a-z0-9-]{1,63})(?:#([^@\s]+))?(?:@(\d{1,4}))?$/

export const fetch = defineTool({
  name: 'fetch',
  title: '读取全文 Fetch the full text',
  description:
    '按 id 读取一条条文或整份文件的原文，一字不改。id 取自 search、search_clauses（documentId#clauseId）或 list_documents（文件 id）。长文分页，metadata.next 是下一页的 id。按条号读用 get_clause。\n' +
    'Read a clause or a whole document verbatim, by an id from search or search_clauses (documentId#clauseId) or list_documents. A long text comes in pages: metadata.next is the id of the next one. To read by clause number use get_clause.',
  input: z.strictObject({
    id: freeText(MAX_NAME, 'search 返回的 id、文件 id 或 metadata.next。An id from a result.'),
  }),
  output: z.object({
    id: z.string().describe('所给的 id。The id that was given.'),
    title: z.string().describe('标题。Title.'),
    text: z.string().describe('原文。The text, verbatim.'),
    url: z.string().describe('网址。Address that opens it.'),
    metadata: z
      .record(z.string(), z.string())
      .optional()
      .describe('文件信息；next 是下一页的 id。About the document; next is the id of the next page.'),
  }),
  run(library, { id }, setting) {
    const [, documentId = '', clauseId, page = '1'] = ID.exec(idIn(id)) ?? []
    const document = library.document(documentId)
    if (!document)
      throw new ToolError(
        'not_found',
        'There is no document with this id. An id is documentId or documentId#clauseId, as search and list_documents give them; to read by number use get_clause.',
      )
    const clause = clauseId === undefined ? undefined : library.clause(documentId, clauseId)
    if (clauseId !== undefined && !clause)
      throw new ToolError(
        'not_found',
        `${documentId} has no clause with this id. Take an id from search, or use get_clause.`,
      )
    const pieces = pagesOf(clause ? [clause] : document.clauses)
    const text = pieces[Number(page) - 1]
    if (text === undefined)
      throw new ToolError('not_found', `There is no page ${page}: the text has ${pieces.length}.`)
    const whole = clause ? idOf(clause) : documentId
    return {
      id,
      title: [...(clause ? [clause.label, clause.title] : []), titleWithPlace(library, documentId)].join(' '),
      text,
      url: clause ? clauseUrl(setting.baseUrl, clause) : documentUrl(setting.baseUrl, documentId),
      metadata: {
        ...aboutDocument(document),
        ...(clause ? aboutClause(library, clause, setting) : {}),
        ...(pieces.length > 1 ? { page: `${page}/${pieces.length}` } : {}),
        ...(Number(page) < pieces.length ? { next: `${whole}@${Number(page) + 1}` } : {}),
      },
    }
  },
})

/** The id in an address of ours, on the web or as a resource; anything else as it is. */
function idIn(given: string): string {
  const [, documentId, clauseId] =
    /^policy:\/\/documents\/([^/]+)(?:\/clauses\/([^/]+))?$/.exec(given) ??
    /^https?:\/\/[^\s]+\/documents\/([^/?#]+)(?:\?[^#]*)?(?:#(.+))?$/.exec(given) ??
    []
  if (documentId === undefined) return given
  return clauseId === undefined ? documentId : `${documentId}#${clauseId}`
}

/** The text of `clauses` in pages, cut between clauses where that can be; joined they give it back. */
function pagesOf(clauses: Clause[]): string[] {
  const pages: string[] = []
  let page = ''
  let length = 0
  for (const piece of clauses.flatMap(({ text }) => piecesOf(text))) {
    if (page !== '' && length + lengthOf(piece) > PAGE) {
      pages.push(page)
      page = ''
      length = 0
    }
    page += piece
    length += lengthOf(piece)
  }
  return [...pages, page]
}

/** A text that fits a page, or else its lines, or else what is left of it in halves; no surrogate pair is parted. */
function piecesOf(text: string): string[] {
  if (lengthOf(text) <= PAGE) return [text]
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  if (lines.length > 1) return lines.flatMap(piecesOf)
  const middle = Math.floor(text.length / 2)
  const isParted = /[\uDC00-\uDFFF]/.test(text[middle] ?? '')
  const at = isParted ? middle - 1 : middle
  return [text.slice(0, at), text.slice(at)].flatMap(piecesOf)
}

/** As JSON, without its quotes. */
function lengthOf(text: string): number {
  return JSON.stringify(text).length - 2
}

function aboutDocument({ source }: PolicyDocument): Record<string, string> {
  const { id, issuer, issuedOn, documentNumber, validUntil, status } = source
  return {
    documentId: id,
    documentTitle: source.title,
    issuer,
    issuedOn,
    year: yearOf(source),
    ...(documentNumber ? { documentNumber } : {}),
    ...(validUntil ? { validUntil } : {}),
    ...(status ? { status } : {}),
  }
}

function aboutClause(library: Library, clause: Clause, setting: ToolSetting): Record<string, string> {
  const { documentId, clauseId, label, path } = clause
  const { notices = [] } = withNotices(setting, [
    ...sharedNotices(library.responsibilitiesOf(documentId, clauseId)),
    ...endedNotices(library.targetsOf(documentId, clauseId), setting.today),
  ])
  return {
    clauseId,
    label,
    path: path.join(' › '),
    ...(notices.length > 0 ? { notices: notices.map(({ text }) => text).join(' ') } : {}),
  }
}
