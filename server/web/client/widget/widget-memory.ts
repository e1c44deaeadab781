/**
 * What the widget remembers of a reader: 大字版 for good; language and whether it is open, for the tab.
 *
 * It imports nothing that the panel or the console import: widget.js must stand on its own (see widget.ts).
 */
import type { Lang } from '../../../../corpus/types.ts'

const ELDER = 'policy-chat:elder'
const OPEN = 'policy-chat:open'
const LANG = 'policy-chat:lang'

/** A choice of language holds on pages of one language: who reads the English pages did not choose for the others. */
export function keptLang(given: Lang): Lang | undefined {
  const kept = read(() => sessionStorage, `${LANG}:${given}`)
  return kept === 'zh-Hans' || kept === 'zh-Hant' || kept === 'en' ? kept : undefined
}

export function keepLang(given: Lang, chosen: Lang): void {
  write(() => sessionStorage, `${LANG}:${given}`, chosen)
}

export function keptElder(): boolean | undefined {
  return flag(read(() => localStorage, ELDER))
}

export function keepElder(on: boolean): void {
  write(() => localStorage, ELDER, String(on))
}

export function keptOpen(): boolean | undefined {
  return flag(read(() => sessionStorage, OPEN))
}

export function keepOpen(open: boolean): void {
  write(() => sessionStorage, OPEN, String(open))
}

function flag(kept: string | null): boolean | undefined {
  return kept === null ? undefined : kept === 'true'
}

/** Storage may be off: then nothing is remembered. */
function read(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key)
  } catch {
    return null
  }
}

function write(storage: () => Storage, key: string, value: string): void {
  try {
    storage().setItem(key, value)
  } catch {
    // As good as a reader who chose nothing.
  }
}
