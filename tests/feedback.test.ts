/**
 * Feedback: what is kept of it, what is refused, and what nobody gets to see.
 */

import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore } from '#runtime'
import type { Parts } from '../server/app.ts'
import type { Store } from '../server/store/store.ts'
import { type Changed, testApp } from './fake-answer.ts'

const UP = { answerId: 'a-1', rating: 'up' }
let store: Store

beforeEach(() => {
  store = openTestStore()
})

function send(body: unknown, parts: Changed = {}, type = 'application/json') {
  return testApp({ store, ...parts }).request('/api/feedback', {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

const kept = async () => (await store.feedback({ limit: 10 })).items

describe('POST /api/feedback', () => {
  it('keeps a rating with its comment, and says so', async () => {
    const response = await send({ answerId: 'a-1', rating: 'down', comment: '  引用的\u200b条文不对 ' })
    expect(response.status).toBe(201)
    expect(await response.json()).toEqual({ answerId: 'a-1', rating: 'down' })
    expect(await kept()).toEqual([
      {
        id: expect.stringMatching(/^id-/),
        answerId: 'a-1',
        rating: 'down',
        comment: '引用的条文不对',
        receivedAt: '2026-11-23T12:00:00.000Z',
      },
    ])
  })

  it.each(['电话13800138000', '电话138 0013 8000', '电话138\t0013\n8000', '电话１３８００１３８０００'])(
    'keeps no personal number: %j',
    async (comment) => {
      expect((await send({ ...UP, comment })).status).toBe(201)
      expect((await kept())[0]?.comment).toBe('电话***')
    },
  )

  it.each<[string, unknown, number, string?]>([
    ['an unknown field', { ...UP, question: 'x' }, 422],
    ['an unknown rating', { ...UP, rating: 'five' }, 422],
    ['no answer', { rating: 'up' }, 422],
    ['text in place of the id of an answer', { ...UP, answerId: '我的电话' }, 422],
    ['an empty comment', { ...UP, comment: '' }, 422],
    ['a comment that nobody can see', { ...UP, comment: ' \u200b\n' }, 422],
    ['a comment that is too long', { ...UP, comment: '长'.repeat(2001) }, 422],
    ['broken JSON', '{"answerId":', 400],
    ['another media type', UP, 415, 'text/plain'],
    ['a body over 256 kB', { ...UP, comment: 'x'.repeat(300_000) }, 413],
  ])('refuses %s and keeps nothing', async (_what, body, status, type) => {
    const response = await send(body, {}, type)
    expect(response.status).toBe(status)
    expect((await response.json()).error.message).toMatch(/\w.+\.$/)
    expect(await kept()).toEqual([])
  })

  it('keeps a comment in the place of the rating that it follows', async () => {
    await send(UP)
    await send({ answerId: 'a-2', rating: 'down' })
    await send({ ...UP, comment: '很清楚' })
    expect(await kept()).toMatchObject([{ answerId: 'a-2' }, { ...UP, comment: '很清楚' }])
  })

  it('takes a comment of 2000 characters once it is cleaned', async () => {
    expect((await send({ ...UP, comment: ` ${'长'.repeat(2000)}\u200b` })).status).toBe(201)
    expect((await kept())[0]?.comment).toHaveLength(2000)
  })

  it('says when it could not be kept, and leaves the reason in the log alone', async () => {
    const lines: string[] = []
    const full = { ...store, addFeedback: () => Promise.reject(new Error('disk full')) }
    const log: Parts['log'] = (level, event, fields) =>
      lines.push(JSON.stringify({ level, event, ...fields }))
    const response = await send({ ...UP, comment: 'geheim' }, { store: full, log })
    const text = await response.text()
    expect(response.status).toBe(503)
    expect(JSON.parse(text).error.code).toBe('unavailable')
    expect(text).not.toContain('disk full')
    expect(lines.some((line) => line.includes('"level":"error"') && line.includes('disk full'))).toBe(true)
    expect(lines.join()).not.toContain('geheim')
  })

  it('counts what it kept by rating', async () => {
    let isFull = false
    const addFeedback: Store['addFeedback'] = async (feedback) => {
      if (isFull) throw new Error('full')
      await store.addFeedback(feedback)
    }
    const app = testApp({ store: { ...store, addFeedback } })
    const rate = (rating: string) =>
      app.request('/api/feedback', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ answerId: 'a', rating }),
      })
    await rate('up')
    await rate('up')
    isFull = true
    await rate('down')
    const metrics = await (await app.request('/metrics')).text()
    expect(metrics).toContain('feedback_total{rating="up"} 2')
    expect(metrics).not.toContain('feedback_total{rating="down"}')
  })
})
