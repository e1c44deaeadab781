/**
 * The load: a worker thread that asks over kept-alive connections and reports how long each reply took.
 */
import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/** A GET of `path`, or a POST where there is a body. */
export interface Ask {
  path: string
  body?: string
}

export interface Load {
  url: string
  asks: Ask[]
  connections: number
  milliseconds: number
}

export interface Reply {
  /** Milliseconds of each reply. */
  times: number[]
  failures: number
  milliseconds: number
}

if (parentPort) {
  const reply = await run(workerData as Load)
  parentPort.postMessage(reply)
}

async function run({ url, asks, connections, milliseconds }: Load): Promise<Reply> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let failures = 0
  let next = 0
  const started = performance.now()
  const lane = async () => {
    while (performance.now() - started < milliseconds) {
      const from = performance.now()
      const status = await send(url, asks[next++ % asks.length] ?? { path: '/' }, agent)
      times.push(performance.now() - from)
      if (status !== 200) failures++
    }
  }
  await Promise.all(Array.from({ length: connections }, lane))
  agent.destroy()
  return { times, failures, milliseconds: performance.now() - started }
}

function send(url: string, { path, body }: Ask, agent: Agent): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const accept = 'application/json, text/event-stream'
    const headers =
      body === undefined
        ? { accept }
        : { accept, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const method = body === undefined ? 'GET' : 'POST'
    const sent = request(url + path, { method, agent, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
