/**
 * What the dialog shows while the panel is on its way, and when it cannot be had.
 */
import type { WidgetStrings } from '../strings/widget.ts'
import { closeButton, make } from './widget-frame.ts'

/** The panel is being fetched. */
export function showOpening(dialog: HTMLElement, say: WidgetStrings, close: () => void): void {
  const line = make('p', 'hint opening', say.opening)
  line.setAttribute('role', 'status')
  line.insertBefore(make('span', 'spinner'), line.firstChild)
  fill(dialog, say, close, [line])
}

/** It did not come: the network, or a server that is being renewed. The whole page may still be there. */
export function showFailure(
  dialog: HTMLElement,
  say: WidgetStrings,
  close: () => void,
  { retry, wholePage }: { retry(): void; wholePage: string },
): void {
  const button = make('button', 'primary', say.retry)
  button.setAttribute('type', 'button')
  button.addEventListener('click', retry)
  const link = make('a', '', say.wholePage) as HTMLAnchorElement
  link.href = wholePage
  link.target = '_blank'
  link.rel = 'noopener'
  const ways = make('p', 'row')
  ways.append(button, link)
  const words = make('div', 'unopened')
  words.setAttribute('role', 'alert')
  words.append(make('h2', '', say.failedHead), make('p', '', say.failed), ways)
  fill(dialog, say, close, [words])
}

function fill(dialog: HTMLElement, say: WidgetStrings, close: () => void, content: HTMLElement[]): void {
  const inside = (dialog.getRootNode() as ShadowRoot).activeElement
  const head = make('div', 'head')
  const bar = make('div', 'bar')
  bar.append(make('p', 'title', say.title), closeButton(say.close, close))
  head.append(bar)
  const focused = inside !== null && dialog.contains(inside)
  dialog.textContent = ''
  dialog.append(head, ...content)
  // What had the focus is gone: it stays within the dialog.
  if (focused) dialog.focus()
}
