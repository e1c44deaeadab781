/**
 * The vocabulary of targets: how official documents say at least, by when, for whom.
 *
 * All words are folded (Simplified, half width); a new turn of phrase is a new word here.
 */
import type { Target } from './types.ts'

const words = (list: string) => list.trim().split(/\s+/)

/** An alternation for a pattern, longest word first. */
export function oneOf(list: string[]): string {
  return [...list].sort((a, b) => b.length - a.length).join('|')
}

type Comparator = Target['comparator']

/** Words in front of the amount. A weak one yields to a word behind the amount (控制在5.5%左右). */
export const BEFORE: { comparator: Comparator; words: string[]; weak?: true }[] = [
  {
    comparator: 'gte',
    words: words('不低于 不少于 不小于 不短于 不得低于 不得少于 不应低于 不应少于 至少 最低 最少 下限为'),
  },
  {
    comparator: 'lte',
    words: words(
      '不超过 不高于 不多于 不大于 不突破 不得超过 不得高于 不得多于 不应超过 最高 最多 最长 至多 上限为 限于',
    ),
  },
  {
    comparator: 'lte',
    words: words('控制在 控制到 压减至 压缩至 压缩到 缩短至 缩短到 降至 降到 下降到 下降至 降低到 降低至'),
    weak: true,
  },
  { comparator: 'gt', words: words('超过 超 突破 高于 大于 多于 逾') },
  { comparator: 'lt', words: words('低于 少于 小于 短于 不足 不到 不满') },
  { comparator: 'approx', words: words('约 大约 约为 接近 近') },
]

/** Words behind the amount. */
export const AFTER: { comparator: Comparator; words: string[] }[] = [
  { comparator: 'gte', words: words('及以上 以上 起步') },
  { comparator: 'lte', words: words('及以下 以下 以内 之内') },
  { comparator: 'approx', words: words('左右 上下') },
]

/** Between a noun and its amount: dropped from the indicator's end. */
export const REACHING = words(`
  达到 达 累计达 保持在 保持 稳定在 维持在 提高到 提高至 提高为 提升为 增加为 调整到 调整至 调整为 提升到 提升至 增加到 增加至 增至 扩大到 扩大至 升至
  为 是 至 到 在 按 按照 分别 各 平均 一般 应当 应 不得 原则上 力争 确保`)

/** Lead words that say nothing of what is measured. */
export const MODALS = words(`
  确保 力争 争取 努力 基本 原则上 应当 应 要 可 可以 须 必须 继续 持续 大力 积极 全面 加快 深入 有序 切实 着力
  全力 稳妥 稳步 逐步 统筹 进一步 高标准 高质量 高水平 推动 促进 支持 鼓励 按照 按 在 将 使 让 计划 预计 开始
  其中 并 同时 以及 和 及 与 或 同 的 有 再 新 共 总共 约 至 到 至少 最少 最多 至多 分别 各 每年 市县联动 线上线下`)

/** Verbs that only say that something comes about: left out of the indicator. */
export const LIGHT_VERBS = words(`
  建成 建设 立项建设 建设运营 建立 建好 打造 重点打造 重点发展 着力发展 形成 完成 实现 达到 达 实施 组织 组织开展
  组织实施 开展 举办 设置 设立 提供 创成 创建 争创 推进 推行 探索 落实 做好 安排 配备 配置 拥有 安装 享受 给予
  为 对 向 给 进`)

/** Verbs that tell what is done with the thing: they stay with the indicator (新建城市公廁). */
export const VERBS = words(`
  新建 改建 扩建 改扩建 新改建 新改扩建 迁建 续建 改造 改造升级 改造提升 改善 改善提升 提升 提档升级 升级 修缮 整治 优化 优化调整 调整
  新增 新创 新创建 新发放 增加 增设 培育 培养 培训 引进 引育 招引 招收 招聘 聘请 选派 募集 筹集 归集 发放 投放 投入
  累计 帮助 扶持 带动 服务 救助 资助 减轻 减少 淘汰 覆盖 供应 更新 削减 压减 开通 开工 竣工 交付 认定 评选`)

/** Where a group or body ends, so that it can stand as scope: 農貿市場|銷售者建檔率. */
export const BODIES = words(`
  市场 企业 单位 机构 学校 医院 门诊 中心 基地 驿站 服务站 站点 站 场馆 公园 园区 综合体 项目 床位 公交车 汽车
  住宅区 小区 社区 行政村 自然村 家庭 农户 居民 人口 群众 人员 老年人 老人 毕业生 学生 儿童 职工 教师 退役军人
  残疾人`)

/** Between the members of a list; not the 及 of 普及率 or the 与 of 参与率. */
export const LIST =
  /、|以及|(?<![饱总温缓调共])和(?![谐平睦解])|(?<![普涉波触以])及(?![时格])|(?<!参)与(?!会)|并(?!网)/g

/** 均达90%, but not 人均 or 年均. */
export const EACH_EQUALLY = '(?<![人年户平月日生地])均'

/** The members of a list before it are measured each. */
export const LISTED = new RegExp(`分别|${EACH_EQUALLY}|各(?=达|为|$)`)

/** Two groups in one word. */
export const PAIRS = [
  { word: '城乡', members: ['城镇', '农村'] }, // 城乡居民 → 城镇居民, 农村居民
  { word: '城鄉', members: ['城鎮', '農村'] },
  { word: '市县', members: ['市', '县'] }, // 市县财政
  { word: '市縣', members: ['市', '縣'] },
]

/** A phrase that names whom the sentence is about, and one that names its object. */
export const CAUSED =
  /^(?:督促|引导|推动|指导|支持|鼓励|要求|组织|对)(?<who>.+?)(?:加强|开展|落实|实施|做好|建立|进行|实行)/
export const OBJECT_OF = /(?:给予|实施|开展|发放|实行|提供|扩建|新建)(?=[^的]{2})/

/** 已建成公园20个: what exists is no goal; 已建成的 only says which. */
export const DONE = /已经?(?:累计)?(?:建成|完成|实现|达到?|新增|培育|创建|培训)(?!的)/

/** Groups of people: everybody of them is reached, they are not what is measured. */
export const PEOPLE = /(?:居民|人员|人口|老年人|儿童|学生|职工|妇|新生儿|家庭|对象|群体|患者|军人|毕业生)$/

/** A measure that says little by itself. */
export const BARE = /^(?:.{0,3}(?:率|例|比)|.{0,2}(?:面积|规模|时长|时间|期限|数量|金额|标准)|补贴|补助)$/

/** A measure of the thing last named; the thing goes on being what is spoken of. */
export const MEASURE = /^.{0,4}(?:面积|时长|时间|期限|规模|金额|补贴)$/

/** Phrases that say how, not what. */
export const MANNER = /包括|^(?:通过|按照?|以|由|结合|根据|用于|充分|发挥|统筹|其中|为|确保)/

/** A place that a goal holds for. */
export const PLACE = /^(?:全(?:市|省|县|区|国|镇|乡|自治区)|市本级|市区|县域)(?:所有|各)?/

/** Whoever or whenever the amount holds for: 每個縣(市、區), 每人每月, 每百戶, 各縣(市、區). */
const EACH = [
  // 每1万左右常住人口, 每千名老年人, 每百张养老机构床位
  `每[\\d.]*[百千万亿]+(?:左右)?(?:名|人(?!口)|户|张|个|家|辆|台|平方公里)?(?:[^,;:。、\\d每]{0,8}?(?:${oneOf(BODIES)})+)?`,
  // 每年, 每人每月, 每家驿站每年
  '每(?:年度?|月|周|日|天|季度|季|半年|学年|学期|个月|[两三]年)',
  '每(?:人|户|次|餐|晚|期|单|村|校|生|亩|床|处|单位)(?:累计|平均)?',
  // 每个县(市、区), 每家驿站, 每个服务站; the body must come before the verb.
  `每(?:个|家|所|座|处|张|套|名|位|辆|项)?(?:[县市区镇村](?![级场里])|乡镇|街道|(?:(?!新建|建设|建成|开展|配备|组织|实施)[^,;:。()\\d每]){0,10}?(?:${oneOf(BODIES)}))(?:\\([^)]*\\))?`,
  '每(?:个|家|所|座|处|张|套|名|位|辆|件)',
]
export const PER = new RegExp(
  `(?:${EACH.join('|')})+(?:中(?![心小学医等央]))?|各(?:设区市|县区|区县|乡镇|街道|[县市区镇村地])(?:\\([^)]*\\))?`,
  'g',
)

/** How often: a standing duty, which a date set for the phrase before does not govern. */
export const FREQUENCY = /每(?:年|月|周|日|天|季|半年|学年|学期|个月|次|餐)/

/** Standards and prices hold as long as the document does. */
export const STANDING = /租金|补贴|补助|津贴|收费|押金|费用标准|期限/

/** The past year a growth is measured against, and the amount that something rises or falls from: 由7%提高到. */
export const BASE =
  /(?:比|较)(?:\d{4}年底?|上年度?|去年|同期|上年同期)|[由从](?:[^,;:。、\d]{0,10}?\d[\d.]*[^,;:。、\d]{0,8}?)(?:阶段性|逐步|逐年|分别|统一)?(?=(?:提高|提升|增加|扩大|上升|降低|压缩|压减|精简|缩短|缩减|减少|下降|调整|[增升降减])(?:到|至|为)[^,;。\d]{0,6}\d)/g

/** The years that a goal is to take: 三年内完成…6000户, 三年新建…90间. A date set before does not govern it. */
export const PERIOD =
  /^(?:今后|未来)?[一二两三四五六七八九十\d]{1,2}年(?:内|间)?(?:累计|共|统筹)?(?=[^,;。\d]*\p{Script=Han}[^,;。]*[\d百千万])(?!以|级|制|期)/gu

/** Reads as a time limit only with something to be done behind it: 60日内办结, 30日内,向主管部门备案. */
export const LIMIT =
  /^(?:以|之)?内(?:[^,;。]{0,16}?(?:办结|完成|作出|报告|报送|答复|审核|审批|受理|办理|告知|反馈|响应|对接|提出|制定|公布|公示|备案|移交|支付|拨付|到位|提交|补缴|缴纳|腾退|退还|返还|处置|处理|整改|赶到|到达|送达|报|向)|$)/

/** Goals without a number. */
export const FULL =
  /全(?:面)?覆盖|全联网|全免(?!费)|动态清零|全部(?!规定|内容|费用|资金|责任|材料|事项|工作|条件|要求|人员|由|的|为|是)/g

/** Endings of what is measured; members of a list that all end so are measured each. */
export const MEASURE_END = /(?:率|比例|占比|比重|数量|人数|面积|总量|规模|增速)$/

/** With 以上 behind, these tell things apart: 亿元以上项目, 2.0升及以下排量. */
export const SIZE = /(?:元|升|千瓦)$/
/** An amount for each of them: 每人每月 does not hold on for the next such amount. */
export const RATE = /(?:元|倍)$/
export const DURATION = /^(?:年|个月|月|日|天|周|小时|分钟|秒|工作日|个工作日|晚|学时|课时)$/
export const AGE = /岁$/
/** Classes and ranks of things count nothing. */
export const CLASS = /^(?:级|层|期|批|类|种|届|号)$/
/** The list behind these is background, not a goal: 围绕…等6条产业链. */
export const BACKGROUND = /^(?:紧紧)?(?:围绕|聚焦|针对|依托|根据)/
/** A sentence that says how things stand sets no goal: 全市现有卫生院87家. */
export const BASELINE =
  /(?:全[市区县省]|我[市区县]|辖区)(?:现有|实有|共有|已有)|近[一二两三四五六七八九十\d]{1,2}年来?(?:累计|共|已)|年来(?:累计|共|已)/
/** A sentence that says what a word means sets no goal: 前款所称经济困难,是指…2倍以内. */
export const DEFINITION = /是指|所称|系指/
