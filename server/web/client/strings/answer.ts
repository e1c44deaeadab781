/**
 * What console and widget both say about a question and its answer, in the three languages.
 */
import type { Lang, NoticeCode, Outcome, Role } from '../../../../corpus/types.ts'
import type { FaultReason } from '../answer/api.ts'

export interface AnswerStrings {
  question: string
  placeholder: string
  ask: string
  stop: string
  you: string
  stages: { understanding: string; searching: string; writing: string }
  stopped: string
  stoppedHead: string
  failedHead: string
  /** Beside the button that asks again, while it is off; and once it is on. */
  retryIn(seconds: number): string
  retryNow: string
  moreEvidence(count: number): string
  outcomes: Record<Outcome, string>
  notices: Record<NoticeCode, string>
  noticesHeading: string
  evidence: string
  evidenceCount(count: number): string
  openClause: string
  suggestions: string
  choices: string
  copy: string
  copied: string
  copyFailed: string
  good: string
  bad: string
  feedback: string
  comment: string
  commentHint: string
  sendComment: string
  cancel: string
  thanks: string
  feedbackFailed: string
  faults: Record<FaultReason, string>
  tooLong(limit: number): string
  retry: string
  roles: Record<Role, string>
  /** Announced once, when the answer is whole. */
  finished(answer: string): string
  /** Said of statements that stay when a stream is stopped. */
  aiLabel: string
  copyHeads: { question: string; answer: string; notices: string; evidence: string }
}

/** How each language calls itself. */
export const LANG_NAMES: Record<Lang, string> = { 'zh-Hans': '简体', 'zh-Hant': '繁體', en: 'English' }

export const ANSWER_STRINGS: Record<Lang, AnswerStrings> = {
  'zh-Hans': {
    question: '您的问题',
    placeholder: '例如：谁负责消防安全？',
    ask: '提问',
    stop: '停止',
    you: '问',
    stages: { understanding: '正在理解问题…', searching: '正在查找…', writing: '正在核对回答…' },
    stopped: '以上是停止前已核对的部分。',
    stoppedHead: '已停止',
    failedHead: '没有完成',
    retryIn: (seconds) => `${seconds} 秒后可以重试`,
    retryNow: '现在可以重试了。',
    moreEvidence: (count) => `其余 ${count} 处`,
    outcomes: {
      answered: '有明确规定',
      not_stated: '文件没有写明',
      out_of_scope: '不在收录范围',
      declined: '不是政策问题',
      clarify: '请选择',
    },
    notices: {
      shared_responsibility: '未指定牵头',
      premise_corrected: '更正说法',
      period_ended: '期限已过',
      year_mismatch: '年份不同',
      pii_redacted: '已隐去个人信息',
      degraded: '未用模型',
    },
    noticesHeading: '请留意',
    evidence: '原文依据',
    evidenceCount: (count) => `原文依据 ${count} 处`,
    openClause: '在原文中查看',
    suggestions: '接着问',
    choices: '请选一项',
    copy: '复制回答和依据',
    copied: '已复制',
    copyFailed: '没能复制，请手动选取文字。',
    good: '有帮助',
    bad: '没帮助',
    feedback: '评价这个回答',
    comment: '哪里不对，或者缺了什么？（可不填）',
    commentHint: '请不要填写个人信息。',
    sendComment: '提交',
    cancel: '取消',
    thanks: '谢谢，已收到。',
    feedbackFailed: '评价没有送达，请再试一次。',
    faults: {
      unreachable: '连不上服务器。您的问题还在，请检查网络后重试。',
      busy: '提问的人太多，请稍等片刻再试。',
      broken_off: '回答中途断开了。请重试。',
      silent: '服务器很久没有回应。请重试。',
      refused: '服务器没有接受这个请求。请换个说法，或刷新页面再试。',
      not_allowed: '这个网页没有获准使用本服务。',
      too_long: '问题或对话太长了，请缩短问题，或者开始新的对话。',
      server: '服务出了点问题。您的问题还在，请稍后重试。',
    },
    tooLong: (limit) => `问题太长了，请缩短到 ${limit} 字以内。`,
    retry: '重试',
    roles: { lead: '牵头', participant: '配合', sole: '负责', shared: '按职责分工负责' },
    finished: (answer) => `回答：${answer}`,
    aiLabel: '本回答由系统自动生成，请以文件原文为准。',
    copyHeads: { question: '问', answer: '答', notices: '请留意', evidence: '原文依据' },
  },
  'zh-Hant': {
    question: '您的問題',
    placeholder: '例如：誰負責消防安全？',
    ask: '提問',
    stop: '停止',
    you: '問',
    stages: { understanding: '正在理解問題…', searching: '正在查找…', writing: '正在核對回答…' },
    stopped: '以上是停止前已核對的部分。',
    stoppedHead: '已停止',
    failedHead: '沒有完成',
    retryIn: (seconds) => `${seconds} 秒後可以重試`,
    retryNow: '現在可以重試了。',
    moreEvidence: (count) => `其餘 ${count} 處`,
    outcomes: {
      answered: '有明確規定',
      not_stated: '文件沒有寫明',
      out_of_scope: '不在收錄範圍',
      declined: '不是政策問題',
      clarify: '請選擇',
    },
    notices: {
      shared_responsibility: '未指定牽頭',
      premise_corrected: '更正說法',
      period_ended: '期限已過',
      year_mismatch: '年份不同',
      pii_redacted: '已隱去個人資料',
      degraded: '未用模型',
    },
    noticesHeading: '請留意',
    evidence: '原文依據',
    evidenceCount: (count) => `原文依據 ${count} 處`,
    openClause: '在原文中查看',
    suggestions: '接著問',
    choices: '請選一項',
    copy: '複製回答和依據',
    copied: '已複製',
    copyFailed: '沒能複製，請手動選取文字。',
    good: '有幫助',
    bad: '沒幫助',
    feedback: '評價這個回答',
    comment: '哪裡不對，或者缺了什麼？（可不填）',
    commentHint: '請不要填寫個人資料。',
    sendComment: '提交',
    cancel: '取消',
    thanks: '謝謝，已收到。',
    feedbackFailed: '評價沒有送達，請再試一次。',
    faults: {
      unreachable: '連不上伺服器。您的問題還在，請檢查網路後重試。',
      busy: '提問的人太多，請稍等片刻再試。',
      broken_off: '回答中途斷開了。請重試。',
      silent: '伺服器很久沒有回應。請重試。',
      refused: '伺服器沒有接受這個請求。請換個說法，或重新整理頁面再試。',
      not_allowed: '這個網頁沒有獲准使用本服務。',
      too_long: '問題或對話太長了，請縮短問題，或者開始新的對話。',
      server: '服務出了點問題。您的問題還在，請稍後重試。',
    },
    tooLong: (limit) => `問題太長了，請縮短到 ${limit} 字以內。`,
    retry: '重試',
    roles: { lead: '牽頭', participant: '配合', sole: '負責', shared: '按職責分工負責' },
    finished: (answer) => `回答：${answer}`,
    aiLabel: '本回答由系統自動生成，請以文件原文為準。',
    copyHeads: { question: '問', answer: '答', notices: '請留意', evidence: '原文依據' },
  },
  en: {
    question: 'Your question',
    placeholder: 'For example: Who is responsible for fire safety?',
    ask: 'Ask',
    stop: 'Stop',
    you: 'Question',
    stages: {
      understanding: 'Reading the question…',
      searching: 'Looking it up…',
      writing: 'Checking the answer…',
    },
    stopped: 'What stands above was checked before you stopped it.',
    stoppedHead: 'Stopped',
    failedHead: 'Not finished',
    retryIn: (seconds) => `You can try again in ${seconds} s`,
    retryNow: 'You can try again now.',
    moreEvidence: (count) => `${count} more`,
    outcomes: {
      answered: 'Stated in the document',
      not_stated: 'Not stated in the document',
      out_of_scope: 'Not covered here',
      declined: 'Not a policy question',
      clarify: 'Please choose',
    },
    notices: {
      shared_responsibility: 'No lead named',
      premise_corrected: 'Corrected',
      period_ended: 'Deadline passed',
      year_mismatch: 'Another year',
      pii_redacted: 'Personal data removed',
      degraded: 'Without the model',
    },
    noticesHeading: 'Please note',
    evidence: 'From the documents',
    evidenceCount: (count) => (count === 1 ? '1 passage cited' : `${count} passages cited`),
    openClause: 'Read in the document',
    suggestions: 'Ask next',
    choices: 'Choose one',
    copy: 'Copy answer and sources',
    copied: 'Copied',
    copyFailed: 'Could not copy. Please select the text by hand.',
    good: 'Helpful',
    bad: 'Not helpful',
    feedback: 'Rate this answer',
    comment: 'What is wrong or missing? (optional)',
    commentHint: 'Please leave out personal data.',
    sendComment: 'Send',
    cancel: 'Cancel',
    thanks: 'Thank you, received.',
    feedbackFailed: 'The rating did not get through. Please try again.',
    faults: {
      unreachable: 'The server cannot be reached. Your question is kept; check the network and try again.',
      busy: 'Too many questions right now. Please wait a moment and try again.',
      broken_off: 'The answer broke off. Please try again.',
      silent: 'The server has been silent for too long. Please try again.',
      refused: 'The server did not take this request. Rephrase it, or reload the page and try again.',
      not_allowed: 'This page is not allowed to use the service.',
      too_long:
        'The question or the conversation is too long. Shorten the question or start a new conversation.',
      server: 'Something went wrong on our side. Your question is kept; please try again in a moment.',
    },
    tooLong: (limit) => `The question is too long. Please keep it under ${limit} characters.`,
    retry: 'Try again',
    roles: {
      lead: 'Lead',
      participant: 'Supporting',
      sole: 'Responsible',
      shared: 'Shared, each within its remit',
    },
    finished: (answer) => `Answer: ${answer}`,
    aiLabel: 'This answer was generated automatically; the original text of the document is authoritative.',
    copyHeads: { question: 'Question', answer: 'Answer', notices: 'Please note', evidence: 'Sources' },
  },
}
