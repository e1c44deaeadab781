/**
 * The documents, clauses and agencies as MCP resources: what a person picks to put before an assistant.
 */
import type { Library } from '../../corpus/library.ts'
import type { PolicyDocument } from '../../corpus/types.ts'
import { findAgencies } from '../../tools/agency-names.ts'
import { neighbour } from '../../tools/get-clause.ts'
import { lookupAgency } from '../../tools/lookup-agency.ts'
import { runTool, type ToolSetting } from '../../tools/tool.ts'
import { completeAgency, completeClause, completeDocument } from './completions.ts'
import type { Content, Resource, Surface, Template } from './surface.ts'

const INDEX = 'policy://index'
const DOCUMENT = 'policy://documents/{documentId}'
const CLAUSE = 'policy://documents/{documentId}/clauses/{clauseId}'
const AGENCY = 'policy://agencies/{agency}'

const JSON_TYPE = 'application/json'
const TEXT_TYPE = 'text/plain'

/** A longer document is given as its outline: clients cut what is longer, and its clauses can be read one by one. */
const MAX_TEXT = 40_000

/** Resources that are listed and read; documents in the order of the shelves. */
export function policyResources(library: Library): Surface['resources'] {
  return {
    list: () => [indexResource(), ...library.documents.map(documentResource)],
    read: (uri, setting) => readResource(uri, library, setting),
  }
}

/** The templates, each variable completable. */
export function policyTemplates(library: Library): Template[] {
  return [
    {
      listing: {
        uriTemplate: DOCUMENT,
        name: 'document',
        title: '文件全文 A document',
        description: '一份文件的原文；过长时为目录。The text of a document; of a long one its outline.',
        mimeType: TEXT_TYPE,
      },
      complete: new Map([['documentId', completeDocument(library)]]),
    },
    {
      listing: {
        uriTemplate: CLAUSE,
        name: 'clause',
        title: '一条原文 A clause',
        description: '一条条文的原文。The text of one clause, verbatim.',
        mimeType: TEXT_TYPE,
      },
      complete: new Map([
        ['documentId', completeDocument(library)],
        ['clauseId', completeClause(library)],
      ]),
    },
    {
      listing: {
        uriTemplate: AGENCY,
        name: 'agency',
        title: '单位的任务 An agency and its tasks',
        description:
          '一个单位牵头、参与的全部任务，附依据。All tasks of an agency with the clauses that say so.',
        mimeType: JSON_TYPE,
      },
      complete: new Map([['agency', completeAgency(library)]]),
    },
  ]
}

function indexResource(): Resource {
  return {
    uri: INDEX,
    name: 'index',
    title: '文件目录 Index of documents',
    description: '收录的文件。The documents held here.',
    mimeType: JSON_TYPE,
    annotations: { audience: ['user', 'assistant'], priority: 1 },
  }
}

function documentResource({ source }: PolicyDocument): Resource {
  return {
    uri: `policy://documents/${source.id}`,
    name: source.id,
    title: source.title,
    description: `${source.issuer}, ${source.issuedOn}`,
    mimeType: TEXT_TYPE,
    annotations: {
      audience: ['user', 'assistant'],
      priority: 0.8,
      lastModified: `${source.issuedOn}T00:00:00+08:00`,
    },
  }
}

function readResource(uri: string, library: Library, setting: ToolSetting): Content | undefined {
  if (uri === INDEX) return asJson({ documents: library.documents.map(particularsOf) })
  const [kind, id, clauses, clauseId, ...rest] = partsOf(uri)
  if (rest.length > 0 || id === undefined) return undefined
  if (kind === 'agencies' && clauses === undefined) return readAgency(id, library, setting)
  const document = library.document(id)
  if (kind !== 'documents' || !document) return undefined
  if (clauses === undefined) return readDocument(document)
  const clause = clauses === 'clauses' && clauseId ? library.clause(id, clauseId) : undefined
  return clause && { mimeType: TEXT_TYPE, text: clause.text }
}

/** What stands between the slashes of one of our addresses, decoded; nothing for another's. */
function partsOf(uri: string): string[] {
  const [, path] = /^policy:\/\/([^?#]+)$/.exec(uri) ?? []
  try {
    return path === undefined ? [] : path.split('/').map(decodeURIComponent)
  } catch {
    return []
  }
}

function readDocument(document: PolicyDocument): Content {
  const text = document.clauses.map((clause) => clause.text).join('')
  return text.length <= MAX_TEXT ? { mimeType: TEXT_TYPE, text } : asJson(outlined(document))
}

function readAgency(name: string, library: Library, setting: ToolSetting): Content | undefined {
  if (findAgencies(library, name).length === 0) return undefined
  return asJson(runTool(lookupAgency, { agency: name }, library, setting))
}

function outlined(document: PolicyDocument): object {
  const outline = document.clauses.map(neighbour)
  return { ...particularsOf(document), outline }
}

function particularsOf({ source, clauses }: PolicyDocument): object {
  const { file: _file, ...particulars } = source
  return { ...particulars, uri: `policy://documents/${source.id}`, clauseCount: clauses.length }
}

function asJson(value: object): Content {
  return { mimeType: JSON_TYPE, text: JSON.stringify(value) }
}
