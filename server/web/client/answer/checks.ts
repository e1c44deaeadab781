/**
 * Whether what comes from outside, from the server or from the browser's storage, has the shape that is shown.
 */
import { LANGS } from '../common/preferences.ts'
import { ANSWER_STRINGS } from '../strings/answer.ts'

export type Check = (value: unknown) => boolean

export const text: Check = (value) => typeof value === 'string'
const number: Check = (value) => Number.isInteger(value)
const address: Check = (value) =>
  typeof value === 'string' && /^https?:\/\/[^/]/.test(value) && isAddress(value)
export const oneOf =
  (values: string[]): Check =>
  (value) =>
    values.some((known) => known === value)
export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)

export function shape(fields: Record<string, Check>): Check {
  return (value) => {
    if (typeof value !== 'object' || value === null) return false
    const record = value as Record<string, unknown>
    return Object.keys(fields).every((name) => fields[name]?.(record[name]))
  }
}

const isCitation = shape({
  n: number,
  documentId: text,
  documentTitle: text,
  clauseId: text,
  label: text,
  path: listOf(text),
  quote: text,
  start: number,
  end: number,
  url: address,
})

/** True if it can be shown: every part has the shape that it needs. */
export const isAnswer = shape({
  id: text,
  question: text,
  lang: oneOf(LANGS),
  outcome: oneOf(Object.keys(ANSWER_STRINGS.en.outcomes)),
  statements: listOf(shape({ text, citations: listOf(number) })),
  answer: text,
  citations: listOf(isCitation),
  notices: listOf(shape({ code: oneOf(Object.keys(ANSWER_STRINGS.en.notices)), text })),
  suggestions: listOf(text),
  aiLabel: text,
})

export const isStatement = shape({ text, citations: listOf(isCitation) })

function isAddress(value: string): boolean {
  try {
    return new URL(value).host !== ''
  } catch {
    return false
  }
}
