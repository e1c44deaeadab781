/**
 * Whether a statement denies something: what is changed there may stay true. Pure.
 */
import type { Context, Figure } from './context.ts'
import { rounded } from './figures-said.ts'
import { segmentAround, sentenceAround } from './spans.ts'

const DENIAL_ZH =
  /[没沒]有(?!养老|養老|达到|達到|用房)|未(?=[指写寫提规規列說说设設作約约載载包涉明])|不是|[并並]非|不由|不包括|不在|不涉及|不[负負][责責]|不[参參][与與]|而非|[并並][无無没沒不未]|[无無](?:法|牵|牽)/

const DENIAL_EN =
  /\b(?:not(?! less| fewer| more| lower| higher| exceed| to exceed| below| above)|no(?! less| fewer| more| later| lower| higher)|none|neither|nor|never|rather than|instead of)\b|n't\b/i

/** True if the sentence around `at` denies something: what is changed in it may stay true. */
export function deniesAt(c: Context, at: number): boolean {
  return isDenial(sentenceAround(c.text, at))
}

/** True if a figure is one that the statement denies (不是120座，而是79座). */
export function deniesFigure(c: Context, figure: Figure): boolean {
  if (!deniesAt(c, figure.start)) return false
  const isStated = c.stated.has(figure.value) || c.stated.has(rounded(figure.plain))
  return !isStated || isDenial(segmentAround(c.text, figure))
}

export function isDenial(text: string): boolean {
  return DENIAL_ZH.test(text) || DENIAL_EN.test(text)
}
