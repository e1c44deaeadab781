import { describe, expect, it } from 'vitest'
import { readNumbers } from '../corpus/numerals.ts'
import { findTargets } from '../corpus/targets.ts'
import type { Target } from '../corpus/types.ts'

function read(text: string, year = '2022', skip: { start: number; end: number }[] = []): Target[] {
  const clause = {
    documentId: 'd',
    clauseId: '1',
    kind: 'item' as const,
    label: '',
    title: '',
    path: [],
    start: 0,
  }
  return findTargets({ ...clause, text }, year, skip)
}

/** `indicator comparator amount unit (scope) @deadline`, one line a target. */
function told(text: string, year?: string): string[] {
  return read(text, year).map(({ indicator, comparator, value, valueMax, unit = '', scope, deadline }) =>
    [
      indicator,
      comparator,
      value === undefined ? '' : `${value}${valueMax === undefined ? '' : `–${valueMax}`}${unit}`,
      scope ? `(${scope})` : '',
      deadline ? `@${deadline}` : '',
    ]
      .filter(Boolean)
      .join(' '),
  )
}

describe('what a target says', () => {
  it.each([
    ['確保糧食總產量保持在140億斤以上。', '糧食總產量 gte 140億斤'],
    ['每学年交流比例不低于15%。', '交流比例 gte 15% (每学年)'],
    ['总时长不超过7天。', '总时长 lte 7天'],
    ['城镇调查失业率控制在5.5%以内。', '城镇调查失业率 lte 5.5%'],
    ['城镇化率控制在75%左右。', '城镇化率 approx 75%'],
    ['破损指数降至0.3以下。', '破损指数 lte 0.3'],
    ['高新技术企业超过500家。', '高新技术企业 gt 500家'],
    ['惠及群众10万余人。', '惠及群众 gt 10万人'],
    ['新創省衛生村150個左右。', '新創省衛生村 approx 150個'],
    ['毛入园率达到百分之九十。', '毛入园率 eq 90%'],
    ['三分之二以上的乡镇建成养老中心。', '乡镇建成养老中心 gte 66.67%'],
    ['建成3-5个特色小镇。', '特色小镇 range 3–5个'],
    ['每村至少配备一名调解员。', '调解员 gte 1名 (每村)'],
    ['能耗比2020年下降13.5%。', '能耗下降 eq 13.5%'],
    ['高新技术企业数量翻一番。', '高新技术企业数量翻 eq 1番'],
    ['人均预期寿命提高到78.3岁。', '人均预期寿命 eq 78.3岁'],
    ['欠薪投诉举报应在60日内办结。', '欠薪投诉举报办结 lte 60日'],
    ['实现行政村5G网络全覆盖。', '行政村5G网络 full'],
    ['公益性公墓全部回购到位。', '公益性公墓回购到位 full'],
  ])('reads %s as %s', (text, target) => {
    expect(told(text)).toEqual([target])
  })

  it.each([
    ['每月至少探访1次。', ['探访 gte 1次 (每月)']],
    ['比例上限由7%提高到15%。', ['比例上限 eq 15%']],
    ['预留份额由30%以上阶段性提高至不低于40%。', ['预留份额 gte 40%']],
    ['审批时限由35个工作日压减至20个工作日。', ['审批时限 lte 20个工作日']],
    ['不得一次性收取超过3个月的租金。', ['租金 lte 3个月']],
    ['按每套8000元至1.2万元的标准补助。', ['补助 range 0.8–1.2万元 (每套)']],
    ['对年产值首次突破10亿元、50亿元的企业给予扶持。', []],
    ['站点周边800米范围内的项目，配建比例达到15%以上。', ['配建比例 gte 15% (站点周边800米范围内的项目)']],
    ['1个工作日内响应、3个工作日内对接。', ['响应 lte 1个工作日', '对接 lte 3个工作日']],
    ['港口吞吐量达到260万标准箱。', ['港口吞吐量 eq 260万标准箱']],
    ['粮食供应达到30万吨。', ['粮食供应 eq 30万吨']],
  ])(
    'tells the goal from what it rises from, what it holds for, and how it is bound: %s',
    (text, targets) => {
      expect(told(text)).toEqual(targets)
    },
  )

  it('gives each year of a list its own amount', () => {
    expect(told('设立专项资金4.5亿元，其中2024年1.2亿元、2025年1.5亿元。', '2024')).toEqual([
      '专项资金 eq 4.5亿元',
      '专项资金 eq 1.2亿元 @2024',
      '专项资金 eq 1.5亿元 @2025',
    ])
  })

  it.each([
    ['2024年、2025年分别完成改造100个、120个。', ['改造 eq 100个 @2024', '改造 eq 120个 @2025']],
    [
      '2024年底、2025年底覆盖率分别达到60%、70%。',
      ['覆盖率 eq 60% @2024-12-31', '覆盖率 eq 70% @2025-12-31'],
    ],
    ['到2024年和2025年，签约率分别达到58%和65%以上。', ['签约率 gte 58% @2024', '签约率 gte 65% @2025']],
  ])('gives each amount its own of as many dates in a row: %s', (text, targets) => {
    expect(told(text, '2024')).toEqual(targets)
  })

  it.each([
    ['不得擅自将不足50平方米的住房出租。', []],
    ['近三年累计投入5亿元。', []],
    ['给予5万元至10万元的奖励。', ['奖励 range 5–10万元']],
    ['给予5万元以上10万元以下的奖励。', ['奖励 range 5–10万元']],
    ['15日内提交申请。', ['提交申请 lte 15日']],
    ['申请前12个月内缴纳社会保险。', []],
    ['近3年内毕业的毕业生就业率达90%以上。', ['近3年内毕业的毕业生就业率 gte 90%']],
    ['补贴标准由现行的每人每月500元提高为600元。', ['补贴标准 eq 600元 (每人每月)']],
    ['由住建局将30个小区提升为示范小区。', ['由住建局将小区提升为示范小区 eq 30个']],
  ])('reads what is bound, and no condition or past: %s', (text, targets) => {
    expect(told(text)).toEqual(targets)
  })

  it('pairs no dates in a row with amounts of different things', () => {
    const deadlines = read('2024年、2025年新建幼儿园10所、小学5所。', '2024').map(({ deadline }) => deadline)
    expect(new Set(deadlines)).toEqual(new Set(['2025']))
  })

  it('takes the years that a goal is to take for no amount, and holds no earlier date against it', () => {
    expect(told('存管率到2024年底达到100%；三年新建母婴室90间。', '2024')).toEqual([
      '存管率 eq 100% @2024-12-31',
      '新建母婴室 eq 90间',
    ])
    expect(told('三年内完成适老化改造6000户，其中2024年完成2000户。', '2024')).toEqual([
      '适老化改造 eq 6000户',
      '适老化改造 eq 2000户 @2024',
    ])
  })

  it('reads an amount before its noun and one behind it alike', () => {
    expect(told('安裝32套健身路徑、提檔升級255個小區器材;新建體育公園5個。')).toEqual([
      '健身路徑 eq 32套',
      '提檔升級小區器材 eq 255個',
      '新建體育公園 eq 5個',
    ])
  })

  it('counts Chinese figures where they are amounts', () => {
    expect(told('聘請十名專家進百所幼兒園,對千名教師進行培訓。')).toEqual([
      '聘請專家 eq 10名',
      '幼兒園 eq 100所',
      '教師進行培訓 eq 1000名',
    ])
  })

  it('takes any row of lead words off', () => {
    expect(told('积极推进在全市建设公厕9座。')).toEqual(['公厕 eq 9座 (全市)'])
  })

  it('measures a share against its base', () => {
    expect(told('月租金不高于同地段市场租金的85%。')).toEqual(['月租金 lte 85% (同地段市场租金)'])
  })

  it('gives both the thing and the size that it must have', () => {
    expect(told('建設10個面積不少于1000平方米的養老服務綜合體。')).toEqual([
      '養老服務綜合體 eq 10個',
      '養老服務綜合體面積 gte 1000平方米',
    ])
  })
})

describe('lists', () => {
  it('gives each member of 分別 its own number, and one 以上 to all of them', () => {
    expect(told('農貿市場銷售者建檔率和食用農產品快檢率分別達95%和85%以上。')).toEqual([
      '農貿市場銷售者建檔率 gte 95% (農貿市場)',
      '農貿市場食用農產品快檢率 gte 85% (農貿市場)',
    ])
  })

  it('leaves a hundred per cent whole beside an 以上', () => {
    expect(told('实名服务率、帮扶就业率分别达100%和90%以上。')).toEqual([
      '实名服务率 eq 100%',
      '帮扶就业率 gte 90%',
    ])
  })

  it('lets a word in front hold for the whole list', () => {
    expect(told('工具普及率、工序数控化率分别超过90%、75%。')).toEqual([
      '工具普及率 gt 90%',
      '工序数控化率 gt 75%',
    ])
  })

  it('tells 城鄉 apart', () => {
    expect(told('城鄉居民收入分別增長7%和8%。')).toEqual([
      '城鎮居民收入增長 eq 7% (城鎮)',
      '農村居民收入增長 eq 8% (農村)',
    ])
  })

  it('repeats the verbs that a list shares', () => {
    expect(told('新建、改造城市公廁79座、農村公廁59座。')).toEqual([
      '新建、改造城市公廁 eq 79座',
      '新建、改造農村公廁 eq 59座',
    ])
  })

  it('splits 均 and rates that are said together', () => {
    expect(told('普惠园、优质园覆盖率均达90%以上。')).toEqual([
      '普惠园覆盖率 gte 90%',
      '优质园覆盖率 gte 90%',
    ])
  })
})

describe('what earlier words govern', () => {
  it('carries a deadline through the sentence, and no further', () => {
    expect(told('到2022年底,新增就業7萬人,完成20件實事。建設食堂100個。')).toEqual([
      '新增就業 eq 7萬人 @2022-12-31',
      '實事 eq 20件 @2022-12-31',
      '食堂 eq 100個',
    ])
  })

  it.each([
    ['全年完成改造公厕9座。', '2022'],
    ['年底前改造公厕9座。', '2022-12-31'],
    ['到2025年，改造公厕9座。', '2025'],
    ['2023年9月底前改造公厕9座。', '2023-09-30'],
    ['“十四五”期间，改造公厕9座。', '2025'],
    ['3年内改造公厕9座。', undefined],
  ])('reads the deadline of %s', (text, deadline) => {
    expect(read(text)[0]?.deadline).toBe(deadline)
  })

  it('does not lay a deadline on a standing duty', () => {
    expect(told('到2023年底，签约率达65%以上，健康评估每年不少于1次。')[1]).toBe('健康评估 gte 1次 (每年)')
  })

  it('lets the line above a list of goals date all of them', () => {
    expect(told('到2025年，主要目标如下：\n——森林覆盖率稳定在24%。')).toEqual(['森林覆盖率 eq 24% @2025'])
  })

  it('keeps each county, each person and each hundred homes as scope', () => {
    expect(told('每個縣(市、區)新建加工項目2個,爭創先行區1個。')).toEqual([
      '新建加工項目 eq 2個 (每個縣(市、區))',
      '先行區 eq 1個 (每個縣(市、區))',
    ])
    expect(told('孤儿基本生活费每人每月不低于300元。')).toEqual(['孤儿基本生活费 gte 300元 (每人每月)'])
    expect(told('新建住宅区按照每百户不少于25平方米的标准配套建设养老用房。')).toEqual([
      '养老用房 gte 25平方米 (新建住宅区，每百户)',
    ])
  })

  it('keeps an age as scope', () => {
    expect(read('為10000名60周歲以上獨居老人安裝呼叫裝置。')).toMatchObject([
      { indicator: '獨居老人安裝呼叫裝置', value: 10000, unit: '名', scope: '60周歲以上獨居老人' },
    ])
  })

  it('takes a missing noun from the phrase before', () => {
    expect(told('持续实施老旧小区改造，全年完成改造149个。')).toEqual(['老旧小区改造 eq 149个 @2022'])
    expect(told('覆盖率2022年达60%，2023年达90%以上。')).toEqual([
      '覆盖率 eq 60% @2022',
      '覆盖率 gte 90% @2023',
    ])
  })
})

describe('what is no target', () => {
  it.each([
    '推進“5G+工業互聯網”和PM2.5、O3雙減。',
    '实行“5+2”服务，落实2021年版目录，启动二期工程，申报三级医院。',
    '推进三年行动计划和第三批试点，召开第28次会议。',
    '扩大“15分钟医保服务圈”，深化“四大行动”。',
    '咨询电话0515-12345678，自2022年1月1日起施行，有效期5年。',
    '对年营业收入2000万元以上的企业给予支持。',
    '前款所称经济困难，是指收入在低保标准2倍以内。',
    '年满60周岁、缴费满15年的，按月领取。',
    '在已建成公园20个的基础上继续推进。',
    '市级按4∶6的比例分担。',
  ])('finds none in %s', (text) => {
    expect(told(text)).toEqual([])
  })

  it('leaves out what was reached in a past year', () => {
    expect(told('2021年，新增就业5万人。2022年，新增就业6万人。')).toEqual(['新增就业 eq 6万人 @2022'])
  })

  it('does not read the spans that it is told to skip', () => {
    const text = '建设食堂9个。(3个部门负责)'
    expect(read(text, '2022', [{ start: 7, end: text.length }])).toHaveLength(1)
  })
})

describe('quotes', () => {
  it('quotes the comma-level phrase, verbatim', () => {
    const text = '7﹒文體惠民。全年新建步道80公里、安裝32套路徑;新建公園(含廣場)5個。'
    const targets = read(text)
    expect(targets.map(({ quote }) => quote)).toEqual([
      '全年新建步道80公里、安裝32套路徑',
      '全年新建步道80公里、安裝32套路徑',
      '新建公園(含廣場)5個',
    ])
    for (const { start, end, quote } of targets) expect(text.slice(start, end)).toBe(quote)
  })
})

describe('numbers', () => {
  it.each([
    ['新增7萬人以上', 7, '萬人', '7萬人'],
    ['籌集3200套（间）', 3200, '套（间）', '3200套（间）'],
    ['新建公路1,200公里', 1200, '公里', '1,200公里'],
    ['三千万元', 3000, '万元', '三千万元'],
    ['两所', 2, '所', '两所'],
    ['百分之九点五', 9.5, '%', '百分之九点五'],
    ['覆盖率８０％', 80, '%', '８０％'],
  ])('reads %s', (text, value, unit, raw) => {
    expect(readNumbers(text)).toMatchObject([{ value, unit, raw }])
  })

  it('leaves a range as two numbers', () => {
    expect(readNumbers('30%至40%').map(({ value }) => value)).toEqual([30, 40])
  })

  it('takes no ordinal and no name for an amount', () => {
    expect(readNumbers('5G、PM2.5、5+2、第三批、千方百计')).toEqual([])
  })
})
