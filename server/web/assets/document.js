/*
 * Marks the quote of a citation: `?q=start-end#clauseId`, in UTF-16 offsets of the clause's text.
 * Its law: the text nodes of .clause-text joined are that text.
 */
const outline = document.querySelector('.outline')
if (outline && matchMedia('(min-width: 64rem)').matches) outline.open = true

outline?.addEventListener('click', (event) => {
  if (event.target.closest('a') && !matchMedia('(min-width: 64rem)').matches) outline.open = false
})

let first = true

function showQuote() {
  const clause = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const text = clause?.querySelector('.clause-text')
  if (!text) return
  // The slice belongs to the clause that the page was opened at, not to those visited from the outline.
  const [, start, end] = (first && /^(\d+)-(\d+)$/.exec(new URLSearchParams(location.search).get('q'))) || []
  first = false
  if (start && !document.querySelector('mark')) markSlice(text, Number(start), Number(end))
  const quote = text.querySelector('mark')
  if (quote) quote.scrollIntoView({ block: 'center' })
}

function markSlice(element, start, end) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const found = []
  let offset = 0
  while (walker.nextNode()) {
    const node = walker.currentNode
    const from = Math.max(start - offset, 0)
    const to = Math.min(end - offset, node.length)
    if (from < to) found.push({ node, from, to })
    offset += node.length
  }
  if (end > offset) return
  for (const { node, from, to } of found) {
    const range = document.createRange()
    range.setStart(node, from)
    range.setEnd(node, to)
    range.surroundContents(document.createElement('mark'))
  }
}

showQuote()
addEventListener('hashchange', showQuote)
