/**
 * Which requests come from this machine itself, and through no proxy that would speak for somebody else.
 */
import type { Context } from 'hono'
import type { Parts } from '../app.ts'

/** With a header of this kind the peer is a proxy, and the visitor may be anybody. */
const FORWARDING =
  /^(?:forwarded|via|x-(?:original-)?forwarded.*|.*-(?:client|real|connecting)-ip|x-envoy-.*)$/

const LOOPBACK = /^(?:localhost|(?:::ffff:)?127(?:\.\d{1,3}){3}|::1)$/i

/** True for a name or an address of this machine only, in brackets or not. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host.replace(/^\[(.*)\]$/, '$1'))
}

/** True if the other end of the connection is this machine and no proxy. Where the peer is unknown, it is not. */
export function isLocalPeer(c: Context, { peerOf }: Pick<Parts, 'peerOf'>): boolean {
  return isLoopback(peerOf?.(c) ?? '') && ![...c.req.raw.headers.keys()].some((name) => FORWARDING.test(name))
}

/** True if it also names this machine as its host: a page that rebinds a name of its own sends that name. */
export function isLocalVisit(c: Context, parts: Pick<Parts, 'peerOf'>): boolean {
  const { host, hostname } = new URL(c.req.url)
  const named = URL.parse(`http://${c.req.header('host') ?? host}`)?.hostname ?? ''
  return isLocalPeer(c, parts) && isLoopback(hostname) && isLoopback(named)
}
