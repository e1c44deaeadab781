/**
 * What an agency may be said to do, beyond answering for a task. Data; all folded.
 */
/** An act as it is said, and how a text may call it. */
export const ACTS: { zh: RegExp; en: RegExp; stated: RegExp; example: string }[] = [
  {
    zh: /(?<!未|不)(?:确定|决定|制定|核定)(?!的)/,
    en: /\b(?:decides?|determin(?:es?|ed)|decided|fix(?:es|ed))\b/,
    stated: /确定|决定|制定|核定|规定/,
    example: '低保标准由镇人民政府确定',
  },
  {
    zh: /审批|批准|审核|核准|认定|审定/,
    en: /\bapprov\w+/,
    stated: /审|批准|核准|认定|确认/,
    example: '最低生活保障由县级民政部门审批',
  },
  {
    zh: /发放|发给|支付|拨付|(?<!自己)出资/,
    en: /\b(?:pays?|paid|disburs\w+|hands? out|financ(?:es|ed))\b/,
    stated: /发放|发给|支付|拨付|出资|承担|负担|安排|财政(?!局|部门)|返还|兑现/,
    example: '市民政局发放补贴',
  },
  {
    zh: /评估|鉴定/,
    en: /\bassess\w*/,
    stated: /评估|鉴定|认定/,
    example: '失能等级由市医保局评估',
  },
]
