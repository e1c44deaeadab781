/**
 * The nouns of the house as zod schemas, stated once.
 *
 * HTTP validation, the OpenAPI document and tool schemas are all derived from these.
 */
import { z } from 'zod'

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** One entry of seeds/sources.json. Unknown fields are left out, never guessed. */
export const Source = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/),
  file: z.string(),
  title: z.string(),
  issuer: z.string(),
  place: z.string(),
  issuedOn: isoDate,
  documentNumber: z.string().optional(),
  url: z.url().optional(),
  status: z.enum(['in_force', 'amended', 'repealed']).optional(),
  validUntil: isoDate.optional(),
  period: z.string().optional(),
})
export type Source = z.infer<typeof Source>

/** The smallest unit that is cited; `text` is the raw slice of the document that starts at `start`. */
export const Clause = z.object({
  documentId: z.string(),
  clauseId: z.string(),
  kind: z.enum(['head', 'annex', 'part', 'chapter', 'section', 'item', 'article']),
  label: z.string(),
  title: z.string(),
  path: z.array(z.string()),
  text: z.string(),
  start: z.number().int(),
})
export type Clause = z.infer<typeof Clause>

export const Role = z.enum(['lead', 'participant', 'sole', 'shared'])
export type Role = z.infer<typeof Role>

/** `start`/`end` are the UTF-16 offsets of the statement in the clause's text that names the agency. */
export const Responsibility = z.object({
  documentId: z.string(),
  clauseId: z.string(),
  agency: z.string(),
  role: Role,
  note: z.string().optional(),
})
export type Responsibility = z.infer<typeof Responsibility>

/** A responsibility with the place where the text says it; `noteFrom` is the clause a 下同 remark stands in. */
export const ReadResponsibility = Responsibility.extend({
  start: z.number().int(),
  end: z.number().int(),
  noteFrom: z.string().optional(),
})
export type ReadResponsibility = z.infer<typeof ReadResponsibility>

/** An agency is place + name: 市財政局 of two cities are two. */
export const Agency = z.object({
  place: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  /** Bare words that mean the agency only when an agency is asked for (财政). */
  stems: z.array(z.string()).optional(),
  english: z.string().optional(),
})
export type Agency = z.infer<typeof Agency>

export const Comparator = z.enum(['eq', 'gte', 'lte', 'gt', 'lt', 'range', 'approx', 'full'])
export type Comparator = z.infer<typeof Comparator>

/** A numeric goal with the verbatim slice of its clause: `clause.text.slice(start, end) === quote`. */
export const Target = z.object({
  documentId: z.string(),
  clauseId: z.string(),
  indicator: z.string(),
  comparator: Comparator,
  value: z.number().optional(),
  valueMax: z.number().optional(),
  unit: z.string().optional(),
  scope: z.string().optional(),
  deadline: z.string().optional(),
  quote: z.string(),
  start: z.number().int(),
  end: z.number().int(),
})
export type Target = z.infer<typeof Target>

export const Citation = z.object({
  n: z.number().int().min(1),
  documentId: z.string(),
  documentTitle: z.string(),
  clauseId: z.string(),
  label: z.string(),
  path: z.array(z.string()),
  quote: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  url: z.string(),
})
export type Citation = z.infer<typeof Citation>

/** English names for one document: seeds/<id>.en.json. */
export const Gloss = z.object({
  documentId: z.string(),
  title: z.string().optional(),
  issuer: z.string().optional(),
  agencies: z.record(z.string(), z.string()).default({}),
  clauses: z.record(z.string(), z.string()).default({}),
  indicators: z.record(z.string(), z.string()).default({}),
  units: z.record(z.string(), z.string()).default({}),
})
export type Gloss = z.infer<typeof Gloss>

/** One document as it is shelved: text cut into clauses, and the register read out of them. */
export const PolicyDocument = z.object({
  source: Source,
  digest: z.string(),
  clauses: z.array(Clause),
  responsibilities: z.array(ReadResponsibility),
  targets: z.array(Target),
  gloss: Gloss.optional(),
})
export type PolicyDocument = z.infer<typeof PolicyDocument>

/** Everything the product knows: the content of corpus.json. `dictionary` is English word → Chinese words. */
export const Corpus = z.object({
  documents: z.array(PolicyDocument),
  agencies: z.array(Agency),
  dictionary: z.record(z.string(), z.array(z.string())),
})
export type Corpus = z.infer<typeof Corpus>

export const Lang = z.enum(['zh-Hans', 'zh-Hant', 'en'])
export type Lang = z.infer<typeof Lang>

export const Outcome = z.enum(['answered', 'not_stated', 'out_of_scope', 'declined', 'clarify'])
export type Outcome = z.infer<typeof Outcome>

export const NoticeCode = z.enum([
  'shared_responsibility',
  'premise_corrected',
  'period_ended',
  'year_mismatch',
  'pii_redacted',
  'degraded',
])
export type NoticeCode = z.infer<typeof NoticeCode>

export const Notice = z.object({ code: NoticeCode, text: z.string() })
export type Notice = z.infer<typeof Notice>

export const Statement = z.object({ text: z.string(), citations: z.array(z.number().int()) })
export type Statement = z.infer<typeof Statement>

export const Answer = z.object({
  id: z.string(),
  question: z.string(),
  lang: Lang,
  mode: z.enum(['embedded', 'llm']),
  outcome: Outcome,
  statements: z.array(Statement),
  answer: z.string(),
  citations: z.array(Citation),
  responsibilities: z.array(Responsibility),
  targets: z.array(Target),
  notices: z.array(Notice),
  suggestions: z.array(z.string()),
  aiLabel: z.string(),
  conversationId: z.string().optional(),
  conversationSecret: z.string().optional(),
})
export type Answer = z.infer<typeof Answer>

/** The body of POST /api/chat. */
export const ChatRequest = z.strictObject({
  question: z.string().min(1).max(2000),
  history: z
    .array(z.strictObject({ role: z.enum(['user', 'assistant']), content: z.string().max(4000) }))
    .max(40)
    .optional(),
  conversationId: z.string().max(100).optional(),
  lang: Lang.optional(),
  documentId: z.string().max(64).optional(),
})
export type ChatRequest = z.infer<typeof ChatRequest>

/** A search hit, as in GET /api/search and search_clauses. */
export const Hit = z.object({
  documentId: z.string(),
  clauseId: z.string(),
  label: z.string(),
  title: z.string(),
  path: z.array(z.string()),
  quote: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  score: z.number(),
  url: z.string(),
})
export type Hit = z.infer<typeof Hit>
