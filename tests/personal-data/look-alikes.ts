/**
 * What looks like personal numbers and is none: every phrase with a number in the texts, and some that they lack.
 */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const TEXTS = ['seeds/*.txt', 'tests/fixtures/**/*.txt']
const HAS_NUMBER = /[\d０-９①-⑨零〇一二三四五六七八九十百千万萬亿億]/

/** The texts, whole. */
export function policyTexts(): string[] {
  return globSync(TEXTS, { cwd: ROOT }).map((file) => readFileSync(ROOT + file, 'utf8'))
}

/** Their phrases and sentences that bear a number, each once. */
export function phrasesWithNumbers(): string[] {
  const pieces = policyTexts().flatMap((text) => [...text.split('\n'), ...text.split(/[\n，。；、,;]/)])
  return [...new Set(pieces.map((piece) => piece.trim()).filter((piece) => HAS_NUMBER.test(piece)))]
}

/** Figures as people write them, a line each. */
export function figuresOfPeople(): string[] {
  return linesOf('as-people-count.txt')
}

/** Questions as people write them, the personal number between ⟦ and ⟧. */
export function numbersOfPeople(): { text: string; redacted: string }[] {
  return linesOf('as-people-write.txt').map((line) => ({
    text: line.replace(/[⟦⟧]/g, ''),
    redacted: line.replace(/⟦[^⟧]*⟧/g, '***'),
  }))
}

function linesOf(name: string): string[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.replaceAll('\\n', '\n'))
}

/** Of kinds that the texts lack. */
export const MORE_LOOK_ALIKES = [
  '盐政办发〔2022〕58号',
  '国发〔2021〕1234号',
  '苏（2022）盐城市不动产权第0012345号',
  '盐发改投〔2022〕20220816号',
  '2022年8月16日',
  '2022-08-16',
  '2022/08/16 14:30:00',
  '20220816',
  '2021—2025年',
  '2022.8.16-2022.12.31',
  '1999.10.1-2000.3',
  '二〇二二年八月十六日',
  '二〇二一年至二〇二五年',
  '12345热线',
  '拨打12345',
  '电话110',
  '火警电话119，急救电话120',
  '热线 12333',
  '电话：12345、12329',
  '请拨打 12345 热线',
  '客服电话95598',
  '客服电话400-820-8820',
  '12315',
  '96345',
  '拨打电话 1234567 次',
  '受理电话1345678件',
  '全市固定电话用户8623456户',
  '13800138000元',
  '13,456,789,101元',
  '¥15600000000.00',
  '总投资15600000000元',
  '预算总额15,600,000,000元',
  '￥13800138000',
  '12345678901.23',
  '15000-200000元',
  '123456199001011234元',
  '320902199001011234元',
  '6222021234567890元',
  '156亿元',
  '2000000000元',
  '3.14159265358979',
  '0.51588231234',
  '13812345678千瓦时',
  '15612345678吨',
  '统一社会信用代码91320900MA1XYZ2345',
  '信用代码：12320900468320456X',
  '统一社会信用代码 913209007149876543',
  '税号913209001405123456',
  '项目代码2207-320903-89-01-123456',
  '项目代码：2207-320900-04-01-654321',
  '1500　2000　2000　2000',
  '2800 3240 3240 3240',
  '6200 6300 6400 6500',
  '14 17 24 31 105',
  '第3、7、8、14、23项',
  'tasks 14, 17 and 24',
  'tasks 14 15 16 17 18 9',
  '2.5.23',
  '0.3-0.5',
  '95.5%',
  '15.5 16.7 18.9 20',
  '第1234567号',
  'GB/T 19001-2016',
  'GB 11643-1999',
  'ISO 14001:2015',
  'WeChat payments',
  '微信公众号',
  '微信支付',
  'QQ群',
  'Can I use WeChat payment?',
  '微信2022年新增10000户',
  'A级景区',
  '苏A股',
  '京津冀',
  '鲁ABCDE',
  'call 12345',
  'phone subscribers 1234567 in 2022',
  'the card covers 10000 people',
  '银行卡2022年发放10000张',
  '卡号位数为16位',
  '身份证办理2022年8月起',
  '社保卡2022年持卡人数达8234567人次',
  'G15沈海高速',
  'S29',
  'E20',
  '护照2022年',
  '一二三产业融合',
  '三三两两',
  '一五二五',
  '零一万物',
  '5G基站1234个',
  'one two three, go',
  'zero waste',
  '10000 people aged 60 or over',
  '1 234 567 890 yuan',
  'RMB 13800138000',
  'USD 15612345678',
  '2021 2022 2023 2024 2025',
  '100 200 300 400 500',
]
