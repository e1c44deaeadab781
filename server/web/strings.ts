/**
 * What the pages without script say beside the words for questions and answers (client/strings/answer.ts).
 */
import type { Lang, Role } from '../../corpus/types.ts'

export interface PageStrings {
  product: string
  languages: string
  headline: string
  promise: string
  examplesHeading: string
  examples: string[]
  failed: string
  tooLong: string
  documentsHeading: string
  issuedBy: string
  issuedOn: string
  documentNumber: string
  original: string
  status: Record<'in_force' | 'amended' | 'repealed', string>
  outline: string
  backToQuestions: string
  linkToClause: string
  responsible: Record<Role, string>
  notFoundTitle: string
  notFound: string
  languageNote: string
}

export const STRINGS: Record<Lang, PageStrings> = {
  'zh-Hans': {
    product: '政策问答',
    languages: '语言',
    headline: '问政策，看原文',
    promise: '用自己的话提问。每句回答都标出所依据的条款，点开就是原文。',
    examplesHeading: '可以这样问',
    examples: ['要新建、改造多少座公共厕所？', '拖欠农民工工资归哪些部门管？', '市民政局负责哪些任务？'],
    failed: '没能取得回答。请稍后再试一次。',
    tooLong: '问题太长了，请缩短到 2000 字以内。',
    documentsHeading: '收录的文件',
    issuedBy: '发文机关',
    issuedOn: '发文日期',
    documentNumber: '文号',
    original: '官方原文',
    status: { in_force: '现行有效', amended: '已修改', repealed: '已废止' },
    outline: '目录',
    backToQuestions: '返回提问',
    linkToClause: '本条链接',
    responsible: { lead: '牵头', participant: '配合', sole: '负责', shared: '按职责分工负责' },
    notFoundTitle: '没有这份文件',
    notFound: '这个地址没有对应的文件，可能已经移走，或者地址不完整。',
    languageNote: '',
  },
  'zh-Hant': {
    product: '政策問答',
    languages: '語言',
    headline: '問政策，看原文',
    promise: '用自己的話提問。每句回答都標出所依據的條款，點開就是原文。',
    examplesHeading: '可以這樣問',
    examples: ['要新建、改造多少座公共廁所？', '拖欠農民工工資歸哪些部門管？', '市民政局負責哪些任務？'],
    failed: '沒能取得回答。請稍後再試一次。',
    tooLong: '問題太長了，請縮短到 2000 字以內。',
    documentsHeading: '收錄的文件',
    issuedBy: '發文機關',
    issuedOn: '發文日期',
    documentNumber: '文號',
    original: '官方原文',
    status: { in_force: '現行有效', amended: '已修改', repealed: '已廢止' },
    outline: '目錄',
    backToQuestions: '返回提問',
    linkToClause: '本條連結',
    responsible: { lead: '牽頭', participant: '配合', sole: '負責', shared: '按職責分工負責' },
    notFoundTitle: '沒有這份文件',
    notFound: '這個地址沒有對應的文件，可能已經移走，或者地址不完整。',
    languageNote: '',
  },
  en: {
    product: 'Policy answers',
    languages: 'Language',
    headline: 'Ask the policy. See the source.',
    promise:
      'Ask in your own words. Every statement is marked with the clause that proves it, one click from the original text.',
    examplesHeading: 'Try asking',
    examples: [
      'How many public toilets are to be built or renovated?',
      'Which departments deal with unpaid wages of migrant workers?',
      'What is the Civil Affairs Bureau responsible for?',
    ],
    failed: 'There is no answer this time. Please try again in a moment.',
    tooLong: 'The question is too long. Please keep it under 2,000 characters.',
    documentsHeading: 'Documents',
    issuedBy: 'Issued by',
    issuedOn: 'Date',
    documentNumber: 'Document number',
    original: 'Official publication',
    status: { in_force: 'In force', amended: 'Amended', repealed: 'Repealed' },
    outline: 'Contents',
    backToQuestions: 'Back to questions',
    linkToClause: 'Link to this clause',
    responsible: {
      lead: 'Lead',
      participant: 'With',
      sole: 'Responsible',
      shared: 'Responsible, each within its remit',
    },
    notFoundTitle: 'No such document',
    notFound: 'There is no document at this address. It may have moved, or the address is incomplete.',
    languageNote: 'The document is published in Chinese; its text is shown as issued.',
  },
}
