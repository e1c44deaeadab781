/**
 * The promise of the store, asked of D1.
 */
import { openTestStore } from '#runtime'
import { itKeepsThePromiseOfTheStore } from '../store-contract.ts'

itKeepsThePromiseOfTheStore(async () => openTestStore())
