import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCorpus } from '../corpus/build.ts'
import { type Library, openLibrary } from '../corpus/library.ts'
import { Answer } from '../corpus/types.ts'
import { type Ask, answer, type Setting, type Told } from '../server/answer/answer.ts'
import { questionKey } from '../server/answer/question-key.ts'
import { type Approvals, approvalsInForce, clauseDigestOf, openApprovals } from '../server/approvals.ts'
import { readSeeds } from '../server/ingest.ts'
import { openEndpoint } from '../server/model/endpoint.ts'
import { openWriter } from '../server/model/writer.ts'
import type { Approval } from '../server/store/store.ts'
import { firstCorpus } from './first-corpus.ts'
import { says } from './stand-in/honest.ts'
import { openStandIn, type StandIn } from './stand-in/stand-in.ts'

const library = openLibrary(firstCorpus)
const DOCUMENT = 'yancheng-2022-minsheng'
const SETTING: Setting = { today: '2026-03-02', id: 'test', baseUrl: 'https://policy.example' }
const NOON = '2026-11-23T12:00:00.000Z'

/** Everyday words that no clause has: nothing is found for it. */
const BELL = '老人摔倒按的那个铃，给多少户装'
const ALARM_CLAUSE = '2.3.14'

async function approve(question: string, clauseId: string, more: Partial<Approval> = {}): Promise<Approval> {
  const clause = library.clause(DOCUMENT, clauseId)
  return {
    id: `${question} ${clauseId}`,
    question,
    questionKey: questionKey(question),
    documentId: DOCUMENT,
    clauseId,
    clauseDigest: clause ? await clauseDigestOf(clause) : 'none',
    approvedBy: 'editor',
    approvedAt: NOON,
    ...more,
  }
}

/** The approvals as a door has them. */
async function approvalsOf(list: Approval[], shelves: Library = library): Promise<Approvals> {
  const approvals = openApprovals({
    library: shelves,
    load: async () => list,
    now: () => new Date(NOON),
    log: () => {},
  })
  await approvals.refresh()
  return approvals
}

/** Asks with an approved pair; what holds for every answer is held here. */
async function askWith(list: Approval[], ask: string | Ask, shelves: Library = library): Promise<Answer> {
  const { find } = await approvalsOf(list, shelves)
  const given = answer(typeof ask === 'string' ? { question: ask } : ask, shelves, {
    ...SETTING,
    approved: find,
  })
  expect(() => Answer.parse(given)).not.toThrow()
  for (const { documentId, clauseId, quote, start, end } of given.citations)
    expect(shelves.clause(documentId, clauseId)?.text.slice(start, end)).toBe(quote)
  return given
}

function ordinary(question: string, shelves: Library = library): Answer {
  return answer({ question }, shelves, SETTING)
}

/** The clauses that the first statement cites. */
function firstCited({ statements, citations }: Answer): string[] {
  return [
    ...new Set(
      citations.filter(({ n }) => statements[0]?.citations.includes(n)).map(({ clauseId }) => clauseId),
    ),
  ]
}

function codes({ notices }: Answer): string[] {
  return notices.map(({ code }) => code)
}

describe('an approved question', () => {
  it('is answered first with the clause that was approved for it, though nothing else finds it', async () => {
    expect(ordinary(BELL).outcome).toBe('out_of_scope')
    const given = await askWith([await approve(BELL, ALARM_CLAUSE)], BELL)
    expect(given.outcome).toBe('answered')
    expect(given.statements[0]?.text).toContain('10000名60周岁以上经济困难独居老人')
    expect(firstCited(given)).toEqual([ALARM_CLAUSE])
    expect(given.responsibilities.map(({ agency }) => agency)).toContain('市民政局')
    expect(given.targets.map(({ value }) => value)).toContain(10_000)
  })

  it.each([
    ['in the other script', '老人摔倒按的那個鈴，給多少戶裝'],
    ['with other marks and spaces', '老人摔倒 按的那个铃,给多少户装？？'],
    ['with courtesy', '您好，请问老人摔倒按的那个铃，给多少户装呢？谢谢！'],
    ['with more of it', '麻烦您帮我查一下老人摔倒按的那个铃给多少户装，辛苦了'],
    ['with a phone number that is nobody’s business', '老人摔倒按的那个铃，给多少户装？我的电话13812345678'],
  ])('is the same %s', async (_, wording) => {
    const given = await askWith([await approve(BELL, ALARM_CLAUSE)], wording)
    expect(given.outcome).toBe('answered')
    expect(firstCited(given)).toEqual([ALARM_CLAUSE])
  })

  it.each([
    ['not_stated', '城市公厕的电话是多少', '2.2.8', '79座'],
    ['out_of_scope', '今天天气怎么样', ALARM_CLAUSE, '居家养老'],
    ['clarify', '那个铃归谁管', ALARM_CLAUSE, '市民政局'],
    ['in English', 'What about the loo?', '2.2.8', '79座'],
  ])('that would not be answered otherwise (%s) is: %s', async (_, question, clauseId, said) => {
    const given = await askWith([await approve(question, clauseId)], question)
    expect(given.outcome).toBe('answered')
    expect(firstCited(given)).toEqual([clauseId])
    expect(given.statements[0]?.text).toContain(said)
  })

  it('on who is responsible is answered from the register, without a lead that nobody named', async () => {
    const given = await askWith([await approve('那个铃归谁管', ALARM_CLAUSE)], '那个铃归谁管')
    expect(given.statements[0]?.text).toMatch(/市民政局.*没有指定牵头单位/)
    expect(codes(given)).toEqual(['shared_responsibility'])
  })

  it('for another year is given the document’s own year, and that it is', async () => {
    const question = '2025年要建几座茅房'
    const given = await askWith([await approve(question, '2.2.8')], question)
    expect(given.outcome).toBe('answered')
    expect(given.statements[0]?.text).toContain('2022年')
    expect(codes(given)).toEqual(['year_mismatch'])
  })

  it('on a goal whose date has passed says so', async () => {
    const question = '大家挣的钱要涨多少个点'
    const given = await askWith([await approve(question, '1.3')], question)
    expect(given.outcome).toBe('answered')
    expect(given.targets.map(({ deadline }) => deadline)).toContain('2022-12-31')
    expect(codes(given)).toEqual(['period_ended'])
  })

  it('is answered with the clause approved last, where two were', async () => {
    const list = [
      await approve(BELL, ALARM_CLAUSE, { approvedAt: '2026-11-24T08:00:00.000Z' }),
      await approve(`请问${BELL}？`, '2.2.8'),
    ]
    expect(firstCited(await askWith(list, BELL))).toEqual([ALARM_CLAUSE])
  })

  it('leads on: what is asked next is asked of its clause', async () => {
    const history: Ask['history'] = [{ role: 'user', content: BELL }]
    const given = await askWith([await approve(BELL, ALARM_CLAUSE)], { question: '这项归谁管', history })
    expect(firstCited(given)).toEqual([ALARM_CLAUSE])
    expect(given.statements[0]?.text).toContain('市民政局')
  })

  it('is answered so in the middle of a conversation on something else', async () => {
    const history: Ask['history'] = [{ role: 'user', content: '城市公厕建多少座' }]
    const given = await askWith([await approve(BELL, ALARM_CLAUSE)], { question: BELL, history })
    expect(firstCited(given)).toEqual([ALARM_CLAUSE])
  })
})

describe('an approval does not apply', () => {
  it.each([
    ['another number', '第14项的铃给10000户装吗', '第14项的铃给12000户装吗'],
    ['a decimal', '那个数是2.5吗', '那个数是25吗'],
    ['another year', '2022年公厕建几座', '2023年公厕建几座'],
    ['another place', '亭湖区的铃给多少户装', '盐都区的铃给多少户装'],
    ['another word', '城市公厕建几座', '农村公厕建几座'],
  ])('to %s', async (_, approved, asked) => {
    expect(questionKey(approved)).not.toBe(questionKey(asked))
    expect(await askWith([await approve(approved, '3.1')], asked)).toEqual(ordinary(asked))
  })

  it('where another document is asked for', async () => {
    const ask = { question: BELL, documentId: 'another' }
    expect((await askWith([await approve(BELL, ALARM_CLAUSE)], ask)).outcome).toBe('out_of_scope')
  })

  it('where its document or clause is gone', async () => {
    const list = [
      await approve(BELL, ALARM_CLAUSE, { documentId: 'gone' }),
      await approve('城市公厕建多少座', '9.9'),
    ]
    expect(await askWith(list, BELL)).toEqual(ordinary(BELL))
    expect(await askWith(list, '城市公厕建多少座')).toEqual(ordinary('城市公厕建多少座'))
    const { find } = { find: () => ({ documentId: 'gone', clauseId: '1' }) }
    expect(answer({ question: BELL }, library, { ...SETTING, approved: find })).toEqual(ordinary(BELL))
  })

  it('to words that only point back, where the conversation says to what', async () => {
    const history: Ask['history'] = [{ role: 'user', content: '城市公厕建多少座' }]
    const list = [await approve('这项归谁管', ALARM_CLAUSE)]
    expect(firstCited(await askWith(list, { question: '这项归谁管', history }))).toEqual(['2.2.8'])
    expect(firstCited(await askWith(list, '这项归谁管'))).toEqual([ALARM_CLAUSE])
  })

  it('to small talk, which asks nothing', async () => {
    expect(questionKey('你好，谢谢！')).toBe('')
    expect((await askWith([await approve('你好', ALARM_CLAUSE)], '谢谢')).outcome).toBe('declined')
  })

  it('once the text of the clause is another', async () => {
    const edited = editedLibrary()
    const list = [await approve(BELL, ALARM_CLAUSE), await approve('大家挣的钱涨了没有', '1.3')]
    expect(edited.clause(DOCUMENT, ALARM_CLAUSE)?.text).toContain('12000名')
    expect(await askWith(list, BELL, edited)).toEqual(ordinary(BELL, edited))
    expect((await approvalsInForce(list, edited)).map(({ clauseId }) => clauseId)).toEqual(['1.3'])
    expect(firstCited(await askWith(list, '大家挣的钱涨了没有', edited))).toEqual(['1.3'])
  })
})

/** The first document after one number of one clause was changed. */
function editedLibrary(): Library {
  const seeds = readSeeds().map((seed) => ({
    ...seed,
    text: seed.text.replace('10000名60周歲', '12000名60周歲'),
  }))
  return openLibrary({ ...buildCorpus(seeds, []), dictionary: firstCorpus.dictionary })
}

describe('the approvals in memory', () => {
  it('are read at most every half minute, and at once after a change', async () => {
    let time = new Date(NOON).getTime()
    const list: Approval[] = []
    let reads = 0
    const load = async () => {
      reads++
      return [...list]
    }
    const approvals = openApprovals({ library, load, now: () => new Date(time), log: () => {} })
    await approvals.refresh()
    list.push(await approve(BELL, ALARM_CLAUSE))
    time += 29_000
    await approvals.refresh()
    expect([reads, approvals.find(questionKey(BELL))]).toEqual([1, undefined])
    await approvals.refresh('now')
    expect(approvals.find(questionKey(BELL))).toEqual({ documentId: DOCUMENT, clauseId: ALARM_CLAUSE })
    list.pop()
    time += 31_000
    await approvals.refresh()
    expect([reads, approvals.find(questionKey(BELL))]).toEqual([3, undefined])
  })

  it('stay while the store fails, and the log says nothing of them', async () => {
    const list = [await approve(BELL, ALARM_CLAUSE)]
    const lines: unknown[] = []
    let isUp = true
    const approvals = openApprovals({
      library,
      load: () => (isUp ? Promise.resolve(list) : Promise.reject(new Error(BELL))),
      now: () => new Date(NOON),
      log: (...line) => lines.push(line),
    })
    await approvals.refresh()
    isUp = false
    await approvals.refresh('now')
    expect(approvals.find(questionKey(BELL))).toBeDefined()
    expect(lines).toEqual([['warn', 'approvals_unread']])
  })

  it('are those of the later reading where two overlap', async () => {
    const replies: ((list: Approval[]) => void)[] = []
    const load = () => new Promise<Approval[]>((resolve) => replies.push(resolve))
    const approvals = openApprovals({ library, load, now: () => new Date(NOON), log: () => {} })
    const readings = [approvals.refresh('now'), approvals.refresh('now')]
    replies[1]?.([await approve(BELL, ALARM_CLAUSE)])
    await readings[1]
    replies[0]?.([])
    await Promise.all(readings)
    expect(approvals.find(questionKey(BELL))?.clauseId).toBe(ALARM_CLAUSE)
  })
})

describe('with a model', () => {
  let standIn: StandIn
  beforeAll(async () => {
    standIn = await openStandIn()
  })
  afterAll(() => standIn.close())

  /** Asks the stand-in, with one approved pair. */
  async function askModel(more: Partial<Setting> = {}): Promise<Answer> {
    const { find } = await approvalsOf([await approve(BELL, ALARM_CLAUSE)])
    const write = openWriter({
      endpoint: openEndpoint({ model: 'stand-in', baseUrl: standIn.url }),
      now: () => new Date(),
      today: () => SETTING.today,
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    })
    return write({ question: BELL }, library, { ...SETTING, approved: find, ...more })
  }

  it('the approved clause is told before the model is asked, and what the model adds comes after', async () => {
    const told: Told[] = []
    const added = '鼓励商业保险机构研发和提供长期照护商业保险产品。'
    standIn.behave(undefined, says([{ text: added, evidence: ['1'] }]))
    const given = await askModel({ tell: (statement) => told.push(statement) })
    expect(given.outcome).toBe('answered')
    expect(firstCited(given)).toEqual([ALARM_CLAUSE])
    expect(given.statements[0]?.text).toContain('10000名')
    expect(told[0]?.text).toBe(given.statements[0]?.text)
    expect(given.statements.at(-1)?.text).toBe(added)
  })

  it('that contradicts the clause, the clause stands', async () => {
    standIn.behave(undefined, says([{ text: '为20000名老人安装一键呼叫装置。', evidence: ['1'] }]))
    const given = await askModel({ tell: () => {} })
    expect(firstCited(given)).toEqual([ALARM_CLAUSE])
    expect(given.answer).not.toContain('20000')
  })

  it('whoever hears the whole at once does not wait for it', async () => {
    const before = standIn.calls.length
    const given = await askModel({ hurried: true })
    expect(firstCited(given)).toEqual([ALARM_CLAUSE])
    expect(standIn.calls.length).toBe(before)
  })
})
