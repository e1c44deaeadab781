/**
 * Scripts: what a model would say that reads its evidence, and short ways to write what another would say.
 */
import { type ChatBody, type Message, type Script, textOf } from './chat.ts'
import { type Statement, writeStatements } from './statements.ts'

/** How many sentences are taken from the first block that has any, and from the next. */
const SENTENCES = [2, 1]
const SHORTEST = 12
const LONGEST = 90

const BLOCK_START = /^\[(\d+)\] (\S+#\S+) (.*)$/
const EVIDENCE_END = '</evidence>'
/** The number a clause opens with, such as `8﹒`, `(一)` or `第十二條`. */
const CLAUSE_NUMBER =
  /^(?:[\d０-９]{1,3}\s*[﹒.．、](?![\d０-９])|[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、|第\S+?[條条])\s*/

interface Block {
  number: string
  id: string
  label: string
  lines: string[]
}

/** Says the first sentences of its evidence word for word, each with the number it stands under. */
export const honest: Script = (body, callNumber) => says(honestStatements(body.messages))(body, callNumber)

/** Writes these statements in whichever form the request asks for. */
export function says(statements: Statement[]): Script {
  return (body) => ({ text: writeStatements(statements, body) })
}

/** Calls one tool; arguments given as a string go out as they are, JSON or not. */
export function callsTool(name: string, args: unknown): Script {
  const written = typeof args === 'string' ? args : JSON.stringify(args)
  return () => ({ toolCalls: [{ name, arguments: written }] })
}

/** The first script for the first call, the second for the second; the last one stays. */
export function inTurn(...scripts: [Script, ...Script[]]): Script {
  return (body, callNumber) => (scripts[callNumber - 1] ?? scripts.at(-1) ?? honest)(body, callNumber)
}

/** In an English answer the clause's own words are a quote. */
const ENGLISH = /Answer in English/

function honestStatements(messages: Message[]): Statement[] {
  const isEnglish = messages.some((message) => message.role === 'user' && ENGLISH.test(textOf(message)))
  const read = evidenceIn(messages)
    .map((block) => ({ block, sentences: sentencesOf(block) }))
    .filter(({ sentences }) => sentences.length > 0)
  const statements = SENTENCES.flatMap((count, i) => {
    const { block, sentences = [] } = read[i] ?? {}
    return sentences.slice(0, count).map((sentence) => ({
      text: isEnglish ? `The document states: 「${sentence}」` : sentence,
      evidence: block ? [block.number] : [],
    }))
  })
  return statements.length > 0 ? statements : [{ text: '所給的材料沒有寫明。', evidence: [] }]
}

/** The clause that the first evidence stands for, as `document#clause`. */
export function firstClauseId({ messages }: ChatBody): string | undefined {
  return evidenceIn(messages)[0]?.id
}

/** The evidence of the last message of the user that has any. */
function evidenceIn(messages: Message[]): Block[] {
  const ofUser = messages.filter(({ role }) => role === 'user').reverse()
  return ofUser.map((message) => blocksOf(textOf(message))).find((blocks) => blocks.length > 0) ?? []
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let open: Block | undefined
  for (const line of text.split('\n')) {
    const [, number, id, label] = BLOCK_START.exec(line) ?? []
    if (number && id && label !== undefined) {
      open = { number, id, label, lines: [] }
      blocks.push(open)
    } else if (line.startsWith(EVIDENCE_END)) open = undefined
    else open?.lines.push(line)
  }
  return blocks
}

function sentencesOf({ label, lines }: Block): string[] {
  return lines
    .flatMap((line) =>
      line
        .trim()
        .replace(CLAUSE_NUMBER, '')
        .split(/(?<=。)/),
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= SHORTEST && sentence.length <= LONGEST)
    .filter((sentence) => !label.endsWith(sentence.replace(/。$/, '')))
}
