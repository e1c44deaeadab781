/**
 * The way to a person, in words: a number to call, or a page to open.
 */
import type { Settings } from '../answer/api.ts'
import type { PanelStrings } from '../strings/panel.ts'

interface Described {
  words: string
  isNumber: boolean
}

/** What the link says; HANDOFF_TEXT goes before words of ours. */
export function describeHandoff({ text, url }: Settings['handoff'], say: PanelStrings): Described {
  const [, number] = /^tel:(.+)$/.exec(url) ?? []
  return {
    words: text ?? (number ? say.callHandoff(number) : say.handoff),
    isNumber: number !== undefined,
  }
}
