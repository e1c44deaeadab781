/**
 * The gate: what a statement says must stand in the clauses that it cites, or it is not shown. Pure, and the same for every writer.
 */
import type { Library } from '../../../corpus/library.ts'
import { absenceFaults } from './absence.ts'
import { agencyFaults } from './agencies.ts'
import { emptyFaults } from './empty.ts'
import { figureFaults } from './figures.ts'
import { promiseFaults } from './promises.ts'
import { type Claimed, type Fault, read } from './reading.ts'
import { referenceFaults } from './references.ts'
import { wordingFaults } from './wording.ts'

/** A statement is a sentence or two; what is longer is not read. */
const MAX_CHARACTERS = 2000

/** Why the statement is not to be shown; empty where all of it is proved. */
export function faultsOf(claimed: Claimed, library: Library): Fault[] {
  if (claimed.clauses.length === 0) return [{ kind: 'uncited', said: '' }]
  if (claimed.text.length > MAX_CHARACTERS) return [{ kind: 'too_long', said: '' }]
  const reading = read(claimed, library)
  return [
    ...referenceFaults(reading),
    ...figureFaults(reading),
    ...agencyFaults(reading),
    ...absenceFaults(reading),
    ...promiseFaults(reading),
    ...emptyFaults(reading),
    ...wordingFaults(reading),
  ]
}
