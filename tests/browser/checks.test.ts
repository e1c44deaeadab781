/** The checks themselves: each finds what it is there to find. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { axe, noSidewaysScroll, targetSizes } from './checks.ts'
import { openBrowser } from './pages.ts'
import { openPortal, type Portal } from './portal.ts'

const INLINE_STYLE = "default-src 'none'; style-src 'unsafe-inline'"

let portal: Portal
beforeEach(async () => {
  portal = await openPortal()
})
afterEach(() => portal.close())
const { visit } = openBrowser()

async function show(body: string, policy = INLINE_STYLE, expected: RegExp[] = []) {
  portal.show({ policy, body })
  return visit(portal.url, { expected })
}

describe('a page that complains', () => {
  it('is heard when it breaks its own policy', async () => {
    await show('<p style="color: red">红</p>', "default-src 'none'", [/Content Security Policy/])
  })

  it('is heard when it asks strangers', async () => {
    const stranger = '<img src="http://127.0.0.1:9/x.png" alt="">'
    const policy = 'default-src *'
    await show(stranger, policy, [/request to a stranger: http:\/\/127\.0\.0\.1:9\/x\.png/, /ERR_/])
  })

  it('is heard when its script throws', async () => {
    const script = '<script>setTimeout(() => { throw new Error("broken") })</script>'
    await show(script, "script-src 'unsafe-inline'", [/page error: Error: broken/])
  })
})

describe('axe', () => {
  it('finds a control without a name, in a shadow tree too', async () => {
    const page = await show(
      '<button></button><div><template shadowrootmode="open"><button></button></template></div>',
    )
    expect(await axe(page)).toEqual([
      expect.stringMatching(/^button-name at button: \S/),
      expect.stringMatching(/^button-name at div >> button: \S/),
    ])
  })
})

describe('targets', () => {
  const button = (name: string, style: string) =>
    `<button aria-label="${name}" style="padding: 0; border: 0; ${style}"></button>`

  it('are too small where two small ones are close, in a shadow tree too', async () => {
    const pair = button('a', 'width: 16px; height: 16px') + button('b', 'width: 16px; height: 16px')
    const page = await show(`<div><template shadowrootmode="open">${pair}</template></div>`)
    expect(await targetSizes(page, 24)).toEqual(['button "a" 16×16', 'button "b" 16×16'])
  })

  it('may be small where they stand apart, unless more is asked for', async () => {
    const page = await show(button('alone', 'width: 16px; height: 16px'))
    expect(await targetSizes(page, 24)).toEqual([])
    expect(await targetSizes(page, 44)).toEqual(['button "alone" 16×16'])
  })

  it('may be small within a sentence', async () => {
    const page = await show('<p>见<a href="/a">甲</a>和<a href="/b">乙</a>。</p><p><a href="/c">丙</a></p>')
    expect(await targetSizes(page, 44)).toEqual([expect.stringMatching(/^a "丙" \d+×\d+$/)])
  })

  it('are what a finger may press: a label counts as its input, and what is hidden does not count', async () => {
    const box = '<label style="display: inline-block; padding: 20px"><input type="checkbox"> 全部文件</label>'
    const page = await show(box + button('gone', 'width: 9px; height: 9px; visibility: hidden'))
    expect(await targetSizes(page, 44)).toEqual([])
  })
})

it('a page that is wider than the screen is told from one that is not', async () => {
  const page = await show('<p>短</p><div id="wide" style="width: 1400px">长</div>')
  await expect(noSidewaysScroll(page)).rejects.toThrow('div#wide')
  await page.setViewportSize({ width: 1500, height: 800 })
  await noSidewaysScroll(page)
})
