/**
 * Copies text, over plain HTTP and in older browsers too, where the clipboard of the standard is not to be had.
 */

/** True if it was copied. `near` is an element of the page that has the focus, or stands where it may go. */
export async function copyText(text: string, near: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text, near)
  }
}

function copyBySelection(text: string, near: Element): boolean {
  const before = (near.getRootNode() as Document | ShadowRoot).activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.setAttribute('aria-hidden', 'true')
  field.className = 'visually-hidden'
  near.appendChild(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return copied
}
