/**
 * `npm run ask -- "谁负责消防安全"`: one question on the command line. An entry.
 */
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import pc from 'picocolors'
import { ChatRequest, Lang } from '../corpus/types.ts'
import { localAddress } from './address.ts'
import { assembleAnswerer, assembleLibrary } from './assemble.ts'
import { ConfigError, readConfig } from './config.ts'
import { printAnswer } from './print-answer.ts'
import { todayOf } from './today.ts'

const HELP = `Usage: npm run ask -- [options] "question"

Answers one question from the documents, with the clauses that prove it.

Options:
  --lang <lang>      answer in ${Lang.options.join(', ')} (default: as the question)
  --document <id>    look only in this document
  --json             print the Answer as JSON
  -h, --help         print this help

Example: npm run ask -- "谁负责消防安全"
`

const USAGE_ERROR = 2

/** What is wrong with the command line: its message is the line to show. */
class UsageError extends Error {}

try {
  process.stdout.write(await run(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof UsageError || error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  if (error instanceof UsageError) process.stderr.write('Try: npm run ask -- --help\n')
  process.exitCode = error instanceof UsageError ? USAGE_ERROR : 1
}

async function run(args: string[]): Promise<string> {
  const { values, positionals } = readArguments(args)
  if (values.help) return HELP

  const config = readConfig(process.env)
  const { host, port, publicUrl } = config
  const library = assembleLibrary()
  const ask = readAsk(positionals.join(' '), values.lang, values.document)
  if (ask.documentId !== undefined && !library.document(ask.documentId)) {
    const known = library.documents.map(({ source }) => source.id).join(', ')
    throw new UsageError(`There is no document ${ask.documentId}. There is: ${known}.`)
  }
  const answer = assembleAnswerer(config)
  const given = await answer(ask, library, {
    today: todayOf(new Date()),
    id: randomUUID(),
    baseUrl: publicUrl ?? localAddress(host, port),
  })
  if (values.json) return `${JSON.stringify(given, null, 2)}\n`
  return printAnswer(given, pc.createColors(process.stdout.isTTY === true && !process.env.NO_COLOR))
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        lang: { type: 'string' },
        document: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function readAsk(question: string, lang?: string, documentId?: string): ChatRequest {
  if (question.trim() === '') throw new UsageError('Which question? Put it in quotes after the options.')
  if (lang !== undefined && !Lang.safeParse(lang).success)
    throw new UsageError(`--lang takes ${Lang.options.join(', ')}.`)
  const parsed = ChatRequest.shape.question.safeParse(question.trim())
  if (!parsed.success) throw new UsageError('The question is too long: 2000 characters at most.')
  return {
    question: parsed.data,
    ...(lang === undefined ? {} : { lang: Lang.parse(lang) }),
    ...(documentId === undefined ? {} : { documentId }),
  }
}
