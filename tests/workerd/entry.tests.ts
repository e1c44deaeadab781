/**
 * The entry of Workers, called as the edge calls it.
 */

import { env, exports } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { openTestStore } from '#runtime'
import { Answer } from '../../corpus/types.ts'
import worker from '../../server/worker.ts'
import { keptAnswer } from '../store-contract.ts'

const ADDRESS = 'https://policy.example.cn'

/** The Worker as wrangler.toml binds it; the edge says who calls. */
function call(path: string, init: RequestInit = {}, client = '203.0.113.7'): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('CF-Connecting-IP', client)
  return exports.default.fetch(new Request(ADDRESS + path, { ...init, headers }))
}

function send(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return call(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

it('is alive, and ready with its store', async () => {
  expect(await (await call('/healthz')).json()).toEqual({ status: 'ok' })
  expect(await (await call('/readyz')).json()).toMatchObject({ status: 'ok', store: 'ok' })
})

it('answers, and keeps the answer in D1 after it is given', async () => {
  const response = await send('/api/chat', { question: '谁负责消防安全' })
  const given = Answer.parse(await response.json())
  expect(given.citations[0]?.url).toMatch(/^https:\/\/policy\.example\.cn\/documents\//)
  const store = openTestStore()
  await expect.poll(async () => (await store.turns({ limit: 1 })).items[0]?.answer.id).toBe(given.id)
})

it('ends a stream with the answer', async () => {
  const response = await send('/api/chat', { question: '谁负责消防安全' }, { Accept: 'text/event-stream' })
  const events = [...(await response.text()).matchAll(/^event: (\w+)$/gm)].map(([, event]) => event)
  expect(events.filter((event) => ['answer', 'error'].includes(event ?? ''))).toEqual(['answer'])
  expect(events.at(-1)).toBe('answer')
})

it('keeps feedback in D1', async () => {
  expect((await send('/api/feedback', { answerId: 'a-1', rating: 'down' })).status).toBe(201)
  const { items } = await openTestStore().feedback({ limit: 10 })
  expect(items).toMatchObject([{ answerId: 'a-1', rating: 'down' }])
})

it('serves its pages with all that they load', async () => {
  const page = await (await call('/portal')).text()
  const files = [...page.matchAll(/(?:src|href)="(\/(?:assets|widget)[^"]+)"/g)].map(([, path]) => path ?? '')
  expect(files.length).toBeGreaterThan(1)
  for (const path of files) {
    const { status, headers } = await call(path)
    expect({ path, status, type: headers.get('content-type') }).toEqual({
      path,
      status: 200,
      type: expect.stringMatching(/^(?:text\/(?:css|javascript)|image\/svg)/),
    })
  }
})

it('sends a file with our headers, and not again to a browser that has it', async () => {
  const { headers } = await call('/assets/site.css')
  expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  const again = await call('/assets/site.css', { headers: { 'If-None-Match': headers.get('etag') ?? '' } })
  expect(again.status).toBe(304)
})

it.each(['data.json', 'assets.json', '..%2fworker.js'])('has no file %s for others', async (name) => {
  expect((await call(`/assets/${name}`)).status).toBe(404)
  expect((await call(`/${name}`)).status).toBe(404)
})

it('lets a client ask so often in a minute as wrangler.toml says, whoever it claims to be', async () => {
  const ask = (client: string, claimed: string) =>
    call('/api/settings', { headers: { 'X-Forwarded-For': claimed } }, client)
  const asked = Array.from({ length: 61 }, (_, at) => ask('203.0.113.8', `192.0.2.${at}`))
  const statuses = (await Promise.all(asked)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(60)
  const refused = await ask('203.0.113.8', '192.0.2.99')
  expect({ status: refused.status, wait: refused.headers.get('retry-after') }).toEqual({
    status: 429,
    wait: '60',
  })
  expect((await ask('203.0.113.9', '203.0.113.8')).status).toBe(200)
})

it('removes what is older than RETENTION_DAYS when its hour comes', async () => {
  const store = openTestStore()
  const now = Date.now()
  const days = (count: number) => new Date(now - count * 86_400_000).toISOString()
  await store.addAnswers([
    { ...keptAnswer('old', 0), askedAt: days(181) },
    { ...keptAnswer('new', 0), askedAt: days(179) },
  ])
  await worker.scheduled({}, env)
  expect((await store.conversations({ limit: 10 })).items.map(({ id }) => id)).toEqual(['talk-new'])
})
