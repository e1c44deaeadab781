/**
 * Clients that hold on to a connection: slow senders, and those that ask for much and never read.
 */
import { connect, type Socket } from 'node:net'

const BYTE_EVERY_MS = 1_000
const REQUEST = 'POST /api/chat HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n'

/** Sends this at once and then a byte a second, without an end. */
const OPENINGS = {
  headers: 'POST /api/chat HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ',
  body: `${REQUEST}Content-Length: 1000\r\n\r\n{"question":"`,
}
export type Slow = keyof typeof OPENINGS

/** Milliseconds until the server hung up on a client that sends its headers or its body byte by byte. */
export function sendSlowly(url: string, what: Slow): Promise<number> {
  return new Promise((resolve) => {
    const from = performance.now()
    const socket = open(url, OPENINGS[what])
    const drip = setInterval(() => socket.write('a'), BYTE_EVERY_MS)
    socket.resume()
    socket.on('close', () => {
      clearInterval(drip)
      resolve(performance.now() - from)
    })
  })
}

/** Asks `times` times for `path` without reading a byte. */
export function askWithoutReading(url: string, path: string, times: number): Socket {
  const asking = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`
  return open(url, asking.repeat(times)).pause()
}

function open(url: string, opening: string): Socket {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname, () => socket.write(opening))
  socket.on('error', () => socket.destroy())
  return socket
}
