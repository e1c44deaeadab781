/**
 * The product as processes: many share nothing but the store, one that is killed loses nothing that it had confirmed,
 * and one that is told to go goes in order.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../corpus/types.ts'
import { killUnderWriters } from './load/kill.ts'
import { type Started, startProduct } from './load/started.ts'
import { openStandIn } from './stand-in/stand-in.ts'

const TOKEN = 'one-token-for-all'
const JSON_BODY = { 'Content-Type': 'application/json' }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'instances-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function ask(url: string, body: object, headers = {}): Promise<Answer> {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { ...JSON_BODY, ...headers },
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(200)
  return response.json() as Promise<Answer>
}

describe('two instances', () => {
  let one: Started
  let other: Started
  beforeAll(async () => {
    const environment = { DATA_DIR: join(folder, 'shared'), STAFF_TOKEN: TOKEN }
    ;[one, other] = await Promise.all([startProduct(environment), startProduct(environment)])
  })
  afterAll(async () => {
    expect(await Promise.all([one.end('SIGTERM'), other.end('SIGTERM')])).toEqual([0, 0])
  })

  it('are the same to whoever goes on with a conversation at the other', async () => {
    const first = await ask(one.url, { question: '城市公厕建多少座' })
    const secret = { 'x-conversation-secret': first.conversationSecret ?? '' }
    const { conversationId } = first
    await expect
      .poll(
        async () =>
          (await fetch(`${other.url}/api/conversations/${conversationId}`, { headers: secret })).status,
      )
      .toBe(200)
    const second = await ask(other.url, { question: '这项归谁管', conversationId }, secret)
    expect(second.conversationId).toBe(conversationId)
    expect(second.citations.map(({ clauseId }) => clauseId)).toContain('2.2.8')
  })

  it('know who is signed in at the other, and who is no more', async () => {
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    const signIn = await fetch(`${one.url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: form,
      body: new URLSearchParams({ token: TOKEN, return: '/' }),
    })
    const cookie = signIn.headers
      .getSetCookie()
      .map((set) => set.split(';')[0])
      .join('; ')
    const list = (url: string) => fetch(`${url}/api/conversations`, { headers: { cookie } })
    expect((await list(other.url)).status).toBe(200)
    await fetch(`${one.url}/sign-out`, { method: 'POST', redirect: 'manual', headers: { ...form, cookie } })
    expect((await list(other.url)).status).toBe(401)
  })
})

describe('an instance', () => {
  it('that is killed while it writes has everything that it confirmed when it starts again', async () => {
    const killed = await killUnderWriters(join(folder, 'killed'), 1, 700)
    expect(killed.confirmed).toBeGreaterThan(20)
    expect(killed).toMatchObject({ lost: 0, integrity: ['ok'] })
  })

  it('that is told to go ends answers that wait for a model, keeps them, and exits in order', async () => {
    const model = await openStandIn({ fault: 'silence-after-headers' })
    const environment = {
      DATA_DIR: join(folder, 'drained'),
      STAFF_TOKEN: TOKEN,
      OPENAI_BASE_URL: model.url,
      OPENAI_MODEL: 'stand-in',
    }
    const product = await startProduct(environment)
    // As browsers do ahead of time, and as somebody does who never says what they want.
    const port = Number(new URL(product.url).port)
    const silent = connect(port, '127.0.0.1').on('error', () => {})
    const half = connect(port, '127.0.0.1').on('error', () => {})
    half.write(
      'POST /api/chat HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    )
    const asked = ask(product.url, { question: '养老床位和消防之间有什么关系' })
    await new Promise((resolve) => setTimeout(resolve, 400))
    const from = performance.now()
    const code = product.end('SIGTERM')
    const answer = await asked
    expect(await code).toBe(0)
    expect(performance.now() - from).toBeLessThan(10_000)
    const again = await startProduct(environment)
    const headers = { Authorization: `Bearer ${TOKEN}` }
    const kept = await fetch(`${again.url}/api/conversations/${answer.conversationId}`, { headers })
    expect(kept.status).toBe(200)
    await again.end('SIGTERM')
    for (const socket of [silent, half]) socket.destroy()
    await model.close()
  })
})
