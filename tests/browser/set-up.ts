/**
 * Before the first browser test: finds a Chromium, or installs one, and tells the tests where it is.
 */
import type { TestProject } from 'vitest/node'
import { findChromium } from './find-chromium.ts'
import { install, lookAround } from './machine.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The path of a Chromium that runs. */
    chromium: string
  }
}

export async function setup(project: TestProject): Promise<void> {
  const path = await findChromium({ look: () => lookAround(process.env), install, say: console.warn })
  project.provide('chromium', path)
}
