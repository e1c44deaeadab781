import { describe, expect, it } from 'vitest'
import type { Answer } from '../corpus/types.ts'
import { cite } from '../tools/cite.ts'
import { judge } from './eval/judge.ts'
import type { Question } from './eval/question.ts'
import { fillShelves } from './eval/shelves.ts'

const library = (await fillShelves()).library({}, 'alone')
const MINSHENG = 'yancheng-2022-minsheng'

/** An answer of `texts`, the nth of which cites the nth of `clauseIds`. */
function answerOf(texts: string[], clauseIds: string[], rest: Partial<Answer> = {}): Answer {
  const citations = clauseIds.map((clauseId, i) => {
    const clause = library.clause(MINSHENG, clauseId)
    if (!clause) throw new Error(`no clause ${clauseId}`)
    return cite(library, clause, 0, clause.text.length, i + 1, 'https://policy.example')
  })
  const statements = texts.map((text, i) => ({ text, citations: clauseIds[i] ? [i + 1] : [] }))
  return {
    id: 'a',
    question: '',
    lang: 'zh-Hans',
    mode: 'embedded',
    outcome: 'answered',
    statements,
    answer: statements
      .map(({ text, citations: marks }) => text + marks.map((n) => `[${n}]`).join(''))
      .join('\n'),
    citations,
    responsibilities: [],
    targets: [],
    notices: [],
    suggestions: [],
    aiLabel: '',
    ...rest,
  }
}

function asked(question: string, expect: Question['expect'], rest: Partial<Question> = {}): Question {
  const plain = { channel: 'hotline', kind: 'target', style: 'plain' } as const
  return { id: 'q', lang: 'zh-Hans', ...plain, documentId: MINSHENG, question, expect, ...rest }
}

const toilets = asked('公厕几座', { clauses: [8], mustContain: ['79座'] })
const fire = asked(
  '消防就应急局一家管吧',
  {
    clauses: [23],
    agencies: ['市應急局', '市發改委', '市工信局', '市生態環境局', '市交通局'],
    noSoleLead: true,
  },
  { kind: 'agency' },
)
const FIRE_ANSWER =
  '市應急局、市發改委、市工信局、市生態環境局、市交通局按职责分工共同负责；文件没有指定牵头单位。'

describe('the judge', () => {
  it('finds nothing wrong with a right answer', () => {
    expect(judge(toilets, answerOf(['2022年新建、改造城市公厕79座。'], ['2.2.8']), library)).toEqual([])
    expect(judge(fire, answerOf([FIRE_ANSWER], ['2.5.23']), library)).toEqual([])
  })

  it.each([
    ['the wrong clause', answerOf(['城市公厕79座。'], ['2.2.7']), /not cited: 2.2.8/],
    ['no number', answerOf(['城市公厕若干。'], ['2.2.8']), /does not say 79座/],
    ['a number from nowhere', answerOf(['城市公厕79座、农村公厕95座。'], ['2.2.8']), /number: 95座/],
    ['a unit from nowhere', answerOf(['城市公厕79座，投入79万元。'], ['2.2.8']), /number: 79万元/],
    ['the other language', answerOf(['Urban: 79座 toilets.'], ['2.2.8'], { lang: 'en' }), /in en/],
    ['a mark too many', answerOf(['公厕79座[1]。'], ['2.2.8'], { answer: '公厕79座。[2]' }), /form: answer/],
    ['nothing', answerOf([], []), /no first statement/],
  ])('sees %s', (_, answer, problem) => {
    expect(judge(toilets, answer, library).join('\n')).toMatch(problem)
  })

  it('allows two other clauses and no third', () => {
    const texts = ['城市公厕79座。', '另见。', '另见。', '另见。']
    const ids = ['2.2.8', '2.1.4', '2.4.18', '2.2.7']
    expect(judge(toilets, answerOf(texts.slice(0, 3), ids.slice(0, 3)), library)).toEqual([])
    expect(judge(toilets, answerOf(texts, ids), library).join()).toMatch(/cited beside them/)
  })

  it('sees an agency that is missing, one too many, and a lead that nobody named', () => {
    const problems = (text: string) => judge(fire, answerOf([text], ['2.5.23']), library).join('\n')
    expect(problems('由市應急局负责。')).toMatch(/does not name 市發改委/)
    expect(problems(`${FIRE_ANSWER}市公安局也参与。`)).toMatch(/names 市公安局[\s\S]*agency: 市公安局/)
    expect(problems(`牵头单位是市應急局。${FIRE_ANSWER}`)).toMatch(/single lead/)
  })

  it('takes a number of the question only where the sentence denies it', () => {
    const question = { ...toilets, question: '公厕是97座吧' }
    const problems = (text: string) => judge(question, answerOf([text], ['2.2.8']), library)
    expect(problems('不是97座，文件写的是城市公厕79座。')).toEqual([])
    expect(problems('是97座，城市公厕79座。').join()).toMatch(/number: 97座/)
  })

  it('takes labels of cited clauses, counts of what is listed, and the date of the document', () => {
    const text =
      '2022年8月16日的文件第23項由市應急局、市發改委、市工信局、市生態環境局、市交通局共5个部门负责，没有牵头单位。'
    expect(judge(fire, answerOf([text], ['2.5.23']), library)).toEqual([])
  })

  it('wants the exact set of an agency, and as many others as the note speaks of', () => {
    const tasks = asked('应急局除了安全生产还有哪些', { clauses: [19, 24] }, { kind: 'agency-tasks' })
    const three = answerOf(['第19项。', '第24项。', '第23项。'], ['2.4.19', '2.5.24', '2.5.23'])
    expect(judge(tasks, three, library).join()).toMatch(/beside them: 2.5.23/)
    const noted = { ...tasks, note: 'task 23 excluded; mentioning it is fine' }
    expect(judge({ ...noted, expect: { ...tasks.expect, agencies: ['市應急局'] } }, three, library)).toEqual([
      'does not name 市應急局',
    ])
  })

  it('wants abstention, but takes the condition where somebody asks whether a person qualifies', () => {
    const price = asked('老人食堂一顿多少钱', { abstain: true, related: [12] }, { kind: 'unanswerable' })
    const food = answerOf(['建设示范性“长者幸福食堂”。'], ['2.3.12'])
    expect(judge(price, food, library)).toEqual(['answered, should abstain'])
    expect(judge(price, { ...food, outcome: 'not_stated' }, library)).toEqual([])
    expect(judge({ ...price, note: 'personal assessment' }, food, library)).toEqual([])
  })
})
