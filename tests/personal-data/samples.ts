/**
 * Two hundred made-up personal numbers: kinds × forms of writing × sentences in three languages, the same every time.
 */
import { checkDigitOf, isLuhn } from '../../server/answer/personal-checks.ts'

export interface Sample {
  kind: string
  form: string
  /** The digits, or the address, that may be found nowhere. */
  secret: string
  before: string
  written: string
  after: string
}

const SEED = 20260722
const COUNT = 200

/** The samples; all that they hold is invented. */
export function personalSamples(count = COUNT, seed = SEED): Sample[] {
  const pick = choosing(seed)
  return Array.from({ length: count }, (_, i) => {
    const kind = KINDS[i % KINDS.length] ?? KINDS[0]
    const forms = kind.forms === 'digits' ? FORMS : kind.forms
    const [form, write] = forms[Math.floor(i / KINDS.length) % forms.length] ?? PLAIN
    const secret = kind.make(pick)
    const [before, after] = pick(SENTENCES)
    return { kind: kind.name, form, secret, before: before + pick(kind.words), written: write(secret), after }
  })
}

type Pick = <T>(from: ArrayLike<T>) => T

/** Chooses by a seed (mulberry32). */
function choosing(seed: number): Pick {
  let state = seed
  return <T>(from: ArrayLike<T>): T => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return from[((mixed ^ (mixed >>> 14)) >>> 0) % from.length] as T
  }
}

/** The samples whose numbers stand in one of the texts, in any of the forms. */
export function foundIn(texts: string[], samples: Sample[]): Sample[] {
  const all = texts.map(squeezed).join(' ')
  return samples.filter(({ secret }) => all.includes(squeezed(secret)))
}

/** Letters and plain digits alone. */
function squeezed(text: string): string {
  const plain = [...text].map((sign) => VALUES.get(sign) ?? sign.normalize('NFKC')).join('')
  return plain.replace(/[^\p{L}\d]/gu, '').toLowerCase()
}

type Form = [name: string, write: (secret: string) => string]

const PLAIN: Form = ['as it is', (secret) => secret]
const each = (name: string, of: (digit: string) => string): Form => [
  name,
  (secret) => secret.replace(/\d/g, of),
]
const signs = (name: string, all: string) => each(name, (digit) => [...all][Number(digit)] ?? digit)
const between = (name: string, sign: string): Form => [
  name,
  (secret) => [...secret].join(sign).replace(new RegExp(`${sign}(?=[-+])|(?<=[-+])${sign}`, 'gu'), ''),
]
const inGroups = (name: string, sign: string): Form => [
  name,
  (secret) =>
    secret
      .replace(/^(1\d\d)(\d{4})(\d{4})$/, `$1${sign}$2${sign}$3`)
      .replace(/^(\d{6})(\d{8})(\d{3}[\dX])$/, `$1${sign}$2${sign}$3`)
      .replace(/^(\d{6})(\d{6})(\d{3})$/, `$1${sign}$2${sign}$3`)
      .replace(/^(\d{4})(\d{4})(\d{4})(\d{4})(\d{0,3})$/, `$1${sign}$2${sign}$3${sign}$4${sign}$5`)
      .replace(/(\d{4})(\d{4})$/, `$1${sign}$2`)
      .replace(new RegExp(`${sign === ' ' ? ' ' : '[-.—]'}$`), ''),
]

const SIGNS = {
  'full-width': '０１２３４５６７８９',
  mathematical: '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
  circled: '⓪①②③④⑤⑥⑦⑧⑨',
  'dark circles': '⓿❶❷❸❹❺❻❼❽❾',
  Chinese: '零一二三四五六七八九',
  'Chinese of dates': '〇一二三四五六七八九',
  'of cheques': '零壹贰叁肆伍陆柒捌玖',
  'of Traditional cheques': '零壹貳參肆伍陸柒捌玖',
  Arabic: '٠١٢٣٤٥٦٧٨٩',
}
const VALUES = new Map(
  Object.values(SIGNS).flatMap((all) =>
    [...all].map((sign, value): [string, string] => [sign, String(value)]),
  ),
)

const FORMS: Form[] = [
  PLAIN,
  inGroups('in groups', ' '),
  inGroups('with dashes', '-'),
  inGroups('with points', '.'),
  inGroups('with long dashes', '—'),
  between('spaced', ' '),
  ...Object.entries(SIGNS).map(([name, all]) => signs(name, all)),
  [
    'mixed',
    (secret) =>
      [...secret]
        .map((digit, i) => (i % 2 && /\d/.test(digit) ? [...SIGNS.Chinese][Number(digit)] : digit))
        .join(''),
  ],
  between('zero-width within', '\u200b'),
  between('word joiners within', '\u2060'),
  each('keycaps', (digit) => `${digit}\ufe0f\u20e3`),
  between('no-break spaces', '\u00a0'),
]

const ADDRESS_FORMS: Form[] = [
  PLAIN,
  ['spaces round the sign', (secret) => secret.replace('@', ' @ ')],
  ['full-width signs', (secret) => secret.replace('@', '＠').replaceAll('.', '．')],
  ['capitals', (secret) => secret.toUpperCase()],
  ['zero-width within', (secret) => [...secret].join('\u200b')],
]

const AREAS = ['320902', '110101', '310115', '440305', '330106', '510104', '810000', '320981']
const two = (value: number) => String(value).padStart(2, '0')
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
const someDigits = (pick: Pick, count: number) =>
  range(1, count)
    .map(() => pick('0123456789'))
    .join('')
const day = (pick: Pick) => two(pick(range(1, 12))) + two(pick(range(1, 28)))

function residentId(pick: Pick): string {
  const most = pick(AREAS) + pick(range(1935, 2021)) + day(pick) + someDigits(pick, 3)
  return most + checkDigitOf(most)
}

function card(pick: Pick): string {
  const most = pick(['622202', '621700', '621226', '628888', '405512', '955880']) + someDigits(pick, 9)
  const whole = most.startsWith('955880') ? `${most}${someDigits(pick, 3)}` : most
  return `${whole}${range(0, 9).find((check) => isLuhn(`${whole}${check}`))}`
}

const mobile = (pick: Pick) => `1${pick('3456789')}${someDigits(pick, 9)}`
const local = (pick: Pick) => pick('23456789') + someDigits(pick, 7)

interface Kind {
  name: string
  make(pick: Pick): string
  /** What may stand before it. */
  words: string[]
  forms: 'digits' | Form[]
}

const KINDS: [Kind, ...Kind[]] = [
  { name: 'resident id', make: residentId, words: ['身份证', '', '证件号码：', 'ID '], forms: 'digits' },
  { name: 'mobile', make: mobile, words: ['', '手机', '电话：', '電話 ', 'my number is '], forms: 'digits' },
  { name: 'bank card', make: card, words: ['卡号', '', '银行卡：', 'card '], forms: 'digits' },
  {
    name: 'landline with its area',
    make: (pick) => `0515-${local(pick)}`,
    words: ['', '电话', 'tel '],
    forms: 'digits',
  },
  {
    name: 'old resident id',
    make: (pick) => pick(AREAS.slice(0, 6)) + pick(range(35, 99)) + day(pick) + someDigits(pick, 3),
    words: ['', '身份證'],
    forms: 'digits',
  },
  {
    name: 'landline by its word',
    make: local,
    words: ['电话', '座机：', '電話', 'tel: ', 'phone '],
    forms: 'digits',
  },
  {
    name: 'e-mail',
    make: (pick) =>
      `${pick(['li.ming', 'wang_88', 'zhao+gov', 'Chen-2'])}@${pick(['example.com', 'mail.example.cn', '163.example'])}`,
    words: ['', '邮箱', 'e-mail: '],
    forms: ADDRESS_FORMS,
  },
  {
    name: 'mobile with its country',
    make: (pick) => pick(['+86 ', '0086-', '+86', '86-']) + mobile(pick),
    words: ['', '电话', 'call me on '],
    forms: [PLAIN, ['in groups', (secret) => secret.replace(/(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3')]],
  },
  {
    name: 'landline with an extension',
    make: (pick) => `0515-${local(pick)}${pick(['转', '轉', ' ext. ', '-转'])}${someDigits(pick, 3)}`,
    words: ['', '电话：'],
    forms: [PLAIN, signs('full-width', SIGNS['full-width']), signs('Chinese', SIGNS.Chinese)],
  },
]

/** What stands around it, with the figures of policy beside it. */
const SENTENCES: [string, string][] = [
  ['我是李明，', '，请问城市公厕归谁管？'],
  ['来电人王女士 ', ' 问2022年新建公厕79座是哪些部门负责'],
  ['', ' 托育机构的建设由谁负责'],
  ['您好（', '）想问第23项讲了什么'],
  ['敝姓陳，', '，想請問老舊小區改造的目標是多少個？'],
  ['市民來電，', '。請問第14項由哪些單位負責'],
  ['Hello, I am Li Ming, ', ', how many public toilets will be built in 2022?'],
  ['Caller Ms Green ', ' asks who is responsible for task 14.'],
  ['回拨：', '\n问：10000名独居老人的呼叫装置谁来装'],
]
