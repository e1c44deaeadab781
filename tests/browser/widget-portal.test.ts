/** The sample portal as a citizen uses it: with the widget, and without script. */

import { describe, expect, it } from 'vitest'
import { ask, FIRE } from './asking.ts'
import { answerOf } from './console.ts'
import { launcherOf, openEmbedding, openPanel } from './widget.ts'

const { visit, product } = openEmbedding()

const AGENCIES = '市應急局、市發改委'

describe('the sample portal', () => {
  it('has the widget on it, which answers and leads to the document', async () => {
    const page = await visit(`${product().url}/portal?lang=zh-Hans`)
    expect(await launcherOf(page).innerText()).toBe('问政策')
    await openPanel(page)
    const turn = await ask(page, FIRE)
    expect(await turn.locator('.lead').innerText()).toContain(AGENCIES)
    const opened = page.context().waitForEvent('page')
    await turn.locator('.chip').click()
    const document = await opened
    await document.locator('mark').first().waitFor()
    const [citation] = (await answerOf(product(), FIRE)).citations
    expect((await document.locator('mark').allTextContents()).join('')).toBe(citation?.quote)
  })

  it('changes the language of page and widget together', async () => {
    const page = await visit(`${product().url}/portal?lang=zh-Hans`)
    await page.locator('.languages').getByRole('link', { name: 'English' }).click()
    await page.waitForURL('**lang=en')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await launcherOf(page).innerText()).toBe('Ask about policy')
  })

  it.each(['zh-Hans', 'zh-Hant', 'en'])(
    'shows its hotline beside the launcher, and its trees whole: %s',
    async (lang) => {
      const page = await visit(`${product().url}/portal?lang=${lang}`)
      const top = (await launcherOf(page).boundingBox())?.y
      const hotline = await page.locator('.hotline span').boundingBox()
      expect((hotline?.y ?? 0) + (hotline?.height ?? 0)).toBeLessThanOrEqual(top ?? 0)
      const trees = await page.locator('.trees').boundingBox()
      const picture = await page.locator('.lead').boundingBox()
      expect(trees?.x).toBeGreaterThan(picture?.x ?? 0)
      expect((trees?.x ?? 0) + (trees?.width ?? 0)).toBeLessThan((picture?.x ?? 0) + (picture?.width ?? 0))
    },
  )

  it.each(['您的问题', '站内提问'])(
    'answers through its plain form “%s” where no script runs',
    async (box) => {
      const page = await visit(`${product().url}/portal?lang=zh-Hans`, { script: false })
      expect(await launcherOf(page).count()).toBe(0)
      await page.getByLabel(box).fill(FIRE)
      await page.getByLabel(box).press('Enter')
      await page.getByText(AGENCIES).first().waitFor()
      expect(new URL(page.url()).searchParams.get('plain')).toBe('1')
    },
  )
})
