/**
 * The words that bound an amount and name its unit. Data; all folded.
 */
import type { Comparator } from '../../../corpus/types.ts'

/** English words in front of an amount, the longer first; at most two words may stand between. */
export const BEFORE_EN: { comparator: Comparator; words: string }[] = [
  {
    comparator: 'gte',
    words:
      'at or above|at or over|at least|no fewer than|not fewer than|no less than|not less than|not be less than|not be fewer than|no lower than|not lower than|not be lower than|not below|a minimum of|minimum of|minimum|at a minimum|starting at|upwards of|not fall below|not drop below',
  },
  {
    comparator: 'lte',
    words:
      'at or below|at or under|at most|no more than|not more than|not be more than|no higher than|not higher than|not exceed(?:ing)?|not be above|not above|not over|up to|within|a maximum of|maximum of|maximum|capped at|limited to|held to|kept to|under no more than|no longer than|not last longer than|not be longer than',
  },
  {
    comparator: 'gt',
    words: 'more than|greater than|over|exceeds?|exceeding|above|in excess of|surpass(?:es|ing)?',
  },
  { comparator: 'lt', words: 'less than|fewer than|lower than|under|below' },
  { comparator: 'approx', words: 'about|around|approximately|roughly|some|close to|nearly|almost' },
]

/** English words behind an amount and its noun. */
export const AFTER_EN: { comparator: Comparator; words: string }[] = [
  {
    comparator: 'gte',
    words: '(?:or|and) (?:more|above|over|higher|older|longer|up)|as a minimum|at least(?=\\s*[).])|plus',
  },
  {
    comparator: 'lte',
    words: '(?:or|and) (?:less|fewer|below|under|lower|younger)|at most(?=\\s*[).])|as a maximum|or shorter',
  },
  { comparator: 'approx', words: 'or so' },
]

/** What bounds an amount beside the words of targets. */
export const FURTHER_BOUNDS: {
  comparator: Comparator
  before?: RegExp
  behind?: RegExp
  /** It may be left out: 满2年 is two years. */
  plain?: true
  /** No other word bounds the amount then. */
  firm?: true
  example: string
}[] = [
  {
    comparator: 'lte',
    before: /不(?:能|可|可以|得|会|应|应当|许|准)?(?:超过|超出|高于|多于|大于|突破)[^,;:。、\d]{0,12}$/,
    firm: true,
    example: '押金不能超过本人月床位费的6倍',
  },
  {
    comparator: 'gte',
    before: /不(?:能|可|可以|得|会|应|应当|许|准)?(?:低于|少于|小于|短于)[^,;:。、\d]{0,12}$/,
    firm: true,
    example: '不能低于省定标准的110%',
  },
  { comparator: 'gte', before: /(?<!不)(?:年满|已满|满)$/, plain: true, example: '年满65周岁' },
  { comparator: 'lte', behind: /^的?(?:限额|上限|封顶|为限|之内|内)/, example: '每年14400元的限额' },
  { comparator: 'gte', behind: /^(?:起|为下限|打底|及以上)/, example: '100元起' },
  {
    comparator: 'gte',
    before: /\baged(?: at least)?$/,
    behind: /^(?:years )?(?:and|or) (?:over|older|above)/,
    example: 'aged 65 and over',
  },
]

/** Amounts that are not written as amounts; folded. */
export const IDIOMS: { pattern: RegExp; value: number; unit?: string }[] = [
  { pattern: /一刻钟/g, value: 15, unit: '分钟' },
  { pattern: /半小时/g, value: 30, unit: '分钟' },
  { pattern: /每百(?:常住|户籍)?(?<unit>户|人|名|张|辆|亩)?/g, value: 100 },
  { pattern: /每千(?:常住|户籍)?(?<unit>户|人|名|张|辆|亩)?/g, value: 1000 },
  { pattern: /每万(?:常住|户籍)?(?<unit>户|人|名|张|辆|亩)?/g, value: 10000 },
  { pattern: /一半|半数/g, value: 50, unit: '%' },
]

/** Each its own, in the order of the names: 城市、农村公厕分别79座、59座. */
export const EACH_ITS_OWN = /分别|依次|\brespectively\b/

/** From one grade to another: 安全风险等级C到D. */
export const GRADES =
  /(?<![a-z])([a-z])级? ?(?:到|至|升至|升到|升为|降至|降到|降为|变为|转为|→|-|to) ?(?:grade |level )?([a-z])(?![a-z])/g

/** One share to another: 4:6, 4 to 6. */
export const RATIOS = /(?<![\d.])(\d{1,2}) ?(?:[:∶]|比|to) ?(\d{1,2})(?![\d.%:])/g

/** English words for units beside those of units.json. */
export const ENGLISH_UNITS = [
  { unit: '%', word: 'percent' },
  { unit: '%', word: 'per cent' },
  { unit: '公里', word: 'kilomet' },
  { unit: '人', word: 'person' },
  { unit: '元', word: 'rmb' },
  { unit: '元', word: 'cny' },
  { unit: '平方米', word: 'sq' },
  { unit: '周', word: 'week' },
  { unit: '个百分点', word: 'percentage point' },
]

/** Behind the asker's own figure: it is held against that of the clause. */
export const HELD_AGAINST =
  /^(?:就|还|已经?|明显|没有?|并)*(?:超过|超出|高于|低于|不到|没到|达不到|不足|不满|小于|大于|多于|少于|不在|符合|在)(?:了)?(?:这|该|上述|规定|上限|下限|标准|限|范围)|^ (?:\w+ )?(?:would |does |is |are |falls? )?(?:exceeds?|above|below|over|under|within|more than|less than|outside|short of) (?:this|that|the|it)\b/

/** Units of measure: 个 does not stand for them. */
export const MEASURED = /%|点|元|米|公里|亩|斤|吨|岁|日|月|年|时|分|户|人$/

/** An amount that is to be reached: said of `7萬人以上` it changes nothing. */
export const REACHES =
  /达|到|至|实现|完成|目标|力争|\b(?:reach|hit|achiev|attain|target|goal|aim|rais|bring|increas)/

/** Kinds of places that are counted, right behind the figure. */
export const PLACES: RegExp[] = [
  /^[个 ]*(?:(?:自然|行政|重点)?村|(?:[a-z-]+ ){0,2}?villages?\b)/,
  /^[个 ]*(?:乡?镇|街道|(?:[a-z-]+ ){0,2}?(?:towns?|townships?|sub-?districts?)\b)/,
  /^[个 ]*(?:县|(?:[a-z-]+ ){0,2}?count(?:y|ies)\b)/,
  /^[个所 ]*(?:幼儿园|(?:[a-z-]+ ){0,2}?kindergartens?\b)/,
  /^[个所 ]*(?:高级?中学?|(?:[a-z-]+ ){0,2}?(?:senior )?high schools?\b)/,
]

/** Units that people say and documents do not. */
export const SPOKEN_UNIT = /^(?:所(?=以[内上下])|英里|华里|里(?![面边程头])|尺|寸|英亩)/

/** A figure in one unit is the same amount in another. */
export const CONVERSIONS: { from: string; to: string; factor: number }[] = [
  { from: '吨', to: '斤', factor: 2000 },
  { from: '公斤', to: '斤', factor: 2 },
  { from: '千克', to: '斤', factor: 2 },
  { from: '公顷', to: '亩', factor: 15 },
  { from: '平方公里', to: '亩', factor: 1500 },
  { from: '米', to: '公里', factor: 0.001 },
  { from: '分钟', to: '小时', factor: 1 / 60 },
]

/** Before how many of them a statement lists. */
export const COUNTS_BEFORE =
  /(?:这|那|即|分成|分|共|合计|一共|总共|总计|涉及|列出|列有|分为|有|等|上述|以下|前|下列|承担|参与|负责|牵头|在内的?)\s*$/

const LISTED =
  '(?:责任|负责|牵头|参与|配合|相关|重点|市级|成员)*(?:单位|部门|机构|任务|条款|方面|举措|措施|要求|内容|原则)'

/** Behind it: they are agencies, tasks, clauses. */
export const COUNTS_BEHIND = new RegExp(
  `^\\s*(?:个|项|家|条|类|件|点)?${LISTED}|^\\s*(?:responsible |participating |municipal |lead |other )*(?:agenc|bod(?:y|ies)|department|task|item|clause|measure|bureau|article|unit|part(?:s|ies)\\b)`,
)

/** … or nothing more is said of them: `一共三条：`, `这两项都是`. */
export const COUNTED_ALONE = /^(?:个|项|家|条|类|件|点)(?=[,:;。、()]|$|都|均|各|里|的|分别|中)/

/** What people count lists by. */
export const COUNTED_BY = new Set('个 项 家 条 类 种 件 点 方面'.split(' '))

/** Kinds of places and things that people count by either word. */
export const COUNTERS = new Set(
  '个 家 所 座 处 间 项 条 件 幢 栋 家次 个次 处次 批 场 次 场次 期 班'.split(' '),
)

export const PEOPLE = new Set('人 名 位 口 员'.split(' '))

/** Units that are written in several ways. */
export const SAME_UNIT: Record<string, string> = {
  周岁: '岁',
  天: '日',
  千米: '公里',
  工作日: '个工作日',
  月: '个月',
  个百分点: '百分点',
  公斤: '千克',
  张床位: '张',
  床: '张',
  人年: '人',
}
