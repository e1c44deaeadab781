/**
 * Hostile inputs, each at every door that takes it, on the real answerer: nothing breaks, and nothing dangerous comes back.
 */
import { describe, expect, it } from 'vitest'
import { assembleAnswerer } from '../server/assemble.ts'
import { readConfig } from '../server/config.ts'
import { openLog } from '../server/log.ts'
import { testApp } from './fake-answer.ts'
import { csvFaults, faultsOf, type Got, logFaults } from './hostile/judge.ts'
import { HOSTILE_REQUESTS } from './hostile/requests.ts'
import { get, type Sent, STAFF_DOORS, STAFF_READS, TEXT_DOORS } from './hostile/text-doors.ts'
import { CANARY, HOSTILE_TEXTS } from './hostile/texts.ts'

const lines: string[] = []
const now = () => new Date('2026-11-23T12:00:00Z')
const openApp = () =>
  testApp({
    answer: assembleAnswerer(readConfig({})),
    log: openLog('debug', (line) => lines.push(line), now),
  })
const app = openApp()

async function send({ path, init }: Sent, to = app): Promise<Got> {
  const response = await to.request(path, init)
  const { status, headers } = response
  return { path: new URL(path, 'http://localhost').pathname, status, headers, body: await response.text() }
}

/** What an answer says of its own accord, beside the question and the quotes. */
function saidIn({ body, headers }: Got): string {
  if (!headers.get('content-type')?.startsWith('application/json')) return ''
  const { answer = '', suggestions = [], choices = [] } = JSON.parse(body)
  return JSON.stringify([answer, suggestions, choices])
}

it('are many', () => {
  expect(HOSTILE_TEXTS.length + HOSTILE_REQUESTS.length).toBeGreaterThanOrEqual(200)
  expect(new Set(HOSTILE_TEXTS.map(({ text }) => text)).size).toBe(HOSTILE_TEXTS.length)
})

describe('a hostile text', () => {
  it.each(HOSTILE_TEXTS)('(threat $threat, $what) harms at no door: $text', async ({ text }) => {
    const faults: string[] = []
    for (const [door, sent] of Object.entries(TEXT_DOORS)) {
      const got = await send(sent(text))
      faults.push(...faultsOf(got).map((fault) => `${door}: ${fault}`))
      if (CANARY.test(saidIn(got))) faults.push(`${door}: says ${saidIn(got)}`)
    }
    expect(faults).toEqual([])
  })
})

describe('what hostile texts have left behind', () => {
  it.each(STAFF_READS)('harms nobody who reads %s', async (path) => {
    const got = await send(get(path))
    expect(got.status).toBe(200)
    expect(faultsOf(got)).toEqual([])
  })

  it('harms nobody who reads a conversation', async () => {
    const { conversations } = JSON.parse((await send(get('/api/conversations'))).body)
    expect(conversations.length).toBeGreaterThan(20)
    for (const { id } of conversations) {
      expect(faultsOf(await send(get(`/staff/conversations/${id}`)))).toEqual([])
      expect(faultsOf(await send(get(`/api/conversations/${id}`)))).toEqual([])
    }
  })

  it('is no formula in a table', async () => {
    const { status, body } = await send(get('/api/staff/export?format=csv'))
    expect([status, body.includes('cmd|')]).toEqual([200, true])
    expect(csvFaults(body)).toEqual([])
    expect(csvFaults('a,"=1+1"\n@x,-2')).toHaveLength(3)
  })
})

it('a hostile text harms at no door of staff', async () => {
  const staffed = openApp()
  const faults: string[] = []
  for (const { text } of HOSTILE_TEXTS)
    for (const [door, sent] of Object.entries(STAFF_DOORS))
      faults.push(...faultsOf(await send(sent(text), staffed)).map((fault) => `${door}: ${text}: ${fault}`))
  for (const path of STAFF_READS) faults.push(...faultsOf(await send(get(path), staffed)))
  expect(faults).toEqual([])
})

describe('a hostile request', () => {
  it.each(HOSTILE_REQUESTS)('(threat %s) harms nobody: %s', async (_threat, _what, sent, status) => {
    const got = await send(sent)
    expect(faultsOf(got)).toEqual([])
    expect(got.status, got.body.slice(0, 300)).toBe(status)
    expect(saidIn(got)).not.toMatch(CANARY)
  })

  it('leaves no trace on what all objects share', () => {
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

it('the log holds one line of JSON for each request, and nothing of what was sent', () => {
  expect(lines.length).toBeGreaterThan(3000)
  expect(logFaults(lines)).toEqual([])
})
