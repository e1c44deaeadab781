/**
 * `npm run test:load`: the product as a process of its own under load, bad clients, kills and a locked store, on loopback.
 * Prints a table and fails where a promise is broken.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openReport } from './report.ts'
import { runBadClients } from './run-bad-clients.ts'
import { runChats } from './run-chats.ts'
import { runFuzz, runKills, runLocked } from './run-faults.ts'
import { runStreams } from './run-streams.ts'

const PARTS = {
  chats: runChats,
  streams: runStreams,
  'bad clients': runBadClients,
  kills: runKills,
  locked: runLocked,
  fuzz: runFuzz,
}

// By name, to run one of them alone.
const [, , ...wanted] = process.argv
const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. The parts are: ${Object.keys(PARTS).join(', ')}`)
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'load-'))
const report = openReport(console.log)
const started = performance.now()
try {
  for (const [name, run] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    console.log(`\n${name}`)
    await run(join(folder, name), report)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

const broken = report.broken()
console.log(`\n${broken.length} promises broken in ${((performance.now() - started) / 1000).toFixed(0)} s`)
for (const line of broken) console.log(`  ${line}`)
process.exit(broken.length === 0 ? 0 : 1)
