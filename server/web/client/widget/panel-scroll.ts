/**
 * How the conversation scrolls: a new question goes to the top, and its answer grows into free room below.
 *
 * The stream scrolls between head and foot; on a screen too small for that, all of the panel does below its bar.
 */

/** The last turn can always be scrolled to the top: with what follows it, it is as high as what shows it. */
export function makeRoom(dialog: HTMLElement): void {
  const stream = streamOf(dialog)
  const room = isScroller(dialog)
    ? dialog.clientHeight - heightOf(dialog, '.bar') - heightOf(dialog, '.foot')
    : stream?.clientHeight
  stream?.style.setProperty('--room', `${room ?? 0}px`)
}

/** Scrolls the last turn to the top. */
export function showLast(dialog: HTMLElement): void {
  const stream = streamOf(dialog)
  const last = stream?.querySelector('.turn:last-child')
  if (!stream || !last) return
  const space = Number.parseFloat(getComputedStyle(stream).paddingTop)
  const isWhole = isScroller(dialog)
  const scroller = isWhole ? dialog : stream
  const covered = isWhole ? heightOf(dialog, '.bar') : 0
  scroller.scrollTop +=
    last.getBoundingClientRect().top - scroller.getBoundingClientRect().top - covered - space
}

/** Scrolls to the beginning. */
export function showTop(dialog: HTMLElement): void {
  dialog.scrollTop = 0
  const stream = streamOf(dialog)
  if (stream) stream.scrollTop = 0
}

function streamOf(dialog: HTMLElement): HTMLElement | null {
  return dialog.querySelector('.stream')
}

function isScroller(dialog: HTMLElement): boolean {
  return getComputedStyle(dialog).overflowY === 'auto'
}

function heightOf(dialog: HTMLElement, selector: string): number {
  return dialog.querySelector(selector)?.getBoundingClientRect().height ?? 0
}
