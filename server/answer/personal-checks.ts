/**
 * What the digits of a personal number prove of themselves: check digits, and a birthday within. Pure.
 */

/** Weights of GB 11643 (ISO 7064, mod 11-2), and the check characters by remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** True if the last of 18 characters is what the first 17 come to. */
export function hasCheckDigit(id: string): boolean {
  return id.length === 18 && checkDigitOf(id) === id[17]
}

/** The check character of the first 17 digits. */
export function checkDigitOf(id: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(id[i]), 0)
  return CHECKS[sum % 11] ?? ''
}

/** Provinces (GB/T 2260), Taiwan, Hong Kong, Macau; 9 for foreigners with permanent residence. */
const PLACE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[1-9])/

/** True if 18 characters begin with a place and hold a day that people alive were born on. */
export function saysBirthday(id: string): boolean {
  const [, year, month, day] = /^\d{6}((?:18|19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/.exec(id) ?? []
  if (!PLACE.test(id) || !isDay(year, month, day)) return false
  // A company's code begins with 9 too: only the check digit tells.
  return !id.startsWith('9') || hasCheckDigit(id)
}

/** … and so 15 digits of the old form, whose years are those of the twentieth century. */
export function saysBirthdayShort(id: string): boolean {
  const [, year, month, day] = /^\d{6}(\d{2})(\d{2})(\d{2})\d{3}$/.exec(id) ?? []
  return PLACE.test(id) && !id.startsWith('9') && isDay(`19${year}`, month, day)
}

function isDay(year?: string, month?: string, day?: string): boolean {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day)
}

/** Openings and lengths of the cards in use (ISO/IEC 7812). */
const CARDS = [
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^2[2-7]\d{14}$/,
  /^3[47]\d{13}$/,
  /^6[05]\d{14,17}$/,
  /^[34569]\d{15}$/,
  /^[69]\d{18}$/,
]
/** China UnionPay's own opening: nothing else of this length starts with it, so a slip of the hand is one too. */
const UNIONPAY = /^62\d{14,17}$/

/** True if the digits are those of a bank card. */
export function isCardNumber(card: string): boolean {
  return UNIONPAY.test(card) || (CARDS.some((form) => form.test(card)) && isLuhn(card))
}

/** True if the digits of a card add up (ISO/IEC 7812). */
export function isLuhn(card: string): boolean {
  const sum = [...card].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
