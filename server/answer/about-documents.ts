/**
 * Answers on the document itself: title, issuer, date, addressees, openness, number, validity.
 */
import { yearOf } from '../../corpus/build.ts'
import { inScope } from '../../corpus/scope.ts'
import { fold } from '../../corpus/script.ts'
import type { Clause, PolicyDocument } from '../../corpus/types.ts'
import { type Draft, type DraftStatement, draft, type Span, titleSpan } from './draft.ts'
import { sentenceSpans } from './evidence.ts'
import { ASKS_DOCUMENT, type DocumentAspect, SAYS_OF_ITSELF } from './patterns.ts'
import type { Case } from './respond.ts'
import { sayLabel } from './say.ts'

/** A question on the document says so, or has hardly any other content. */
const SPEAKS_OF_DOCUMENT =
  /文件|[本此该]件|来文|此文|这个文|该文|政策|通知|意见|方案|办法|计划|公文|\bthis (?:was|is|come|came)\b|\b(?:document|plan|policy|opinion|notice|file|paper|circular|notification)\b/

export const LITTLE_CONTENT = 14

/** So surely must a clause be found for its document to be the one meant. */
const NAMES_A_SUBJECT = 2.2

/** Issuer, date, title, addressees, openness, number, validity. */
export function aboutDocument(asked: Case): Draft | undefined {
  const { question } = asked
  const aspect = question.wants.document
  if (!aspect || question.clauses.length > 0) return undefined
  const about = SPEAKS_OF_DOCUMENT.test(question.folded)
  if (!about && !asked.followsUp && contentBeside(asked, aspect) > LITTLE_CONTENT) return undefined
  if (aspect === 'issuer' && question.agencies.length > 0 && !about) return undefined
  // How many tasks there are on a subject, or for an agency, is another question.
  if (aspect === 'extent' && (question.agencies.length > 0 || contentBeside(asked, aspect) > LITTLE_CONTENT))
    return undefined
  const document = documentOf(asked, aspect)
  if (!document) return undefined
  const asks = ASKS_DOCUMENT.flatMap((rule) => (rule.pattern.test(question.folded) ? [rule.aspect] : []))
  const drafts = [...new Set([aspect, ...asks])].map((one) => describe(one, document, asked))
  const [first] = drafts
  return first && { ...first, statements: uniqueStatements(drafts.flatMap(({ statements }) => statements)) }
}

function uniqueStatements(statements: DraftStatement[]): DraftStatement[] {
  return statements.filter(({ text }, i) => statements.findIndex((other) => other.text === text) === i)
}

/** The weight of what a question asks beside the words that ask for the aspect. */
function contentBeside({ question, library }: Case, aspect: DocumentAspect): number {
  const rule = ASKS_DOCUMENT.find((entry) => entry.aspect === aspect)
  return rule
    ? library.mass(
        library.query(question.folded.replace(rule.pattern, ' ').replace(/单位|部门|日期|时间/g, ' ')),
      )
    : question.mass
}

/** The document that a question is about: the one asked for or spoken of, that of what it is about, or the first. */
function documentOf(asked: Case, aspect: DocumentAspect): PolicyDocument | undefined {
  const { question, ranked, library, focus } = asked
  const meant = question.documentIds?.[0] ?? focus?.clauses[0]?.documentId
  if (meant) return library.document(meant)
  const [best] = ranked
  const about =
    best &&
    inScope(best) &&
    best.confidence >= NAMES_A_SUBJECT &&
    contentBeside(asked, aspect) > LITTLE_CONTENT
      ? best.clause.documentId
      : undefined
  return about ? library.document(about) : library.documents[0]
}

function describe(
  aspect: DocumentAspect,
  document: PolicyDocument,
  { library, question, strings }: Case,
): Draft {
  const { source } = document
  const head = library.clause(source.id, '0') ?? (document.clauses[0] as Clause)
  const say = strings.document
  const english = question.lang === 'en'
  const [year, month, day] = source.issuedOn.split('-').map(Number)
  const date = english
    ? new Date(`${source.issuedOn}T00:00:00Z`).toLocaleDateString('en-GB', {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      })
    : `${year}年${month}月${day}日`
  const issuer =
    english && document.gloss?.issuer ? `${document.gloss.issuer} (${source.issuer})` : source.issuer
  const title =
    say.title(source.title) +
    (english && document.gloss?.title ? ` In English: ${document.gloss.title}.` : '')
  const answered = (text: string, spans: Span[]) => draft('answered', [{ text, spans }], { focus: [head] })
  const missing = (text: string) =>
    draft(
      'not_stated',
      [
        { text, spans: [] },
        { text: title, spans: [find(head, source.title)] },
      ],
      { focus: [head] },
    )
  switch (aspect) {
    case 'title':
      return answered(title, [find(head, source.title)])
    case 'issuer':
      return draft('answered', [
        { text: say.issuer(issuer), spans: [find(head, source.issuer)] },
        { text: say.date(date), spans: [find(head, `${year}年${month}月${day}日`)] },
      ])
    case 'date':
      return draft('answered', [
        { text: say.date(date), spans: [find(head, `${year}年${month}月${day}日`)] },
        { text: say.issuer(issuer), spans: [find(head, source.issuer)] },
      ])
    case 'addressees': {
      const line = /^[^\n]*[:：]\s*$/m.exec(head.text)
      return line
        ? answered(say.addressees(line[0].trim().replace(/[:：]$/, '')), [
            { clause: head, start: line.index, end: line.index + line[0].trimEnd().length },
          ])
        : missing(strings.notStated.fact)
    }
    case 'public': {
      const remark = /[(（]此件[^)）]*[)）]/.exec(head.text)
      return remark
        ? answered(say.public(remark[0]), [
            { clause: head, start: remark.index, end: remark.index + remark[0].length },
          ])
        : missing(say.noPublic(''))
    }
    case 'number':
      return source.documentNumber
        ? answered(say.number(source.documentNumber), [find(head, source.documentNumber)])
        : missing(say.noNumber(''))
    case 'extent': {
      const items = document.clauses.filter(({ kind }) => kind === 'item' || kind === 'article')
      const [first, last] = [items[0], items.at(-1)]
      // Counted only where they are numbered through: the last number then stands in the text.
      const through = last?.clauseId.split('.').at(-1) === String(items.length)
      return first && last && through
        ? answered(strings.extent(sayLabel(first, question.lang), sayLabel(last, question.lang)), [
            titleSpan(first),
            titleSpan(last),
          ])
        : missing(strings.notStated.number)
    }
    case 'validity':
    case 'repeal':
    case 'interpretation': {
      const sentences = document.clauses.flatMap((clause) => sentenceSpans(clause))
      const stated = SAYS_OF_ITSELF[aspect]
        .map((pattern) =>
          sentences.find(({ clause, start, end }) => pattern.test(fold(clause.text.slice(start, end)))),
        )
        .find((sentence) => sentence !== undefined)
      if (stated) return answered(say.validity(stated.clause.text.slice(stated.start, stated.end)), [stated])
      return missing(aspect === 'validity' ? say.noValidity(yearOf(source)) : strings.notStated.fact)
    }
  }
}

/** The first place of `words` in the clause; its title where they are not written there. */
function find(clause: Clause, words: string): Span {
  const at = clause.text.indexOf(words)
  return at >= 0 ? { clause, start: at, end: at + words.length } : titleSpan(clause)
}
