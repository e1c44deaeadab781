import { describe, expect, it } from 'vitest'
import { cutClauses, NUMBERINGS, numeralValue } from '../corpus/clauses.ts'

const PLAN = `各縣人民政府:
現印發給你們。
一、總體要求
(一)指導思想
堅持發展。
——共建共享。
二、重點任務
(一)增加收入
拓寬渠道。
1﹒產業富民。重點打造:
(1)綠色蔬菜;
①大棚;②露地。
2﹒就業創業。新增7萬人。
(二)公共服務
3﹒教育。新建28所。
三、保障措施
(一)組織領導。各地負責。
`

const MEASURES = `第一章　總則
第一條　為了保障老年人,制定本辦法。
第二條　本辦法所稱老年人,是指年滿60周歲的公民。
持有居住證的,適用前款規定。
第二章　津貼
第三條　按月發放津貼:
(一)年滿80周歲的;
1.每人60元;
(二)年滿90周歲的。
所需資金由財政承擔。
`

function idsOf(text: string): string[] {
  return cutClauses('p', text).map(({ clauseId }) => clauseId)
}

function cut(text: string, clauseId: string) {
  return cutClauses('p', text).find((clause) => clause.clauseId === clauseId)
}

describe('numbering', () => {
  it.each(NUMBERINGS.map(({ kind, example }) => [example, kind] as const))(
    'reads %s as the heading of one %s',
    (example, kind) => {
      expect(cutClauses('p', `${example}\n`).map((clause) => clause.kind)).toEqual([kind])
    },
  )

  it.each([['二、重點任務'], ['二、重点任务'], ['　　二、重点任务'], ['  二、重點任務']])(
    'starts a part at %j',
    (line) => {
      expect(idsOf(`一、總體要求\n${line}\n`)).toEqual(['1', '2'])
    },
  )

  it.each([['(二)公共服務'], ['（二）公共服务'], ['(二）公共服務'], ['　　（二）公共服务。引言。']])(
    'starts a section at %j',
    (line) => {
      expect(idsOf(`一、任務\n(一)收入\n${line}\n`)).toEqual(['1', '1.1', '1.2'])
    },
  )

  it.each([['2﹒'], ['2.'], ['2．'], ['2、'], ['2. '], ['　　2．'], ['２．'], ['２、']])(
    'starts an item at %j',
    (mark) => {
      expect(idsOf(`一、任务\n1.就业。\n${mark}教育。\n`)).toEqual(['1', '1.1', '1.2'])
    },
  )

  it.each([
    ['第十二條 應當配套。', '第十二條', '應當配套'],
    ['第十二条 应当配套。', '第十二条', '应当配套'],
    ['第十二条　应当配套。', '第十二条', '应当配套'],
    ['第12条 应当配套。', '第12条', '应当配套'],
  ])('starts an article at %j', (line, label, title) => {
    expect(cut(`第十一条 应当同步。\n${line}\n`, '12')).toMatchObject({ kind: 'article', label, title })
  })

  it.each([['(1)收入;'], ['（1）收入；'], ['①收入;'], ['——坚持统筹。'], ['—— 坚持统筹。'], ['a.收入']])(
    'keeps %j inside its clause',
    (line) => {
      expect(cut(`一、任务\n1.就业。\n${line}\n2.教育。`, '1.1')?.text).toBe(`1.就业。\n${line}\n`)
    },
  )

  it('keeps the paragraphs and enumerations of an article inside it', () => {
    expect(idsOf(MEASURES)).toEqual(['1', '1.1', '1.2', '2', '2.3'])
    expect(cut(MEASURES, '1.2')?.text).toContain('持有居住證的,適用前款規定。')
    expect(cut(MEASURES, '2.3')?.text).toContain('1.每人60元;\n(二)年滿90周歲的。\n所需資金由財政承擔。')
  })

  it.each([
    ['2022年底完成28所。'],
    ['2.8个托位以上。'],
    ['2．8个托位以上。'],
    ['7.5%以上。'],
    ['3000场次活动。'],
    ['2-3个生活圈。'],
    ['第一书记到村。'],
    ['第二条例如下。'],
    ['十名专家进校。'],
  ])('does not cut where a line starts with %j', (line) => {
    expect(idsOf(`一、任务\n1.就业。全年\n${line}\n2.教育。`)).toEqual(['1', '1.1', '1.2'])
  })

  it('does not cut at a number that does not count on', () => {
    expect(idsOf('一、任务\n1.就业。\n18.连调养老金。\n2.教育。')).toEqual(['1', '1.1', '1.2'])
  })

  it('counts anew under each part where the document does', () => {
    const text = '一、任务\n1.就业。\n2.教育。\n二、保障\n1.资金。\n'
    expect(idsOf(text)).toEqual(['1', '1.1', '1.2', '2', '2.1'])
    const labels = cutClauses('p', text).map(({ label }) => label)
    expect(new Set(labels).size).toBe(labels.length)
  })

  it.each([
    ['二十三', 23],
    ['廿三', 23],
    ['十', 10],
    ['一百零五', 105],
    ['23', 23],
  ])('reads the numeral %s as %i', (numeral, value) => {
    expect(numeralValue(numeral)).toBe(value)
  })
})

describe('clauses', () => {
  it('are called by the path of the document’s own numbers, with the head as 0', () => {
    expect(idsOf(PLAN)).toEqual(['0', '1', '1.1', '2', '2.1', '2.1.1', '2.1.2', '2.2', '2.2.3', '3', '3.1'])
  })

  it('carry the label that staff say', () => {
    const labels = Object.fromEntries(cutClauses('p', PLAN).map(({ clauseId, label }) => [clauseId, label]))
    expect(labels).toMatchObject({
      '0': '文件抬頭',
      '2': '二',
      '1.1': '一(一)',
      '2.2': '二(二)',
      '2.2.3': '第3項',
    })
  })

  it('are labelled in the script of the document', () => {
    const clauses = cutClauses('p', '通知。\n一、总体要求\n1.扩大就业。\n')
    expect(clauses.map(({ label }) => label)).toEqual(['文件抬头', '一', '第1项'])
  })

  it('carry the headings from the part down, their own title last', () => {
    expect(cut(PLAN, '2.1.2')).toMatchObject({
      path: ['重點任務', '增加收入', '就業創業'],
      title: '就業創業',
      kind: 'item',
    })
    expect(cut(MEASURES, '2.3')?.path).toEqual(['津貼', '按月發放津貼'])
  })

  it('take the bracketed name of an article as its title', () => {
    expect(cut('第一条【立法目的】为了保障民生。\n', '1')?.title).toBe('立法目的')
  })

  it('hold the lead-in of their heading, and a bare heading is a clause too', () => {
    expect(cut(PLAN, '2.1')?.text).toBe('(一)增加收入\n拓寬渠道。\n')
    expect(cut(PLAN, '2')?.text).toBe('二、重點任務\n')
  })

  it('belong to the document they were cut from', () => {
    expect(cutClauses('plan-2022', PLAN).every(({ documentId }) => documentId === 'plan-2022')).toBe(true)
  })

  it('of a text without numbers are its head alone, and of no text none', () => {
    expect(idsOf('現印發給你們。\n')).toEqual(['0'])
    expect(idsOf('')).toEqual([])
  })

  it('of two annexes are told apart', () => {
    expect(idsOf('附件1\n一、清单\n1.就业。\n附件2\n一、分工\n')).toEqual([
      'annex1',
      'annex1.1',
      'annex1.1.1',
      'annex2',
      'annex2.1',
    ])
  })
})

const TEXTS = [
  '一、二、三、',
  '（一）\n（二）',
  '1.\n2.\n',
  '第一條\n第一條\n',
  '一、甲\n一、甲\n(一)乙\n(一)乙\n1.丙\n1.丙\n',
  '\n\n一、甲\n\n\n',
]
const ENDINGS = [
  ['\n', (text: string) => text],
  ['\r\n', (text: string) => text.replaceAll('\n', '\r\n')],
  ['blank lines', (text: string) => text.replaceAll('\n', '\n\n')],
  ['indents', (text: string) => text.replaceAll('\n', '\n　　')],
  ['a byte order mark', (text: string) => `\ufeff${text}`],
  ['no line end at the end', (text: string) => text.trimEnd()],
  ['astral characters', (text: string) => text.replaceAll('。', '𠮷。')],
] as const

describe.each(ENDINGS)('with %j', (_, change) => {
  it.each([PLAN, MEASURES, ...TEXTS].map(change).map((text) => [text]))(
    'clauses joined give %j back, each where it says and under an id of its own',
    (text) => {
      const clauses = cutClauses('p', text)
      expect(clauses.map((clause) => clause.text).join('')).toBe(text)
      for (const { start, text: own } of clauses) expect(text.slice(start, start + own.length)).toBe(own)
      expect(new Set(clauses.map(({ clauseId }) => clauseId)).size).toBe(clauses.length)
    },
  )

  it('the same clauses are cut', () => {
    const ids = idsOf(change(PLAN))
    // A mark in front of the head is the head's.
    expect(ids).toEqual(idsOf(PLAN))
    expect(idsOf(change(MEASURES)).filter((id) => id !== '0')).toEqual(idsOf(MEASURES))
  })
})

it('cuts the same clauses from any mix of scripts, widths and marks', () => {
  const wide = (text: string) => text.replaceAll('(', '（').replaceAll(')', '）').replaceAll(',', '，')
  for (const mark of ['﹒', '.', '．', '、'])
    for (const text of [PLAN, wide(PLAN), PLAN.replaceAll('總體', '总体').replaceAll('條', '条')])
      expect(idsOf(text.replace(/^(\d)﹒/gm, `$1${mark}`))).toEqual(idsOf(PLAN))
})
