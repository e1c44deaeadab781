/**
 * The staff pages as a browser without script gets them: who sees what, and what their forms do.
 */
import { describe, expect, it } from 'vitest'
import type { StaffRole } from '../server/store/store.ts'
import { STAFF_WORDS } from '../server/web/staff/words.ts'
import { testApp } from './fake-answer.ts'
import { openStaff, STAFF } from './signed-in-staff.ts'
import { keptAnswer, timeAt } from './store-contract.ts'

const CLAUSE = { documentId: 'yancheng-2022-minsheng', clauseId: '2.5.23' }
const PAGES = [
  '',
  '/unanswered',
  '/conversations',
  '/conversations/talk',
  '/feedback',
  '/approvals',
  '/approve',
  '/audit',
]
const SCRIPT = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>'

/** A history of one conversation: unanswered, rated down, with markup in whatever people wrote. */
async function openHistory() {
  const staff = openStaff()
  await staff.store.addAnswers([
    keptAnswer(`谁来管${SCRIPT}`, 1, {
      conversationId: 'talk',
      answer: { id: 'a-1', outcome: 'not_stated', notices: [{ code: 'degraded', text: SCRIPT }] },
    }),
    keptAnswer('谁负责消防安全', 2, { conversationId: 'talk', answer: { id: 'a-2' }, milliseconds: 1234.5 }),
  ])
  await staff.store.addFeedback({
    id: 'f',
    answerId: 'a-2',
    rating: 'down',
    comment: SCRIPT,
    receivedAt: timeAt(3),
  })
  await staff.store.addApproval({
    ...CLAUSE,
    id: 'p-1',
    question: SCRIPT,
    questionKey: 'k',
    clauseDigest: 'of another text',
    approvedBy: 'li',
    approvedAt: timeAt(0),
  })
  return staff
}

describe('every staff page', () => {
  it.each(PAGES)('/staff%s sends others to sign in, and back to it', async (page) => {
    const { app } = openStaff()
    const response = await app.request(`/staff${page}?lang=en`)
    expect(response.status).toBe(303)
    const way = new URL(response.headers.get('location') ?? '', 'http://localhost')
    expect([way.pathname, way.searchParams.get('return')]).toEqual(['/sign-in', `/staff${page}?lang=en`])
  })

  it.each(PAGES)('/staff%s shows what people wrote as text, in three languages', async (page) => {
    const { get } = await openHistory()
    for (const lang of ['zh-Hans', 'zh-Hant', 'en'] as const) {
      const response = await get(`/staff${page}?lang=${lang}`, 'admin')
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
      const text = await response.text()
      expect(text).toContain(`<html lang="${lang}">`)
      expect(text).toContain(STAFF_WORDS[lang].signOut)
      expect(text).not.toContain('<script>alert')
      expect(text).not.toContain('<img src=x')
      expect(text).not.toMatch(/<[^>]* (?:style|on\w+)=/)
    }
  })

  it.each(PAGES)('/staff%s says that the store is down, and that answering goes on', async (page) => {
    const { get, fail } = await openHistory()
    fail('usage', 'turns', 'conversations', 'conversation', 'feedback', 'approvals', 'audit')
    const response = await get(`/staff${page}?lang=en`, 'admin')
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    const text = await response.text()
    expect(text).toContain('The history cannot be read just now')
    expect(text).toContain('Questions are answered all the same')
  })

  it('shows nothing while it cannot be looked up whether somebody is still signed in', async () => {
    const { app, fail, signIn } = await openHistory()
    const headers = await signIn('admin')
    fail('session')
    const response = await app.request('/staff/conversations/talk', { headers })
    expect(response.status).toBe(503)
    expect(await response.text()).not.toContain('谁负责消防安全')
  })

  it('is there for whoever sits at the machine where no sign-in is set up, without a way to sign out', async () => {
    const text = await (await testApp().request('/staff?lang=en')).text()
    expect(text).toContain('local user')
    expect(text).not.toContain('Sign out')
  })

  it.each(['/staff/nothing', '/staff/conversations/none', '/staff/approve?conversation=talk&answer=none'])(
    '%s is said not to be there',
    async (path) => {
      const { get } = await openHistory()
      const response = await get(path, 'admin')
      expect(response.status).toBe(404)
      expect(await response.text()).toContain(STAFF_WORDS['zh-Hans'].problems.not_found.title)
    },
  )
})

describe('what a role may', () => {
  it.each<[StaffRole, string[], string[]]>([
    ['viewer', [], ['标记为已处理</button>', '选条款核定</a>', '删除这次问答', '审计记录']],
    ['editor', ['标记为已处理</button>', '选条款核定</a>'], ['删除这次问答', '审计记录']],
    ['admin', ['标记为已处理</button>', '选条款核定</a>', '删除这次问答', '审计记录'], []],
  ])('is what its pages offer: %s', async (role, offered, kept) => {
    const { get } = await openHistory()
    const text = await (await get('/staff/conversations/talk', role)).text()
    for (const one of offered) expect(text).toContain(one)
    for (const one of kept) expect(text).not.toContain(one)
  })

  it.each<[string, StaffRole, [string, string][]]>([
    ['/staff/unanswered', 'viewer', [['answerId', 'a-1']]],
    ['/staff/approvals', 'viewer', [['withdraw', 'p-1']]],
    ['/staff/approve', 'viewer', [['question', '着火了找谁']]],
    ['/staff/conversations/talk/delete', 'editor', []],
  ])('is all that its forms do: %s is not for a %s', async (path, role, fields) => {
    const { submit, store } = await openHistory()
    const response = await submit(path, role, fields)
    expect(response.status).toBe(403)
    expect(await response.text()).toContain(STAFF_WORDS['zh-Hans'].problems.forbidden.title)
    expect((await store.turns({ limit: 9, reviewed: false })).total).toBe(2)
    expect(await store.approvals()).toHaveLength(1)
  })

  it.each([
    ['https://evil.example.cn', 'cross-site'],
    ['null', 'cross-site'],
  ])('does nothing for a form of another site: Origin %s', async (Origin, site) => {
    const { submit, store } = await openHistory()
    const headers = { Origin, 'Sec-Fetch-Site': site }
    for (const path of ['/staff/conversations/talk/delete', '/staff/unanswered', '/staff/approvals'])
      expect((await submit(path, 'admin', [['answerId', 'a-1']], headers)).status).toBe(403)
    expect(await store.conversation('talk')).toBeDefined()
    expect((await store.turns({ limit: 9, reviewed: true })).total).toBe(0)
  })

  it('takes forms only, and only whole ones', async () => {
    const { app, signIn, submit } = await openHistory()
    const headers = { ...(await signIn('editor')), 'Content-Type': 'text/plain' }
    const sent = await app.request('/staff/unanswered', { method: 'POST', headers, body: 'answerId=a-1' })
    expect(sent.status).toBe(422)
    expect((await submit('/staff/unanswered', 'editor', [])).status).toBe(422)
    expect((await submit('/staff/unanswered', 'editor', [['answerId', '../x']])).status).toBe(422)
  })
})

describe('the usage page', () => {
  it('says how much was asked and what is left to look at', async () => {
    const { get } = await openHistory()
    const text = await (await get('/staff?lang=en')).text()
    expect(text).toMatch(/<dt>Questions<\/dt><dd>2<\/dd>/)
    expect(text).toMatch(/<dt>Answered<\/dt><dd>50%<\/dd>/)
    expect(text).toContain('within 2\u00a0s')
    expect(text).toContain(
      'Last 30 days: 1 unanswered question to review · 1 answer rated not helpful to review',
    )
    expect(text.match(/<th scope="row"><time/g)).toHaveLength(30)
    expect(text).toContain(
      'href="/api/staff/export?format=csv&amp;from=2026-10-25&amp;to=2026-11-23&amp;lang=en"',
    )
  })

  it('keeps to the days of the form, and says so where they make none', async () => {
    const { get } = await openHistory()
    const before = await (await get('/staff?from=2026-11-01&to=2026-11-22&lang=en')).text()
    expect(before).toContain('Nothing was asked in these days.')
    const wrong = await get('/staff?from=2026-11-22&to=2026-11-01&lang=en')
    expect(wrong.status).toBe(422)
    const text = await wrong.text()
    expect(text).toContain('role="alert"')
    expect(text).toContain('name="from" value="2026-11-22"')
    expect(text).not.toContain('aria-current="true">Last')
  })
})

describe('reviewing', () => {
  it('takes a group off the list, and leads back to it as it was', async () => {
    const { get, submit, store } = await openHistory()
    expect(await (await get('/staff/unanswered')).text()).toContain('共 2 组，2 个问题')
    const fields: [string, string][] = [
      ['answerId', 'a-1'],
      ['answerId', 'a-2'],
      ['days', '90'],
      ['reviewed', 'false'],
    ]
    const response = await submit('/staff/unanswered?lang=en', 'editor', fields)
    expect(response.status).toBe(303)
    const back = response.headers.get('location') ?? ''
    expect(back).toBe('/staff/unanswered?days=90&reviewed=false&done=reviewed&lang=en')
    const text = await (await get(back)).text()
    expect(text).toContain('<p class="done" role="status">Marked as reviewed.</p>')
    expect(text).toContain('Nothing to review.')
    expect((await store.turns({ limit: 9, reviewed: true })).items).toMatchObject([
      { reviewedBy: STAFF.editor },
      { reviewedBy: STAFF.editor },
    ])
    expect(await (await get('/staff/unanswered?reviewed=true&lang=en')).text()).toContain('reviewed by li')
  })

  it('goes on at what follows: the next question of the group, or the next group', async () => {
    const { submit } = await openHistory()
    const fields: [string, string][] = [
      ['answerId', 'a-1'],
      ['days', '90'],
      ['next', 'a-2'],
    ]
    const group = await submit('/staff/unanswered?lang=en', 'editor', fields)
    expect(group.headers.get('location')).toBe('/staff/unanswered?days=90&done=reviewed&lang=en#group-a-2')
    const one = await submit('/staff/unanswered?lang=en', 'editor', [...fields, ['within', 'yes']])
    const back = one.headers.get('location')
    expect(back).toBe('/staff/unanswered?days=90&at=a-2&done=reviewed&lang=en#question-a-2')
  })

  it('opens the group that somebody goes on with', async () => {
    const { get } = await openHistory()
    const text = await (await get('/staff/unanswered?at=a-2', 'editor')).text()
    expect(text).toMatch(/<details class="group" id="group-a-2" open>/)
    expect(text).toMatch(/<details class="group" id="group-a-1">/)
  })

  it('shows the last page that there is where the one asked for is dealt with', async () => {
    const { get, store } = await openHistory()
    const topics = ['公厕', '地铁', '公园', '学校', '医院', '养老', '住房', '就业', '环保', '消费', '保险']
    const many = [...topics.map((topic) => `${topic}在哪`), ...topics.map((topic) => `为啥${topic}涨价`)]
    await store.addAnswers(
      many.map((question, i) => keptAnswer(question, i, { answer: { id: `m-${i}`, outcome: 'not_stated' } })),
    )
    const first = await (await get('/staff/unanswered')).text()
    const next = /href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    await store.review([...many.map((_, i) => `m-${i}`)], { reviewedBy: 'li', reviewedAt: timeAt(9) })
    expect(await (await get(next)).text()).toContain('谁负责消防安全')
  })

  it('is taken back from the list of what is reviewed, and from the conversation', async () => {
    const { get, submit, store } = await openHistory()
    await store.review(['a-1'], { reviewedBy: '李敏', reviewedAt: timeAt(9) })
    const done = await (await get('/staff/unanswered?reviewed=true', 'editor')).text()
    expect(done).toContain('<h1>已处理问题</h1>')
    expect(done).toContain('李敏 处理')
    expect(done).toContain('恢复为未处理</button>')
    expect(await (await get('/staff/conversations/talk', 'editor')).text()).toContain('恢复为未处理</button>')
    const response = await submit('/staff/unanswered', 'editor', [
      ['answerId', 'a-1'],
      ['mark', 'reopened'],
      ['reviewed', 'true'],
    ])
    expect(await (await get(response.headers.get('location') ?? '')).text()).toContain('已恢复为未处理。')
    expect((await store.turns({ limit: 9, reviewed: true })).total).toBe(0)
    const { items } = await store.audit({ limit: 9 })
    expect(items).toContainEqual(expect.objectContaining({ actor: STAFF.editor, action: 'withdrew_review' }))
  })

  it('leads back to the conversation that it was done in, and to nowhere else', async () => {
    const { submit } = await openHistory()
    const fields: [string, string][] = [['answerId', 'a-1']]
    const back = await submit('/staff/unanswered?lang=en', 'editor', [...fields, ['conversation', 'talk']])
    expect(back.headers.get('location')).toBe('/staff/conversations/talk?done=reviewed&lang=en#a-1')
    const away = await submit('/staff/unanswered?lang=en', 'editor', [
      ...fields,
      ['conversation', '//evil.cn'],
    ])
    expect(away.headers.get('location')).toBe('/staff/conversations/%2F%2Fevil.cn?done=reviewed&lang=en#a-1')
  })
})

describe('approving', () => {
  it('goes from a question to the clauses that fit it, and answers with the one chosen from then on', async () => {
    const { get, submit, store, parts } = await openHistory()
    const form = await (await get('/staff/approve?conversation=talk&answer=a-2', 'editor')).text()
    expect((await store.audit({ limit: 9 })).items).toContainEqual(
      expect.objectContaining({ actor: STAFF.editor, action: 'read_conversation', subject: 'talk' }),
    )
    expect(form).toMatch(/<textarea id="question"[^>]*>谁负责消防安全<\/textarea>/)
    expect(form).toContain(`name="clause" value="${CLAUSE.documentId}#${CLAUSE.clauseId}"`)
    expect(form).toMatch(/<mark>[^<]*消防/)

    const response = await submit('/staff/approve?lang=en', 'editor', [
      ['question', '谁负责消防安全'],
      ['clause', `${CLAUSE.documentId}#${CLAUSE.clauseId}`],
      ['conversation', 'talk'],
      ['answer', 'a-2'],
      ['review', 'yes'],
      ['step', 'approve'],
    ])
    expect(response.headers.get('location')).toBe('/staff/conversations/talk?done=approved&lang=en#a-2')
    const approval = (await store.approvals()).find(({ question }) => question === '谁负责消防安全')
    expect(approval).toMatchObject({ ...CLAUSE, approvedBy: STAFF.editor })
    expect(parts.approvals.find(approval?.questionKey ?? '')).toEqual(CLAUSE)
    expect((await store.turns({ limit: 9, reviewed: true })).items).toMatchObject([{ answer: { id: 'a-2' } }])
    const { items } = await store.audit({ limit: 9 })
    expect(items.map(({ action }) => action)).toEqual(expect.arrayContaining(['approved', 'reviewed']))
  })

  it('takes all askings of the question off the list, and leads back to it; the group of the others is marked', async () => {
    const { get, submit, store } = await openHistory()
    await store.addAnswers([
      keptAnswer('请问谁负责消防安全？', 4, { answer: { id: 'b-1', outcome: 'not_stated' } }),
      keptAnswer('誰負責消防安全', 5, { answer: { id: 'b-2', outcome: 'not_stated' } }),
      keptAnswer('谁负责消防安全工作', 6, { answer: { id: 'b-3', outcome: 'not_stated' } }),
    ])
    const list = await (await get('/staff/unanswered?days=90', 'editor')).text()
    expect(list).not.toContain('已核定')
    const fields: [string, string][] = [
      ['question', '谁负责消防安全'],
      ['clause', `${CLAUSE.documentId}#${CLAUSE.clauseId}`],
      ['conversation', 'talk'],
      ['answer', 'a-2'],
      ['days', '90'],
      ['reviewed', 'false'],
      ['next', 'a-1'],
    ]
    const preview = await (await submit('/staff/approve', 'editor', [...fields, ['step', 'preview']])).text()
    expect(preview).toContain('同一问题的 3 次提问')
    const approval: [string, string][] = [...fields, ['step', 'approve'], ['review', 'yes']]
    const back = (await submit('/staff/approve', 'editor', approval)).headers.get('location')
    expect(back).toBe('/staff/unanswered?days=90&reviewed=false&done=approved&lang=zh-Hans#group-a-1')
    const open = await store.turns({ limit: 9, reviewed: false })
    expect(open.items.map(({ answer }) => answer.id)).toEqual(['b-3', 'a-1'])
    const done = await (await get('/staff/unanswered?reviewed=true', 'editor')).text()
    expect(done).toContain('<span class="mark-of answered">已核定</span>')
    expect(done).toMatch(
      /<p class="about approved"><span>已核定<\/span> <span>谁负责消防安全<\/span> <a href="[^"]+2\.5\.23"/,
    )
  })

  it('shows the answer that it makes before it is given', async () => {
    const { submit, store } = await openHistory()
    const text = await (
      await submit('/staff/approve', 'editor', [
        ['question', '着火了找谁'],
        ['clause', `${CLAUSE.documentId}#${CLAUSE.clauseId}`],
        ['step', 'preview'],
      ])
    ).text()
    expect(text).toContain('以第23項回答')
    expect(text).toContain('按职责分工共同负责')
    expect(text).toMatch(/<strong>第23項<\/strong>/)
    expect(text).toContain('name="step" value="approve"')
    expect(text).not.toContain('role="alert"')
    expect(await store.approvals()).toHaveLength(1)
  })

  it('warns of a question that points back', async () => {
    const { submit } = await openHistory()
    const response = await submit('/staff/approve', 'editor', [
      ['question', '这项归谁管'],
      ['clause', `${CLAUSE.documentId}#${CLAUSE.clauseId}`],
      ['step', 'preview'],
    ])
    expect(await response.text()).toContain(STAFF_WORDS['zh-Hans'].approve.pointsBack)
  })

  it('finds clauses by other words, and keeps the question', async () => {
    const { submit } = await openHistory()
    const text = await (
      await submit('/staff/approve', 'editor', [
        ['question', '着火了找谁'],
        ['search', '第23項'],
        ['step', 'find'],
      ])
    ).text()
    expect(text).toContain('>着火了找谁</textarea>')
    expect(text).toContain(`value="${CLAUSE.documentId}#${CLAUSE.clauseId}"`)
  })

  it.each<[string, [string, string][], string]>([
    ['no clause is chosen', [['question', '着火了找谁']], 'no_choice'],
    [
      'the clause is gone',
      [
        ['question', '着火了找谁'],
        ['clause', 'gone#1'],
      ],
      'no_clause',
    ],
    [
      'nothing is asked',
      [
        ['question', '？！'],
        ['clause', `${CLAUSE.documentId}#2.5.23`],
      ],
      'no_question',
    ],
    ['the question is empty', [['question', ' ']], 'no_question'],
    [
      'the question names another clause',
      [
        ['question', '第23项谁负责'],
        ['clause', `${CLAUSE.documentId}#2.2.8`],
      ],
      'other_clause',
    ],
  ])('asks again where %s', async (_what, fields, problem) => {
    const { submit, store } = await openHistory()
    const { problems } = STAFF_WORDS['zh-Hans'].approve
    for (const step of ['preview', 'approve']) {
      const response = await submit('/staff/approve', 'editor', [...fields, ['step', step]])
      expect(response.status).toBe(422)
      expect(await response.text()).toContain(problems[problem as keyof typeof problems])
    }
    expect(await store.approvals()).toHaveLength(1)
  })

  it('is asked for again where the clause has changed, and can be withdrawn', async () => {
    const { get, submit, store } = await openHistory()
    const list = await (await get('/staff/approvals?lang=en', 'editor')).text()
    expect(list).toContain('The text of the clause has changed.')
    expect(list).toContain('/staff/approve?approval=p-1')
    const renewal = await (await get('/staff/approve?approval=p-1', 'editor')).text()
    expect(renewal).toContain(`value="${CLAUSE.documentId}#${CLAUSE.clauseId}"`)
    const response = await submit('/staff/approvals?lang=en', 'editor', [['withdraw', 'p-1']])
    expect(response.headers.get('location')).toBe('/staff/approvals?done=withdrawn&lang=en')
    expect(await store.approvals()).toEqual([])
    expect((await submit('/staff/approvals', 'editor', [['withdraw', 'p-1']])).status).toBe(404)
  })
})

describe('a conversation', () => {
  it('is shown turn by turn with its evidence and what came of it, by the clock of China', async () => {
    const { get, store } = await openHistory()
    const text = await (await get('/staff/conversations/talk?lang=en')).text()
    expect(text).toContain('新增7萬人')
    expect(text).toContain('href="/documents/plan?lang=en&amp;q=3-8&amp;clause=2.1#2.1"')
    expect(text).toContain('由系统自动生成')
    expect(text).toContain('1,234.5 ms')
    expect(text).toContain('2026-11-23 20:02')
    expect(text).toContain('Not helpful')
    const { items } = await store.audit({ limit: 9 })
    expect(items).toContainEqual(
      expect.objectContaining({ actor: STAFF.viewer, action: 'read_conversation', subject: 'talk' }),
    )
  })

  it('is listed, and page by page where there are many', async () => {
    const { get, store } = openStaff()
    const kept = Array.from({ length: 60 }, (_, i) =>
      keptAnswer(`第${i}问`, i, { conversationId: `talk-${i}` }),
    )
    await store.addAnswers(kept)
    const first = await (await get('/staff/conversations?lang=en')).text()
    expect(first).toContain('60 conversations')
    const older = /href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&')
    const second = await (await get(older ?? '')).text()
    expect(second).toContain('第0问')
    expect(second).not.toContain('第59问')
    expect(second).toContain('Back to the newest')
  })

  it('is deleted by an admin who confirms it, and the audit trail knows', async () => {
    const { get, submit, store } = await openHistory()
    const ask = await (await get('/staff/conversations/talk/delete?lang=en', 'admin')).text()
    expect(ask).toContain('This deletes 2 questions')
    const response = await submit('/staff/conversations/talk/delete?lang=en', 'admin', [])
    expect(response.headers.get('location')).toBe('/staff/conversations?done=deleted&lang=en')
    expect(await store.conversation('talk')).toBeUndefined()
    expect((await store.audit({ limit: 9 })).items).toContainEqual(
      expect.objectContaining({ actor: STAFF.admin, action: 'deleted_conversation', subject: 'talk' }),
    )
    expect((await submit('/staff/conversations/talk/delete', 'admin', [])).status).toBe(404)
  })
})

describe('the audit trail', () => {
  it('is told to admins in plain words, page by page, and to nobody else', async () => {
    const { get, submit, store } = await openHistory()
    await submit('/staff/unanswered', 'editor', [['answerId', 'a-1']])
    await store.addAudit({
      id: 'e',
      at: timeAt(5),
      actor: 'oidc:zhao',
      action: 'exported',
      detail: { format: 'csv' },
    })
    const text = await (await get('/staff/audit', 'admin')).text()
    expect(text).toMatch(/<strong>li<\/strong> <span>标记为已处理<\/span>\s*<span>1 次提问<\/span>/)
    expect(text).toMatch(
      /<strong>公众<\/strong> <span>提问<\/span>\s*<span class="mark-of open">文件没有写明/,
    )
    expect(text).toMatch(/<strong>zhao<\/strong> <span>导出问答<\/span>\s*<span>CSV/)
    expect((await get('/staff/audit', 'editor')).status).toBe(403)
  })
})

it('lists feedback with its question, or says that the answer is gone', async () => {
  const { get, store } = await openHistory()
  await store.addFeedback({ id: 'g', answerId: 'gone', rating: 'up', receivedAt: timeAt(9) })
  const all = await (await get('/staff/feedback?lang=en')).text()
  expect(all).toContain('2 ratings')
  expect(all).toContain('The answer is no longer kept')
  const down = await (await get('/staff/feedback?lang=en&rating=down')).text()
  expect(down).toContain('href="/staff/conversations/talk?lang=en#a-2"')
  expect(down).not.toContain('The answer is no longer kept')
})
