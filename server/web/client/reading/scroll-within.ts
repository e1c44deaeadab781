/**
 * Scrolls one box, and nothing around it, to an element inside.
 *
 * The goal is measured anew in each frame: what the browser has not laid out yet changes its height on the way.
 */

/** Where the element comes to stand: so much of the box above it … */
const SHARE_ABOVE = 0.28
/** … unless what it belongs to fits from its beginning into so much of the box. */
const SHARE_WHOLE = 0.85
const PACE_MS = 70
const LONGEST_MS = 1200
/** A way longer than so many boxes is cut short: nobody reads what flies by. */
const LONGEST_WAY = 1.5
const FRAMES_AT_REST = 4
const INTERRUPTIONS = ['wheel', 'touchstart', 'keydown', 'pointerdown']

/** Scrolls until `element`, which belongs to `whole`, is in view, or its reader scrolls; what is returned calls it off. */
export function scrollWithin(
  box: HTMLElement,
  element: Element,
  whole: Element,
  smooth: boolean,
): () => void {
  const began = performance.now()
  let before = began
  let atRest = 0
  let frame = 0

  const wayLeft = () => {
    const { top, bottom, height } = element.getBoundingClientRect()
    const room = box.clientHeight
    const above = Math.max(0, Math.min(room * SHARE_ABOVE, (room - height) / 2))
    const beginning = whole.getBoundingClientRect().top
    const start = bottom - beginning < room * SHARE_WHOLE ? beginning : top - above
    const goal = box.scrollTop + start - box.getBoundingClientRect().top
    return Math.max(0, Math.min(goal, box.scrollHeight - box.clientHeight)) - box.scrollTop
  }
  const stop = () => {
    cancelAnimationFrame(frame)
    for (const name of INTERRUPTIONS) box.removeEventListener(name, stop)
  }
  const step = (now: number) => {
    const left = wayLeft()
    const share = smooth ? 1 - Math.exp(-Math.max(1, now - before) / PACE_MS) : 1
    before = now
    box.scrollTop += Math.abs(left) < 2 ? left : left * share
    atRest = Math.abs(left) < 1 ? atRest + 1 : 0
    if (atRest === FRAMES_AT_REST || now - began > LONGEST_MS) return stop()
    frame = requestAnimationFrame(step)
  }

  for (const name of INTERRUPTIONS) box.addEventListener(name, stop, { passive: true })
  const left = wayLeft()
  const longest = box.clientHeight * LONGEST_WAY
  if (smooth && Math.abs(left) > longest) box.scrollTop += left - Math.sign(left) * longest
  if (!smooth) box.scrollTop += left
  frame = requestAnimationFrame(step)
  return stop
}
