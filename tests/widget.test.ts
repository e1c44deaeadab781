import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LANGS } from '../server/web/client/common/preferences.ts'
import { ANSWER_STRINGS } from '../server/web/client/strings/answer.ts'
import { wordsFor } from '../server/web/client/strings/panel.ts'
import { keepTurns, readTurns } from '../server/web/client/widget/panel-kept.ts'
import { CONTRAST, contrast, HARDEST_GROUNDS, shadesOf } from '../server/web/client/widget/widget-color.ts'
import { readOptions } from '../server/web/client/widget/widget-options.ts'
import { testApp } from './fake-answer.ts'

const WEB = new URL('../server/web/', import.meta.url)
const KILOBYTE = 1024

describe('the script tag', () => {
  const DEFAULTS = { lang: 'zh-Hans', position: 'bottom-right', open: false, theme: 'light', elder: false }

  it('needs no attribute', () => {
    expect(readOptions({})).toEqual({ options: DEFAULTS, wrong: [] })
  })

  it('takes the language of the page where it names none', () => {
    expect(readOptions({}, 'zh-TW').options.lang).toBe('zh-Hant')
    expect(readOptions({ lang: 'en' }, 'zh-TW').options.lang).toBe('en')
  })

  it('sets everything else', () => {
    const given = {
      lang: 'zh-Hant',
      title: '問政策',
      greeting: '您好！',
      color: '#C8102E',
      position: 'bottom-left',
      open: 'open',
      theme: 'auto',
      elder: '',
      document: 'some-document',
    }
    const { lang, title, greeting, position, theme } = given
    expect(readOptions(given)).toEqual({
      options: {
        ...{ lang, title, greeting, position, theme },
        color: '#c8102e',
        open: true,
        elder: true,
        documentId: 'some-document',
      },
      wrong: [],
    })
  })

  it.each([
    ['["A|B?", "C?"]', ['A|B?', 'C?']],
    ['A? | B?', ['A?', 'B?']],
    ['[]', []],
  ])('lists suggestions: %s', (suggestions, questions) => {
    expect(readOptions({ suggestions }).options.suggestions).toEqual(questions)
  })

  it.each([
    ['lang', 'xx'],
    ['title', ''],
    ['greeting', '好'.repeat(501)],
    ['suggestions', '["A?"'],
    ['suggestions', '[1]'],
    ['suggestions', 'A?||B?'],
    ['color', 'red'],
    ['color', '#12345'],
    ['position', 'top'],
    ['open', 'yes'],
    ['theme', 'sepia'],
    ['elder', 'maybe'],
    ['document', '../secret'],
  ])('loses data-%s="%s", which is wrong, and nothing else', (name, value) => {
    const { options, wrong } = readOptions({ [name]: value })
    expect(options).toEqual(DEFAULTS)
    expect(wrong).toEqual([expect.stringContaining(`data-${name}="`)])
  })
})

describe('the colour of a portal', () => {
  const COLORS = [
    '#000000',
    '#ffffff',
    '#ff0',
    '#c8102e',
    '#14539a',
    '#00ff88',
    '#7f7f7f',
    '#ffd166',
    '#0b5c6b',
  ]

  it.each(COLORS)('%s is fit to read on every ground, and easily where that is asked for', (color) => {
    for (const theme of ['light', 'dark'] as const)
      for (const least of Object.values(CONTRAST)) {
        const { accent, strong, soft } = shadesOf(color, least)[theme]
        for (const text of [accent, strong])
          for (const ground of [HARDEST_GROUNDS[theme], soft, token('accent-ink', theme)])
            expect(contrast(text, ground)).toBeGreaterThanOrEqual(least)
      }
  })

  it('stays as it is where it is fit already', () => {
    expect(shadesOf('#14539a').light.accent).toBe('#14539a')
    expect(shadesOf('#ffd166').dark.accent).toBe('#ffd166')
  })

  it('is measured on the hardest grounds of the tokens', () => {
    for (const theme of ['light', 'dark'] as const) {
      const worst = (ground: string) => contrast(ground, theme === 'light' ? '#000000' : '#ffffff')
      const grounds = ['paper', 'surface', 'sunken', 'neutral-soft'].map((name) => token(name, theme))
      // Answers never stand on --neutral-soft in light: there it is the ground of badges, with ink of their own.
      const used = theme === 'light' ? grounds.slice(0, 3) : grounds
      expect(worst(HARDEST_GROUNDS[theme])).toBeCloseTo(Math.min(...used.map(worst)), 5)
    }
  })
})

describe('the conversation of a tab', () => {
  const ANSWER = {
    id: 'a',
    question: '谁负责消防安全',
    lang: 'zh-Hans',
    mode: 'embedded',
    outcome: 'answered',
    statements: [{ text: '由市應急局负责。', citations: [1] }],
    answer: '由市應急局负责。[1]',
    citations: [
      {
        n: 1,
        documentId: 'd',
        documentTitle: '意見',
        clauseId: '1',
        label: '第1項',
        path: ['任務'],
        quote: '(市應急局負責)',
        start: 0,
        end: 8,
        url: 'https://policy.example.cn/documents/d?q=0-8#1',
      },
    ],
    responsibilities: [],
    targets: [],
    notices: [],
    suggestions: [],
    aiLabel: '自动生成',
  } as const
  const TURN = {
    id: '1',
    question: ANSWER.question,
    at: '2026-11-23T12:00:00Z',
    stage: 'writing',
    told: [],
  } as const
  const kept = new Map<string, string>()
  const write = (turns: unknown) => kept.set('policy-chat:turns', JSON.stringify(turns))

  beforeEach(() =>
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    }),
  )
  afterEach(() => {
    vi.unstubAllGlobals()
    kept.clear()
  })

  it('comes back as it was, but for its secret', () => {
    const answer = structuredClone({ ...ANSWER, conversationSecret: 'secret' }) as never
    keepTurns([{ ...TURN, told: [], state: 'answered', answer }])
    expect(readTurns()).toMatchObject([{ state: 'answered', answer: ANSWER }])
    expect([...kept.values()].join()).not.toContain('secret')
  })

  it('lets a question be asked again that was not answered yet', () => {
    keepTurns([{ ...TURN, told: [], state: 'asking' }])
    expect(readTurns()).toMatchObject([{ question: ANSWER.question, state: 'stopped' }])
  })

  it.each([
    ['an address that is a script', { citations: [{ ...ANSWER.citations[0], url: 'javascript:alert(1)' }] }],
    ['a template in place of text', { statements: [{ text: { _$litType$: 1 }, citations: [] }] }],
    ['an outcome that there is none of', { outcome: 'hacked' }],
  ])('drops an answer with %s', (_, changed) => {
    write([{ ...TURN, answer: { ...ANSWER, ...changed } }])
    expect(readTurns()).toEqual([expect.not.objectContaining({ answer: expect.anything() })])
  })

  it.each([
    ['no list', 'x'],
    ['no turns', [null, 1, { id: {} }]],
  ])('is empty where there is %s', (_, turns) => {
    write(turns)
    expect(readTurns()).toEqual([])
  })
})

describe('what is said', () => {
  it.each(LANGS)('of notices and failures is plainer in 大字版: %s', (lang) => {
    const usual = wordsFor(lang, false).saying
    const plain = wordsFor(lang, true).saying
    for (const code of Object.keys(ANSWER_STRINGS.en.notices) as (keyof typeof usual.notices)[])
      expect(plain.notices[code]).not.toBe(usual.notices[code])
    for (const reason of Object.keys(ANSWER_STRINGS.en.faults) as (keyof typeof usual.faults)[]) {
      expect(plain.faults[reason]).not.toBe(usual.faults[reason])
      expect(plain.faults[reason].length).toBeLessThanOrEqual(lang === 'en' ? 80 : 30)
    }
  })

  it.each(LANGS)('to citizens names no model: %s', (lang) => {
    for (const elder of [false, true])
      expect(wordsFor(lang, elder).saying.notices.degraded).not.toMatch(/模型|model/i)
  })
})

describe('GET /widget.js', () => {
  it('may be loaded by any page, and is asked for again after five minutes', async () => {
    const response = await testApp().request('/widget.js')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300',
    })
    const known = response.headers.get('etag') ?? ''
    expect((await testApp().request('/widget.js', { headers: { 'If-None-Match': known } })).status).toBe(304)
  })

  it('is not found where it is not built', async () => {
    expect((await testApp({ assets: new Map() }).request('/widget.js')).status).toBe(404)
  })
})

describe('GET /portal', () => {
  it.each(LANGS)('is a page in %s with the widget in its language', async (lang) => {
    const page = await (await testApp().request(`/portal?lang=${lang}`)).text()
    expect(page).toContain(`<html lang="${lang}">`)
    expect(page).toContain(`<script type="module" src="/widget.js" data-lang="${lang}"`)
  })

  it('keeps to a strict policy: nothing inline', async () => {
    const response = await testApp().request('/portal')
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    )
    expect(await response.text()).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script>/)
  })

  it('asks without scripts through a plain form', async () => {
    const page = await (await testApp().request('/portal?lang=en')).text()
    expect(page).toMatch(
      /<form action="\/" method="get">\s*<input type="hidden" name="plain" value="1"><input type="hidden" name="lang" value="en">\s*<input name="question"/,
    )
    expect((await testApp().request('/?plain=1&lang=en&question=fire')).status).toBe(200)
  })
})

describe('the files', () => {
  it('before the launcher is pressed are one, of 12 kB at most', () => {
    expect(importsOf('widget.js')).toEqual([])
    expect(packed(['widget.js'])).toBeLessThanOrEqual(12 * KILOBYTE)
  })

  it('are 40 kB at most in all', () => {
    expect(packed(['widget.js', ...withImports('panel.js')])).toBeLessThanOrEqual(40 * KILOBYTE)
  })

  it('have their styles in one more, for browsers that cannot adopt them', () => {
    expect(readBuilt('widget.css')).toContain(':host')
  })
})

/** A colour of tokens.css. */
function token(name: string, theme: 'light' | 'dark'): string {
  const tokens = readFileSync(new URL('client/common/tokens.css', WEB), 'utf8')
  const [, light = '', dark = ''] = new RegExp(`--${name}: light-dark\\((\\S+), (\\S+)\\)`).exec(tokens) ?? []
  return theme === 'light' ? light : dark
}

function readBuilt(name: string): string {
  return readFileSync(new URL(`dist/${name}`, WEB), 'utf8')
}

/** The files that a built script imports as it starts. */
function importsOf(name: string): string[] {
  return [...readBuilt(name).matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+)["']/g)].map(
    ([, file = '']) => file,
  )
}

function withImports(name: string, known = new Set<string>()): string[] {
  if (!known.has(name)) {
    known.add(name)
    for (const imported of importsOf(name)) withImports(imported, known)
  }
  return [...known]
}

/** In bytes, as gzip sends them. */
function packed(names: string[]): number {
  return names.reduce((sum, name) => sum + gzipSync(readBuilt(name)).length, 0)
}
