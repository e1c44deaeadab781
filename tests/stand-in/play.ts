/**
 * Sends a response step by step, until it is done or the connection is gone. Effects.
 */
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Response } from './wire.ts'

/** Throws when `gone` says that nobody listens any more. */
export async function play({ status, headers, steps }: Response, out: ServerResponse, gone: AbortSignal) {
  out.writeHead(status, headers)
  for (const step of steps) {
    gone.throwIfAborted()
    if (step === 'cut') return void out.socket?.destroy()
    if (step === 'headers') out.flushHeaders()
    else if (step === 'hang') await once(gone, 'abort')
    else if (step instanceof Uint8Array) await write(step, out, gone)
    else await setTimeout(step.wait, undefined, { signal: gone })
  }
  gone.throwIfAborted()
  out.end()
}

async function write(bytes: Uint8Array, out: ServerResponse, gone: AbortSignal) {
  const flowing = out.write(bytes)
  if (!flowing) await once(out, 'drain', { signal: gone })
  // Lets each write leave by itself; many in one turn would arrive as one.
  await setImmediate(undefined, { signal: gone })
}
