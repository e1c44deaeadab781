/**
 * The log: one JSON line per event. Questions and addresses of people never enter it.
 */
import type { LogLevel } from './config.ts'

export type Log = (
  level: Exclude<LogLevel, 'silent'>,
  event: string,
  fields?: Record<string, unknown>,
) => void

const LEVELS: LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent']

/** A log that hands lines at or above `level` to `write`. */
export function openLog(level: LogLevel, write: (line: string) => void, now: () => Date): Log {
  return (of, event, fields = {}) => {
    if (LEVELS.indexOf(of) < LEVELS.indexOf(level)) return
    write(JSON.stringify({ at: now().toISOString(), level: of, event, ...fields }))
  }
}

/** Logs a fault of ours with where it happened; `fields` say at which door and in which request. */
export function logFault(log: Log, error: unknown, fields: Record<string, unknown>): void {
  log('error', 'fault', { ...fields, stack: error instanceof Error ? error.stack : String(error) })
}
