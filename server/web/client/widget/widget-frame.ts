/**
 * What stands on the portal's page: the element's shadow tree with launcher and dialog, its styles and its colours.
 *
 * Its law: the portal's policy may forbid inline styles, so none is written as an attribute.
 */
import { CONTRAST, shadesOf } from './widget-color.ts'
import type { Options } from './widget-options.ts'

const SVG = 'http://www.w3.org/2000/svg'
const LAUNCHER_ICON = ['M4 4.5h16v11.5H11l-4.5 4V16H4z', 'M8 8.5h8M8 12h5']
const CLOSE_ICON = ['M6 6l12 12M18 6L6 18']

export interface Frame {
  root: HTMLElement
  launcher: HTMLButtonElement
  label: HTMLElement
  dialog: HTMLElement
}

/** Builds the tree in `host`; `styles` are adopted, or else loaded from `address`. */
export function buildFrame(host: HTMLElement, options: Options, styles: string, address: string): Frame {
  const shadow = host.attachShadow({ mode: 'open' })
  const root = make('div', 'root')
  const launcher = make('button', 'launcher') as HTMLButtonElement
  const label = make('span')
  const dialog = make('div', 'panel')
  launcher.type = 'button'
  launcher.setAttribute('aria-haspopup', 'dialog')
  launcher.append(drawIcon(LAUNCHER_ICON), label)
  dialog.setAttribute('role', 'dialog')
  dialog.tabIndex = -1
  dialog.hidden = true
  root.append(launcher, dialog)
  shadow.append(root)
  putOn(styles, shadow, root, address)

  host.setAttribute('data-position', options.position)
  if (options.theme !== 'auto') host.setAttribute('data-theme', options.theme)
  // Short cuts of the portal would take what is typed here for theirs.
  for (const type of ['keydown', 'keypress', 'keyup'])
    root.addEventListener(type, (event) => event.stopPropagation())
  return { root, launcher, label, dialog }
}

/** Puts the portal's colour on, in shades that 大字版 reads more easily. */
export function paint(host: HTMLElement, color: string, elder: boolean): void {
  const { light, dark } = shadesOf(color, elder ? CONTRAST.high : CONTRAST.enough)
  host.setAttribute('data-color', color)
  for (const [theme, shades] of [
    ['light', light],
    ['dark', dark],
  ] as const)
    for (const [name, shade] of Object.entries(shades))
      host.style.setProperty(`--own-${theme}-${name}`, shade)
}

/** The portal's rem may be anything: ours is the size that the reader has set in the browser. `host` is on the page. */
export function measureText(host: HTMLElement): void {
  const probe = make('span')
  probe.style.setProperty('font', 'medium sans-serif', 'important')
  host.shadowRoot?.append(probe)
  const size = getComputedStyle(probe).fontSize
  probe.remove()
  if (Number.parseFloat(size) > 0) host.style.setProperty('--rem', size)
}

/** An element with a class. */
export function make(name: string, className = '', text = ''): HTMLElement {
  const element = document.createElement(name)
  if (className) element.className = className
  element.textContent = text
  return element
}

/** The cross that closes, named for those who do not see it. */
export function closeButton(name: string, close: () => void): HTMLElement {
  const button = make('button', 'quiet close')
  button.setAttribute('type', 'button')
  button.setAttribute('aria-label', name)
  button.append(drawIcon(CLOSE_ICON))
  button.addEventListener('click', close)
  return button
}

function drawIcon(paths: string[]): SVGElement {
  const icon = document.createElementNS(SVG, 'svg')
  icon.setAttribute('class', 'icon')
  icon.setAttribute('viewBox', '0 0 24 24')
  icon.setAttribute('aria-hidden', 'true')
  for (const d of paths) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('d', d)
    icon.append(path)
  }
  return icon
}

function putOn(styles: string, shadow: ShadowRoot, root: HTMLElement, address: string): void {
  if ('adoptedStyleSheets' in shadow && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    shadow.adoptedStyleSheets = [sheet]
    return
  }
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = address
  // Bare of its styles it would lie across the portal.
  root.hidden = true
  link.addEventListener('load', () => {
    root.hidden = false
  })
  link.addEventListener('error', () => console.warn(`[policy-chat] not shown: ${address} cannot be loaded`))
  shadow.insertBefore(link, root)
}
