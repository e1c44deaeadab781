/**
 * `npm run fake-model`: the stand-in by hand, to try the product with a model that goes wrong. An entry.
 */
import { parseArgs } from 'node:util'
import { FAULT_NAMES, FAULTS, type FaultName, isFaultName } from './faults.ts'
import { openStandIn, type StandIn } from './stand-in.ts'

const HELP = `Usage: npm run fake-model -- [options]

Serves an OpenAI-compatible model on loopback that quotes its evidence, and goes wrong if told to.

Options:
  --port <port>    where it listens (default: 8089)
  --fault <name>   what goes wrong; the model stand-in:<name> does the same for one request
  --list           print the faults
  -h, --help       print this help
`

const DEFAULT_PORT = '8089'
const USAGE_ERROR = 2

/** What is wrong with the command line: its message is the line to show. */
class UsageError extends Error {}

try {
  await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = USAGE_ERROR
}

async function run(args: string[]): Promise<void> {
  const { port, fault, list, help } = readArguments(args)
  if (help) return void process.stdout.write(HELP)
  if (list) return void process.stdout.write(listOfFaults())

  const standIn = await open(readPort(port), readFault(fault))
  process.stdout.write(`${introduction(standIn.url, fault)}\n`)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => standIn.close())
}

async function open(port: number, fault: FaultName | undefined): Promise<StandIn> {
  try {
    return await openStandIn({ port, fault })
  } catch (error) {
    throw new UsageError(`Cannot listen on port ${port}: ${error instanceof Error ? error.message : error}`)
  }
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: DEFAULT_PORT },
        fault: { type: 'string' },
        list: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function readPort(written: string): number {
  const port = Number(written)
  if (/^\d+$/.test(written) && port <= 65_535) return port
  throw new UsageError(`--port takes a number from 0 to 65535, not ${written}.`)
}

function readFault(name: string | undefined): FaultName | undefined {
  if (name === undefined || isFaultName(name)) return name
  throw new UsageError(`There is no fault ${name}. --list prints those there are.`)
}

function listOfFaults(): string {
  const width = Math.max(...FAULT_NAMES.map((name) => name.length)) + 2
  const line = (name: FaultName) => {
    const { description, harmless } = FAULTS[name]
    return `${name.padEnd(width)}${description}${harmless ? ' (harmless)' : ''}\n`
  }
  return FAULT_NAMES.map(line).join('')
}

function introduction(url: string, fault = 'nothing'): string {
  return `The stand-in listens at ${url}. What goes wrong: ${fault}. Try it with

OPENAI_BASE_URL=${url}
OPENAI_API_KEY=stand-in
OPENAI_MODEL=stand-in
`
}
