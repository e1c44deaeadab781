/**
 * The parts of console and widget that show nothing: events read, a conversation kept going, a dispatch note written.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fold } from '../corpus/script.ts'
import type { Answer } from '../corpus/types.ts'
import { answerText } from '../server/web/client/answer/answer-text.ts'
import { ApiFault, type ClauseView, type Hearing } from '../server/web/client/answer/api.ts'
import { openConversation, type Turn } from '../server/web/client/answer/conversation.ts'
import { openDeletions } from '../server/web/client/answer/deletions.ts'
import { readTurn, turnToKeep } from '../server/web/client/answer/kept-turn.ts'
import { languageOf } from '../server/web/client/answer/language-of.ts'
import { readEvents } from '../server/web/client/answer/server-events.ts'
import { findConversations, openConversations, ownerOf } from '../server/web/client/console/conversations.ts'
import { basisOf, citedClauses, dispatchNote } from '../server/web/client/console/dispatch-note.ts'
import { ANSWER_STRINGS } from '../server/web/client/strings/answer.ts'
import { CONSOLE_STRINGS } from '../server/web/client/strings/console.ts'
import { viewClause } from '../tools/get-clause.ts'
import { fakeAnswer, testParts } from './fake-answer.ts'

const { library } = testParts()
const ANSWER = (await fakeAnswer({ question: '消防谁管' }, library, {
  today: '2026-11-28',
  id: 'a1',
  baseUrl: 'https://policy.example.cn',
})) as Answer

function streamOf(chunks: Uint8Array[]): ReadableStream {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
}

describe('events of the server', () => {
  const STREAM =
    ': still here\n\nevent: status\ndata: {"stage":"searching"}\n\nevent: statement\r\ndata: {"text":"市財政局"}\r\n\r\n'

  it.each([1, 2, 7, 1000])('are read whole, however they are cut: every %i bytes', async (size) => {
    const bytes = new TextEncoder().encode(STREAM)
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.slice(index * size, (index + 1) * size),
    )
    const seen: unknown[] = []
    await readEvents(
      new Response(streamOf(chunks)),
      () => {},
      (event, data) => seen.push([event, data]),
    )
    expect(seen).toEqual([
      ['status', { stage: 'searching' }],
      ['statement', { text: '市財政局' }],
    ])
  })
})

describe('a conversation', () => {
  /** Asks that end when the test says so. */
  function slow() {
    const asked: {
      request: object
      hearing: Hearing
      answer(given: Answer): void
      fail(error: Error): void
      secret: string | undefined
    }[] = []
    let ids = 0
    const conversation = openConversation({
      api: {
        ask: (request, hearing, signal, secret) =>
          new Promise((answer, fail) => {
            signal.addEventListener('abort', () => fail(new DOMException('left', 'AbortError')))
            asked.push({ request, hearing, answer, fail, secret })
          }),
      },
      changed: () => {},
      newId: () => `t${++ids}`,
      now: () => new Date(0),
    })
    return { conversation, asked }
  }
  const settled = () => new Promise((resolve) => setTimeout(resolve))

  it('sends the turns before along, and the question as it was understood', async () => {
    const { conversation, asked } = slow()
    conversation.ask('我的身份证是…，消防谁管')
    asked[0]?.answer(ANSWER)
    await settled()
    conversation.ask('它归谁')
    expect(asked[1]?.request).toEqual({
      question: '它归谁',
      history: [
        { role: 'user', content: '消防谁管' },
        { role: 'assistant', content: ANSWER.answer },
      ],
    })
  })

  it('keeps what was told when it is stopped, and asks the same again', async () => {
    const { conversation, asked } = slow()
    conversation.ask('消防谁管')
    asked[0]?.hearing.statement({ text: '由五个部门负责。', citations: [] })
    expect(conversation.ask('另一个问题')).toBe(false)
    conversation.stop()
    await settled()
    expect(conversation.turns).toMatchObject([{ state: 'stopped', told: [{ text: '由五个部门负责。' }] }])
    const [turn] = conversation.turns
    if (turn) conversation.retry(turn)
    expect(asked[1]?.request).toEqual({ question: '消防谁管' })
  })

  it('keeps the question when the server is down, and leaves it out of what is sent later', async () => {
    const { conversation, asked } = slow()
    conversation.ask('消防谁管')
    asked[0]?.fail(new ApiFault('unreachable'))
    await settled()
    expect(conversation.turns).toMatchObject([
      { question: '消防谁管', state: 'failed', fault: 'unreachable' },
    ])
    conversation.ask('再问')
    expect(asked[1]?.request).toEqual({ question: '再问' })
  })

  it('goes on at the server by the key that came with its first answer, until another comes', async () => {
    const { conversation, asked } = slow()
    const begun = (name: string) => ({ ...ANSWER, conversationId: name, conversationSecret: `of-${name}` })
    conversation.ask('消防谁关')
    asked[0]?.answer(begun('first'))
    await settled()
    expect(conversation.key).toEqual({ id: 'first', secret: 'of-first' })
    expect(conversation.turns[0]?.answer).not.toHaveProperty('conversationSecret')

    // What was edited is remembered there, and is not what was asked before.
    conversation.ask('消防谁管', { replacing: true })
    expect(asked[1]).toMatchObject({ request: { conversationId: 'first', history: [] }, secret: 'of-first' })
    asked[1]?.answer({ ...ANSWER, conversationId: 'first' })
    await settled()
    conversation.ask('再问')
    asked[2]?.answer(begun('second'))
    await settled()
    expect(conversation.key).toEqual({ id: 'second', secret: 'of-second' })
  })

  it('puts an edited question in the place of the last', async () => {
    const { conversation, asked } = slow()
    conversation.ask('消防谁关')
    asked[0]?.answer(ANSWER)
    await settled()
    conversation.ask('消防谁管', { replacing: true })
    expect(conversation.turns.map(({ question }) => question)).toEqual(['消防谁管'])
    expect(asked[1]?.request).toEqual({ question: '消防谁管' })
  })
})

describe('conversations that were kept', () => {
  const TURN: Turn = {
    id: 'x',
    question: '消防谁管',
    at: '2026-11-28T00:00:00Z',
    state: 'answered',
    stage: 'understanding',
    told: [],
    answer: ANSWER,
  }
  const reread = (turn: Turn) => readTurn(JSON.parse(JSON.stringify(turnToKeep(turn))))

  it('come back as they were', () => {
    const { answer: _answer, ...unanswered } = TURN
    const failed: Turn = { ...unanswered, state: 'failed', fault: 'unreachable' }
    for (const turn of [TURN, { ...TURN, rating: 'down' } as Turn, failed]) expect(reread(turn)).toEqual(turn)
  })

  it('are shown only where every part has the shape that it needs', () => {
    const broken = [{ ...TURN, question: 1 }, null, 'x']
    for (const wrong of broken) expect(readTurn(wrong)).toBeUndefined()
    for (const answer of [
      { ...ANSWER, statements: [{}] },
      { ...ANSWER, citations: [{ ...ANSWER.citations[0], url: 'javascript:alert(1)' }] },
    ])
      expect(readTurn({ ...TURN, answer })).toMatchObject({ state: 'stopped', question: '消防谁管' })
  })

  it('hold no long number of a question that the server never saw, and no secret', () => {
    const { answer: _answer, ...unanswered } = TURN
    const question = '我的身份证号是320911199001011234，电话１３８ 0013-8000，a.b@c.cn，谁负责24项？'
    expect(turnToKeep({ ...unanswered, question, state: 'failed' }).question).toBe(
      '我的身份证号是***,电话***,***,谁负责24项?',
    )
    const secret = { ...TURN, answer: { ...ANSWER, conversationSecret: 'geheim' } }
    expect(JSON.stringify(turnToKeep(secret))).not.toContain('geheim')
  })

  it('are found by a word of a question or of an answer', () => {
    const turn = { ...TURN, question: '城市公厕' }
    const all = [{ id: '1', at: '', turns: [turn] }]
    expect(findConversations(all, ' 公廁 ', fold)).toHaveLength(1)
    expect(findConversations(all, '共同负责', fold)).toHaveLength(1)
    expect(findConversations(all, '养老', fold)).toHaveLength(0)
  })
})

describe('at a desk that several share', () => {
  beforeEach(() => {
    vi.stubGlobal('localStorage', memory())
  })
  afterEach(() => vi.unstubAllGlobals())
  const conversation = (id: string) => ({
    id,
    at: '2026-11-28T00:00:00Z',
    turns: [
      {
        id,
        question: '消防谁管',
        at: '2026-11-28T00:00:00Z',
        state: 'stopped' as const,
        stage: 'searching' as const,
        told: [],
      },
    ],
  })
  const staff = (id: string) => ({ id, name: '王小明', role: 'viewer' as const, canSignOut: true })
  const idsOf = (owner?: string) =>
    openConversations(owner)
      .read()
      .map(({ id }) => id)

  it('everybody who signs in finds their own conversations, and nobody else’s', () => {
    const first = ownerOf(staff('digest-1'))
    const second = ownerOf(staff('digest-2'))
    openConversations(first).keep(conversation('a'))
    expect([idsOf(first), idsOf(second), idsOf()]).toEqual([['a'], [], []])
    openConversations(second).keep(conversation('b'))
    openConversations(second).drop('a')
    expect([idsOf(first), idsOf(second)]).toEqual([['a'], ['b']])
  })

  it('where nobody signs in, conversations stay where they were', () => {
    localStorage.setItem('policy-chat:conversations', JSON.stringify([conversation('old')]))
    expect(idsOf(ownerOf({ ...staff('local'), canSignOut: false }))).toEqual(['old'])
  })
})

describe('a deletion that the server does not get', () => {
  it('waits, says so, and is done when the server is back', async () => {
    const tab = memory()
    const gone: string[] = []
    let isDown = true
    const deletions = openDeletions(
      {
        deleteConversation: async ({ id }) => {
          if (isDown) throw new ApiFault('unreachable')
          gone.push(id)
        },
      },
      () => tab,
    )
    expect(await deletions.start({ id: 'a', secret: 's' })).toBe(false)
    expect(await deletions.catchUp()).toBe(false)
    isDown = false
    expect(await deletions.catchUp()).toBe(true)
    expect(await deletions.catchUp()).toBe(true)
    expect(gone).toEqual(['a'])
  })
})

/** What a browser keeps, for one test. */
function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  } as unknown as Storage
}

describe('the dispatch note', () => {
  const clause = library.clause('yancheng-2022-minsheng', '2.5.23')
  if (!clause) throw new Error('no clause 2.5.23')
  const [citation] = citedClauses(ANSWER)
  if (!citation) throw new Error('the fake answer cites a clause')
  const view: ClauseView = {
    ...viewClause(library, clause),
    statements: [{ quote: '深入', start: 3, end: 5 }],
  }
  const labelOf = (id: string) => library.clause('yancheng-2022-minsheng', id)?.label ?? id
  const noteIn = (lang: 'zh-Hans' | 'en') =>
    dispatchNote(
      ANSWER,
      basisOf(citation, view, labelOf),
      '2026-11-28',
      CONSOLE_STRINGS[lang],
      ANSWER_STRINGS[lang],
    )

  it('names the agencies of the clause with their role, the quotes with their addresses, the date and the label', () => {
    expect(noteIn('zh-Hans').replace(/\n」/g, '」').split('\n')).toEqual([
      '【派单说明】',
      '来电问题：消防谁管',
      '责任单位：市應急局、市發改委、市工信局、市生態環境局、市交通局（按职责分工负责）',
      '由多个单位按职责分工负责，文件没有指定牵头单位。',
      '附注：各地具體落實（见第1項）',
      expect.stringMatching(/^政策依据：《.+》 第23項（.+ › 深入開展安全生產整治）$/),
      ...ANSWER.citations.flatMap(({ quote, url }) => [`原文：「${quote.trimEnd()}」`, `原文链接：${url}`]),
      '原文：「深入」',
      `原文链接：${citation.url.replace(/q=[\d-]+/, 'q=3-5')}`,
      '日期：2026-11-28',
      expect.stringContaining('权责清单'),
      ANSWER.aiLabel,
    ])
    expect(noteIn('en')).toContain('市交通局 (Shared, each within its remit)')
  })

  it('names nobody where the clause names nobody', () => {
    const note = dispatchNote(
      ANSWER,
      basisOf(citation, { ...view, responsibilities: [] }, labelOf),
      '2026-11-28',
      CONSOLE_STRINGS['zh-Hans'],
      ANSWER_STRINGS['zh-Hans'],
    )
    expect(note).toContain('责任单位：这一条没有写明责任单位，系统不作推断。')
  })

  it('is offered for what rests on a clause only', () => {
    for (const outcome of ['out_of_scope', 'declined', 'clarify'] as const)
      expect(citedClauses({ ...ANSWER, outcome })).toEqual([])
    expect(citedClauses(ANSWER).map(({ n }) => n)).toEqual([1])
  })
})

it('copies an answer with its notices, its sources and its label', () => {
  const text = answerText(ANSWER, ANSWER_STRINGS.en)
  for (const part of [
    ANSWER.answer,
    ANSWER.notices[0]?.text,
    ANSWER.citations[1]?.quote,
    ANSWER.citations[0]?.url,
  ])
    expect(text).toContain(part)
  expect(text.endsWith(ANSWER.aiLabel)).toBe(true)
})

it.each([
  ['answer', ANSWER_STRINGS],
  ['console', CONSOLE_STRINGS],
])('says the same things in all languages: %s', (_name, strings) => {
  const shape = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(shape)
      : typeof value === 'object'
        ? Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, shape(one)]))
        : typeof value
  expect(shape(strings['zh-Hant'])).toEqual(shape(strings['zh-Hans']))
  expect(shape(strings.en)).toEqual(shape(strings['zh-Hans']))
})

it.each([
  ['谁负责消防安全', 'en', 'zh-Hans'],
  ['誰負責消防安全', 'zh-Hans', 'zh-Hant'],
  ['Who is responsible for 第23項?', 'zh-Hans', 'en'],
  ['Who leads the fire-safety task?', 'zh-Hans', 'en'],
  ['公厕', 'zh-Hant', 'zh-Hant'],
  ['23', 'zh-Hant', 'zh-Hant'],
] as const)(
  'takes %s, asked in an interface in %s, to be in %s until the answer says so',
  (question, lang, told) => {
    expect(languageOf(question, lang)).toBe(told)
  },
)
