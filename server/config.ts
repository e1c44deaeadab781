/**
 * Configuration: the environment, parsed once at the start. A wrong value is one clear line.
 */
import { z } from 'zod'
import { isLoopback } from './access/local.ts'
import {
  ACCESS_SECRETS,
  type AccessConfig,
  AccessEnvironment,
  checkAccess,
  readAccess,
} from './access/settings.ts'
import { type Network, readNetworks } from './client-address.ts'

const HIGHEST_PORT = 65_535
/** Requests per minute and client, for a server that others reach. */
const DEFAULT_RATE = 60
const NAME_OR_ADDRESS = /^[\w.:-]+$/

const HANDOFF_SCHEMES = ['tel:', 'https:', 'http:', 'mailto:']
const HANDOFF_TEXT = /^[^\p{Cc}\u2028\u2029]{1,200}$/u

const wholeNumber = z
  .string()
  .regex(/^\d{1,12}$/, 'must be a whole number of tokens')
  .transform(Number)
const price = z
  .string()
  .regex(/^\d{1,6}(?:\.\d{1,6})?$/, 'must be a price for a million tokens, such as 0.6')
  .transform(Number)

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, `must be a whole number from 0 to ${HIGHEST_PORT}`)
    .default('8787')
    .transform(Number)
    .pipe(z.number().max(HIGHEST_PORT, `must be a whole number from 0 to ${HIGHEST_PORT}`)),
  HOST: z
    .string()
    .regex(NAME_OR_ADDRESS, 'must be a host name or an IP address, such as 127.0.0.1')
    .default('127.0.0.1'),
  PUBLIC_URL: z
    .string()
    .refine(
      isWebAddress,
      'must be a whole web address without query or fragment, such as https://policy.example.cn',
    )
    .transform((address) => address.replace(/\/+$/, ''))
    .optional(),
  ALLOWED_ORIGINS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((origin) => origin !== ''))
    .pipe(
      z.array(
        z.string().refine(isOrigin, 'must be origins such as https://portal.example.cn, separated by commas'),
      ),
    )
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((list, context) => {
      const networks = readNetworks(list)
      if (networks) return networks
      context.addIssue(
        'must be addresses or ranges such as 10.0.0.5, 10.1.0.0/16 or fd00::/8, or loopback, or private',
      )
      return z.NEVER
    })
    .optional(),
  RATE_LIMIT: z
    .string()
    .regex(/^(?:off|[1-9]\d{0,5})$/, 'must be a whole number of requests per minute and client, or off')
    .transform((limit) => (limit === 'off' ? limit : Number(limit)))
    .optional(),
  HANDOFF_TEXT: z.string().trim().regex(HANDOFF_TEXT, 'must be one line of 1 to 200 characters').optional(),
  HANDOFF_URL: z
    .string()
    .refine(isHandoff, 'must be an address with tel:, https:, http: or mailto:, such as tel:12345')
    .default('tel:12345'),
  OPENAI_BASE_URL: z
    .string()
    .refine(
      (address) => isWebAddress(address) && !/\s|\/chat\/completions\/?$/.test(address),
      'must be a whole web address without /chat/completions, such as http://127.0.0.1:11434/v1',
    )
    .transform((address) => address.replace(/\/+$/, ''))
    .optional(),
  OPENAI_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be printable characters without spaces')
    .optional(),
  OPENAI_MODEL: z
    .string()
    .regex(/^\S{1,200}$/, 'must be the name of a model, without spaces')
    .optional(),
  LLM_DAILY_TOKENS: wholeNumber.optional(),
  LLM_PRICE_INPUT: price.optional(),
  LLM_PRICE_OUTPUT: price.optional(),
  DATA_DIR: z.string().default('./data'),
  RETENTION_DAYS: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'must be a whole number of days, such as 180')
    .transform(Number)
    .optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
  ...AccessEnvironment,
})

/** Where people are sent whom no answer helps. */
export const Handoff = z.object({
  /** In the words of whoever runs the product; without them pages have their own, by language. */
  text: z.string().optional(),
  url: z.string(),
})
export type Handoff = z.infer<typeof Handoff>

export interface Config {
  port: number
  host: string
  /** Without a closing slash. */
  publicUrl?: string
  /** Origins (`https://portal.example.cn`) whose pages may call the API. */
  allowedOrigins: string[]
  /** Whose X-Forwarded-For is believed; left out, nobody's. */
  trustedProxies?: Network[]
  /** Requests per minute and client; left out, there is no limit. */
  rateLimit?: number
  logLevel: LogLevel
  handoff: Handoff
  /** How staff sign in. */
  access: AccessConfig
  /** Folder of what is kept. */
  dataDir: string
  /** Older than this is removed; left out, everything stays. */
  retentionDays?: number
  /** The model that writes; left out, the embedded answerer does. */
  model?: ModelConfig
}

/** An OpenAI-compatible endpoint and a model of it. */
export interface ModelConfig {
  model: string
  /** Without a closing slash; left out, that of OpenAI. */
  baseUrl?: string
  apiKey?: string
  /** After so many tokens a day answers are embedded. */
  dailyTokens?: number
  /** For a million tokens, in whatever currency; for the metrics. */
  prices?: { input: number; output: number }
}

/** In an address. */
const PASSWORD = /\/\/[^@/]*@/

/** Not to be printed, wrong or not. */
const SECRET = new Set(['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'OPENAI_MODEL', ...ACCESS_SECRETS])

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** The mistake of whoever starts the product: its message is the line to show. */
export class ConfigError extends Error {}

/** Reads the configuration from `environment`; an empty value counts as not set. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.superRefine(checkAccess).safeParse(given)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0])
      return SECRET.has(name) || given[name] === undefined
        ? `${name} ${message}`
        : `${name} ${message} (it is ${JSON.stringify(given[name]?.replace(PASSWORD, '//***@'))})`
    })
    throw new ConfigError(`Wrong configuration: ${wrong.join('; ')}`)
  }
  const { PORT, HOST, PUBLIC_URL, ALLOWED_ORIGINS = [], LOG_LEVEL, HANDOFF_TEXT, HANDOFF_URL } = parsed.data
  const { TRUSTED_PROXIES, RATE_LIMIT = isLoopback(HOST) ? 'off' : DEFAULT_RATE } = parsed.data
  return {
    port: PORT,
    host: HOST,
    allowedOrigins: ALLOWED_ORIGINS,
    logLevel: LOG_LEVEL,
    handoff: { ...(HANDOFF_TEXT ? { text: HANDOFF_TEXT } : {}), url: HANDOFF_URL },
    dataDir: parsed.data.DATA_DIR,
    ...(parsed.data.RETENTION_DAYS ? { retentionDays: parsed.data.RETENTION_DAYS } : {}),
    ...(PUBLIC_URL ? { publicUrl: PUBLIC_URL } : {}),
    ...(TRUSTED_PROXIES ? { trustedProxies: TRUSTED_PROXIES } : {}),
    ...(RATE_LIMIT === 'off' ? {} : { rateLimit: RATE_LIMIT }),
    access: readAccess(parsed.data),
    ...modelOf(parsed.data),
  }
}

/** The model is used when a base URL or a key, and a model name, are set. */
function modelOf({
  OPENAI_BASE_URL: baseUrl,
  OPENAI_API_KEY: apiKey,
  OPENAI_MODEL: model,
  LLM_DAILY_TOKENS: dailyTokens,
  LLM_PRICE_INPUT: input,
  LLM_PRICE_OUTPUT: output,
}: z.output<typeof Environment>): { model?: ModelConfig } {
  if (!model || !(baseUrl || apiKey)) return {}
  return {
    model: {
      model,
      ...(baseUrl ? { baseUrl } : {}),
      ...(apiKey ? { apiKey } : {}),
      ...(dailyTokens === undefined ? {} : { dailyTokens }),
      ...(input === undefined && output === undefined
        ? {}
        : { prices: { input: input ?? 0, output: output ?? 0 } }),
    },
  }
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}

function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, search, hash, username, password } = new URL(address)
  return ['http:', 'https:'].includes(protocol) && search + hash + username + password === ''
}

function isHandoff(address: string): boolean {
  if (/[\s\p{Cc}]/u.test(address) || !URL.canParse(address)) return false
  const { protocol, host, pathname } = new URL(address)
  return HANDOFF_SCHEMES.includes(protocol) && host + pathname !== ''
}
