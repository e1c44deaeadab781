/**
 * What staff read and do over the API: usage, unanswered questions, feedback, approvals, reviews, the export.
 */
import { describe, expect, it } from 'vitest'
import { clauseDigestOf } from '../server/approvals.ts'
import { review } from '../server/staff/acts.ts'
import type { Feedback, KeptAnswer, StaffRole, Store, Turn } from '../server/store/store.ts'
import { openStaff, STAFF, TODAY } from './signed-in-staff.ts'
import { keptAnswer, timeAt } from './store-contract.ts'

const CLAUSE = { documentId: 'yancheng-2022-minsheng', clauseId: '2.5.23' }

function missing(
  question: string,
  minute: number,
  changed: Parameters<typeof keptAnswer>[2] = {},
): KeptAnswer {
  return keptAnswer(question, minute, { ...changed, answer: { outcome: 'not_stated', ...changed.answer } })
}

function said(kept: KeptAnswer, rating: Feedback['rating'], more: Partial<Feedback> = {}): Feedback {
  return { id: `of-${kept.answer.id}`, answerId: kept.answer.id, rating, receivedAt: timeAt(30), ...more }
}

async function actionsIn(store: Store): Promise<[string, string, string | undefined][]> {
  const { items } = await store.audit({ limit: 200 })
  const byStaff = items.filter(({ actor }) => actor !== 'citizen')
  return byStaff.map(({ actor, action, subject }) => [actor, action, subject])
}

describe('who may', () => {
  const READ = ['usage', 'unanswered', 'feedback', 'export', 'approvals'].map((name) => `/api/staff/${name}`)

  it.each(READ)('read %s: staff of any role, and nobody else', async (path) => {
    const { app, get } = openStaff()
    const refused = await app.request(path)
    expect(refused.status).toBe(401)
    expect((await refused.json()).error.code).toBe('unauthorized')
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it.each<[string, string, StaffRole, StaffRole, number]>([
    ['POST', '/api/staff/approvals', 'viewer', 'editor', 422],
    ['POST', '/api/staff/reviews', 'viewer', 'editor', 422],
    ['DELETE', '/api/staff/approvals/none', 'viewer', 'editor', 404],
    ['GET', '/api/staff/audit', 'editor', 'admin', 200],
  ])('%s %s: not the role %s, but %s', async (method, path, low, high, status) => {
    const { app, signIn } = openStaff()
    const ask = async (role: StaffRole) =>
      app.request(path, {
        method,
        headers: { ...(await signIn(role)), 'Content-Type': 'application/json' },
        ...(method === 'POST' ? { body: '{}' } : {}),
      })
    expect((await ask(low)).status).toBe(403)
    expect((await ask(high)).status).toBe(status)
  })

  it('use none of it from pages of other sites', async () => {
    const { app, signIn } = openStaff()
    const headers = { ...(await signIn('admin')), Origin: 'https://evil.example.cn' }
    for (const path of READ) expect((await app.request(path, { headers })).status).toBe(403)
  })
})

describe('usage', () => {
  it('adds up days in China, those without a question too, and both ends included', async () => {
    const { store, get } = openStaff()
    const slow = { milliseconds: 1_900, tokens: { input: 900, output: 80 }, entrance: 'page' } as const
    const asked = [
      keptAnswer('一', 1),
      keptAnswer('二', 2, { ...slow, answer: { mode: 'llm', lang: 'en' } }),
      missing('三', 3),
      // Past midnight in China, and the last minute of the day before the first.
      keptAnswer('四', 0, { askedAt: '2026-11-23T16:00:00.000Z' }),
      keptAnswer('五', 0, { askedAt: '2026-11-21T15:59:59.999Z' }),
    ]
    await store.addAnswers(asked)
    if (asked[0]) await store.addFeedback(said(asked[0], 'down'))
    const report = await (await get('/api/staff/usage?from=2026-11-22&to=2026-11-24')).json()
    expect(report).toMatchObject({
      from: '2026-11-22',
      to: '2026-11-24',
      questions: 4,
      outcomes: { answered: 3, not_stated: 1, out_of_scope: 0, declined: 0, clarify: 0 },
      modes: { embedded: 3, llm: 1 },
      languages: { 'zh-Hans': 3, 'zh-Hant': 0, en: 1 },
      entrances: { chat: 3, page: 1, completions: 0 },
      ratings: { up: 0, down: 1 },
      milliseconds: { p50: 5, p95: 2_000 },
      tokens: { input: 900, output: 80 },
    })
    const days = report.days.map(({ day, questions }: { day: string; questions: number }) => [day, questions])
    expect(days).toEqual([
      ['2026-11-22', 0],
      ['2026-11-23', 3],
      ['2026-11-24', 1],
    ])
    expect(report.days[0].milliseconds).toEqual({})
  })

  it('tells of the last thirty days where none are named', async () => {
    const { store, get } = openStaff()
    await store.addAnswers(Array.from({ length: 30 }, (_, i) => keptAnswer(`问${i}`, -i * 24 * 60)))
    const { from, to, questions, days } = await (await get('/api/staff/usage')).json()
    expect([from, to, questions, days.length]).toEqual(['2026-10-25', TODAY, 30, 30])
    expect(new Set(days.map((day: { questions: number }) => day.questions))).toEqual(new Set([1]))
  })

  it('leaves a time out that is over its slowest class', async () => {
    const { store, get } = openStaff()
    await store.addAnswers([keptAnswer('慢', 1, { milliseconds: 60_000 })])
    expect((await (await get('/api/staff/usage')).json()).milliseconds).toEqual({})
  })

  it.each([
    ['from=2026-11-24&to=2026-11-23', 'from lies after to'],
    ['from=2025-11-22&to=2026-11-23', '367 days'],
    ['from=2026-02-30', 'from'],
    ['from=yesterday', 'from'],
    ['day=2026-11-23', 'day'],
  ])('refuses %s and says why', async (query, reason) => {
    const { get } = openStaff()
    const response = await get(`/api/staff/usage?${query}`)
    expect(response.status).toBe(422)
    expect((await response.json()).error.message).toContain(reason)
  })
})

describe('unanswered questions', () => {
  it('are grouped, the largest group first, with those that were rated down and without those reviewed', async () => {
    const { store, get, send } = openStaff()
    const asked = [missing('电动车怎么上牌', 1), missing('电动车怎么上牌', 2), missing('公积金贷多少', 3)]
    const disliked = keptAnswer('谁负责消防', 4)
    const reviewed = missing('旧问题', 5, { answer: { id: 'a-old' } })
    await store.addAnswers([...asked, disliked, reviewed, keptAnswer('好问题', 6)])
    await store.addFeedback(said(disliked, 'down', { comment: '不对' }))
    await send('/api/staff/reviews', 'editor', { answerIds: [reviewed.answer.id] })

    const open = await (await get('/api/staff/unanswered')).json()
    expect(open).toMatchObject({ total: 3, read: 4 })
    expect(open.groups).toMatchObject([
      {
        question: '电动车怎么上牌',
        count: 2,
        lastAskedAt: timeAt(2),
        outcomes: { not_stated: 2 },
        downVotes: 0,
        questions: [{ askedAt: timeAt(2) }, { askedAt: timeAt(1), conversationId: 'talk-电动车怎么上牌' }],
      },
      { count: 1, downVotes: 1, questions: [{ rating: 'down', comment: '不对', outcome: 'answered' }] },
      { question: '公积金贷多少', count: 1 },
    ])
    const done = await (await get('/api/staff/unanswered?reviewed=true')).json()
    expect(done.groups).toMatchObject([
      { question: '旧问题', questions: [{ reviewedBy: STAFF.editor, reviewedAt: timeAt(0) }] },
    ])
  })

  it('come page by page, and only of the days that are wanted', async () => {
    const { store, get } = openStaff()
    const old = missing('很久以前', 0, { askedAt: '2026-11-01T00:00:00.000Z' })
    await store.addAnswers([missing('甲问什么', 1), missing('乙说哪里', 2), missing('丙要多少', 3), old])
    const first = await (await get('/api/staff/unanswered?days=7&limit=2')).json()
    expect(first.total).toBe(3)
    const second = await (await get(`/api/staff/unanswered?days=7&limit=2&cursor=${first.nextCursor}`)).json()
    const found = [...first.groups, ...second.groups].map(({ question }) => question)
    expect(found).toEqual(['丙要多少', '乙说哪里', '甲问什么'])
    expect(second).not.toHaveProperty('nextCursor')
    expect((await get(`/api/staff/unanswered?days=30&cursor=${first.nextCursor}`)).status).toBe(422)
  })
})

describe('feedback', () => {
  it('is listed newest first, with the question where it is still kept', async () => {
    const { store, get } = openStaff()
    const kept = keptAnswer('谁负责', 1, { conversationId: 'a' })
    await store.addAnswers([kept])
    await store.addFeedback(said(kept, 'down', { comment: '不对' }))
    await store.addFeedback({ id: 'f', answerId: 'elsewhere', rating: 'up', receivedAt: timeAt(31) })
    const { feedback, total } = await (await get('/api/staff/feedback')).json()
    expect(total).toBe(2)
    expect(feedback).toEqual([
      { answerId: 'elsewhere', rating: 'up', receivedAt: timeAt(31) },
      {
        answerId: kept.answer.id,
        rating: 'down',
        comment: '不对',
        receivedAt: timeAt(30),
        question: '谁负责',
        conversationId: 'a',
        outcome: 'answered',
      },
    ])
    const down = await (await get('/api/staff/feedback?rating=down&limit=1')).json()
    expect(down).toMatchObject({ total: 1, feedback: [{ rating: 'down' }] })
  })
})

describe('an approval', () => {
  it('is kept for the clause as it reads now, redacted, and written down', async () => {
    const { parts, store, send, get } = openStaff()
    const question = '请问，着火了找谁？我电话13812345678'
    const response = await send('/api/staff/approvals', 'editor', { question, ...CLAUSE })
    expect(response.status).toBe(201)
    const { approval } = await response.json()
    const clause = parts.library.clause(CLAUSE.documentId, CLAUSE.clauseId)
    expect(approval).toMatchObject({
      ...CLAUSE,
      inForce: true,
      approvedBy: STAFF.editor,
      approvedAt: timeAt(0),
    })
    expect(approval.clauseDigest).toBe(clause && (await clauseDigestOf(clause)))
    expect(JSON.stringify(await store.approvals())).not.toContain('13812345678')
    expect((await (await get('/api/staff/approvals')).json()).approvals).toEqual([approval])
    expect(parts.approvals.find(approval.questionKey)).toEqual(CLAUSE)
    expect(await actionsIn(store)).toEqual([[STAFF.editor, 'approved', approval.id]])
  })

  it('falls out of force when the text of its clause changes, or the clause is gone', async () => {
    const { store, get } = openStaff()
    const approval = {
      question: '问',
      approvedBy: 'li',
      approvedAt: timeAt(0),
      clauseDigest: 'of another text',
    }
    await store.addApproval({ ...approval, ...CLAUSE, id: 'changed', questionKey: 'a' })
    await store.addApproval({ ...approval, ...CLAUSE, clauseId: '9.9', id: 'gone', questionKey: 'b' })
    const { approvals } = await (await get('/api/staff/approvals')).json()
    expect(approvals).toMatchObject([
      { id: 'changed', inForce: false, reason: 'text_changed' },
      { id: 'gone', inForce: false, reason: 'clause_gone' },
    ])
  })

  it.each([
    ['a clause that there is not', { question: '着火了找谁', ...CLAUSE, clauseId: '9.9' }, 404],
    ['a document that there is not', { question: '着火了找谁', ...CLAUSE, documentId: '__proto__' }, 404],
    ['a question that asks nothing', { question: '！？', ...CLAUSE }, 422],
    ['a question without a letter to see', { question: '\u200b\u202e', ...CLAUSE }, 422],
    ['a question that names another clause', { question: '第8项谁负责', ...CLAUSE }, 422],
    ['fields that are none of it', { question: '着火了找谁', ...CLAUSE, approvedBy: 'mayor' }, 422],
  ])('is not given for %s', async (_what, body, status) => {
    const { store, send } = openStaff()
    expect((await send('/api/staff/approvals', 'editor', body)).status).toBe(status)
    expect(await store.approvals()).toEqual([])
  })

  it('is withdrawn once, and then answers nothing any more', async () => {
    const { app, parts, store, send, signIn } = openStaff()
    const body = { question: '着火了找谁', ...CLAUSE }
    const { approval } = await (await send('/api/staff/approvals', 'editor', body)).json()
    const headers = await signIn('editor')
    const withdraw = () => app.request(`/api/staff/approvals/${approval.id}`, { method: 'DELETE', headers })
    expect((await withdraw()).status).toBe(204)
    expect((await withdraw()).status).toBe(404)
    expect(parts.approvals.find(approval.questionKey)).toBeUndefined()
    expect((await actionsIn(store)).map(([, action]) => action)).toContain('withdrew_approval')
  })
})

describe('a review', () => {
  it('counts the answers that it found, and is written down', async () => {
    const { store, send } = openStaff()
    const kept = missing('问', 1, { answer: { id: 'a-1' } })
    await store.addAnswers([kept])
    const response = await send('/api/staff/reviews', 'editor', { answerIds: ['a-1', 'none'] })
    expect(await response.json()).toEqual({ reviewed: 1 })
    expect(await actionsIn(store)).toEqual([[STAFF.editor, 'reviewed', undefined]])
    const back = await send('/api/staff/reviews', 'editor', { answerIds: ['a-1'], reviewed: false })
    expect(await back.json()).toEqual({ reviewed: 1 })
    expect((await store.turns({ limit: 9, reviewed: false })).total).toBe(1)
    expect((await actionsIn(store)).map(([, action]) => action)).toContain('withdrew_review')
  })

  it('is signed with the name of whoever did it, and written down by the subject', async () => {
    const { store, parts } = openStaff()
    await store.addAnswers([missing('问', 1, { answer: { id: 'a-1' } })])
    await review(parts, { subject: 'oidc:zhao', name: '赵敏', role: 'editor' }, ['a-1'])
    expect((await store.turns({ limit: 1 })).items[0]?.reviewedBy).toBe('赵敏')
    expect(await actionsIn(store)).toEqual([['oidc:zhao', 'reviewed', undefined]])
  })

  it.each([[[]], [Array.from({ length: 51 }, (_, i) => `a-${i}`)], [['a b']], ['a-1']])(
    'takes one to fifty ids of answers, and not %j',
    async (answerIds) => {
      const { send } = openStaff()
      expect((await send('/api/staff/reviews', 'editor', { answerIds })).status).toBe(422)
    },
  )
})

describe('the export', () => {
  it('has every turn of a long history once, as JSON and as a table', async () => {
    const { store, get } = openStaff()
    const kept = Array.from({ length: 3_000 }, (_, i) => keptAnswer(`问题${i}`, i % 700))
    for (let at = 0; at < kept.length; at += 500) await store.addAnswers(kept.slice(at, at + 500))
    const ids = new Set(kept.map(({ answer }) => answer.id))

    const response = await get('/api/staff/export')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="policy-chat.json"')
    const pieces = await piecesOf(response)
    expect(pieces.length).toBeGreaterThan(10)
    const { exportedAt, answers } = JSON.parse(pieces.join(''))
    expect(exportedAt).toBe(timeAt(0))
    expect(answers).toHaveLength(3_000)
    expect(new Set(answers.map(({ answer }: Turn) => answer.id))).toEqual(ids)

    const table = await (await get('/api/staff/export?format=csv')).text()
    expect(table.trimEnd().split('\r\n')).toHaveLength(3_001)
  })

  it('keeps to the days that are wanted, and is written down', async () => {
    const { store, get } = openStaff()
    await store.addAnswers([
      keptAnswer('前', 0, { askedAt: '2026-11-22T15:59:59.000Z' }),
      keptAnswer('当天', 0, { askedAt: '2026-11-22T16:00:00.000Z' }),
      keptAnswer('后', 0, { askedAt: '2026-11-23T16:00:00.000Z' }),
    ])
    const response = await get('/api/staff/export?from=2026-11-23&to=2026-11-23')
    expect(response.headers.get('content-disposition')).toContain('policy-chat-2026-11-23-2026-11-23.json')
    const { answers } = await response.json()
    expect(answers.map(({ answer }: Turn) => answer.question)).toEqual(['当天'])
    expect(await actionsIn(store)).toEqual([[STAFF.viewer, 'exported', undefined]])
  })

  it('is of everything between the first day and the last that there are', async () => {
    const { store, get } = openStaff()
    await store.addAnswers([keptAnswer('问', 1)])
    const { answers } = await (await get('/api/staff/export?from=0001-01-01&to=9999-12-31')).json()
    expect(answers).toHaveLength(1)
    const report = await (await get('/api/staff/usage?from=9999-12-20&to=9999-12-31')).json()
    expect(report.days).toHaveLength(12)
  })

  it('writes a table for spreadsheets, with the evidence and the label of each answer', async () => {
    const { store, get } = openStaff()
    const kept = keptAnswer('谁负责，"消防"？', 1, {
      conversationId: 'talk-1',
      tokens: { input: 10, output: 2 },
      answer: { id: 'a-1', notices: [{ code: 'year_mismatch', text: '年份不同' }] },
    })
    await store.addAnswers([kept])
    await store.addFeedback(said(kept, 'down', { comment: '不对' }))
    await store.review(['a-1'], { reviewedBy: 'li', reviewedAt: timeAt(40) })
    const response = await get('/api/staff/export?format=csv')
    expect(response.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/)
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes).split('\r\n')).toEqual([
      'askedAt,conversationId,answerId,asker,entrance,lang,question,outcome,mode,answer,citations,notices,rating,comment,reviewedAt,milliseconds,tokens,corpus,aiLabel',
      '2026-11-23T20:01:00+08:00,talk-1,a-1,citizen,chat,zh-Hans,"谁负责，""消防""？",answered,embedded,新增7万人。[1],"plan#2.1 ""新增7萬人""",年份不同,down,不对,2026-11-23T20:40:00+08:00,3.5,12,abc,由系统自动生成',
      '',
    ])
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '"=1', ' =HYPERLINK("http://evil")', '＝1'])(
    'lets no question or comment act as a formula: %j',
    async (text) => {
      const { store, get } = openStaff()
      const kept = keptAnswer(text, 1, { conversationId: 'a', answer: { id: 'a-1' } })
      await store.addAnswers([kept])
      await store.addFeedback(said(kept, 'down', { comment: text }))
      const table = await (await get('/api/staff/export?format=csv')).text()
      const written = `'${text.replaceAll('"', '""')}`
      expect(table.split(written)).toHaveLength(3)
    },
  )

  it('breaks off where the store fails midway, and says 503 where it fails before', async () => {
    const { store, get, fail } = openStaff()
    const kept = Array.from({ length: 450 }, (_, i) => keptAnswer(`问题${i}`, i))
    await store.addAnswers(kept)
    const response = await get('/api/staff/export')
    fail('turns')
    await expect(response.text()).rejects.toThrow()
    expect((await get('/api/staff/export')).status).toBe(503)
  })

  it('names the columns for people where a language is given', async () => {
    const { get } = openStaff()
    const heading = async (lang: string) =>
      (await (await get(`/api/staff/export?format=csv&lang=${lang}`)).text()).split(',').slice(0, 2)
    expect(await heading('zh-Hans')).toEqual(['提问时间', '对话编号'])
    expect(await heading('en')).toEqual(['Asked at', 'Conversation'])
  })

  it('says on a page to whoever follows the link that the store is down, and where to sign in', async () => {
    const { app, signIn, fail } = openStaff()
    const headers = { ...(await signIn('viewer')), Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
    const path = '/api/staff/export?format=csv&lang=en'
    expect((await app.request(path, { headers })).headers.get('content-type')).toMatch(/^text\/csv/)
    expect((await app.request(path, { headers: { Accept: headers.Accept } })).status).toBe(303)
    fail('turns')
    const response = await app.request(path, { headers })
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('<h1>The history cannot be read just now</h1>')
  })

  it('is not made where it cannot be written down', async () => {
    const { get, fail } = openStaff()
    fail('addAudit')
    expect((await get('/api/staff/export')).status).toBe(503)
  })
})

describe('the audit trail', () => {
  it('says who did what, newest first, and nothing that people said', async () => {
    const { store, get, send } = openStaff()
    await store.addAnswers([
      missing('我家的事', 1, { askedAt: '2026-11-23T11:00:00.000Z', answer: { id: 'a-1' } }),
    ])
    await send('/api/staff/reviews', 'editor', { answerIds: ['a-1'] })
    const { events, total } = await (await get('/api/staff/audit', 'admin')).json()
    expect(total).toBe(2)
    expect(events).toMatchObject([
      { actor: STAFF.editor, action: 'reviewed', at: timeAt(0) },
      { actor: 'citizen', action: 'asked', subject: 'a-1' },
    ])
    expect(JSON.stringify(events)).not.toContain('我家')
  })
})

async function piecesOf(response: Response): Promise<string[]> {
  const pieces: string[] = []
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read())
    pieces.push(read.value)
  return pieces
}
