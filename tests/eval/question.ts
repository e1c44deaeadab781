/**
 * A question of the evaluation, with what a right answer to it shows. One JSON object a line.
 */
import { z } from 'zod'
import { Lang } from '../../corpus/types.ts'
import { readLines } from './json-lines.ts'

/** An integer is an item (23 → `2.5.23`); a string is a clause id as it stands. */
const ClauseRef = z.union([z.number().int(), z.string()])

export const Expectation = z.strictObject({
  clauses: z.array(ClauseRef).optional(),
  clausesAnyOf: z.array(ClauseRef).optional(),
  mustContain: z.array(z.string()).optional(),
  mustContainAnyOf: z.array(z.array(z.string())).optional(),
  mustNotContain: z.array(z.string()).optional(),
  agencies: z.array(z.string()).optional(),
  mayName: z.array(z.string()).optional(),
  noSoleLead: z.boolean().optional(),
  abstain: z.boolean().optional(),
  abstainOrContain: z.array(z.string()).optional(),
  related: z.array(ClauseRef).optional(),
})
export type Expectation = z.infer<typeof Expectation>

export const Kind = z.enum([
  'agency',
  'agency-tasks',
  'target',
  'fact',
  'clause',
  'list',
  'document',
  'compare',
  'followup',
  'unanswerable',
  'false-premise',
  'offtopic',
  'smalltalk',
  'injection',
])

/** tuned: looked at while building; fixture: on the fixture documents; fresh: only its shares are ever printed. */
export const QuestionSet = z.enum(['tuned', 'fixture', 'fresh'])
export type QuestionSet = z.infer<typeof QuestionSet>

export const Question = z.strictObject({
  id: z.string(),
  set: QuestionSet.optional(),
  documentId: z.string().optional(),
  lang: Lang,
  channel: z.enum(['hotline', 'mcp', 'widget']),
  kind: Kind,
  style: z.enum(['plain', 'typo', 'noisy', 'mixed']),
  history: z.array(z.string()).optional(),
  question: z.string(),
  expect: Expectation,
  note: z.string().optional(),
})
export type Question = z.infer<typeof Question>

/** The questions of a JSON-lines file. */
export function readQuestions(file: URL | string): Question[] {
  return readLines(file, Question)
}
