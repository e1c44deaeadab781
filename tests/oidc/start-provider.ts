/**
 * Starts the identity provider of the tests and stops it again.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('./provider.ts', import.meta.url))

/** A provider that knows us at this address. */
export async function startProvider(redirectUri: string): Promise<{ issuer: string; stop(): Promise<void> }> {
  const provider = spawn(process.execPath, [PROGRAM, redirectUri], { stdio: ['ignore', 'pipe', 'ignore'] })
  for await (const line of createInterface({ input: provider.stdout })) {
    if (!line.startsWith('http')) continue
    return {
      issuer: line,
      async stop() {
        const gone = once(provider, 'exit')
        provider.kill()
        await gone
      },
    }
  }
  throw new Error('the identity provider did not start')
}
