/**
 * The words that say for whom, how often and how widely an amount holds. Data; all folded.
 */
import type { Rule } from './rule.ts'

/** An amount for each of several: 每個縣(市、區), 人均. */
export const PER =
  /每|各(?:县|区|市|地|镇|乡|街|村|社区|学校|校|单位|家|所|设区)|[人户年月]均|平均|单个|\b(?:per|each|every|apiece|averages?)\b|\bon (?:working|school|week) ?days\b|\ba (?:month|year|person|household|day|week|head)\b/

/** All of a kind are reached: a goal without a number. */
export const ALL =
  /全(?:面)?覆盖|全部|\b(?:(?:full|complete|universal|total) coverage|fully cover\w*|all of them)\b/

/** Each time, not each of them. */
export const FOR_A_TIME =
  /每个?(?:年|月|日|天|周|季度?|学年|学期|次|餐|晚)|\b(?:per|a|each|every) (?:year|month|week|day|quarter)\b/g

/** An amount said to be one for each, of a kind that makes another figure of it. */
export const FOR_EACH =
  /每个?(?:县|市|区|镇|乡|街道|村|社区|学校|人|户|年|月|天|日|周|次|家企业)|各(?:县|市|区|镇|乡|街道|村|社区)|[人户]均|\b(?:per|each|every) (?:county|city|district|town|township|village|community|school(?! year)|person|household|year|month|day|week)/

/** How often, in both languages: a month's amount is not a year's. */
export const PERIODS: { zh: RegExp; en: RegExp }[] = [
  {
    zh: /每年|每学年|全年|年均|按年|一年|年度|每人年/,
    en: /\b(?:per|a|each|every) (?:school |academic )?year\b|\b(?:annual|yearly)/,
  },
  { zh: /每月|月均|按月|\/月|当月|逐月|月租|月补|个月/, en: /\b(?:per|a|each|every) month\b|\bmonthly\b/ },
  {
    zh: /每[日天]|\/[日天]|日均|一天/,
    en: /\b(?:per|a|each|every) (?:working |work|week)?day\b|\bon (?:working|school|week) ?days\b|\bdaily\b/,
  },
  { zh: /每周|每星期|一周/, en: /\b(?:per|a|each|every) week\b|\bweekly\b/ },
  { zh: /每季度?|季度/, en: /\b(?:per|a|each|every) quarter\b|\bquarterly\b/ },
]

/** What a statement says of how often. */
export const SAYS_PERIOD: { zh: RegExp; en: RegExp }[] = [
  { zh: /每年|每学年|每人年|年租金|年薪/, en: /\b(?:per|a|each|every) (?:school |academic )?year\b/ },
  { zh: /每个?月|按月|\/月|月租金|月薪/, en: /\b(?:per|a|each|every) month\b|\bmonthly\b/ },
  { zh: /每[日天]|日租金|日薪/, en: /\b(?:per|a|each|every) (?:working |work|week)?day\b|\bdaily\b/ },
  { zh: /每个?(?:周|星期)/, en: /\b(?:per|a|each|every) week\b|\bweekly\b/ },
  { zh: /每个?季度?/, en: /\b(?:per|a|each|every) quarter\b|\bquarterly\b/ },
]

/** Widens whom it holds for: the text must say so too. */
export const EVERYBODY: Rule[] = [
  { pattern: /所有|全体|任何(?!负责)|凡是|一律|人人/, example: '所有60岁以上老人' },
  {
    pattern: /全市(?=[^,;。]{1,24}(?:都|(?<!人)均)(?:可以|可(?!支)|能))/,
    example: '全市白内障患者都可以免费手术',
  },
  {
    pattern:
      /\b(?:all|any|every) (?:\w+ ){0,2}?(?:person|people|residents?|older|elderly|citizens?|families|households|graduates|students|employers|companies|anyone|everyone)\b|\b(?:anyone|everyone|everybody)\b|\b(?:all|every) (?:\w+ ){0,2}?(?:veterans?|clinics?|schools?(?! year)|hospitals?|villages?|teachers?|workers?|patients?|children|pupils?|seniors?|enterprises?|firms?)\b/,
    example: 'Any person who dies in the city',
  },
]

/** Whoever it is: no kind of persons. */
export const ANYBODY = /any/

/** … said of those before it. */
export const EVERYBODY_BEHIND = /全覆盖|全部|全员|应.尽.|100%|都/

/** … in words such as these. */
export const EVERYBODY_STATED =
  /所有|全体|任何|凡|一律|全部|全覆盖|全员|均|应.尽.|全民|100%|每个|每位|每名|每人|各类|各/

/** Narrows it to one kind. */
export const NARROWED: Rule[] = [
  {
    pattern:
      /(?:只|仅)(?!是|写|提(?!供)|要求|规定|说|列|给|有目标|明确|是目标|讲|指(?=出)|对|能|需|针对的是|涉及|设定|设有|点|见|此|供|从|凭|适用第)(?=\p{Script=Han})/u,
    example: '补贴只发给低保老人',
  },
  {
    pattern:
      /\bonly\b(?!\s{3}| (?:articles?|items?|tasks?|clauses?|being|that\b|partly|encourag\w+|explor\w+|states?|sets?|gives?|says?|requires?|mentions?|specif|provides?|names?|lists?|the goal|one|speaks|covers|refers|asks|describes))/,
    example: 'Only the tertiary hospital has to',
  },
]

export const NARROWED_STATED = /只(?!要)|仅|限于|限定|专门(?!人员)|专供|单独|唯一|除.{1,20}外/

/** Says when the document was issued. */
export const ISSUED =
  /印发|发布|发文|公布|下发|出台|成文|落款|签发|日期|文件|\b(?:issued|dated|published|released|promulgated|date of|document of|plan of|opinions of|policy of)\b/

/** The whole of the city: said of an amount for each of its parts it makes another figure of it. */
export const WHOLE =
  /全[市县省区]|\b(?:city-?wide|whole city|entire city|across the city|throughout the city)\b/

/** Added up: no amount for each. */
export const TOTAL =
  /累计|合计|总共|共计|总计|总时长|\b(?:in total|altogether|in all|all told|for the whole city)\b/

/** An amount for each of them, not only for each time. */
export const PER_ENTITY =
  /每个[“"「]?(?!年|月|季|星期|周|学年|学期|工作日|人|老人|老年人|孩子)[\p{Script=Han}\d]|每(?!个|年|月|日|天|周|季|星期|学年|学期|次|餐|晚|人|名|位|户|单|亩)[\p{Script=Han}\d]|各(?:县|区|市|地|镇|乡|街|村|社区|学校|单位|家|所|设区)|单个|\b(?:per|each|every|a) (?!year|month|(?:working |work)?day|week|quarter|time|person|household|head|school year|academic|meal|capita|semester|term)[a-z\d]|\bapiece\b/u

/** … for each person or household. */
export const PER_HEAD =
  /每(?:人|名|位|户|单|个(?:人|老人|老年人|家庭))|[人户]均|\b(?:per|each|every|a) (?:person|household|head|capita|family|applicant|graduate)\b|\b(?:each|apiece)\b/

/** What is done already: a document that sets goals does not say so. */
export const DONE_ALREADY =
  /已经?(?:提前|全部|基本|如期|顺利|圆满)?(?:完成|实现|达到|达成|建成|落实|兑现)|提前完成|如期完成|\b(?:already|ahead of schedule|has been (?:completed|met|achieved|reached|built)|have been (?:completed|met|achieved|reached|built)|was (?:completed|met|achieved|reached))\b/

export const DONE_STATED = /已|完成情况/

/** Which month, year or day: one is not the other. */
export const WHICH = /当月|次月|当日|次日|次年|上年度|下年度|\bcoming year\b/g
