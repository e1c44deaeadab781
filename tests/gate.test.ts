import { describe, expect, it } from 'vitest'
import { openLibrary } from '../corpus/library.ts'
import { faultsOf } from '../server/answer/gate/gate.ts'
import { groupsOf } from './eval/evaluate.ts'
import { type Gated, gateCorruptions, gateStatements, isGatedWell } from './eval/gate/gated.ts'
import { OWN_STATEMENTS, readStatements } from './eval/gate/statement.ts'
import { fillShelves } from './eval/shelves.ts'
import { firstSeed } from './fake-answer.ts'

const LIBRARY = openLibrary(firstSeed())
const DOCUMENT = 'yancheng-2022-minsheng'

/** The kinds of fault that the gate finds in a statement on `clauseIds`. */
function faultsIn(text: string, clauseIds: string | string[], asked = '', abstains = false): string[] {
  const clauses = [clauseIds].flat().map((clauseId) => {
    const clause = LIBRARY.clause(DOCUMENT, clauseId)
    if (!clause) throw new Error(`the first seed has no clause ${clauseId}`)
    return clause
  })
  return faultsOf({ text, clauses, asked, abstains }, LIBRARY).map(({ kind }) => kind)
}

/** What is said, the clause it rests on, what it says right, what it says wrong and how that is called. */
interface Pair {
  about: string
  clause: string | string[]
  right: string
  wrong: string
  fault: string
}

const PAIRS: Pair[] = [
  {
    about: 'a short sentence of which the clause has only the subject',
    clause: '2.4.19',
    right: '要满足民生领域的法律援助需求。',
    wrong: '法律援助不对农民工开放。',
    fault: 'wording',
  },
  {
    about: 'a number',
    clause: '2.2.8',
    right: '城市公厕新建、改造79座。',
    wrong: '城市公厕新建、改造97座。',
    fault: 'number',
  },
  {
    about: 'a number in Traditional characters',
    clause: '2.2.8',
    right: '新建、改造農村公廁59座。',
    wrong: '新建、改造農村公廁95座。',
    fault: 'number',
  },
  {
    about: 'a number in English words',
    clause: '2.2.8',
    right: 'Seventy-nine urban public toilets are to be built or renovated.',
    wrong: 'Ninety-seven urban public toilets are to be built or renovated.',
    fault: 'number',
  },
  {
    about: 'a multiplier',
    clause: '2.1.4',
    right: 'Total grain output is to stay above 14 billion jin.',
    wrong: '糧食總產量保持在140萬斤以上。',
    fault: 'number',
  },
  {
    about: 'a unit',
    clause: '2.2.8',
    right: '新建、改建农村公路248公里。',
    wrong: '新建、改建农村公路248座。',
    fault: 'unit',
  },
  {
    about: 'a bound that is turned round',
    clause: '2.1.2',
    right: '城镇新增就业要达到7万人以上。',
    wrong: '城镇新增就业不超过7万人。',
    fault: 'comparator',
  },
  {
    about: 'a bound in English',
    clause: '2.1.2',
    right: 'At least 70,000 new urban jobs are to be created.',
    wrong: 'At most 70,000 new urban jobs are to be created.',
    fault: 'comparator',
  },
  {
    about: 'a range',
    clause: '2.4.17',
    right: '低保标准按居民人均消费支出的30%至40%确定。',
    wrong: '低保标准按居民人均消费支出的30%至50%确定。',
    fault: 'number',
  },
  {
    about: 'an amount for each county',
    clause: '2.1.1',
    right: '每個縣（市、區）新建億元以上農產品加工項目2個。',
    wrong: '全市新建億元以上農產品加工項目2個。',
    fault: 'scope',
  },
  {
    about: 'everybody',
    clause: '2.4.19',
    right: '2000名贫困白内障患者可以免费做手术。',
    wrong: '所有白内障患者都可以免费做手术。',
    fault: 'scope',
  },
  {
    about: 'a year',
    clause: '1.3',
    right: '到2022年底，新增城镇就业7万人以上。',
    wrong: '到2023年底，新增城镇就业7万人以上。',
    fault: 'year',
  },
  {
    about: 'figures in each other’s place',
    clause: '2.2.8',
    right: '城市公廁79座、農村公廁59座。',
    wrong: '城市公廁59座、農村公廁79座。',
    fault: 'binding',
  },
  {
    about: 'an agency',
    clause: '2.2.9',
    right: '由市退役军人局负责。',
    wrong: '由市退役军人局、市教育局负责。',
    fault: 'agency',
  },
  {
    about: 'a lead of a shared task',
    clause: '2.2.8',
    right: '由市商务局、市城管局等部门按职责分工负责，文件没有指定牵头单位。',
    wrong: '这项工作由市商务局牵头。',
    fault: 'lead',
  },
  {
    about: 'one agency alone',
    clause: '2.2.8',
    right: '市商务局是责任单位之一。',
    wrong: '只由市商务局负责。',
    fault: 'alone',
  },
  {
    about: 'the number of a clause',
    clause: '2.2.8',
    right: '第8项提出新建、改造21个农贸市场。',
    wrong: '第12项提出新建、改造21个农贸市场。',
    fault: 'reference',
  },
  {
    about: 'the number of a document',
    clause: '2.2.8',
    right: '新建、改造21个农贸市场。',
    wrong: '根据盐政办发〔2022〕40号，新建、改造21个农贸市场。',
    fault: 'document_number',
  },
  {
    about: 'an address on the web',
    clause: '2.2.8',
    right: '新增公交线路2条。',
    wrong: '新增公交线路2条。详情请见 https://bus.example.gov.cn/lines 。',
    fault: 'address',
  },
  {
    about: 'a telephone number',
    clause: '2.2.8',
    right: '新增公交线路2条。',
    wrong: '新增公交线路2条。咨询电话：0515-81234567。',
    fault: 'address',
  },
  {
    about: 'markup',
    clause: '2.2.8',
    right: '新增公交线路2条。',
    wrong: '新增公交线路2条。<img src=x onerror=alert(1)>',
    fault: 'markup',
  },
  {
    about: 'a quote',
    clause: '2.2.8',
    right: '原文写明：“建設遮陽擋雨棚171座”。',
    wrong: '原文写明：“組織20場以上線下退役軍人(軍屬)專場招聘活動”。',
    fault: 'quote',
  },
  {
    about: 'a denial of what is stated',
    clause: '2.2.8',
    right: '第8项没有写明厕所的具体位置。',
    wrong: '文件没有写明农村公厕的具体数量。',
    fault: 'denial',
  },
  {
    about: 'a duty turned round',
    clause: '2.4.19',
    right: '为全市3000名18周岁以下残疾儿童提供免费康复服务。',
    wrong: '为全市3000名18周岁以下残疾儿童不提供免费康复服务。',
    fault: 'denial',
  },
  {
    about: 'wording',
    clause: '2.2.8',
    right: '还要建遮阳挡雨棚。',
    wrong: '还要建遮阳挡雨棚。居民可凭发票到社区换购电动自行车。',
    fault: 'wording',
  },
  {
    about: 'a penalty',
    clause: '2.2.8',
    right: '还要新建、改造农贸市场。',
    wrong: '还要新建、改造农贸市场，逾期的处以罚款。',
    fault: 'wording',
  },
  {
    about: 'the clause that is cited',
    clause: '2.2.7',
    right: '建设智慧广电乡镇23个。',
    wrong: '新建、改造升级21个农贸市场。',
    fault: 'number',
  },
  {
    about: 'figures in the order of their names',
    clause: '2.5.22',
    right: '农贸市场销售者建档率和食用农产品快检率分别达95%和85%以上。',
    wrong: '农贸市场销售者建档率和食用农产品快检率分别达85%和95%以上。',
    fault: 'binding',
  },
  {
    about: 'figures in the clause’s own order',
    clause: '1.3',
    right: '城乡居民收入分别增长7%和8%。',
    wrong: '城乡居民收入分别增长8%和7%。',
    fault: 'binding',
  },
  {
    about: 'English figures in each other’s place',
    clause: '2.2.8',
    right: '79 urban public toilets and 59 rural public toilets are to be built or renovated.',
    wrong: '59 urban public toilets and 79 rural public toilets are to be built or renovated.',
    fault: 'binding',
  },
  {
    about: 'grades in their order',
    clause: '2.5.23',
    right: '推动化工园区安全风险等级C到D。',
    wrong: '推动化工园区安全风险等级D到C。',
    fault: 'binding',
  },
  {
    about: 'a bound put on a range',
    clause: '2.2.8',
    right: '各县（市、区）力争建成2-3个一刻钟便民生活圈。',
    wrong: '各县（市、区）最多建成2-3个一刻钟便民生活圈。',
    fault: 'comparator',
  },
  {
    about: 'a task turned round',
    clause: '2.2.8',
    right: '新建、改造农村公厕59座。',
    wrong: '拆除农村公厕59座。',
    fault: 'wording',
  },
  {
    about: 'supervision turned round',
    clause: '2.5.22',
    right: '对16家学校供餐中央厨房加强监督指导。',
    wrong: '对16家学校供餐中央厨房停止监督指导。',
    fault: 'wording',
  },
  {
    about: 'growth turned round',
    clause: '1.3',
    right: '全市居民人均可支配收入增长7.5%。',
    wrong: '全市居民人均可支配收入下降7.5%。',
    fault: 'wording',
  },
  {
    about: 'what the text denies',
    clause: '2.2.8',
    right: '100项高频事项全程无人工干预。',
    wrong: '100项高频事项全程需要人工干预。',
    fault: 'wording',
  },
  {
    about: 'what the text offers',
    clause: '2.2.8',
    right: '高频政务服务事项可以网上申请。',
    wrong: '高频政务服务事项不能网上申请。',
    fault: 'denial',
  },
  {
    about: 'what the text names',
    clause: '2.5.23',
    right: '消防属于专项整治的重点领域。',
    wrong: '消防不属于专项整治的重点领域。',
    fault: 'denial',
  },
  {
    about: 'what is to be built, denied in English',
    clause: '2.2.8',
    right: 'Rural public toilets are to be built.',
    wrong: 'No rural public toilets will be built.',
    fault: 'denial',
  },
  {
    about: 'what is only encouraged',
    clause: '2.4.17',
    right: '鼓励灵活就业人员参加企业职工基本养老保险。',
    wrong: '灵活就业人员必须参加企业职工基本养老保险。',
    fault: 'wording',
  },
  {
    about: 'a comparison',
    clause: '2.2.8',
    right: '农村公厕59座，城市公厕79座。',
    wrong: '农村公厕的数量比城市公厕多。',
    fault: 'wording',
  },
  {
    about: 'a goal told as done',
    clause: '2.4.18',
    right: '筹集保障性租赁住房2962套。',
    wrong: '已筹集保障性租赁住房2962套。',
    fault: 'wording',
  },
  {
    about: 'a promise',
    clause: '2.3.14',
    right: '经济困难的失能老年人，长期照护费用由政府集中补贴。',
    wrong: '您父亲属于失能老人，可享受长期照护费用补贴。',
    fault: 'promise',
  },
  {
    about: 'a promise in English',
    clause: '2.3.14',
    right: 'Long-term care costs of older people in financial difficulty are subsidised.',
    wrong: 'You are entitled to a subsidy for long-term care costs.',
    fault: 'promise',
  },
  {
    about: 'a statement without substance',
    clause: '2.3.14',
    right: '对经济困难的高龄、失能老年人补贴长期照护费用。',
    wrong: '有补贴。',
    fault: 'empty',
  },
  {
    about: 'others who only help',
    clause: '2.2.8',
    right: '市城管局是责任单位之一。',
    wrong: '公厕建设由市城管局负责，其他部门配合。',
    fault: 'lead',
  },
  {
    about: 'one that comes first',
    clause: '2.5.23',
    right: '市应急局是责任单位之一。',
    wrong: '市应急局是第一责任单位。',
    fault: 'lead',
  },
  {
    about: 'the one to go to',
    clause: '2.2.8',
    right: '市城管局是责任单位之一。',
    wrong: '公厕的事请找市城管局。',
    fault: 'alone',
  },
  {
    about: 'who decides',
    clause: '2.4.17',
    right: '最低生活保障审核确认下放到镇人民政府（街道办事处）。',
    wrong: '低保标准由镇人民政府（街道办事处）确定。',
    fault: 'agency',
  },
  {
    about: 'persons who are qualified',
    clause: '2.4.19',
    right: '为2000名贫困白内障患者免费手术。',
    wrong: '为2000名白内障患者免费手术。',
    fault: 'scope',
  },
  {
    about: 'a kind of place',
    clause: '2.2.11',
    right: '完成1349个自然村农村生活污水治理。',
    wrong: 'Rural sewage treatment is to be completed in 1,349 townships.',
    fault: 'unit',
  },
  {
    about: 'what lies outside',
    clause: '2.2.8',
    right: '第8项没有写明厕所的具体位置。',
    wrong: '农村公厕不在本文件范围内。',
    fault: 'denial',
  },
]

describe('the gate', () => {
  it.each(PAIRS)('tells right from wrong: $about', ({ clause, right, wrong, fault }) => {
    expect(faultsIn(right, clause)).toEqual([])
    expect(faultsIn(wrong, clause)).toContain(fault)
  })

  it('lets the premise of a question be denied, but not repeated', () => {
    const asked = '听说要改造120座城市公厕，是真的吗？'
    expect(faultsIn('不是120座，文件写明的是79座。', '2.2.8', asked)).toEqual([])
    expect(faultsIn('是的，要改造120座城市公厕。', '2.2.8', asked)).toContain('number')
  })

  it('takes an age that the question tells for a case, and not for a claim', () => {
    const text = '62岁的独居老人，经济困难的可以安装一键呼叫装置。'
    expect(faultsIn(text, '2.3.14', '我爸今年62岁，一个人住，能装呼叫装置吗？')).toEqual([])
    expect(faultsIn(text, '2.3.14')).toContain('number')
  })

  it('lets the asker’s own figure be held against the clause’s', () => {
    const asked = '我爸82岁半失能，能享受75岁老人的上门服务吗？'
    const text = '上门服务面向75周岁至79周岁的中度、重度失能社会老人，82岁不在这个年龄段内。'
    expect(faultsIn(text, '2.3.14', asked)).toEqual([])
  })

  it('lets a task be said not to be turned round', () => {
    expect(faultsIn('不会拆除，要新建、改造农村公厕59座。', '2.2.8', '农村公厕要拆除吗？')).toEqual([])
  })

  it('lets it be said that a year has no figure', () => {
    const asked = '2023年的就业目标是多少？'
    expect(faultsIn('文件没有写2023年的数字。', '1.3', asked)).toEqual([])
    expect(faultsIn('文件没有写新增城镇就业人数的数字。', '1.3', asked)).toContain('denial')
  })

  it('lets it be said that things are not listed', () => {
    expect(faultsIn('The document does not name the routes.', '2.2.8')).toEqual([])
  })

  it.each(['是的。', '能。', '禁止。', '可以申请补贴。', '允许无人机配送。'])(
    'shows nothing empty: %s',
    (text) => {
      expect(faultsIn(text, '2.3.14')).not.toEqual([])
    },
  )

  it('lets it be said that something is not stated where nothing was found', () => {
    expect(faultsIn('文件没有写明租金标准。', '2.4.18', '租金多少？', true)).toEqual([])
  })

  it('shows nothing without a clause', () => {
    expect(faultsIn('新增公交线路2条。', [])).toEqual(['uncited'])
  })

  it.each([
    '不',
    '9',
    '，',
    '（',
    '市',
    '「',
    '0,',
    '没有',
    'not ',
    'Article 8, ',
    '市教育局、',
    '您可以',
    '比',
    '已',
    'no ',
    '4:',
    '分别1、',
  ])('comes to an end with a text of nothing but %s', (unit) => {
    expect(faultsIn(unit.repeat(20_000), '2.2.8')).toEqual(['too_long'])
    expect(Array.isArray(faultsIn(`${unit.repeat(2000).slice(0, 1990)}局`, '2.2.8'))).toBe(true)
  })
})

describe('the gate on the statements of the evaluation', async () => {
  const shelves = await fillShelves()
  const statements = readStatements(OWN_STATEMENTS)
  const gated = gateStatements(statements, shelves)

  it.each([
    ['right ones passed', true, 0.99],
    ['wrong ones caught', false, 0.95],
  ])('keeps its share: %s', (_, isRight, floor) => {
    const group = gated.filter((entry) => entry.isRight === isRight)
    expect(shareOf(group), 'npm run eval -- --gate lists them').toBeGreaterThanOrEqual(floor)
  })

  it('catches corruptions of right ones', () => {
    const some = statements.filter((_, i) => i % EVERY === 0)
    const corruptions = gateCorruptions(some, shelves)
    expect(corruptions.length).toBeGreaterThan(400)
    expect(shareOf(corruptions)).toBeGreaterThanOrEqual(0.985)
    const low = groupsOf(corruptions, ({ kind }) => kind)
      .filter(([kind, group]) => shareOf(group) < (FLOORS[kind] ?? 0.97))
      .map(([kind]) => kind)
    expect(low).toEqual([])
  })
})

/** A third of them takes a third of the time. */
const EVERY = 3

/** Kinds that words alone do not always tell. */
const FLOORS: Record<string, number> = { swapped: 0.8, denial: 0.93, scope: 0.92, reversed: 0.94 }

function shareOf(gated: Gated[]): number {
  return gated.filter(isGatedWell).length / gated.length
}
