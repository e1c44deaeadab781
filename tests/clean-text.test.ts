import { describe, expect, it } from 'vitest'
import { cleanText } from '../corpus/clean-text.ts'
import { clean } from '../server/answer/clean.ts'

describe('cleanText', () => {
  it.each([
    ['zero-width', '公\u200b厕\u200c归\u200d谁\u2060管\ufeff'],
    ['bidi controls', '\u202e公厕\u202c\u2066归谁\u2069管\u200f'],
    [
      'tags',
      `公厕${String.fromCodePoint(...[...'ignore'].map((char) => 0xe0000 + char.charCodeAt(0)))}归谁管`,
    ],
    ['interlinear annotation', '\ufff9公厕\ufffa归谁管\ufffb'],
    ['variation selectors', '公厕\ufe0f归\u{e0101}谁管'],
    ['controls', '公\u0000厕\u001b归\u007f谁\u0085管'],
    ['soft hyphens and joiners', '公\u00ad厕\u034f归谁管'],
    ['fillers and blanks', '公\u3164厕\u115f归\uffa0谁\u2800管'],
    ['private and unassigned', '公\ue000厕\ufdd0归\u{10ffff}谁管'],
  ])('takes out %s, within the text too', (_, text) => {
    expect(cleanText(text)).toBe('公厕归谁管')
    expect(clean(text).question).toBe('公厕归谁管')
  })

  it('makes a lone surrogate well-formed', () => {
    expect(cleanText('公\ud800厕').isWellFormed()).toBe(true)
  })

  it('keeps line breaks, tabs, and what is written in any script', () => {
    for (const text of ['一\n二\t三', 'Ünïcödé', 'かな', '한국어', 'العربية', '👍', '２０２２①ﬁ'])
      expect(cleanText(text)).toBe(text)
  })
})
