/**
 * What only the staff console says, in the three languages.
 */
import type { Lang } from '../../../../corpus/types.ts'

export const VIEWS = ['chat', 'outline', 'targets', 'agencies'] as const
export type View = (typeof VIEWS)[number]

/** What a member of staff may do. */
export type StaffRole = 'viewer' | 'editor' | 'admin'

export interface ConsoleStrings {
  product: string
  skip: string
  views: Record<View, string>
  viewsLabel: string
  languages: string
  menu: string
  conversations: string
  newConversation: string
  searchConversations: string
  today: string
  earlier: string
  none: string
  noneFound: string
  deleteConversation(title: string): string
  deleted: string
  undo: string
  /** The server could not delete its copy yet. */
  undeleted: string
  keptHere: string
  notKept: string
  headline: string
  promise: string
  examples: string
  document: string
  pane: string
  closePane: string
  editing: string
  settings: string
  theme: string
  themes: { auto: string; light: string; dark: string }
  textSize: string
  larger: string
  smaller: string
  shortcuts: string
  keys: [key: string, what: string][]
  staff: {
    label: string
    pages: string
    signOut: string
    /** In place of a name. */
    byToken: string
    roles: Record<StaffRole, string>
    ended: string
    signIn: string
  }
  dispatch: {
    title: string
    /** Between a head and what it heads. */
    colon: string
    clause: string
    note: string
    preview: string
    copy: string
    /** Heads a remark of the clause on its agencies, and the clause that it stands in, where that is another. */
    annex: string
    see: string
    brackets: [open: string, close: string]
    /** No agency stands in the clause. */
    none: string
    noLead: string
    caveat: string
    loading: string
    failed: string
    heads: {
      title: string
      question: string
      agencies: string
      basis: string
      quote: string
      url: string
      date: string
      remark: string
    }
  }
}

export const CONSOLE_STRINGS: Record<Lang, ConsoleStrings> = {
  'zh-Hans': {
    product: '政策问答',
    skip: '跳到提问框',
    views: { chat: '问答', outline: '文件', targets: '指标', agencies: '部门' },
    viewsLabel: '页面',
    languages: '语言',
    menu: '对话和设置',
    conversations: '对话',
    newConversation: '新对话',
    searchConversations: '查找对话',
    today: '今天',
    earlier: '更早',
    none: '还没有对话。',
    noneFound: '没有找到。',
    deleteConversation: (title) => `删除对话：${title}`,
    deleted: '已删除。',
    undo: '撤销',
    undeleted: '服务器上的记录还没能删除，下次打开时会再试。',
    keptHere: '对话保存在这台电脑的浏览器里，服务器也存有记录；在这里删除，两处都删。',
    notKept: '浏览器没有空间或不允许保存，对话关闭后不会留下。',
    headline: '来电问什么，就问什么',
    promise: '第一句就能念给来电人听；每句都标出依据的条款，点开就是原文。',
    examples: '可以这样问',
    document: '文件',
    pane: '原文',
    closePane: '关闭原文',
    editing: '正在修改上一个问题（Esc 取消）',
    settings: '显示',
    theme: '外观',
    themes: { auto: '随系统', light: '浅色', dark: '深色' },
    textSize: '字号',
    larger: '放大文字',
    smaller: '缩小文字',
    shortcuts: '快捷键',
    keys: [
      ['/', '到提问框'],
      ['Enter', '提问'],
      ['Shift+Enter', '换行'],
      ['↑', '修改上一个问题'],
      ['Esc', '停止回答'],
      ['Alt+1…9', '打开引用'],
    ],
    staff: {
      label: '账号',
      pages: '管理',
      signOut: '退出登录',
      byToken: '访问令牌用户',
      roles: { viewer: '查看', editor: '编辑', admin: '管理员' },
      ended: '登录已经结束。提问不受影响。',
      signIn: '重新登录',
    },
    dispatch: {
      title: '派单',
      colon: '：',
      clause: '依据的条款',
      annex: '附注',
      see: '见',
      brackets: ['（', '）'],
      note: '派单说明',
      preview: '查看派单说明',
      copy: '复制派单说明',
      none: '这一条没有写明责任单位，系统不作推断。',
      noLead: '由多个单位按职责分工负责，文件没有指定牵头单位。',
      caveat: '政策文件的任务分工不等于法定职权清单；最终由谁办理，以权责清单和“三定”规定为准。',
      loading: '正在读取责任单位…',
      failed: '没能读取责任单位。',
      heads: {
        title: '【派单说明】',
        question: '来电问题',
        agencies: '责任单位',
        basis: '政策依据',
        quote: '原文',
        url: '原文链接',
        date: '日期',
        remark: '说明',
      },
    },
  },
  'zh-Hant': {
    product: '政策問答',
    skip: '跳到提問框',
    views: { chat: '問答', outline: '文件', targets: '指標', agencies: '部門' },
    viewsLabel: '頁面',
    languages: '語言',
    menu: '對話和設定',
    conversations: '對話',
    newConversation: '新對話',
    searchConversations: '查找對話',
    today: '今天',
    earlier: '更早',
    none: '還沒有對話。',
    noneFound: '沒有找到。',
    deleteConversation: (title) => `刪除對話：${title}`,
    deleted: '已刪除。',
    undo: '復原',
    undeleted: '伺服器上的記錄還沒能刪除，下次打開時會再試。',
    keptHere: '對話保存在這台電腦的瀏覽器裡，伺服器也存有記錄；在這裡刪除，兩處都刪。',
    notKept: '瀏覽器沒有空間或不允許保存，對話關閉後不會留下。',
    headline: '來電問什麼，就問什麼',
    promise: '第一句就能唸給來電人聽；每句都標出依據的條款，點開就是原文。',
    examples: '可以這樣問',
    document: '文件',
    pane: '原文',
    closePane: '關閉原文',
    editing: '正在修改上一個問題（Esc 取消）',
    settings: '顯示',
    theme: '外觀',
    themes: { auto: '隨系統', light: '淺色', dark: '深色' },
    textSize: '字號',
    larger: '放大文字',
    smaller: '縮小文字',
    shortcuts: '快捷鍵',
    keys: [
      ['/', '到提問框'],
      ['Enter', '提問'],
      ['Shift+Enter', '換行'],
      ['↑', '修改上一個問題'],
      ['Esc', '停止回答'],
      ['Alt+1…9', '打開引用'],
    ],
    staff: {
      label: '帳號',
      pages: '管理',
      signOut: '登出',
      byToken: '存取權杖使用者',
      roles: { viewer: '檢視', editor: '編輯', admin: '管理員' },
      ended: '登入已經結束。提問不受影響。',
      signIn: '重新登入',
    },
    dispatch: {
      title: '派單',
      colon: '：',
      clause: '依據的條款',
      annex: '附註',
      see: '見',
      brackets: ['（', '）'],
      note: '派單說明',
      preview: '查看派單說明',
      copy: '複製派單說明',
      none: '這一條沒有寫明責任單位，系統不作推斷。',
      noLead: '由多個單位按職責分工負責，文件沒有指定牽頭單位。',
      caveat: '政策文件的任務分工不等於法定職權清單；最終由誰辦理，以權責清單和「三定」規定為準。',
      loading: '正在讀取責任單位…',
      failed: '沒能讀取責任單位。',
      heads: {
        title: '【派單說明】',
        question: '來電問題',
        agencies: '責任單位',
        basis: '政策依據',
        quote: '原文',
        url: '原文連結',
        date: '日期',
        remark: '說明',
      },
    },
  },
  en: {
    product: 'Policy answers',
    skip: 'Skip to the question box',
    views: { chat: 'Ask', outline: 'Document', targets: 'Targets', agencies: 'Agencies' },
    viewsLabel: 'Pages',
    languages: 'Language',
    menu: 'Conversations and settings',
    conversations: 'Conversations',
    newConversation: 'New conversation',
    searchConversations: 'Search conversations',
    today: 'Today',
    earlier: 'Earlier',
    none: 'No conversations yet.',
    noneFound: 'Nothing found.',
    deleteConversation: (title) => `Delete conversation: ${title}`,
    deleted: 'Deleted.',
    undo: 'Undo',
    undeleted: 'The server could not delete its record yet. It is tried again when you next open this.',
    keptHere:
      'Conversations are kept in this browser, and on record at the server; deleting one here deletes both.',
    notKept: 'This browser has no room or does not allow it: the conversation will be gone when you leave.',
    headline: 'Ask what the caller asks',
    promise:
      'The first sentence can be read aloud; every statement carries its clause, one click from the original text.',
    examples: 'Try asking',
    document: 'Document',
    pane: 'Original text',
    closePane: 'Close the text',
    editing: 'Editing the last question (Esc to cancel)',
    settings: 'Display',
    theme: 'Appearance',
    themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    textSize: 'Text size',
    larger: 'Larger text',
    smaller: 'Smaller text',
    shortcuts: 'Keyboard',
    keys: [
      ['/', 'to the question box'],
      ['Enter', 'ask'],
      ['Shift+Enter', 'new line'],
      ['↑', 'edit the last question'],
      ['Esc', 'stop the answer'],
      ['Alt+1…9', 'open a citation'],
    ],
    staff: {
      label: 'Account',
      pages: 'Staff pages',
      signOut: 'Sign out',
      byToken: 'access token user',
      roles: { viewer: 'viewer', editor: 'editor', admin: 'admin' },
      ended: 'Your session has ended. You can still ask.',
      signIn: 'Sign in again',
    },
    dispatch: {
      title: 'Dispatch',
      colon: ': ',
      clause: 'Clause relied on',
      annex: 'Note',
      see: 'see ',
      brackets: [' (', ')'],
      note: 'Dispatch note',
      preview: 'Show the dispatch note',
      copy: 'Copy dispatch note',
      none: 'This clause names no agency, and none is inferred.',
      noLead: 'Several agencies share this, each within its remit; the document names no lead.',
      caveat:
        'A policy’s division of tasks is not a statutory list of powers; who handles a case goes by the official list of powers and duties.',
      loading: 'Reading the agencies…',
      failed: 'The agencies could not be read.',
      heads: {
        title: 'DISPATCH NOTE',
        question: 'Question',
        agencies: 'Agencies',
        basis: 'Basis',
        quote: 'Quote',
        url: 'Link',
        date: 'Date',
        remark: 'Remark',
      },
    },
  },
}
