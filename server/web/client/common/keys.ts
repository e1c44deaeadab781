/**
 * What keys mean.
 */

/** What key events carry while an input method composes, in browsers that say it only so. */
const COMPOSING = 229

/** True while an input method composes: its keys are none of ours. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === COMPOSING
}
