/**
 * All faults by name: of the way, of the model, of the content, and those that harm nobody.
 */
import { FAILURES } from './failures.ts'
import type { Fault } from './fault.ts'
import { FORGERIES } from './forgeries.ts'
import { LAPSES } from './lapses.ts'
import { VARIETIES } from './varieties.ts'

const TABLE = { ...FAILURES, ...LAPSES, ...VARIETIES, ...FORGERIES }

export type FaultName = keyof typeof TABLE

export const FAULTS: Record<FaultName, Fault> = TABLE
export const FAULT_NAMES = Object.keys(FAULTS).filter(isFaultName)

export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(TABLE, name)
}
