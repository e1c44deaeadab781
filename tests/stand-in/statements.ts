/**
 * Statements and their evidence, written as a request asks and read back: as JSON, or as lines that end with marks.
 */
import { z } from 'zod'
import { asksForJson, type ChatBody } from './chat.ts'

const Statement = z.object({ text: z.string(), evidence: z.array(z.string()) })
export type Statement = z.infer<typeof Statement>

const Statements = z.object({ statements: z.array(Statement) })

/** `{"statements":[{"text":"…","evidence":["1"]}]}`, or one line a statement: `text [1][2]`. */
export function writeStatements(statements: Statement[], body: ChatBody): string {
  if (asksForJson(body)) return JSON.stringify({ statements })
  return statements.map(writeLine).join('\n')
}

export function readStatements(text: string): Statement[] {
  return readJson(text) ?? text.split('\n').filter(Boolean).map(readLine)
}

function writeLine({ text, evidence }: Statement): string {
  const marks = evidence.map((number) => `[${number}]`).join('')
  // A line break within would end the statement before its marks.
  return [text.replaceAll(/\s*\n\s*/g, ' '), marks].filter(Boolean).join(' ')
}

function readLine(line: string): Statement {
  const [marks = ''] = /(?:\[[^[\]]+\])*$/.exec(line) ?? []
  return {
    text: line.slice(0, line.length - marks.length).trimEnd(),
    evidence: [...marks.matchAll(/[^[\]]+/g)].map(([number]) => number),
  }
}

function readJson(text: string): Statement[] | undefined {
  try {
    return Statements.parse(JSON.parse(text)).statements
  } catch {
    return undefined
  }
}
