/**
 * Hands a text over to the browser as a file to keep.
 */

/** Browsers start the download after the click; the address has to live so long. */
const KEPT_MS = 60_000

export function saveFile(name: string, type: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = href
  link.download = name
  document.body.appendChild(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MS)
}
