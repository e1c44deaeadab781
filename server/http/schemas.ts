/**
 * What the API sends, as schemas made of the nouns; they name the components of the OpenAPI document.
 */
import { z } from 'zod'
import {
  Agency,
  Answer,
  ChatRequest,
  Citation,
  Gloss,
  Hit,
  Notice,
  Responsibility,
  Script,
  Source,
  Statement,
  Target,
} from '../../corpus/types.ts'
import { ClauseView, Neighbour } from '../../tools/get-clause.ts'
import { PageOutput } from '../../tools/page.ts'
import { Handoff } from '../config.ts'
import { Conversation, ConversationSummary, Feedback, Turn } from '../store/store.ts'
import { STAFF_SCHEMAS } from './staff-schemas.ts'

export const ErrorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/** Where a clause stands in its document; `level` 1 is a part. */
export const OutlineEntry = Neighbour.extend({
  level: z.number().int().min(1),
})

export const AgencyView = Agency.pick({ name: true, place: true, aliases: true, english: true }).extend({
  responsibilities: z.array(Responsibility),
})

export const DocumentView = Source.extend({
  script: Script,
  englishTitle: z.string().optional(),
})

export const FeedbackRequest = z.strictObject(
  Feedback.pick({ answerId: true, rating: true, comment: true }).shape,
)
export const FeedbackResponse = Feedback.pick({ answerId: true, rating: true })

export const ConversationsResponse = z.object({ conversations: z.array(ConversationSummary), ...PageOutput })
/** Whoever holds the secret sees what was said; the rest is for staff. */
export const ConversationResponse = z.object({
  conversation: Conversation.extend({
    turns: z.array(Turn.partial().required({ answer: true, askedAt: true })),
  }),
})
export const SettingsResponse = z.object({ handoff: Handoff, signedIn: z.literal(true).optional() })
export const SearchResponse = z.object({ query: z.string(), hits: z.array(Hit) })
export const DocumentsResponse = z.object({ documents: z.array(DocumentView) })
export const DocumentResponse = z.object({
  document: DocumentView.extend({ gloss: Gloss.optional(), outline: z.array(OutlineEntry) }),
})
export const ClauseResponse = z.object({ clause: ClauseView })
/** A clause with the slices of its text that say who is responsible. */
export const ReadClause = ClauseView.extend({
  statements: z.array(Citation.pick({ quote: true, start: true, end: true })),
})
export const ClausesResponse = z.object({ clauses: z.array(ReadClause), ...PageOutput })
export const TargetsResponse = z.object({ targets: z.array(Target), ...PageOutput })
export const AgenciesResponse = z.object({ agencies: z.array(AgencyView) })

const NAMED = {
  Agency: AgencyView,
  AgenciesResponse,
  Answer,
  ChatRequest,
  Citation,
  Clause: ClauseView,
  ClauseResponse,
  ClausesResponse,
  ConversationResponse,
  ConversationsResponse,
  Document: DocumentView,
  DocumentResponse,
  DocumentsResponse,
  Error: ErrorBody,
  FeedbackRequest,
  FeedbackResponse,
  Gloss,
  Hit,
  Neighbour,
  Notice,
  OutlineEntry,
  ReadClause,
  Responsibility,
  SearchResponse,
  SettingsResponse,
  Statement,
  Target,
  TargetsResponse,
  ...STAFF_SCHEMAS,
}

/** A reference to a named schema in the OpenAPI document. */
export function schemaRef(name: keyof typeof NAMED): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` }
}

/** Every named schema as JSON Schema, with references between them. */
export function namedSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _id, $schema: _schema, ...schema }]) => [id, schema]),
  )
}
