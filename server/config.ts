/**
 * Configuration: the environment, parsed once at the start. A wrong value is one clear line.
 */
import { z } from 'zod'

const HIGHEST_PORT = 65_535
const NAME_OR_ADDRESS = /^[\w.:-]+$/

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
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
})

export interface Config {
  port: number
  host: string
  /** Without a closing slash. */
  publicUrl?: string
  /** Origins (`https://portal.example.cn`) whose pages may call the API. */
  allowedOrigins: string[]
  logLevel: LogLevel
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** The mistake of whoever starts the product: its message is the line to show. */
export class ConfigError extends Error {}

/** Reads the configuration from `environment`; an empty value counts as not set. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0])
      return `${name} ${message} (it is ${JSON.stringify(given[name])})`
    })
    throw new ConfigError(`Wrong configuration: ${wrong.join('; ')}`)
  }
  const { PORT, HOST, PUBLIC_URL, ALLOWED_ORIGINS = [], LOG_LEVEL } = parsed.data
  return {
    port: PORT,
    host: HOST,
    allowedOrigins: ALLOWED_ORIGINS,
    logLevel: LOG_LEVEL,
    ...(PUBLIC_URL ? { publicUrl: PUBLIC_URL } : {}),
  }
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}

function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, search, hash, username } = new URL(address)
  return ['http:', 'https:'].includes(protocol) && search === '' && hash === '' && username === ''
}
