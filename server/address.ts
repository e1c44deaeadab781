/**
 * The address at which a server on this machine is reached.
 */

/** Listening on all addresses, a server is reached at this machine's own name. */
const ALL = new Set(['0.0.0.0', '::'])

/** Absolute, without a closing slash. */
export function localAddress(host: string, port: number): string {
  if (ALL.has(host)) return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
