/**
 * The stand-in: an OpenAI-compatible server on loopback that says what a script says and goes wrong as it is told.
 */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { text } from 'node:stream/consumers'
import { ChatBody, type Reply, type Script } from './chat.ts'
import { CANARY, refusing } from './fault.ts'
import { FAULT_NAMES, FAULTS, type FaultName, isFaultName } from './faults.ts'
import { honest } from './honest.ts'
import { play } from './play.ts'
import { plain, type Response, respond } from './wire.ts'

export type { ChatBody, Reply, Script } from './chat.ts'
export { CANARY } from './fault.ts'
export type { FaultName } from './faults.ts'

const HOST = '127.0.0.1'
/** The model whose fault is the configured one; `stand-in:<fault>` names its own. */
const MODEL = 'stand-in'

export interface Call {
  body: ChatBody
  headers: IncomingHttpHeaders
  /** Milliseconds since 1970, as `closedAt`. */
  at: number
  /** The client hung up before the reply was done. Set when it happens. */
  closedEarly: boolean
  closedAt?: number
}

export interface StandIn {
  /** Such as `http://127.0.0.1:8089/v1`. */
  url: string
  /** Every chat request that made sense, in order. */
  calls: Call[]
  /** Visits of `/trap`, where the fault `redirect` leads. */
  readonly trapped: number
  /** From the next request on: this fault, this script (honest unless given), and counting from 1 again. */
  behave(fault: FaultName | undefined, script?: Script): void
  close(): Promise<void>
}

interface Options {
  /** A free one unless given. */
  port?: number
  fault?: FaultName
  script?: Script
}

export async function openStandIn({ port = 0, fault, script }: Options = {}): Promise<StandIn> {
  const calls: Call[] = []
  let trapped = 0
  let closing = false
  let reply = behaving(fault, script)

  const server = createServer((request, out) => void serve(request, out))
  // Clients keep connections: one closed between two requests would look like a fault.
  server.keepAliveTimeout = 0

  return {
    url: `http://${HOST}:${await listen(server, port)}/v1`,
    calls,
    get trapped() {
      return trapped
    },
    behave(fault, script) {
      reply = behaving(fault, script)
    },
    close() {
      closing = true
      return close(server)
    },
  }

  async function serve(request: IncomingMessage, out: ServerResponse): Promise<void> {
    const gone = whenGone(out)
    const sent = await text(request).catch(() => '')
    const [path = ''] = (request.url ?? '').split('?')
    if (path === '/trap') trapped++

    const body = request.method === 'POST' && path === '/v1/chat/completions' ? readBody(sent) : undefined
    const call = body && record(body, request)
    try {
      await play(body ? reply(body) : aside(request.method, path), out, gone)
    } catch (error) {
      if (!gone.aborted) {
        // A script that throws is a mistake of the test: say so, and let the client notice.
        console.error(error)
        out.destroy()
      } else if (call && !closing) {
        call.closedEarly = true
        call.closedAt = Date.now()
      }
    }
  }

  function record(body: ChatBody, { headers }: IncomingMessage): Call {
    const call = { body, headers, at: Date.now(), closedEarly: false }
    calls.push(call)
    return call
  }
}

/** What replies to each request: its model names the fault, or else it is this one. */
function behaving(fault: FaultName | undefined, script: Script = honest): (body: ChatBody) => Response {
  let asked = 0
  const met = new Map<FaultName, number>()

  return (body) => {
    const name = faultNamed(body.model) ?? fault
    if (name !== undefined && !isFaultName(name)) return refusing(404, `There is no model ${body.model}`)

    const speak = onceOnly(() => script(body, ++asked))
    if (name === undefined) return respond(speak(), body)

    const number = (met.get(name) ?? 0) + 1
    met.set(name, number)
    return FAULTS[name].respond({ body, number, reply: speak })
  }
}

function faultNamed(model: string): string | undefined {
  return model.startsWith(`${MODEL}:`) ? model.slice(MODEL.length + 1) : undefined
}

function onceOnly(speak: () => Reply): () => Reply {
  let said: Reply | undefined
  return () => {
    said ??= speak()
    return said
  }
}

/** What is served besides the chat. */
function aside(method: string | undefined, path: string): Response {
  if (path === '/trap') return plain(200, `Trapped (key ${CANARY})`, 'text/plain')
  if (method === 'GET' && path === '/v1/models')
    return plain(200, JSON.stringify(models()), 'application/json')
  if (method === 'POST' && path === '/v1/chat/completions')
    return refusing(400, 'The body is no chat request')
  return refusing(404, `There is no ${method} ${path}`)
}

function models() {
  const ids = [MODEL, ...FAULT_NAMES.map((name) => `${MODEL}:${name}`)]
  return { object: 'list', data: ids.map((id) => ({ id, object: 'model', created: 0, owned_by: MODEL })) }
}

function readBody(sent: string): ChatBody | undefined {
  try {
    return ChatBody.parse(JSON.parse(sent))
  } catch {
    return undefined
  }
}

/** Aborted when the connection is closed, by whomever. */
function whenGone(out: ServerResponse): AbortSignal {
  const gone = new AbortController()
  out.once('close', () => gone.abort())
  // To write to a client that has just hung up is no error.
  out.on('error', () => {})
  return gone.signal
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      const address = server.address()
      if (address !== null && typeof address === 'object') resolve(address.port)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
