/**
 * The document page: marks the quote of a citation, `?q=start-end#clauseId`, in UTF-16 offsets of the clause's text.
 *
 * Its law: the text nodes of .clause-text joined are that text.
 */
import { markSlice } from './reading/mark.ts'

const WIDE = '(min-width: 64rem)'
const outline = document.querySelector<HTMLDetailsElement>('.outline')
if (outline && matchMedia(WIDE).matches) outline.open = true

outline?.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('a')
  if (link && !matchMedia(WIDE).matches) outline.open = false
})

let first = true

function showQuote(): void {
  const clause = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const text = clause?.querySelector('.clause-text')
  if (!text) return
  // The slice belongs to the clause that the page was opened at, not to those visited from the outline.
  const asked = first ? (new URLSearchParams(location.search).get('q') ?? '') : ''
  first = false
  const [, start, end] = /^(\d+)-(\d+)$/.exec(asked) ?? []
  if (start && end && !document.querySelector('mark')) markSlice(text, Number(start), Number(end))
  text.querySelector('mark')?.scrollIntoView({ block: 'center' })
}

showQuote()
addEventListener('hashchange', showQuote)
