/**
 * Script: one search form for Simplified and Traditional, full and half width.
 *
 * Law: `fold` keeps one folded UTF-16 unit per source offset in `at`, so that
 * every match leads back to the source's own characters. Pure.
 */
import { ConverterBuilder } from 'opencc-js/core'
import * as fromMainland from 'opencc-js/preset/cn2t'
import { Converter } from 'opencc-js/t2cn'
import { withoutInvisible } from './clean-text.ts'
import type { PolicyDocument, Script } from './types.ts'

// `tw` rather than `t`: it also folds words such as 著力 (reference: measured on the first seed).
const toSimplified = Converter({ from: 'tw', to: 'cn' })

/** Chars that OpenCC leaves alone though texts use them for the same word. */
const VARIANTS = new Map(
  [
    '祕秘',
    '妳你',
    '牠它',
    '〇零',
    '衞卫',
    '汚污',
    '敍叙',
    '粧妆',
    '糭粽',
    '眞真',
    '淸清',
    '「“',
    '」”',
    '『‘',
    '』’',
    '﹒.',
    '．.',
    '﹑、',
    // Radicals that a copy from a PDF has for the characters, where NFKC knows none.
    ...'⺠民 ⻓长 ⻒长 ⻔门 ⻋车 ⻢马 ⻅见 ⻉贝 ⻛风 ⻜飞 ⻝食 ⻥鱼 ⻦鸟 ⻩黄 ⻬齐 ⻮齿 ⻰龙 ⻚页 ⻨麦 ⻁虎 ⻄西 ⻘青 ⻆角 ⻣骨 ⻤鬼 ⺟母'.split(
      ' ',
    ),
  ].map((pair) => [...pair] as [string, string]),
)
const VARIANT = new RegExp(`[${[...VARIANTS.keys()].join('')}]`, 'gu')

/** Marks that make one character with the one before them: accents, the voicing of half-width katakana. */
const JOINS = /[\p{M}\uff9e\uff9f]/u
const WITH_MARKS = /[\s\S][\p{M}\uff9e\uff9f]*/gu

export interface Folded {
  /** The folded text: Simplified, half width, lower case. */
  text: string
  /** For each UTF-16 unit of `text`, the offset of its source unit; one more entry at the end for the length. */
  at: number[]
}

/** The search form of `text`: Simplified, NFKC, lower case. Length may change; see `foldWithOffsets`. */
export function fold(text: string): string {
  return foldWithOffsets(text).text
}

/** As `fold`, with the way back: `text.slice(at[i], at[j])` is the source of `folded.slice(i, j)`. */
export const foldWithOffsets: (text: string) => Folded = remembering(foldAnew)

/** Slices of clauses are read again and again; the memory is bounded, and forgotten as a whole when full. */
const MAX_KEPT = 2000
/** No text that is read often is longer. */
const MAX_REMEMBERED = 1000

/** A function of a text that keeps its last results. */
export function remembering<T>(compute: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const result = compute(text)
    if (text.length > MAX_REMEMBERED) return result
    if (kept.size >= MAX_KEPT) kept.clear()
    kept.set(text, result)
    return result
  }
}

function foldAnew(text: string): Folded {
  let out = ''
  const at: number[] = []
  let offset = 0
  const hides = withoutInvisible(text) !== text
  for (const sign of JOINS.test(text) ? (text.match(WITH_MARKS) ?? []) : text) {
    const seen = hides ? withoutInvisible(sign) : sign
    const plain = seen
      .normalize('NFKC')
      .replace(VARIANT, (char) => VARIANTS.get(char) ?? char)
      .toLowerCase()
    out += plain
    for (let i = 0; i < plain.length; i++) at.push(offset)
    offset += sign.length
  }
  at.push(offset)
  const simplified = simplify(out)
  // OpenCC maps character to character on this pair; where a phrase would change length, fold char by char.
  return { text: simplified.length === out.length ? simplified : [...out].map(sameLength).join(''), at }
}

/** `text` in Simplified characters, punctuation and width untouched: for prose shown to a Simplified reader. */
export function simplify(text: string): string {
  return toSimplified(text)
}

let toTraditional: ((text: string) => string) | undefined

/** `text` in Traditional characters, as Taiwan writes them: for prose shown to a Traditional reader. */
export function traditional(text: string): string {
  // Its tables are seldom wanted, and take a while to build.
  const convert = toTraditional ?? ConverterBuilder(fromMainland)({ from: 'cn', to: 'tw' })
  toTraditional = convert
  return convert(text)
}

function sameLength(char: string): string {
  const simplified = toSimplified(char)
  return simplified.length === char.length ? simplified : char
}

const HAN = /\p{Script=Han}/u

/** True if the text holds a Chinese character. */
export function hasHan(text: string): boolean {
  return HAN.test(text)
}

/** `zh-Hant` if more characters are Traditional-only than Simplified-only; a text that is both ways the same is undefined. */
export function scriptOf(text: string): 'zh-Hans' | 'zh-Hant' | undefined {
  let traditional = 0
  let simplifiedOnly = 0
  // In context, since single characters mislead: 么 alone folds to 幺, in 怎么 it stays.
  const folded = [...toSimplified(text)]
  const characters = [...text]
  for (const [i, char] of characters.entries()) {
    if (!HAN.test(char)) continue
    if (folded.length === characters.length && folded[i] !== char) traditional++
    else if (SIMPLIFIED_ONLY.has(char)) simplifiedOnly++
  }
  if (traditional === simplifiedOnly) return undefined
  return traditional > simplifiedOnly ? 'zh-Hant' : 'zh-Hans'
}

const scripts = new WeakMap<PolicyDocument, Script>()

/** The script of a whole document, read once. */
export function scriptOfDocument(document: PolicyDocument): Script {
  const known = scripts.get(document)
  if (known) return known
  const script = scriptOf(document.clauses.map(({ text }) => text).join('')) ?? 'zh'
  scripts.set(document, script)
  return script
}

/** Frequent characters that only Simplified writing uses; enough to tell the scripts apart in a short question. */
const SIMPLIFIED_ONLY = new Set(
  '厕个们来时国说为会过这对发么没见现开关问间题长门东车书马鸟鱼龙电话语读写谁请让认识议论证记设访该详误谢谈试诉词译评课调贝财货购费资质账贷贴贸赛赞赔赢运进远连迟适选递还边达迁过迈钱银铁钟铺错锅锻镇长闭闲闻阅阶际陆阳阴队随隐难双鸡鸭龄养义乐习乡买亲亿仅从众优伤传体兴兰关养军农冲决况冻净凤击刘则刚创别剂办务动劳势勋区医华协单卖卫厂厅历压厌县参变叶号叹吗听启员响哑团园围图圆圣场坏块坚坟垫处备复够头夺奋奖妇妈孙学宁实宠审宽宾对寻导寿将尔尘层岁岗岛币帅师帐帮广庄应庙废录归当彻径态怀总恋恶惊惧惯愿戏战户护报担拥拨择损换据掳摆摇数断无旧旷显晋晓术机杀杂权条极构标样桥检楼槛欢残毁气汇汉汤沟济浓润涨湾满滥灭灯灵灾炉点炼烂热爱爷牵状独狱献环疗疯痒监盐盖盘矿码砖础确礼祸离种积称稳穷窃窝竞笔筑签简类粮紧纠红约级纪纯纳纷纸纹线组细织终绍经结给络绝统继绩续维综绿缓编缘缩网罗罚职联聪肃肤肾肿胀胜胶脑脸脱腊节芦苏药获虑虽虫补装规视觉览触订计训讲许'.split(
    '',
  ),
)

/** Made when first asked for: the browsers that fold a filter box need not have one. */
let segmenter: Intl.Segmenter | undefined

/** The words of a folded text in order with their offsets, by the platform's own dictionary (ICU); spaces and signs too. */
export function segment(text: string): { word: string; start: number }[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  return [...segmenter.segment(text)].map(({ segment: word, index }) => ({ word, start: index }))
}
