/**
 * Random requests at every door, on the real answerer: a small case of what `npm run test:load` sends by the thousand.
 */
import { expect, it } from 'vitest'
import { assembleAnswerer } from '../server/assemble.ts'
import { readConfig } from '../server/config.ts'
import { openLog } from '../server/log.ts'
import { testApp } from './fake-answer.ts'
import { fuzzDoors } from './hostile/fuzz.ts'
import { faultsOf, logFaults } from './hostile/judge.ts'

const RUNS = 150

it('no random request is a fault, gets an error in another shape, or waits for ever', async () => {
  const lines: string[] = []
  const now = () => new Date('2026-11-23T12:00:00Z')
  const log = openLog('debug', (line) => lines.push(line), now)
  await fuzzDoors(testApp({ answer: assembleAnswerer(readConfig({})), log }), RUNS, 20_261_123)
  expect(lines.length).toBeGreaterThanOrEqual(RUNS)
  expect(logFaults(lines)).toEqual([])
})

it('what would be wrong is seen', async () => {
  const broken = { request: async () => new Response('<script>alert(1)</script>', { status: 500 }) }
  await expect(fuzzDoors(broken, 5, 1)).rejects.toThrow('status 500')
  const headers = new Headers({ 'x-request-id': 'a', 'x-content-type-options': 'nosniff' })
  const got = (type: string, body: string, status = 200) => {
    const given = new Headers(headers)
    given.set('content-type', type)
    return faultsOf({ path: '/api/chat', status, headers: given, body })
  }
  expect(got('text/html', '<p>all is well</p>')).toEqual([])
  expect(got('text/html', '<img src=x onerror=alert(1)>')).not.toEqual([])
  expect(got('text/event-stream', 'event: answer\ndata: {}\n\n')).toEqual([])
  expect(got('text/event-stream', 'event: answer\ndata: {}\n\ndata: {}\n\n')).not.toEqual([])
  expect(got('text/event-stream', 'event: status\ndata: {}\n\n')).not.toEqual([])
  expect(
    got('application/json', '{"error":{"code":"invalid","message":"The input is wrong."}}', 422),
  ).toEqual([])
  expect(got('application/json', '{"error":{"code":"invalid"}}', 422)).not.toEqual([])
  expect(got('application/json', '{"text":"\\u202e"}')).not.toEqual([])
  expect(logFaults(['{"at":"a","level":"info","event":"request"}\n{}', 'no JSON'])).toHaveLength(2)
})
