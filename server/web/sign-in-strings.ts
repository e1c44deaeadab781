/**
 * What the sign-in page says.
 */
import type { Lang } from '../../corpus/types.ts'

/** Why somebody is not signed in, or no longer. */
export type SignInNews =
  | 'signed_out'
  | 'not_revoked'
  | 'wrong_token'
  | 'throttled'
  | 'foreign'
  | 'malformed'
  | 'store'
  | 'stale'
  | 'denied'
  | 'no_role'
  | 'unreachable'
  | 'provider'

export interface SignInStrings {
  title: string
  /** What is behind it. */
  promise: string
  token: string
  signIn: string
  withProvider: string
  or: string
  notSetUpTitle: string
  notSetUp: string
  ask: string
  /** The way on to the identity provider, where signing out goes on by itself. */
  atProvider: string
  news: Record<SignInNews, string>
  /** `claim` is the name of the claim that was looked for. */
  noRole(claim: string): string
  wait(seconds: number): string
}

export const SIGN_IN_STRINGS: Record<Lang, SignInStrings> = {
  'zh-Hans': {
    title: '工作人员登录',
    promise: '登录后可以使用工作台，查看问答记录。公众提问不需要登录。',
    token: '访问令牌',
    signIn: '登录',
    withProvider: '用单位统一身份认证登录',
    or: '或者',
    notSetUpTitle: '工作台没有开放',
    notSetUp: '这里还没有设置工作人员登录，请联系系统管理员。公众提问不受影响。',
    ask: '去提问',
    atProvider: '退出单位统一身份认证',
    news: {
      signed_out: '您已退出登录。',
      not_revoked: '这个浏览器已退出登录，但暂时无法注销这次登录。请稍后重新登录再退出一次。',
      wrong_token: '令牌不对，请核对后再试。',
      throttled: '错误次数太多。',
      foreign: '这个请求来自别的网站，没有受理。请在本页登录。',
      malformed: '没有收到登录信息，请重新填写。',
      store: '暂时无法登录，请稍后再试。公众提问不受影响。',
      stale: '这次登录已经失效，请重新登录。',
      denied: '统一身份认证没有通过这次登录。',
      no_role: '您已通过统一身份认证，但没有分配使用权限。',
      unreachable: '暂时连不上统一身份认证，请稍后再试。',
      provider: '统一身份认证的返回有误，请联系系统管理员。',
    },
    noRole: (claim) => `请管理员在身份认证的“${claim}”中为您分配 viewer、editor 或 admin。`,
    wait: (seconds) => `请等 ${seconds} 秒再试。`,
  },
  'zh-Hant': {
    title: '工作人員登入',
    promise: '登入後可以使用工作臺，查看問答記錄。公眾提問不需要登入。',
    token: '存取權杖',
    signIn: '登入',
    withProvider: '用單位統一身分認證登入',
    or: '或者',
    notSetUpTitle: '工作臺沒有開放',
    notSetUp: '這裡還沒有設定工作人員登入，請聯絡系統管理員。公眾提問不受影響。',
    ask: '去提問',
    atProvider: '登出單位統一身分認證',
    news: {
      signed_out: '您已登出。',
      not_revoked: '這個瀏覽器已登出，但暫時無法註銷這次登入。請稍後重新登入再登出一次。',
      wrong_token: '權杖不對，請核對後再試。',
      throttled: '錯誤次數太多。',
      foreign: '這個請求來自別的網站，沒有受理。請在本頁登入。',
      malformed: '沒有收到登入資訊，請重新填寫。',
      store: '暫時無法登入，請稍後再試。公眾提問不受影響。',
      stale: '這次登入已經失效，請重新登入。',
      denied: '統一身分認證沒有通過這次登入。',
      no_role: '您已通過統一身分認證，但沒有分配使用權限。',
      unreachable: '暫時連不上統一身分認證，請稍後再試。',
      provider: '統一身分認證的返回有誤，請聯絡系統管理員。',
    },
    noRole: (claim) => `請管理員在身分認證的「${claim}」中為您分配 viewer、editor 或 admin。`,
    wait: (seconds) => `請等 ${seconds} 秒再試。`,
  },
  en: {
    title: 'Staff sign-in',
    promise: 'Sign in to use the console and to read what was asked. Asking a question takes no sign-in.',
    token: 'Access token',
    signIn: 'Sign in',
    withProvider: 'Sign in with your organisation',
    or: 'or',
    notSetUpTitle: 'The console is not open',
    notSetUp:
      'Staff sign-in is not set up here. Please ask whoever runs this service. Anybody can still ask a question.',
    ask: 'Ask a question',
    atProvider: 'Sign out of your organisation too',
    news: {
      signed_out: 'You are signed out.',
      not_revoked:
        'This browser is signed out, but the session could not be ended just now. Please sign in and out again in a while.',
      wrong_token: 'This is not the token. Please check it and try again.',
      throttled: 'Too many wrong tokens.',
      foreign: 'The request came from another site and was refused. Please sign in on this page.',
      malformed: 'Nothing arrived to sign in with. Please fill in the form again.',
      store:
        'Signing in is not possible just now. Please try again in a while. Anybody can still ask a question.',
      stale: 'This sign-in is no longer valid. Please sign in again.',
      denied: 'Your organisation did not let this sign-in through.',
      no_role: 'Your organisation knows you, but you have no role here.',
      unreachable: 'Your organisation’s sign-in cannot be reached just now. Please try again in a while.',
      provider:
        'Your organisation’s sign-in gave an answer that cannot be used. Please tell whoever runs this service.',
    },
    noRole: (claim) => `An administrator gives you viewer, editor or admin in the claim “${claim}”.`,
    wait: (seconds) => `Please wait ${seconds === 1 ? '1 second' : `${seconds} seconds`} and try again.`,
  },
}
