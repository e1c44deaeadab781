/**
 * What a reader is told who has asked too often.
 */
import type { Lang } from '../../corpus/types.ts'

interface LimitStrings {
  title: string
  wait(seconds: number): string
  again: string
}

export const LIMIT_STRINGS: Record<Lang, LimitStrings> = {
  'zh-Hans': {
    title: '请稍候再试',
    wait: (seconds) => `短时间内的请求太多了。请等 ${seconds} 秒再试。`,
    again: '再试一次',
  },
  'zh-Hant': {
    title: '請稍候再試',
    wait: (seconds) => `短時間內的請求太多了。請等 ${seconds} 秒再試。`,
    again: '再試一次',
  },
  en: {
    title: 'Please wait a moment',
    wait: (seconds) => `Too many requests in a short time. Please wait ${sayWait(seconds)} and try again.`,
    again: 'Try again',
  },
}

/** For callers of the API, in English as all their messages are. */
export function sayTooMany(seconds: number): string {
  return `Too many requests. Wait ${sayWait(seconds)} and send it again.`
}

function sayWait(seconds: number): string {
  return seconds === 1 ? '1 second' : `${seconds} seconds`
}
