/**
 * Today, where the documents are in force: a deadline ends with the day in China.
 */
const DAY_IN_CHINA = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day of `instant` as `YYYY-MM-DD`. */
export function todayOf(instant: Date): string {
  return DAY_IN_CHINA.format(instant)
}
