/**
 * Words that are not said unless the text says so: what weighs heavily, what turns a task round, what binds or is done. Data; all folded.
 */

/** What is said, and what of it or like it must stand in the text, where the text speaks of the same. */
export interface Grave {
  said: RegExp
  stated: RegExp
  /** It is a denial itself: 不属于, 免于. Only what the question asserts is so denied without the text. */
  denies?: true
  example: string
}

/** What weighs heavily on people. */
const BURDENS: Grave[] = [
  {
    said: /罚款|\b(?:fine[ds]?|penali[sz]ed)\b/,
    stated: /罚/,
    example: '逾期的处以罚款',
  },
  {
    said: /吊销|撤销|\brevok\w*/,
    stated: /吊销|撤销|取消|收回/,
    example: '吊销生产许可证',
  },
  {
    said: /取消.{0,6}(?:资格|评优)|列入黑名单|\b(?:disqualif\w*|lose their|forfeit\w*|blacklist\w*)\b/,
    stated: /取消|黑名单|退回|停发|停止/,
    example: '未达标的单位将被取消评优资格',
  },
  {
    said: /通报批评|\bpublicly criticised\b/,
    stated: /批评|追究|问责|通报/,
    example: '逾期未完成的将被通报批评',
  },
  {
    said: /提前(?:全部)?完成|\bahead of schedule\b/,
    stated: /提前/,
    example: '这项工作已经提前完成',
  },
  {
    said: /优先|\b(?:priority|preference|given preferential)\b/,
    stated: /优先|顺序|轮候|就高|重点|倾斜|首先|先/,
    example: '符合条件的家庭可优先享受',
  },
  {
    said: /废止|作废|\b(?:repealed?|abolished|annulled)\b/,
    stated: /废止|作废|失效|停止执行|取消/,
    example: '此前的同类政策同时废止',
  },
  {
    said: /推迟|延期|暂缓|\bpostpone\w*/,
    stated: /推迟|延|缓|暂/,
    example: '有困难的地区可以推迟实施',
  },
  {
    said: /不在此列|不在此限|排除在外|\b(?:are|is) excluded\b|\bdo(?:es)? not qualify\b/,
    stated: /除外|不再|不得|不予|户籍|不包括|限|不适用/,
    example: '外地户籍居民不在此列',
  },
  {
    said: /身份证|\b(?:identity|id) cards?\b/,
    stated: /身份证|证件/,
    example: '需携带身份证',
  },
  {
    said: /网站|手机应用|\b(?:website|mobile app|online)\b/,
    stated: /网|线上|在线|移动端|手机|平台|app|掌上|云/,
    example: '可通过手机应用申请',
  },
  {
    said: /银行卡|\bbank (?:card|account)s?\b/,
    stated: /银行卡|账户|卡/,
    example: '发放到银行卡',
  },
  {
    said: /社会资本|\bprivate (?:investors?|capital|companies|firms)\b/,
    stated: /社会资(?:本|金)|社会力量|民办|民营|市场|企业/,
    example: '由社会资本投资建设',
  },
  {
    said: /关停|关闭|取缔|\b(?:closed|shut) (?:down|immediately|by)\b|\bshall be closed\b/,
    stated: /关停|关闭|取缔|淘汰|停业|停产/,
    example: '园区一律关闭',
  },
  {
    said: /\breimburs\w*|报销/,
    stated: /报销|补助|返还|补贴/,
    example: 'the city reimburses half of it',
  },
  {
    said: /竣工|\bended\b|\bcompleted ahead\b/,
    stated: /竣工|完工|建成/,
    example: '工程已经竣工',
  },
  {
    said: /自费|自付|自理|自掏|自己(?:付|出|承担|掏)|自行(?:付|承担|负担)|\b(?:own expense|out of (?:their )?pocket|own pocket|pay (?:for (?:it|this|them) )?(?:themsel\w+|yoursel\w+))/,
    stated: /自费|自付|自理|自负|自行|个人(?:缴|承担|支付)|本人/,
    example: '上门服务由老人自己付费',
  },
  {
    said: /收费(?!标准)|收取费用|\bcharged\b(?! by)/,
    stated: /收费|收取|缴|付费|价格|租金|费用/,
    example: '这项服务收费',
  },
]

/** What is over, or whole. */
const ENDED: Grave[] = [
  {
    said: /结束|完毕|已?截止|\b(?:is|are|was|were|has|have) (?:now )?(?:over|ended|finished|concluded)\b/,
    stated: /结束|完毕|截止|期满|终止|完成/,
    example: '优待证发放工作已经结束',
  },
  {
    said: /全额|\bin full\b/,
    stated: /全额|足额|全部|免费|免除/,
    example: '由县级财政全额承担',
  },
]

/** What turns a task or a right round: ending, lessening, forbidding, exempting. */
const TURNS: Grave[] = [
  {
    said: /拆除|拆掉|拆毁|\b(?:demolish\w*|torn down|dismantl\w*)/,
    stated: /拆/,
    example: '拆除农村公厕59座',
  },
  {
    said: /暂停|停止|停建|停办|停用|中止|终止|叫停|\b(?:suspend\w*|halt\w*|discontinu\w*|stopped|stop(?= \w+ing)|ceas(?:e|es|ed))\b/,
    stated: /停|中止|终止|不再|暂缓/,
    example: '暂停新建、改造农村公厕',
  },
  {
    said: /取消|废除|\b(?:cancel\w*|scrap(?:s|ped)?|abolish\w*|withdrawn)\b/,
    stated: /取消|撤销|废止|终止|失效/,
    example: '取消一刻钟便民生活圈建设',
  },
  {
    said: /免于|免予|豁免|免除|免缴|免征|不受|\bexempt\w*/,
    stated: /免于|免予|豁免|减免|免除|免征|免收|免缴|不受|不适用|免费/,
    denies: true,
    example: '政府机关食堂免于监督检查',
  },
  {
    said: /放松|放宽|松绑|弱化|\b(?:relax\w*|loosen\w*|weaken\w*)\b/,
    stated: /放松|放宽|降低|松绑|弱化|减弱/,
    example: '放松对工地食堂的监督检查',
  },
  {
    said: /下降|减少|削减|缩减|压减|裁减|\b(?:reduc(?:es?|ed)|reduction|decreas\w*|declin\w*|cut(?:s|back)?|shrink\w*)\b/,
    stated: /下降|减|降|压|缩/,
    example: '全市居民人均可支配收入下降7.5%',
  },
  {
    said: /禁止|严禁|不得(?![高低超少多大小短长突])|不许|不准|\b(?:forbid\w*|forbidden|prohibit\w*|bann?(?:ed|s)?|not allowed|not permitted)\b/,
    stated: /禁|不得|不许|不准|不予|不能|严|不再/,
    denies: true,
    example: '任何单位不得使用',
  },
  {
    said: /关停|关闭|取缔|\b(?:be|is|are|were|will|shall|must|to) close[sd]?\b(?! (?:to|by))|\bclos(?:es|ed) down\b|\bclosures?\b/,
    stated: /关停|关闭|取缔|淘汰|停业|停产|停|闭环/,
    example: 'All outlets will be closed',
  },
  {
    said: /不再(?!重复)|\bno longer\b/,
    stated: /不再|停|终止|取消/,
    denies: true,
    example: '农房改善工作不再进行',
  },
  {
    said: /可以不|无需|不需要?(?=\p{Script=Han})|不必|不用(?=\p{Script=Han})|\b(?:need not|no need|(?:do|does) not (?:have|need) to)\b/u,
    stated: /可以不|无需|不需|不必|不用|免|取消|自愿|无人/,
    denies: true,
    example: '已建成住宅区可以不配建养老用房',
  },
  {
    said: /降低|调低|下调|缩小|\blower(?:s|ed|ing)\b/,
    stated: /降|下调|缩小|减/,
    example: '降低最低工资标准',
  },
  {
    said: /提高|上调|调高|扩大|\b(?:rais(?:es?|ed)|expand(?:s|ed)?)\b/,
    stated: /^(?!.*(?:降低|下调|缩小))|提高|提升|上调|增加/,
    example: '法律援助门槛将提高',
  },
]

/** Whom it reaches, made wider in so many words. */
const WIDENED: Grave[] = [
  {
    said: /不分(?:年龄|户籍|城乡|地区)|不限(?:年龄|户籍|地区)|无论|不论|\bregardless\b|\bincluding (?:non-|those from other)|\bor not\b/,
    stated: /不分|不限|无论|不论|外地|非本|全体|所有/,
    denies: true,
    example: '残疾人不分年龄都可以得到',
  },
]

/** What binds where the text only encourages, what is done where it is a goal, what compares where nothing is compared. */
const STRENGTHENED: Grave[] = [
  {
    said: /必须|强制|务必|\b(?:mandatory|obligatory|obliged|compulsory(?!.(?:education|school)))\b/,
    stated: /必须|强制|务必|须|应当|应|不得|确保|严格|一律|要|不低于|不少于|不超过|实现|落实|承担|责任/,
    example: '灵活就业人员必须参加',
  },
  {
    said: /必须|强制|务必|一律|应当|\b(?:mandatory|obligatory|obliged|compulsory(?!.education)|must|have to|has to|required to)\b/,
    stated: /^(?!.*(?:鼓励|引导|倡导))|必须|应当|不得|不低于|不少于|不超过/,
    example: 'Flexible workers must join the scheme',
  },
  {
    said: /比(?!例|率|重|值|较|赛|如|对|照)[^,;。比]{2,14}?(?:更)?(?:多|少|高|低|大|小|长|短|快|慢|严)|\b(?:more|fewer|higher|lower|larger|smaller|longer|better|stricter) (?:[a-z-]+ ){0,4}than (?!\d|one|half|a |once|twice|the \d)[a-z]/,
    stated: /比(?!例|率|重)|高于|低于|多于|少于|大于|小于|超过|优于/,
    example: '农村公厕的数量比城市公厕多',
  },
  {
    said: /已经?(?:全部|基本|如期|顺利|累计|成功)?(?:新建|改造|建成|建设|建好|建|筹集|完成|完工|实现|安装|培训|新增|发放|开通|创建|创成|出台|投入|购买|提供|举办|组织|设立|落实|启动|达到|达)|(?:新建|改造|建成|筹集|完成|安装|培训|新增|发放|举办)了|\balready\b(?! (?:li(?:v|st)|receiv|enjoy|draw|get))|(?<!\bto )\b(?:has|have) (?:already |now )?(?:reached|met|exceeded|completed|built|achieved|opened|created)\b|(?<!\bto )\b(?:has|have|had) (?:already |now )?been (?:newly )?(?:built|renovated|completed|provided|finished|raised|created|set up|established|installed|trained|achieved|reached|met|opened|secured|arranged|added|organi[sz]ed|held|launched)|\b(?:was|were) (?:newly )?(?:built|renovated|completed|finished|raised|installed|achieved|reached|created|opened)\b/,
    stated: /已|既有|完成情况/,
    example: '全市已经新建、改造城市公厕79座',
  },
]

export const GRAVE: Grave[] = [...BURDENS, ...ENDED, ...TURNS, ...WIDENED, ...STRENGTHENED]
