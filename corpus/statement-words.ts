/**
 * The vocabulary of responsibility statements: labels, verbs, and what names a body. Folded, save where both scripts stand.
 */
import type { Role } from './types.ts'

/** `responsible` is sole, shared or, beside a lead, participant: that is known when all of the statement is read. */
export type SaidRole = Role | 'responsible'

/** Labels before a list (`牽頭單位:市A`), as brackets behind a name too (`市A(牽頭單位)`). Folded. */
export const LABELS: { pattern: RegExp; role: SaidRole; example: string }[] = [
  {
    pattern: /^(?:[省市区县]级)?(?:牵头|主办|主责|主管|组织)(?:责任)?(?:单位|部门)?$/,
    role: 'lead',
    example: '牵头单位：市A',
  },
  {
    pattern: /^(?:[省市区县]级)?(?:配合|参与|参加|协办|协同|协助|配合参与|支持)(?:单位|部门)?$/,
    role: 'participant',
    example: '配合單位:市B',
  },
  {
    pattern: /^(?:[省市区县]级)?(?:责任|负责|实施|承办|落实|主要责任)(?:单位|部门|主体)$/,
    role: 'responsible',
    example: '责任单位：市B、市C',
  },
]

/** How those of a list share it: 按職責分工, 依職責, 共同, 聯合, 分別. */
const SHARING = '(?:(?:按照?|根据|依据?|依照)?(?:各自)?(?:职责|职能)|分工|共同|联合|分别|协同|密切|双|总)*'

/** Words behind a name or a list (`市A、市B按職責分工負責`); the longest that fits is taken. Folded. */
export const VERBS: { pattern: RegExp; role: SaidRole; example: string }[] = [
  {
    pattern: new RegExp(
      `(?:等)?${SHARING}(?:负责)?(?:牵头|主办|主责)(?:负责|组织实施|组织|落实|实施|抓总)?$|作?为(?:牵头|主办|主责)(?:单位|部门)$`,
    ),
    role: 'lead',
    example: '市A、市B共同牽頭',
  },
  {
    pattern: new RegExp(
      `(?:等)?${SHARING}(?:负责)?(?:参与|配合|协助|协同|参加|协办)(?:配合|实施|落实|做好)?$|作?为(?:配合|参与|协办)(?:单位|部门)$`,
    ),
    role: 'participant',
    example: '市B、市C按職責配合',
  },
  {
    pattern:
      /(?:等)?(?:(?:按照?|根据|依据?|依照)?(?:各自)?(?:职责|职能)(?:分工)?|分工)(?:共同|分别)?(?:负责|落实|实施)$/,
    role: 'shared',
    example: '市A、市B按職責分工負責',
  },
  {
    pattern: /(?:等)?(?:分工|共同|联合|分别)(?:负责|落实|实施)$/,
    role: 'shared',
    example: '市A、市B共同負責',
  },
  {
    pattern: /(?:等)?(?:(?:具体|组织|统筹|主要)?负责(?:落实|实施|组织实施)?|承办|组织实施)$/,
    role: 'responsible',
    example: '市A負責',
  },
]

/** What makes a bracket or a line a responsibility statement. Folded. */
export const SAYS_RESPONSIBILITY =
  /负责|牵头|配合|参与|责任(?:单位|部门)|协办|主办|主责|承办|分工落实|组织实施/

/** Those behind it take part with the one before it: 市A牽頭,會同市B組織實施. */
export const TOGETHER_WITH = /^(?:会同|协同|联合)(?=[市省各有相])/

/** Collective bodies: a class of units, not an agency; kept as a remark. */
export const COLLECTIVE =
  /^(?:市级|市直|省级|县级|区级)?(?:各|有关|相关|其他|其它|属地|全市|市级|市直)(?!.*(?:政府|管委会)$)/

/** The end of an agency's name. */
export const AGENCY_END =
  /(?:局|委|办|厅|院|会|部|署|社|厂|站|队|馆|所|库|室|处|协|台|公司|集团|中心|海关|政府|银行|联|中支|支行|分行|学校|党校|大学|街道|镇|银|园区|新区|开发区)$/

/** A body of the city whatever its name ends in, where it stands among others: `市新华书店`. */
export const CITY_BODY =
  /^市(?!场(?!监)|民(?!政|族)|[区县级直内外属面价容])(?!.*[的要应可在为对把是]|.*[局委办厅].)\p{Script=Han}{2,12}$/u

/** Names that a shared 市 in front of a list extends to (`市A局、B局`). */
export const TAKES_SHARED_PREFIX =
  /^(?![市省区县州国各]|团市委|.*(?:管委会|政府)$).{1,14}(?:局|委|办|厅|院|会|联|部|中心|办公室)$/

/** Others than those named share the duty: `市A等市直有關單位`. */
export const OPEN_ENDED = /等(?:[^、,，]{0,6}(?:部[門门]|[單单]位|[機机][構构]))?$/

/** What is no name though it stands in a list: `下同`, `不再單列`. Folded. */
export const NO_NAME = /下同|不再|单列|落实|实施|负责|指标/
