/**
 * Who may call a door that has no sign-in: which host names it answers to, and which pages of browsers may speak to it.
 */
import { isLoopback } from './access/local.ts'
import type { Config } from './config.ts'

export interface Guard {
  /** True if requests may name this host: any, unless the server listens on this machine only. */
  isHost(hostname: string): boolean
  /** True if a page of this origin may call. */
  isOrigin(origin: string): boolean
  /** What a page of this origin is to the API when it calls `host`, which is the `Host` of the request. */
  kindOfPage(origin: string, host: string): PageKind
  /** The origins whose pages may show ours in a frame. */
  framers: string[]
}

/** A portal may read across origins; a page of our own need not; a stranger may not call. */
export type PageKind = 'portal' | 'own' | 'stranger'

const WEB = ['http:', 'https:']

/** The guard that a configuration asks for. On this machine only its own names and pages are let in. */
export function guardOf({
  host,
  publicUrl,
  allowedOrigins,
}: Pick<Config, 'host' | 'publicUrl' | 'allowedOrigins'>): Guard {
  const origins = new Set([...allowedOrigins, ...(publicUrl ? [new URL(publicUrl).origin] : [])])
  const isLocal = isLoopback(host)
  const publicHost = publicUrl && new URL(publicUrl).hostname
  return {
    isHost: (hostname) => !isLocal || isLoopback(hostname) || hostname === publicHost,
    isOrigin: (origin) => origins.has(origin) || (isLocal && isLocalPage(origin)),
    kindOfPage(origin, host) {
      if (origins.has(origin)) return 'portal'
      return isPageOf(host, origin) ? 'own' : 'stranger'
    },
    framers: allowedOrigins,
  }
}

function isLocalPage(origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, hostname } = new URL(origin)
  return WEB.includes(protocol) && isLoopback(hostname)
}

/** The scheme may differ: a proxy in front takes HTTPS and calls us over HTTP. */
function isPageOf(host: string, origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const page = new URL(origin)
  // Read with the scheme of the page, so that its usual port may be named or not.
  return WEB.includes(page.protocol) && page.host === new URL(`${page.protocol}//${host}`).host
}
