/**
 * Arrow keys, Home and End among the filled cells of a table of which one takes part in the order of Tab.
 */
type Step = (from: DOMRect, to: DOMRect) => number | undefined

/** How far a cell lies in the direction of a key; undefined if not there at all. A row or column counts before nearness. */
const STEPS: Record<string, Step> = {
  ArrowRight: (from, to) => (isLevel(from, to) && to.left > from.left ? to.left - from.left : undefined),
  ArrowLeft: (from, to) => (isLevel(from, to) && to.left < from.left ? from.left - to.left : undefined),
  ArrowDown: (from, to) => (isBelow(from, to) ? to.top - from.top + aside(from, to) : undefined),
  ArrowUp: (from, to) => (isBelow(to, from) ? from.top - to.top + aside(from, to) : undefined),
  Home: (from, to) => (isLevel(from, to) && to.left < from.left ? to.left : undefined),
  End: (from, to) => (isLevel(from, to) && to.left > from.left ? -to.left : undefined),
}

/** Turns to the next cell in the direction of the key, if there is one. */
export function moveAmongCells(event: KeyboardEvent, selector: string): void {
  const { currentTarget, target } = event
  const step = STEPS[event.key]
  if (!step || !(currentTarget instanceof HTMLElement) || !(target instanceof HTMLElement)) return
  if (!target.matches(selector)) return
  event.preventDefault()
  const from = target.getBoundingClientRect()
  let next: HTMLElement | undefined
  let least = Number.POSITIVE_INFINITY
  for (const cell of Array.from(currentTarget.querySelectorAll<HTMLElement>(selector))) {
    const way = step(from, cell.getBoundingClientRect())
    if (way === undefined || way >= least) continue
    least = way
    next = cell
  }
  if (!next) return
  target.tabIndex = -1
  next.tabIndex = 0
  next.focus()
}

function isLevel(one: DOMRect, other: DOMRect): boolean {
  return Math.abs(one.top - other.top) < 2
}

function isBelow(one: DOMRect, other: DOMRect): boolean {
  return other.top - one.top >= 2
}

/** The same column is near, any other far. */
function aside(one: DOMRect, other: DOMRect): number {
  return Math.abs(one.left - other.left) * 1000
}
