/**
 * Another clause: cited, quoted or named. Pure.
 */
import { sentencesOf } from '../../../../corpus/library.ts'
import { fold } from '../../../../corpus/script.ts'
import type { Clause } from '../../../../corpus/types.ts'
import type { Context, Label } from './context.ts'
import type { Draft } from './corruption.ts'
import { MOST_OF_A_KIND } from './corruptions.ts'
import { isDenial } from './denied.ts'
import { replaceAt } from './spans.ts'
import { factsStandIn, overlap } from './truth.ts'
import { REPLY } from './words.ts'
import { inScript, lowered, pick, say, turned, withSentence } from './writing.ts'

const LITTLE_IN_COMMON = 0.25

/** Clauses of some kinds for which the statement is not true, nearest first. */
function wrongClauses(c: Context, kinds: string[]): Clause[] {
  const [first] = c.cited
  if (!first) return []
  const { clauses } = c.document
  const level = clauses.filter((clause) => clause === first || kinds.includes(clause.kind))
  const at = level.indexOf(first)
  const hasFacts = c.figures.length + c.mentions.length > 0
  const own = c.english ? fold(first.text) : fold(c.text)
  return level
    .map((clause, i) => ({ clause, away: Math.abs(i - at), after: i > at }))
    .filter(({ clause }) => !c.cited.includes(clause))
    .filter(({ clause, away }) =>
      hasFacts
        ? factsStandIn(c, clause) === false
        : away > 1 && overlap(own, fold(clause.text)) < LITTLE_IN_COMMON + (c.english ? 0.15 : 0),
    )
    .sort((a, b) => a.away - b.away || Number(b.after) - Number(a.after))
    .map(({ clause }) => clause)
}

export function moveCitation(c: Context): Draft[] {
  if (isDenial(c.text)) return []
  return wrongClauses(c, [c.cited[0]?.kind ?? ''])
    .slice(0, MOST_OF_A_KIND)
    .map(({ clauseId }) => ({ text: c.text, clauseIds: [clauseId] }))
}

const QUOTED_LENGTH = { least: 14, most: 60 }

export function addQuote(c: Context): Draft[] {
  const others = c.document.clauses.filter(
    (clause) => !c.cited.includes(clause) && /item|article|section/.test(clause.kind),
  )
  const sentences = others.flatMap(({ text }) =>
    sentencesOf(text)
      .map(({ start, end }) => text.slice(start, end).replace(/[。；;]$/, ''))
      .filter(
        (sentence) =>
          sentence.length >= QUOTED_LENGTH.least &&
          sentence.length <= QUOTED_LENGTH.most &&
          /^\p{Script=Han}/u.test(sentence) &&
          !/[“”「」\n：:]|^第/.test(sentence) &&
          overlap(fold(sentence), c.source) < 0.6,
      ),
  )
  return turned(sentences, c, 'quote')
    .slice(0, 1)
    .map((sentence) => {
      const quoted = c.english ? sentence : inScript(sentence, c)
      const intro = pick(['該條還寫明：', '該條還規定：', '這一條的原文是：'], c, 'intro') ?? ''
      if (c.english) return withSentence(c, `The clause also states: “${quoted}”.`)
      const marks = c.statement.lang === 'zh-Hans' ? ['“', '。”'] : ['「', '。」']
      return withSentence(c, `${say(c, intro, '')}${marks.join(quoted)}`)
    })
}

export function changeReference(c: Context): Draft[] {
  if (isDenial(c.text)) return []
  const wrong = wrongClauses(c, ['item', 'article'])
  const numbered = c.labels.flatMap((label) => {
    const own = c.labels.map(({ number }) => number)
    const other = turned(wrong.slice(0, 4), c, 'reference').find((clause) => !own.includes(numberOf(clause)))
    return other ? [replaceAt(c.text, label, writtenLabel(label, numberOf(other)))] : []
  })
  if (c.labels.length > 0) return numbered.slice(0, 1)
  const other = REPLY.test(c.text) ? undefined : pick(wrong, c, 'reference')
  return other ? [withReference(c, other)] : []
}

export function numberOf({ clauseId }: Clause): number {
  return Number(clauseId.split('.').at(-1))
}

function writtenLabel({ before, after, chinese }: Label, number: number): string {
  return `${before}${chinese ? chineseNumeral(number) : number}${after}`
}

const DIGITS = ['', ...'一二三四五六七八九']

function chineseNumeral(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[ones]}`
}

function withReference(c: Context, clause: Clause): string {
  const number = numberOf(clause)
  if (c.english) {
    const label = clause.kind === 'article' ? `Article ${number}` : `Item ${number}`
    return `Under ${label}, ${lowered(c.text)}`
  }
  const verb = clause.kind === 'article' ? '規定' : '提出'
  return `${inScript(clause.label, c)}${say(c, verb, '')}：${c.text}`
}
