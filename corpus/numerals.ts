/**
 * Numerals: finds the amounts in a text, in Arabic or Chinese figures, with their units.
 *
 * Law: a 萬 or 億 that stands before the unit belongs to the unit (7萬人 → 7, 萬人).
 * Ordinals (第三批) and figures that are part of a name (5G, PM2.5, 5+2) are no amounts. Pure.
 */
import { foldWithOffsets } from './script.ts'

export interface Amount {
  value: number
  start: number
  end: number
  /** In the text's own characters; left out where none follows. */
  unit?: string
  raw: string
}

/** Units, folded. Behind `!`: what must not follow, because the character then begins another word. */
const UNITS = [
  // Shares and growth.
  '% ‰ 个百分点 百分点 倍 番!茄 成!立果为员本效熟功人长品绩交套都',
  // Money, area, length, mass, energy, concentration.
  '元!素旦宵 美元 平方米 平方公里 立方米 公里 千米 米 公顷 亩 吨标准煤 吨 公斤 千克 斤 升!级学温',
  '千瓦时 兆瓦时 千瓦 兆瓦 标准箱 标箱 人年 微克/立方米 毫克/升',
  // Time and age.
  '周岁 岁 个工作日 工作日 个月 年!龄级轻代版 月 日 天!然 周!岁边年期转 小时 分钟 秒 学时 课时 晚!上 餐!饮厅',
  // People and bodies.
  '人次 人!才员口工力均士 名!单优录师校园牌 位!置一 户次 户!籍外口型 家次 家!庭长具电禽园乡政居 村!庄级民',
  // Things and events.
  '个!人体性 所!有需得在属谓称以 座 项!目 条!例件 件 处!理置于罚方 套!餐 间 张 台!账阶风 辆 艘 架!构 只 头!部雁',
  '羽 株 棵 本!级市科地土省 册 份 部!门分署委省 场次 场!所地景馆 次!性序要 班次 班 趟 批次 宗 例!如 剂次 剂',
  '支!持付出部撑 床 片!区 块 分!类级层别布配公之行',
  // Classes: read, so that nobody takes them for a count of something else.
  '级 层!次面 期!间限 批!发准复 类!似 种!植子 届 号',
]
  .join(' ')
  .split(' ')

const UNIT = UNITS.map((row) => row.split('!'))
  .sort(([a = ''], [b = '']) => b.length - a.length)
  .map(([unit, notBefore]) => (notBefore ? `${unit}(?![${notBefore}])` : unit))
  .join('|')

const DIGITS = '零一二三四五六七八九'
const ARABIC = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:\\.\\d+)?'
const CHINESE = '[零一二三四五六七八九十百千两]+'

const NUMBER = new RegExp(
  [
    `百分之(?<percent>${CHINESE}(?:点${CHINESE})?|${ARABIC})`, // 百分之九十
    `(?<whole>${CHINESE})分之(?<part>${CHINESE})`, // 三分之二
    // 1,200人, 7万余人, 十名, 三千万元, 亿元; `more` keeps 余 and 多 out of the unit.
    `(?:(?<arabic>${ARABIC})|(?<chinese>${CHINESE}|(?=[万亿][元名人户亩])))(?<gap> ?)(?<scale>[百千]?[万亿]*)(?<more>余|多)?` +
      `(?<scale2>[万亿])?(?: (?=[人户个]))?(?<unit>(?:${UNIT})(?:\\((?:${UNIT})\\))?(?:/(?:${UNIT}))?)?`,
  ].join('|'),
  'gu',
)

/** Before a figure: it counts the order (第三批) or belongs to a name (PM2.5, 5+2, 2021-17). */
const NO_AMOUNT_BEFORE = /(?:第|[a-z+_#/])$/
/** Words that only look like an amount. */
const IDIOM = /^十分(?!之)/
const NO_AMOUNT_AFTER = /^(?:[a-z+_]|\.\d)/

/** All amounts of `text`, in order; a range is left as two. */
export function readNumbers(text: string): Amount[] {
  const { text: folded, at } = foldWithOffsets(text)
  return readFolded(folded).map(({ value, start, end, unit, scaleAt, unitAt }) => {
    const [from, to] = [at[start] ?? 0, at[end] ?? text.length]
    const source = (range?: [number, number]) => (range ? text.slice(at[range[0]], at[range[1]]) : '')
    const own = source(scaleAt) + source(unitAt)
    return {
      value,
      start: from,
      end: to,
      ...((own || unit) && { unit: unit === '%' ? '%' : own }),
      raw: text.slice(from, to),
    }
  })
}

interface FoldedAmount {
  value: number
  start: number
  end: number
  unit: string
  scaleAt?: [number, number]
  unitAt?: [number, number]
}

function readFolded(folded: string): FoldedAmount[] {
  const amounts: FoldedAmount[] = []
  for (const match of folded.matchAll(NUMBER)) {
    const [whole] = match
    const {
      percent,
      whole: below,
      part,
      arabic,
      chinese,
      gap = '',
      scale = '',
      more = '',
      scale2 = '',
      unit = '',
    } = match.groups ?? {}
    const [start, end] = [match.index, match.index + whole.length]
    if (
      !whole ||
      IDIOM.test(whole) ||
      NO_AMOUNT_BEFORE.test(folded.slice(0, start)) ||
      // The space of `300 estates` parts the figure from a word that is none of its name.
      NO_AMOUNT_AFTER.test(folded.slice(scale || more || scale2 || unit ? end : end - gap.length))
    )
      continue
    if (percent) amounts.push({ value: figureValue(percent), start, end, unit: '%' })
    else if (below && part)
      amounts.push({ value: share(figureValue(part) / figureValue(below)), start, end, unit: '%' })
    else if (arabic || unit) {
      const [unitStart, scaleStart] = [
        end - unit.length,
        start + (arabic ?? chinese ?? '').length + gap.length,
      ]
      const scaleAt: [number, number] = scale2
        ? [unitStart - 1, unitStart]
        : [scaleStart, scaleStart + scale.length]
      const value = arabic ? figureValue(arabic) : chinese ? figureValue(chinese) : 1
      amounts.push({
        value,
        start,
        end: end - (unit ? 0 : gap.length * (scale ? 0 : 1) + more.length),
        unit: scale + scale2 + unit,
        scaleAt,
        unitAt: [unitStart, end],
      })
    }
  }
  return amounts
}

/** Two places are enough to tell two thirds from 67 %. */
function share(ratio: number): number {
  return Math.round(ratio * 10000) / 100
}

/** 1,200 → 1200; 二十三 → 23; 千 → 1000; 九点五 → 9.5. */
export function figureValue(figure: string): number {
  if (/\d/.test(figure)) return Number(figure.replaceAll(',', ''))
  const [whole = '', decimals] = figure.split('点')
  if (decimals)
    return Number(`${figureValue(whole)}.${[...decimals].map((char) => DIGITS.indexOf(char)).join('')}`)
  // 二零二五: digits read one by one.
  if (/^[零一二三四五六七八九]{2,}$/.test(whole))
    return Number([...whole].map((char) => DIGITS.indexOf(char)).join(''))

  let total = 0
  let digit = 0
  for (const char of whole) {
    const scale = { 十: 10, 百: 100, 千: 1000 }[char]
    if (!scale) digit = char === '两' ? 2 : DIGITS.indexOf(char)
    else {
      total += (digit || 1) * scale
      digit = 0
    }
  }
  return total + digit
}

/** The scales that English says in a word. */
const ENGLISH_SCALES: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }
const ENGLISH_WORDS: Record<string, number> = Object.fromEntries([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + 10 * i]),
])
const ENGLISH_WORD = Object.keys(ENGLISH_WORDS).join('|')
const ENGLISH_NUMBER = new RegExp(
  `\\b(?:(?<arabic>\\d[\\d,]*(?:\\.\\d+)?)[ -]?(?<scale>hundred|${Object.keys(ENGLISH_SCALES).join('|')})|` +
    `(?:a|(?<tens>${ENGLISH_WORD})(?:[ -](?<ones>${ENGLISH_WORD}))?)[ -](?<said>hundred|${Object.keys(ENGLISH_SCALES).join('|')})|` +
    `(?<word>${ENGLISH_WORD})(?:[ -](?<unit>${ENGLISH_WORD}))?)\\b`,
  'g',
)

/** `text` (lower case) with English number words written in figures: 15 billion → 15000000000; lengths change. */
export function figuresForWords(text: string): string {
  return text.replace(ENGLISH_NUMBER, (whole, ...rest) => {
    const { arabic, scale, tens, ones, said, word, unit } = rest.at(-1) as Record<string, string | undefined>
    const scaled = scale ?? said
    const factor = scaled ? (scaled === 'hundred' ? 100 : (ENGLISH_SCALES[scaled] ?? 1)) : 1
    const value = (key?: string) => (key ? (ENGLISH_WORDS[key] ?? 0) : 0)
    if (arabic) return String(Number(arabic.replaceAll(',', '')) * factor)
    if (said) return String((tens ? value(tens) + value(ones) : 1) * factor)
    // A small one alone is seldom a figure (`the only one`, `level three`, `two kids`).
    return value(word) <= 10 && !unit ? whole : String(value(word) + value(unit))
  })
}

export interface Deadline {
  start: number
  end: number
  date: string
}

/** How a date is set, folded, surest first; `y` is missing where the document's own year is meant. */
const DEADLINES: { pattern: RegExp; date: (y: string, match: Record<string, string>) => string }[] = [
  // 到2022年底, 2023年年底前, 2025年末
  { pattern: /(?:力争)?[到至在]?(?<y>20\d\d) ?年年?[底末](?:之?前)?/g, date: (y) => `${y}-12-31` },
  // 2023年6月30日前, 2023年6月底前, 9月底前, 10月15日前
  {
    pattern:
      /[到至在]?(?:(?<y>20\d\d) ?年|今年)?(?<!\d)(?<m>1[0-2]|[1-9]) ?月(?:[底末](?:之?前)?|(?<d>[12]\d|3[01]|[1-9]) ?日之?前)/g,
    date: (y, { m = '', d }) => `${y}-${m.padStart(2, '0')}-${d ? d.padStart(2, '0') : lastDay(y, m)}`,
  },
  // 2023年上半年, 上半年
  { pattern: /[到至在]?(?:(?<y>20\d\d) ?年)?上半年(?:之?前)?/g, date: (y) => `${y}-06-30` },
  // 到2025年, 2023年, 2021—2025年; not 2021年版, 比2020年, 2022年8月16日
  {
    pattern: /(?<![比较自从以])(?<!相比)[到至]?(?<y>20\d\d) ?年度?(?!版|\d{1,2} ?月|第|一号|以来)/g,
    date: (y) => y,
  },
  // “十四五”期间, 到“十五五”末
  {
    pattern: /[到至]?“?(?<plan>十[三四五六]五)”?(?:规划)?(?:期?末|期间|时期)/g,
    date: (_, { plan = '' }) => planEnd(plan),
  },
  // 年底前, 年末, 到年底
  {
    pattern: /(?<![上去每\d])[到至在]?(?:今年|当年|本年)?年?[底末](?<=年[底末])(?:之?前)?/g,
    date: (y) => `${y}-12-31`,
  },
  // 全年, 年内, 今年, 本年度
  {
    pattern: /(?<!每)全年(?!龄)|(?<![\d一二三四五六七八九十两几半学])年内|今年(?!以来)|本年度?/g,
    date: (y) => y,
  },
]

/** The dates of `folded`, in order. */
export function readDeadlines(folded: string, year: string): Deadline[] {
  const found: Deadline[] = []
  for (const { pattern, date } of DEADLINES) {
    for (const match of folded.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (found.some((other) => start < other.end && other.start < end)) continue
      found.push({ start, end, date: date(match.groups?.y ?? year, match.groups ?? {}) })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function lastDay(year: string, month: string): number {
  return new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
}

/** The last year of a five-year plan: 十三五 2020, 十四五 2025 … */
function planEnd(plan: string): string {
  return String(2005 + 5 * DIGITS.indexOf(plan.charAt(1)))
}
