/**
 * How the open panel lies on the screen: over all of a small one, and then above the keyboard of a phone.
 */

/** Narrower or lower than this there is no room for a page beside the panel. Media queries take em from the reader. */
const SMALL = '(max-width: 40em), (max-height: 30em)'
/** No bar of a browser covers as much of the page. */
const LEAST_KEYBOARD = 100

export interface Fit {
  isFull(): boolean
  /** The panel is open, or no longer. */
  set(open: boolean): void
}

/** Keeps `host` informed by its attribute data-full; `changed` is called when that changes. */
export function fitToScreen(host: HTMLElement, dialog: HTMLElement, changed: () => void): Fit {
  const page = document.documentElement
  const small = matchMedia(SMALL)
  let open = false
  let full: boolean | undefined
  let overflow = ''

  function refresh(): void {
    if (small.matches !== full) {
      full = small.matches
      host.toggleAttribute('data-full', full)
      dialog.setAttribute('aria-modal', String(full))
      lock(open && full)
      changed()
    }
    followKeyboard()
  }

  /** What lies behind a full panel must not scroll under the finger. */
  function lock(on: boolean): void {
    if (on === host.hasAttribute('data-locking')) return
    host.toggleAttribute('data-locking', on)
    if (on) overflow = page.style.overflow
    page.style.overflow = on ? 'hidden' : overflow
  }

  /** The keyboard covers the page without making it smaller; zooming in looks alike and is none of ours. */
  function followKeyboard(): void {
    const seen = window.visualViewport
    if (!seen || !open) return
    const isZoomed = Math.abs(seen.scale - 1) > 0.01
    const isCovered = full === true && !isZoomed && window.innerHeight - seen.height > LEAST_KEYBOARD
    host.style.setProperty('--seen-top', `${seen.offsetTop}px`)
    host.style.setProperty('--seen-height', `${seen.height}px`)
    if (isCovered === host.hasAttribute('data-keyboard')) return
    host.toggleAttribute('data-keyboard', isCovered)
    changed()
  }

  addEventListener('resize', refresh)
  window.visualViewport?.addEventListener('resize', refresh)
  window.visualViewport?.addEventListener('scroll', refresh)
  refresh()
  return {
    isFull: () => full === true,
    set(isOpen) {
      open = isOpen
      lock(open && full === true)
      refresh()
    },
  }
}

/** Moves the focus on from the last control to the first and back, so that Tab does not leave `dialog`. */
export function keepFocusIn(dialog: HTMLElement, event: KeyboardEvent): void {
  const controls = [
    ...dialog.querySelectorAll<HTMLElement>('a[href], button, textarea, select, summary'),
  ].filter((control) => !control.matches(':disabled') && control.getClientRects().length > 0)
  const current = (dialog.getRootNode() as ShadowRoot).activeElement
  const end = event.shiftKey ? controls[0] : controls[controls.length - 1]
  if (current !== end && current !== dialog) return
  if (current === dialog && !event.shiftKey) return
  event.preventDefault()
  const next = event.shiftKey ? controls[controls.length - 1] : controls[0]
  next?.focus()
}
