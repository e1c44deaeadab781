/**
 * What every page has to be for its readers: accessible, no wider than the screen, with targets that a finger hits.
 */
import axeCore from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { smallTargets } from './small-targets.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Violations of WCAG 2.2 A and AA, one a line, those in open shadow trees included. */
export async function axe(page: Page): Promise<string[]> {
  // It would wait for ever for a timer.
  if (await page.evaluate(() => matchMedia('(scripting: none)').matches)) throw new Error('axe needs script')
  await page.evaluate(axeCore.source)
  const { violations } = await page.evaluate(
    (rules) => window.axe.run(document, { runOnly: rules, resultTypes: ['violations'] }),
    RULES,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      const [, fault = ''] = failureSummary.split('\n')
      return `${id} at ${target.flat().join(' >> ')}: ${fault.trim()}`
    }),
  )
}

/** Fails with what sticks out, if the page can be moved sideways. */
export async function noSidewaysScroll(page: Page): Promise<void> {
  const sticking = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth,
    )
    const names = wide.map(({ tagName, id, className }) => `${tagName.toLowerCase()}#${id}.${className}`)
    return [`${scrollWidth} px of ${clientWidth} px`, ...names.slice(0, 10)]
  })
  expect(sticking, 'what makes the page scroll sideways').toEqual([])
}

/** Controls smaller than `min` × `min` CSS pixels; at 24 with the exceptions of WCAG 2.5.8, and above for all but links in text. */
export function targetSizes(page: Page, min: number): Promise<string[]> {
  return page.evaluate(smallTargets, min)
}

declare global {
  interface Window {
    axe: typeof axeCore
  }
}
