/**
 * Chats by the hundred over connections that are kept: how long each took, what went wrong, and whether a reply belongs to its question.
 */
import { Agent, request } from 'node:http'
import { cleanText } from '../../corpus/clean-text.ts'
import { readQuestions } from '../eval/question.ts'

export interface Chats {
  /** Milliseconds of each reply, in the order they came. */
  times: number[]
  /** What was not a 200 with an answer. */
  errors: string[]
  /** Replies to somebody else's question. */
  mixedUp: number
  /** Of all of them together. */
  milliseconds: number
}

export interface Load {
  url: string
  questions: string[]
  atATime: number
  /** Ends early when this is true. */
  isOver?: () => boolean
}

/** The first `count` questions of the evaluation that an answer repeats as they are: each one once. */
export function distinctQuestions(count: number): string[] {
  const all = readQuestions(new URL('../eval/questions.jsonl', import.meta.url))
    .filter(({ question, history }) => !history && cleanText(question) === question && !HIDDEN.test(question))
    .map(({ question }) => question)
  return [...new Set(all)].slice(0, count)
}

/** Long numbers may be a person's, which answers do not repeat. */
const HIDDEN = /[\d０-９]{5}|\d-\d|@/

/** Asks all of `questions` at POST `path`, `atATime` of them at once. */
export async function ask(
  { url, questions, atATime, isOver = () => false }: Load,
  path = '/api/chat',
): Promise<Chats> {
  const agent = new Agent({ keepAlive: true, maxSockets: atATime })
  const chats: Chats = { times: [], errors: [], mixedUp: 0, milliseconds: 0 }
  const waiting = [...questions]
  const started = performance.now()
  const lane = async () => {
    for (let question = waiting.shift(); question !== undefined && !isOver(); question = waiting.shift())
      await askOne(agent, url + path, question, chats)
  }
  await Promise.all(Array.from({ length: atATime }, lane))
  chats.milliseconds = performance.now() - started
  agent.destroy()
  return chats
}

async function askOne(agent: Agent, address: string, question: string, chats: Chats): Promise<void> {
  const from = performance.now()
  try {
    const { status, body } = await post(agent, address, JSON.stringify({ question }))
    if (status !== 200) chats.errors.push(`status ${status}`)
    else if (JSON.parse(body).question !== question) chats.mixedUp++
  } catch (error) {
    chats.errors.push(String(error))
  }
  chats.times.push(performance.now() - from)
}

function post(
  agent: Agent,
  address: string,
  body: string,
): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }
    const sent = request(address, { method: 'POST', agent, headers }, (response) => {
      let heard = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => {
        heard += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode, body: heard }))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** The value that this share of `times` is not above. */
export function quantile(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
