/**
 * The words by which something is promised to a person. Data; all folded.
 */
import type { Rule } from './rule.ts'

/** A person and what they are entitled to, in this order and not far apart. */
export const PROMISES: Rule[] = [
  {
    pattern:
      /(?:您|你|(?<![其吉])他(?!们|[人项])|她(?!们)).{0,24}?(?:属于|符合|有资格|够条件|享受|轮上|轮到|领到|拿到|得到|入选|免费|(?:可以?|能|能够|有权)(?:申领|申请|领|拿|获得|入住|住|报销|参加|办|坐|乘))/,
    example: '您父亲属于失能老人，可享受长期照护费用补贴',
  },
  {
    pattern:
      /\b(?:you|he|she|your (?:\w+ )?(?:father|mother|dad|mum|mom|parents?|son|daughter|family|wife|husband|grandmother|grandfather|child|sister|brother)|you both)(?:'re|'ll)? (?:\w+ ){0,3}?(?:entitled|eligible|qualif(?:y|ies)|will (?:get|receive|be)|can (?:get|receive|claim|apply|stay|ride|have|be|use|also|enjoy)|gets?\b|receives?\b|may (?:get|receive|claim|apply|stay|ride))/,
    example: 'You are entitled to a subsidy',
  },
]

/** Said of whoever meets a condition, it promises nothing. */
export const CONDITION =
  /如果|如(?=您|你|符合|果|属|系)|若|只要|的话|是否|能否|要看|取决于|须|需(?!要人)|前提|才|\b(?:if|provided|as long as|whether|depends|unless|only when|when)\b/
