/**
 * The words that deny: that something is so, or that it is stated. Data; all folded.
 */
import type { Rule } from './rule.ts'

/** A verb denied: 不提供, 没有要求, does not require. What only bounds an amount denies nothing. */
export const NEGATION =
  /(?:不(?![低少超高足到满小大同断仅但得论限止良便等利动应予可能会是再对必须宜]|\p{Script=Han}?于)|未(?![来成达]))(?<verb>\p{Script=Han}{2})|(?:没有|不得|不能|不可以?|不会|不予|不应当?|不再|不必|不许)(?![低少超高多])(?<deed>\p{Script=Han}{2})?(?![^,;。]{0,8}的\p{Script=Han})|\b(?:not|never|cannot)\b(?! (?:to )?(?:be )?(?:exceed|less|more|fewer|lower|higher|above|below|over|under|longer|shorter|only|necessarily|one\b|later|just))|\bno longer\b|\bno (?!more|less|fewer|later|single|lead|one\b|separate|such|figure|amount|specific)(?=(?:[a-z-]+ ){1,5}?(?:will|shall|are|is|may|can|would|has|have)\b)/u

/** The clause denies something itself. */
export const NEGATED =
  /不(?!满|[少低超高多足到断同动便]|得[少低超高多])|未(?!来|成年)|免(?!费)|无(?!障碍|偿)|禁|停止|没有|取消|严禁|除外|以外/

/** Denies what stands in the same phrase behind it (Chinese) or around it (English). */
export const DENIES =
  /不是|并非|并不|不对|不正确|不准确|不符|不在|不由|不归|不含|不包括|不属|不涉及|不负责|不参与|有误|错误|没有|沒有|未(?!来|成年)|而非|无(?!障碍|偿|线|人机|忧|烟|害|缝|废|线电|疑|论)|\bnot\b|n't\b|\bno\b(?! (?:more|less|fewer|later|higher|lower|longer))|\bnone\b|\bincorrect\b|\bwrong\b|\bneither\b|\bnor\b|rather than|instead of|\bwithout\b/

/** Says that the documents do not state something. */
export const ABSENCE: Rule[] = [
  {
    pattern:
      /(?:没有|没|未|未有|并未|均未|都没有|尚未|无)(?:明确|具体|直接|单独|进一步|另行|另|再|专门|逐一|一一|详细|对此|作出)*(?:点名|要求|写明|写到|写出|规定|提出|提及|提到|指定|明确|说明|列出|列明|涉及|载明|注明|给出|确定|包含|设定|要求|交代|标明|公布|指明|写|讲|说|提|列)/,
    example: '第8项没有写明具体位置',
  },
  {
    pattern:
      /\b(?:says?|said) nothing\b|\bnothing is said\b|\bis silent\b|\b(?:does|do|did) not (?:\w+ )?(?:state|specify|say|mention|name|give|set|designate|list|indicate|provide|cover|identify|describe|appoint|assign|define|contain|address|spell|show)|\b(?:is|are) not (?:stated|specified|mentioned|named|given|set|designated|listed|indicated|identified|described|addressed|covered)|\b(?:names?|sets?|gives?|states?|mentions?|contains?|has|specifies|specify|provides?|lists?) no\b|\b(?:is|are|was|were) not (?:included |found |written |given )?in (?:it\b|(?:the|this) (?:document|text|plan|clause|item|article|measures))|\bno (?!amount of)[a-z -]{2,40}? (?:appears?|(?:is|are) (?:given|stated|named|specified|mentioned|listed|shown|provided|written))\b|\bno (?:lead|single lead|leading|mention|specific)|\bwithout (?:naming |designating |specifying |stating )?(?:a |any )?(?:designated |named )?(?:lead|specific)/,
    example: 'Item 8 does not state the location',
  },
]

/** What is not stated of a thing that is named in between: 没有对集中供养提出人数要求. */
export const ABSENCE_OF = /(?:没有|未)(?:对|就|为|给)(?<of>[^,;。]{2,30}?)(?=提出|规定|作出|明确|设定|设置)/

/** What is said to be missing, and the units in which a clause would state it. */
export interface Asked {
  asks: 'agency' | 'figure'
  pattern: RegExp
  unit: RegExp
  example: string
}

export const ASKED_OF: Asked[] = [
  {
    asks: 'agency',
    pattern:
      /(?:责任|负责|主管|承办)(?:单位|部门|机构|主体)|(?:哪个|哪家|哪些|任何)(?:单位|部门|机构)|由(?:谁|哪个部门|哪些部门)负责|\b(?:responsible|any) (?:agenc|bod|bureau|department|unit)|\bwho is responsible/,
    unit: /^/,
    example: '没有写明任何负责单位',
  },
  {
    asks: 'figure',
    pattern:
      /有效期|天数|期限|时限|几天|多少天|时长|多长时间|多久|小时数|\b(?:how long|number of days|time limit|deadline|duration|period|length of)\b/,
    unit: /^(?:日|天|个?工作日|个月|月|年|小时|分钟|个?小时)$/,
    example: '没有规定入住天数',
  },
  {
    asks: 'figure',
    pattern: /金额|多少钱|标准|补贴额|数额|价格|租金|\b(?:amount|how much|price|rent|sum)\b/,
    unit: /元/,
    example: '没有写明补贴金额',
  },
  {
    asks: 'figure',
    pattern: /面积|多大|\barea\b/,
    unit: /平方|亩|公顷/,
    example: '没有写明面积',
  },
  {
    asks: 'figure',
    pattern: /长度|里程|多长(?!时)|\blength\b/,
    unit: /公里|米$/,
    example: '没有写明长度',
  },
  {
    asks: 'figure',
    pattern: /次数|几次|多少次|频次|\bhow (?:often|many times)\b/,
    unit: /次|场/,
    example: '没有写明次数',
  },
  {
    asks: 'figure',
    pattern: /比例|比率|百分比|占比|\p{Script=Han}率|\b(?:share|percentage|proportion|rate)\b/u,
    unit: /[%‰点]/,
    example: '没有写明比例',
  },
  {
    asks: 'figure',
    pattern:
      /(?:托位|床位|人|次|户|位|场|件|套)数(?!字)|数量|数目|多少|几[个座家所名]|具体数字|数字|数值|人数|规模|\b(?:(?<!telephone |phone )number|how many|quantitative|target for|targets? for|figure|figures|quantity|count|amount)\b/,
    unit: /^(?!.*(?:日|天|月|年|时|分|岁|元))/,
    example: '没有写明公厕的数量',
  },
]

/** Says that something is not among what the text is about. */
export const LEFT_OUT = /不属于|不在(?!于)|不包括在|不纳入|不列入|未列入|未纳入/

/** … where that is named by a word for the whole or its bounds. */
export const LEFT_OUT_OF =
  /(?:本|这份|该)?(?:文件|方案|办法|意见)(?:的|规定的)?|范围|之内|之列|以内|内$|里$|其中|重点/g

/** Asks whether it is so. */
export const WHETHER = /是否|会不会|能不能|能否|可不可以|要不要|\bwhether\b/

/** Asks which they are: to state how many of them there are is no answer. */
export const ASKED_WHICH = /列出|列明|点名|指明|指定|\b(?:names?|lists?|identif\w*|spell\w*|describe)\b/

/** Asked for beside figures and agencies: whether it is stated, the words alone do not tell. */
export const ASKED_ELSE =
  /是否|会不会|能不能|能否|有没有|要不要|可不可以|位置|地点|地址|哪里|在哪|电话|热线|联系|网址|名单|哪些|具体|怎么|如何|流程|手续|材料|证件|条件|方式|办法|步骤|姓名|谁|何时|时间|日期|路线|价格|费用|收费|罚|处罚|原因|为什么|实际|完成情况|进度|结果|预算|资金来源|\b(?:whether|where|which|who|how|when|why|locations?|address(?:es)?|telephone|phone|contacts?|procedures?|documents?|names?|specific|exact|actual|results?|progress|fees?|penalt(?:y|ies)|prices?|costs?|budgets?|materials?|individual|steps?|routes?)\b/
