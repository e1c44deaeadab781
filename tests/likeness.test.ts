import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { groupByLikeness } from '../server/answer/likeness.ts'

const group = (questions: string[]) => groupByLikeness(questions, (question) => question)

describe('questions are put together', () => {
  it('that ask the same in other scripts, with courtesy or in other words', () => {
    const same = [
      '低保怎么申请',
      '低保如何申請',
      '您好，我想问一下低保怎么申请，谢谢！',
      '申请低保要走什么手续',
    ]
    expect(group([...same, '护照丢了怎么补办'])).toEqual([same, ['护照丢了怎么补办']])
  })

  it('in spite of typing errors', () => {
    expect(group(['公司拖欠工资去哪里投诉', '公司拖久工资去哪投诉'])).toHaveLength(1)
    expect(group(['fire safety: who is in charge', 'Who is in charge of fire saftey?'])).toHaveLength(1)
  })

  it('that differ in nothing but a year, for somebody looks through them', () => {
    expect(group(['2022年新建多少座城市公厕', '2023年新建多少座城市公厕', '市图书馆几点开门'])).toHaveLength(
      2,
    )
  })

  it('but not where one asks who and the other how many', () => {
    expect(group(['老旧小区改造多少个', '老旧小区改造由谁负责'])).toHaveLength(2)
  })

  it('but not for their words of intent alone', () => {
    expect(
      group(['消防安全由哪个部门负责', '托育机构由哪个部门负责', '粮食生产由哪个部门负责']),
    ).toHaveLength(3)
  })
})

describe('the groups', () => {
  it('come largest first, each and all of a size in the order in which they were asked', () => {
    const asked = [
      '社保断缴了有什么影响',
      '城市公厕建多少座',
      '護照遺失怎麼補辦',
      '城市公廁建幾座？',
      '城市公厕建多少座',
    ]
    const items = asked.map((question, id) => ({ id, question }))
    const ids = groupByLikeness(items, ({ question }) => question).map((one) => one.map(({ id }) => id))
    expect(ids).toEqual([[1, 3, 4], [0], [2]])
  })

  it('have every question once, whatever it is', () => {
    const odd = ['', '？？？', '你好', '谢谢', '😀', '***', 'a', '1', '厕', '\ud800', '长'.repeat(2000)]
    const questions = [...odd, ...odd, ...Array.from({ length: 300 }, (_, i) => `第${i}项讲了什么`)]
    expect(group(questions).flat().toSorted()).toEqual(questions.toSorted())
    expect(group([])).toEqual([])
  })
})

interface Labelled {
  /** Each group's questions ask about the same. */
  groups: string[][]
  /** Ask about something else each. */
  others: string[]
}

/** Of the pairs put together, the share that belongs together; of those that belong together, the share that was put so. */
function pairwise({ groups, others }: Labelled) {
  const labelled = [...groups, ...others.map((question) => [question])]
  const items = labelled.flatMap((questions, label) => questions.map((question) => ({ question, label })))
  const pairsIn = (sizes: number[]) => sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  const found = groupByLikeness(items, ({ question }) => question)
  const right = found.flatMap((one) => [...Map.groupBy(one, ({ label }) => label).values()])
  const count = pairsIn(right.map(({ length }) => length))
  return {
    precision: count / pairsIn(found.map(({ length }) => length)),
    recall: count / pairsIn(groups.map(({ length }) => length)),
  }
}

describe('of a labelled set', () => {
  // The method was made with the first; the second was written after it and changed nothing.
  it.each(['tuned', 'fresh'])('%s: nine pairs of ten are right, and nine of ten are found', (name) => {
    const file = new URL(`./fixtures/likeness/${name}.json`, import.meta.url)
    const { precision, recall } = pairwise(JSON.parse(readFileSync(file, 'utf8')))
    expect(precision).toBeGreaterThanOrEqual(0.9)
    expect(recall).toBeGreaterThanOrEqual(0.9)
  })
})
