/**
 * What the widget says before its panel is there, in the three languages.
 */
import type { Lang } from '../../../../corpus/types.ts'

export interface WidgetStrings {
  launcher: string
  title: string
  opening: string
  close: string
  failedHead: string
  failed: string
  retry: string
  wholePage: string
}

export const WIDGET_STRINGS: Record<Lang, WidgetStrings> = {
  'zh-Hans': {
    launcher: '问政策',
    title: '政策问答',
    opening: '正在打开…',
    close: '关闭',
    failedHead: '暂时打不开问答窗口',
    failed: '可能是网络不稳定。请重试，也可以到完整页面提问。',
    retry: '重试',
    wholePage: '到完整页面提问',
  },
  'zh-Hant': {
    launcher: '問政策',
    title: '政策問答',
    opening: '正在開啟…',
    close: '關閉',
    failedHead: '暫時打不開問答視窗',
    failed: '可能是網路不穩定。請重試，也可以到完整頁面提問。',
    retry: '重試',
    wholePage: '到完整頁面提問',
  },
  en: {
    launcher: 'Ask about policy',
    title: 'Policy answers',
    opening: 'Opening…',
    close: 'Close',
    failedHead: 'The window cannot be opened just now',
    failed: 'The network may be unsteady. Try again, or ask on the full page.',
    retry: 'Try again',
    wholePage: 'Ask on the full page',
  },
}
