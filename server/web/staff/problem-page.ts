/**
 * A staff page that cannot be had: it is not there, not allowed, or the store is down.
 */
import { html } from 'hono/html'
import { type Html, layout } from '../layout.ts'
import { hrefIn, staffPage, type Visit } from './frame.ts'
import type { Problem } from './words.ts'

/** The whole page. */
export function problemPage(visit: Visit, problem: Problem): Html {
  const { title, text } = visit.words.problems[problem]
  return staffPage(visit, { title, main: html`<p class="lead-in">${text}</p>` })
}

/** What pages of other sites get, whoever is signed in: nothing of what is for staff. */
export function foreignPage({ lang, words, assets }: Pick<Visit, 'lang' | 'words' | 'assets'>): Html {
  const { title, text } = words.problems.foreign
  return layout({
    lang,
    title,
    assets,
    styles: ['staff.css'],
    scripts: [],
    inLanguage: (other) => hrefIn(other, '/staff'),
    main: html`<main class="staff"><h1>${title}</h1><p class="lead-in">${text}</p></main>`,
  })
}
