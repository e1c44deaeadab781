/** The widget without a mouse, and with an input method. */

import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ask, boxOf, FIRE, turnsOf } from './asking.ts'
import { focused, launcherOf, openEmbedding, openPanel, panelOf } from './widget.ts'

const { visitPortal } = openEmbedding()

const PHONE = { width: 360, height: 740 }
const BODY = '<p><a href="/news">新闻</a></p>'

/** What Tab stops at, more often than the panel has stops. */
async function tabRound(page: Page, key = 'Tab', presses = 40): Promise<string[]> {
  const stops: string[] = []
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press(key)
    stops.push(await page.evaluate(() => document.activeElement?.tagName ?? ''))
  }
  return stops
}

describe('with the keyboard alone', () => {
  it('it is reached by Tab, opened by Enter, asked, and left by Esc to where one was', async () => {
    const page = await visitPortal({ body: BODY })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('button.launcher')
    await page.keyboard.press('Enter')
    await boxOf(page).waitFor()
    await expect.poll(() => focused(page)).toBe('textarea')
    await page.keyboard.type(FIRE)
    await page.keyboard.press('Enter')
    await turnsOf(page).locator('.actions').waitFor()
    await page.keyboard.press('Escape')
    await panelOf(page).waitFor({ state: 'hidden' })
    expect(await focused(page)).toBe('button.launcher')
  })

  it('it is a dialog with a name, and shows where the focus is at every stop', async () => {
    const page = await visitPortal({ body: BODY }, PHONE)
    await openPanel(page)
    expect(await panelOf(page).getAttribute('aria-label')).toBe('政策问答')
    await ask(page, FIRE)
    const unseen: string[] = []
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Tab')
      if (!(await page.evaluate(showsFocus))) unseen.push(await focused(page))
    }
    expect(unseen).toEqual([])
  })

  it.each(['Tab', 'Shift+Tab'])('on a phone %s stays in it', async (key) => {
    const page = await visitPortal({ body: BODY }, PHONE)
    await openPanel(page)
    await ask(page, FIRE)
    expect(await panelOf(page).getAttribute('aria-modal')).toBe('true')
    expect(new Set(await tabRound(page, key))).toEqual(new Set(['POLICY-CHAT']))
  })

  it('beside a page Tab leads out of it again', async () => {
    const page = await visitPortal({ body: BODY })
    await openPanel(page)
    expect(await panelOf(page).getAttribute('aria-modal')).toBe('false')
    expect(new Set(await tabRound(page))).toContain('A')
  })

  it('Esc leaves the smaller thing first: the question whether to clear, the form for a comment', async () => {
    const page = await visitPortal()
    await openPanel(page)
    const turn = await ask(page, FIRE)
    await panelOf(page).getByRole('button', { name: '清空' }).click()
    await panelOf(page).getByText('清空这段对话？').waitFor()
    await page.keyboard.press('Escape')
    await panelOf(page).getByText('清空这段对话？').waitFor({ state: 'detached' })
    await turn.getByRole('button', { name: '有帮助' }).click()
    await turn.locator('.feedback-form textarea').waitFor()
    await page.keyboard.press('Escape')
    await turn.locator('.feedback-form').waitFor({ state: 'detached' })
    expect(await panelOf(page).isVisible()).toBe(true)
    expect(await turnsOf(page).count()).toBe(1)
  })

  it('what is typed is no shortcut of the page', async () => {
    const page = await visitPortal()
    await page.evaluate(() => {
      document.addEventListener('keydown', (event) => event.preventDefault())
    })
    await openPanel(page)
    await boxOf(page).press('s')
    expect(await boxOf(page).inputValue()).toBe('s')
  })
})

describe('Enter', () => {
  it('sends nothing while an input method composes, and sends what was composed', async () => {
    const page = await visitPortal()
    await openPanel(page)
    const keyboard = await page.context().newCDPSession(page)
    await keyboard.send('Input.imeSetComposition', { text: 'xiaofang', selectionStart: 8, selectionEnd: 8 })
    await page.keyboard.press('Enter')
    await keyboard.send('Input.insertText', { text: '谁负责消防' })
    expect(await turnsOf(page).count()).toBe(0)
    await page.keyboard.press('Enter')
    expect(await turnsOf(page).locator('.asked').innerText()).toContain('谁负责消防')
  })

  it('sends nothing in browsers that say so by isComposing, or by keyCode 229', async () => {
    const page = await visitPortal()
    await openPanel(page)
    await boxOf(page).fill(FIRE)
    for (const mark of [{ isComposing: true }, { keyCode: 229 }])
      await boxOf(page).evaluate((box, mark) => {
        const event = { key: 'Enter', bubbles: true, cancelable: true, ...mark }
        box.dispatchEvent(new KeyboardEvent('keydown', event))
      }, mark)
    expect(await boxOf(page).inputValue()).toBe(FIRE)
    expect(await turnsOf(page).count()).toBe(0)
    await boxOf(page).press('Enter')
    await turnsOf(page).locator('.actions').waitFor()
    expect(await turnsOf(page).count()).toBe(1)
  })

  it('Esc of an input method closes nothing', async () => {
    const page = await visitPortal()
    await openPanel(page)
    await boxOf(page).evaluate((box) => {
      const event = { key: 'Escape', isComposing: true, bubbles: true, composed: true, cancelable: true }
      box.dispatchEvent(new KeyboardEvent('keydown', event))
    })
    expect(await panelOf(page).isVisible()).toBe(true)
    await launcherOf(page).waitFor({ state: 'hidden' })
  })
})

/** True if what has the focus has an outline, or stands in a field with a ring. */
function showsFocus(): boolean {
  const element = document.activeElement?.shadowRoot?.activeElement
  if (!element) return false
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  const ring = element.closest('.composer-field')
  const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  return isOutlined || (ring !== null && getComputedStyle(ring).boxShadow !== 'none')
}
