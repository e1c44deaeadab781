/**
 * `npm run mcp`: the MCP tools on stdin and stdout. An entry.
 *
 * Law: stdout carries JSON-RPC and nothing else; the log goes to stderr. Ends when stdin ends.
 */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { localAddress } from './address.ts'
import { assembleLibrary, VERSION } from './assemble.ts'
import { ConfigError, readConfig } from './config.ts'
import { logFault, openLog } from './log.ts'
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
  const baseUrl = publicUrl ?? localAddress(host, port)
  await connect({ surface, handlers: handlersOf(surface) }, new StdioServerTransport(), {
    setting: () => toolSetting(new Date(), baseUrl),
    onFault: (error) => logFault(log, error, { door: 'stdio' }),
  })
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
