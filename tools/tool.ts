/**
 * What a tool is: one question that a caller may put to the library, with its words, its schemas and its run.
 *
 * Law: every door (MCP, HTTP, the model) hands out these same tools. Pure.
 */
import { z } from 'zod'
import { cleanText } from '../corpus/clean-text.ts'
import type { Library } from '../corpus/library.ts'
import { Notice, type NoticeCode } from '../corpus/types.ts'

/** Characters of JSON that a result may have: it travels twice, as data and as text, within 50,000. */
export const MAX_RESULT = 22_000

/** What the door passes in, because tools know no clock, no address and no sentence for people. */
export interface ToolSetting {
  /** Today, `YYYY-MM-DD`. */
  today: string
  /** Absolute, without a closing slash: the addresses of results start with it. */
  baseUrl: string
  /** The words of a notice; `detail` is its date or year. */
  sayNotice(code: NoticeCode, detail: string): string
}

/** A tool; `name` is the same at every door. */
export interface Tool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  name: string
  /** Chinese and English, as are all words for a model. */
  title: string
  /** When to use it, and when another. */
  description: string
  input: Input
  output: Output
  /** How to ask for less where a result would be too large. */
  narrow?: string
  run(library: Library, input: z.output<Input>, setting: ToolSetting): z.input<Output>
}

/** Gives `tool` back with its types. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Tool<Input, Output>,
): Tool {
  return tool as unknown as Tool
}

/** The caller's mistake; the message says what to do next. */
export class ToolError extends Error {
  readonly code: 'invalid' | 'not_found' | 'ambiguous' | 'too_large'

  constructor(code: ToolError['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** Runs `tool` on what a caller sent; throws a ToolError that says what to do next where that does not fit. */
export function runTool(tool: Tool, input: unknown, library: Library, setting: ToolSetting): object {
  const parsed = tool.input.safeParse(input ?? {}, { reportInput: true })
  if (!parsed.success) {
    const takes = Object.keys(tool.input.shape).join(', ')
    throw new ToolError('invalid', `${sayIssues(parsed.error)} ${tool.name} takes: ${takes}.`)
  }
  const result = tool.run(library, parsed.data, setting)
  if (JSON.stringify(result).length > MAX_RESULT)
    throw new ToolError('too_large', `The result is too large to be of use. ${tool.narrow ?? ''}`.trim())
  return result
}

const MAX_ISSUES = 3
const MAX_MESSAGE = 300

/** What a schema refuses, as sentences on how to mend it. */
export function sayIssues(error: z.ZodError): string {
  const said = error.issues.slice(0, MAX_ISSUES).map(sayIssue)
  return [...new Set(said)].join(' ').slice(0, MAX_MESSAGE)
}

function sayIssue(issue: z.core.$ZodIssue): string {
  const field = issue.path.join('.') || 'The input'
  if (issue.code === 'unrecognized_keys')
    return `Leave out what is not known here: ${issue.keys.map((key) => cleanText(key).slice(0, 40).toWellFormed()).join(', ')}.`
  if (issue.code === 'invalid_type' && issue.message.endsWith('undefined')) return `${field} is missing.`
  if (issue.code === 'invalid_type') return sayType(field, issue)
  if (issue.code === 'too_small' && issue.origin !== 'number' && issue.origin !== 'int')
    return `${field} must not be empty.`
  if (issue.code === 'too_big' && issue.origin === 'string')
    return `${field} may have at most ${issue.maximum} characters.`
  if (issue.code === 'too_small') return `${field} has to be at least ${issue.minimum}.`
  if (issue.code === 'too_big') return `${field} may be at most ${issue.maximum}.`
  return `${field}: ${issue.message}.`
}

function sayType(field: string, { expected, input }: z.core.$ZodIssueInvalidType): string {
  const wanted = TYPES[expected] ?? expected
  if (input === null) return `${field} is null: give ${wanted}, or leave it out.`
  if (expected === 'string' && typeof input === 'number') return `${field} takes ${wanted}: pass "${input}".`
  return `${field} has to be ${wanted}.`
}

const TYPES: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'an object',
}

/** Free text of a caller: 1 to `most` characters, cleaned of what people cannot see. */
export function freeText(most: number, description: string) {
  return z.string().min(1).max(most).transform(cleanText).pipe(z.string().min(1)).describe(description)
}

/** As long as a question may be. */
export const MAX_QUERY = 2000

/** The name of an agency or the spelling of a clause is no longer than this. */
export const MAX_NAME = 200

export const DocumentId = z
  .string()
  .max(64)
  .describe('文件 id，见 list_documents。Id of one document, from list_documents or any result.')

/** The document of this id must be on the shelves. */
export function requireDocument(library: Library, documentId: string | undefined): void {
  if (documentId === undefined || library.document(documentId)) return
  throw new ToolError('not_found', 'There is no document with this id. list_documents lists them.')
}

export const Notices = z
  .array(Notice)
  .describe('须一并转述的提示。What has to be said along with the result.')
  .optional()

/** `notices` as results carry them: left out where there is none. */
export function withNotices(
  setting: ToolSetting,
  notices: { code: NoticeCode; detail: string }[],
): { notices?: Notice[] } {
  if (notices.length === 0) return {}
  return { notices: notices.map(({ code, detail }) => ({ code, text: setting.sayNotice(code, detail) })) }
}
