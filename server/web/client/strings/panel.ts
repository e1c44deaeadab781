/**
 * What the panel of the widget says, in the three languages, and plainer still in 大字版.
 */
import type { Lang } from '../../../../corpus/types.ts'
import { ANSWER_STRINGS, type AnswerStrings } from './answer.ts'

export interface PanelStrings {
  greeting: string
  promise: string
  examplesHeading: string
  examples: string[]
  documents(count: number): string
  onlyIn(title: string): string
  language: string
  elder: string
  /** What scrolls: the conversation. */
  turns: string
  clear: string
  clearQuestion: string
  keep: string
  cleared: string
  /** The server could not delete its copy yet. */
  undeleted: string
  automatic: string
  privacy: string
  /** Both in a few words, above the keyboard of a phone. */
  brief: string
  placeholder: string
  callHandoff(number: string): string
  handoff: string
  stillUnsure: string
}

export const PANEL_STRINGS: Record<Lang, PanelStrings> = {
  'zh-Hans': {
    greeting: '您好，想了解哪项政策？',
    promise: '用自己的话提问就行。每句回答都标出依据的条款，点开就能看到原文。',
    examplesHeading: '可以这样问',
    examples: ['谁负责消防安全？', '新建、改造多少座公共厕所？', '拖欠农民工工资归哪些部门管？'],
    documents: (count) => `从 ${count} 份文件里查找`,
    onlyIn: (title) => `只在《${title}》里查找。`,
    language: '语言',
    elder: '大字版',
    turns: '对话内容',
    clear: '清空',
    clearQuestion: '清空这段对话？',
    keep: '不清空',
    cleared: '对话已清空。',
    undeleted: '服务器上的记录还没能删除，下次打开时会再试。',
    automatic: '回答自动生成，以文件原文为准。',
    privacy: '请勿填写个人信息。',
    brief: '自动回答，以原文为准；请勿填写个人信息。',
    placeholder: '请输入您的问题',
    callHandoff: (number) => `转人工：拨打 ${number}`,
    handoff: '转人工服务',
    stillUnsure: '没找到想要的？可以问人工：',
  },
  'zh-Hant': {
    greeting: '您好，想了解哪項政策？',
    promise: '用自己的話提問就行。每句回答都標出依據的條款，點開就能看到原文。',
    examplesHeading: '可以這樣問',
    examples: ['誰負責消防安全？', '新建、改造多少座公共廁所？', '拖欠農民工工資歸哪些部門管？'],
    documents: (count) => `從 ${count} 份文件裡查找`,
    onlyIn: (title) => `只在《${title}》裡查找。`,
    language: '語言',
    elder: '大字版',
    turns: '對話內容',
    clear: '清空',
    clearQuestion: '清空這段對話？',
    keep: '不清空',
    cleared: '對話已清空。',
    undeleted: '伺服器上的記錄還沒能刪除，下次打開時會再試。',
    automatic: '回答自動生成，以文件原文為準。',
    privacy: '請勿填寫個人資料。',
    brief: '自動回答，以原文為準；請勿填寫個人資料。',
    placeholder: '請輸入您的問題',
    callHandoff: (number) => `轉人工：撥打 ${number}`,
    handoff: '轉人工服務',
    stillUnsure: '沒找到想要的？可以問人工：',
  },
  en: {
    greeting: 'Hello. Which policy would you like to know about?',
    promise:
      'Ask in your own words. Every statement names the clause that proves it; open it to read the original.',
    examplesHeading: 'You could ask',
    examples: [
      'Who is responsible for fire safety?',
      'How many public toilets are to be built or renovated?',
      'Which departments deal with unpaid wages of migrant workers?',
    ],
    documents: (count) => (count === 1 ? 'Searches 1 document' : `Searches ${count} documents`),
    onlyIn: (title) => `Searches “${title}” only.`,
    language: 'Language',
    elder: 'Large text',
    turns: 'Conversation',
    clear: 'Clear',
    clearQuestion: 'Clear this conversation?',
    keep: 'Keep it',
    cleared: 'The conversation is cleared.',
    undeleted: 'The server could not delete its record yet. It is tried again when you next open this.',
    automatic: 'Answers are automatic; the documents are authoritative.',
    privacy: 'Please leave out personal data.',
    brief: 'Answers are automatic. No personal data.',
    placeholder: 'Type your question',
    callHandoff: (number) => `Speak to a person: call ${number}`,
    handoff: 'Speak to a person',
    stillUnsure: 'Not what you need? A person can help:',
  },
}

interface Plainer {
  panel: Partial<PanelStrings>
  answer: Partial<Omit<AnswerStrings, 'notices' | 'faults'>> & {
    notices?: Partial<AnswerStrings['notices']>
    faults?: Partial<AnswerStrings['faults']>
  }
}

/** In 大字版: shorter sentences, everyday words. What is not here is said as ever. */
const PLAINER: Record<Lang, Plainer> = {
  'zh-Hans': {
    panel: {
      greeting: '您好，您想问什么？',
      promise: '把想问的写在下面，再点“提问”。回答下面有文件原文。',
      clearQuestion: '把问过的都删掉？',
      keep: '不删',
      clear: '重新开始',
      automatic: '回答是电脑自动写的。要以文件原文为准。',
      privacy: '请不要写身份证号、手机号。',
      brief: '电脑自动答。别写身份证号。',
      placeholder: '在这里写问题',
      callHandoff: (number) => `打 ${number} 找人工`,
      stillUnsure: '还不清楚？可以找工作人员：',
    },
    answer: {
      stages: { understanding: '正在看您的问题…', searching: '正在查文件…', writing: '正在核对…' },
      outcomes: {
        answered: '文件里写了',
        not_stated: '文件里没写',
        out_of_scope: '这里查不到',
        declined: '这里只答政策问题',
        clarify: '请点一项',
      },
      evidence: '文件里的原话',
      openClause: '看原文',
      suggestions: '还可以问',
      copy: '复制',
      good: '有用',
      bad: '没用',
      notices: {
        shared_responsibility: '没写谁牵头',
        premise_corrected: '和您说的不一样',
        period_ended: '时间已经过了',
        year_mismatch: '年份不一样',
        pii_redacted: '已去掉个人信息',
        degraded: '已对照文件',
      },
      faults: {
        unreachable: '现在连不上。您的问题还在，请看看网络，再点“重试”。',
        busy: '现在问的人多。请等一会儿，再点“重试”。',
        broken_off: '回答断了。请点“重试”。',
        silent: '等了很久，没有回答。请点“重试”。',
        refused: '这次没问成。请换个说法再问。',
        not_allowed: '在这个网页上不能提问。可以找人工。',
        too_long: '写得太长了。请写短一点，或者点“重新开始”。',
        server: '出了点问题。您的问题还在，请过一会儿点“重试”。',
      },
    },
  },
  'zh-Hant': {
    panel: {
      greeting: '您好，您想問什麼？',
      promise: '把想問的寫在下面，再點「提問」。回答下面有文件原文。',
      clearQuestion: '把問過的都刪掉？',
      keep: '不刪',
      clear: '重新開始',
      automatic: '回答是電腦自動寫的。要以文件原文為準。',
      privacy: '請不要寫身分證號、手機號。',
      brief: '電腦自動答。別寫身分證號。',
      placeholder: '在這裡寫問題',
      callHandoff: (number) => `打 ${number} 找人工`,
      stillUnsure: '還不清楚？可以找工作人員：',
    },
    answer: {
      stages: { understanding: '正在看您的問題…', searching: '正在查文件…', writing: '正在核對…' },
      outcomes: {
        answered: '文件裡寫了',
        not_stated: '文件裡沒寫',
        out_of_scope: '這裡查不到',
        declined: '這裡只答政策問題',
        clarify: '請點一項',
      },
      evidence: '文件裡的原話',
      openClause: '看原文',
      suggestions: '還可以問',
      copy: '複製',
      good: '有用',
      bad: '沒用',
      notices: {
        shared_responsibility: '沒寫誰牽頭',
        premise_corrected: '和您說的不一樣',
        period_ended: '時間已經過了',
        year_mismatch: '年份不一樣',
        pii_redacted: '已去掉個人資料',
        degraded: '已對照文件',
      },
      faults: {
        unreachable: '現在連不上。您的問題還在，請看看網路，再點「重試」。',
        busy: '現在問的人多。請等一會兒，再點「重試」。',
        broken_off: '回答斷了。請點「重試」。',
        silent: '等了很久，沒有回答。請點「重試」。',
        refused: '這次沒問成。請換個說法再問。',
        not_allowed: '在這個網頁上不能提問。可以找人工。',
        too_long: '寫得太長了。請寫短一點，或者點「重新開始」。',
        server: '出了點問題。您的問題還在，請過一會兒點「重試」。',
      },
    },
  },
  en: {
    panel: {
      greeting: 'Hello. What would you like to ask?',
      promise: 'Write your question below and press “Ask”. The original text stands under each answer.',
      clearQuestion: 'Delete all of this?',
      clear: 'Start again',
      automatic: 'A computer answers. The original counts.',
      privacy: 'Leave out phone and ID numbers.',
      brief: 'Automatic. No ID numbers.',
      placeholder: 'Your question',
      callHandoff: (number) => `Call a person: ${number}`,
      stillUnsure: 'Still not sure? Talk to a person:',
    },
    answer: {
      stages: { understanding: 'Reading…', searching: 'Looking it up…', writing: 'Checking…' },
      outcomes: {
        answered: 'The document says so',
        not_stated: 'The document does not say',
        out_of_scope: 'Not found here',
        declined: 'Only policy questions, please',
        clarify: 'Please choose one',
      },
      evidence: 'What the document says',
      openClause: 'Read the original',
      copy: 'Copy',
      good: 'Useful',
      bad: 'Not useful',
      notices: {
        shared_responsibility: 'Nobody is named to lead',
        premise_corrected: 'Not quite as you said',
        period_ended: 'The time is over',
        year_mismatch: 'A different year',
        pii_redacted: 'Personal details taken out',
        degraded: 'Checked with the document',
      },
      faults: {
        unreachable: 'No connection. Your question is still here. Check the network, then try again.',
        busy: 'Many people are asking. Wait a little, then try again.',
        broken_off: 'The answer stopped halfway. Please try again.',
        silent: 'No answer came. Please try again.',
        refused: 'That did not work. Please ask in other words.',
        not_allowed: 'You cannot ask on this page. A person can help.',
        too_long: 'That is too long. Write less, or start again.',
        server: 'Something went wrong. Your question is still here. Try again in a moment.',
      },
    },
  },
}

/** Whether a model wrote the answer means nothing to a citizen; that it was checked does. */
const DEGRADED: Record<Lang, string> = {
  'zh-Hans': '已与文件核对',
  'zh-Hant': '已與文件核對',
  en: 'Checked against the document',
}

/** All that the panel says to a reader. */
export function wordsFor(lang: Lang, elder: boolean): { say: PanelStrings; saying: AnswerStrings } {
  const { panel, answer }: Plainer = elder ? PLAINER[lang] : { panel: {}, answer: {} }
  const say = { ...PANEL_STRINGS[lang], ...panel }
  const usual = ANSWER_STRINGS[lang]
  const notices = { ...usual.notices, degraded: DEGRADED[lang], ...answer.notices }
  const faults = { ...usual.faults, ...answer.faults }
  // The box is narrow here, and the examples stand above it.
  return { say, saying: { ...usual, ...answer, notices, faults, placeholder: say.placeholder } }
}
