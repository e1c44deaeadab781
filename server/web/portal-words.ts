/**
 * What the sample portal says. The city is made up, and so is everything that happens there.
 */
import type { Lang } from '../../corpus/types.ts'

export interface PortalWords {
  city: string
  cityBelow: string
  sample: string
  search: string
  searchHint: string
  find: string
  menu: string
  pages: string[]
  lead: { title: string; text: string }
  newsHeading: string
  news: { title: string; day: string }[]
  askHeading: string
  askText: string
  question: string
  ask: string
  policyHeading: string
  subjects: string[]
  servicesHeading: string
  services: string[]
  hotline: string
  hotlineText: string
  more: string
  footer: string[]
}

export const PORTAL_WORDS: Record<Lang, PortalWords> = {
  'zh-Hans': {
    city: '澄川市人民政府',
    cityBelow: 'Chengchuan Municipal People’s Government',
    sample: '这是示例页面：澄川市并不存在，新闻和链接都是虚构的，用来展示政策问答怎样放在政府网站上。',
    search: '站内提问',
    searchHint: '输入您想了解的政策',
    find: '查一查',
    menu: '网站栏目',
    pages: ['首页', '要闻动态', '政务公开', '办事服务', '互动交流', '走进澄川'],
    lead: {
      title: '环湖步道全线贯通，市民可步行绕湖一周',
      text: '最后一段三公里步道今天开放。沿线设有休息亭、饮水点和无障碍坡道，夜间照明同步启用。',
    },
    newsHeading: '要闻动态',
    news: [
      { title: '市政务服务中心周六继续开放办理', day: '03-18' },
      { title: '老旧小区加装电梯意见征集开始', day: '03-16' },
      { title: '春季就业招聘会将在市体育馆举行', day: '03-15' },
      { title: '三条公交线路调整走向的公告', day: '03-12' },
      { title: '市图书馆新馆本月起试运行', day: '03-10' },
      { title: '城区绿道夜间照明升级完成', day: '03-08' },
      { title: '今年植树点位向市民公布', day: '03-05' },
    ],
    askHeading: '政策问答',
    askText: '用自己的话提问，回答附文件原文。',
    question: '您的问题',
    ask: '提问',
    policyHeading: '政策文件',
    subjects: ['民生保障', '就业创业', '教育医疗', '住房社保', '企业服务', '城乡建设'],
    servicesHeading: '办事服务',
    services: [
      '社会保险',
      '医疗保险',
      '住房公积金',
      '不动产登记',
      '入学入园',
      '户籍办理',
      '企业开办',
      '婚姻登记',
    ],
    hotline: '12345 政务服务热线',
    hotlineText: '每天 24 小时，有人接听',
    more: '更多',
    footer: [
      '主办：澄川市人民政府办公室',
      '网站标识码：0000000000（示例）',
      '备案号：示例备00000000号',
      '联系电话：12345',
    ],
  },
  'zh-Hant': {
    city: '澄川市人民政府',
    cityBelow: 'Chengchuan Municipal People’s Government',
    sample: '這是示例頁面：澄川市並不存在，新聞和連結都是虛構的，用來展示政策問答怎樣放在政府網站上。',
    search: '站內提問',
    searchHint: '輸入您想了解的政策',
    find: '查一查',
    menu: '網站欄目',
    pages: ['首頁', '要聞動態', '政務公開', '辦事服務', '互動交流', '走進澄川'],
    lead: {
      title: '環湖步道全線貫通，市民可步行繞湖一周',
      text: '最後一段三公里步道今天開放。沿線設有休息亭、飲水點和無障礙坡道，夜間照明同步啟用。',
    },
    newsHeading: '要聞動態',
    news: [
      { title: '市政務服務中心週六繼續開放辦理', day: '03-18' },
      { title: '老舊小區加裝電梯意見徵集開始', day: '03-16' },
      { title: '春季就業招聘會將在市體育館舉行', day: '03-15' },
      { title: '三條公交線路調整走向的公告', day: '03-12' },
      { title: '市圖書館新館本月起試運行', day: '03-10' },
      { title: '城區綠道夜間照明升級完成', day: '03-08' },
      { title: '今年植樹點位向市民公佈', day: '03-05' },
    ],
    askHeading: '政策問答',
    askText: '用自己的話提問，回答附文件原文。',
    question: '您的問題',
    ask: '提問',
    policyHeading: '政策文件',
    subjects: ['民生保障', '就業創業', '教育醫療', '住房社保', '企業服務', '城鄉建設'],
    servicesHeading: '辦事服務',
    services: [
      '社會保險',
      '醫療保險',
      '住房公積金',
      '不動產登記',
      '入學入園',
      '戶籍辦理',
      '企業開辦',
      '婚姻登記',
    ],
    hotline: '12345 政務服務熱線',
    hotlineText: '每天 24 小時，有人接聽',
    more: '更多',
    footer: [
      '主辦：澄川市人民政府辦公室',
      '網站標識碼：0000000000（示例）',
      '備案號：示例備00000000號',
      '聯繫電話：12345',
    ],
  },
  en: {
    city: 'City of Chengchuan',
    cityBelow: 'Municipal People’s Government',
    sample:
      'This is a sample page: there is no city of Chengchuan, and its news and links are made up, to show how policy answers look on a government site.',
    search: 'Ask this site',
    searchHint: 'Which policy would you like to know about?',
    find: 'Look up',
    menu: 'Sections of the site',
    pages: ['Home', 'News', 'Open government', 'Services', 'Have your say', 'About Chengchuan'],
    lead: {
      title: 'The lakeside path is complete: walk all the way round',
      text: 'The last three kilometres open today, with shelters, drinking water, step-free ramps and lights at night.',
    },
    newsHeading: 'News',
    news: [
      { title: 'The service centre stays open on Saturdays', day: '03-18' },
      { title: 'Lifts for older buildings: send us your views', day: '03-16' },
      { title: 'Spring job fair at the municipal stadium', day: '03-15' },
      { title: 'Three bus lines change their routes', day: '03-12' },
      { title: 'The new city library opens for a trial', day: '03-10' },
      { title: 'Brighter lights along the green paths', day: '03-08' },
      { title: 'Where to plant a tree this year', day: '03-05' },
    ],
    askHeading: 'Policy answers',
    askText: 'Each answer quotes the document.',
    question: 'Your question',
    ask: 'Ask',
    policyHeading: 'Policy documents',
    subjects: ['Public welfare', 'Jobs', 'Schools', 'Housing', 'Businesses', 'Countryside'],
    servicesHeading: 'Services',
    services: [
      'Social insurance',
      'Health insurance',
      'Housing fund',
      'Property register',
      'School places',
      'Household register',
      'Start a business',
      'Marriage register',
    ],
    hotline: 'Hotline 12345',
    hotlineText: 'Answered by people, day and night',
    more: 'More',
    footer: [
      'Published by the General Office of the City of Chengchuan',
      'Site code 0000000000 (sample)',
      'Registration 00000000 (sample)',
      'Telephone 12345',
    ],
  },
}
