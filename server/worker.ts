/**
 * Serves on Cloudflare Workers. An entry; what is deployed is `bundle/entry.ts`, which is this with its data apart.
 *
 * Law: each request waits for its own work only, so that what is kept between requests are values, never promises.
 */
import type { AnyD1Database } from 'drizzle-orm/d1'
import { assemble } from './assemble.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { type AssetsBinding, fetchAssets } from './fetch-assets.ts'
import { limitOnWorkers, type RateLimitBinding } from './limit/on-workers.ts'
import { notServing } from './not-serving.ts'
import { openD1Store } from './store/d1.ts'
import { removeOld } from './store/retention.ts'

/** What wrangler.toml binds; variables and secrets stand beside them as text. */
export interface Bindings {
  ASSETS: AssetsBinding
  /** Left out, questions are answered all the same. */
  DB?: AnyD1Database
  RATE_LIMITER: RateLimitBinding
}

/** What a Worker is told of the call besides: it may go on after the response. */
export interface Call {
  waitUntil(work: Promise<unknown>): void
  passThroughOnException(): void
  props: unknown
}

const REQUIRED = ['ASSETS', 'RATE_LIMITER'] as const

type Served = ReturnType<typeof assemble> & { config: Config }

let served: Served | undefined

export default {
  async fetch(request: Request, env: Bindings, call: Call): Promise<Response> {
    try {
      served ??= await serve(env)
    } catch (error) {
      return notServing(error instanceof ConfigError ? error.message : error)
    }
    return served.app.fetch(request, env, call)
  },

  /** Every day, as wrangler.toml says. */
  async scheduled(_event: unknown, env: Bindings): Promise<void> {
    served ??= await serve(env)
    const { parts, config } = served
    await removeOld(parts.store, config.retentionDays, parts.now(), parts.log)
  },
}

/** Parts of one isolate. Not at the start of the module, where Workers allow neither network nor chance, nor much time. */
async function serve(env: Bindings): Promise<Served> {
  const missing = REQUIRED.filter((name) => !env[name])
  if (missing.length > 0)
    throw new ConfigError(`Wrong configuration: wrangler.toml has to bind ${missing.join(' and ')}`)
  const config = readConfig({ ...textsOf(env), HOST: EVERYWHERE })
  const platform = {
    assets: await fetchAssets(env.ASSETS),
    store: openD1Store(env.DB ?? NO_DATABASE),
    isShared: false,
    ...limitOnWorkers(config, env.RATE_LIMITER),
  }
  return { ...assemble(config, platform), config }
}

/** Fails in whatever it is asked to do, like a database that is down. */
const NO_DATABASE: AnyD1Database = {
  prepare() {
    throw new Error('wrangler.toml binds no DB.')
  },
  batch() {
    throw new Error('wrangler.toml binds no DB.')
  },
} as unknown as AnyD1Database

/** A Worker has no address of its own to listen on; it is never for this machine alone. */
const EVERYWHERE = '0.0.0.0'

function textsOf(env: Bindings): Record<string, string> {
  const texts = Object.entries(env).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(texts) as Record<string, string>
}
