/**
 * The nouns of the house as zod schemas, stated once.
 *
 * HTTP validation, the OpenAPI document and tool schemas are all derived from these.
 */
import { z } from 'zod'

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** Fields that several nouns have, each described once for those who read the schemas. */
const field = {
  documentId: z.string().describe('文件 id。Id of the document.'),
  clauseId: z.string().describe('条文 id：部分.节.项。Id of the clause: part.section.item.'),
  label: z.string().describe('条号的叫法，如 第23項。How people call it.'),
  title: z.string().describe('标题。Title.'),
  path: z.array(z.string()).describe('各级标题，由外到内。Headings from the outermost to its own title.'),
  quote: z.string().describe('原文摘录，一字不改。Verbatim slice of the clause.'),
  start: z.number().int().describe('摘录在条文中的起点。Offset in the clause, UTF-16.'),
  end: z.number().int().describe('摘录的终点。Offset where it ends.'),
  url: z.string().describe('网址，打开即见原文。Address that opens the text there.'),
}

/** One entry of seeds/sources.json. Unknown fields are left out, never guessed. */
export const Source = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{1,63}$/)
    .describe('文件 id，即其他工具的 documentId。The documentId of other tools.'),
  file: z.string().describe('原文的文件名。File of the text.'),
  title: z.string().describe('标题。Title.'),
  issuer: z.string().describe('发文机关。Issuer.'),
  place: z.string().describe('适用的城市。City that it is about.'),
  issuedOn: isoDate.describe('发文日期。Date of issue.'),
  documentNumber: z.string().optional().describe('文号。Document number.'),
  url: z.url().optional().describe('官方网址。Official address.'),
  status: z
    .enum(['in_force', 'amended', 'repealed'])
    .optional()
    .describe('效力：有效、已修改、已废止。Legal status.'),
  validUntil: isoDate.optional().describe('有效期至。Valid until.'),
  period: z.string().optional().describe('规划的年份。Years that it plans for.'),
})
export type Source = z.infer<typeof Source>

/** The smallest unit that is cited; `text` is the raw slice of the document that starts at `start`. */
export const Clause = z.object({
  documentId: field.documentId,
  clauseId: field.clauseId,
  kind: z
    .enum(['head', 'annex', 'part', 'chapter', 'section', 'item', 'article'])
    .describe('层级。Level in the document.'),
  label: field.label,
  title: field.title,
  path: field.path,
  text: z.string().describe('全文，一字不改。The whole clause, verbatim.'),
  start: z.number().int().describe('在全文中的起点。Offset in the document.'),
})
export type Clause = z.infer<typeof Clause>

export const Role = z
  .enum(['lead', 'participant', 'sole', 'shared'])
  .describe(
    'lead 牵头，participant 配合，sole 独家负责，shared 按职责分工、未指定牵头。shared: several, no lead named.',
  )
export type Role = z.infer<typeof Role>

/** `start`/`end` are the UTF-16 offsets of the statement in the clause's text that names the agency. */
export const Responsibility = z.object({
  documentId: field.documentId,
  clauseId: field.clauseId,
  agency: z.string().describe('责任单位，原文写法。Agency as the document names it.'),
  role: Role,
  note: z.string().optional().describe('原文的附注。Remark of the statement.'),
  noteFrom: z
    .string()
    .optional()
    .describe('附注写在哪一条（下同）。clauseId of the remark, where it stands in an earlier clause.'),
})
export type Responsibility = z.infer<typeof Responsibility>

/** A responsibility with the place where the text says it. */
export const ReadResponsibility = Responsibility.extend({
  start: field.start,
  end: field.end,
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

export const Comparator = z
  .enum(['eq', 'gte', 'lte', 'gt', 'lt', 'range', 'approx', 'full'])
  .describe(
    'eq 达到，gte 不少于，lte 不超过，range 区间，approx 左右，full 全覆盖（无数字）。full: all, without a number.',
  )
export type Comparator = z.infer<typeof Comparator>

/** A numeric goal with the verbatim slice of its clause: `clause.text.slice(start, end) === quote`. */
export const Target = z.object({
  documentId: field.documentId,
  clauseId: field.clauseId,
  indicator: z.string().describe('指标。What is measured.'),
  comparator: Comparator,
  value: z
    .number()
    .optional()
    .describe('数值，单位见 unit；区间的下限。Value in unit; of a range the lower.'),
  valueMax: z.number().optional().describe('区间的上限。Upper value of a range.'),
  unit: z.string().optional().describe('单位，原文写法。Unit as written.'),
  scope: z.string().optional().describe('范围，如 每个县(市、区)。To whom or what it applies.'),
  deadline: z.string().optional().describe('期限：YYYY 或 YYYY-MM-DD。Deadline.'),
  quote: field.quote,
  start: field.start,
  end: field.end,
})
export type Target = z.infer<typeof Target>

export const Citation = z.object({
  n: z.number().int().min(1).describe('序号。Number of the citation.'),
  documentId: field.documentId,
  documentTitle: z.string().describe('文件标题。Title of the document.'),
  clauseId: field.clauseId,
  label: field.label,
  path: field.path,
  quote: field.quote,
  start: field.start,
  end: field.end,
  url: field.url,
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

/** How a document is written, for fonts and screen readers; `zh` where both scripts write it alike. */
export const Script = z.enum(['zh-Hans', 'zh-Hant', 'zh'])
export type Script = z.infer<typeof Script>

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

export const Notice = z.object({
  code: NoticeCode.describe('种类。Sort of notice.'),
  text: z.string().describe('须转述的话。Words to pass on.'),
})
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
  documentId: field.documentId,
  clauseId: field.clauseId,
  label: field.label,
  title: field.title,
  path: field.path,
  quote: field.quote,
  start: field.start,
  end: field.end,
  score: z.number().describe('相关度，只在一次检索内可比。Relevance, comparable within one search.'),
  url: field.url,
})
export type Hit = z.infer<typeof Hit>
