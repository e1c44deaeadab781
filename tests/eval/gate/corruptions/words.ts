/**
 * The words of corruptions: other units, bounds and scopes, contraries. Data; Chinese for a statement is Traditional.
 */
/** Folded unit → what a model would write for it. */
export const OTHER_UNITS = new Map([
  ['人', '戶'],
  ['名', '戶'],
  ['户', '人'],
  ['人次', '人'],
  ['公里', '米'],
  ['%', '個百分點'],
  ['个百分点', '%'],
  ['年', '個月'],
  ['个月', '年'],
  ['天', '個月'],
  ['个工作日', '個月'],
  ['日', '個月'],
  ['元', '萬元'],
  ['公斤', '斤'],
  ['斤', '公斤'],
  ['亩', '平方米'],
  ['平方米', '畝'],
  ['小时', '分鐘'],
  ['分钟', '小時'],
  ['倍', '%'],
])

/** What stands behind an English figure → what to write for it, and the folded units in which it might then be true. */
export const OTHER_ENGLISH_UNITS: [RegExp, string, RegExp][] = [
  [/^ million\b/, ' billion', /^$/],
  [/^ billion\b/, ' million', /^$/],
  [/^ person-times\b/, ' people', /^[人名]$/],
  [/^ (?:people|persons|residents)\b/, ' households', /^户$/],
  [/^ households\b/, ' people', /^[人名]$/],
  [/^(?:%| per ?cent\b)/, ' percentage points', /个百分点/],
  [/^ percentage points?\b/, '%', /^%$/],
  [/^[ -]?(?:km|kilomet(?:re|er)s?)\b/, ' metres', /^米$/],
  [/^ square met(?:re|er)s\b/, ' mu', /^亩$/],
  [/^ mu\b/, ' square metres', /^平方米$/],
  [/^ working days\b/, ' months', /月/],
  [/^ hours\b/, ' minutes', /^分钟$/],
  [/^ minutes\b/, ' hours', /^小时$/],
  [/^ days\b/, ' months', /月/],
  [/^ months\b/, ' years', /年/],
  [/^ years\b(?! old| of age)/, ' months', /月/],
  [/^ yuan\b/, ' thousand yuan', /^$/],
  [/^ (?:jin|catties)\b/, ' kilograms', /公斤/],
  [/^ ton(?:ne)?s\b/, ' kilograms', /公斤/],
]

const AMOUNT_BEFORE = '(?<=[\\d一二三四五六七八九十百][%％]?[^，。；、,級级]{0,4})'

/** Bounds, and what stands for them where they are turned round; the first that fits. Traditional. */
export const COMPARATORS: [RegExp, string][] = [
  [/不少[于於]|不低[于於]/g, '不超過'],
  [/至少|不得少[于於]/g, '至多'],
  [/不超[過过]|不高[于於]|不多[于於]|不得超[過过]|不得高[于於]/g, '不少於'],
  [/至多|最多|最高(?=\d)/g, '至少'],
  [/(?<![不未])超[過过]?(?=\d)/g, '不足'],
  [/(?<=\d周?[岁歲])以上/g, '以下'],
  [new RegExp(`${AMOUNT_BEFORE}(?:以上|左右)`, 'g'), '以內'],
  [new RegExp(`${AMOUNT_BEFORE}(?:以[內内]|以下)`, 'g'), '以上'],
]

export const COMPARATORS_EN: [RegExp, string][] = [
  [
    /\b(?:at least|no fewer than|no less than|not less than|no lower than|not lower than|not below)\b/gi,
    'at most',
  ],
  [
    /\b(?:at most|no more than|not more than|up to(?= [\d¥])|no higher than|not higher than|not exceeding)\b/gi,
    'at least',
  ],
  [/\b(?:must|may|should|shall|does|do|will) not exceed\b/gi, 'must exceed'],
  [/\b(?:more than|over|above)(?= \d)/gi, 'less than'],
  [/\b(?:less than|fewer than|under|below)(?= \d)/gi, 'more than'],
  [/\b(?:about|around|approximately|roughly)(?= \d)/gi, 'at least'],
  [/(?<=\d[^.,;]{0,30})\bor (?:more|above|over)\b/gi, 'or less'],
  [/(?<=\d[^.,;]{0,30})\bor (?:fewer|less|below)\b/gi, 'or more'],
]

export const BOUND =
  /[以至多少低高]|超|不|左右|[达達]|最|近|余|餘|[約约]|at least|at most|than|over|about|around|up to|within|nearly|exceed|or (?:more|above)|under|below|between|\bto\b/

/** A sentence that only says that nobody leads still says who takes part. */
export const NO_LEAD = /[^，,；;]*(?:[没沒]有|未|\bno\b|\bnot\b)[^，,；;]*(?:[牵牽][头頭]|\blead)[^，,；;]*/gi

/** 不是，… : the answer's own yes or no. */
export const REPLY =
  /^\s*(?:不是|[并並]非如此|不能|不[对對]|不[会會]|可以|是的?|[对對]|能|有|[没沒]有|[会會]|Yes|No|Not quite)[，。,.]/

/** Clauses that leave open who else is meant. */
export const OPEN_LIST = /各有关部门|有关部门|[局委会]等(?!级)|相关部门/

/** 由A、B按職責分工負責 */
export const SHARED_TAIL =
  /^等?(?:部門|部门|單位|单位)?(?:共同|[一—]起|聯合|联合|分[别別])?(?:按照?(?:各自)?[职職][责責](?:分工)?)?(?:共同|分[别別])?(?:来|來)?[负負][责責](?!人|任)/

export const SHARED_HEAD = /(?:[责責]任|[负負][责責])(?:[单單]位|部[门門])(?:包括|[为為]|是|有|[：:])*$/

export const SHARED_TAIL_EN =
  /^,?(?: all| jointly| together| each)?(?: (?:share|shares|are|is) (?:the |joint |jointly |all |together )*(?:responsib\w+|in charge)(?: jointly| together)?)/

export const LEAD_WORD = /牵头|牽頭|\bleads?\b|\bleading\b|\bled\b/

export const PER_UNIT: [RegExp, string][] = [
  [/(?:每[個个]?|各)[縣县](?:[（(]市、[區区][)）]|[區区])?(?!.{0,2}政府)/, '全市'],
  [/每[百千](?:[名户戶张張](?!老)|名)?|每1?[萬万](?:左右|名)?/, '全市'],
  [/每(?:[個个](?!月|季|工作|[縣县])|[家張张戶户人名位所座餐])/, '全市'],
  [/每(?:年度?|[個个]?月|周|季度|[学學]年|天|日)/, '累計'],
]

export const PER_UNIT_EN: [RegExp, string][] = [
  [
    /\b(?:each|every) (?:county|district)(?:,? (?:\([^)]*\)|county-level city|city|district|county|(?:and|or)(?= (?:city|district|county))))*/,
    'the whole city',
  ],
  [/\bper (?:1,000|100|10,000|thousand|hundred) \w+/, 'for the whole city'],
  [
    /\b(?:each|every) (?:station|cent(?:re|er)|base|hostel|post|site|\w+ (?:station|cent(?:re|er)|base))\b/i,
    'the whole city',
  ],
  [
    /\bper (?:person|household|bed|meal|child|resident|year|month|week)(?: (?:per|a|each) (?:year|month|week|day))?/,
    'in total',
  ],
  [/(?<=\d[^.,;]{0,30})\b(?:each|every|a) (?:year|month|week|quarter|day)\b/, 'in total'],
]

export const PER = /每|各/

const VERB =
  '(?:新建|改建|改扩建|改擴建|新增|建成|建設|建设|改造|改善|新[創创]建?|新?[創创]建|打造|完成|培[訓训]|[舉举][辦办]|[開开]展|招收|募集|[筹籌]集|提升)'

export const OPENING_VERB = new RegExp(
  `(?<=^|[，。；：「“要將将])${VERB}(?:[、和及]${VERB})*(?=[^，。；]*\\d)`,
)

/** Words that bind or state, and their contrary. Traditional. */
export const CONTRARIES: [RegExp, string][] = [
  [/(?<!不)[應应][當当](?!在)/, '不應當'],
  [/(?<!不)可以(?!不)/, '不可以'],
  [/(?<!不)享受/, '不享受'],
  [/(?<!不)提供(?![^，。]*不)/, '不提供'],
  [/(?<!不)要求(?!的)/, '沒有要求'],
  [/(?<=[項项條条文件][^，。]{0,4})提出/, '沒有提出'],
  [/(?<=[項项條条文件][^，。]{0,4})[規规]定/, '沒有規定'],
  [/由(?=[^，。]{2,14}(?:一家|[独獨]家)[负負][责責])/, '不由'],
  [
    /(?:共同|分[别別])?(?:按照?(?:各自)?[职職][责責](?:分工)?)?(?:共同)?(?<!一家|[独獨]家)[负負][责責](?!任|人)/,
    '不負責',
  ],
  [/(?<!不)包括/, '不包括'],
  [/(?<!不)推[動动行進进](?!的)/, '不推動'],
]

export const CONTRARIES_EN: [RegExp, string][] = [
  [/\b(must|should|will|shall|can|may) (?!not\b)/, '$1 not '],
  [/\b(is|are) (?!not\b|at\b|no\b)/, '$1 not '],
  [/\brequires\b/, 'does not require'],
  [/\b(?:sets|set)(?= (?:a|the|out|an)\b)/, 'does not set'],
  [/\bincludes\b/, 'does not include'],
  [/\bprovides\b/, 'does not provide'],
  [/\b(calls for|aims to|plans to|states|covers)\b/, 'never $1'],
]

/** Folded unit → what is measured. Traditional. */
export const MEASURES: [RegExp, string][] = [
  [/%|百分/, '比例'],
  [/元/, '金額'],
  [/小时|分钟|天|月|年|日/, '時間'],
  [/次$/, '次數'],
  [/平方|亩/, '面積'],
  [/公里|米/, '長度'],
]

export const DUTY = /[要應应須须](?!求的)|提出|推[动動]|\b(?:must|should|shall|to be|requires?|will)\b/
