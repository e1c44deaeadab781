/**
 * Asking, in the console and in the widget alike: both have one box and turns.
 */
import type { Locator, Page } from 'playwright-core'

export const FIRE = '谁负责消防安全'
export const TOILETS = '城市公厕建多少座'

export const boxOf = (page: Page) => page.locator('policy-composer textarea')
export const turnsOf = (page: Page) => page.locator('.turn')
/** The questions that are shown, in order. */
export const askedIn = (page: Page) => turnsOf(page).locator('.asked').allInnerTexts()

/** Types the question and sends it; the turn that it becomes. */
export async function send(page: Page, question: string): Promise<Locator> {
  await boxOf(page).fill(question)
  await boxOf(page).press('Enter')
  return turnsOf(page).filter({ hasText: question }).last()
}

/** Asks, and waits until the answer is whole. */
export async function ask(page: Page, question: string): Promise<Locator> {
  const turn = await send(page, question)
  await turn.locator('.answer[aria-busy="false"] .actions').waitFor()
  return turn
}
