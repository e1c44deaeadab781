/**
 * The product as `npm start` runs it: a process of its own, which tests may stop or kill.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const PRODUCT = fileURLToPath(new URL('../../server/node.ts', import.meta.url))
const BARE = fileURLToPath(new URL('bare.ts', import.meta.url))
const COLLECTED = fileURLToPath(new URL('collected.ts', import.meta.url))
const START_DEADLINE_MS = 40_000

export interface Started {
  /** Without a closing slash. */
  url: string
  process: ChildProcess
  /** Milliseconds from the start to the first answer of /readyz. */
  startedIn: number
  /** Sends the signal and gives the exit code once it is gone; nothing where a signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** Starts it with these variables on a free port of loopback and waits until it is ready; `measured`, it tells `heldBy`. */
export async function startProduct(
  environment: Record<string, string>,
  { measured = false } = {},
): Promise<Started> {
  const from = performance.now()
  const entry = measured ? ['--import', COLLECTED, PRODUCT] : [PRODUCT]
  const product = await start(entry, { PORT: '0', LOG_LEVEL: 'warn', ...environment })
  const ready = await fetch(`${product.url}/readyz`)
  if (!ready.ok) throw new Error(`/readyz said ${ready.status}`)
  return { ...product, startedIn: performance.now() - from }
}

/** Starts the bare route, to compare with. */
export function startBare(): Promise<Omit<Started, 'startedIn'>> {
  return start([BARE], {})
}

async function start(entry: string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, entry, {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  // Of a test that failed half-way nobody ends it.
  const killIt = () => child.kill('SIGKILL')
  process.once('exit', killIt)
  child.once('exit', () => process.off('exit', killIt))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    url: await addressOf(child),
    process: child,
    end(signal: NodeJS.Signals) {
      child.kill(signal)
      return ended
    },
  }
}

/** The address that it prints. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The product did not start in time')), START_DEADLINE_MS)
    let printed = ''
    child.stdout?.on('data', (chunk) => {
      printed += chunk
      const [, url] = /(http:\/\/\S+)/.exec(printed) ?? []
      if (!url) return
      clearTimeout(late)
      resolve(url)
    })
    child.once('exit', (code) => reject(new Error(`The product ended with ${code}: ${printed}`)))
  })
}

/** Memory of a process in MB: now, and the most it ever had. Of Linux; zeros elsewhere. */
export function memoryOf({ process: { pid } }: Pick<Started, 'process'>): { now: number; most: number } {
  const status = readOrNothing(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? ''
  const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0)
  return { now: field('VmRSS') / 1024, most: field('VmHWM') / 1024 }
}

/** What a measured product holds in MB once its garbage is gone. */
export async function heldBy({ process: child }: Pick<Started, 'process'>): Promise<number> {
  child.send('collect')
  const [bytes] = await once(child, 'message')
  return Number(bytes) / 1024 / 1024
}

/** How many sockets a process has open. Of Linux; zero elsewhere. */
export function socketsOf({ process: { pid } }: Pick<Started, 'process'>): number {
  const folder = `/proc/${pid}/fd`
  const open = readOrNothing(() => readdirSync(folder)) ?? []
  return open.filter((name) => readOrNothing(() => readlinkSync(`${folder}/${name}`))?.startsWith('socket:'))
    .length
}

/** It may be gone meanwhile. */
function readOrNothing<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
