/**
 * Faults of the model: it says nothing, too much or half, or calls tools that it should not. None may reach a reader.
 */
import type { Reply } from './chat.ts'
import { callsOf, clauseArguments, type Fault, saying } from './fault.ts'
import { readStatements, writeStatements } from './statements.ts'

const HALF_MEGABYTE = 500_000
const PARALLEL_CALLS = 50
const BROKEN_ARGUMENTS = '{"clause": '

export const LAPSES = {
  'empty-completion': saying('finishes without a word', () => ({ text: '' })),
  refusal: saying('refuses', () => ({ refusal: '抱歉，我无法协助这个请求。' })),
  length: saying('half of the content, finish_reason length', ({ reply }) => half(reply(), 'length')),
  'content-filter': saying('half of the content, finish_reason content_filter', ({ reply }) =>
    half(reply(), 'content_filter'),
  ),
  'unknown-finish': saying('all the content, a finish_reason that nobody knows', ({ reply }) => ({
    ...reply(),
    finish: 'tired',
  })),
  'bad-arguments': saying('always calls a tool with arguments that are not JSON', ({ body }) =>
    callsOf(body, BROKEN_ARGUMENTS),
  ),
  'wrong-typed-arguments': saying('always calls a tool with arguments of the wrong types', ({ body }) =>
    callsOf(body, '{"clause": 5, "nonsense": true}'),
  ),
  'unknown-tool': saying('always calls a tool that is not there', () => ({
    toolCalls: [{ name: 'approve_application', arguments: '{}' }],
  })),
  'endless-tools': saying('always calls a tool, each time for another clause', ({ body, number }) =>
    callsOf(body, clauseArguments(String(number))),
  ),
  'same-tool': saying('always makes the same call', ({ body }) => callsOf(body, clauseArguments('1'))),
  'fifty-tools': saying('always makes 50 calls at once', ({ body }) =>
    callsOf(body, ...Array.from({ length: PARALLEL_CALLS }, (_, i) => clauseArguments(String(i + 1)))),
  ),
  'half-megabyte': saying('one statement of 500 kB', ({ body, reply }) => {
    const { text = '很长。', evidence = ['1'] } = readStatements(reply().text ?? '')[0] ?? {}
    const long = text.repeat(Math.ceil(HALF_MEGABYTE / Buffer.byteLength(text)))
    return { text: writeStatements([{ text: long, evidence }], body) }
  }),
} satisfies Record<string, Fault>

function half({ text, toolCalls }: Reply, finish: string): Reply {
  return {
    ...(text === undefined ? {} : { text: firstHalf(text) }),
    ...(toolCalls
      ? { toolCalls: toolCalls.map((call) => ({ ...call, arguments: firstHalf(call.arguments) })) }
      : {}),
    finish,
  }
}

function firstHalf(text: string): string {
  const characters = [...text]
  return characters.slice(0, characters.length / 2).join('')
}
