/**
 * Marks a slice of a text that is already on the page, by its UTF-16 offsets.
 */

/** Marks from `start` to `end` of the text of `element`, over as many text nodes as it takes; a slice past its end is let be. */
export function markSlice(element: Element, start: number, end: number): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const found: { node: Node; from: number; to: number }[] = []
  let offset = 0
  while (walker.nextNode()) {
    const node = walker.currentNode
    const length = node.textContent?.length ?? 0
    const from = Math.max(start - offset, 0)
    const to = Math.min(end - offset, length)
    if (from < to) found.push({ node, from, to })
    offset += length
  }
  if (end > offset) return
  for (const { node, from, to } of found) {
    const range = document.createRange()
    range.setStart(node, from)
    range.setEnd(node, to)
    range.surroundContents(document.createElement('mark'))
  }
}
