/**
 * Days and times as staff read them: in China, which has one time and no summer time. Pure.
 */
import { z } from 'zod'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const AHEAD_MS = 8 * HOUR_MS

/** `2026-11-23`. */
export const Day = z.iso.date()

/** Days from the first to the last, both included. */
export interface Days {
  from: string
  to: string
}

/** The last so many days up to and with `today`. */
export function lastDays(count: number, today: string): Days {
  return { from: dayAfter(today, 1 - count), to: today }
}

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** How many days these are; none where the last lies before the first. */
export function countDays({ from, to }: Days): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / DAY_MS + 1)
}

/** Each of these days. */
export function eachDay(days: Days): string[] {
  return Array.from({ length: countDays(days) }, (_, i) => dayAfter(days.from, i))
}

/** These days in spans of so many, the last one shorter. */
export function spansOf(days: Days, length: number): Days[] {
  const each = eachDay(days)
  return each.flatMap((from, i) => {
    if (i % length !== 0) return []
    return { from, to: each[i + length - 1] ?? days.to }
  })
}

/** The instants between which these days lie, as the store is asked for them; open where a day is left out. */
export function instantsOf({ from, to }: Partial<Days>): { from?: string; to?: string } {
  return {
    ...(from === undefined ? {} : { from: startOf(from) }),
    ...(to === undefined ? {} : { to: endOf(to) }),
  }
}

/** When a day begins. */
export function startOf(day: string): string {
  return new Date(Date.parse(day) - AHEAD_MS).toISOString()
}

/** When a day ends and the next one begins. */
export function endOf(day: string): string {
  return new Date(Date.parse(day) + DAY_MS - AHEAD_MS).toISOString()
}

/** An instant as clocks in China show it: `2026-11-23 20:00`. */
export function clockTime(instant: string): string {
  return inChina(instant).slice(0, 16).replace('T', ' ')
}

/** An instant by China's time, to the second and with the zone: `2026-11-23T20:00:00+08:00`. */
export function zonedTime(instant: string): string {
  return `${inChina(instant).slice(0, 19)}+08:00`
}

function inChina(instant: string): string {
  return new Date(Date.parse(instant) + AHEAD_MS).toISOString()
}
