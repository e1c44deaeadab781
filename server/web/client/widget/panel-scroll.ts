/**
 * How the conversation scrolls: a new question goes to the top, and its answer grows into free room below.
 */

/** The last turn can always be scrolled to the top: it is at least as high as what shows it. */
export function makeRoom(dialog: HTMLElement): void {
  const stream = dialog.querySelector<HTMLElement>('.stream')
  stream?.style.setProperty('--room', `${stream.clientHeight}px`)
}

/** Scrolls the last turn to the top. */
export function showLast(dialog: HTMLElement): void {
  const stream = dialog.querySelector('.stream')
  const last = stream?.querySelector('.turn:last-child')
  if (!stream || !last) return
  const space = Number.parseFloat(getComputedStyle(stream).paddingTop)
  stream.scrollTop += last.getBoundingClientRect().top - stream.getBoundingClientRect().top - space
}
