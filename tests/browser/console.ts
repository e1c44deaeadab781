/**
 * The staff console in the hands of a test: asked as its readers ask, and looked at as they look.
 */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Answer, Citation, Lang } from '../../corpus/types.ts'
import { boxOf } from './asking.ts'
import type { Served } from './served.ts'

/** Fourteen citations, each of another clause. */
export const MANY_CLAUSES = '市财政局负责哪些任务'

export const chipOf = (page: Page, n: number) => page.locator(`.chip[data-n="${n}"]`).last()
export const paneOf = (page: Page) => page.locator('policy-document')

/** What the server answers to the same question. */
export async function answerOf({ url }: Served, question: string): Promise<Answer> {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ question }),
  })
  return (await response.json()) as Answer
}

/** Waits until the pane marks exactly what the citation quotes, where the reader sees it. */
export async function seesMarked(page: Page, { clauseId, start, end, quote }: Citation): Promise<void> {
  await expect.poll(() => page.evaluate(readMarks)).toEqual([{ clauseId, start, end, text: quote }])
  await expect.poll(() => page.evaluate(isMarkSeen), { message: 'the mark is on the screen' }).toBe(true)
}

/** The clauses with marks in them: from where to where in the clause, and the text of the marks. */
function readMarks() {
  return [...document.querySelectorAll('policy-document .clause-text')].flatMap((clause) => {
    const marks = [...clause.querySelectorAll('mark')]
    const [first] = marks
    if (!first) return []
    const before = document.createRange()
    before.setStart(clause, 0)
    before.setEndBefore(first)
    const upToEnd = document.createRange()
    upToEnd.setStart(clause, 0)
    upToEnd.setEndAfter(marks[marks.length - 1] ?? first)
    return {
      clauseId: clause.closest<HTMLElement>('.clause')?.dataset.clauseId,
      start: before.toString().length,
      end: upToEnd.toString().length,
      text: marks.map(({ textContent }) => textContent).join(''),
    }
  })
}

/** True if the first line of the mark is what the eye meets there: not scrolled away, and not covered. */
function isMarkSeen(): boolean {
  const mark = document.querySelector('policy-document mark')
  const [line] = mark?.getClientRects() ?? []
  if (!mark || !line) return false
  return document.elementFromPoint(line.left + 2, line.top + line.height / 2)?.closest('mark') === mark
}

export interface Choice {
  lang?: Lang
  theme?: 'light' | 'dark'
  textSize?: number
}

/** Comes back as a reader who chose this before. */
export async function prefer(page: Page, choice: Choice): Promise<void> {
  await page.evaluate((kept) => localStorage.setItem('policy-chat:preferences', kept), JSON.stringify(choice))
  await page.reload()
  await boxOf(page).waitFor({ state: 'attached' })
}
