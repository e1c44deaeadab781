/**
 * Finds the Chromium of the browser tests: the one that is named, the system's, Playwright's, or one that it installs.
 *
 * What to do next is decided from a description of the machine alone; looking and installing is done by machine.ts.
 */

/** How a missing thing is installed: Chromium and fonts by apt-get, Chromium by Playwright, or fonts by apt-get. */
export type Way = 'apt' | 'download' | 'fonts'

export interface Machine {
  /** What CHROMIUM_PATH says. */
  named?: { path: string; exists: boolean; runs: boolean }
  /** The first other Chromium that runs. */
  found?: string
  /** True if we may call apt-get. */
  apt: boolean
  /** True if there is a font for Chinese. */
  chineseFont: boolean
}

export type Step =
  | { step: 'use'; path: string; warning?: string }
  | { step: 'install'; way: Way }
  | { step: 'refuse'; reason: string }

/** No Chromium is to be had: its message is the line to show. */
export class ChromiumError extends Error {}

const NO_FONT = 'No font for Chinese: screenshots show boxes. Install fonts-noto-cjk.'

/** What to do on this machine after these ways were tried. */
export function nextStep(machine: Machine, tried: Way[]): Step {
  const { named, found, apt, chineseFont } = machine
  if (named && !named.runs) {
    const fault = named.exists ? 'does not run' : 'does not exist'
    return { step: 'refuse', reason: `CHROMIUM_PATH=${named.path} ${fault}. Name a Chromium, or unset it.` }
  }
  const path = named?.path ?? found
  if (path === undefined) {
    if (apt && !tried.includes('apt')) return { step: 'install', way: 'apt' }
    if (!tried.includes('download')) return { step: 'install', way: 'download' }
    return { step: 'refuse', reason: 'No Chromium here, and none could be installed. Set CHROMIUM_PATH=…' }
  }
  if (chineseFont) return { step: 'use', path }
  // Where apt-get failed for both, it would fail for the fonts again.
  if (apt && !tried.includes('apt') && !tried.includes('fonts')) return { step: 'install', way: 'fonts' }
  return { step: 'use', path, warning: NO_FONT }
}

/** The effects that finding needs. */
export interface Hands {
  look(): Machine
  install(way: Way): Promise<void>
  say(line: string): void
}

/** The path of a Chromium that runs. */
export async function findChromium({ look, install, say }: Hands): Promise<string> {
  const tried: Way[] = []
  for (;;) {
    const next = nextStep(look(), tried)
    if (next.step === 'refuse') throw new ChromiumError(next.reason)
    if (next.step === 'use') {
      if (next.warning) say(next.warning)
      return next.path
    }
    tried.push(next.way)
    say(INSTALLING[next.way])
    await install(next.way).catch((error: Error) => say(error.message))
  }
}

const INSTALLING: Record<Way, string> = {
  apt: 'No Chromium here: installing it and a font for Chinese with apt-get …',
  download: 'No Chromium here: downloading Playwright’s …',
  fonts: 'No font for Chinese here: installing one with apt-get …',
}
