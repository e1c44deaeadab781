import { describe, expect, it } from 'vitest'
import { fold, foldWithOffsets, hasHan, scriptOf, simplify } from '../corpus/script.ts'
import { readSeeds } from '../server/ingest.ts'

describe('fold', () => {
  it.each([
    ['市財政局', '市财政局'],
    ['著力發展', '着力发展'],
    ['面向', '面向'],
    ['最后一公里', '最後一公里'],
    ['示范引領', '示範引領'],
    ['高質量發展', '高质量发展'],
    ['農村公廁', '农村公厕'],
    ['行政審批', '行政审批'],
  ])('gives %s and %s one search form', (one, other) => {
    expect(fold(one)).toBe(fold(other))
  })

  it.each([
    ['（一）', '(一)'],
    ['２０２２年', '2022年'],
    ['５Ｇ＋', '5g+'],
    ['ＰＭ２．５', 'pm2.5'],
    ['1﹒', '1.'],
    ['7．5％', '7.5%'],
    ['市民政局；市教育局，', '市民政局;市教育局,'],
    ['二〇二二', '二零二二'],
    ['O3', 'o3'],
  ])('makes %s half width and lower case', (written, folded) => {
    expect(fold(written)).toBe(folded)
  })

  it.each([
    ['ＣＰＩ', 'CPI'],
    ['ﬁre oﬀice', 'fire office'],
    ['𝐂𝐏𝐈', 'cpi'],
    ['①⑨⑫', '1912'],
    ['㎡', 'm2'],
    ['\ufa01', '度'],
    ['\uf9b4', '领'],
    ['⼀⽼⼀⼩', '一老一小'],
    ['⺠政局为⻓者', '民政局为长者'],
    ['｢公厕｣', '「公廁」'],
    ['ｶﾞｽ', 'ガス'],
    ['cafe\u0301', 'café'],
    ['葛\u{e0100}', '葛'],
    ['公\u200b厕\u202e', '公厕'],
    ['公\u00ad廁', '公厕'],
  ])('reads %j as its plain form %s', (written, plain) => {
    expect(fold(written)).toBe(fold(plain))
  })

  it('leaves a folded text as it is', () => {
    for (const { text } of readSeeds()) expect(fold(fold(text))).toBe(fold(text))
  })

  it('gives the search form of both scripts at once in a text that mixes them', () => {
    expect(fold('鹽城市民政局負責养老服務,范圍里的征地')).toBe('盐城市民政局负责养老服务,范围里的征地')
  })
})

describe('foldWithOffsets', () => {
  it.each(readSeeds().map(({ source, text }) => [source.id, text] as const))(
    'leads every slice of %s back to its own characters',
    (_, text) => {
      const folded = foldWithOffsets(text)
      expect(folded.text).toBe(fold(text))
      expect(folded.at).toHaveLength(folded.text.length + 1)
      expect(folded.at[0]).toBe(0)
      expect(folded.at.at(-1)).toBe(text.length)
      expect(folded.at.every((offset, i) => i === 0 || offset >= (folded.at[i - 1] ?? 0))).toBe(true)
      for (let i = 0; i + 12 < folded.text.length; i += 7) {
        const source = text.slice(folded.at[i], folded.at[i + 12])
        expect(fold(source).length).toBe(12)
      }
    },
  )

  it.each(['新建公\u200b廁①⑫座', 'ﬁre oﬀice ㎡', 'ｶﾞｽ管网cafe\u0301', '葛\u{e0100}根⺠政局'])(
    'leads every unit of %j back to its own characters',
    (text) => {
      const { text: folded, at } = foldWithOffsets(text)
      expect(at).toHaveLength(folded.length + 1)
      expect(at.at(-1)).toBe(text.length)
      for (let i = 0; i < folded.length; i++) {
        const end = at.find((offset) => offset > (at[i] ?? 0))
        expect(fold(text.slice(at[i], end))).toContain(folded[i])
      }
    },
  )

  it('finds the source of a match asked for in the other script and width', () => {
    const source = '新建农村公廁５９座，改造（七十九座）。'
    const { text, at } = foldWithOffsets(source)
    const start = text.indexOf(fold('農村公厕59座,'))
    expect(source.slice(at[start], at[start + 8])).toBe('农村公廁５９座，')
  })

  it('keeps its way back where a character folds to several or is two units long', () => {
    const source = '㎡𠮷ﬁ公廁'
    const { text, at } = foldWithOffsets(source)
    const start = text.indexOf('公厕')
    expect(source.slice(at[start], at[start + 2])).toBe('公廁')
    expect(at.at(-1)).toBe(source.length)
  })

  it('of no text is no text', () => {
    expect(foldWithOffsets('')).toEqual({ text: '', at: [0] })
  })
})

describe('scriptOf', () => {
  it.each([
    ['市財政局負責哪些任務', 'zh-Hant'],
    ['市财政局负责哪些任务', 'zh-Hans'],
    ['公廁要建多少座', 'zh-Hant'],
    ['农村公厕由谁来建', 'zh-Hans'],
    ['誰管養老', 'zh-Hant'],
    ['谁管养老', 'zh-Hans'],
    ['財政局負責养老吗，養老機構', 'zh-Hant'],
  ])('reads %s as %s', (text, script) => {
    expect(scriptOf(text)).toBe(script)
  })

  it.each([['公交'], ['2022'], ['hello'], ['']])('leaves %j open: both scripts write it alike', (text) => {
    expect(scriptOf(text)).toBeUndefined()
  })

  it('takes the first seed, which mixes in 于, 后, 范, for Traditional', () => {
    expect(readSeeds().map(({ text }) => scriptOf(text))).toContain('zh-Hant')
  })
})

it('simplify changes characters only, not width or punctuation', () => {
  expect(simplify('（１）財政，民政')).toBe('（１）财政，民政')
})

it('hasHan tells a Chinese text from one without', () => {
  expect(hasHan('task 第3項')).toBe(true)
  expect(hasHan('task 3，？')).toBe(false)
})
