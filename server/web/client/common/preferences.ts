/**
 * What a reader chose, remembered by the browser where it allows that: language, theme, size of the text.
 */
import type { Lang } from '../../../../corpus/types.ts'

export type Theme = 'auto' | 'light' | 'dark'

export interface Preferences {
  lang: Lang
  theme: Theme
  /** Per cent. */
  textSize: number
}

export const LANGS: Lang[] = ['zh-Hans', 'zh-Hant', 'en']
export const THEMES: Theme[] = ['auto', 'light', 'dark']
export const TEXT_SIZES = [100, 115, 130, 150, 175, 200]

const KEY = 'policy-chat:preferences'

/** The choices remembered, or else `given`. */
export function readPreferences(given: Preferences): Preferences {
  const kept = readKept<Partial<Preferences>>(KEY) ?? {}
  return {
    lang: LANGS.find((lang) => lang === kept.lang) ?? given.lang,
    theme: THEMES.find((theme) => theme === kept.theme) ?? given.theme,
    textSize: TEXT_SIZES.find((size) => size === kept.textSize) ?? given.textSize,
  }
}

export function keepPreferences(preferences: Preferences): void {
  keep(KEY, preferences)
}

/** Puts the choices to work on a page of our own. */
export function applyPreferences({ lang, theme, textSize }: Preferences, root: HTMLElement): void {
  root.lang = lang
  root.style.fontSize = textSize === 100 ? '' : `${textSize}%`
  if (theme === 'auto') root.removeAttribute('data-theme')
  else root.setAttribute('data-theme', theme)
}

/** Under which name something of one person alone is kept, where several may use this browser. */
export function ownPlace(name: string, owner?: string): string {
  return owner === undefined ? name : `${name}:${owner}`
}

/** A value that was kept; nothing where there is none, or where the browser keeps nothing. */
export function readKept<Value>(key: string, storage: () => Storage = () => localStorage): Value | undefined {
  try {
    const kept = storage().getItem(key)
    return kept === null ? undefined : (JSON.parse(kept) as Value)
  } catch {
    return undefined
  }
}

/** True if it was kept: storage may be off, or full. */
export function keep(key: string, value: unknown, storage: () => Storage = () => localStorage): boolean {
  try {
    storage().setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}
