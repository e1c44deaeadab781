/**
 * What is built for browsers, held against Chrome 80 and Safari 13.1: none of those can be run here, so the
 * language, the calls and the styles that they lack are looked for in the files.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'acorn'
import { describe, expect, it } from 'vitest'

const BUILT = new URL('../server/web/dist/', import.meta.url)
/** Of our own: those of Swagger UI are for developers. */
const files = (ending: string) =>
  readdirSync(BUILT).filter((name) => name.endsWith(ending) && !name.startsWith('swagger-ui'))
const text = (name: string) => readFileSync(new URL(name, BUILT), 'utf8')

/** Calls that came after those browsers, and would throw there (MDN browser compatibility data). */
const LATER_CALLS =
  /\.(?:at|replaceAll|findLast|findLastIndex|toSorted|toReversed|toSpliced|replaceChildren|groupBy|checkVisibility|showPopover|showModal)\(|\b(?:structuredClone|requestIdleCallback)\(|Object\.hasOwn\(|AbortSignal\.(?:any|timeout)|randomUUID|Promise\.(?:any|withResolvers)|TextDecoderStream|Intl\.(?:Segmenter|ListFormat)/

/** Styles that would be dropped there with what they hold up, and have no rule before them to fall back on. */
const LATER_STYLES =
  /:has\(|:where\(|aspect-ratio:|inset-(?:block|inline)|color-mix\(|light-dark\(|@container|@layer|@scope|(?<![\w-])inset:/

describe.each(files('.js').filter((name) => !['docs.js', 'boot.js'].includes(name)))('%s', (name) => {
  it('is written in the JavaScript of 2020', () => {
    expect(() => parse(text(name), { ecmaVersion: 2020, sourceType: 'module' })).not.toThrow()
  })

  it('has no pattern that looks behind, over which Safari would refuse the whole file', () => {
    expect(/\(\?<[=!]/.exec(text(name))?.[0]).toBeUndefined()
  })

  it('calls nothing that came later', () => {
    expect(LATER_CALLS.exec(text(name))?.[0]).toBeUndefined()
  })
})

it('decides which page to show in the JavaScript of 2009', () => {
  expect(() => parse(text('boot.js'), { ecmaVersion: 5, sourceType: 'script' })).not.toThrow()
})

describe.each(files('.css').filter((name) => name !== 'site.css'))('%s', (name) => {
  it('has no style that is dropped there', () => {
    expect(LATER_STYLES.exec(text(name))?.[0]).toBeUndefined()
  })

  it('spaces no flex items with gap', () => {
    const wrong = [...text(name).matchAll(/\{[^{}]*\}/g)].filter(
      ([rule]) => /display:(?:inline-)?flex/.test(rule) && /[{;](?:row-|column-)?gap:/.test(rule),
    )
    expect(wrong.map(([rule]) => rule)).toEqual([])
  })
})
