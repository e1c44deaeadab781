/**
 * The one door to the MCP SDK: hands a surface's answers to a server and a transport of version 1.
 */
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv'
import { cleanTexts } from '../../corpus/clean-text.ts'
import type { ToolSetting } from '../../tools/tool.ts'
import { type Handler, INTERNAL_ERROR, METHOD_NOT_FOUND, RpcError, type Surface } from './surface.ts'

/** A surface with what answers its methods, for one connection after another. */
export interface Endpoint {
  surface: Surface
  handlers: Record<string, Handler>
}

/** What a connection brings: the setting, asked anew for each request since a day may pass, and who hears of faults. */
export interface Connection {
  setting(): ToolSetting
  onFault(error: unknown): void
}

/** Left to itself every server builds one, at more cost than the rest of a request. */
const VALIDATOR = new AjvJsonSchemaValidator()

/** Answers one HTTP request whose body is `message`; stateless, so with a server and a transport of its own. */
export async function answerHttp(
  endpoint: Endpoint,
  request: Request,
  message: unknown,
  connection: Connection,
): Promise<Response> {
  const transport = new WebStandardStreamableHTTPServerTransport({
    sessionIdGenerator: undefined,
    enableJsonResponse: true,
  })
  await connect(endpoint, transport, connection)
  return transport.handleRequest(request, { parsedBody: message })
}

/** Connects a new server of `endpoint` to `transport`. */
export async function connect(
  { surface, handlers }: Endpoint,
  transport: Transport,
  { setting, onFault }: Connection,
): Promise<void> {
  const server = new Server(surface.info, {
    capabilities: surface.capabilities,
    instructions: surface.instructions,
    jsonSchemaValidator: VALIDATOR,
  })
  // All but the handshake: the SDK's own schemas would answer a wrong argument in words that help nobody.
  server.fallbackRequestHandler = async ({ method, params }) => {
    const handle = Object.hasOwn(handlers, method) ? handlers[method] : undefined
    if (!handle) throw new RpcError(METHOD_NOT_FOUND, 'There is no such method.')
    try {
      // Prompts and sentences repeat what they are given.
      return handle(cleanTexts(params), setting())
    } catch (error) {
      if (error instanceof RpcError) throw error
      onFault(error)
      throw new RpcError(INTERNAL_ERROR, 'Something went wrong on our side. Try again.')
    }
  }
  await server.connect(transport)
}
