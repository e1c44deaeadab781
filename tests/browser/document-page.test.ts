import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, noSidewaysScroll, targetSizes } from './checks.ts'
import { openBrowser } from './pages.ts'
import { type Served, serveProduct } from './served.ts'

const DOCUMENT = 'yancheng-2022-minsheng'
const QUOTED = `/documents/${DOCUMENT}?q=170-205#2.5.23`

let served: Served
beforeAll(async () => {
  served = await serveProduct()
})
afterAll(() => served.close())
const { visit } = openBrowser()

describe('a document at the place of a citation', () => {
  it('marks the quote, and nothing else', async () => {
    const page = await visit(served.url + QUOTED)
    await page.locator('mark').first().waitFor()
    const marked = await page.locator('mark').allTextContents()
    const clause = served.parts.library.clause(DOCUMENT, '2.5.23')
    expect(marked.join('')).toBe(clause?.text.slice(170, 205))
  })

  it('shows the mark where the reader looks', async () => {
    const page = await visit(served.url + QUOTED, { width: 320 })
    const isSeen = () =>
      page
        .locator('mark')
        .first()
        .evaluate((mark) => {
          const { top, bottom } = mark.getBoundingClientRect()
          return top >= 0 && bottom <= innerHeight
        })
    await expect.poll(isSeen).toBe(true)
  })

  it.each([1280, 320])('can be read by everybody at %i px', async (width) => {
    const page = await visit(served.url + QUOTED, { width })
    await page.locator('mark').first().waitFor()
    expect(await axe(page)).toEqual([])
    expect(await targetSizes(page, 24)).toEqual([])
    await noSidewaysScroll(page)
  })
})
