/**
 * Defines our elements once, however often the script is loaded into a page.
 */

export function defineElement(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element)
}
