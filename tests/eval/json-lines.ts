/**
 * Reads a JSON-lines file by a schema, one object a line.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** The objects of the file; throws with the number of the line that is wrong, and never its content. */
export function readLines<Schema extends z.ZodType>(file: URL | string, schema: Schema): z.output<Schema>[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return []
      const parsed = schema.safeParse(parseLine(line, `${file}: line ${i + 1}`))
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
