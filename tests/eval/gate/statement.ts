/**
 * A statement of the gate's evaluation, right or wrong, with the clauses that it is said to rest on. One JSON object a line.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Lang } from '../../../corpus/types.ts'

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

/** The statements of a JSON-lines file; throws with the number of the line that is wrong, and never its content. */
export function readStatements(file: URL | string): Statement[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return []
      const parsed = Statement.safeParse(parseLine(line, `${file}: line ${i + 1}`))
      if (!parsed.success) throw new Error(`${file}: line ${i + 1}: ${z.prettifyError(parsed.error)}`)
      return [parsed.data]
    })
}

function parseLine(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new Error(`${place}: not JSON`)
  }
}
