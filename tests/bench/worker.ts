/**
 * Measures the Worker in workerd: its size, and what the first request of an isolate costs, when its parts are assembled.
 */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'esbuild'
import type { Corpus } from '../../corpus/types.ts'
import { bundleText, openWorker } from '../workerd/open-worker.ts'

/** Of utime and stime in /proc; Linux has no other. */
const TICKS_PER_SECOND = 100
const MB = 1024 * 1024
/** As Miniflare calls ours among its own. */
const USER_WORKER = '/core:user:'

export interface WorkerCost {
  /** Of the bundle of this product, in bytes. */
  size: number
  packed: number
  /** Milliseconds of the processor until the first reply. */
  startCpu: number
  /** Milliseconds until the first reply. */
  start: number
  /** Of the isolate after an answer, which Workers limit to 128, in MB. */
  heap: number
  /** Of the whole of workerd, before the first request and after, in MB. */
  resident: [number, number]
}

/** What the Worker costs with `corpus` in place of the committed one; Linux only. */
export async function measureWorker(corpus: Corpus): Promise<WorkerCost> {
  const bundle = Buffer.from(await bundleText())
  const others = runtimesOf(process.pid)
  const script = await bundleText([corpusInstead(corpus)])
  const worker = await openWorker({ script, canInspect: true })
  try {
    const [pid = 0] = runtimesOf(process.pid).filter((runtime) => !others.includes(runtime))
    const [cpu, resident] = [cpuOf(pid), residentOf(pid)]
    const started = performance.now()
    await fetch(`${worker.address}/healthz`)
    const start = performance.now() - started
    const startCpu = cpuOf(pid) - cpu
    await ask(worker.address)
    return {
      size: bundle.byteLength,
      packed: gzipSync(bundle).byteLength,
      startCpu,
      start,
      heap: (await heapOf(await worker.inspector())) / MB,
      resident: [resident / MB, residentOf(pid) / MB],
    }
  } finally {
    await worker.close()
  }
}

async function ask(address: string): Promise<void> {
  const response = await fetch(`${address}/api/chat`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ question: '谁负责消防安全' }),
  })
  if (!response.ok) throw new Error(`the Worker answers with ${response.status}`)
  await response.text()
}

function corpusInstead(corpus: Corpus): Plugin {
  return {
    name: 'corpus-instead',
    setup({ onLoad }) {
      onLoad({ filter: /corpus\/corpus\.json$/ }, () => ({
        contents: JSON.stringify(corpus),
        loader: 'json',
      }))
    },
  }
}

/** The processes of workerd that `parent` has started. */
function runtimesOf(parent: number): number[] {
  return readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8')
    .split(' ')
    .map(Number)
    .filter((pid) => pid > 0 && readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'workerd')
}

/** Milliseconds of the processor so far. */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name of the program, in brackets, may hold anything.
  const [utime = 0, stime = 0] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number)
  return ((utime + stime) * 1000) / TICKS_PER_SECOND
}

function residentOf(pid: number): number {
  const [, kB = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kB) * 1024
}

/** Bytes that the isolate uses, by the protocol of its inspector. */
async function heapOf(inspector: URL): Promise<number> {
  const socket = new WebSocket(new URL(USER_WORKER, inspector))
  try {
    await new Promise((resolve, reject) => {
      socket.onopen = resolve
      socket.onerror = () => reject(new Error('the inspector does not answer'))
    })
    const told = new Promise<{ result: { usedSize: number } }>((resolve) => {
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(String(data))
        if (message.id === 2) resolve(message)
      }
    })
    socket.send(JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' }))
    socket.send(JSON.stringify({ id: 2, method: 'Runtime.getHeapUsage' }))
    return (await told).result.usedSize
  } finally {
    socket.close()
  }
}
