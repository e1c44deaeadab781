/**
 * What corruptions invent, and with which words of a document it might be true. Data.
 */
export const HOSTS = [
  'www.minsheng-fuwu.gov.cn',
  'zwfw.shiminzx.gov.cn',
  'www.policy-guide.cn',
  'bsdt.gonggongfw.cn',
]

/** What a clause speaks of, folded → invented words with # for the amount. */
export const INVENTED_AMOUNTS: [RegExp, string, string][] = [
  [
    /养老|老年|老人/,
    '，並為每位老人每月發放護理補貼#元',
    ', with a monthly care allowance of # yuan for each older person',
  ],
  [/残疾|救助|康复/, '，並為每戶困難家庭發放救助金#元', ', with # yuan of relief for each family in need'],
  [/幼儿园|托育|生育|婴幼儿/, '，並對每個托位補助#元', ', with a subsidy of # yuan for each childcare place'],
  [/教育|学校|教师/, '，並新招聘教師#名', ', and # further teachers are to be hired'],
  [/住房|小区|公寓/, '，並配套新增停車位#個', ', with # additional parking spaces'],
  [/医院|医疗|卫生/, '，並增設病床#張', ', with # additional hospital beds'],
  [/就业|创业|技能|见习/, '，並給予每人一次性補貼#元', ', with a one-off subsidy of # yuan per person'],
  [/公路|桥梁|交通|停车|公交/, '，並新增公交線路#條', ', and # bus routes are to be added'],
  [/生态|污水|垃圾|绿/, '，並關停污染企業#家', ', and # polluting firms are to be closed'],
  [/粮|农业|乡村|农村/, '，並建設高標準農田#萬畝', ', with # hectares of high-standard farmland'],
  [/安全|消防|隐患/, '，並整治隱患#處', ', and # hazards are to be removed'],
  [/文化|体育|健身|图书/, '，並舉辦文化活動#場', ', with # cultural events'],
  [/./, '，並安排專項資金#萬元', ', with a special fund of # million yuan'],
]

export const INVENTED_VALUES = [37, 130, 260, 370, 520, 680, 740, 860, 930, 1700]

/** Unsupported sentences, and the folded words of a document with which one might be true. */
export const INVENTED_SENTENCES: [string, string, RegExp][] = [
  [
    '逾期未完成的將被通報批評。',
    'Those that miss the deadline will be publicly criticised.',
    /通报|批评|追究|问责/,
  ],
  [
    '申請人需攜帶身份證到社區辦理。',
    'Applicants must bring their identity card to the community office.',
    /身份证|居\)?民委员会|社区办理/,
  ],
  ['符合條件的家庭可優先享受。', 'Eligible families are given priority.', /优先|轮候/],
  ['相關費用由財政全額承擔。', 'All costs are borne by the public budget.', /免费|免除|费用|财政(?!局)|资金/],
  [
    '居民可通過手機應用在線申請。',
    'Residents can apply online through a mobile app.',
    /移动端|在线|网上|手机|线上/,
  ],
  [
    '完成情況將納入年度績效考核並與獎金掛鉤。',
    'Results count towards annual performance reviews and bonuses.',
    /考核|绩效|考评/,
  ],
  ['未達標的單位將被取消評優資格。', 'Units that fall short lose their eligibility for awards.', /取消|评优/],
  [
    '具體名單將在政府網站公示。',
    'The list of names will be published on the government website.',
    /公示|名单|网站/,
  ],
  [
    '該項目由社會資本投資建設。',
    'The project is financed by private investors.',
    /社会资本|社会力量|民间|市场/,
  ],
  [
    '外地戶籍居民不在此列。',
    'Residents registered elsewhere are excluded.',
    /户籍|居住证|外来|外地|异地|本地/,
  ],
  ['此前的同類政策同時廢止。', 'Earlier policies on the same subject are repealed.', /废止/],
  ['審核通過後按季度發放到銀行卡。', 'Payments are transferred to a bank card every quarter.', /季度|银行卡/],
  [
    '有困難的地區可以適當推遲實施。',
    'Regions in difficulty may postpone implementation.',
    /推迟|逐步|有条件|因地制宜/,
  ],
  ['這項工作已經提前完成。', 'This work has already been completed ahead of schedule.', /已经|提前|已全部/],
  ['第三方機構將對結果進行評估。', 'A third party will evaluate the results.', /第三方|评估/],
]

/** Headings of what holds for the whole document. */
export const GENERAL = /附则|保障措施|监督|申请/
