/**
 * `npm run mcp`: the MCP tools on stdin and stdout. An entry.
 *
 * Law: stdout carries JSON-RPC and nothing else; the log goes to stderr. Ends when stdin ends.
 */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { assembleLibrary, VERSION } from './assemble.ts'
import { ConfigError, readConfig } from './config.ts'
import { openLog } from './log.ts'
import { policySurface } from './mcp/policy-surface.ts'
import { connect } from './mcp/sdk.ts'
import { handlersOf } from './mcp/surface.ts'
import { toolSetting } from './tool-setting.ts'

try {
  const { host, port, publicUrl, logLevel } = readConfig(process.env)
  const log = openLog(
    logLevel,
    (line) => console.error(line),
    () => new Date(),
  )
  const surface = policySurface(assembleLibrary(), {
    version: VERSION,
    ...(publicUrl ? { websiteUrl: publicUrl } : {}),
  })
  const handlers = handlersOf(surface, (error) =>
    log('error', 'fault', { door: 'stdio', stack: error instanceof Error ? error.stack : String(error) }),
  )
  const baseUrl = publicUrl ?? `http://${host}:${port}`
  await connect({ surface, handlers }, new StdioServerTransport(), () => toolSetting(new Date(), baseUrl))
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
