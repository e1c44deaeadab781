/**
 * The machine that browser tests run on: what it has of a Chromium and of Chinese fonts, and how more is installed.
 */
import { execFile, execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import { ChromiumError, type Machine, type Way } from './find-chromium.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
/** fontconfig tells the next run which fonts there are. */
const FONTS = ['fonts-noto-cjk', 'fontconfig']
const PLAYWRIGHT = fileURLToPath(new URL('../../node_modules/playwright-core/cli.js', import.meta.url))

const SECOND_MS = 1_000
const LOOK_MS = 20 * SECOND_MS
const UPDATE_MS = 60 * SECOND_MS
const INSTALL_MS = 180 * SECOND_MS
const DOWNLOAD_MS = 120 * SECOND_MS
/** Of a failed program, so much of the end of its output is shown. */
const SHOWN_LINES = 30
const MAX_OUTPUT = 64 * 1024 * 1024

const run = promisify(execFile)

/** Looks at the machine as it is now. */
export function lookAround(environment: NodeJS.ProcessEnv): Machine {
  const named = environment.CHROMIUM_PATH
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const candidates = [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    chromium.executablePath(),
  ]
  const found = named ? undefined : candidates.find(runs)
  return {
    ...(named ? { named: { path: named, exists: existsSync(named), runs: runs(named) } } : {}),
    ...(found ? { found } : {}),
    apt: process.platform === 'linux' && isCallable('apt-get') && administrator() !== undefined,
    chineseFont: process.platform !== 'linux' || hasChineseFont(),
  }
}

/** Installs in this way, in bounded time; throws with the end of the output where that fails. */
export async function install(way: Way): Promise<void> {
  if (way === 'download') {
    return call(process.execPath, [PLAYWRIGHT, 'install', 'chromium', '--no-shell'], DOWNLOAD_MS)
  }
  const packages = way === 'apt' ? ['chromium', ...FONTS] : FONTS
  await apt(['update'], UPDATE_MS)
  await apt(['install', '-y', '--no-install-recommends', ...packages], INSTALL_MS)
}

function runs(path: string): boolean {
  return existsSync(path) && isCallable(path)
}

/** True if it tells its version, as each of these programs does. */
function isCallable(program: string): boolean {
  return output(program, ['--version']) !== undefined
}

function hasChineseFont(): boolean {
  return (output('fc-list', [':lang=zh']) ?? '').trim() !== ''
}

/** What stands before a command that only the administrator may give; nothing at all if we may not. */
function administrator(): string[] | undefined {
  if (process.getuid?.() === 0) return []
  return output('sudo', ['-n', 'true']) === undefined ? undefined : ['sudo', '-n']
}

function output(program: string, args: string[]): string | undefined {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe', timeout: LOOK_MS })
  } catch {
    return undefined
  }
}

function apt(args: string[], timeout: number): Promise<void> {
  const [program = '', ...before] = [...(administrator() ?? []), 'env', 'DEBIAN_FRONTEND=noninteractive']
  return call(program, [...before, 'apt-get', ...args], timeout)
}

async function call(program: string, args: string[], timeout: number): Promise<void> {
  try {
    await run(program, args, { timeout, maxBuffer: MAX_OUTPUT })
  } catch (error) {
    const {
      stdout = '',
      stderr = '',
      killed,
    } = error as { stdout?: string; stderr?: string; killed?: boolean }
    const end = `${stdout}\n${stderr}`.trim().split('\n').slice(-SHOWN_LINES).join('\n')
    const why = killed ? `took longer than ${timeout / SECOND_MS} s` : 'failed'
    throw new ChromiumError(`${[program, ...args].join(' ')} ${why}:\n${end}`)
  }
}
