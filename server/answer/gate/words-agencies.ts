/**
 * The words that say who leads, shares, is alone or has no part. Data; all folded.
 */
import type { Rule } from './rule.ts'

/** Says who leads. `bound` tells where the agencies stand that it is said of. */
export const LEADS: Rule[] = [
  {
    pattern:
      /牵头|主办单位|主责|领衔|抓总|总负责|主导|带头(?!人|作用)|领头|挑头|统筹协调|总协调|(?:第一|首要)责任/,
    example: '由市A牵头',
  },
  {
    pattern: /主要由|主要(?:责任|负责|找|联系|归)|以\p{Script=Han}{2,12}为主(?!要)/u,
    example: '主要由市A负责',
  },
  {
    pattern:
      /\b(?:leads?|leading (?:agency|body|unit|department|role)|led|headed by|spearhead(?:s|ed)?|chaired by|in charge|in the lead|takes? the lead|coordinat(?:es|ed by)|(?:primary|first|prime|overall) responsibility|main responsibility|primarily responsible|mainly responsible|principal(?:ly)?)\b/,
    example: 'The Finance Bureau leads',
  },
]

/** Says that one agency is alone. */
export const ALONE: Rule[] = [
  {
    pattern:
      /只由|仅由|只有|仅有|只归|仅归|只需|独家|单独(?:负责|承担|牵头)|独自|独立负责|唯一|全权|一家(?:单位|部门)?(?:负责|牵头)|专属|一手负责|就是?由?(?=市)/,
    example: '只由市A负责',
  },
  {
    pattern:
      /\b(?:only|solely|sole|alone|exclusively|exclusive|single-handedly|by itself|on its own|single agency|entirely responsible|no other (?:agency|body|bureau|department))\b/,
    example: 'Only the Finance Bureau is responsible',
  },
]

/** One agency is named where several share: these words say that it is not alone. */
export const SHARES =
  /共同|会同|协同|联合|等|之一|参与|配合|协助|按(?:照)?(?:各自)?职责|分工|与其他|其他|都|均|也|涉及|分别|之内|在内|包括|\b(?:shared?|sharing|joint(?:ly)?|together|among|one of|with|participat\w*|take part|takes part|along|other|also|each|both|include[sd]?|including|assist\w*|support\w*|respective(?:ly)?|collectively)\b/

/** One agency that answers for it, as if it were the only one. */
export const ANSWERS_FOR: Rule[] = [
  {
    pattern: /由(?<who>[^,;。]{2,30}?)(?:来|具体|统一)?(?:负责|承担|落实|实施|办理|主管)/,
    example: '由市A负责',
  },
  {
    pattern:
      /(?<who>[^,;。]{2,30}?)(?:是|为)(?:该项|本项|此项)?(?:的)?(?:责任单位|负责单位|责任部门|负责部门|主管部门)/,
    example: '市A是责任单位',
  },
  { pattern: /(?:找|问|咨询|联系|求助)(?:的是)?(?<whom>市?[^,;。]{2,20})/, example: '公厕的事请找市A' },
  {
    pattern: /\b(?:contact|turn to|go to|ask|apply to|call) (?<whom>(?:the )?[^,;.]{4,80})/,
    example: 'Please contact the Finance Bureau',
  },
  {
    pattern:
      /(?<who>[^,;.]{4,80}?) (?:is|are) responsible for|responsibility (?:of|lies with|rests with) (?<whom>[^,;.]{4,80})/,
    example: 'The Finance Bureau is responsible for',
  },
]

/** Says that an agency only helps another. */
export const ASSISTS: Rule[] = [
  { pattern: /配合|协助|协办|辅助/, example: '其他部门配合' },
  { pattern: /其[他余](?:各|有关|相关)?(?:部门|单位|\d+[家个])?.{0,4}参与/, example: '其他部门参与' },
  {
    pattern:
      /\b(?:support(?:ed|s|ing)? (?:by|from|it)|assist(?:s|ed|ing)?|cooperat(?:es?|ing)|in a supporting role)\b/,
    example: 'supported by the Finance Bureau',
  },
]

/** Governments and committees as they are said, and how a text may call them. */
export const BODIES_SAID: { said: RegExp; text: RegExp }[] = [
  {
    said: /^(?:the )?count(?:y|ies)(?:[- ]level)? governments?$/,
    text: /县(?:\(市、区\))?(?:人民)?政府|各县|县级/,
  },
  { said: /^(?:municipal|city) governments?$/, text: /市(?:人民)?政府/ },
  { said: /^local governments?$/, text: /属地|地方|各地|各县|县级|镇|政府/ },
  { said: /^(?:town|township)s?(?: governments?)?$/, text: /镇/ },
  {
    said: /(?:residents|villagers|residential|neighbou?rhood|village)'? ?committees?$/,
    text: /居\)?民?委员会|居委会|村委会/,
  },
  { said: /^(?:sub-?district|street) offices?$/, text: /街道/ },
  { said: /^[镇乡街县区]{1,2}(?:人民)?政府$/, text: /镇(?:人民)?政府|县.{0,6}政府|街道/ },
  { said: /^街道(?:办|办事处)?$/, text: /街道/ },
  { said: /^(?:村委会|居委会|村\(?居\)?委会|社区居委会)$/, text: /居\)?民?委员会|居委会|村委会/ },
]

/** Says that an agency has no part in it. */
export const NO_PART =
  /不(?:共同)?(?:负责|参与|承担|牵头|配合)|不是(?:责任|负责|牵头|参与|配合)(?:单位|部门)|不由|\bnot (?:responsible|involved|in charge|the (?:sole |only )?responsible|solely responsible|take part|leads?)\b/
