/**
 * The portal's own colour, made fit to read: shades of it for light and for dark ground.
 *
 * Its law: text on it and text of it keep the contrast that is asked for, whatever colour is given.
 */

/** What takes the place of the tokens --accent, --accent-strong and --accent-soft. */
export interface Shades {
  accent: string
  strong: string
  soft: string
}

type Rgb = [number, number, number]

/** What WCAG asks of small text, and what it asks at AAA. */
export const CONTRAST = { enough: 4.5, high: 7 }
const STEP = 0.04
const BLACK: Rgb = [0, 0, 0]
const WHITE: Rgb = [255, 255, 255]

/** Of tokens.css, the ground of each theme that is hardest to read on: --sunken in light, --neutral-soft in dark. */
export const HARDEST_GROUNDS = { light: '#f1efe9', dark: '#2a3034' }
/** --surface in dark. */
const DARK_SURFACE: Rgb = [28, 33, 36]

/** The shades of `color`, such as `#c8102e` or `#c12`, with `least` contrast. */
export function shadesOf(color: string, least = CONTRAST.enough): { light: Shades; dark: Shades } {
  const given = rgbOf(color)
  const { light, dark } = HARDEST_GROUNDS
  return {
    light: readable(given, BLACK, rgbOf(light), least, (accent) => mix(accent, WHITE, 0.88)),
    dark: readable(given, WHITE, rgbOf(dark), least, (accent) => mix(accent, DARK_SURFACE, 0.82)),
  }
}

/** How well two colours stand apart, from 1 to 21. */
export function contrast(one: string, other: string): number {
  return contrastOf(rgbOf(one), rgbOf(other))
}

/** Goes from `given` towards `end` only as far as it must. */
function readable(given: Rgb, end: Rgb, ground: Rgb, least: number, softOf: (accent: Rgb) => Rgb): Shades {
  let accent = given
  for (let share = 0; share < 1; share += STEP) {
    accent = mix(given, end, share)
    if (contrastOf(accent, ground) >= least && contrastOf(accent, softOf(accent)) >= least) break
  }
  return { accent: hexOf(accent), strong: hexOf(mix(accent, end, 0.25)), soft: hexOf(softOf(accent)) }
}

function contrastOf(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** As WCAG 2 defines it. */
function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((byte) => {
    const share = byte / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** `share` of the way from one colour to another. */
function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return from.map((byte, index) => Math.round(byte + ((to[index] ?? 0) - byte) * share)) as Rgb
}

function rgbOf(color: string): Rgb {
  const digits = color.slice(1)
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits
  return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16)) as Rgb
}

function hexOf(color: Rgb): string {
  return `#${color.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
