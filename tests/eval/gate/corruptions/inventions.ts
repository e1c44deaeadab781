/**
 * What no clause says: numbers of documents, addresses, amounts, sentences. Pure.
 */
import { fold } from '../../../../corpus/script.ts'
import type { Context } from './context.ts'
import type { Draft } from './corruption.ts'
import { MOST_OF_A_KIND } from './corruptions.ts'
import { isDenial } from './denied.ts'
import { GENERAL, HOSTS, INVENTED_AMOUNTS, INVENTED_SENTENCES, INVENTED_VALUES } from './invented-words.ts'
import { hash, inScript, lowered, pick, say, turned, withEnding, withSentence } from './writing.ts'

export function addDocumentNumber(c: Context): Draft[] {
  const { place, documentNumber = '', issuedOn } = c.document.source
  const number = 20 + (hash(c.statement.id) % 70)
  const year = Number(issuedOn.slice(0, 4)) - 1 - (hash(c.statement.id) % 2)
  const invented = say(
    c,
    `${inScript(place.charAt(0), c)}政${pick(['發', '辦發', '規'], c, 'number')}〔${year}〕${number}號`,
    '',
  )
  if (documentNumber.includes(`〕${number}`)) return []
  if (c.english) return [`Under document No. ${number} [${year}], ${lowered(c.text)}`]
  const drafts = [`${say(c, '根據', '')}${invented}，${c.text}`, withEnding(c, `（${invented}）`)]
  return turned(drafts, c, 'form').slice(0, 1)
}

export function addAddress(c: Context): Draft[] {
  const id = hash(`${c.statement.id}/url`)
  const url = `https://${pick(HOSTS, c, 'host')}/art/${id % 9000}.html`
  const phone = `0515-8${String(1000000 + (id % 8999999))}`
  const address = say(c, `詳情請見 ${url} 。`, `See ${url} for details.`)
  const telephone = say(c, `諮詢電話：${phone}。`, `For enquiries call ${phone}.`)
  return turned([address, telephone], c, 'address').map((sentence) => withSentence(c, sentence))
}

export function addNumber(c: Context): Draft[] {
  const value = turned(INVENTED_VALUES, c, 'value').find((candidate) => !c.stated.has(candidate))
  const topic = c.english ? fold(c.cited[0]?.title ?? '') : fold(c.text)
  const fitting = INVENTED_AMOUNTS.filter(([pattern]) => pattern.test(topic))
  const [, chinese = '', english = ''] = fitting[0] ?? []
  if (value && isDenial(c.text)) {
    const sentence = say(
      c,
      '另安排專項資金#萬元。',
      'A special fund of # million yuan is set aside for this.',
    )
    return [withSentence(c, sentence.replace('#', String(value)))]
  }
  return value && chinese ? [withEnding(c, say(c, chinese, english).replace('#', String(value)))] : []
}

export function addSentence(c: Context): Draft[] {
  const general = c.document.clauses.filter(({ path }) => GENERAL.test(fold(path[0] ?? '')))
  const source = [c.source, ...general.map(({ text }) => fold(text))].join('\n')
  return turned(INVENTED_SENTENCES, c, 'sentence')
    .filter(([, , mayBeTrue]) => !mayBeTrue.test(source))
    .slice(0, MOST_OF_A_KIND)
    .map(([chinese, english]) => withSentence(c, say(c, chinese, english)))
}
