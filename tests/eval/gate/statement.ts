/**
 * A statement of the gate's evaluation, right or wrong, with the clauses that it is said to rest on. One JSON object a line.
 */
import { z } from 'zod'
import { Lang } from '../../../corpus/types.ts'
import { readLines } from '../json-lines.ts'

export const Statement = z.object({
  id: z.string(),
  documentId: z.string(),
  lang: Lang,
  question: z.string().optional(),
  text: z.string(),
  clauseIds: z.array(z.string()).min(1),
  right: z.boolean(),
  /** How it is wrong. */
  kind: z.string().optional(),
  /** True where nothing was found that answers. */
  abstains: z.boolean().optional(),
})
export type Statement = z.infer<typeof Statement>

/** The statements of the repository; all of them were looked at while the gate was built. */
export const OWN_STATEMENTS = new URL('statements.jsonl', import.meta.url)

/** The statements of a JSON-lines file. */
export function readStatements(file: URL | string): Statement[] {
  return readLines(file, Statement)
}
