/**
 * Finds controls that are too small to hit. It runs in the page, so it is one function that needs nothing around it.
 */

/** Lines such as `button "×" 16×16`. Shadow trees are looked into. */
export function smallTargets(min: number): string[] {
  const CONTROLS =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"]), ' +
    '[role=button], [role=link], [role=tab], [role=checkbox], [role=radio], [role=switch], [role=menuitem], [role=option]'
  /** WCAG 2.5.8 (24 px) lets small targets be that stand apart; 2.5.5 (44 px) does not. */
  const APART_IS_ENOUGH = min <= 24

  const targets = controlsIn(document)
    .filter(isShown)
    .map((element) => ({ element, box: boxOf(element) }))
  const small = targets.filter(({ box }) => box.width < min || box.height < min)
  return small
    .filter(({ element }) => !isInSentence(element))
    .filter(({ element, box }) => !(APART_IS_ENOUGH && standsApart(element, box)))
    .map(({ element, box }) => `${nameOf(element)} ${Math.round(box.width)}×${Math.round(box.height)}`)

  function controlsIn(root: Document | ShadowRoot): Element[] {
    const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? controlsIn(shadowRoot) : [],
    )
    return [...root.querySelectorAll(CONTROLS), ...inner]
  }

  /** Not what is hidden, off, or (skip links, native inputs under a drawn one) cut down to a pixel until it is needed. */
  function isShown(element: Element): boolean {
    const { width, height } = element.getBoundingClientRect()
    return (
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.matches(':disabled') &&
      width * height > 1
    )
  }

  /** A label is part of the target of its input. */
  function boxOf(element: Element): DOMRect {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
    const boxes = [element, ...labels].map((part) => part.getBoundingClientRect())
    const left = Math.min(...boxes.map((box) => box.left))
    const top = Math.min(...boxes.map((box) => box.top))
    const right = Math.max(...boxes.map((box) => box.right))
    const bottom = Math.max(...boxes.map((box) => box.bottom))
    return new DOMRect(left, top, right - left, bottom - top)
  }

  /** Inline, and in a block that says more than its links do. */
  function isInSentence(element: Element): boolean {
    if (getComputedStyle(element).display !== 'inline') return false
    const block = element.parentElement?.closest('p, li, dd, dt, td, blockquote, figcaption, div')
    if (!block) return false
    const said = (block.textContent ?? '').replace(/\s/g, '').length
    const linked = [...block.querySelectorAll('a, button')].map(({ textContent }) => textContent ?? '')
    return said > linked.join('').replace(/\s/g, '').length
  }

  /** A circle of `min` px around its middle touches no other target, nor the circle of another small one. */
  function standsApart(element: Element, box: DOMRect): boolean {
    const x = box.left + box.width / 2
    const y = box.top + box.height / 2
    return targets.every(({ element: other, box: near }) => {
      if (other === element || other.contains(element) || element.contains(other)) return true
      const isSmall = near.width < min || near.height < min
      const dx = isSmall ? near.left + near.width / 2 - x : Math.max(near.left - x, 0, x - near.right)
      const dy = isSmall ? near.top + near.height / 2 - y : Math.max(near.top - y, 0, y - near.bottom)
      return Math.hypot(dx, dy) >= (isSmall ? min : min / 2)
    })
  }

  function nameOf(element: Element): string {
    const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return `${element.tagName.toLowerCase()} ${JSON.stringify(name.replace(/\s+/g, ' ').trim().slice(0, 40))}`
  }
}
