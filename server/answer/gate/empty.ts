/**
 * A statement that proves nothing, because it says nothing of the clause: `是的`, `有补贴`. Pure.
 */
import { findAgencyNames } from '../../../corpus/agency-mentions.ts'
import { figuresIn, idiomsIn } from './amounts.ts'
import { contentOf, shareIn } from './content.ts'
import { yearsIn } from './dates.ts'
import type { Fault, Reading } from './reading.ts'
import { meets } from './rule.ts'
import { withoutFrame } from './wording.ts'
import { SHARES } from './words-agencies.ts'
import { ABSENCE } from './words-denial.ts'

/** So much of the clauses' own content must be said by one that has neither figure, agency nor quote. */
const LEAST_SAID = { zh: 3, en: 1.5 }
/** … and twice that, where the clauses speak of less than half of what is said. */
const HALF = 0.5

/** The fault of a statement without substance. */
export function emptyFaults(reading: Reading): Fault[] {
  const { text, isLatin, cited, library, abstains } = reading
  if (abstains || meets(ABSENCE, text) || hasFact(reading)) return []
  const content = contentOf(withoutFrame(text), library)
  const share = shareIn(content, cited, library)
  const least = LEAST_SAID[isLatin ? 'en' : 'zh'] * (share < HALF ? 2 : 1)
  return content.mass * share < least ? [{ kind: 'empty', said: text.trim() }] : []
}

/** A figure, date, agency, quote or reference: each of them is proved, or a fault of its own. */
function hasFact(reading: Reading): boolean {
  const { text, isLatin, library } = reading
  return (
    figuresIn(text, isLatin).length > 0 ||
    idiomsIn(text).length > 0 ||
    yearsIn(text).length > 0 ||
    /\d|[“「《"]|第[一二三四五六七八九十]/.test(text) ||
    findAgencyNames(text, library).length > 0 ||
    isVerbatim(reading) ||
    (SHARES.test(text) && isShared(reading))
  )
}

/** A heading may be short: `——多元參與,共建共享。` */
const LEAST_VERBATIM = 6

function isVerbatim({ text, proof }: Reading): boolean {
  const words = text.trim()
  return words.length >= LEAST_VERBATIM && proof.includes(words)
}

/** That several share it is in the register. */
function isShared({ cited, library }: Reading): boolean {
  return cited.some(({ documentId, clauseId }) => library.responsibilitiesOf(documentId, clauseId).length > 1)
}
