/**
 * Staff access as it is configured: who signs in how, or who may do without.
 */
import type { Config } from '../config.ts'
import { isSame } from '../digest.ts'
import type { Store } from '../store/store.ts'
import { type FlowCookie, openFlowCookie } from './flow-cookie.ts'
import { openKeys } from './keys.ts'
import { isLoopback } from './local.ts'
import { openProvider, type Provider } from './provider.ts'
import { openSessions, type Sessions } from './sessions.ts'
import { openThrottle, type Throttle } from './throttle.ts'

export interface Access {
  /** False where there is no way to sign in. */
  isConfigured: boolean
  /** True where whoever sits at this machine is staff without signing in. */
  isOpenLocally: boolean
  /** How tokens are told apart from others; left out, there is none. */
  isToken?(given: string): Promise<boolean>
  provider?: Provider
  sessions: Sessions
  flows: FlowCookie
  attempts: Throttle
}

type Configured = Pick<Config, 'access' | 'host' | 'publicUrl' | 'trustedProxies'>

interface Surroundings {
  store: Pick<Store, 'addSession' | 'session' | 'removeSession'>
  now(): Date
}

/** The staff access that a configuration asks for. */
export function accessOf(config: Configured, { store, now }: Surroundings): Access {
  const { access, publicUrl } = config
  const { token, oidc } = access
  const keyFor = openKeys(access)
  const isConfigured = token !== undefined || oidc !== undefined
  return {
    isConfigured,
    isOpenLocally: !isConfigured && isForThisMachine(config),
    ...(token === undefined ? {} : { isToken: (given) => isSame(given, token) }),
    ...(oidc ? { provider: openProvider(oidc, () => now().getTime()) } : {}),
    sessions: openSessions({ store, now, keyFor, ...(publicUrl ? { publicUrl } : {}) }),
    flows: openFlowCookie(keyFor, now, publicUrl),
    attempts: openThrottle(),
  }
}

/** How the console is open, in one line for whoever starts the product. */
export function sayConsole(config: Configured): string {
  const { token, oidc } = config.access
  const ways = [...(oidc ? [`by ${new URL(oidc.issuer).host}`] : []), ...(token ? ['by token'] : [])]
  if (ways.length > 0) return `Console: sign-in ${ways.join(' or ')}.`
  if (isForThisMachine(config))
    return 'Console: open on this machine only. Set STAFF_TOKEN or OIDC_ISSUER to ask for a sign-in.'
  return 'Console: closed. Set STAFF_TOKEN or OIDC_ISSUER to open it to staff.'
}

/** A proxy on this machine would bring the world in, and not every one says so in its headers. */
function isForThisMachine({ host, publicUrl, trustedProxies }: Configured): boolean {
  const isPublic = publicUrl !== undefined && !isLoopback(new URL(publicUrl).hostname)
  return isLoopback(host) && !isPublic && trustedProxies === undefined
}

/** What is missing where a proxy speaks for everybody; nothing where it is known, or where there is none. */
export function warnOfProxy({
  host,
  publicUrl,
  trustedProxies,
}: Pick<Config, 'host' | 'publicUrl' | 'trustedProxies'>): string | undefined {
  if (trustedProxies || !publicUrl || !isLoopback(host) || isLoopback(new URL(publicUrl).hostname))
    return undefined
  return 'Clients: all count as one behind a proxy. Set TRUSTED_PROXIES to its address, and RATE_LIMIT.'
}
