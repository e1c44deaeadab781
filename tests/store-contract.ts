/**
 * The promise of the store, asked of every implementation in the same words.
 */
import { expect, it } from 'vitest'
import type { Answer } from '../corpus/types.ts'
import type { Approval, AuditEvent, KeptAnswer, Session, Store } from '../server/store/store.ts'

/** An answer that was given to `question` at noon plus `minute`, `changed` in what the test is about. */
export function keptAnswer(
  question: string,
  minute: number,
  changed: Partial<Omit<KeptAnswer, 'answer'>> & { answer?: Partial<Answer> } = {},
): KeptAnswer {
  const citation = {
    n: 1,
    documentId: 'plan',
    documentTitle: '计划',
    clauseId: '2.1',
    label: '第1項',
    path: ['一'],
    quote: '新增7萬人',
    start: 3,
    end: 8,
    url: 'http://127.0.0.1:8787/documents/plan?q=3-8#2.1',
  }
  return {
    conversationId: `talk-${question}`,
    askedAt: timeAt(minute),
    asker: 'citizen',
    entrance: 'chat',
    corpus: 'abc',
    milliseconds: 3.5,
    tokens: { input: 0, output: 0 },
    ...changed,
    answer: {
      id: `answer-${question}-${minute}`,
      question,
      lang: 'zh-Hans',
      mode: 'embedded',
      outcome: 'answered',
      statements: [{ text: '新增7万人。', citations: [1] }],
      answer: '新增7万人。[1]',
      citations: [citation],
      responsibilities: [],
      targets: [],
      notices: [],
      suggestions: [],
      aiLabel: '由系统自动生成',
      ...changed.answer,
    },
  }
}

/** Noon of a day in November, plus some minutes. */
export function timeAt(minute: number): string {
  return new Date(Date.UTC(2026, 10, 23, 12, minute)).toISOString()
}

const APPROVAL: Approval = {
  id: 'approval-1',
  question: '公厕建多少座',
  questionKey: '公厕建多少座',
  documentId: 'plan',
  clauseId: '2.1',
  clauseDigest: 'd1',
  approvedBy: 'li',
  approvedAt: timeAt(0),
}

const SESSION: Session = {
  id: 'session-1',
  subject: 'li',
  name: '李',
  role: 'editor',
  startedAt: timeAt(0),
  expiresAt: timeAt(60),
}

function deletionOf(conversationId: string, minute: number): AuditEvent {
  return {
    id: `deletion-${conversationId}-${minute}`,
    at: timeAt(minute),
    actor: 'li',
    action: 'deleted_conversation',
    subject: conversationId,
  }
}

/** The tests; `open` gives a store with nothing in it. */
export function itKeepsThePromiseOfTheStore(open: () => Promise<Store>): void {
  it('gives a conversation back as it was, turn by turn', async () => {
    const store = await open()
    const first = keptAnswer('谁负责', 1, { conversationId: 'a', tokens: { input: 10, output: 2 } })
    const second = keptAnswer('多少', 2, { conversationId: 'a', asker: 'li', entrance: 'page' })
    await store.addAnswers([first])
    await store.addAnswers([second, keptAnswer('另一个', 3)])
    expect(await store.conversation('a')).toEqual({ id: 'a', startedAt: timeAt(1), turns: [first, second] })
    expect(await store.conversation('b')).toBeUndefined()
  })

  it('keeps all of what it is given together, or nothing', async () => {
    const store = await open()
    const twice = keptAnswer('同一个', 1)
    await expect(store.addAnswers([keptAnswer('好的', 1), twice, twice])).rejects.toThrow()
    expect((await store.conversations({ limit: 10 })).total).toBe(0)
  })

  it('lists conversations by when they were last spoken in, page by page', async () => {
    const store = await open()
    await store.addAnswers(['a', 'b', 'c'].map((id, i) => keptAnswer(`问${i}`, i, { conversationId: id })))
    await store.addAnswers([
      keptAnswer('又问', 9, { conversationId: 'a', answer: { outcome: 'not_stated' } }),
    ])
    const first = await store.conversations({ limit: 2 })
    expect(first).toMatchObject({
      total: 3,
      items: [
        {
          id: 'a',
          turns: 2,
          firstQuestion: '问0',
          outcome: 'not_stated',
          startedAt: timeAt(0),
          lastAskedAt: timeAt(9),
        },
        { id: 'c' },
      ],
    })
    const second = await store.conversations({ limit: 2, before: first.next })
    expect(second.items.map(({ id }) => id)).toEqual(['b'])
    expect(second.next).toBeUndefined()
  })

  it('leaves nothing out where many were asked at the same moment', async () => {
    const store = await open()
    await store.addAnswers(Array.from({ length: 7 }, (_, i) => keptAnswer(`同时${i}`, 0)))
    const seen: string[] = []
    let before: string | undefined
    do {
      const page = await store.turns({ limit: 3, ...(before ? { before } : {}) })
      seen.push(...page.items.map(({ answer }) => answer.id))
      before = page.next
    } while (before)
    expect(new Set(seen).size).toBe(7)
    expect(seen).toHaveLength(7)
  })

  it('deletes a conversation with its answers and what was thought of them, and tells when there is none', async () => {
    const store = await open()
    const kept = keptAnswer('删', 1, { conversationId: 'a' })
    await store.addAnswers([kept, keptAnswer('留', 1, { conversationId: 'b' })])
    await store.addFeedback({
      id: 'f',
      answerId: kept.answer.id,
      rating: 'down',
      comment: '不对',
      receivedAt: timeAt(2),
    })
    expect(await store.removeConversation('a', deletionOf('a', 3))).toBe(true)
    expect(await store.removeConversation('a', deletionOf('a', 3))).toBe(false)
    expect(await store.conversation('a')).toBeUndefined()
    expect((await store.feedback({ limit: 9 })).items).toEqual([])
    expect((await store.turns({ limit: 9 })).items).toHaveLength(1)
  })

  it('keeps no answer that was asked for before its conversation was deleted, and what is asked after it', async () => {
    const store = await open()
    await store.addAnswers([keptAnswer('先', 1, { conversationId: 'a' })])
    await store.removeConversation('a', deletionOf('a', 3))
    await store.addAnswers([keptAnswer('慢', 2, { conversationId: 'a' })])
    expect(await store.conversation('a')).toBeUndefined()
    await store.addAnswers([keptAnswer('后', 4, { conversationId: 'a' })])
    expect((await store.conversation('a'))?.turns.map(({ answer }) => answer.question)).toEqual(['后'])
  })

  it('finds turns by outcome, rating, time and whether they were reviewed', async () => {
    const store = await open()
    const good = keptAnswer('好', 1)
    const bad = keptAnswer('差', 2)
    const missing = keptAnswer('无', 3, { answer: { outcome: 'not_stated' } })
    await store.addAnswers([good, bad, missing])
    await store.addFeedback({ id: 'f', answerId: bad.answer.id, rating: 'down', receivedAt: timeAt(4) })
    const found = async (filter: Parameters<Store['turns']>[0]) =>
      (await store.turns(filter)).items.map(({ answer }) => answer.question)
    expect(await found({ limit: 9 })).toEqual(['无', '差', '好'])
    expect(await found({ limit: 9, outcomes: ['not_stated', 'out_of_scope'] })).toEqual(['无'])
    expect(await found({ limit: 9, rating: 'down' })).toEqual(['差'])
    expect(await found({ limit: 9, from: timeAt(2), to: timeAt(3) })).toEqual(['差'])
    const by = { reviewedBy: 'li', reviewedAt: timeAt(5) }
    expect(await store.review([missing.answer.id, 'no-such'], by)).toBe(1)
    expect(await found({ limit: 9, reviewed: false })).toEqual(['差', '好'])
    expect((await store.turns({ limit: 9, reviewed: true })).items).toMatchObject([by])
    expect(await store.unreview([missing.answer.id, 'no-such'])).toBe(1)
    expect(await found({ limit: 9, reviewed: false })).toEqual(['无', '差', '好'])
    expect((await store.turns({ limit: 1 })).items[0]).not.toHaveProperty('reviewedBy')
  })

  it('keeps the last word on an answer, with the answer where it is here', async () => {
    const store = await open()
    const kept = keptAnswer('问', 1)
    await store.addAnswers([kept])
    const said = { id: 'f1', answerId: kept.answer.id, rating: 'down', receivedAt: timeAt(2) } as const
    await store.addFeedback({ ...said, comment: '不对' })
    await store.addFeedback({ ...said, id: 'f2', rating: 'up' })
    await store.addFeedback({ id: 'f3', answerId: 'elsewhere', rating: 'up', receivedAt: timeAt(3) })
    const { items, total } = await store.feedback({ limit: 9 })
    expect(total).toBe(2)
    expect(items[0]).toEqual({ id: 'f3', answerId: 'elsewhere', rating: 'up', receivedAt: timeAt(3) })
    expect(items[1]).toMatchObject({ ...said, id: 'f2', rating: 'up', turn: { answer: kept.answer } })
    expect(items[1]).not.toHaveProperty('comment')
    expect((await store.feedback({ limit: 9, rating: 'down' })).items).toEqual([])
  })

  it('writes down who asked what came of it, without a word of the question, and keeps that when the rest is deleted', async () => {
    const store = await open()
    const kept = keptAnswer('我家的事', 1, { conversationId: 'a', answer: { id: 'answer-1' } })
    await store.addAnswers([kept])
    await store.removeConversation('a', deletionOf('a', 2))
    const { items } = await store.audit({ limit: 9 })
    expect(items).toMatchObject([
      { actor: 'li', action: 'deleted_conversation', subject: 'a' },
      {
        actor: 'citizen',
        action: 'asked',
        subject: kept.answer.id,
        detail: { clauses: ['plan#2.1'], outcome: 'answered', mode: 'embedded', milliseconds: 3.5 },
      },
    ])
    expect(JSON.stringify(items)).not.toContain('我家')
  })

  it('has one approval for a question, the newest, until it is withdrawn', async () => {
    const store = await open()
    await store.addApproval(APPROVAL)
    await store.addApproval({ ...APPROVAL, id: 'approval-2', clauseId: '2.2' })
    await store.addApproval({ ...APPROVAL, id: 'other', questionKey: '别的', approvedAt: timeAt(1) })
    expect((await store.approvals()).map(({ id, clauseId }) => [id, clauseId])).toEqual([
      ['other', '2.1'],
      ['approval-2', '2.2'],
    ])
    expect(await store.removeApproval('approval-1')).toBe(false)
    expect(await store.removeApproval('approval-2')).toBe(true)
    expect(await store.approvals()).toHaveLength(1)
  })

  it('knows who is signed in until they sign out', async () => {
    const store = await open()
    await store.addSession(SESSION)
    expect(await store.session('session-1')).toEqual(SESSION)
    await store.removeSession('session-1')
    expect(await store.session('session-1')).toBeUndefined()
  })

  it('adds up what was asked by day in China, outcome, speed and what was thought of it', async () => {
    const store = await open()
    const late = { askedAt: '2026-11-23T16:30:00.000Z' }
    const slow = { milliseconds: 20_000, tokens: { input: 900, output: 80 } }
    const kept = [
      keptAnswer('一', 1),
      keptAnswer('二', 2),
      keptAnswer('三', 3, slow),
      keptAnswer('四', 0, { ...late, answer: { outcome: 'not_stated' } }),
      keptAnswer('五', 999),
    ]
    await store.addAnswers(kept)
    await store.addFeedback({ id: 'f', answerId: '一', rating: 'up', receivedAt: timeAt(4) })
    await store.addFeedback({ id: 'f', answerId: 'answer-一-1', rating: 'down', receivedAt: timeAt(4) })
    const rows = await store.usage({ from: timeAt(0), to: timeAt(900) })
    const alike = { mode: 'embedded', lang: 'zh-Hans', entrance: 'chat' }
    const none = { input: 0, output: 0 }
    expect(rows).toHaveLength(3)
    expect(rows).toEqual(
      expect.arrayContaining([
        {
          day: '2026-11-23',
          outcome: 'answered',
          ...alike,
          speed: 0,
          answers: 2,
          tokens: none,
          up: 0,
          down: 1,
        },
        {
          day: '2026-11-23',
          outcome: 'answered',
          ...alike,
          speed: 11,
          answers: 1,
          tokens: slow.tokens,
          up: 0,
          down: 0,
        },
        {
          day: '2026-11-24',
          outcome: 'not_stated',
          ...alike,
          speed: 0,
          answers: 1,
          tokens: none,
          up: 0,
          down: 0,
        },
      ]),
    )
  })

  it('removes what is older than it may be, and nothing else', async () => {
    const store = await open()
    const old = keptAnswer('旧', 0, { conversationId: 'old' })
    await store.addAnswers([old, keptAnswer('先', 0, { conversationId: 'goes-on' })])
    await store.addAnswers([
      keptAnswer('后', 9, { conversationId: 'goes-on' }),
      keptAnswer('新', 9, { conversationId: 'new' }),
    ])
    await store.addFeedback({ id: 'f', answerId: old.answer.id, rating: 'up', receivedAt: timeAt(9) })
    await store.addSession(SESSION)
    await store.addSession({ ...SESSION, id: 'session-2', expiresAt: timeAt(600) })
    expect(await store.removeBefore(timeAt(5), timeAt(90))).toBe(1)
    expect((await store.conversations({ limit: 9 })).items.map(({ id }) => id).sort()).toEqual([
      'goes-on',
      'new',
    ])
    expect((await store.conversation('goes-on'))?.turns).toHaveLength(2)
    expect((await store.feedback({ limit: 9 })).items).toEqual([])
    expect((await store.audit({ limit: 9 })).items.map(({ at }) => at)).toEqual([timeAt(9), timeAt(9)])
    expect(await store.session('session-1')).toBeUndefined()
    expect(await store.session('session-2')).toBeDefined()
  })

  it('keeps any text, however it is written', async () => {
    const store = await open()
    const question = `'; DROP TABLE answers; -- "引号" \u2028 𠮷 🙂 ${'长'.repeat(1500)}`
    await store.addAnswers([keptAnswer(question, 1, { conversationId: 'a', answer: { id: 'x', question } })])
    expect((await store.conversation('a'))?.turns[0]?.answer.question).toBe(question)
  })

  it('can say whether it takes anything', async () => {
    await expect((await open()).probe()).resolves.toBeUndefined()
  })
}
