import { describe, expect, it } from 'vitest'
import { cutClauses } from '../corpus/clauses.ts'
import { findResponsibilities, responsibilitySpans } from '../corpus/responsibilities.ts'

/** `市A lead, 市B participant`, in order, of one item that ends in `statement`. */
function rolesIn(statement: string, place = '鹽城市'): string {
  return read(`1.擴大就業。${statement}`, place)
    .map(({ agency, role }) => `${agency} ${role}`)
    .join(', ')
}

function read(text: string, place = '鹽城市') {
  return findResponsibilities(cutClauses('p', text), place)
}

describe('a responsibility statement', () => {
  it.each([
    ['(市財政局、市民政局按職責分工負責)', '市財政局 shared, 市民政局 shared'],
    ['（市财政局、市民政局按职责分工负责）', '市财政局 shared, 市民政局 shared'],
    ['(市財政局、市民政局共同負責)', '市財政局 shared, 市民政局 shared'],
    ['(市財政局、市民政局負責)', '市財政局 shared, 市民政局 shared'],
  ])('without a lead is shared by all that it names: %s', (statement, roles) => {
    expect(rolesIn(statement)).toBe(roles)
  })

  it.each([['(市退役軍人局負責)'], ['（市退役軍人局负责）'], ['(責任單位:市退役軍人局)']])(
    'with one agency makes it the sole one: %s',
    (statement) => {
      expect(rolesIn(statement)).toBe('市退役軍人局 sole')
    },
  )

  it.each([
    ['(市財政局牽頭,市民政局、市教育局配合)'],
    ['（市財政局牽頭，市民政局、市教育局配合）'],
    ['(市財政局牽頭負責,市民政局、市教育局參與)'],
    ['(由市財政局牽頭,市民政局、市教育局按職責配合)'],
    ['(牽頭單位:市財政局;配合單位:市民政局、市教育局)'],
    ['（牽頭單位：市財政局；配合單位：市民政局、教育局）'],
    ['\n牽頭單位：市財政局\n配合單位：市民政局、市教育局'],
    ['\n牽頭單位：市財政局\n責任單位：市民政局、市教育局'],
    ['\n市財政局牽頭，市民政局、市教育局配合'],
    ['\n責任單位：市財政局牽頭，市民政局、市教育局配合'],
    ['\n責任單位：市財政局牽頭負責；市民政局、市教育局參與'],
    ['\n責任單位：市財政局（牽頭）、市民政局、市教育局'],
    ['\n牽頭單位：市財政局　配合單位：市民政局、市教育局'],
    ['【牽頭單位：市財政局；配合單位：市民政局、市教育局】'],
    ['（市財政局牽頭，市民政局、市教育局等部門按職責分工負責）'],
  ])('names the lead and those who take part: %j', (statement) => {
    expect(rolesIn(statement)).toBe('市財政局 lead, 市民政局 participant, 市教育局 participant')
  })

  it.each([
    ['\n市財政局、市民政局按職責分工負責', '市財政局 shared, 市民政局 shared'],
    ['\n市財政局、市民政局、各有關部門按職責分工負責。', '市財政局 shared, 市民政局 shared'],
    ['\n市退役軍人局負責', '市退役軍人局 sole'],
  ])('may be a line of its own without bracket or label: %j', (statement, roles) => {
    expect(rolesIn(statement)).toBe(roles)
  })

  it.each([
    ['\n市財政局要安排資金，確保按時足額發放，由市民政局負責'],
    ['\n推動市財政局、市民政局共同負責的資金到位'],
  ])('is no sentence that does more than name: %j', (sentence) => {
    expect(rolesIn(sentence)).toBe('')
  })

  it('may name two leads', () => {
    expect(rolesIn('（市人社局、市金融监管局牵头，团市委配合）', '连海市')).toBe(
      '市人社局 lead, 市金融监管局 lead, 团市委 participant',
    )
  })

  it.each([
    ['\n責任單位：市財政局；市民政局', '市財政局 shared, 市民政局 shared'],
    ['\n責任單位：市財政局、市民政局（按職責分工負責）', '市財政局 shared, 市民政局 shared'],
    ['\n責任單位：市財政局、市民政局等市直有關單位', '市財政局 shared, 市民政局 shared'],
    ['\n責任單位：市市場監管局（知識產權局）、市民政局', '市市場監管局 shared, 市民政局 shared'],
    [
      '（市委宣傳部、市融媒體中心，各區（市）政府）',
      '市委宣傳部 shared, 市融媒體中心 shared, 各區（市）政府 shared',
    ],
    ['（市政府督查室、市統計局負責）', '市政府督查室 shared, 市統計局 shared'],
    ['（市新華書店、市統計局負責）', '市新華書店 shared, 市統計局 shared'],
    ['（某某某某、市統計局負責）', '市統計局 shared'],
  ])('makes nobody the sole one who is not named alone: %j', (statement, roles) => {
    expect(rolesIn(statement)).toBe(roles)
  })

  it.each([
    ['（市教育局、市财政局共同牵头）', '市教育局 lead, 市财政局 lead'],
    ['（市教育局总牵头，市财政局、市人社局分别牵头）', '市教育局 lead, 市财政局 lead, 市人社局 lead'],
    ['（市教育局（牵头）、市财政局）', '市教育局 lead, 市财政局 participant'],
    ['（市市场监管局（知识产权局）牵头，市科技局配合）', '市市场监管局 lead, 市科技局 participant'],
    ['（由市教育局牵头，会同市财政局组织实施）', '市教育局 lead, 市财政局 participant'],
    ['（市商务局主办，市公安局协办）', '市商务局 lead, 市公安局 participant'],
    ['（市教育局为牵头单位，市财政局为配合单位）', '市教育局 lead, 市财政局 participant'],
    ['\n责任单位：市教育局（牵头单位）、市财政局（配合单位）', '市教育局 lead, 市财政局 participant'],
    ['（市教育局、市财政局依职责分工负责）', '市教育局 shared, 市财政局 shared'],
    ['（此项工作由市教育局负责）', '市教育局 sole'],
    ['（市教育局承办）', '市教育局 sole'],
    ['（市商务局、盐城自由贸易试验区管委会负责）', '市商务局 shared, 盐城自由贸易试验区管委会 shared'],
    ['（协同创新中心负责）', '协同创新中心 sole'],
    ['（不由市教育局负责）', ''],
    ['（市教育局作为牵头单位，市财政局作为配合单位）', '市教育局 lead, 市财政局 participant'],
    ['（市教育局负责牵头，市财政局负责配合）', '市教育局 lead, 市财政局 participant'],
    ['（市教育局联合市财政局组织实施）', '市教育局 shared, 市财政局 shared'],
    ['（市教育局及各县（市、区）负责）', '市教育局 shared'],
    ['\n责任单位：市教育局　市财政局', '市教育局 shared, 市财政局 shared'],
    ['\n【责任单位】市教育局、市财政局', '市教育局 shared, 市财政局 shared'],
    ['\n市级责任单位：市教育局、市财政局', '市教育局 shared, 市财政局 shared'],
    ['\n责任单位：市教育局及各县（市、区）教育局', '市教育局 shared'],
    ['（市教育局、各县〔市、区〕人民政府负责）', '市教育局 shared, 各县〔市、区〕人民政府 shared'],
  ])('is read in the turns of phrase of many offices: %j', (statement, roles) => {
    expect(rolesIn(statement)).toBe(roles)
  })

  it.each([
    '建设市级医疗中心（市中医院、市妇幼保健院）',
    '完成改造（市图书馆）',
    '加强协作（含市公安局、市司法局）',
  ])('is no list behind a word, which only says what that is: %s', (sentence) => {
    expect(read(`1.任务。${sentence}`)).toEqual([])
  })

  it('takes the first of a list for the lead only where the document says so', () => {
    const text =
      '一、任務\n1.就業。\n責任單位：市人社局、市教育局\n2.產業。\n責任單位：市工信局、市商務局（排在第一位的為牽頭單位，下同）\n3.養老。\n責任單位：市民政局、市衛健委\n'
    expect(read(text).map(({ agency, role }) => `${agency} ${role}`)).toEqual([
      '市人社局 shared',
      '市教育局 shared',
      '市工信局 lead',
      '市商務局 participant',
      '市民政局 lead',
      '市衛健委 participant',
    ])
    expect(read(text)[4]).toMatchObject({ note: '排在第一位的為牽頭單位', noteFrom: '1.2' })
  })

  it('infers no lead from the order of names', () => {
    expect(rolesIn('(市民政局、市財政局、市教育局按職責分工負責)')).not.toContain('lead')
  })

  it('shares the 市 in front of a list with the names that leave it out', () => {
    expect(rolesIn('(市民政局、財政局、人社局、衛健委按職責分工負責)')).toBe(
      '市民政局 shared, 市財政局 shared, 市人社局 shared, 市衛健委 shared',
    )
  })

  it.each([['鹽城海關'], ['鹽城供電公司'], ['鹽城銀保監分局'], ['團市委']])('leaves %s as it is', (name) => {
    expect(rolesIn(`(市民政局、財政局、${name}按職責分工負責)`)).toBe(
      `市民政局 shared, 市財政局 shared, ${name} shared`,
    )
  })

  it('keeps a class of departments as a note, not as an agency', () => {
    expect(read('1.就业。（市教育局牵头，市级各有关部门按职责分工负责）', '连海市')).toMatchObject([
      { agency: '市教育局', role: 'lead', note: expect.stringContaining('市级各有关部门') },
    ])
  })

  it('on lines of its own may name the governments of the counties', () => {
    expect(rolesIn('\n牵头单位：市民政局\n责任单位：市财政局、市教育局，各县（市、区）政府', '江湾市')).toBe(
      '市民政局 lead, 市财政局 participant, 市教育局 participant, 各县（市、区）政府 participant',
    )
  })

  it('on one line without a lead is shared', () => {
    expect(rolesIn('\n责任单位：市民政局、市公安局、市财政局', '江湾市')).toBe(
      '市民政局 shared, 市公安局 shared, 市财政局 shared',
    )
  })

  it('may begin with the kind of indicator, which is no agency', () => {
    expect(rolesIn('\n（预期性指标，牵头单位：市民政局；责任单位：市统计局）', '江湾市')).toBe(
      '市民政局 lead, 市统计局 participant',
    )
  })

  it.each([
    ['\n责任单位：市民政局、市教育局等', '市民政局 shared, 市教育局 shared'],
    ['(市民政局、市教育局等按職責分工負責)', '市民政局 shared, 市教育局 shared'],
    ['(市民政局、市教育局等部門按職責分工負責)', '市民政局 shared, 市教育局 shared'],
  ])('ends its list at 等: %j', (statement, roles) => {
    expect(rolesIn(statement)).toBe(roles)
  })

  it('that names one agency 等 makes nobody the sole one', () => {
    expect(rolesIn('(責任單位:市民政局等)')).toBe('市民政局 shared')
  })

  it('is found at its exact place, brackets included', () => {
    const text = '1.就業(包括創業)。(市民政局、市教育局按職責分工負責)'
    const [found] = read(text)
    expect(text.slice(found?.start, found?.end)).toBe('(市民政局、市教育局按職責分工負責)')
    expect(responsibilitySpans(text)).toEqual([{ start: found?.start, end: found?.end }])
  })

  it('of a later clause is found by offsets in that clause', () => {
    const clauses = cutClauses('p', '一、任務\n1.就業。(市人社局負責)\n2.教育。(市教育局負責)\n')
    const quotes = findResponsibilities(clauses, '鹽城市').map(({ clauseId, start, end }) =>
      clauses.find((clause) => clause.clauseId === clauseId)?.text.slice(start, end),
    )
    expect(quotes).toEqual(['(市人社局負責)', '(市教育局負責)'])
  })
})

describe('a remark', () => {
  const TEXT = `一、任務
1.產業。(市發改委、市工信局按職責分工負責,各地具體落實,下同,不再單列)
2.就業。(市人社局負責)
3.教育。(市教育局牽頭,市財政局配合)
`

  it('is kept as a note and is no agency', () => {
    expect(read(TEXT).filter(({ clauseId }) => clauseId === '1.1')).toMatchObject([
      { agency: '市發改委', role: 'shared', note: '各地具體落實' },
      { agency: '市工信局', role: 'shared', note: '各地具體落實' },
    ])
  })

  it('with 下同 holds for later clauses too, with the clause that it stands in', () => {
    expect(read(TEXT).filter(({ clauseId }) => clauseId !== '1.1')).toMatchObject([
      { agency: '市人社局', role: 'sole', note: '各地具體落實', noteFrom: '1.1' },
      { agency: '市教育局', role: 'lead', note: '各地具體落實', noteFrom: '1.1' },
      { agency: '市財政局', role: 'participant', note: '各地具體落實', noteFrom: '1.1' },
    ])
  })

  it('without 下同 holds for its own clause only', () => {
    const [, other] = read('一、任務\n1.產業。(市發改委負責,各地具體落實)\n2.就業。(市人社局負責)\n')
    expect(other).toMatchObject({ agency: '市人社局' })
    expect(other).not.toHaveProperty('note')
  })

  it('with a bracket of its own is kept whole', () => {
    expect(read('1.服务。（市人社局牵头，市民政局配合，各县（市、区）具体落实）', '连海市')[0]?.note).toBe(
      '各县（市、区）具体落实',
    )
  })
})

describe('running text', () => {
  it.each([
    ['為應屆畢業生(包括畢業當年、畢業前一年、畢業后一年)提供住宿。'],
    ['落實《優待證管理辦法(試行)》。'],
    ['深化化工(危化品)、消防等重點行業(領域)整治。'],
    ['下放到鎮人民政府(街道辦事處),強化考核責任。'],
    ['每個縣(市、區)新建項目2個。'],
    ['各牽頭單位負主要責任,相關參與單位主動配合。'],
    ['市財政局牽頭,市民政局配合做好此項工作。'],
    ['審計部門要加強監督,市財政局負責撥付。'],
    ['(此件公開發布)'],
    ['扩大受理范围（含市民政局负责的事项）并公开。'],
  ])('names nobody responsible: %s', (text) => {
    expect(read(`1.任務。${text}`)).toEqual([])
    expect(responsibilitySpans(text)).toEqual([])
  })

  it('with brackets does not hide the statement that closes the clause', () => {
    expect(rolesIn('整治化工(危化品)和重點行業(領域)。(市應急局、市工信局按職責分工負責)')).toBe(
      '市應急局 shared, 市工信局 shared',
    )
  })
})
