/**
 * The product as a process under load and under bad clients: a small case of what `npm run test:load` does by the thousand.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ask } from '../server/answer/answer.ts'
import { inTurns } from '../server/turns.ts'
import { testParts } from './fake-answer.ts'
import { sendSlowly } from './load/bad-clients.ts'
import { ask, distinctQuestions } from './load/chats.ts'
import { type Started, startProduct } from './load/started.ts'
import { FOR_THE_MODEL, openReader, waitUntil } from './load/streams.ts'
import { openStandIn, type StandIn } from './stand-in/stand-in.ts'

const TOKEN = 'token-of-the-load-test'
const DRAIN_MS = 10_000
const PATIENCE_MS = 10_000

let folder: string
let model: StandIn
let product: Started
let slow: Promise<number[]>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'load-'))
  model = await openStandIn()
  product = await startProduct({
    DATA_DIR: folder,
    STAFF_TOKEN: TOKEN,
    OPENAI_BASE_URL: model.url,
    OPENAI_MODEL: 'stand-in',
  })
  // They take their time, which the other tests use.
  slow = Promise.all(Array.from({ length: 5 }, () => sendSlowly(product.url, 'headers')))
})
afterAll(async () => {
  await product.end('SIGKILL')
  await model.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a server that is asked by many at once', () => {
  it('gives each the answer to the own question, and keeps them all', async () => {
    const chats = await ask({ url: product.url, questions: distinctQuestions(60), atATime: 20 })
    expect(chats).toMatchObject({ errors: [], mixedUp: 0 })
    expect(chats.times).toHaveLength(60)
    const headers = { Authorization: `Bearer ${TOKEN}` }
    const kept = await fetch(`${product.url}/api/conversations?limit=1`, { headers })
    expect((await kept.json()).total).toBe(60)
  })

  it('ends each stream with one event', async () => {
    const readers = distinctQuestions(10).map((question) => openReader(product.url, question).read)
    for (const { ends, error } of await Promise.all(readers))
      expect({ ends, error }).toEqual({ ends: 1, error: undefined })
  })

  it('lets go of the model for readers that leave', async () => {
    model.behave('silence-after-headers')
    const before = model.calls.length
    const calls = () => model.calls.slice(before)
    const readers = Array.from({ length: 10 }, () => openReader(product.url, FOR_THE_MODEL))
    await waitUntil(() => calls().length === 10, PATIENCE_MS)
    for (const { leave } of readers) leave()
    await waitUntil(() => calls().every(({ closedEarly }) => closedEarly), PATIENCE_MS)
    expect(calls().filter(({ closedEarly }) => closedEarly)).toHaveLength(10)
    model.behave(undefined)
  })

  it.each(['/api/chat', '/mcp', '/sign-in', '/api/feedback'])(
    'answers what is asked after a body that was too large at %s',
    async (path) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      const refused = await post(agent, path, JSON.stringify({ question: 'x'.repeat(300_000) }))
      expect(refused.statusCode).toBe(413)
      const next = await post(agent, '/api/chat', JSON.stringify({ question: '谁负责消防安全' }))
      expect(next.statusCode).toBe(200)
      agent.destroy()
    },
  )

  it('hangs up on those that send byte by byte', async () => {
    expect(await slow).toHaveLength(5)
  })

  it('goes in order when it is told to, though all of them go on asking', async () => {
    const questions = Array.from({ length: 50 }, () => distinctQuestions(20)).flat()
    let isOver = false
    const asking = ask({ url: product.url, questions, atATime: 10, isOver: () => isOver })
    await new Promise((resolve) => setTimeout(resolve, 300))
    const from = performance.now()
    expect(await product.end('SIGTERM')).toBe(0)
    expect(performance.now() - from).toBeLessThan(DRAIN_MS)
    isOver = true
    expect((await asking).mixedUp).toBe(0)
  })
})

it('answers begin in the order of the questions, and never two without a look at who else is there', async () => {
  const begun: string[] = []
  const answer = inTurns(({ question }: Ask) => {
    begun.push(question)
    throw new Error('It is enough to begin.')
  })
  const { library } = testParts()
  const setting = { today: '2026-11-28', id: 'a', baseUrl: 'http://127.0.0.1' }
  const asked = ['one', 'two', 'three'].map((question) => answer({ question }, library, setting))
  const ended = Promise.allSettled(asked)
  const seen: number[] = []
  while (begun.length < 3) {
    seen.push(begun.length)
    await setImmediate()
  }
  await ended
  expect(begun).toEqual(['one', 'two', 'three'])
  expect(new Set(seen)).toEqual(new Set([0, 1, 2]))
})

function post(agent: Agent, path: string, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      Accept: 'application/json, text/event-stream',
    }
    const sent = request(product.url + path, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(response))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
