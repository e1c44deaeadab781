/**
 * Lengths in letters: larger text and zoom count as a smaller screen.
 */

/** Pixels as multiples of the size of the page's text. */
export function letters(pixels: number): number {
  return pixels / Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}
