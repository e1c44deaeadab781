/**
 * Words that turn a task round, tell it as done, or promise it. Data; Chinese in Traditional characters.
 */

/** A word, its contrary, and what of the clause (folded) would make that true. */
export const REVERSALS: [RegExp, string, RegExp][] = [
  [/新建/, '拆除', /拆/],
  [/加[強强]/, '放鬆', /放松|放宽/],
  [/(?<!不)提供/, '停止提供', /停/],
  [/免[費费]/, '自費', /自费|自付|自理/],
  [/增[長长]/, '下降', /降|减|压|缩/],
  [/新增/, '減少', /降|减|压|缩/],
  [/推[進进]|[開开]展/, '暫停', /停|暂/],
]

export const REVERSALS_EN: [RegExp, string, RegExp][] = [
  [/\bbuilt\b/, 'demolished', /拆/],
  [/\bcreated\b/, 'abolished', /取消|撤销|废止|终止|失效/],
  [/\bprovided\b/, 'discontinued', /停|中止|终止|不再|暂缓/],
  [/\b(?:increases?|grows?|rises?|growth)\b/, 'reduction', /降|减|压|缩/],
]

/** A goal, and how it is told as done. */
export const DONE: [RegExp, string] = [
  /(?:要|[將将]|[計计][劃划])?(新建|建成|建[設设]|改造|[籌筹]集|完成|新增|[創创]建|安[裝装])(?=[^，。；]*\d)/,
  '已經$1',
]

export const DONE_EN: [RegExp, string] = [
  /\b(?:is|are) to be (built|created|completed|set up|installed|renovated|provided)\b/,
  'have already been $1',
]

/** Said to a person. */
export const PROMISED: [string, string][] = [
  ['您符合條件，可以享受。', 'You are entitled to this.'],
  ['您可以直接申請。', 'You qualify and can apply right away.'],
  ['您家屬於這個範圍。', 'Your family is eligible for it.'],
]
