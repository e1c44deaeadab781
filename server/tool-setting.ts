/**
 * What tools are told by the doors that speak to models: today, the address, and notices in both languages.
 */
import type { ToolSetting } from '../tools/tool.ts'
import { stringsOf } from './strings.ts'
import { todayOf } from './today.ts'

/** The setting of one call; `baseUrl` without a closing slash. */
export function toolSetting(now: Date, baseUrl: string): ToolSetting {
  return {
    today: todayOf(now),
    baseUrl,
    sayNotice: (code, detail) =>
      (['zh-Hans', 'en'] as const).map((lang) => stringsOf(lang).notices[code](detail)).join(' '),
  }
}
